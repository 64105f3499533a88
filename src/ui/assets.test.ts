import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asset, type AssetManifest, buildAssets, findAsset, loadAssets } from './assets.ts'

let folder: string
let manifest: AssetManifest

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-aset-'))
  manifest = await buildAssets(folder)
})

afterAll(() => rm(folder, { recursive: true }))

const named = (name: string) => {
  const file = manifest.files.find((candidate) => candidate.name === name)
  if (!file) throw new Error(`no asset ${name}`)
  return file
}

describe('assets', () => {
  it('have a hash in their address', () => {
    expect(asset('staff.css')).toMatch(/^\/aset\/staff-[0-9A-Z]{8}\.css$/)
    expect(asset('jakarta.woff2')).toMatch(/^\/aset\/jakarta-[0-9A-Z]{8}\.woff2$/)
  })

  it('are found by that address, with their kind', () => {
    expect(findAsset(manifest, asset('portal.js'))?.contentType).toBe(
      'text/javascript; charset=utf-8',
    )
    expect(findAsset(manifest, asset('icon.svg'))?.contentType).toBe('image/svg+xml')
    expect(findAsset(manifest, '/aset/../package.json')).toBeUndefined()
  })

  it('keep the scripts small: staff 30 KB, citizens 5 KB', () => {
    expect(named('staff.js').gzipBytes).toBeLessThanOrEqual(30 * 1024)
    expect(named('portal.js').gzipBytes).toBeLessThanOrEqual(5 * 1024)
    expect(named('staff.css').gzipBytes).toBeLessThanOrEqual(16 * 1024)
  })

  it('give the font to the staff only', async () => {
    expect(await readFile(named('staff.css').path, 'utf8')).toContain(asset('jakarta.woff2'))
    expect(await readFile(named('portal.css').path, 'utf8')).not.toContain('@font-face')
  })

  it('keep light-dark() and nesting as written', async () => {
    const css = await readFile(named('staff.css').path, 'utf8')
    expect(css).toContain('light-dark(')
    expect(css).toContain('@layer tokens,base,layout,parts,print')
  })

  it('are not built again while no source has changed', async () => {
    const before = await stat(named('staff.css').path)
    const again = await buildAssets(folder)
    expect(again).toEqual(manifest)
    expect((await stat(named('staff.css').path)).mtimeMs).toBe(before.mtimeMs)
    expect(await loadAssets(folder)).toEqual(manifest)
  })
})
