import type { RenaksiDasarHukum, Temuan } from '../renaksi.ts'
import type { HeaderLine } from './header-lines.ts'
import { legalCode, lawOpening } from './legal-code.ts'
import { describeNumbering, listItems, type ListItem } from './list-items.ts'
import { normalizeSpaces } from './text.ts'

type Law = { kode: string; judul: string }

/** "(Lembaran Negara …" and "(Berita Negara …" to the end: where a law is published, not what it says. */
const gazette = /\s*\((?:tam\w+\s+)?(?:lembaran|berita)\b.*$/i
const amendedBy =
  /[,;]?\s*\(?sebagaiman\w*\s+(?:telah\s+)?(?:beberapa\s+)?(?:kali\s+)?(?:di)?ubah\b[^()]*?\b(?:dengan|oleh|melalui)\s+|\s+(?:jo\.?|juncto)\s+(?=(?:undang|peraturan|keputusan|uu)\b)/i
const nextAmendment =
  /[,;]?\s*(?:dan|serta)?\s*(?:yang\s+)?(?:kemudian\s+|terakhir\s+)(?:kali\s+)?(?:telah\s+)?(?:diubah\s+)?(?:kembali\s+)?dengan\s+|\)\s*[,;]?\s+(?:dan|serta)\s+(?=(?:undang|peraturan|keputusan)\b)|\s+(?:jo\.?|juncto)\s+/i

/** Reads the section Mengingat: each law with its code, its title and the laws that amended it. */
export function readLegalBasis(lines: readonly HeaderLine[]): {
  mengingat: RenaksiDasarHukum[]
  temuan: Temuan[]
} {
  const temuan: Temuan[] = []
  const items = listItems(lines, lawOpening)
  const order = describeNumbering(items)
  if (order !== null) temuan.push(brokenNumbering(items, order))
  const mengingat = items.map((item) => readItem(item, temuan))
  return { mengingat, temuan }
}

function readItem(item: ListItem, temuan: Temuan[]): RenaksiDasarHukum {
  const teks = dropStrayNumber(item, temuan)
  const split = amendedBy.exec(teks)
  const own = split === null ? teks : teks.slice(0, split.index)
  const later = split === null ? [] : teks.slice(split.index + split[0].length).split(nextAmendment)
  const perubahan = later
    .filter((text) => lawOpening.test(text))
    .map((text) => readLaw(text, item, temuan))
  return { ...readLaw(own, item, temuan), perubahan }
}

function readLaw(text: string, item: ListItem, temuan: Temuan[]): Law {
  const judul = normalizeSpaces(text.replace(gazette, '')).replace(/[\s;.,]+(?:dan)?$/, '')
  const kode = legalCode(judul)
  if (kode === null) {
    temuan.push({
      kode: 'dasar-hukum-tanpa-nomor',
      baris: item.baris,
      pesan: `Nomor peraturan tidak terbaca pada dasar hukum "${judul.slice(0, 80)}".`,
      keputusan: 'Nama peraturan dipakai sebagai kode.',
    })
  }
  return { kode: kode ?? judul.slice(0, 60), judul }
}

/** "Nomor 14 Tahun 7. 2020": the number of the list slipped into the sentence. */
function dropStrayNumber(item: ListItem, temuan: Temuan[]): string {
  const stray = /\b(nomor|tahun)\s+(\d{1,2})\.\s+(?=\d)/i.exec(item.teks)
  if (stray === null) return item.teks
  temuan.push({
    kode: 'nomor-daftar-tersisip',
    baris: item.baris,
    pesan: `Nomor urut "${stray[2]}." berada di tengah kalimat dasar hukum.`,
    keputusan: 'Nomor urut itu tidak dianggap bagian dari nama peraturan.',
    alternatif: item.teks.slice(0, 80),
  })
  return item.teks.replace(stray[0], `${stray[1]} `)
}

function brokenNumbering(items: readonly ListItem[], order: string): Temuan {
  return {
    kode: 'nomor-urut-rusak',
    baris: [...new Set(items.flatMap(({ baris }) => baris))],
    pesan: `Nomor urut pada bagian Mengingat hilang atau tidak berurutan: ${order}.`,
    keputusan: 'Urutan dalam dokumen yang dipakai.',
  }
}
