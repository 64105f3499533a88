import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Temuan } from '../renaksi.ts'
import { limits, tooManyColumns, tooMuchContent } from './limits.ts'
import { joinCutRows } from './open-pdf-breaks.ts'
import { tabulateUnruled } from './open-pdf-columns.ts'
import { findFurniture } from './open-pdf-furniture.ts'
import { alignTables } from './open-pdf-align.ts'
import { readPage, type PagePiece } from './open-pdf-page.ts'
import type { SourceLine } from './source.ts'
import { rowLine } from './table-lines.ts'
import { UnreadableFile } from './unreadable-file.ts'

type ReadPage = { pieces: PagePiece[]; height: number; words: number }

/** Reads a PDF by the places of its letters and rules: lines of text, and table rows with cells. */
export async function openPdf(
  bytes: Uint8Array,
): Promise<{ lines: SourceLine[]; temuan: Temuan[] }> {
  if (!hasEnd(bytes)) throw brokenPdf(new Error('no end of file'))
  const document = await load(bytes)
  try {
    if (document.numPages > limits.pages) throw tooMuchContent()
    const pages: ReadPage[] = []
    for (let n = 1; n <= document.numPages; n++) pages.push(await readNumbered(document, n))
    if (pages.every((page) => page.words === 0)) throw scanned()
    return { lines: linesOf(pages), temuan: blankPages(pages) }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : brokenPdf(error)
  } finally {
    await document.loadingTask.destroy()
  }
}

async function load(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // a thousand lines of text layout wait until a PDF comes; the worker module runs in this thread
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // @ts-expect-error pdf.js declares no types for its worker, which is loaded for its effect only
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  try {
    return await getDocument({
      // pdf.js takes the buffer over, and the caller still needs its own
      data: new Uint8Array(bytes),
      // pictures are never looked at, so none is unpacked
      maxImageSize: 1,
      fontExtraProperties: true,
      useSystemFonts: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw locked()
    throw brokenPdf(error)
  }
}

async function readNumbered(document: PDFDocumentProxy, n: number): Promise<ReadPage> {
  const { readMarks } = await import('./open-pdf-marks.ts')
  const page = await document.getPage(n)
  const marks = await readMarks(page)
  page.cleanup()
  return { pieces: readPage(marks), height: marks.height, words: marks.words.length }
}

function linesOf(pages: ReadPage[]): SourceLine[] {
  const furniture = findFurniture(pages)
  const own = pages.map(({ pieces }) => pieces.filter((piece) => !furniture.has(piece)))
  const placed = tabulateUnruled(own).map((pieces, i) => {
    const around = pages[i]?.pieces.filter((piece) => furniture.has(piece)) ?? []
    return [...pieces, ...around].toSorted((a, b) => a.y - b.y)
  })
  alignTables(placed.flat())
  const lines: SourceLine[] = []
  joinCutRows(placed).forEach((pieces, index) => {
    const halaman = index + 1
    pieces.forEach((piece, i) => {
      const baris = (): number => lines.length + 1
      if (isApart(pieces[i - 1], piece)) lines.push({ baris: baris(), teks: '', halaman })
      if (piece.kind === 'row') {
        const width = Math.max(...piece.sel.map((cell) => cell.kolom + cell.colspan))
        if (width > limits.columns) throw tooManyColumns()
        const line = rowLine(baris(), piece.sel, halaman)
        lines.push(piece.ragu ? { ...line, ragu: true } : line)
        return
      }
      const line = { baris: baris(), teks: piece.teks, halaman }
      const derau = furniture.get(piece)
      lines.push(derau ? { ...line, derau } : line)
    })
    if (lines.length > limits.lines) throw tooMuchContent()
  })
  return lines
}

/** A gap of more than a line sets paragraphs apart, as a blank line does in a text. */
function isApart(above: PagePiece | undefined, piece: PagePiece): boolean {
  if (!above || above.kind !== 'line' || piece.kind !== 'line') return false
  return piece.y - above.y > Math.max(above.size, piece.size) * 2.2
}

function hasEnd(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-4096)).toString('latin1')
  return tail.includes('%%EOF') || tail.includes('startxref')
}

function blankPages(pages: ReadPage[]): Temuan[] {
  const blank = pages.flatMap((page, i) => (page.words === 0 ? [i + 1] : []))
  if (blank.length === 0) return []
  return [
    {
      kode: 'halaman-tanpa-tulisan',
      pesan: `Halaman ${blank.join(', ')} tidak memuat tulisan yang dapat dibaca; mungkin kosong atau hasil pindai.`,
      keputusan: 'Halaman itu dilewati.',
      alternatif: 'Unggah PDF yang seluruh halamannya memuat tulisan yang dapat disalin.',
    },
  ]
}

function scanned(): UnreadableFile {
  return new UnreadableFile(
    'PDF ini hanya memuat gambar hasil pindai, tanpa tulisan yang dapat dibaca. ' +
      'Unggah PDF yang dibuat langsung dari Word atau Excel, atau unggah berkas DOCX/XLSX-nya.',
  )
}

function locked(): UnreadableFile {
  return new UnreadableFile(
    'PDF ini terkunci dengan kata sandi. Simpan salinan tanpa kata sandi, lalu unggah kembali.',
  )
}

function brokenPdf(cause: unknown): UnreadableFile {
  return new UnreadableFile(
    'Berkas PDF ini rusak atau terpotong. Unduh atau simpan ulang dari aslinya, lalu unggah kembali.',
    { cause },
  )
}
