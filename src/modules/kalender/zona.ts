const msOfMinute = 60_000

/** Minutes that a zone is ahead of UTC. Indonesia's three zones have no summer time, so one figure holds always. */
export function offsetOf(zona: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zona, timeZoneName: 'longOffset' })
  const name = parts.formatToParts(0).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const match = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name)
  if (!match) throw new Error(`unreadable offset of ${zona}: ${name}`)
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}

/** A moment as the local date and the milliseconds since local midnight. */
export function localOf(at: Date, offset: number): { tanggal: string; ms: number } {
  const shifted = at.getTime() + offset * msOfMinute
  const ms = ((shifted % 86_400_000) + 86_400_000) % 86_400_000
  return { tanggal: new Date(shifted - ms).toISOString().slice(0, 10), ms }
}

/** The moment of a local date and the milliseconds since its midnight. */
export const momentOf = (tanggal: string, ms: number, offset: number): Date =>
  new Date(Date.parse(`${tanggal}T00:00:00Z`) + ms - offset * msOfMinute)
