import { expect, test } from 'vitest'
import { heading, text } from './annex-builder.ts'
import { findPlanStart } from './document-parts.ts'

test('a plan starts at the heading of its table', () => {
  const lines = text('RENCANA AKSI REFORMASI BIROKRASI', '', ...heading)
  expect(findPlanStart(lines, 1)).toBe(3)
})

test('the name of an area right above the table belongs to the plan', () => {
  const lines = text('RENCANA AKSI', 'AREA 1: MANAJEMEN PERUBAHAN', '', ...heading)
  expect(findPlanStart(lines, 1)).toBe(2)
  expect(findPlanStart(lines, 3)).toBe(4)
})
