import type { Temuan } from '../renaksi.ts'
import type { AreaGroup } from './flattened-areas.ts'
import type { Group } from './flattened-groups.ts'
import type { Cell } from './flattened-cells.ts'
import type { KindedCell } from './flattened-kinds.ts'
import { nationalPlans } from './national-plan.ts'
import { similarity } from './similarity.ts'
import { canonicalAreas } from './vocabulary.ts'

/** What was decided about the titles of areas and kegiatan. */
export function titleFindings(areas: AreaGroup[], guessed: Set<Group>): Temuan[] {
  return areas.flatMap((area) => [
    ...areaFinding(area),
    ...area.groups.flatMap((group) => kegiatanFinding(group, guessed)),
  ])
}

function areaFinding({ kode, title, groups }: AreaGroup): Temuan[] {
  if (title) return []
  const usual = canonicalAreas.find((area) => area.kode === kode)?.judul ?? null
  return [
    {
      kode: 'area-tanpa-judul',
      baris: linesOf(groups.flatMap((group) => group.rows.flatMap((row) => row.cell ?? []))).slice(
        0,
        1,
      ),
      pesan: 'Judul area untuk kegiatan ini tidak ada dalam berkas.',
      keputusan: 'Judul area dikosongkan; kegiatannya dikelompokkan menurut susunan baku.',
      alternatif: usual,
    },
  ]
}

function kegiatanFinding(group: Group, guessed: Set<Group>): Temuan[] {
  const { title, kegiatan } = group
  const rows = group.rows.flatMap((row) => row.cell ?? [])
  if (!title) {
    return [
      {
        kode: 'kegiatan-tanpa-judul',
        baris: linesOf(rows),
        pesan: 'Judul kegiatan untuk butir ini tidak ditemukan.',
        keputusan: 'Judul kegiatan dikosongkan.',
        alternatif: kegiatan?.judul ?? null,
      },
    ]
  }
  if (guessed.has(group)) {
    return [
      {
        kode: 'judul-kegiatan-menurut-letak',
        baris: linesOf([title, ...rows]),
        pesan: `Judul "${title.teks}" tidak berada pada baris butirnya.`,
        keputusan: 'Judul dipasangkan menurut letak dan kemiripan kata.',
        alternatif: kegiatan?.judul ?? null,
      },
    ]
  }
  if (!kegiatan || !isCutShort(title, kegiatan.judul)) return []
  return [
    {
      kode: 'judul-terpotong',
      baris: linesOf([title]),
      pesan: `Judul "${title.teks}" tampak terpotong.`,
      keputusan: 'Judul ditulis seperti tercetak.',
      alternatif: kegiatan.judul,
    },
  ]
}

function isCutShort(title: KindedCell, usual: string): boolean {
  const start = usual.slice(0, title.teks.length)
  return usual.length > title.teks.length + 3 && similarity(start, title.teks) > 0.9
}

/** Rows that the stored plan does not know or whose letters do not follow. */
export function rowFindings(areas: AreaGroup[]): Temuan[] {
  const rows = areas.flatMap((area) => area.groups.flatMap((group) => group.rows))
  return rows
    .filter((row) => row.ragu.length > 0)
    .map((row) => ({
      kode: 'butir-menurut-letak',
      baris: linesOf(row.cell ? [row.cell] : [...row.indikator, ...row.langkah]),
      pesan: `Letak butir ini perlu diperiksa: ${row.ragu.join('; ')}.`,
      keputusan: 'Butir ditempatkan menurut huruf dan tetangganya.',
      alternatif: null,
    }))
}

export function detailFinding(cell: KindedCell, owner: KindedCell | null): Temuan {
  return {
    kode: 'indikator-menurut-letak',
    baris: cell.baris,
    pesan: `Indikator "${shorten(cell.teks)}" tidak menyebut butirnya.`,
    keputusan: owner
      ? `Ditempatkan pada butir "${shorten(owner.teks)}".`
      : 'Ditempatkan pada kegiatan terdekat.',
    alternatif: null,
  }
}

export function repeatedFinding(cells: KindedCell[]): Temuan[] {
  if (cells.length === 0) return []
  return [
    {
      kode: 'sel-berulang',
      baris: linesOf(cells),
      pesan: 'Judul atau indikator tercetak lagi pada halaman berikutnya.',
      keputusan: 'Hanya yang pertama dicatat.',
      alternatif: null,
    },
  ]
}

/** The table is flattened: its months cannot be known, its order is restored. */
export function tableFindings(first: number, ticks: number[], monthsLost: boolean): Temuan[] {
  const restored: Temuan = {
    kode: 'tabel-tanpa-kolom',
    baris: [first],
    pesan: 'Tabel lampiran tersimpan tanpa kolom, isi selnya tidak berurutan.',
    keputusan: 'Urutan dan induk dipulihkan dari huruf, letak, dan susunan baku rencana aksi.',
    alternatif: null,
  }
  const months: Temuan = {
    kode: 'bulan-hilang',
    baris: ticks.length > 0 ? ticks : [first],
    pesan: 'Tanda bulan pelaksanaan hilang bersama kolom tabelnya.',
    keputusan: 'Jadwal dikosongkan.',
    alternatif: null,
  }
  return monthsLost ? [restored, months] : [restored]
}

export function cutFindings(cells: Cell[]): Temuan[] {
  return cells.map((cell) => ({
    kode: 'sel-terpotong',
    baris: cell.baris,
    pesan: `Teks "${shorten(cell.teks)}" terpotong oleh pergantian halaman.`,
    keputusan: 'Kedua bagiannya disambung.',
    alternatif: null,
  }))
}

/** A last item that ends in a semicolon had others behind it; the plan tells what is usual there. */
export function endFinding(areas: AreaGroup[], jenis: 'RB' | 'ZI'): Temuan[] {
  const last = areas.at(-1)?.groups.at(-1)
  const cell = last?.rows.at(-1)?.cell
  if (!last || !cell?.mark || !/[;,]$/.test(cell.teks)) return []
  const usual = nationalPlans[jenis].kegiatan.filter(
    (each) => last.kegiatan !== null && each.nomor > last.kegiatan.nomor,
  )
  const names = usual.map((each) => each.judul).join('; ')
  return [
    {
      kode: 'lampiran-terpotong',
      baris: cell.baris,
      pesan: `Butir terakhir "${shorten(cell.teks)}" belum menutup daftarnya; lanjutannya mungkin hilang.`,
      keputusan: 'Tidak ada yang ditambahkan.',
      alternatif: names === '' ? null : `Lazimnya masih ada: ${names}.`,
    },
  ]
}

export function linesOf(cells: KindedCell[]): number[] {
  return [...new Set(cells.flatMap((cell) => cell.baris))].toSorted((a, b) => a - b)
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
