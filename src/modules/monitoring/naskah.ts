import { longDate } from '#platform/date.ts'
import { type Penilaian } from './rapat.ts'
import { namaDokumen, penilaianLabels } from './labels-rapat.ts'
import type { Dokumen } from './rapat.ts'

export type Hadirin = { nama: string; jabatan: string | null; hadir: boolean }

/** What of a meeting its documents say. */
export type RapatNaskah = {
  satkerNama: string
  judul: string
  /** YYYY-MM-DD, HH:MM */
  tanggal: string
  jamMulai: string
  jamSelesai: string | null
  zona: string
  tempat: string | null
  tautan: string | null
  nomorUndangan: string | null
  nomorBeritaAcara: string | null
  pimpinan: string | null
  notulis: string | null
  agenda: string | null
  pembahasan: string | null
  simpulan: string | null
  penilaian: Penilaian | null
  peserta: readonly Hadirin[]
  keputusan: readonly string[]
}

export type Bagian = { judul: string; isi: string[]; bernomor: boolean }

/** A document as its parts, from which the page for paper and the plain text are made. */
export type Naskah = {
  judul: string
  nomor: string | null
  pembuka: string
  fakta: { term: string; value: string }[]
  bagian: Bagian[]
  /** with a line to sign for each, or without */
  hadirin: { orang: readonly Hadirin[]; tandaTangan: boolean } | null
  /** who signs at the foot */
  penanda: { sebagai: string; nama: string | null }[]
}

const paragraphs = (text: string | null): string[] =>
  (text ?? '')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

const part = (judul: string, isi: string[], bernomor = false): Bagian[] =>
  isi.length === 0 ? [] : [{ judul, isi, bernomor }]

const zones: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

const clock = (jam: string) => jam.slice(0, 5).replace(':', '.')

type Waktu = Pick<RapatNaskah, 'jamMulai' | 'jamSelesai' | 'zona'>

/** "pukul 09.00 sampai 11.30 WITA", or "pukul 09.00 WITA sampai selesai" */
export function waktuText({ jamMulai, jamSelesai, zona }: Waktu): string {
  const zone = zones[zona] ? ` ${zones[zona]}` : ''
  const mulai = `pukul ${clock(jamMulai)}`
  return jamSelesai
    ? `${mulai} sampai ${clock(jamSelesai)}${zone}`
    : `${mulai}${zone} sampai selesai`
}

const factsOf = (rapat: RapatNaskah) => [
  { term: 'Hari, tanggal', value: `${weekday(rapat.tanggal)}, ${longDate(rapat.tanggal)}` },
  { term: 'Waktu', value: waktuText(rapat) },
  { term: 'Tempat', value: [rapat.tempat, rapat.tautan].filter(Boolean).join('; ') },
]

const weekday = (date: string) =>
  new Intl.DateTimeFormat('id-ID', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )

const withLeads = (rapat: RapatNaskah) => [
  ...factsOf(rapat),
  ...(rapat.pimpinan ? [{ term: 'Pimpinan rapat', value: rapat.pimpinan }] : []),
  ...(rapat.notulis ? [{ term: 'Notulis', value: rapat.notulis }] : []),
]

/** One of the documents that the product writes itself. */
export function naskahOf(rapat: RapatNaskah, dokumen: Exclude<Dokumen, 'dokumentasi'>): Naskah {
  const base = { judul: `${namaDokumen[dokumen]} ${rapat.judul}`, hadirin: null }
  const hadir = rapat.peserta.filter((each) => each.hadir)
  const pimpinan = { sebagai: 'Pimpinan rapat', nama: rapat.pimpinan }
  const notulis = { sebagai: 'Notulis', nama: rapat.notulis }
  if (dokumen === 'undangan')
    return {
      ...base,
      nomor: rapat.nomorUndangan,
      pembuka: `${rapat.satkerNama} mengundang Saudara untuk menghadiri rapat berikut.`,
      fakta: factsOf(rapat),
      bagian: [
        ...part('Agenda', paragraphs(rapat.agenda), true),
        ...part('Yang diundang', rapat.peserta.map(nameWithPost), true),
      ],
      penanda: [pimpinan],
    }
  if (dokumen === 'daftar_hadir')
    return {
      ...base,
      nomor: null,
      pembuka: `Hadir ${hadir.length} dari ${rapat.peserta.length} orang yang diundang.`,
      fakta: factsOf(rapat),
      bagian: [],
      hadirin: { orang: rapat.peserta, tandaTangan: true },
      penanda: [pimpinan],
    }
  const outcome = [
    ...part('Keputusan rapat', [...rapat.keputusan], true),
    ...part('Simpulan', paragraphs(rapat.simpulan)),
    ...(rapat.penilaian
      ? part('Hasil evaluasi rencana kerja', [`${penilaianLabels[rapat.penilaian]}.`])
      : []),
  ]
  if (dokumen === 'notula')
    return {
      ...base,
      nomor: null,
      pembuka: `Rapat dihadiri ${hadir.length} dari ${rapat.peserta.length} orang yang diundang.`,
      fakta: withLeads(rapat),
      bagian: [
        ...part('Agenda', paragraphs(rapat.agenda), true),
        ...part('Pembahasan', paragraphs(rapat.pembahasan)),
        ...outcome,
      ],
      penanda: [pimpinan, notulis],
    }
  return {
    ...base,
    nomor: rapat.nomorBeritaAcara,
    pembuka: `Pada hari ${weekday(rapat.tanggal)}, tanggal ${longDate(rapat.tanggal)}, ${rapat.satkerNama} melaksanakan ${rapat.judul}, dengan hasil sebagai berikut.`,
    fakta: withLeads(rapat),
    bagian: outcome,
    hadirin: { orang: hadir, tandaTangan: false },
    penanda: [pimpinan, notulis],
  }
}

const nameWithPost = ({ nama, jabatan }: Hadirin) => (jabatan ? `${nama}, ${jabatan}` : nama)

/** The document as plain text: what its eviden keeps. */
export function naskahText(naskah: Naskah, satkerNama: string): string {
  const lists = naskah.bagian.flatMap(({ judul, isi, bernomor }) => [
    '',
    judul,
    ...isi.map((line, index) => (bernomor ? `${index + 1}. ${line}` : line)),
  ])
  const people =
    naskah.hadirin?.orang.map(
      (each, index) => `${index + 1}. ${nameWithPost(each)}${each.hadir ? '' : ' (tidak hadir)'}`,
    ) ?? []
  return [
    satkerNama,
    naskah.judul,
    ...(naskah.nomor ? [`Nomor: ${naskah.nomor}`] : []),
    '',
    naskah.pembuka,
    '',
    ...naskah.fakta.map(({ term, value }) => `${term}: ${value}`),
    ...lists,
    ...(people.length > 0 ? ['', 'Hadirin', ...people] : []),
    '',
    ...naskah.penanda.map(({ sebagai, nama }) => `${sebagai}: ${nama ?? '(belum ditentukan)'}`),
  ].join('\n')
}
