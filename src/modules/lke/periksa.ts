import { Fraction } from 'fraction.js'
import { gerbangOf, totalOf } from './gerbang.ts'
import {
  type Bagian,
  bagianOf,
  type Instrumen,
  type Pertanyaan,
  pertanyaanOf,
} from './instrumen.ts'
import { readJawaban } from './jawaban.ts'
import { nilaiOf } from './nilai.ts'

/** What is wrong with an instrument beyond its shape, each a sentence that names the place. */
export const periksaInstrumen = (instrumen: Instrumen): string[] => [
  ...periksaId(instrumen),
  ...bagianOf(instrumen).flatMap(periksaBobot),
  ...periksaSkala(instrumen),
  ...pertanyaanOf(instrumen).flatMap((one) => periksaPertanyaan(instrumen, one)),
  ...periksaArea(instrumen),
  ...periksaGerbang(instrumen),
  ...periksaContoh(instrumen),
]

function periksaId(instrumen: Instrumen): string[] {
  const ids = [...bagianOf(instrumen), ...pertanyaanOf(instrumen)].map(({ id }) => id)
  const portal = pertanyaanOf(instrumen).flatMap(({ portalrb, masukan = [] }) => [
    portalrb,
    ...masukan.map((one) => one.portalrb),
  ])
  return [
    ...twice(ids).map((id) => `${id}: nomor ini dipakai lebih dari sekali.`),
    ...twice(portal.filter((one) => one !== undefined)).map(
      (one) => `Nomor PortalRB ${one} dipakai lebih dari sekali.`,
    ),
  ]
}

const twice = <T>(values: readonly T[]): T[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
]

function periksaBobot({ id, bobot, anak, pertanyaan }: Bagian): string[] {
  if (anak && pertanyaan) return [`${id}: tidak boleh memiliki anak dan pertanyaan sekaligus.`]
  if (!anak && !pertanyaan) return [`${id}: tidak memiliki anak maupun pertanyaan.`]
  const own = (pertanyaan ?? []).map((one) => one.bobot)
  if (pertanyaan && own.every((one) => one === undefined)) return []
  if (own.includes(undefined)) return [`${id}: sebagian pertanyaan berbobot, sebagian tidak.`]
  const sum = [...(anak ?? []), ...(pertanyaan ?? [])].reduce(
    (total, one) => total.add(one.bobot ?? 0),
    new Fraction(0),
  )
  if (sum.equals(bobot)) return []
  return [`${id}: bobot isinya berjumlah ${sum.toString()}, seharusnya ${bobot}.`]
}

function periksaSkala(instrumen: Instrumen): string[] {
  return Object.entries(instrumen.skala).flatMap(([name, levels]) => {
    const values = Object.values(levels).map((one) => new Fraction(one))
    const falling = values.every((one, index) => {
      const before = values[index - 1]
      return before === undefined || one.compare(before) < 0
    })
    const whole = values[0]?.equals(1) === true && values.at(-1)?.equals(0) === true
    return falling && whole ? [] : [`Skala ${name}: harus menurun dari 1 sampai 0.`]
  })
}

function periksaPertanyaan(instrumen: Instrumen, one: Pertanyaan): string[] {
  const { id, jawaban, masukan, rumus, tingkat } = one
  if (jawaban === 'persen') return periksaRumus(one)
  if (masukan || rumus) return [`${id}: hanya jawaban persen yang memakai masukan dan rumus.`]
  if (jawaban === 'indeks-4') return []
  const levels = Object.keys(instrumen.skala[jawaban] ?? {})
  if (levels.length === 0) return [`${id}: skala "${jawaban}" tidak ada.`]
  const named = Object.keys(tingkat ?? {})
  const unknown = named.filter((level) => !levels.includes(level))
  const missing = named.length > 0 ? levels.filter((level) => !named.includes(level)) : []
  return [
    ...unknown.map((level) => `${id}: tingkat ${level} tidak ada pada skala ${jawaban}.`),
    ...missing.map((level) => `${id}: tingkat ${level} belum dijelaskan.`),
  ]
}

