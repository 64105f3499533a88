import { createHash } from 'node:crypto'
import { detectType, type Detected } from './detect-type.ts'
import { limits, tooLarge } from './limits.ts'
import { openCsv } from './open-csv.ts'
import { openDocx } from './open-docx.ts'
import { openPdf } from './open-pdf.ts'
import { openText } from './open-text.ts'
import { openXlsx } from './open-xlsx.ts'
import type { Source } from './source.ts'

export type SourceFile = { nama: string; bytes: Uint8Array }

/**
 * Opens a TXT, PDF, DOCX, XLSX, CSV or JSON file as numbered lines. Throws UnreadableFile with an
 * Indonesian sentence where that is not possible.
 */
export async function openSource(file: SourceFile): Promise<Source> {
  if (file.bytes.length > limits.fileBytes) throw tooLarge(file.bytes.length)
  const detected = await detectType(file)
  return {
    nama: file.nama,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    jenis: detected.jenis,
    ...(await openDetected(detected, file.bytes)),
  }
}

async function openDetected(
  detected: Detected,
  bytes: Uint8Array,
): Promise<Pick<Source, 'lines' | 'temuan'>> {
  switch (detected.jenis) {
    case 'pdf':
      return await openPdf(bytes)
    case 'docx':
      return { lines: await openDocx(detected.zip) }
    case 'xlsx':
      return await openXlsx(detected.zip)
    case 'csv':
      return { lines: openCsv(detected.text, detected.delimiter) }
    case 'txt':
    case 'json':
      return { lines: openText(detected.text) }
  }
}
