import {
  BorderStyle,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  ShadingType,
  SymbolRun,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  type FileChild,
} from 'docx'
import { expect, test } from 'vitest'
import { buildZip } from '#test/support/documents-zip.ts'
import { openSource } from './open-source.ts'
import type { SourceCell, SourceLine } from './source.ts'

const levels = [
  { level: 0, format: LevelFormat.DECIMAL, text: '%1.' },
  { level: 1, format: LevelFormat.LOWER_LETTER, text: '%2)' },
  { level: 2, format: LevelFormat.LOWER_ROMAN, text: '(%3)' },
]

async function open(children: FileChild[]): Promise<SourceLine[]> {
  const document = new Document({
    numbering: { config: [{ reference: 'daftar', levels }] },
    sections: [{ children }],
  })
  const bytes = await Packer.toBuffer(document)
  return (await openSource({ nama: 'keputusan.docx', bytes })).lines
}

function texts(lines: SourceLine[]): string[] {
  return lines.map((line) => line.teks)
}

function numbered(text: string, level = 0, instance = 0): Paragraph {
  return new Paragraph({ text, numbering: { reference: 'daftar', level, instance } })
}

test('automatic numbers are printed, deeper levels begin anew', async () => {
  const lines = await open([
    numbered('Undang-Undang'),
    numbered('huruf pertama', 1),
    numbered('romawi', 2),
    numbered('huruf kedua', 1),
    numbered('Peraturan'),
    numbered('huruf lagi', 1),
  ])
  expect(texts(lines)).toEqual([
    '1. Undang-Undang',
    'a) huruf pertama',
    '(i) romawi',
    'b) huruf kedua',
    '2. Peraturan',
    'a) huruf lagi',
  ])
})

test('a second list of the same kind begins at one', async () => {
  const lines = await open([numbered('satu'), numbered('dua'), numbered('lain', 0, 1)])
  expect(texts(lines)).toEqual(['1. satu', '2. dua', '1. lain'])
})

test('an empty cell with an automatic number shows that number', async () => {
  const row = (text: string): TableRow =>
    new TableRow({
      children: [
        new TableCell({ children: [numbered('')] }),
        new TableCell({ children: [new Paragraph(text)] }),
      ],
    })
  const lines = await open([new Table({ rows: [row('Tim Kerja'), row('Rencana')] })])
  expect(texts(lines)).toEqual(['1.\tTim Kerja', '2.\tRencana'])
})

test('merged cells become spans, shades and ticks are kept', async () => {
  const cell = (
    text: string,
    options: Partial<ConstructorParameters<typeof TableCell>[0]> = {},
  ): TableCell => new TableCell({ ...options, children: [new Paragraph(text)] })
  const tick = new TableCell({
    children: [
      new Paragraph({ children: [new SymbolRun({ char: 'F0FC', symbolfont: 'Wingdings' })] }),
    ],
  })
  const typed = new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text: 'ü', font: 'Wingdings' })] })],
  })
  const shading = { type: ShadingType.CLEAR, fill: '808080' }
  const { CONTINUE, RESTART } = VerticalMergeType
  const lines = await open([
    new Table({
      rows: [
        new TableRow({ children: [cell('AREA'), cell('BULAN', { columnSpan: 3 })] }),
        new TableRow({
          children: [cell('Manajemen', { verticalMerge: RESTART }), tick, typed, cell('x')],
        }),
        new TableRow({
          children: [
            cell('', { verticalMerge: CONTINUE }),
            cell('a\u00A0b'),
            cell('', { shading }),
            cell(''),
          ],
        }),
      ],
    }),
  ])
  const at = (kolom: number, teks: string, more: Partial<SourceCell> = {}): SourceCell => ({
    teks,
    kolom,
    colspan: 1,
    rowspan: 1,
    ...more,
  })
  expect(lines.map((line) => line.sel)).toEqual([
    [at(0, 'AREA'), at(1, 'BULAN', { colspan: 3 })],
    [at(0, 'Manajemen', { rowspan: 2 }), at(1, '✓'), at(2, '✓'), at(3, 'x')],
    [at(1, 'a b'), at(2, '', { arsiran: true }), at(3, '')],
  ])
})

