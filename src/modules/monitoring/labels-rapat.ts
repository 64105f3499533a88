import type { MarkState } from '#ui/data/status-mark.tsx'
import type { Dokumen, DokumenState, Penilaian, RapatState } from './rapat.ts'

export const namaDokumen: Record<Dokumen, string> = {
  undangan: 'Undangan',
  daftar_hadir: 'Daftar hadir',
  notula: 'Notula',
  berita_acara: 'Berita acara',
  dokumentasi: 'Dokumentasi',
}

export const rapatStateLabels: Record<RapatState, string> = {
  open: 'Disusun',
  closed: 'Paket ditutup',
  cancelled: 'Dibatalkan',
}

export const rapatStateMarks: Record<RapatState, MarkState> = {
  open: 'running',
  closed: 'done',
  cancelled: 'stopped',
}

export const dokumenStateLabels: Record<DokumenState['state'], string> = {
  file: 'Berkas diunggah',
  written: 'Ditulis di sini',
  missing: 'Belum ada',
}

export const dokumenStateMarks: Record<DokumenState['state'], MarkState> = {
  file: 'done',
  written: 'done',
  missing: 'planned',
}

export const penilaianLabels: Record<Penilaian, string> = {
  sesuai: 'Sesuai rencana kerja',
  sebagian: 'Sebagian sesuai',
  tidak_sesuai: 'Tidak sesuai',
}
