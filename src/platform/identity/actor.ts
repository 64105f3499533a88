/** One role that a person holds now, by assignment or as acting officer (Plh./Plt.). */
export type Tugas = {
  peran: string
  /** the area that a coordinator answers for; null = all */
  areaBaku: number | null
  lewat: 'penugasan' | 'plh' | 'plt'
}

/** Who acts, for which office, and the range of office codes that this office reaches. */
export type Actor = {
  id: string
  userId: string | null
  nama: string
  satkerKode: string
  satkerNama: string
  zonaWaktu: string
  tugas: readonly Tugas[]
  dari: string
  sampai: string
}

/** The half-open range of office codes under an office: 52 reaches 52 to 52~, KPU RI (00) all. */
export function reachOf(satkerKode: string): { dari: string; sampai: string } {
  if (satkerKode === '00') return { dari: '0', sampai: '~' }
  return { dari: satkerKode, sampai: `${satkerKode}~` }
}

/** Does the actor hold one of these roles at the office he acts for? */
export const hasPeran = (actor: Actor, ...peran: string[]): boolean =>
  actor.tugas.some((tugas) => peran.includes(tugas.peran))

/** Does the actor act for this very office, not one above it? */
export const actsFor = (actor: Actor, satkerKode: string): boolean =>
  actor.satkerKode === satkerKode

/** The system itself, working for one office in a job. */
export const systemActor = (satkerKode: string, zonaWaktu = 'Asia/Jakarta'): Actor => ({
  id: '00000000-0000-7000-8000-000000000000',
  userId: null,
  nama: 'Sistem KPU HUB',
  satkerKode,
  satkerNama: '',
  zonaWaktu,
  tugas: [{ peran: 'sistem', areaBaku: null, lewat: 'penugasan' }],
  ...reachOf(satkerKode),
})