test('a table without rules is read as the text that it places', async () => {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  }
  const cells = [['Menimbang'], [':'], ['a. bahwa pertama;', 'b. bahwa kedua;']]
  const children = cells.map(
    (paragraphs) =>
      new TableCell({ children: paragraphs.map((paragraph) => new Paragraph(paragraph)) }),
  )
  const lines = await open([new Table({ borders, rows: [new TableRow({ children })] })])
  expect(lines).toEqual([
    { baris: 1, teks: 'Menimbang : a. bahwa pertama;' },
    { baris: 2, teks: 'b. bahwa kedua;' },
  ])
})

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function handmade(body: string, more: { name: string; content: string }[] = []): Buffer {
  const content = `<?xml version="1.0"?><w:document xmlns:w="${word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`
  return buildZip([{ name: 'word/document.xml', content }, ...more])
}

async function handmadeTexts(body: string): Promise<string[]> {
  return texts((await openSource({ nama: 'a.docx', bytes: handmade(body) })).lines)
}

test('tracked deletions are left out, insertions and moves read once', async () => {
  const body =
    '<w:p><w:r><w:t>Tetap </w:t></w:r><w:del><w:r><w:delText>lama</w:delText></w:r></w:del>' +
    '<w:ins><w:r><w:t>baru</w:t></w:r></w:ins></w:p>' +
    '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>hilang</w:delText></w:r></w:del></w:p>' +
    '<w:moveFrom><w:p><w:r><w:t>asal</w:t></w:r></w:p></w:moveFrom>' +
    '<w:moveTo><w:p><w:r><w:t>tujuan</w:t></w:r></w:p></w:moveTo>'
  expect(await handmadeTexts(body)).toEqual(['Tetap baru', 'tujuan'])
})

test('the main text is found under the name that Word on the web gives it', async () => {
  const content = `<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>isi</w:t></w:r></w:p></w:body></w:document>`
  const bytes = buildZip([{ name: 'word/document2.xml', content }])
  expect(texts((await openSource({ nama: 'a.docx', bytes })).lines)).toEqual(['isi'])
})

test('a deleted table row, hidden text and the second rendering of a text box are left out', async () => {
  const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const rules = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
  const box = (text: string): string =>
    `<w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent>`
  const body =
    `<w:tbl>${rules}<w:tr><w:trPr><w:del/></w:trPr>${cell('lama')}</w:tr><w:tr>${cell('kini')}${cell('ya')}</w:tr></w:tbl>` +
    '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>sembunyi</w:t></w:r><w:r><w:t>tampak</w:t></w:r></w:p>' +
    `<w:p><w:r><mc:AlternateContent><mc:Choice>${box('KETUA')}</mc:Choice><mc:Fallback>${box('KETUA')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
  expect(await handmadeTexts(body)).toEqual(['kini\tya', 'tampak', 'KETUA', ''])
})

test('slivers between grid lines are no columns', async () => {
  const cell = (text: string, span = 1): string =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const grid = [800, 2000, 30, 2000].map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const body =
    '<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>' +
    `<w:tblGrid>${grid}</w:tblGrid><w:tr>${cell('NO')}${cell('A')}${cell('B', 2)}</w:tr>` +
    `<w:tr>${cell('1')}${cell('a', 2)}${cell('b')}</w:tr></w:tbl>`
  const { lines } = await openSource({ nama: 'a.docx', bytes: handmade(body) })
  expect(lines.map((line) => line.sel?.map((c) => [c.kolom, c.colspan]))).toEqual([
    [
      [0, 1],
      [1, 1],
      [2, 1],
    ],
    [
      [0, 1],
      [1, 1],
      [2, 1],
    ],
  ])
})

test('a list that a style numbers is labelled, also in Roman capitals', async () => {
  const numbering =
    `<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/>` +
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:pStyle w:val="Bab"/></w:lvl>' +
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>' +
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
  const styles =
    `<w:styles xmlns:w="${word}"><w:style w:styleId="Bab"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>` +
    '<w:style w:styleId="Sub"><w:basedOn w:val="Bab"/></w:style></w:styles>'
  const paragraph = (properties: string, text: string): string =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const bullet = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr>'
  const bytes = handmade(
    paragraph('<w:pStyle w:val="Bab"/>', 'Pendahuluan') +
      paragraph('<w:pStyle w:val="Sub"/>', 'Sasaran') +
      paragraph(bullet, 'butir') +
      paragraph('<w:pStyle w:val="Bab"/><w:numPr><w:numId w:val="0"/></w:numPr>', 'Penutup'),
    [
      { name: 'word/numbering.xml', content: numbering },
      { name: 'word/styles.xml', content: styles },
    ],
  )
  const { lines } = await openSource({ nama: 'a.docx', bytes })
  expect(texts(lines)).toEqual(['III. Pendahuluan', 'IV. Sasaran', '• butir', 'Penutup'])
})
