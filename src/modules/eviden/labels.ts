import { formatNumber, longDate, monthName } from '#platform/date.ts'
import type { MarkState } from '#ui/data/status-mark.tsx'
import type { SlotState } from './checklist.ts'
import type { Bentuk, MasaBerlaku, Media, PakaiState } from './eviden.ts'

export const bentukLabels: Record<Bentuk, string> = {
  berkas: 'Berkas',
  tautan: 'Tautan',
  catatan: 'Catatan',
  otomatis: 'Data sistem',
}

export const mediaLabels: Record<Media, string> = {
  spanduk: 'Spanduk atau baliho',
  pamflet: 'Pamflet atau poster',
  video: 'Video profil atau layanan',
  media_sosial: 'Unggahan media sosial',
  situs_web: 'Situs web',
  radio_tv: 'Radio atau televisi',
  media_cetak: 'Media cetak',
  tatap_muka: 'Tatap muka',
}

export const pakaiLabels: Record<PakaiState, string> = {
  pending: 'Menunggu verifikasi',
  accepted: 'Diterima',
  returned: 'Dikembalikan',
}

export const pakaiMarks: Record<PakaiState, MarkState> = {
  pending: 'running',
  accepted: 'done',
  returned: 'late',
}

export const slotLabels: Record<SlotState, string> = {
  missing: 'Belum ada',
  pending: 'Menunggu verifikasi',
  returned: 'Dikembalikan',
  accepted: 'Diterima',
  automatic: 'Otomatis, menunggu verifikasi',
}

export const slotMarks: Record<SlotState, MarkState> = {
  missing: 'planned',
  pending: 'running',
  returned: 'late',
  accepted: 'done',
  automatic: 'running',
}

/** "tahun 2026" or the two days: what the evidence may prove. */
export function masaText({ dari, sampai }: Pick<MasaBerlaku, 'dari' | 'sampai'>): string {
  const [from, to] = [dari.slice(0, 4), sampai.slice(0, 4)]
  if (dari.endsWith('-01-01') && sampai.endsWith('-12-31'))
    return from === to ? `tahun ${from}` : `tahun ${from}–${to}`
  return `${longDate(dari)} sampai ${longDate(sampai)}`
}

/** "2026-T2" as people read it; anything else as it stands. */
export function periodeText(periode: string): string {
  const [tahun, kode = ''] = periode.split('-')
  if (kode === 'Y') return `tahun ${tahun}`
  const number = Number(kode.slice(1))
  if (kode.startsWith('B')) return `${monthName(number)} ${tahun}`
  const roman = ['I', 'II', 'III', 'IV'][number - 1] ?? ''
  if (kode.startsWith('T')) return `triwulan ${roman} ${tahun}`
  return kode.startsWith('S') ? `semester ${roman} ${tahun}` : periode
}

/** "halaman 4, sebagian": where in the evidence to look; '' when anywhere. */
export function pointerText({
  halaman,
  wilayah,
}: {
  halaman: number | null
  wilayah: readonly number[] | null
}): string {
  const page = halaman === null ? '' : `halaman ${halaman}`
  const part = wilayah === null ? '' : 'bagian yang ditandai'
  return [page, part].filter(Boolean).join(', ')
}

const peristiwaLabels: Readonly<Record<string, string>> = {
  'eviden.added': 'Ditambahkan ke pustaka',
  'eviden.edited': 'Keterangan diubah',
  'eviden.removed': 'Dihapus dari pustaka',
  'eviden.locked': 'Data dikunci',
  'eviden.link_read': 'Judul tautan dibaca',
  'eviden.used': 'Dipasang pada butir',
  'eviden.unused': 'Dilepas dari butir',
  'eviden.pointed': 'Letak ditunjuk',
  'eviden.accepted': 'Diterima pemeriksa',
  'eviden.returned': 'Dikembalikan pemeriksa',
}

/** An event of the audit chain in words. */
export const peristiwaText = (peristiwa: string): string => peristiwaLabels[peristiwa] ?? peristiwa

/** 1536 is "1,5 KB". */
export function sizeText(bytes: number): string {
  const units = ['byte', 'KB', 'MB', 'GB']
  const step = bytes > 0 ? Math.min(3, Math.floor(Math.log2(bytes) / 10)) : 0
  return `${formatNumber(bytes / 1024 ** step, 1)} ${units[step] ?? 'byte'}`
}