function periksaRumus({ id, masukan = [], rumus }: Pertanyaan): string[] {
  if (!rumus) return [`${id}: jawaban persen memerlukan rumus.`]
  const keys = masukan.map(({ kunci }) => kunci)
  const used =
    rumus.jenis === 'rasio' ? [...rumus.pembilang, ...rumus.penyebut] : [rumus.lalu, rumus.kini]
  return [
    ...twice(keys).map((key) => `${id}: masukan ${key} ada lebih dari sekali.`),
    ...used
      .filter((key) => !keys.includes(key))
      .map((key) => `${id}: rumus memakai ${key}, yang tidak diminta.`),
  ]
}

function periksaArea(instrumen: Instrumen): string[] {
  const weights = new Map(bagianOf(instrumen).map(({ id, bobot }) => [id, bobot]))
  return instrumen.area.flatMap(({ nomor, bagian, maksimum }) => {
    const unknown = bagian.filter((id) => !weights.has(id))
    if (unknown.length > 0) return [`Area ${nomor}: bagian ${unknown.join(', ')} tidak ada.`]
    const sum = bagian.reduce((total, id) => total.add(weights.get(id) ?? 0), new Fraction(0))
    return sum.equals(maksimum)
      ? []
      : [`Area ${nomor}: bobot bagiannya ${sum.toString()}, maksimum tertulis ${maksimum}.`]
  })
}

/** Each gate asks what can be reached, and a later one never less than the one before. */
function periksaGerbang(instrumen: Instrumen): string[] {
  const full = new Map<string, Fraction>([
    ...bagianOf(instrumen).map(({ id, bobot }) => [id, new Fraction(bobot)] as const),
    ...bagianOf(instrumen).flatMap(({ pertanyaan = [], bobot }) =>
      pertanyaan.map(
        (one) =>
          [
            one.id,
            one.bobot ? new Fraction(one.bobot) : new Fraction(bobot).div(pertanyaan.length),
          ] as const,
      ),
    ),
  ])
  const total = instrumen.komponen.reduce((sum, { bobot }) => sum.add(bobot), new Fraction(0))
  const mostOf = ({ ukuran }: (typeof instrumen.gerbang)[string]['uji'][number]) => {
    if (ukuran.jenis === 'total') return total
    if (ukuran.jenis === 'area-terendah') return new Fraction(1)
    return full.get(ukuran.id)
  }
  const gates = Object.entries(instrumen.gerbang)
  return gates.flatMap(([name, { uji }], index) => {
    const before = new Map(gates[index - 1]?.[1].uji.map((one) => [one.id, one.ambang]))
    const lost = [...before.keys()].filter((id) => !uji.some((one) => one.id === id))
    return [
      ...lost.map((id) => `Gerbang ${name}: syarat ${id} tidak ada lagi.`),
      ...uji.flatMap((one) => {
        const most = mostOf(one)
        if (!most) return [`Gerbang ${name}, ${one.id}: yang diukur tidak ada.`]
        if (most.compare(one.ambang) < 0)
          return [
            `Gerbang ${name}, ${one.id}: ambang ${one.ambang} di atas nilai tertinggi ${most.toString()}.`,
          ]
        const earlier = before.get(one.id)
        if (earlier !== undefined && new Fraction(one.ambang).compare(earlier) < 0)
          return [
            `Gerbang ${name}, ${one.id}: ambang ${one.ambang} lebih rendah daripada gerbang sebelumnya (${earlier}).`,
          ]
        return []
      }),
    ]
  })
}

function periksaContoh(instrumen: Instrumen): string[] {
  return (instrumen.contoh ?? []).flatMap(({ judul, jawaban, kosong, total }) => {
    const { nisbah, problems } = readJawaban(instrumen, jawaban as Record<string, unknown>)
    if (problems.length > 0) return [`Contoh "${judul}": ${problems[0]}`]
    const found = totalOf(nilaiOf(instrumen, nisbah, kosong))
    return found.round(6).equals(new Fraction(total).round(6))
      ? []
      : [`Contoh "${judul}": hasilnya ${found.round(6).toString()}, tertulis ${total}.`]
  })
}

/** Whether a perfect sheet passes every gate; an instrument that nobody can pass is broken. */
export const reachable = (instrumen: Instrumen): boolean => {
  const best = new Map(pertanyaanOf(instrumen).map(({ id }) => [id, new Fraction(1)]))
  const gates = gerbangOf(instrumen, nilaiOf(instrumen, best, 'nol'))
  return Object.values(gates).every(({ lulus }) => lulus)
}
