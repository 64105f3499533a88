export const kalenderUrl = '/kerja/kalender'

/** The year page, the tool or the hours; another office only for those above it. */
export function pageUrl(
  page: '' | '/hitung' | '/jam',
  { satker, ...rest }: { satker?: string | undefined; tahun?: number | undefined },
): string {
  const given = Object.entries({ ...rest, satker }).filter((entry) => entry[1] !== undefined)
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]))
  return `${kalenderUrl}${page}${given.length > 0 ? `?${search}` : ''}`
}

export const hariLiburUrl = (tanggal: string) => `${kalenderUrl}/hari-libur/${tanggal}`
export const hariLokalUrl = (id: string) => `${kalenderUrl}/hari-lokal/${id}`
export const jamLokalUrl = (id: string) => `${kalenderUrl}/jam/${id}`
export const ramadanUrl = (tahunHijriah: number | 'baru') =>
  `${kalenderUrl}/ramadan/${tahunHijriah}`
