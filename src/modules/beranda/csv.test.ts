import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvLine, csvStream } from '#platform/csv.ts'
import { officeCsvLines } from './office-csv.ts'

describe('a CSV file', () => {
  it('never lets a text begin a formula', () => {
    expect(csvCell('=HYPERLINK("http://jahat")')).toBe(`"'=HYPERLINK(""http://jahat"")"`)
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(csvCell(text).replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it('keeps every text whole between its quotes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const written = csvCell(text)
        const read = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written
        expect(read.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(text.replace(/^'(?=[=+\-@\t\r])/, ''))
        expect(written.startsWith('"') || !/[;\r\n]/.test(written)).toBe(true)
      }),
    )
  })

  it('writes numbers as Indonesian spreadsheets read them', () => {
    expect(csvLine(['KPU', 12.5, null, -3])).toBe('KPU;12,5;;-3\r\n')
  })

  it('is sent in pieces, marked as UTF-8', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => csvLine(['baris', index]))
    const pieces: Uint8Array[] = []
    for await (const piece of csvStream(lines)) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(2)
    const bytes = Buffer.concat(pieces)
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(bytes.subarray(3).toString()).toBe(lines.join(''))
  })

  it('has one line an office and area, and one for an office without a plan', () => {
    const part = {
      kode: '52',
      areaBaku: 4,
      lewat: true,
      jumlah: 10,
      berjalan: 0,
      selesai: 5,
      selesaiTepat: 4,
      ditiadakan: 1,
    }
    const places = [
      { kode: '52', nama: 'KPU Provinsi "X"; Y' },
      { kode: '5203', nama: '=1+1' },
    ]
    const lines = [...officeCsvLines({ tahun: 2026, jenis: '', places, parts: [part] })]
    expect(lines.slice(1)).toEqual([
      '52;"KPU Provinsi ""X""; Y";2026;RB dan ZI;Tata laksana;9;5;4;0;4;1;55,6;44,4\r\n',
      `5203;'=1+1;2026;RB dan ZI;;;;;;;;;\r\n`,
    ])
  })
})
