import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot, sourceFiles, type SourceFile } from './support/source-files.ts'

/** Which module may enter which other; a new edge is a visible line in a review. */
const edges: Record<string, readonly string[]> = {
  satker: [],
  pengguna: ['satker'],
  kalender: ['satker', 'pengguna'],
  pemberitahuan: ['satker', 'pengguna', 'kalender'],
  komentar: ['satker', 'pengguna', 'pemberitahuan'],
  berkas: ['satker', 'pengguna'],
  eviden: ['satker', 'pengguna', 'kalender', 'berkas', 'pemberitahuan'],
  keputusan: ['satker', 'pengguna'],
  'rencana-aksi': [
    'satker',
    'pengguna',
    'kalender',
    'pemberitahuan',
    'komentar',
    'eviden',
    'keputusan',
  ],
  impor: ['satker', 'pengguna', 'keputusan', 'rencana-aksi'],
  lke: [],
  monitoring: [
    'satker',
    'pengguna',
    'kalender',
    'pemberitahuan',
    'berkas',
    'eviden',
    'rencana-aksi',
  ],
  tugas: [
    'satker',
    'pengguna',
    'kalender',
    'pemberitahuan',
    'eviden',
    'rencana-aksi',
    'monitoring',
  ],
  beranda: ['satker', 'pengguna', 'keputusan', 'rencana-aksi', 'impor'],
  contoh: ['satker', 'pengguna', 'rencana-aksi', 'eviden', 'monitoring'],
  pemeliharaan: ['berkas'],
}

const files = sourceFiles('src')
const product = files.filter((file) => !/\.(test|fixture)\.tsx?$/.test(file.path))
const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]
const layerOf = (path: string) => {
  if (path.startsWith('src/platform/')) return 'platform'
  if (path.startsWith('src/ui/')) return 'ui'
  return moduleOf(path) ? 'modules' : 'app'
}

/** Imports of a file that its layer may not have. */
function forbidden({ path, imports }: SourceFile): string[] {
  const layer = layerOf(path)
  const own = moduleOf(path)
  return imports.filter((target) => {
    if (target.startsWith('#platform/')) return false
    if (target.startsWith('#db/')) return layer !== 'platform'
    if (target.startsWith('#ui/')) return layer === 'platform'
    if (target.startsWith('#mount/')) return layer !== 'app'
    if (target.startsWith('#test/')) return true
    if (target.startsWith('#modules/')) {
      if (layer === 'app') return false
      return layer !== 'modules' || !edges[own ?? '']?.includes(target.slice('#modules/'.length))
    }
    return false
  })
}

/** Inside a module imports point down this list. */
const ranks: readonly (readonly [RegExp, number])[] = [
  [/^(mount|index)\.tsx?$/, 5],
  [/^(portal|staff|jobs|api|cli|samples|reference)[^/]*\.tsx?$/, 4],
  [/^(pages|documents)\//, 3],
  [/^(commands|queries)/, 2],
]
const rankOf = (inside: string) => ranks.find(([pattern]) => pattern.test(inside))?.[1] ?? 1

describe('the house', () => {
  it('was read whole', () => {
    expect(product.length).toBeGreaterThan(100)
    expect(product.flatMap((file) => file.imports).length).toBeGreaterThan(300)
  })

  it('lets platform know only platform, ui only platform, and a module only the doors it declares', () => {
    const found = product.flatMap((file) =>
      forbidden(file).map((target) => `${file.path} → ${target}`),
    )
    expect(found).toEqual([])
  })

  it('declares an edge list for every module, without cycles', () => {
    const modules = readdirSync(join(projectRoot, 'src/modules'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(Object.keys(edges).toSorted()).toEqual(modules.toSorted())
    const visit = (name: string, path: string[]): string[] =>
      path.includes(name)
        ? [[...path, name].join(' → ')]
        : (edges[name] ?? []).flatMap((next) => visit(next, [...path, name]))
    expect(Object.keys(edges).flatMap((name) => visit(name, []))).toEqual([])
  })

  it('draws its edges in src/modules/README.md', () => {
    const drawing = Object.entries(edges).flatMap(([from, to]) =>
      to.map((target) => `  ${from} --> ${target}`),
    )
    const readme = readFileSync(join(projectRoot, 'src/modules/README.md'), 'utf8')
    expect(readme).toContain(['```mermaid', 'flowchart LR', ...drawing, '```'].join('\n'))
  })

  it('keeps pages from the database and rules from everything but rules', () => {
    const found = product.flatMap(({ path, imports }) => {
      const own = moduleOf(path)
      if (!own) return []
      const inside = path.slice(`src/modules/${own}/`.length)
      return imports
        .filter((target) => target.startsWith('.'))
        .map((target) => join(inside, '..', target).replaceAll('\\', '/'))
        .filter((target) => rankOf(target) > rankOf(inside))
        .map((target) => `${path} → ${target}`)
    })
    expect(found).toEqual([])
  })

  it('has no file over 300 lines and no folder that nobody named', () => {
    expect(
      files.filter((file) => file.lines > 300).map((file) => `${file.path} ${file.lines}`),
    ).toEqual([])
    const vague = /(^|\/)(utils?|shared|common|lib|helpers?|misc|types)(\/|\.tsx?$)/
    expect(files.filter((file) => vague.test(file.path)).map((file) => file.path)).toEqual([])
  })

  it('reads the environment in one place', () => {
    const readers = product
      .filter((file) => /process\.env(?!\.PATH\b)/.test(file.text))
      .map((file) => file.path)
    expect(readers.filter((path) => !['src/main.ts', 'src/cli.ts'].includes(path))).toEqual([])
  })

  it('takes the time from its caller: rules and commands never ask the clock', () => {
    const asking = product
      .filter(
        (file) => layerOf(file.path) === 'modules' && /new Date\(\)|Date\.now\(\)/.test(file.text),
      )
      .map((file) => file.path)
    expect(asking).toEqual([])
  })
})
