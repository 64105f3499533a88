import type { RenaksiJadwal } from '#modules/keputusan'
import type { SuntinganButir } from './suntingan.ts'

/** Two rows that a page break had parted, as one: texts one after the other, months of both. */
export const joined = (above: SuntinganButir, below: SuntinganButir): SuntinganButir => ({
  ...above,
  versi: above.versi + 1,
  uraian: text(above.uraian, below.uraian),
  langkah: text(above.langkah, below.langkah),
  indikator: [...above.indikator, ...below.indikator],
  eviden: [...above.eviden, ...below.eviden],
  jadwal: schedule(above.jadwal, below.jadwal),
  keterangan: text(above.keterangan, below.keterangan),
  baris: [...new Set([...above.baris, ...below.baris])].toSorted((a, b) => a - b),
  diperiksa: true,
})

const text = (first: string | null, second: string | null): string | null =>
  [first, second].filter(Boolean).join(' ') || null

function schedule(first: RenaksiJadwal | null, second: RenaksiJadwal | null): RenaksiJadwal | null {
  if (!first || !second) return first ?? second
  const bulan = [...new Set([...first.bulan, ...second.bulan])].toSorted((a, b) => a - b)
  return {
    bulan,
    mulai: first.mulai ?? second.mulai ?? null,
    selesai: second.selesai ?? first.selesai ?? null,
    asli: text(first.asli ?? null, second.asli ?? null),
  }
}
