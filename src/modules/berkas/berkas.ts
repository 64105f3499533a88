export type BerkasState = 'checking' | 'ready' | 'rejected'

/** A received file as pages and other rooms see it. */
export type Berkas = {
  satkerKode: string
  id: string
  nama: string
  /** bytes as received */
  ukuranDiterima: number
  receivedAt: Date
  receivedBy: string | null
  /** of the kept content; null until it is ready */
  sha256: Buffer | null
  ukuran: number | null
  /** media type, by content */
  jenisIsi: string | null
  halaman: number | null
  pratinjau: boolean
  diambilPada: Date | null
  scannedAt: Date | null
  readyAt: Date | null
  rejectedAt: Date | null
  /** why it was rejected, a sentence for its sender */
  sebab: string | null
}

/** A file is given to nobody before it is ready; a rejected one is gone but for its row. */
export function stateOfBerkas(row: Pick<Berkas, 'readyAt' | 'rejectedAt'>): BerkasState {
  if (row.rejectedAt) return 'rejected'
  return row.readyAt ? 'ready' : 'checking'
}

export const berkasUrl = (id: string): string => `/kerja/berkas/${id}`
export const pratinjauUrl = (id: string): string => `/kerja/berkas/${id}/pratinjau`

/** Where uploads that can be continued are sent. */
export const uploadPath = '/kerja/berkas/unggah'

/** How long an unfinished upload waits for its rest, in milliseconds. */
export const waitsFor = 7 * 24 * 60 * 60 * 1000
