import { longDate, monthName } from '#platform/date.ts'
import type { MarkState } from '#ui/data/status-mark.tsx'
import type { ButirField } from './butir-edit.ts'
import type { DiffField } from './diff.ts'
import type { JenisIndikator } from './jenis-indikator.ts'
import type { JenisRencana, RencanaState } from './rencana.ts'
import type { SelState, SelStatus } from './sel.ts'
import type { Sel } from './tree.ts'

export const jenisLabels: Record<JenisRencana, string> = {
  ZI: 'Pembangunan Zona Integritas',
  RB: 'Reformasi Birokrasi',
}

export const stateLabels: Record<RencanaState, string> = {
  draft: 'Draf',
  proposed: 'Menunggu pengesahan',
  approved: 'Disahkan',
  closed: 'Ditutup',
}

export const stateMarks: Record<RencanaState, MarkState> = {
  draft: 'planned',
  proposed: 'running',
  approved: 'done',
  closed: 'stopped',
}

export const selLabels: Record<SelState, string> = {
  planned: 'Direncanakan',
  in_progress: 'Berjalan',
  done: 'Selesai',
  late: 'Terlambat',
  waived: 'Ditiadakan',
}

export const selMarks: Record<SelState, MarkState> = {
  planned: 'planned',
  in_progress: 'running',
  done: 'done',
  late: 'late',
  waived: 'waived',
}

/** What each status means, below its name in the form of a cell. */
export const selHints: Record<SelStatus, string> = {
  planned: 'Belum dimulai',
  in_progress: 'Sedang dikerjakan',
  done: 'Kewajiban bulan ini sudah dipenuhi',
  waived: 'Tidak perlu dilaksanakan; alasan wajib ditulis',
}

/** A cell as a sentence: "Februari: selesai 12 Februari 2026". */
export function selSentence({ bulan, jatuhTempo, doneOn }: Sel, state: SelState): string {
  const month = monthName(bulan)
  if (state === 'done' && doneOn) {
    const late = doneOn > jatuhTempo ? ', lewat jatuh tempo' : ''
    return `${month}: selesai ${longDate(doneOn)}${late}`
  }
  if (state === 'waived') return `${month}: ditiadakan`
  return `${month}: ${selLabels[state].toLowerCase()}, jatuh tempo ${longDate(jatuhTempo)}`
}

/** "3 Februari 2026" or "1–28 Februari 2026": the due window. */
export function tenggatText({ mulai, jatuhTempo }: Pick<Sel, 'mulai' | 'jatuhTempo'>): string {
  if (mulai === jatuhTempo) return longDate(mulai)
  return `${Number(mulai.slice(8))}–${longDate(jatuhTempo)}`
}

export const indikatorLabels: Record<JenisIndikator, string> = {
  dokumen: 'Dokumen',
  jumlah: 'Jumlah',
  persen: 'Persen',
  indeks: 'Indeks',
  waktu: 'Waktu',
}

export const butirFieldLabels: Record<ButirField, string> = {
  kegiatanId: 'Kegiatan',
  label: 'Nomor',
  uraian: 'Uraian',
  langkah: 'Langkah aksi',
  keterangan: 'Keterangan',
  prioritas: 'Prioritas',
  penanggungJawabId: 'Penanggung jawab',
  unitId: 'Unit kerja',
  bulan: 'Bulan pelaksanaan',
  mulai: 'Mulai',
  selesai: 'Selesai',
  eviden: 'Eviden',
  indikator: 'Indikator keberhasilan',
}

export const diffLabels: Record<DiffField, string> = {
  tempat: 'Area dan kegiatan',
  label: 'Nomor',
  uraian: 'Uraian',
  langkah: 'Langkah aksi',
  keterangan: 'Keterangan',
  prioritas: 'Prioritas',
  penanggungJawab: 'Penanggung jawab',
  unit: 'Unit kerja',
  jadwal: 'Jadwal',
  indikator: 'Indikator keberhasilan',
  eviden: 'Eviden',
}

export const usulanLabels = {
  ubah_butir: 'Mengubah butir',
  tambah_butir: 'Menambah butir',
  hapus_butir: 'Mengeluarkan butir',
} as const

const peristiwaLabels: Readonly<Record<string, string>> = {
  created: 'Draf dibuat',
  imported: 'Draf dibuat dari keputusan yang diimpor',
  replaced: 'Isi diganti dari keputusan yang dibaca ulang',
  area_added: 'Area ditambahkan',
  area_changed: 'Area diubah',
  area_removed: 'Area dihapus',
  kegiatan_added: 'Kegiatan ditambahkan',
  kegiatan_changed: 'Kegiatan diubah',
  kegiatan_removed: 'Kegiatan dihapus',
  moved: 'Urutan diubah',
  butir_added: 'Butir ditambahkan',
  butir_changed: 'Butir diubah',
  butir_removed: 'Butir dihapus',
  assigned: 'Penanggung jawab ditetapkan',
  proposed: 'Rencana diajukan',
  returned: 'Rencana dikembalikan',
  approved: 'Rencana disahkan',
  closed: 'Rencana ditutup',
  change_proposed: 'Perubahan diusulkan',
  change_accepted: 'Perubahan disetujui',
  change_rejected: 'Perubahan ditolak',
  sel_marked: 'Kewajiban ditandai',
  bukti_attached: 'Eviden dipasang',
  bukti_removed: 'Eviden dilepas',
  bukti_accepted: 'Eviden diterima',
  bukti_returned: 'Eviden dikembalikan',
  sel_followed: 'Kewajiban mengikuti butir padanan',
  padanan_linked: 'Padanan dihubungkan',
  padanan_unlinked: 'Padanan dilepas',
  selang_changed: 'Selang pemantauan diubah',
  pemantauan_taken: 'Pemantauan diambil',
  copied: 'Draf disalin dari rencana lain',
  peta_jalan_tied: 'Peta jalan diikat',
  sasaran_set: 'Sasaran peta jalan disebut',
  templat_received: 'Draf dibuat dari templat',
  indikator_changed: 'Ukuran indikator diubah',
  nilai_set: 'Nilai indikator diisi',
  tahun_lalu_corrected: 'Nilai tahun lalu dikoreksi',
}

/** An event of the history in words; an event of a later version stays as it is written. */
export const peristiwaLabel = (peristiwa: string): string =>
  peristiwaLabels[peristiwa] ?? peristiwa.replaceAll('_', ' ')

/** "4. Penguatan Tatalaksana"; a lost title is named as such. */
export const titleOf = ({ nomor, judul }: { nomor: string | null; judul: string | null }): string =>
  [nomor, judul ?? '(tanpa judul)'].filter(Boolean).join(' ')

/** What a butir says, with its own number. */
export const butirTitle = (butir: {
  label: string | null
  uraian: string | null
  langkah: string | null
}): string => [butir.label, butir.uraian ?? butir.langkah].filter(Boolean).join(' ')

/** The first words of a long text, cut at a space. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))} …`
}
