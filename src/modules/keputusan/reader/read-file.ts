import type { Renaksi } from '../renaksi.ts'
import { openSource, type SourceFile } from './open-source.ts'
import { readJson } from './read-json.ts'
import { readKeputusan } from './read.ts'

/**
 * Reads a decree with its action plan from a file of any accepted type. Throws UnreadableFile. Runs in
 * the calling thread: for files of users take readFileIsolated.
 */
export async function readFile(file: SourceFile): Promise<Renaksi> {
  const source = await openSource(file)
  if (source.jenis !== 'json') return readKeputusan(source)
  const plan = readJson(source.lines.map((line) => line.teks).join('\n'))
  return { ...plan, sumber: { nama: source.nama, sha256: source.sha256, jenis: 'json' } }
}
