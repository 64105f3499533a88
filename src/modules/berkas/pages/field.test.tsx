import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import type { Berkas } from '../berkas.ts'
import { BerkasField } from './field.tsx'
import { BerkasItem } from './item.tsx'

const berkas: Berkas = {
  satkerKode: '3508',
  id: '01a1fcd4-0000-7000-8000-000000000001',
  nama: 'Notula <rapat> & lampiran.pdf',
  ukuranDiterima: 2_202_009,
  receivedAt: new Date('2026-11-20T03:00:00Z'),
  receivedBy: null,
  sha256: null,
  ukuran: null,
  jenisIsi: null,
  halaman: null,
  pratinjau: false,
  diambilPada: null,
  scannedAt: null,
  readyAt: null,
  rejectedAt: null,
  sebab: null,
}
const ready = {
  ...berkas,
  readyAt: berkas.receivedAt,
  ukuran: 1_048_576,
  halaman: 3,
  pratinjau: true,
}

describe('the field for files', () => {
  it('keeps what was received, with its name and state, to be unticked by who does not want it', () => {
    const page = parse(
      String(<BerkasField name="bukti" label="Bukti" received={[berkas]} kamera />),
    )
    const tick = page.querySelector('input[type=checkbox]')
    expect(tick?.getAttribute('name')).toBe('bukti')
    expect(tick?.getAttribute('value')).toBe(berkas.id)
    expect(tick?.hasAttribute('checked')).toBe(true)
    expect(page.querySelector('.upload-item')?.text).toContain('2,1 MB · Sedang diperiksa')
    expect(page.querySelector('label[for=bukti]')?.text).toBe('Bukti')
    const inputs = page.querySelectorAll('input[type=file]')
    expect(inputs.map((input) => input.getAttribute('name'))).toEqual(['bukti', 'bukti'])
    expect(inputs[1]?.getAttribute('capture')).toBe('environment')
  })

  it('shows a problem beside the input that it belongs to', () => {
    const page = parse(String(<BerkasField name="bukti" label="Bukti" error="Pilih berkas." />))
    const input = page.querySelector('#bukti')
    expect(input?.getAttribute('aria-invalid')).toBe('true')
    expect(input?.getAttribute('aria-describedby')).toContain('bukti-masalah')
  })
})

describe('a file', () => {
  it('is a link with its preview only when it is ready', () => {
    const shown = parse(String(<BerkasItem berkas={ready} />))
    expect(shown.querySelector('a')?.getAttribute('href')).toBe(`/kerja/berkas/${ready.id}`)
    expect(shown.querySelector('img')?.getAttribute('src')).toContain('/pratinjau')
    expect(shown.text).toContain('1 MB · 3 halaman')
    expect(parse(String(<BerkasItem berkas={berkas} />)).querySelector('a, img')).toBeNull()
  })

  it('says why it was rejected', () => {
    const row = { ...berkas, rejectedAt: berkas.receivedAt, sebab: 'Gambar ini rusak.' }
    const shown = parse(String(<BerkasItem berkas={row} />))
    expect(shown.text).toMatch(/Ditolak[\s\S]*Gambar ini rusak\./)
  })
})
