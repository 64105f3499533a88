import { describe, expect, test } from 'vitest'
import {
  cleanText,
  joinLines,
  normalizeSpaces,
  stripListDash,
  titleCase,
  upperShare,
} from './text.ts'

describe('cleanText', () => {
  test.each([
    ['<p>Kabupaten Lumajang</p> <p>3) Kementerian</p>', 'Kabupaten Lumajang 3) Kementerian'],
    ['Kegiatan <i>kick off</i> / Pembangunan', 'Kegiatan kick off / Pembangunan'],
    ['serta:</p> <ol style="list-style-type: none"> 1) Data', 'serta: 1) Data'],
    ['**PROGRAM KERJA', 'PROGRAM KERJA'],
    ['Dokumen (*Roadmap*) dan *self assesment*', 'Dokumen (Roadmap) dan self assesment'],
    ['Peta&nbsp;Jabatan &amp; ABK', 'Peta Jabatan & ABK'],
    ['612/ORT.04- Kpt/05', '612/ORT.04-Kpt/05'],
    ['pra- dan pasca-Pemilu', 'pra- dan pasca-Pemilu'],
    ['nilai < 5 dan > 3', 'nilai < 5 dan > 3'],
  ])('cleans %s', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })
})

describe('joinLines', () => {
  test.each([
    [['Pembentukan Tim', 'Kerja '], 'Pembentukan Tim Kerja'],
    [['penataan kelem-', 'bagaan KPU'], 'penataan kelembagaan KPU'],
    [['perundang-', 'undangan'], 'perundang-undangan'],
    [['Tahun 2025–', '2045'], 'Tahun 2025–2045'],
    [['E-', 'Lapkin'], 'E-Lapkin'],
    [['', ' '], ''],
  ])('joins %j', (lines, joined) => {
    expect(joinLines(lines)).toBe(joined)
  })
})

describe('small things', () => {
  test('spaces of all kinds become one', () => {
    expect(normalizeSpaces(' Rapat\u00a0\u200bPleno \t\n KPU ')).toBe('Rapat Pleno KPU')
  })

  test('the dash before a list entry goes, the one of a word stays', () => {
    expect(stripListDash(' - a. bahwa')).toBe('a. bahwa')
    expect(stripListDash('- : 1. Undang-Undang')).toBe(': 1. Undang-Undang')
    expect(stripListDash('e-Lapkin')).toBe('e-Lapkin')
  })

  test('title case keeps abbreviations and lowers particles', () => {
    expect(titleCase('KPU KABUPATEN PANGKAJENE DAN KEPULAUAN')).toBe(
      'KPU Kabupaten Pangkajene dan Kepulauan',
    )
    expect(titleCase('KOMISI PEMILIHAN UMUM PROVINSI DKI JAKARTA')).toBe(
      'Komisi Pemilihan Umum Provinsi DKI Jakarta',
    )
    expect(titleCase('KABUPATEN TOLI-TOLI')).toBe('Kabupaten Toli-Toli')
  })

  test('the share of capitals counts letters only', () => {
    expect(upperShare('KPU 2025')).toBe(1)
    expect(upperShare('2025')).toBe(0)
  })
})
