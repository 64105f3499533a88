import type { RenaksiArea, RenaksiKeputusan } from '../renaksi.ts'
import type { SourceCell, SourceLine } from './source.ts'
import { readZiTable } from './zi-table.ts'

export const keputusan: RenaksiKeputusan = {
  penerbit: 'Komisi Pemilihan Umum Kabupaten Contoh',
  nomor: '12',
  tahun: 2026,
  judul: 'RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS TAHUN 2026',
  tanggal: '2026-01-12',
}

/** Lines of a text file; "→" stands for a tab so that columns can be seen. */
export function textLines(text: string): SourceLine[] {
  const lines = text
    .replaceAll('→', '\t')
    .replace(/^\n|\n$/g, '')
    .split('\n')
  return lines.map((teks, i) => ({ baris: i + 1, teks }))
}

type Cell = string | (Partial<SourceCell> & { teks: string }) | null

/** Rows of a table that a file marks as such; null = covered by a merged cell. */
export function cellLines(rows: Cell[][]): SourceLine[] {
  return rows.map((cells, i) => {
    const sel = cells.flatMap((cell, kolom): SourceCell[] => {
      if (cell === null) return []
      const own = typeof cell === 'string' ? { teks: cell } : cell
      return [{ kolom, colspan: 1, rowspan: 1, ...own }]
    })
    return { baris: i + 1, teks: sel.map((cell) => cell.teks).join('\t'), sel }
  })
}

/** The plan as lines: "A" area, "K" kegiatan, and for each butir its texts, evidence and months. */
export function sketch(area: RenaksiArea[]): string[] {
  const title = (kind: string, nomor: string | null | undefined, judul: string | null) =>
    [kind, nomor, judul].filter(Boolean).join(' ')
  return area.flatMap((each) => [
    title('A', each.nomor, each.judul),
    ...each.kegiatan.flatMap((kegiatan) => [
      title('K', kegiatan.nomor, kegiatan.judul),
      ...kegiatan.butir.map((butir) =>
        [
          title('', butir.label, butir.uraian),
          butir.langkah ?? '',
          butir.eviden.join(' + '),
          butir.jadwal?.bulan.join(' ') ?? '',
        ].join(' | '),
      ),
    ]),
  ])
}

export function read(lines: SourceLine[]) {
  const plan = readZiTable(lines, { keputusan })
  const rest = lines
    .filter(({ baris }) => !plan.placed.has(baris) && !plan.noise.has(baris))
    .map(({ teks }) => teks)
  return { ...plan, rest, kode: plan.temuan.map((each) => each.kode) }
}
