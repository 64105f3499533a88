import type { AnnexCell, AnnexDocument } from '#test/support/documents.ts'
import type { Renaksi, RenaksiButir, RenaksiKegiatan } from '../renaksi.ts'

type Plan = Renaksi['rencana']
type Frame = Pick<AnnexDocument, 'before' | 'after'>

/** Ways in which offices lay out the same plan. */
export const layouts = { ziTitles, ziMerged, rbTicks, rbShaded }

/** Titles on rows of their own, as most ZI plans have them. */
function ziTitles(plan: Plan, frame: Frame): AnnexDocument {
  const width = 5
  const titleRow = (number: AnnexCell, title: string): AnnexCell[] => [
    number,
    cell(title),
    ...blanks(width - 2),
  ]
  const rows = plan.area.flatMap((area) => [
    titleRow(cell(area.nomor ?? ''), area.judul ?? ''),
    ...area.kegiatan.flatMap((kegiatan) => [
      titleRow(cell(''), labelled(kegiatan.nomor, kegiatan.judul)),
      ...kegiatan.butir.map((butir) => [
        cell(''),
        cell(labelled(butir.label, butir.uraian)),
        cell(butir.langkah ?? ''),
        cell(butir.eviden.join('\n')),
        cell(butir.jadwal?.asli ?? ''),
      ]),
    ]),
  ])
  const heading = [['NO.', 'PENILAIAN', 'LANGKAH AKSI', 'EVIDEN', 'TARGET WAKTU'].map(cell)]
  return { ...frame, widths: [1, 6, 6, 8, 3], heading, rows }
}

/** Area and kegiatan in merged cells beside their rows, evidence as a list with dashes. */
function ziMerged(plan: Plan, frame: Frame): AnnexDocument {
  const rows = plan.area.flatMap((area) =>
    merged(area.nomor, area.judul, area.kegiatan, (butir) => [
      cell(labelled(butir.label, butir.uraian)),
      cell(butir.langkah ?? ''),
      cell(butir.jadwal?.asli ?? ''),
      cell(butir.eviden.map((each) => `- ${each}`).join('\n')),
    ]),
  )
  const names = [
    'No',
    'Area Perubahan',
    'Komponen',
    'Kriteria',
    'Rencana Aksi',
    'Waktu Pelaksanaan',
    'Dokumen Pendukung',
  ]
  return { ...frame, widths: [1, 3, 4, 6, 6, 3, 8], heading: [names.map(cell)], rows }
}

/** Twelve narrow columns of ticks, indicators numbered in their cell. */
function rbTicks(plan: Plan, frame: Frame): AnnexDocument {
  const rows = plan.area.flatMap((area) =>
    merged(area.nomor, area.judul, area.kegiatan, (butir) => [
      cell(labelled(butir.label, butir.uraian)),
      cell(numbered(butir.indikator)),
      ...months((month) => cell(butir.jadwal?.bulan.includes(month) ? '✓' : '')),
      cell(butir.keterangan ?? ''),
    ]),
  )
  const tall = ['NO', 'AREA PERUBAHAN', 'KEGIATAN', 'SUB KEGIATAN', 'INDIKATOR KEBERHASILAN']
  const heading: AnnexCell[][] = [
    [
      ...tall.map((teks) => ({ teks, rowspan: 2 })),
      { teks: 'PELAKSANAAN (BULAN)', colspan: 12 },
      { teks: 'KET.', rowspan: 2 },
    ],
    months((month) => cell(String(month))),
  ]
  return { ...frame, widths: [1, 4, 5, 9, 9, ...months(() => 0.8), 1.5], heading, rows }
}

/** Shaded months under their names, an order of columns of its own, titles only once. */
function rbShaded(plan: Plan, frame: Frame): AnnexDocument {
  const rows = plan.area.flatMap((area) =>
    area.kegiatan.flatMap((kegiatan, k) =>
      kegiatan.butir.map((butir, b) => [
        cell(k + b === 0 ? (area.nomor ?? '') : ''),
        cell(k + b === 0 ? (area.judul ?? '') : ''),
        cell(b === 0 ? labelled(kegiatan.nomor, kegiatan.judul) : ''),
        cell(labelled(butir.label, butir.uraian)),
        ...months((month) => ({ teks: '', shaded: butir.jadwal?.bulan.includes(month) ?? false })),
        cell(numbered(butir.indikator)),
      ]),
    ),
  )
  const names = 'Jan Feb Mar Apr Mei Jun Jul Ags Sep Okt Nop Des'.split(' ')
  const heading: AnnexCell[][] = [
    [
      ...['NO', 'AREA', 'KEGIATAN', 'SUB KEGIATAN'].map((teks) => ({ teks, rowspan: 2 })),
      { teks: 'WAKTU PELAKSANAAN', colspan: 12 },
      { teks: 'INDIKATOR', rowspan: 2 },
    ],
    names.map(cell),
  ]
  return { ...frame, widths: [1, 4, 5, 9, ...months(() => 1), 9], heading, rows }
}

/** Rows of an area, with its number and title merged over all, each kegiatan over its own. */
function merged(
  nomor: string | null | undefined,
  judul: string | null,
  kegiatan: RenaksiKegiatan[],
  columns: (butir: RenaksiButir) => AnnexCell[],
): AnnexCell[][] {
  const rowspan = kegiatan.reduce((sum, each) => sum + each.butir.length, 0)
  const titles = [nomor ?? '', judul ?? ''].map((teks) => ({ teks, rowspan }))
  return kegiatan.flatMap((each, k) =>
    each.butir.map((butir, b) => [
      ...(k + b === 0 ? titles : []),
      ...(b === 0 ? [{ teks: labelled(each.nomor, each.judul), rowspan: each.butir.length }] : []),
      ...columns(butir),
    ]),
  )
}

function cell(teks: string): AnnexCell {
  return { teks }
}

function blanks(count: number): AnnexCell[] {
  return Array.from({ length: count }, () => cell(''))
}

function months<T>(make: (month: number) => T): T[] {
  return Array.from({ length: 12 }, (_, i) => make(i + 1))
}

/** A label that stood in a cell of its own, without a sign, gets one. */
function labelled(label: string | null | undefined, text: string | null): string {
  const signed = label && /^\w+$/.test(label) ? `${label}.` : label
  return [signed, text].filter(Boolean).join(' ')
}

function numbered(texts: string[]): string {
  return texts.length > 1
    ? texts.map((text, i) => `${i + 1}. ${text}`).join('\n')
    : (texts[0] ?? '')
}
