import type { Renaksi, RenaksiDasarHukum, Temuan } from './renaksi.ts'

/** A rule in the register of legal bases. Dates are YYYY-MM-DD; `berlaku_sampai` is the first day it no longer holds. */
export type Peraturan = {
  kode: string
  judul: string
  berlaku_dari: string | null
  berlaku_sampai: string | null
  keyakinan: 'terverifikasi' | 'ingatan'
}

export type Hubungan = {
  kode: string
  jenis: 'mengubah' | 'mencabut' | 'melaksanakan'
  sasaran_kode: string
}

export type BobotInstrumen = { kode: string; area: Record<string, number> }

export type Register = {
  peraturan: readonly Peraturan[]
  hubungan: readonly Hubungan[]
  bobot: readonly BobotInstrumen[]
}

/** What a decree says that the register can judge. */
export type Citing = {
  tanggal: string
  mengingat: readonly RenaksiDasarHukum[]
  bobot: readonly { kelompok?: string | undefined; persen?: number | undefined }[]
}

/** The same of a decree as it was read. */
export const citingOf = ({ keputusan, rencana }: Renaksi): Citing => ({
  tanggal: keputusan.tanggal,
  mengingat: keputusan.mengingat ?? [],
  bobot: rencana.bobot ?? [],
})

/**
 * What is doubtful about the rules that a decree cites, on the day it was signed: repealed, amended without saying so,
 * unknown, or a weight table of another rule. Findings for a person; nothing is corrected here.
 */
export function checkDasarHukum(
  { tanggal, mengingat, bobot }: Citing,
  register: Register,
): Temuan[] {
  const cited = mengingat.flatMap((m) => [m.kode, ...(m.perubahan ?? []).map((p) => p.kode)])
  return [
    ...cited.flatMap((kode) => repealed(kode, tanggal, register)),
    ...mengingat.flatMap((m) => amendmentsMissing(m.kode, cited, tanggal, register)),
    ...cited.filter((kode) => !find(kode, register)).map(unknown),
    ...weightsOfAnother(bobot, cited, register),
  ]
}

/** The rule by its code; `KepKPU 314/2021` also names `KepKPU 314/ORT.07-Kpt/01/KPU/V/2021`. */
function find(kode: string, { peraturan }: Register): Peraturan | undefined {
  const exact = peraturan.find((p) => p.kode === kode)
  if (exact) return exact
  const short = shortOf(kode)
  return peraturan.find((p) => shortOf(p.kode) === short)
}

const shortOf = (kode: string) => kode.replace(/^(.*? \d+)\/.*?(\d{4})$/, '$1/$2')

function repealed(kode: string, tanggal: string, register: Register): Temuan[] {
  const rule = find(kode, register)
  if (!rule?.berlaku_sampai || tanggal < rule.berlaku_sampai) return []
  const by = register.hubungan
    .filter((h) => h.jenis === 'mencabut' && h.sasaran_kode === rule.kode)
    .map((h) => h.kode)
  const since =
    by.length > 0
      ? `dicabut oleh ${by.join(' dan ')}`
      : `tidak berlaku lagi sejak ${rule.berlaku_sampai}`
  return [
    {
      kode: 'dasar-hukum-dicabut',
      pesan: `${kode} ${since}${doubt(rule)}.`,
      keputusan: 'Rujukan dicatat sebagaimana tercetak.',
      alternatif: by[0] ?? null,
    },
  ]
}

function amendmentsMissing(
  kode: string,
  cited: string[],
  tanggal: string,
  register: Register,
): Temuan[] {
  const rule = find(kode, register)
  if (!rule || (rule.berlaku_sampai && tanggal >= rule.berlaku_sampai)) return []
  const amending = register.hubungan
    .filter((h) => h.jenis === 'mengubah' && h.sasaran_kode === rule.kode)
    .map((h) => find(h.kode, register))
    .filter((a) => a !== undefined)
    .filter((a) => (a.berlaku_dari ?? `${yearOf(a.kode) + 1}-01-01`) <= tanggal)
  const latest = amending.toSorted((a, b) => yearOf(b.kode) - yearOf(a.kode))[0]
  if (!latest || cited.includes(latest.kode)) return []
  return [
    {
      kode: 'perubahan-tidak-disebut',
      pesan: `${kode} telah diubah dengan ${latest.kode}, yang tidak disebut${doubt(latest)}.`,
      keputusan: 'Rujukan dicatat sebagaimana tercetak.',
      alternatif: latest.kode,
    },
  ]
}

const yearOf = (kode: string) => Number(/(\d{4})$/.exec(kode)?.[1] ?? 0)

const doubt = (rule: Peraturan) =>
  rule.keyakinan === 'ingatan' ? ' (register: belum terverifikasi)' : ''

const unknown = (kode: string): Temuan => ({
  kode: 'dasar-hukum-tidak-dikenal',
  pesan: `${kode} belum ada dalam register dasar hukum.`,
  keputusan: 'Rujukan dicatat sebagaimana tercetak.',
  alternatif: null,
})

/** The annex of a ZI decree may print area weights; they tell which instrument it was really made from. */
function weightsOfAnother(table: Citing['bobot'], cited: string[], { bobot }: Register): Temuan[] {
  const printed = table.filter((b) => b.kelompok === 'pengungkit').map((b) => b.persen)
  if (printed.length === 0) return []
  const same = (rule: BobotInstrumen) => {
    const weights = Object.values(rule.area)
    return weights.length === printed.length && weights.every((w, i) => w === printed[i])
  }
  const source = bobot.find(same)
  const citedRule = bobot.find((rule) => cited.includes(rule.kode))
  if (!source || !citedRule || source.kode === citedRule.kode) return []
  return [
    {
      kode: 'bobot-instrumen-lain',
      pesan: `Tabel bobot (${printed.join('/')}) adalah tabel ${source.kode}, sedangkan yang dirujuk ${citedRule.kode} (${Object.values(citedRule.area).join('/')}).`,
      keputusan: 'Bobot dicatat sebagaimana tercetak; penilaian memakai instrumen yang berlaku.',
      alternatif: Object.values(citedRule.area).join('/'),
    },
  ]
}
