import { ask } from './load.ts'
import type { Session } from './people.ts'

export type Round = { ms: number; status: number }

/** Opens one national monev round for every office, as KPU RI does by its form; in milliseconds until the answer. */
export async function openRound(base: string, { cookie }: Session, today: string): Promise<Round> {
  const form = new URLSearchParams({
    judul: 'Monev nasional semester I (ukuran)',
    tahun: '2026',
    periode: 'S1',
    lingkup: 'semua',
    mulai: today,
    hariKerja: '10',
    gelombang: '1',
    jeda: '0',
  })
  for (const each of ['provinsi', 'kabkota']) form.append('untuk', each)
  const from = performance.now()
  const { status } = await ask(`${base}/kerja/monev/buka`, { cookie, body: form.toString() })
  return { ms: performance.now() - from, status }
}
