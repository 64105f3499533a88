import { normalizeSpaces, titleCase } from './text.ts'
import { readIssuer } from './issuer.ts'

/** Kinds of law by their full name, the more specific first; `kode` is the usual abbreviation. */
const kinds: readonly { name: RegExp; kode: string }[] = [
  { name: /^undang[\s-]*undang dasar/i, kode: 'UUD' },
  { name: /^(?:undang[\s-]*undang|uu)\b/i, kode: 'UU' },
  { name: /^(?:peraturan pemerintah pengganti|perp+u\b)/i, kode: 'Perppu' },
  { name: /^(?:peraturan pemerintah|pp)\b/i, kode: 'PP' },
  { name: /^(?:peraturan presiden|perpres)\b/i, kode: 'Perpres' },
  { name: /^(?:keputusan presiden|keppres)\b/i, kode: 'Keppres' },
  { name: /^(?:instruksi presiden|inpres)\b/i, kode: 'Inpres' },
  { name: /^(?:ketetapan majelis permusyawaratan|tap mpr)/i, kode: 'TAP MPR' },
  { name: /^(?:peraturan menteri (?:negara )?pendayag|permen\s?pan)/i, kode: 'PermenPANRB' },
  { name: /^(?:keputusan menteri (?:negara )?pendayag|kepmen\s?pan)/i, kode: 'KepmenPANRB' },
  { name: /^surat edaran menteri (?:negara )?pendayag/i, kode: 'SE MenPANRB' },
  { name: /^(?:peraturan menteri keuangan|pmk\b)/i, kode: 'PMK' },
  { name: /^(?:peraturan menteri dalam negeri|permendagri)\b/i, kode: 'Permendagri' },
  { name: /^peraturan badan pengawas pemil/i, kode: 'Perbawaslu' },
  { name: /^peraturan dewan kehormatan penyelenggara/i, kode: 'Peraturan DKPP' },
  { name: /^peraturan (?:kepala )?badan kepegawaian negara/i, kode: 'PerBKN' },
  { name: /^peraturan (?:kepala )?arsip nasional/i, kode: 'PerANRI' },
  { name: /^peraturan (?:kepala )?lembaga administrasi negara/i, kode: 'PerLAN' },
  { name: /^peraturan komisi informasi/i, kode: 'Perki' },
  { name: /^peraturan (?:pimpinan )?komisi pemberantasan/i, kode: 'PerKPK' },
]

const commissionKinds: readonly { name: RegExp; kode: string }[] = [
  { name: /^(?:peraturan|pkpu)\b/i, kode: 'PKPU' },
  { name: /^keputusan sekretaris jenderal\b/i, kode: 'KepSekjen KPU' },
  { name: /^keputusan sekretaris\b/i, kode: 'KepSekretaris KPU' },
  { name: /^keputusan\b/i, kode: 'KepKPU' },
  { name: /^surat edaran sekretaris jenderal\b/i, kode: 'SE Sekjen KPU' },
  { name: /^surat edaran\b/i, kode: 'SE KPU' },
  { name: /^surat (?:dinas )?sekretaris jenderal\b/i, kode: 'Surat Sekjen KPU' },
  { name: /^surat (?:dinas )?ketua\b/i, kode: 'Surat Ketua KPU' },
  { name: /^surat\b/i, kode: 'Surat KPU' },
]

const commission = /\b(?:komisi\s+pemilihan\s+umum|kpu|komisi\s+independen\s+pemilihan|pkpu)\b/i

/** Begins like the name of a law, decree or letter. */
export const lawOpening =
  /^(?:undang[\s-]*undang|peraturan|keputusan|instruksi|ketetapan|surat|berita acara|nota dinas|pedoman|uu|pp|perp+u|perpres|inpres|keppres|pkpu|permen\w*|kepmen\w*|perbawaslu)\b/i

/** "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang …" → "PKPU 8/2019"; null without a number. */
export function legalCode(text: string): string | null {
  const name = normalizeSpaces(text.split(/\s(?:tentang|perihal)\b/i)[0] ?? '')
  const number = numberOf(name)
  if (number === null) return /^undang[\s-]*undang dasar/i.test(name) ? 'UUD 1945' : null
  const before = normalizeSpaces(name.slice(0, number.at)).replace(
    /[\s,:]*(?:\bno(?:mor)?\.?)?[\s:]*$/i,
    '',
  )
  return `${kindOf(before)} ${number.short}`
}

type NumberFound = { at: number; short: string }

function numberOf(name: string): NumberFound | null {
  const yearly = /(\d+(?:\s?[A-Z])?)\s+tahun\s+(\d{4})/i.exec(name)
  if (yearly !== null) {
    return { at: yearly.index, short: `${(yearly[1] ?? '').replace(/^0+(?=\d)/, '')}/${yearly[2]}` }
  }
  const long = /[\w.-]+(?:\s*\/\s*[\w.-]+)+/.exec(name.replace(/([/.-]) (?=\w)/g, '$1'))
  if (long !== null) return { at: long.index, short: long[0].replace(/\s/g, '') }
  const plain = /\bno(?:mor)?\.?\s*:?\s*([\w.-]*\d[\w.-]*)/i.exec(name)
  return plain === null ? null : { at: plain.index, short: plain[1] ?? '' }
}

function kindOf(name: string): string {
  const general = kinds.find((kind) => kind.name.test(name))
  if (general !== undefined) return general.kode
  const ofCommission = commissionKinds.find((kind) => kind.name.test(name))
  if (ofCommission === undefined || !commission.test(name)) return shortName(name)
  const wilayah = readIssuer(name)
  if (wilayah === null || wilayah.tingkat === 'pusat') return ofCommission.kode
  const region = wilayah.penerbit.replace(/^Komisi (?:Pemilihan Umum|Independen Pemilihan) /, '')
  return `${ofCommission.kode} ${region}`
}

/** A law of a kind we have no abbreviation for keeps its name. */
function shortName(name: string): string {
  return titleCase(name.replace(/\s+republik indonesia$/i, ''))
}
