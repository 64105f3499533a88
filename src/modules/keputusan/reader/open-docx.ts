import { limits, tooMuchContent } from './limits.ts'
import { readDocxBody, type DocxBlock } from './open-docx-body.ts'
import { readNumbering } from './open-docx-numbering.ts'
import { readDocxStyles } from './open-docx-styles.ts'
import { flattenTable, isLayout, tableCells } from './open-docx-table.ts'
import type { Zip } from './open-zip.ts'
import type { SourceLine } from './source.ts'
import { rowLine } from './table-lines.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Reads a DOCX: a line for each paragraph of the main text, a line with cells for each table row. */
export async function openDocx(zip: Zip): Promise<SourceLine[]> {
  // Word on the web may write document2.xml and numbering2.xml
  const part = (name: string) =>
    zip.part(zip.names.find((each) => each.replace(/\d*\.xml$/, '') === `word/${name}`) ?? '')
  const body = await part('document')
  if (!body) throw emptyDocument()
  const numbering = await readNumbering(await part('numbering'))
  const styles = await readDocxStyles(await part('styles'))
  const lines = linesOf(await readDocxBody(body, numbering, styles))
  if (lines.every((line) => line.teks.trim() === '')) throw emptyDocument()
  return lines
}

function linesOf(blocks: DocxBlock[]): SourceLine[] {
  const lines: SourceLine[] = []
  for (const block of blocks) {
    if ('teks' in block) lines.push({ baris: lines.length + 1, teks: block.teks })
    else if (isLayout(block.table)) {
      for (const teks of flattenTable(block.table)) lines.push({ baris: lines.length + 1, teks })
    } else {
      for (const sel of tableCells(block.table)) lines.push(rowLine(lines.length + 1, sel))
    }
    if (lines.length > limits.lines) throw tooMuchContent()
  }
  return lines
}

function emptyDocument(): UnreadableFile {
  return new UnreadableFile(
    'Dokumen ini tidak memuat tulisan; mungkin isinya hanya gambar hasil pindai. ' +
      'Unggah dokumen aslinya yang tulisannya dapat disalin.',
  )
}
