import { utils, write, type WorkBook } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { buildZip } from '#test/support/documents-zip.ts'
import { openSource } from './open-source.ts'
import type { Source } from './source.ts'

async function openBook(book: WorkBook): Promise<Source> {
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
  return await openSource({ nama: 'rencana.xlsx', bytes })
}

test('merged cells become spans and texts stand at their columns', async () => {
  const sheet = utils.aoa_to_sheet([
    ['NO', 'AREA', 'BULAN', null, 'KET'],
    [1, 'Manajemen Perubahan', '✓', null, ''],
    [null, null, null, '✓', 'baris\nkedua'],
  ])
  sheet['!merges'] = [utils.decode_range('C1:D1'), utils.decode_range('B2:B3')]
  const { lines } = await openBook(utils.book_new(sheet, 'Lampiran'))
  expect(lines.map((line) => line.teks)).toEqual([
    'NO\tAREA\tBULAN\t\tKET',
    '1\tManajemen Perubahan\t✓',
    '\t\t\t✓\tbaris kedua',
  ])
  expect(lines[0]?.sel?.[2]).toEqual({ teks: 'BULAN', kolom: 2, colspan: 2, rowspan: 1 })
  expect(lines[1]?.sel?.[1]).toMatchObject({ teks: 'Manajemen Perubahan', rowspan: 2 })
  expect(lines[2]?.sel?.at(-1)?.teks).toBe('baris\nkedua')
})

test('dates and numbers read as Excel shows them in Indonesian', async () => {
  const date = (v: number, z: string) => ({ t: 'n' as const, v, z })
  const sheet = utils.aoa_to_sheet([['x']])
  sheet['A1'] = date(45_873, 'd mmmm yyyy')
  sheet['B1'] = date(45_873, '[$-421]dd mmm yyyy')
  sheet['C1'] = date(45_873, 'm/d/yy')
  sheet['D1'] = date(0.6, '0%')
  sheet['E1'] = date(12, 'General')
  sheet['!ref'] = 'A1:E1'
  const { lines } = await openBook(utils.book_new(sheet, 'A'))
  expect(lines[0]?.teks).toBe('4 Agustus 2025\t04 Agu 2025\t04/08/2025\t60%\t12')
})

test('sheets follow each other as pages, hidden ones are reported', async () => {
  const book = utils.book_new(utils.aoa_to_sheet([['Keputusan']]), 'Keputusan')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['daftar pilihan']]), 'Pilihan')
  utils.book_append_sheet(book, utils.aoa_to_sheet([[], ['Rencana']]), 'Rencana')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 0 }] }
  const { lines, temuan } = await openBook(book)
  expect(lines.map((line) => [line.baris, line.halaman, line.teks])).toEqual([
    [1, 1, 'Keputusan'],
    [2, 2, ''],
    [3, 2, 'Rencana'],
  ])
  expect(temuan?.map((each) => each.pesan)).toEqual(['Lembar "Pilihan" tersembunyi.'])
})

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function handmade(sheetData: string): Buffer {
  const styles =
    `<styleSheet xmlns="${main}"><fonts><font><name val="Arial"/></font><font><name val="Wingdings"/></font></fonts>` +
    '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF999999"/></patternFill></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills>' +
    '<cellXfs><xf fontId="0" fillId="0"/><xf fontId="0" fillId="1"/><xf fontId="1" fillId="2"/></cellXfs></styleSheet>'
  return buildZip([
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: styles },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ])
}

const inline = (address: string, text: string, style = 0): string =>
  `<c r="${address}" s="${style}" t="inlineStr"><is><r><t>${text}</t></r></is></c>`

test('a fill is a shade, white is not, and a tick of Wingdings is read', async () => {
  const bytes = handmade(
    `<row r="1">${inline('A1', 'JUDUL', 1)}${inline('B1', 'x', 1)}${inline('D1', 'y', 1)}</row>` +
      `<row r="2">${inline('A2', 'Butir')}<c r="B2" s="1"/><c r="C2" s="2"/>${inline('D2', 'ü', 2)}</row>`,
  )
  const { lines } = await openSource({ nama: 'a.xlsx', bytes })
  expect(lines[1]?.sel).toEqual([
    { teks: 'Butir', kolom: 0, colspan: 1, rowspan: 1 },
    { teks: '', kolom: 1, colspan: 1, rowspan: 1, arsiran: true },
    { teks: '✓', kolom: 3, colspan: 1, rowspan: 1 },
  ])
  expect(lines[0]?.sel?.some((cell) => cell.arsiran)).toBe(false)
})

test('a sheet of ten thousand columns is refused with a sentence', async () => {
  const cells = Array.from({ length: 10_000 }, (_, i) => inline(utils.encode_col(i) + '1', 'x'))
  const bytes = handmade(`<row r="1">${cells.join('')}</row>`)
  await expect(openSource({ nama: 'a.xlsx', bytes })).rejects.toMatchObject({
    pesan: expect.stringContaining('lebih dari 200 kolom'),
  })
})

test('colour far to the right of the table is decoration', async () => {
  const bytes = handmade(`<row r="1">${inline('A1', 'Butir')}<c r="XFD1" s="1"/></row>`)
  const { lines } = await openSource({ nama: 'a.xlsx', bytes })
  expect(lines.map((line) => line.teks)).toEqual(['Butir'])
})

test('rows of prose above the heading and below the table are lines of text', async () => {
  const sheet = utils.aoa_to_sheet([
    ['Menimbang', ':', 'a.', 'bahwa pertama;'],
    ['NO', 'KEGIATAN', 'TARGET WAKTU'],
    ['1', 'Manajemen Perubahan'],
    ['i. Tim Kerja'],
    ['a.', 'Membentuk tim', 'Juni 2025'],
    [null, null, 'KETUA,'],
  ])
  const { lines } = await openBook(utils.book_new(sheet, 'A'))
  expect(lines.map((line) => [line.teks, line.sel !== undefined])).toEqual([
    ['Menimbang : a. bahwa pertama;', false],
    ['NO\tKEGIATAN\tTARGET WAKTU', true],
    ['1\tManajemen Perubahan', true],
    ['i. Tim Kerja', true],
    ['a.\tMembentuk tim\tJuni 2025', true],
    ['KETUA,', false],
  ])
})
