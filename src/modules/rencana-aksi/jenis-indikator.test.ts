import { describe, expect, it } from 'vitest'
import { inferJenisIndikator } from './jenis-indikator.ts'

describe('the kind of an indikator', () => {
  it.each([
    ['% Kegiatan yang terlaksana di dalam Rencana Aksi Zona Integritas.', 'persen'],
    ['Persentase pegawai yang menyampaikan LHKPN', 'persen'],
    ['Prosentase jumlah pengaduan yang selesai', 'persen'],
    ['Jumlah Pelanggaran tahun sebelumnya', 'jumlah'],
    ['Banyaknya inovasi yang direplikasi', 'jumlah'],
    ['Indeks Kepuasan Masyarakat', 'indeks'],
    ['Nilai SAKIP satuan kerja', 'indeks'],
    ['Jangka waktu penyelesaian pengaduan', 'waktu'],
    ['Waktu rata-rata pelayanan', 'waktu'],
    ['Dokumen laporan monitoring', 'dokumen'],
    ['Seluruh pegawai memahami nilai-nilai organisasi', 'dokumen'],
    ['', 'dokumen'],
  ])('of "%s" is %s', (teks, jenis) => {
    expect(inferJenisIndikator(teks)).toBe(jenis)
  })
})
