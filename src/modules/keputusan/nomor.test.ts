import { expect, it } from 'vitest'
import { nomorKeputusan } from './nomor.ts'

it('a decree is named by number and year, once', () => {
  expect(nomorKeputusan({ nomor: '21', tahun: 2025 })).toBe('Nomor 21 Tahun 2025')
  expect(nomorKeputusan({ nomor: '07/HK.03.1/3508/2022', tahun: 2022 })).toBe(
    'Nomor 07/HK.03.1/3508/2022',
  )
})
