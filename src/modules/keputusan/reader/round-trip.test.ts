import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { annexDocx } from '#test/support/documents-docx.ts'
import { annexPdf } from '#test/support/documents-pdf-annex.ts'
import { annexCsv, annexXlsx } from '#test/support/documents-sheet.ts'
import type { AnnexDocument } from '#test/support/documents.ts'
import type { Renaksi, RenaksiButir } from '../renaksi.ts'
import { readHeader } from './header.ts'
import { openSource } from './open-source.ts'
import { layouts } from './plan-layouts.fixture.ts'
import { readKeputusan } from './read.ts'
import { similarity } from './similarity.ts'

const folder = new URL('../../../../data/contoh/keputusan/', import.meta.url)

/** A shipped decree, its plan as read, and the text around the plan. */
async function example(nama: string) {
  const source = await openSource({ nama, bytes: readFileSync(new URL(nama, folder)) })
  const { planFrom, planTo } = readHeader(source.lines)
  const texts = (from: number, to: number): string[] =>
    source.lines.filter(({ baris }) => baris >= from && baris < to).map(({ teks }) => teks)
  return {
    plan: titled(readKeputusan(source)),
    frame: { before: texts(1, planFrom), after: texts(planTo + 1, Infinity) },
  }
}

/** A title that a decree lost on the way to text cannot be told from an empty cell. */
function titled(plan: Renaksi): Renaksi {
  plan.rencana.area.forEach((area, a) => {
    area.nomor ??= String(a + 1)
    area.judul ??= 'Peningkatan Kualitas Pelayanan Publik'
    for (const kegiatan of area.kegiatan) kegiatan.judul ??= 'Perbaikan layanan'
  })
  return plan
}

const formats: Record<string, (annex: AnnexDocument) => Uint8Array | Promise<Uint8Array>> = {
  docx: annexDocx,
  xlsx: annexXlsx,
  'csv;': (annex) => annexCsv(annex, ';'),
  'csv,': (annex) => annexCsv(annex, ','),
  pdf: (annex) => annexPdf(annex, { ruled: true }),
  'pdf-': (annex) => annexPdf(annex, { ruled: false }),
}

/** "pdf-" has no rules. Shades are written to DOCX and to ruled PDF only. */
const cases = [
  ...['docx', 'xlsx', 'csv;', 'csv,', 'pdf', 'pdf-'].flatMap((format) => [
    { file: 'lombok-timur-21-2025.txt', layout: 'ziTitles', format },
    { file: 'lombok-timur-21-2025.txt', layout: 'ziMerged', format },
    { file: 'kota-mataram-11-2025.txt', layout: 'ziMerged', format },
    { file: 'lumajang-07-2022.txt', layout: 'rbTicks', format },
  ]),
  ...['docx', 'pdf'].map((format) => ({
    file: 'lumajang-07-2022.txt',
    layout: 'rbShaded',
    format,
  })),
] as const

test.each(cases)('$file as $layout in $format reads back the same', async (each) => {
  const { plan, frame } = await example(each.file)
  const annex = layouts[each.layout as keyof typeof layouts](plan.rencana, frame)
  const bytes = await formats[each.format]?.(annex)
  const nama = `keputusan.${each.format.replace(/\W/, '')}`
  const back = readKeputusan(await openSource({ nama, bytes: bytes ?? new Uint8Array() }))
  const scores = compare(back, plan)
  expect(scores.filter(({ share }) => share < 0.98)).toEqual([])
})

type Score = { what: string; share: number; missing: string[]; extra: string[] }

/** Shares of what came back, and of what came back rightly, as F1. */
function compare(back: Renaksi, plan: Renaksi): Score[] {
  const score = (what: string, texts: (butir: Placed) => string[]): Score =>
    f1(what, placed(back).flatMap(texts), placed(plan).flatMap(texts))
  return [
    score('butir', ({ butir }) => [`${butir.uraian ?? ''} ${butir.langkah ?? ''}`]),
    score('induk', ({ induk, butir }) => [`${induk} ${butir.uraian ?? butir.langkah ?? ''}`]),
    score('indikator', ({ butir }) => butir.indikator),
    score('eviden', ({ butir }) => butir.eviden),
    score('jadwal', ({ butir }) => [
      `${(butir.uraian ?? butir.langkah ?? '').slice(0, 60)} ${butir.jadwal?.bulan.join() ?? '-'}`,
    ]),
    f1('nomor', [back.keputusan.nomor], [plan.keputusan.nomor]),
  ]
}

type Placed = { induk: string; butir: RenaksiButir }

function placed(plan: Renaksi): Placed[] {
  return plan.rencana.area.flatMap((area) =>
    area.kegiatan.flatMap((kegiatan) =>
      kegiatan.butir.map((butir) => ({ induk: `${area.judul} ${kegiatan.judul}`, butir })),
    ),
  )
}

function f1(what: string, found: string[], expected: string[]): Score {
  const missing = [...expected]
  const extra = found.filter((text) => {
    const at = missing.findIndex((other) => other === text || similarity(other, text) >= 0.97)
    if (at < 0) return true
    missing.splice(at, 1)
    return false
  })
  const right = found.length - extra.length
  const all = found.length + expected.length
  return { what, share: all === 0 ? 1 : (2 * right) / all, missing, extra }
}

test('there are shipped decrees to write and read back', () => {
  expect(readdirSync(folder).length).toBeGreaterThanOrEqual(5)
})
