import { readDate } from './decree-number.ts'
import { normalizeSpaces } from './text.ts'

export type SignatureKind =
  | 'penetapan'
  | 'ketua'
  | 'sekretaris'
  | 'kantor'
  | 'salinan'
  | 'ttd'
  | 'jabatan'
  | 'pangkat'
  | 'nama'
  | 'lain'

/** What one line of a signature block says. */
export type SignaturePart = {
  kind: SignatureKind
  teks: string
  nama: string | null
  tempat: string | null
  tanggal: string | null
}

const officeWords = new Set(
  `komisi pemilihan umum independen provinsi prov kabupaten kab kota republik indonesia ri kpu kip daerah
   sekretariat jenderal ketua plt plh pjs selaku`.split(/\s+/),
)
const roleWords = new Set(
  `kepala kasubbag kasubag kabag kasub bagian subbagian subbag subag sub bidang biro hukum teknis
   penyelenggara penyelenggaraan pemilu pemilihan partisipasi hubungan masyarakat humas hupmas parmas sdm
   sumber daya manusia keuangan umum logistik perencanaan data informasi sekretaris sekretariat fungsional
   jabatan arsiparis pengawasan rumah tangga dan ahli muda madya pertama an program`.split(/\s+/),
)
/** Capitalised words of headlines and tables, which no name of a person has. */
const headlineWords = new Set(
  `rencana aksi kerja pembangunan zona integritas reformasi birokrasi tahun keputusan lampiran area
   perubahan kegiatan pelayanan publik program matriks tabel nomor tentang menuju wilayah`.split(
    /\s+/,
  ),
)
const secretary = /^(?:(?:plt|plh|pjs)\.?\s)?sekretaris(?:\s+jenderal)?\s+(?:komisi|kpu|kip)\b/i
const rank = /^(?:NIP\b|Pembina\b|Penata\b|Pengatur\b|Juru\b|Brigadir\b)/i
const signed =
  /^\(?(?:cap\s*[/,]?\s*)?t\.?\s?t\.?\s?d\.?\)?(?![a-z])[\s.,/]*|^dto\b\.?\s*|^(?:telah\s+)?ditandatangani\s+secara\s+elektronik\b.*$/i
const electronic =
  /\bsecara\s+elektronik\b|\bserti\w+\s+elektronik\b|\bBSrE\b|\btanda\s+tangan\s+elektronik\b|\bBadan\s+Siber\b/i
const copy =
  /^salinan\s+(?:ini\s+)?sesuai\s+(?:dengan\s+)?(?:naskah\s+)?(?:yang\s+)?asli(?:nya)?[\s,.]*/i
const placed = /^ditetapkan\s+di\s*:?\s*/i
const dated = /(?:^|\s)(?:pada\s+)?tanggal\s*:?\s*(?=\S)/i
const placeAndDate = /^([A-Z][\p{L} .'-]{2,40}),\s*(\d.*\d{4})$/u
const academicTitles = /(?:,\s*(?:[A-Z]\w{0,4}(?:\.\s?|\s|(?=,|$)))+)+$/

/** Tells what a line of a signature block is, `wilayah` being the region of the office. */
export function signatureKind(line: string, wilayah: string | null): SignaturePart {
  const teks = normalizeSpaces(line)
  const part: SignaturePart = { kind: 'lain', teks, nama: null, tempat: null, tanggal: null }
  if (placed.test(teks)) return { ...part, kind: 'penetapan', ...placeAndDateOf(teks) }
  if (dated.test(teks) && readDate(teks) !== null)
    return { ...part, kind: 'penetapan', tanggal: teks }
  const short = placeAndDate.exec(teks)
  if (short?.[1] !== undefined && readDate(teks) !== null) {
    return { ...part, kind: 'penetapan', tempat: short[1], tanggal: teks }
  }
  if (copy.test(teks))
    return { ...part, kind: 'salinan', nama: nameOf(teks.replace(copy, ''), wilayah) }
  if (secretary.test(teks)) return { ...part, kind: 'sekretaris' }
  if (rank.test(teks)) return { ...part, kind: 'pangkat' }
  if (signed.test(teks))
    return { ...part, kind: 'ttd', nama: nameOf(teks.replace(signed, ''), wilayah) }
  if (electronic.test(teks)) return { ...part, kind: 'ttd' }
  return { ...part, ...personOrOffice(teks, wilayah) }
}

/** Whether a line can stand in a signature block at all. */
export function isSignatureLine(line: string, wilayah: string | null): boolean {
  return signatureKind(line, wilayah).kind !== 'lain'
}

/** Whether a line begins a signature block. */
export function opensSignature(line: string): boolean {
  const { kind, teks } = signatureKind(line, null)
  if (kind === 'salinan' || kind === 'penetapan' || kind === 'sekretaris') return true
  return kind === 'ketua' && /^\S*\s?ketua\s+(?:komisi|kpu|kip)\b|^ketua,?$/i.test(teks)
}

function placeAndDateOf(teks: string): { tempat: string | null; tanggal: string | null } {
  const rest = teks.replace(placed, '')
  const date = dated.exec(rest)
  const tempat = (date === null ? rest : rest.slice(0, date.index)).replace(/[\s.,:]+$/, '')
  return {
    tempat: tempat === '' ? null : tempat,
    tanggal: date === null ? null : rest.slice(date.index),
  }
}

function personOrOffice(teks: string, wilayah: string | null): Partial<SignaturePart> {
  const words = teks.split(' ')
  const office = leadingOfficeWords(words, wilayah)
  const isChair = /^(?:(?:plt|plh|pjs)\.?\s)?ketua\b/i.test(teks)
  const rest = words.slice(office)
  if (office > 0 && (rest.length === 0 || !rest.some(isRoleWord))) {
    return {
      kind: isChair ? 'ketua' : 'kantor',
      nama: nameOf(rest.join(' ').replace(signed, ''), wilayah),
    }
  }
  if (words.some(isRoleWord)) return { kind: words.length <= 14 ? 'jabatan' : 'lain' }
  const nama = nameOf(teks, wilayah)
  return nama === null ? {} : { kind: 'nama', nama }
}

function leadingOfficeWords(words: readonly string[], wilayah: string | null): number {
  const region = new Set(wilayah?.toLowerCase().split(/\s+/) ?? [])
  const isOffice = (word: string) => {
    const low = word.toLowerCase().replace(/[^a-z-]/g, '')
    return officeWords.has(low) || region.has(low)
  }
  const end = words.findIndex((word) => !isOffice(word))
  return end < 0 ? words.length : end
}

function isRoleWord(word: string): boolean {
  return roleWords.has(word.toLowerCase().replace(/[^a-z]/g, ''))
}

/** A name of one to seven words without digits; academic titles may follow it. */
function nameOf(text: string, wilayah: string | null): string | null {
  const teks = normalizeSpaces(text).replace(/^[\s,.]+/, '')
  const bare = teks.replace(academicTitles, '')
  const words = bare.split(' ')
  const isName = /^[\p{L}][\p{L}.'’` -]+$/u.test(bare) && words.length <= 7
  if (!isName || leadingOfficeWords(words, wilayah) === words.length) return null
  const isHeadline = words.some((word) => headlineWords.has(word.toLowerCase()))
  return /^\p{Lu}/u.test(bare) && !isHeadline ? teks : null
}
