import type { Kalender } from '#modules/kalender'
import type { Pemberitahuan } from '#modules/pemberitahuan'
import { type OpenSel, selUrl, shorten } from '#modules/rencana-aksi'
import { longDate, monthName } from '#platform/date.ts'
import { type Aturan, jenisOf, type JenisLangkah, type Langkah } from './pengingat.ts'
import { tugasUrl } from './urls.ts'
import { sisaText } from './waktu.ts'

/** One step of one obligation and whom it reaches. */
export type Diingatkan = { sel: OpenSel; langkah: Langkah; penerima: readonly string[] }

type Around = { satkerKode: string; today: string; kal: Kalender; aturan: Aturan }

type Group = { penerimaId: string; jenis: JenisLangkah; items: Diingatkan[] }

const mostNamed = 3

/** What was reached today as notices: one a person and kind, however many obligations it speaks of. */
export function noticesOf(reached: readonly Diingatkan[], around: Around): Pemberitahuan[] {
  const groups = new Map<string, Group>()
  for (const item of reached) {
    const jenis = jenisOf(item.langkah)
    for (const penerimaId of item.penerima) {
      const key = `${penerimaId}:${jenis}`
      const group = groups.get(key) ?? { penerimaId, jenis, items: [] }
      group.items.push(item)
      groups.set(key, group)
    }
  }
  return [...groups.values()].flatMap((group) => noticeOf(group, around))
}

function noticeOf({ penerimaId, jenis, items }: Group, around: Around): Pemberitahuan[] {
  const sels = distinct(items.map(({ sel }) => sel))
  const [first, ...more] = sels
  const step = items[0]?.langkah
  if (!first) return []
  const alone = more.length === 0
  return [
    {
      satkerKode: around.satkerKode,
      penerimaId,
      jenis,
      judul: alone ? headOfOne(jenis, first, around) : headOfMany(jenis, sels, around),
      isi: alone ? null : named(sels),
      url: alone ? selUrl(first) : `${tugasUrl}${sectionOf(jenis)}`,
      kunci: [jenis, around.today, first.butirId, first.bulan, first.jatuhTempo, step].join(':'),
    },
  ]
}

/** A kasubbag who also acts as sekretaris hears of an obligation once. */
const distinct = (sels: readonly OpenSel[]): OpenSel[] => [
  ...new Map(sels.map((sel) => [`${sel.butirId}:${sel.bulan}`, sel])).values(),
]

const sectionOf = (jenis: JenisLangkah) => (jenis === 'eskalasi' ? '?bagian=eskalasi' : '')

const titleOf = (sel: OpenSel) => `${shorten(sel.butir, 110)} (${monthName(sel.bulan)})`

function headOfOne(jenis: JenisLangkah, sel: OpenSel, { kal, today }: Around): string {
  if (jenis === 'pengingat')
    return `Jatuh tempo ${sisaText(kal, today, sel.jatuhTempo)}: ${titleOf(sel)}`
  if (jenis === 'terlambat') return `Terlambat sejak ${longDate(sel.jatuhTempo)}: ${titleOf(sel)}`
  return `Diteruskan kepada Anda, lewat ${longDate(sel.jatuhTempo)}: ${titleOf(sel)}`
}

function headOfMany(jenis: JenisLangkah, sels: readonly OpenSel[], { aturan }: Around): string {
  const last = sels
    .map(({ jatuhTempo }) => jatuhTempo)
    .toSorted((a, b) => a.localeCompare(b))
    .at(-1)
  if (jenis === 'pengingat')
    return `${sels.length} kewajiban jatuh tempo sampai dengan ${longDate(last ?? '')}`
  if (jenis === 'terlambat') return `${sels.length} kewajiban Anda terlambat`
  return `${sels.length} kewajiban terlambat ${aturan.kasubbagHari} hari kerja atau lebih diteruskan kepada Anda`
}

function named(sels: readonly OpenSel[]): string {
  const shown = sels.slice(0, mostNamed).map((sel) => shorten(sel.butir, 70))
  const left = sels.length - shown.length
  return `${shown.join('; ')}${left > 0 ? `; dan ${left} lainnya` : ''}`
}
