import { describe, expect, it, test } from 'vitest'
import { jadwalFromText, jadwalText } from './jadwal-text.ts'

describe('a schedule that is typed', () => {
  test.each([
    ['Jan, Jul', [1, 7]],
    ['1, 7', [1, 7]],
    ['setiap bulan', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['Agt, Des', [8, 12]],
    ['Triwulan I', [1, 2, 3]],
    ['3 Februari 2026 - 28 Februari 2026', [2]],
  ])('%s means months %j', (text, bulan) => {
    expect(jadwalFromText(text, 2026)?.bulan).toEqual(bulan)
  })

  it('may be empty, and must be understood', () => {
    expect(jadwalFromText('  ', 2026)).toBeNull()
    expect(jadwalFromText('entah kapan', 2026)).toBeUndefined()
  })

  test.each(['Jan, Mei, Agt', 'Januari, Juli', 'setiap bulan', '3 Februari 2026 - 28 Maret 2026'])(
    '%s is shown as it was typed',
    (text) => {
      expect(jadwalText(jadwalFromText(text, 2026) ?? null)).toBe(text)
    },
  )
})
