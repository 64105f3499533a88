export { addWorkingDays, isWorkingDay, type Kalender, workingDaysBetween } from './kalender.ts'
export { PenjelasanTempo } from './pages/penjelasan.tsx'
export { kalenderOf, kalenderVersi } from './queries/kalender.ts'
export { dueAfter } from './tempo.ts'
