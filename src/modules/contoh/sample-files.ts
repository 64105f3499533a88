import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contentKey } from '#platform/files/files.ts'
import type { Services } from '#platform/services.ts'

const titles = [
  'Undangan rapat',
  'Daftar hadir',
  'Notula rapat',
  'Berita acara',
  'Laporan kegiatan',
]

export type KeptContent = { nama: string; sha256: Buffer; ukuran: number }

/** Keeps the few contents to which all sample files point, as a received file is kept. */
export async function keepSampleFiles({ files }: Services): Promise<KeptContent[]> {
  const kept: KeptContent[] = []
  for (const nama of titles) {
    const bytes = onePagePdf(`${nama} (contoh KPU HUB)`)
    const sha256 = createHash('sha256').update(bytes).digest()
    const path = join(files.receiving, `contoh-${randomUUID()}`)
    await writeFile(path, bytes, { mode: 0o600 })
    await files.store.keep(path, contentKey(sha256))
    kept.push({ nama, sha256, ukuran: bytes.length })
  }
  return kept
}

/** A PDF of one page with one line of plain ASCII text. */
function onePagePdf(line: string): Buffer {
  const text = `BT /F1 18 Tf 72 760 Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + table + end, 'latin1')
}
