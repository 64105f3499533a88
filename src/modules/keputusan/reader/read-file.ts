import type { Renaksi } from '../renaksi.ts'
import { openSource, type SourceFile } from './open-source.ts'
import { readJson } from './read-json.ts'
import { type Account, readWithAccount } from './read.ts'
import type { NoiseKind, SourceLine } from './source.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** A line of the source with what became of it: part of the result, left over, or noise of a kind. */
export type BarisSumber = { baris: number; teks: string; kelas: 'isi' | 'sisa' | NoiseKind }

/** What was read, and the source beside it; a renaksi/1 file has no source lines of its own. */
export type Reading = { renaksi: Renaksi; baris: BarisSumber[] }

/**
 * Reads a decree with its action plan from a file of any accepted type. Throws UnreadableFile. Runs in
 * the calling thread: for files of users take readFileIsolated or readBesideSource.
 */
export async function readFile(file: SourceFile): Promise<Reading> {
  const source = await openSource(file)
  if (source.jenis !== 'json') {
    const { renaksi, account } = readWithAccount(source)
    if (isNothing(renaksi)) throw nothingFound()
    return { renaksi, baris: source.lines.map((line) => classified(line, account)) }
  }
  const plan = readJson(source.lines.map((line) => line.teks).join('\n'))
  const sumber = { nama: source.nama, sha256: source.sha256, jenis: 'json' as const }
  return { renaksi: { ...plan, sumber }, baris: [] }
}

/** Neither a decree nor a row of a plan. */
const isNothing = ({ keputusan, rencana }: Renaksi): boolean =>
  keputusan.nomor === '' &&
  keputusan.judul === '' &&
  rencana.area.every((area) => area.kegiatan.every((kegiatan) => kegiatan.butir.length === 0))

const nothingFound = () =>
  new UnreadableFile(
    'Berkas ini terbaca, tetapi di dalamnya tidak ditemukan keputusan maupun tabel rencana aksi. ' +
      'Periksa apakah berkasnya benar, atau isi rencana pada templat XLSX lalu unggah.',
  )

function classified({ baris, teks }: SourceLine, { placed, noise }: Account): BarisSumber {
  if (placed.has(baris)) return { baris, teks, kelas: 'isi' }
  return { baris, teks, kelas: noise.get(baris) ?? (teks.trim() === '' ? 'kosong' : 'sisa') }
}
