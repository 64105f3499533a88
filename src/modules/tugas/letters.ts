import { longDate } from '#platform/date.ts'

export type Line = { text: string; url: string }

/** A part of a letter; `lines` may be fewer than there are. */
export type Section = { judul: string; total: number; lines: readonly Line[] }

type LetterOf = {
  nama: string
  today: string
  sections: readonly Section[]
  baseUrl: string
  /** the letter that does not wait for the morning */
  urgent?: boolean
}

const mostLines = 10

/** A letter in plain text: what there is, with links; the longest first lines are the most urgent. */
export function letterText({ nama, today, sections, baseUrl, urgent = false }: LetterOf): string {
  const opening = urgent
    ? `Yang berikut diteruskan kepada Anda hari ini, ${longDate(today)}.`
    : `Ringkasan tugas Anda, ${longDate(today)}.`
  return [
    `Yth. ${nama},`,
    opening,
    ...sections.map((section) => sectionText(section, baseUrl)),
    `Semua tugas Anda: ${baseUrl}/kerja/tugas`,
    `Mengatur atau menghentikan surat ini: ${baseUrl}/kerja/pemberitahuan/setelan`,
    'KPU HUB\nSurel ini dikirim otomatis; balasannya tidak dibaca.',
  ].join('\n\n')
}

function sectionText({ judul, total, lines }: Section, baseUrl: string): string {
  const shown = lines.slice(0, mostLines)
  const left = total - shown.length
  return [
    `${judul} (${total})`,
    ...shown.map(({ text, url }) => `- ${text}\n  ${baseUrl}${url}`),
    ...(left > 0 ? [`  dan ${left} lainnya`] : []),
  ].join('\n')
}

/** "2 terlambat, 1 jatuh tempo sepekan": what the subject says before the letter is opened. */
export const subjectOf = (sections: readonly Section[], today: string): string => {
  const parts = sections.map(
    ({ judul, total }) => `${total} ${judul.charAt(0).toLowerCase()}${judul.slice(1)}`,
  )
  return `Tugas ${longDate(today)}: ${parts.join(', ')}`
}
