import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

export type AssetFile = {
  /** Name that pages use, without hash: `staff.css`. */
  name: string
  url: string
  path: string
  contentType: string
  bytes: number
  gzipBytes: number
}
export type AssetManifest = { source: string; files: readonly AssetFile[] }

const prefix = '/aset'
/** Where styles and islands lie; the same from a bundle in dist/. */
export const uiFolder = fileURLToPath(
  new URL(import.meta.dirname.endsWith('dist') ? '../src/ui/' : '.', import.meta.url),
)
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}
const entries = [
  'styles/staff.css',
  'styles/portal.css',
  'islands/staff.ts',
  'islands/portal.ts',
  'islands/upload.ts',
  'icon.svg',
]

const urls = new Map<string, string>()

/** The address of a built file. Before a build (tests of pages) it is the name without hash. */
export const asset = (name: string): string => urls.get(name) ?? `${prefix}/${name}`

/** Bundles styles, islands and the font into `outDir`, or reuses it when no source has changed. */
export const buildAssets = async (outDir: string): Promise<AssetManifest> => {
  const source = await hashSources()
  const kept = await readManifest(outDir)
  const manifest = kept?.source === source ? kept : await bundle(outDir, source)
  return use(manifest)
}

/** Takes what a release has built before, where the sources are absent. */
export const loadAssets = async (outDir: string): Promise<AssetManifest> => {
  const manifest = await readManifest(outDir)
  if (!manifest) throw new Error(`No built assets in ${outDir}; run buildAssets first.`)
  return use(manifest)
}

/** The file behind a request path, to be sent with `Cache-Control: immutable`. */
export const findAsset = (manifest: AssetManifest, url: string): AssetFile | undefined =>
  manifest.files.find((file) => file.url === url)

const use = (manifest: AssetManifest) => {
  urls.clear()
  for (const file of manifest.files) urls.set(file.name, file.url)
  return manifest
}

const bundle = async (outDir: string, source: string): Promise<AssetManifest> => {
  await mkdir(outDir, { recursive: true })
  const result = await build({
    entryPoints: entries.map((entry) => join(uiFolder, entry)),
    outdir: outDir,
    entryNames: '[name]-[hash]',
    assetNames: 'jakarta-[hash]',
    publicPath: prefix,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    write: false,
    legalComments: 'none',
    logLevel: 'silent',
  })
  const files = await Promise.all(
    result.outputFiles.map(async ({ path, contents }) => {
      await writeFile(path, contents)
      return describe(path, contents)
    }),
  )
  const manifest = { source, files }
  const kept = files.map((file) => ({ ...file, path: relative(outDir, file.path) }))
  await writeFile(join(outDir, 'manifest.json'), JSON.stringify({ source, files: kept }, null, 2))
  return manifest
}

const describe = (path: string, contents: Uint8Array): AssetFile => ({
  name: basename(path).replace(/-[0-9A-Z]{8}(?=\.)/, ''),
  url: `${prefix}/${basename(path)}`,
  path,
  contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
  bytes: contents.length,
  gzipBytes: gzipSync(contents).length,
})

const readManifest = async (outDir: string): Promise<AssetManifest | undefined> => {
  const file = join(outDir, 'manifest.json')
  if (!existsSync(file)) return undefined
  const manifest: AssetManifest = JSON.parse(await readFile(file, 'utf8'))
  const files = manifest.files.map((kept) => ({ ...kept, path: join(outDir, kept.path) }))
  return files.every((kept) => existsSync(kept.path)) ? { ...manifest, files } : undefined
}

/** One hash over everything that goes into a build, this file included. */
const hashSources = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const folder of ['styles', 'islands']) {
    for (const name of (await readdir(join(uiFolder, folder))).toSorted()) {
      hash.update(name).update(await readFile(join(uiFolder, folder, name)))
    }
  }
  for (const name of ['icon.svg', 'assets.ts']) hash.update(await readFile(join(uiFolder, name)))
  return hash.digest('hex')
}
