import { areaOf, type Gerbang, gerbangOf, totalOf } from './gerbang.ts'
import { hashOf, type Instrumen } from './instrumen.ts'
import type { Nisbah } from './jawaban.ts'
import { type Kosong, nilaiOf, type Simpul } from './nilai.ts'

type SimpulJson = { id: string; judul: string; bobot: number; nilai: number; anak: SimpulJson[] }

/** The whole score of a sheet as plain JSON, in full precision. */
export function laporanOf(instrumen: Instrumen, nisbah: Nisbah, kosong: Kosong) {
  const roots = nilaiOf(instrumen, nisbah, kosong)
  const gates = Object.entries(gerbangOf(instrumen, roots)).map(
    ([name, gate]) => [name, plainGate(gate)] as const,
  )
  const count = (of: 'terjawab' | 'dari') => roots.reduce((sum, one) => sum + one[of], 0)
  return {
    instrumen: instrumen.kode,
    versi: instrumen.versi,
    hash: hashOf(instrumen),
    kosong,
    total: totalOf(roots).valueOf(),
    kelengkapan: { terjawab: count('terjawab'), dari: count('dari') },
    komponen: roots.map(plain),
    area: areaOf(instrumen, roots).map((one) => ({
      nomor: one.nomor,
      judul: one.judul,
      nilai: one.nilai.valueOf(),
      maksimum: one.maksimum.valueOf(),
    })),
    gerbang: Object.fromEntries(gates),
  }
}

const plain = ({ id, judul, bobot, nilai, anak }: Simpul): SimpulJson => ({
  id,
  judul,
  bobot: bobot.valueOf(),
  nilai: nilai.valueOf(),
  anak: anak.map(plain),
})

const plainGate = ({ lulus, uji }: Gerbang) => ({
  lulus,
  uji: uji.map((one) => ({ ...one, nilai: one.nilai.valueOf(), ambang: one.ambang.valueOf() })),
})
