import { type Dokumen, dokumenList } from './rapat.ts'

/** Which documents of a meeting a line of an evidence list asks for. */
export type SlotMatch = {
  dokumen: Dokumen[]
  /** `sure` when the line speaks of nothing but a meeting; otherwise a person must look */
  sure: boolean
}

const words: Record<Dokumen, RegExp> = {
  undangan: /\bundangan\b/,
  daftar_hadir:
    /\b(daftar|absen|absensi|presensi)\s+(hadir|kehadiran|peserta|rapat)\b|\babsensi\b|\bpresensi\b/,
  notula: /\bnotul(a|en|ensi)\b|\brisalah rapat\b/,
  berita_acara: /\bberita\s+acara\b|\bBA\b/i,
  dokumentasi: /\bdokumentasi\b|\bfoto(-foto)?\b/,
}

/** A line like "Pelaksanaan rapat monitoring …" asks for the meeting itself: what was said and agreed. */
const whole: readonly Dokumen[] = ['notula', 'berita_acara']

const aboutMeetings = /\brapat\b|\bmonev\b|\bmonitoring\b|\bevaluasi\b|\bFGD\b/i

/** Words that tell nothing about which meeting is meant. */
const generic =
  /\b(undangan|daftar|hadir|kehadiran|peserta|absen|absensi|presensi|notul(a|en|ensi)|berita|acara|dokumentasi|foto|rapat|kegiatan|pelaksanaan|dan|atau|surat|laporan)\b|[^\p{L}]+/giu

/** Reads one line of a butir's evidence list; null when it asks for no document of a meeting. */
export function slotMatch(line: string): SlotMatch | null {
  const text = line.toLowerCase()
  const dokumen = dokumenList.filter((each) =>
    words[each].test(each === 'berita_acara' ? line : text),
  )
  if (dokumen.length > 0) {
    const sure = aboutMeetings.test(line) || line.replace(generic, '') === ''
    return { dokumen, sure }
  }
  return /\brapat\b|\bFGD\b/i.test(line) ? { dokumen: [...whole], sure: false } : null
}

export type SlotOffer = { slot: string; dokumen: Dokumen[]; sure: boolean }

/** The lines of an evidence list that a pack can fill with the documents that it has. */
export const offersFor = (slots: readonly string[], ready: readonly Dokumen[]): SlotOffer[] =>
  [...new Set(slots)].flatMap((slot) => {
    const match = slotMatch(slot)
    const dokumen = match?.dokumen.filter((each) => ready.includes(each)) ?? []
    return match && dokumen.length > 0 ? [{ slot, dokumen, sure: match.sure }] : []
  })
