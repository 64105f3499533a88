import { describe, expect, test } from 'vitest'
import { signatureLines } from './header-lines.ts'
import { mergeSignatures, readSignature } from './signature.ts'

const read = (text: string, wilayah = 'Mataram') =>
  readSignature(
    signatureLines(text.split('\n').map((teks, i) => ({ baris: i + 1, teks }))),
    wilayah,
  )

const sample = 'Salinan sesuai dengan aslinya\nSEKRETARIAT KOMISI PEMILIHAN UMUM\nKOTA MATARAM'

describe('readSignature', () => {
  test('reads chair and certifier one below the other', () => {
    const text = `Ditetapkan di Mataram.\nPada tanggal 3 September 2025\nKETUA KOMISI PEMILIHAN UMUM
KOTA MATARAM\nttd\nEDY PUTRAWAN\n${sample}\nKepala Subbagian Teknis,\nPartisipasi dan Humas\nMoch. Wanyur`
    expect(read(text)).toMatchObject({
      tempat: 'Mataram',
      tanggal: 'Pada tanggal 3 September 2025',
      ketua: 'EDY PUTRAWAN',
      penyalin: { nama: 'Moch. Wanyur', jabatan: 'Kepala Subbagian Teknis, Partisipasi dan Humas' },
      tertukar: false,
    })
  })

  test('tells two names in the block of the certifier apart by their capitals', () => {
    const text = `KETUA KOMISI PEMILIHAN UMUM\nKOTA MATARAM\n${sample}\nttd.\nKepala Bagian Hukum,
SUHARDI SOUD\nLalu Nizamudin`
    expect(read(text)).toMatchObject({
      ketua: 'SUHARDI SOUD',
      penyalin: { nama: 'Lalu Nizamudin', jabatan: 'Kepala Bagian Hukum' },
      tertukar: true,
    })
  })

  test('keeps two columns of one line apart', () => {
    const text = `Salinan sesuai dengan aslinya          KETUA KOMISI PEMILIHAN UMUM
SEKRETARIAT KOMISI PEMILIHAN UMUM      KOTA MATARAM,
KOTA MATARAM
Kepala Subbagian Hukum,                ttd.
SITI AMINAH, S.H.                      MURSALIN, S.Pd.
NIP. 198001012005012001`
    expect(read(text)).toMatchObject({
      ketua: 'MURSALIN, S.Pd.',
      penyalin: { nama: 'SITI AMINAH, S.H.', jabatan: 'Kepala Subbagian Hukum' },
    })
  })

  test('reads cells of a row as columns', () => {
    const text = `${sample.split('\n')[0]}\tKETUA KPU KOTA MATARAM,\nKepala Subbagian Hukum,\tttd.\nSITI AMINAH\tMURSALIN`
    expect(read(text)).toMatchObject({ ketua: 'MURSALIN', penyalin: { nama: 'SITI AMINAH' } })
  })

  test('finds a name behind the office on one line, and behind "ttd."', () => {
    expect(read('KETUA KOMISI PEMILIHAN UMUM\nKOTA MATARAM EDY PUTRAWAN').ketua).toBe(
      'EDY PUTRAWAN',
    )
    expect(read('KETUA KPU KOTA MATARAM\nttd. EDY PUTRAWAN').ketua).toBe('EDY PUTRAWAN')
  })

  test('a secretary who decides is the signing official', () => {
    const text = `SEKRETARIS KOMISI PEMILIHAN UMUM\nKOTA MATARAM,\nttd.\nJOHANIS\n${sample}\nKepala Subbagian Hukum,\nMARIA`
    expect(read(text)).toMatchObject({
      ketua: 'JOHANIS',
      penyalin: { nama: 'MARIA', jabatan: 'Kepala Subbagian Hukum' },
    })
  })

  test('reads place and date on one line', () => {
    expect(read('Mataram, 17 Januari 2022\nKetua KPU Kota Mataram\nSuhardi')).toMatchObject({
      tempat: 'Mataram',
      tanggal: 'Mataram, 17 Januari 2022',
      ketua: 'Suhardi',
    })
  })

  test('an original has no certifier, a copy may have one without a name', () => {
    expect(read('KETUA,\nHAMDAN').penyalin).toBeNull()
    expect(read(`KETUA,\nHAMDAN\n${sample}\nKasubbag Hukum.`).penyalin).toEqual({
      nama: null,
      jabatan: 'Kasubbag Hukum.',
    })
  })

  test('a headline is no name', () => {
    expect(read('KETUA KPU KOTA MATARAM\nRENCANA AKSI ZONA INTEGRITAS').ketua).toBeNull()
  })
})

test('the signatures of the annex fill what the decree leaves out', () => {
  const decree = read(`KETUA KPU KOTA MATARAM\nEDY\n${sample}\nKasubbag Hukum`)
  const annex = read(`KETUA KPU KOTA MATARAM\nEdy\n${sample}\nKasubbag Hukum\nMOCH WANYUR`)
  expect(mergeSignatures(decree, annex)).toMatchObject({
    ketua: 'EDY',
    penyalin: { nama: 'MOCH WANYUR', jabatan: 'Kasubbag Hukum' },
  })
})
