import { periodeText } from './labels.ts'

const quarters = ['T1', 'T2', 'T3', 'T4']
const months = Array.from({ length: 12 }, (_, index) => `B${String(index + 1).padStart(2, '0')}`)

/** The periods of a year that a record of the system can be asked for. */
export const periodsFor = (tahun: number): { value: string; label: string }[] =>
  [...quarters, 'S1', 'S2', 'Y', ...months].map((kode) => {
    const label = periodeText(`${tahun}-${kode}`)
    return { value: `${tahun}-${kode}`, label: label.charAt(0).toUpperCase() + label.slice(1) }
  })
