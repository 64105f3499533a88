import type { Temuan } from '../renaksi.ts'
import { limits, tooMuchContent } from './limits.ts'
import { readSheet, type Workbook } from './open-xlsx-sheet.ts'
import { readXlsxStyles } from './open-xlsx-styles.ts'
import type { Zip } from './open-zip.ts'
import { readXml } from './read-xml.ts'
import { proseAround } from './sheet-prose.ts'
import type { SourceLine } from './source.ts'
import { rowLine } from './table-lines.ts'
import { UnreadableFile } from './unreadable-file.ts'

type SheetEntry = { nama: string; path: string; hidden: boolean }

/** Reads the visible sheets of an XLSX in order: each row is a line, each sheet a `halaman`. */
export async function openXlsx(zip: Zip): Promise<{ lines: SourceLine[]; temuan: Temuan[] }> {
  const { sheets, from1904 } = await readWorkbook(zip)
  const workbook: Workbook = {
    strings: await readStrings(await zip.part('xl/sharedStrings.xml')),
    styleOf: await readXlsxStyles(await zip.part('xl/styles.xml')),
    from1904,
  }
  const lines: SourceLine[] = []
  const visible = sheets.filter((sheet) => !sheet.hidden)
  for (const [index, sheet] of visible.entries()) {
    const part = await zip.part(sheet.path)
    if (!part) continue
    for (const sel of await readSheet(part, workbook)) {
      const baris = lines.length + 1
      const halaman = index + 1
      lines.push(sel ? rowLine(baris, sel, halaman) : { baris, teks: '', halaman })
    }
    if (lines.length > limits.lines) throw tooMuchContent()
  }
  if (lines.every((line) => line.teks.trim() === '')) throw emptyWorkbook()
  const temuan = sheets.filter((sheet) => sheet.hidden).map(hiddenSheet)
  return { lines: proseAround(lines), temuan }
}

function hiddenSheet(sheet: SheetEntry): Temuan {
  return {
    kode: 'lembar-tersembunyi',
    pesan: `Lembar "${sheet.nama}" tersembunyi.`,
    keputusan: 'Lembar itu tidak dibaca.',
    alternatif: 'Tampilkan lembar itu di Excel, simpan, lalu unggah kembali.',
  }
}

async function readWorkbook(zip: Zip): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
  const targets = await readTargets(zip)
  const sheets: SheetEntry[] = []
  let from1904 = false
  const part = await zip.part('xl/workbook.xml')
  if (!part) throw emptyWorkbook()
  await readXml(part, {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const path = targets.get(attribute('id') ?? '')
      const hidden = (attribute('state') ?? 'visible') !== 'visible'
      if (path !== undefined) sheets.push({ nama: attribute('name') ?? '', path, hidden })
    },
  })
  return { sheets, from1904 }
}

/** Where the parts lie that the workbook names by relation id. */
async function readTargets(zip: Zip): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  const part = await zip.part('xl/_rels/workbook.xml.rels')
  if (!part) return targets
  await readXml(part, {
    open(name, attribute) {
      if (name !== 'Relationship') return
      const target = attribute('Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
      targets.set(attribute('Id') ?? '', path)
    },
  })
  return targets
}

/** The texts that cells refer to by number; readings beside Asian letters (rPh) are left out. */
async function readStrings(part: AsyncIterable<Uint8Array> | null): Promise<string[]> {
  const strings: string[] = []
  if (!part) return strings
  let text = ''
  let inText = false
  let inReading = false
  await readXml(part, {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') inReading = true
      else if (name === 't') inText = !inReading
    },
    text(more) {
      if (inText) text += more
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') inReading = false
      else if (name === 'si') strings.push(text)
    },
  })
  return strings
}

function emptyWorkbook(): UnreadableFile {
  return new UnreadableFile(
    'Buku kerja ini tidak memuat tulisan pada lembar yang tampak. ' +
      'Isi lembarnya atau tampilkan lembar yang tersembunyi, lalu unggah kembali.',
  )
}
