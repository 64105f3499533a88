import { expect, test } from 'vitest'
import { isMark, isNothing, isSign } from './grid-marks.ts'

test.each([
  '✓',
  '√',
  'v',
  'V',
  'x',
  'xx',
  '■',
  '●',
  '*',
  '\uF0FC',
  '1',
  '25%',
  'M2',
  'Minggu ke-3',
  'Jan',
])('"%s" marks a month', (text) => expect(isMark(text)).toBe(true))

test.each(['', ' ', '-', '0', '...', 'SK tim', 'Tersedianya laporan'])(
  '"%s" marks no month',
  (text) => expect(isMark(text)).toBe(false),
)

test('only signs, not numbers, count beyond the months', () => {
  expect(isSign('✓')).toBe(true)
  expect(isSign('12')).toBe(false)
  expect(isSign('-')).toBe(false)
  expect(isNothing('–')).toBe(true)
})
