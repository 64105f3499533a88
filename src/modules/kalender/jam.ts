/** '07:30' or '07:30:00' → 450 minutes since midnight. */
export function minutesOf(jam: string): number {
  const [hour = 0, minute = 0] = jam.split(':').map(Number)
  return hour * 60 + minute
}

/** 450 → 07.30, as Indonesian writes a time. */
export const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`

/** 450 minutes → 7 jam 30 menit; nothing → 0 menit. */
export function durationText(minutes: number): string {
  const whole = Math.floor(minutes / 60)
  const rest = Math.round((minutes % 60) * 100) / 100
  const parts = [whole ? `${whole} jam` : '', rest || !whole ? `${rest} menit` : '']
  return parts.filter(Boolean).join(' ').replace('.', ',')
}
