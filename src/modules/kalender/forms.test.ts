import { describe, expect, it } from 'vitest'
import { checkForm } from '#platform/http/form.ts'
import { hariLiburForm, jamLokalForm, ramadanForm, tahunForm } from './forms.ts'
import { hitungForm } from './forms-hitung.ts'
import { durationText, minutesOf, timeText } from './jam.ts'
import { hariRange } from './labels.ts'
import { rangesText } from './pages/year-months.ts'
import { readSkbLines } from './skb-lines.ts'

const problems = (form: ReturnType<typeof checkForm>) =>
  form.ok ? [] : form.problems.map(({ field, message }) => `${field}: ${message}`)

describe('the lines of a joint decree', () => {
  it('are read in any usual writing, typed or pasted from a sheet', () => {
    const text = [
      '1 Januari 2028; libur nasional; Tahun Baru 2028 Masehi',
      '',
      '2028-01-26\tLibur\tTahun Baru Imlek 2579 Kongzili',
      '27/1/2028; Cuti Bersama; Tahun Baru Imlek 2579 Kongzili',
    ].join('\r\n')
    expect(readSkbLines(text, 2028)).toEqual({
      problems: [],
      hari: [
        { tanggal: '2028-01-01', jenis: 'libur_nasional', nama: 'Tahun Baru 2028 Masehi' },
        { tanggal: '2028-01-26', jenis: 'libur_nasional', nama: 'Tahun Baru Imlek 2579 Kongzili' },
        { tanggal: '2028-01-27', jenis: 'cuti_bersama', nama: 'Tahun Baru Imlek 2579 Kongzili' },
      ],
    })
  })

  it('name the line that cannot be read, and why', () => {
    const text = [
      '30 Februari 2028; libur; Tidak ada',
      '1 Januari 2027; libur; Tahun lain',
      '1 Januari 2028; masuk; Hari biasa',
      '2 Januari 2028; libur; X',
      '3 Januari 2028; libur; Hari tiga',
      '3 Januari 2028; libur; Hari tiga lagi',
    ].join('\n')
    const read = readSkbLines(text, 2028)
    expect(read.hari).toHaveLength(1)
    expect(read.problems.map((problem) => problem.split(':')[0])).toEqual([
      'Baris 1',
      'Baris 2',
      'Baris 3',
      'Baris 4',
      'Baris 6',
    ])
  })
})

describe('forms', () => {
  it('keep the days of a decree, or say which line is wrong', () => {
    const typed = { tahun: '2028', dasar: 'SKB 1/2027', tanggalDasar: '2027-09-15', sumber: 'JDIH' }
    const good = checkForm(tahunForm, { ...typed, daftar: '2028-01-01; libur; Tahun Baru' })
    expect(good.ok && good.values.hari).toHaveLength(1)
    expect(problems(checkForm(tahunForm, { ...typed, daftar: 'besok' }))[0]).toMatch(
      /^daftar: Baris 1/,
    )
    expect(problems(checkForm(tahunForm, {}))).toContain('daftar: Tempel daftar harinya.')
  })

  it('refuse a Ramadan that is not 29 or 30 days', () => {
    const typed = { tahunHijriah: '1449', dari: '2028-01-28', sumber: 'Sidang isbat', versi: '0' }
    const until = (hariTerakhir: string) =>
      checkForm(ramadanForm, { ...typed, keyakinan: 'terverifikasi', hariTerakhir })
    expect(until('2028-02-25').ok).toBe(true)
    expect(problems(until('2028-02-28'))).toEqual([
      'hariTerakhir: Ramadan lamanya 29 atau 30 hari. Periksa kedua tanggalnya.',
    ])
  })

  it('refuse hours that do not follow each other, and half a break', () => {
    const typed = {
      masa: 'biasa',
      hari: ['1', '5'],
      mulai: '07.30',
      selesai: '16:00',
      dari: '2026-01-01',
      dasar: 'SE 1/2026',
    }
    const good = checkForm(jamLokalForm, { ...typed, istirahatMulai: '', istirahatSelesai: '' })
    expect(good.ok && [good.values.hari, good.values.mulai]).toEqual([[1, 5], '07:30'])
    expect(problems(checkForm(jamLokalForm, { ...typed, selesai: '07:00' }))).toEqual([
      'selesai: Jam ini harus sesudah jam sebelumnya.',
    ])
    expect(problems(checkForm(jamLokalForm, { ...typed, istirahatMulai: '12:00' }))).toEqual([
      'istirahatSelesai: Isi awal dan akhir istirahat, atau kosongkan keduanya.',
    ])
    const { hari: _, ...none } = typed
    expect(problems(checkForm(jamLokalForm, none))).toEqual([
      'hari: Pilih paling sedikit satu hari.',
    ])
  })

  it('ask for a real date, a name and a source', () => {
    const wrong = problems(checkForm(hariLiburForm, { tanggal: '2026-02-30', versi: '0' }))
    expect(wrong.map((problem) => problem.split(':')[0])).toEqual([
      'tanggal',
      'jenis',
      'nama',
      'dasar',
      'sumber',
      'keyakinan',
    ])
  })

  it('bound what the tool counts', () => {
    const ask = (mulai: string, jumlah: string, satuan = 'hari') =>
      checkForm(hitungForm, { mulai, jumlah, satuan })
    expect(ask('2026-11-23T09:00', '5').ok).toBe(true)
    expect(problems(ask('2026-02-30T09:00', '5'))[0]).toContain('tidak ada di kalender')
    expect(problems(ask('2026-11-23T09:00', '367'))).toEqual([
      'jumlah: Paling banyak 366 hari kerja sekali hitung.',
    ])
    expect(problems(ask('9999-11-23T09:00', '1.5'))).toHaveLength(2)
  })
})

describe('times and days in words', () => {
  it('are written as Indonesia writes them', () => {
    expect(timeText(minutesOf('07:30:00'))).toBe('07.30')
    expect([0, 45, 450, 480].map(durationText)).toEqual([
      '0 menit',
      '45 menit',
      '7 jam 30 menit',
      '8 jam',
    ])
    expect(rangesText([2, 3, 4, 7])).toBe('2–4, 7')
    expect([hariRange([4, 1, 2, 3]), hariRange([1, 5]), hariRange([6])]).toEqual([
      'Senin–Kamis',
      'Senin, Jumat',
      'Sabtu',
    ])
  })
})
