import type { MarkState } from '#ui/data/status-mark.tsx'
import { type Efektif, isLateRatl, type RatlState } from './ratl.ts'
import type { LanjutState, Sumber, TemuanState } from './temuan.ts'

export const sumberLabels: Record<Sumber, string> = {
  putaran: 'Putaran monev',
  rapat: 'Rapat',
  lhe: 'Laporan hasil evaluasi (LHE)',
  tpi: 'Tim Penilai Internal (TPI)',
  pengawas: 'Pengawas atau verifikator',
  mandiri: 'Temuan satuan kerja sendiri',
}

export const temuanStateLabels: Record<TemuanState, string> = {
  unplanned: 'Belum ada RATL',
  running: 'Ditindaklanjuti',
  done: 'Selesai',
}

export const temuanStateMarks: Record<TemuanState, MarkState> = {
  unplanned: 'planned',
  running: 'running',
  done: 'done',
}

export const lanjutLabels: Record<LanjutState, string> = {
  none: 'Belum diteruskan',
  queued: 'Menunggu rencana tahun berikutnya',
  proposed: 'Diusulkan ke rencana tahun berikutnya',
  placed: 'Menjadi butir rencana tahun berikutnya',
}

/** The states of a step as people filter and count them: late stands beside the stored ones. */
export type RatlView = RatlState | 'late'

export const ratlViews: readonly RatlView[] = ['open', 'late', 'reported', 'closed']

export const ratlLabels: Record<RatlView, string> = {
  open: 'Dikerjakan',
  late: 'Terlambat',
  reported: 'Menunggu pemeriksaan',
  closed: 'Selesai',
}

const ratlMarks: Record<RatlView, MarkState> = {
  open: 'planned',
  late: 'late',
  reported: 'running',
  closed: 'done',
}

type Step = { state: RatlState; jatuhTempo: string }

export const ratlView = (step: Step, today: string): RatlView =>
  isLateRatl(step, today) ? 'late' : step.state

export const ratlLabelOf = (step: Step, today: string): string => ratlLabels[ratlView(step, today)]
export const ratlMarkOf = (step: Step, today: string): MarkState => ratlMarks[ratlView(step, today)]

export const efektifLabels: Record<Efektif, string> = {
  berhasil: 'Berhasil: masalahnya teratasi',
  belum: 'Belum berhasil: perlu dikerjakan lagi',
}
