import { beforeAll, describe, expect, it } from 'vitest'
import { peranList } from '#modules/pengguna'
import { loadSamples } from '../../src/load-data.ts'
import { mounts } from '../../src/mounts.ts'
import { testApp } from '../support/app.ts'
import { testHub } from '../support/hub.ts'
import { aimed, allRoutes, idsOf, markTexts } from '../support/routes.ts'
import { signIn } from '../support/sign-in.ts'
import { openZip } from '../../src/modules/keputusan/reader/open-zip.ts'

const hub = testHub()
const origin = 'http://localhost:8080'

/** What a spreadsheet would run, each beginning in its own way. */
const formulas = ['=cmd|"/C calc"!A0', '+1+2', '-1+2', '@SUM(1)', '\t=1+1', '\r=1+1']

type Export = { path: string; type: string; bytes: Uint8Array }
const exports: Export[] = []

beforeAll(async () => {
  await loadSamples(hub.services, mounts)
  const marked = await markTexts(
    hub.services,
    'true',
    (nth) => formulas[nth % formulas.length] ?? '',
  )
  if (marked < 15) throw new Error(`only ${marked} columns took the mark`)
  for (const kode of ['5203', '52', '00']) {
    const cookie = await signIn(hub.services, await hub.actor(kode, [...peranList]))
    const ids = await idsOf(hub.services, '5203')
    for (const { path } of allRoutes(hub.services).filter(({ method }) => method === 'GET')) {
      const answer = await testApp(hub.services).request(origin + aimed(path, ids, '5203'), {
        headers: { cookie },
      })
      const type = answer.headers.get('content-type') ?? ''
      const bytes = new Uint8Array(await answer.arrayBuffer())
      if (answer.status === 200 && /csv|spreadsheet/.test(type)) exports.push({ path, type, bytes })
    }
  }
}, 180_000)

const cellsOfCsv = (text: string): string[] =>
  [...text.replace(/^\uFEFF/, '').matchAll(/"((?:[^"]|"")*)"|([^;,\r\n"]+)/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
  )

/** A number may begin with a minus. */
const runs = (cell: string) => /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.,]+$/.test(cell)

describe('what a spreadsheet opens', () => {
  it('was found', () => {
    expect(exports.filter(({ type }) => type.includes('csv')).length).toBeGreaterThan(0)
    expect(exports.filter(({ type }) => type.includes('spreadsheet')).length).toBeGreaterThan(0)
  })

  it('has no cell of a CSV that begins a formula', () => {
    for (const { path, bytes } of exports.filter(({ type }) => type.includes('csv'))) {
      const cells = cellsOfCsv(new TextDecoder().decode(bytes))
      expect(cells.length, path).toBeGreaterThan(5)
      expect(cells.filter(runs), path).toEqual([])
    }
  })

  it('has no formula and no external link in an XLSX', async () => {
    for (const { path, bytes } of exports.filter(({ type }) => type.includes('spreadsheet'))) {
      const zip = await openZip(bytes)
      expect(
        zip.names.filter((name) => /external|vba|macro/i.test(name)),
        path,
      ).toEqual([])
      for (const name of zip.names.filter((each) => /sheet\d*\.xml$/.test(each))) {
        const part = await zip.part(name)
        const chunks: Uint8Array[] = []
        for await (const chunk of part ?? []) chunks.push(chunk)
        expect(Buffer.concat(chunks).toString('utf8'), `${path} ${name}`).not.toMatch(/<f[ >]/)
      }
    }
  })
})
