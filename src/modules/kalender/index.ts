export {
  addWorkingDays,
  isWorkingDay,
  type Kalender,
  selangKerja,
  workingDaysBetween,
} from './kalender.ts'
export { PenjelasanTempo } from './pages/penjelasan.tsx'
export { kalenderOf, kalenderVersi } from './queries/kalender.ts'
export { dueAfter, type HariDijelaskan, type JatuhTempo, type Tempo } from './tempo.ts'
