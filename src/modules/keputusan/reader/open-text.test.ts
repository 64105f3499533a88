import { expect, test } from 'vitest'
import { openSource } from './open-source.ts'
import type { Source } from './source.ts'

async function open(nama: string, bytes: Uint8Array): Promise<Source> {
  return await openSource({ nama, bytes })
}

async function texts(bytes: Uint8Array): Promise<string[]> {
  return (await open('keputusan.txt', bytes)).lines.map((line) => line.teks)
}

const text = 'KEPUTUSAN\r\n“Zona Integritas” – é\rakhir\n'
const lines = ['KEPUTUSAN', '“Zona Integritas” – é', 'akhir']

test('UTF-8 is read with and without byte order mark', async () => {
  expect(await texts(Buffer.from(text))).toEqual(lines)
  expect(await texts(Buffer.from(`\uFEFF${text}`))).toEqual(lines)
})

test('UTF-16 is read in both orders, also without byte order mark', async () => {
  const little = Buffer.from(text, 'utf16le')
  expect(await texts(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual(lines)
  expect(await texts(little)).toEqual(lines)
  const big = Buffer.concat([Buffer.from([0xff, 0xfe]), little]).swap16()
  expect(await texts(big)).toEqual(lines)
})

test('Windows-1252 is read where the bytes are no UTF-8', async () => {
  const bytes = Buffer.from([...Buffer.from('KPU '), 0x93, 0x41, 0x94, 0x20, 0x96, 0x20, 0xe9])
  expect(await texts(bytes)).toEqual(['KPU “A” – é'])
})

test('lines keep the numbers of an editor, and form feeds count pages', async () => {
  const { lines: read } = await open('a.txt', Buffer.from('satu\n\n\ftiga\nempat\n'))
  expect(read).toEqual([
    { baris: 1, teks: 'satu', halaman: 1 },
    { baris: 2, teks: '', halaman: 1 },
    { baris: 3, teks: 'tiga', halaman: 2 },
    { baris: 4, teks: 'empat', halaman: 2 },
  ])
})

test('prose with commas is text and a regular table is CSV, whatever the name', async () => {
  const prose = 'Menimbang, bahwa a, b, dan c;\nMengingat undang-undang.\nMenetapkan, x, y, z.\n'
  expect((await open('a.dat', Buffer.from(prose))).jenis).toBe('txt')
  const table = 'NO;AREA;WAKTU\n1;Manajemen;Juni\n2;Tatalaksana;Juli\n'
  expect((await open('a.dat', Buffer.from(table))).jenis).toBe('csv')
})

test.each([
  [',', 'NO,AREA,"WAKTU, target"\r\n1,"Kata ""kutip""","baris\r\ndua"\r\n'],
  [';', 'NO;AREA;WAKTU, target\n1;"Kata ""kutip""";"baris\ndua"\n'],
  ['\t', 'NO\tAREA\tWAKTU, target\n1\t"Kata ""kutip"""\t"baris\ndua"'],
  ['sep=', 'sep=;\r\nNO;AREA;WAKTU, target\r\n1;"Kata ""kutip""";"baris\r\ndua"'],
])('CSV parted by %j is read with quotes and line breaks', async (_, csv) => {
  const source = await open('rencana.csv', Buffer.from(`\uFEFF${csv}`))
  expect(source.jenis).toBe('csv')
  expect(source.lines.map((line) => line.sel?.map((cell) => cell.teks))).toEqual([
    ['NO', 'AREA', 'WAKTU, target'],
    ['1', 'Kata "kutip"', 'baris\ndua'],
  ])
})
