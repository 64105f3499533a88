/** 1 something is lost or wrong, 2 something does not work, 3 something soon will not. */
export type Bobot = 1 | 2 | 3

/** One thing that is not as it should be, and what the operator does about it. */
export type Masalah = {
  bobot: Bobot
  jenis: 'audit' | 'berkas' | 'rekap' | 'dinding' | 'skema' | 'antrean' | 'cakram'
  satkerKode: string | null
  pesan: string
  tindakan: string
}

/** What was looked at, for the reader who finds nothing wrong. */
export type Hasil = {
  masalah: Masalah[]
  diperiksa: { audit: number; rantai: number; rencana: number; berkas: number; antrean: number }
  catatan: string[]
}

/** The gravest first; among equals as they were found. */
export const byWeight = (masalah: readonly Masalah[]): Masalah[] =>
  masalah.toSorted((a, b) => a.bobot - b.bobot)
