import type { RenaksiKeputusan } from '../renaksi.ts'
import { normalizeSpaces, titleCase } from './text.ts'

/** The office that issues a decree. */
export type Issuer = {
  penerbit: string
  tingkat: NonNullable<RenaksiKeputusan['tingkat']>
  wilayah: string | null
}

const commission = /\b(?:KOMISI\s+(?:PEMILIHAN\s+UMUM|INDEPENDEN\s+PEMILIHAN)|KPU|KIP)\b/i

/** What may follow the name of an office in running text. */
const endOfName =
  /[,;:.()]|\s(?:NOMOR|NO|TENTANG|TAHUN|TANGGAL|SELAKU|MENUJU|PERIODE|KEPUTUSAN|LAMPIRAN|KETUA|SEKRETARIS|SALINAN|KEPALA|KASUB\w*|TTD|DENGAN RAHMAT|JALAN|JL|ALAMAT|TELP)\b|\d/i

const levels = [
  { word: /^PROVINSI\s+/i, tingkat: 'provinsi', prefix: 'Provinsi ' },
  { word: /^PROV\.?\s+/i, tingkat: 'provinsi', prefix: 'Provinsi ' },
  { word: /^KABUPATEN\s+/i, tingkat: 'kabupaten', prefix: 'Kabupaten ' },
  { word: /^KAB\.?\s+/i, tingkat: 'kabupaten', prefix: 'Kabupaten ' },
  { word: /^KOTA\s+/i, tingkat: 'kota', prefix: 'Kota ' },
] as const

/** Reads the first office named in a text; null when there is none. Abbreviations are written out. */
export function readIssuer(text: string): Issuer | null {
  const flat = normalizeSpaces(text).replace(/\b(PROV|KAB)\./gi, '$1')
  const found = commission.exec(flat)
  if (found === null) return null
  const after = flat.slice(found.index + found[0].length)
  const region = normalizeSpaces(after.slice(0, endOfName.exec(after)?.index ?? after.length))
  return officeOf(isIndependent(found[0]), region)
}

function isIndependent(name: string): boolean {
  return /INDEPENDEN|KIP/i.test(name)
}

function officeOf(independent: boolean, region: string): Issuer {
  const commissionName = independent ? 'Komisi Independen Pemilihan' : 'Komisi Pemilihan Umum'
  const level = levels.find(({ word }) => word.test(region))
  if (level !== undefined) {
    const rest = region.replace(level.word, '').replace(/\s(?:PROVINSI|PROV)\b.*$/i, '')
    const wilayah = titleCase(rest)
    return {
      penerbit: `${commissionName} ${level.prefix}${wilayah}`,
      tingkat: level.tingkat,
      wilayah,
    }
  }
  if (region === '' || /^(?:REPUBLIK INDONESIA|RI)\b/i.test(region)) {
    const penerbit = titleCase(`${commissionName} ${region}`)
    return { penerbit, tingkat: 'pusat', wilayah: null }
  }
  const wilayah = titleCase(region)
  return { penerbit: `${commissionName} ${wilayah}`, tingkat: 'provinsi', wilayah }
}
