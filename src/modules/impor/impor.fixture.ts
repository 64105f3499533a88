import { readFileSync } from 'node:fs'
import type { Reading, Renaksi, RenaksiButir } from '#modules/keputusan'
import type { Caller } from '#platform/command.ts'
import { systemActor } from '#platform/identity/actor.ts'
import type { TestHub } from '#test/support/hub.ts'
import { finishReading } from './commands/finish-reading.ts'
import { upload } from './commands/upload.ts'

export const aButir = (uraian: string, more: Partial<RenaksiButir> = {}): RenaksiButir => ({
  label: null,
  uraian,
  langkah: null,
  indikator: [],
  eviden: [],
  jadwal: { bulan: [2, 7], mulai: null, selesai: null },
  baris: [10],
  keyakinan: 0.95,
  ...more,
})

/** A decree of Kabupaten Lumajang with two butir, one of which the reader is not sure of. */
export const aRenaksi = (keputusan: Partial<Renaksi['keputusan']> = {}): Renaksi => ({
  format: 'renaksi/1',
  keputusan: {
    penerbit: 'Komisi Pemilihan Umum Kabupaten Lumajang',
    tingkat: 'kabupaten',
    wilayah: 'Lumajang',
    nomor: '7',
    tahun: 2026,
    judul: 'Rencana Aksi Reformasi Birokrasi Tahun 2026',
    tanggal: '2026-02-03',
    ...keputusan,
  },
  rencana: {
    jenis: 'RB',
    tahun: 2026,
    area: [
      {
        nomor: '4.',
        judul: 'Penataan Tatalaksana',
        kegiatan: [
          {
            nomor: '1.',
            judul: 'Proses bisnis',
            butir: [
              aButir('Menyusun peta proses bisnis'),
              aButir('Mengevaluasi SOP', { keyakinan: 0.5, baris: [11, 12] }),
            ],
          },
        ],
      },
    ],
  },
  temuan: [
    { kode: 'sel-kosong', baris: [11], pesan: 'Sel jadwal kosong.', keputusan: 'Dibiarkan.' },
  ],
  sisa: [],
})

export const aReading = (renaksi: Renaksi = aRenaksi()): Reading => ({
  renaksi,
  baris: [
    { baris: 9, teks: 'NO\tKEGIATAN', kelas: 'judul-tabel' },
    { baris: 10, teks: 'Menyusun peta proses bisnis', kelas: 'isi' },
    { baris: 11, teks: 'Mengevaluasi', kelas: 'isi' },
    { baris: 12, teks: 'SOP', kelas: 'isi' },
  ],
})

export const sampleBytes = (name: string): Uint8Array =>
  readFileSync(`data/contoh/keputusan/${name}.txt`)

let files = 0

/** Uploads a file, of its own so that none waits twice. */
export const anUpload = (caller: Caller, satkerKode: string): Promise<{ id: string }> =>
  upload(caller, {
    satkerKode,
    nama: 'keputusan.txt',
    bytes: new TextEncoder().encode(`berkas ${files++}`),
  })

/** An import in review, uploaded by `caller`. */
export async function anImport(
  hub: TestHub,
  caller: Caller,
  renaksi?: Renaksi,
): Promise<{ imporId: string; projectRoot: string }> {
  const satkerKode = caller.actor?.satkerKode ?? ''
  const { id: imporId } = await anUpload(caller, satkerKode)
  const { projectRoot } = hub.services.config
  const reading = aReading(renaksi)
  await finishReading(hub.as(systemActor(satkerKode)), { imporId, reading, projectRoot })
  return { imporId, projectRoot }
}
