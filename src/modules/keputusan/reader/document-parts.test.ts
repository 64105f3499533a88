import { expect, test } from 'vitest'
import { heading, text } from './annex-builder.ts'
import { findPlanEnd, findPlanStart } from './document-parts.ts'

test('a plan starts at the heading of its table', () => {
  const lines = text('RENCANA AKSI REFORMASI BIROKRASI', '', ...heading)
  expect(findPlanStart(lines, 1)).toBe(3)
})

test('the name of an area right above the table belongs to the plan', () => {
  const lines = text('RENCANA AKSI', 'AREA 1: MANAJEMEN PERUBAHAN', '', ...heading)
  expect(findPlanStart(lines, 1)).toBe(2)
  expect(findPlanStart(lines, 3)).toBe(4)
})

test('a plan ends before the signatures though a note on the certificate stands below them', () => {
  const lines = text(
    ...heading,
    '1\tManajemen Perubahan\tTim Kerja\ta. Membentuk tim\tSK Tim\tMaret 2025',
    'Ditetapkan di Pontianak',
    'pada tanggal 5 Januari 2026',
    'Plt. KETUA KOMISI PEMILIHAN UMUM PROVINSI KALIMANTAN BARAT,',
    'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik.',
    'Tembusan: Ketua KPU di Jakarta',
  )
  expect(findPlanEnd(lines, 1, 'Kalimantan Barat')).toBe(heading.length + 1)
})
