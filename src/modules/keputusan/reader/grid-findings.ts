import type { RenaksiArea, RenaksiKegiatan, Temuan } from '../renaksi.ts'
import { isNext, isSameList, readEnumerator } from './enumerator.ts'
import { isUnfinished } from './grid-continuation.ts'
import type { ColumnRole } from './column-words.ts'
import type { GridEntry } from './grid-entry.ts'
import { isSlipped } from './grid-schedule.ts'

/** What a person should know of the table as a whole: slipped cells, shared cells, surplus columns. */
export function tableFindings(entries: GridEntry[], columns: ReadonlySet<ColumnRole>): Temuan[] {
  const unmarked = entries.every((entry) => entry.bulan.length === 0 && entry.waktu === '')
  const full = entries.filter((entry) => entry.beyond > 0 && !isSlipped(entry))
  const shifted = entries.filter((entry) => entry.shifted)
  const found: Temuan[] = sharedIndikator(entries)
  if (unmarked && columns.has('bulan') && entries.length > 0) {
    found.push({
      kode: 'jadwal-kosong',
      baris: linesOf(entries).slice(0, 1),
      pesan: 'Tabel mempunyai kolom bulan, tetapi tidak satu baris pun memuat tanda bulan.',
      keputusan: 'Jadwal semua butir dikosongkan; arsiran mungkin hilang dari berkas.',
      alternatif: null,
    })
  }
  if (full.length > 0) {
    found.push({
      kode: 'kolom-bulan-berlebih',
      baris: linesOf(full),
      pesan: 'Tanda bulan berlanjut sampai di sebelah kanan Desember; halamannya berkolom lebih.',
      keputusan: 'Rangkaian tanda itu dibaca sampai Desember.',
      alternatif: null,
    })
  }
  if (shifted.length > 0) {
    found.push({
      kode: 'kolom-bergeser',
      baris: linesOf(shifted),
      pesan: 'Isi sel pada baris-baris ini bergeser ke kolom di sebelahnya.',
      keputusan: 'Judul, butir, dan indikator dikembalikan ke kolom asalnya menurut bunyinya.',
      alternatif: null,
    })
  }
  return found
}

function linesOf(entries: GridEntry[]): number[] {
  return [...new Set(entries.flatMap((entry) => entry.baris))].toSorted((a, b) => a - b)
}

/** Empty cells below an indicator, as a cell merged over several rows leaves behind. */
function sharedIndikator(entries: GridEntry[]): Temuan[] {
  const found: Temuan[] = []
  entries.forEach((entry, at) => {
    const below = entries.slice(at + 1)
    const end = below.findIndex((other) => other.indikatorSharing !== 'assumed')
    const shared = end < 0 ? below : below.slice(0, end)
    if (entry.indikator === '' || shared.length === 0) return
    found.push({
      kode: 'indikator-gabungan',
      baris: linesOf([entry, ...shared]),
      pesan: `Sel indikator tampak berlaku untuk ${shared.length + 1} baris; baris lain kosong.`,
      keputusan: 'Indikator dicatat sekali, pada baris tempat ia tercetak.',
      alternatif: null,
    })
  })
  return found
}

/** What a person should look at in the texts: numbers out of order and texts that break off. */
export function textFindings(area: RenaksiArea[]): Temuan[] {
  return area.flatMap((one) => [
    ...numberFindings(
      one.kegiatan.map(({ nomor, butir }) => ({ label: nomor, baris: butir[0]?.baris })),
      `kegiatan pada area "${one.judul ?? 'tanpa judul'}"`,
    ),
    ...one.kegiatan.flatMap((kegiatan) => [
      ...numberFindings(kegiatan.butir, `butir pada "${kegiatan.judul ?? 'tanpa judul'}"`),
      ...cutTexts(kegiatan),
    ]),
  ])
}

type Numbered = { label?: string | null | undefined; baris?: number[] | undefined }

function numberFindings(items: Numbered[], where: string): Temuan[] {
  const labels = items.map((item) => readEnumerator(item.label ?? '')?.enumerator ?? null)
  return items.flatMap((item, i): Temuan[] => {
    const label = labels[i]
    const before = labels
      .slice(0, i)
      .findLast((one) => one !== null && label && isSameList(one, label))
    if (!label || !before || isNext(before, label)) return []
    return [
      {
        kode: 'nomor-janggal',
        baris: item.baris ?? [],
        pesan: `Nomor ${where} tidak berurutan: ${label.label} sesudah ${before.label}.`,
        keputusan: 'Nomor dicatat seperti tercetak; urutan mengikuti naskah.',
        alternatif: null,
      },
    ]
  })
}

function cutTexts(kegiatan: RenaksiKegiatan): Temuan[] {
  const title = { teks: kegiatan.judul ?? '', baris: kegiatan.butir[0]?.baris ?? [] }
  const texts = kegiatan.butir.flatMap((butir) =>
    [butir.uraian, butir.langkah, ...butir.indikator].map((teks) => ({
      teks: teks ?? '',
      baris: butir.baris ?? [],
    })),
  )
  return [title, ...texts]
    .filter(({ teks }) => teks !== '' && isUnfinished(teks.replace(/[;.,]\s*(?:dan|serta)?$/, '')))
    .map(({ teks, baris }) => ({
      kode: 'teks-terpotong',
      baris,
      pesan: `Teks tampak terpotong: "…${teks.slice(-60)}".`,
      keputusan: 'Dicatat seperti tercetak.',
      alternatif: null,
    }))
}
