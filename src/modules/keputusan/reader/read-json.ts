import { z } from 'zod'
import { renaksi, type Renaksi } from '../renaksi.ts'
import { UnreadableFile } from './unreadable-file.ts'

const shown = 5
const { localeError } = z.locales.id()

/** Reads a renaksi/1 file. Throws UnreadableFile that names each problem by its path. */
export function readJson(text: string): Renaksi {
  const read = renaksi.safeParse(parse(text), { error: localeError })
  if (read.success) return read.data
  const problems = read.error.issues.map((issue) => {
    const message = issue.message.replace('diterima undefined', 'belum diisi')
    return `${pathText(issue.path)}: ${message}`
  })
  const more = problems.length - shown
  throw new UnreadableFile(
    `Berkas JSON ini tidak sesuai dengan format renaksi/1. ${problems.slice(0, shown).join('; ')}` +
      `${more > 0 ? `; dan ${more} masalah lain` : ''}. Perbaiki bagian itu, lalu unggah kembali.`,
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new UnreadableFile(
      'Berkas JSON ini rusak atau terpotong. Buat ulang berkasnya, lalu unggah kembali.',
      { cause },
    )
  }
}

/** "rencana.area[0].judul" */
function pathText(path: PropertyKey[]): string {
  if (path.length === 0) return 'berkas'
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('')
}
