import type { WilayahView } from './wilayah.ts'

export const homeUrl = '/kerja'
export const wilayahUrl = '/kerja/beranda/wilayah'
export const searchUrl = '/kerja/cari'
export const portalListUrl = '/satker'

export const officeUrl = (satkerKode: string, tahun?: number): string =>
  withQuery(`/kerja/beranda/satker/${satkerKode}`, { tahun: tahun ?? '' })

export const lateUrl = (satkerKode: string, tahun: number, halaman = 1): string =>
  withQuery(`/kerja/beranda/satker/${satkerKode}/terlambat`, {
    tahun,
    halaman: halaman === 1 ? '' : halaman,
  })

/** The heat table seen in another way; `page` is '' for the table, or a page beside it. */
export function viewUrl(view: WilayahView, page: '' | '/semua' | '.csv' = ''): string {
  const { tahun, jenis, ukuran, urut, provinsi } = view
  return withQuery(`${wilayahUrl}${page}`, {
    tahun: tahun ?? '',
    provinsi,
    jenis,
    ukuran: ukuran === 'selesai' ? '' : ukuran,
    urut: urut === 'kode' ? '' : urut,
  })
}

export const portalOfficeUrl = (satkerKode: string, tahun?: number): string =>
  withQuery(`/satker/${satkerKode}`, { tahun: tahun ?? '' })

export const portalPlanUrl = (satkerKode: string, id: string): string =>
  `/satker/${satkerKode}/rencana/${id}`

/** An address with those parameters that say something. */
export function withQuery(url: string, query: Readonly<Record<string, string | number>>): string {
  const said = Object.entries(query).filter(([, value]) => value !== '')
  if (said.length === 0) return url
  return `${url}?${new URLSearchParams(said.map(([key, value]) => [key, String(value)]))}`
}
