import { describe, expect, test } from 'vitest'
import { renaksi } from '../renaksi.ts'
import { readHeader } from './header.ts'
import type { SourceLine } from './source.ts'

const read = (text: string) => readHeader(toLines(text))

function toLines(text: string): SourceLine[] {
  return text.split('\n').map((teks, i) => ({ baris: i + 1, teks }))
}

/** Lines before and after the plan of which the reader says nothing. */
function unaccounted(text: string): string[] {
  const { placed, noise, planFrom, planTo } = read(text)
  const isOutside = ({ baris }: SourceLine) => baris < planFrom || baris > planTo
  return toLines(text)
    .filter((line) => isOutside(line) && !placed.has(line.baris) && !noise.has(line.baris))
    .map(({ teks }) => teks)
}

const plan = 'NO\tAREA PERUBAHAN\tKEGIATAN\tSUB KEGIATAN\tINDIKATOR KEBERHASILAN\tTARGET WAKTU'
const row = '1\tManajemen Perubahan\tTim\ta. Pembentukan\tSK\tJanuari 2026'

describe('other offices and layouts', () => {
  test('an independent commission amends by short number, with "PERTAMA" and no copy', () => {
    const text = `KOMISI INDEPENDEN PEMILIHAN\nKABUPATEN ACEH BESAR
KEPUTUSAN KOMISI INDEPENDEN PEMILIHAN KABUPATEN ACEH BESAR\nNOMOR 8 TAHUN 2026\nTENTANG
PERUBAHAN KEDUA ATAS KEPUTUSAN KOMISI INDEPENDEN PEMILIHAN KABUPATEN\nACEH BESAR NOMOR 12 TAHUN 2025
TENTANG RENCANA AKSI TAHUN 2026\nKETUA KOMISI INDEPENDEN PEMILIHAN KABUPATEN ACEH BESAR,
Menimbang : bahwa perlu mengubah rencana aksi;\nMengingat : Undang-Undang Nomor 11 Tahun 2006 tentang Aceh;
MEMUTUSKAN:\nPERTAMA : Mengubah Lampiran.\nKEDUA : Keputusan ini mulai berlaku.
Ditetapkan di Jantho pada tanggal 5 Pebruari 2026\nKETUA KIP KABUPATEN ACEH BESAR,\nttd\nTEUKU IRWANSYAH
LAMPIRAN : KEPUTUSAN KOMISI INDEPENDEN PEMILIHAN KABUPATEN ACEH BESAR\nNOMOR 8 TAHUN 2026\n${plan}\n${row}`
    expect(read(text).keputusan).toMatchObject({
      penerbit: 'Komisi Independen Pemilihan Kabupaten Aceh Besar',
      judul:
        'PERUBAHAN KEDUA ATAS KEPUTUSAN KOMISI INDEPENDEN PEMILIHAN KABUPATEN ACEH BESAR NOMOR 12 TAHUN 2025 TENTANG RENCANA AKSI TAHUN 2026',
      mengubah: '12 Tahun 2025',
      tanggal: '2026-02-05',
      tempat: 'Jantho',
      ketua: 'TEUKU IRWANSYAH',
      penyalin: null,
      diktum: [
        { label: 'PERTAMA', isi: 'Mengubah Lampiran.' },
        { label: 'KEDUA', isi: 'Keputusan ini mulai berlaku.' },
      ],
    })
    expect(unaccounted(text)).toEqual([])
  })

  test('a secretary decides; page numbers, catchwords and spaced letters do no harm', () => {
    const text = `KOMISI PEMILIHAN UMUM\nKABUPATEN BURU\n- 1 -
KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM KABUPATEN BURU\nNOMOR : 15 /PW.01 /8104 /2026\nTENTANG
RENCANA KERJA ZONA INTEGRITAS TAHUN 2026\nDENGAN RAHMAT TUHAN YANG MAHA ESA
SEKRETARIS KOMISI PEMILIHAN UMUM KABUPATEN BURU,\nMenimbang : a. bahwa perlu rencana;
b. bahwa perlu menetapkan\nKeputusan Sekretaris;\nMengingat : 1. Undang-Undang Nomor 7 Tahun 2017;\n2. Peraturan ...
- 2 -\n2. Peraturan Pemerintah Nomor 94 Tahun 2021;\nM E M U T U S K A N :
Menetapkan : KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM KABUPATEN BURU TENTANG RENCANA KERJA ZONA INTEGRITAS TAHUN 2026.
KESATU\n: Menetapkan rencana kerja dalam\nLampiran Keputusan ini.\nKEDUA : Rencana dalam diktum\nKESATU, dilaksanakan.
Ditetapkan di Namlea\npada tanggal 1 2 Januari 20 26\nSEKRETARIS KOMISI PEMILIHAN UMUM\nKABUPATEN BURU,\nttd.\nJOHANIS
LAMPIRAN I\nKEPUTUSAN SEKRETARIS KPU KABUPATEN BURU\nNOMOR 15/PW.01/8104/2026\nTENTANG RENCANA KERJA ZONA INTEGRITAS TAHUN 2026
SUSUNAN TIM\nNO\tNAMA\tJABATAN\n1\tJohanis\tKetua\n${plan}\n${row}`
    const got = read(text)
    expect(got.keputusan).toMatchObject({
      penerbit: 'Komisi Pemilihan Umum Kabupaten Buru',
      nomor: '15/PW.01/8104/2026',
      judul: 'RENCANA KERJA ZONA INTEGRITAS TAHUN 2026',
      menimbang: ['bahwa perlu rencana;', 'bahwa perlu menetapkan Keputusan Sekretaris;'],
      tanggal: '2026-01-12',
      ketua: 'JOHANIS',
      diktum: [
        { label: 'KESATU', isi: 'Menetapkan rencana kerja dalam Lampiran Keputusan ini.' },
        { label: 'KEDUA', isi: 'Rencana dalam diktum KESATU, dilaksanakan.' },
      ],
    })
    expect(got.keputusan.mengingat?.map(({ kode }) => kode)).toEqual(['UU 7/2017', 'PP 94/2021'])
    expect(text.split('\n')[got.planFrom - 1]).toBe(plan)
    expect(got.temuan).toEqual([])
    expect(unaccounted(text)).toEqual([])
  })

  test('a scan with one word a line, a slip in a clause name and an electronic signature', () => {
    const text = `KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA BUKITTINGGI\nNOMOR : 123/PR.01.3-Kpt/1375/KPU-Kot/IX/2021
TENTANG\nPERUBAHAN ATAS KEPUTUSAN KPU KOTA BUKITTINGGI NOMOR : 99/PR.01.3-Kpt/1375/KPU-Kot/I/2021
KETUA KOMISI PEMILIHAN UMUM KOTA BUKITTINGGI,\nMenirnbang\n:\na.\nbahwa satu\nseterusnya;\nb.\nbahwa dua.
Mengingat\n:\n1.\nUndang-Undang Nomor 7 Tahun 2017 (Lembaran Negara Tahun 2017 Nomor 182)\n2.\nPeraturan Presiden Nomor 81 Tahun 2010; dan
3.\nPeraturan KPU Nomor 8 Tahun 2019 sebagaimana telah diubah beberapa kali, terakhir dengan\nPeraturan KPU Nomor 12 Tahun 2023.
MEMUTUSKAN :\nKESATU\n:\nMengubah untuk\nkedua belas pihak.\nKEDUA\n:\nBerlaku.
Bukittinggi, 3 September 2021\nKETUA KOMISI PEMILIHAN UMUM KOTA BUKITTINGGI,\nDitandatangani Secara Elektronik
Dr. H. HERI ANTONI, S.H., M.H.\nTembusan:\n1. Ketua KPU RI di Jakarta\nLAMPIRAN KEPUTUSAN KPU KOTA BUKITTINGGI
TENTANG PERUBAHAN RENCANA AKSI TAHUN 2021\nNOMOR : 123/PR.01.3-Kpt/1375/KPU-Kot/IX/2021\n${plan}\n${row}`
    const { keputusan } = read(text)
    expect(keputusan).toMatchObject({
      nomor: '123/PR.01.3-Kpt/1375/KPU-Kot/IX/2021',
      mengubah: '99/PR.01.3-Kpt/1375/KPU-Kot/I/2021',
      menimbang: ['bahwa satu seterusnya;', 'bahwa dua.'],
      diktum: [
        { label: 'KESATU', isi: 'Mengubah untuk kedua belas pihak.' },
        { label: 'KEDUA', isi: 'Berlaku.' },
      ],
      tempat: 'Bukittinggi',
      tanggal: '2021-09-03',
      ketua: 'Dr. H. HERI ANTONI, S.H., M.H.',
    })
    expect(keputusan.mengingat).toMatchObject([
      { kode: 'UU 7/2017' },
      { kode: 'Perpres 81/2010' },
      { kode: 'PKPU 8/2019', perubahan: [{ kode: 'PKPU 12/2023' }] },
    ])
    expect(unaccounted(text)).toEqual(['Tembusan:', '1. Ketua KPU RI di Jakarta'])
  })

  test('the national commission; a year that differs from that of the signature is asked about', () => {
    const got =
      read(`KOMISI PEMILIHAN UMUM\nREPUBLIK INDONESIA\nKEPUTUSAN KOMISI PEMILIHAN UMUM\nNOMOR 1236 TAHUN 2025
TENTANG\nRENCANA AKSI REFORMASI BIROKRASI TAHUN 2025\nKETUA KOMISI PEMILIHAN UMUM,\nMenimbang : bahwa perlu;
MEMUTUSKAN:\nKESATU : Menetapkan.\nDitetapkan di Jakarta\npada tanggal 30 Desember 2024
KETUA KOMISI PEMILIHAN UMUM,\nttd.\nAFIFUDDIN\nSalinan sesuai dengan aslinya\nSEKRETARIAT JENDERAL
KOMISI PEMILIHAN UMUM REPUBLIK INDONESIA\nKepala Biro Perundang-Undangan,\nNovy Hasbhy`)
    expect(got.keputusan).toMatchObject({
      penerbit: 'Komisi Pemilihan Umum',
      tingkat: 'pusat',
      tahun: 2025,
      tanggal: '2024-12-30',
      penyalin: { nama: 'Novy Hasbhy', jabatan: 'Kepala Biro Perundang-Undangan' },
    })
    expect(got.temuan.map(({ kode }) => kode)).toEqual(['tahun-berbeda'])
    expect(got.planTo).toBeLessThan(got.planFrom)
  })

  test('clauses in cells of a table, paragraphs beside their letters', () => {
    const cells = (...texts: string[]) => ({
      teks: texts.join('\t'),
      sel: texts.map((teks, kolom) => ({ teks, kolom, colspan: 1, rowspan: 1 })),
    })
    const lines = [
      { teks: 'KEPUTUSAN KPU KOTA BIMA NOMOR 3 TAHUN 2026 TENTANG RENCANA AKSI ZONA INTEGRITAS' },
      { teks: 'KETUA KPU KOTA BIMA,' },
      cells('Menimbang', ':', 'a.\nb.', 'bahwa satu;\nbahwa dua;'),
      cells('Mengingat', ':', '1.', 'Undang-Undang Nomor 7 Tahun 2017 tentang Pemilu;'),
      cells('', '', '2.', 'Peraturan KPU Nomor 8 Tahun 2019 tentang Tata Kerja.'),
      { teks: 'MEMUTUSKAN:' },
      cells('KESATU', ':', 'Menetapkan rencana.'),
      cells('', 'Ditetapkan di Raba\npada tanggal 9 Januari 2026'),
      cells(
        'Salinan sesuai dengan aslinya\nKasubbag Hukum,\nSITI',
        'KETUA KPU KOTA BIMA,\nttd.\nMURSALIN',
      ),
    ].map((line, i) => ({ ...line, baris: i + 1 }))
    expect(readHeader(lines).keputusan).toMatchObject({
      wilayah: 'Bima',
      menimbang: ['bahwa satu;', 'bahwa dua;'],
      mengingat: [{ kode: 'UU 7/2017' }, { kode: 'PKPU 8/2019' }],
      tanggal: '2026-01-09',
      ketua: 'MURSALIN',
      penyalin: { nama: 'SITI', jabatan: 'Kasubbag Hukum' },
    })
  })

  test('an annex without the word LAMPIRAN begins after the signatures', () => {
    const text = `KEPUTUSAN KETUA KPU KOTA TIDORE KEPULAUAN\nNOMOR: 20 TAHUN 2026\nTENTANG\nRENCANA AKSI TAHUN 2026
KETUA KPU KOTA TIDORE KEPULAUAN,\nMenimbang : bahwa perlu.\nMEMUTUSKAN:\nMenetapkan : KEPUTUSAN TENTANG RENCANA AKSI TAHUN 2026
KESATU Menetapkan.\nDitetapkan di : Tidore\nPada tanggal  : 07-01-2026\nPlt. KETUA,\nttd/cap\nRANDI RIDWAN
RENCANA AKSI ZONA INTEGRITAS\nTAHUN 2026\n${plan}\n${row}`
    const got = read(text)
    expect(text.split('\n')[got.annexFrom - 1]).toBe('RENCANA AKSI ZONA INTEGRITAS')
    expect(got.keputusan).toMatchObject({ ketua: 'RANDI RIDWAN', tanggal: '2026-01-07' })
    expect(unaccounted(text)).toEqual([])
  })
})

describe('documents without a decree', () => {
  test('a spreadsheet gives what its labels say, and findings for the rest', () => {
    const got = read(`Rencana Kerja Zona Integritas 2026\nSatuan Kerja\t: KPU Kab. Lombok Utara
Nomor SK\t: 9 Tahun 2026\nTanggal\t: 8 Januari 2026\n\n${plan}\n${row}`)
    expect(got.keputusan).toMatchObject({
      penerbit: 'Komisi Pemilihan Umum Kabupaten Lombok Utara',
      nomor: '9',
      tahun: 2026,
      tanggal: '2026-01-08',
      judul: 'Rencana Kerja Zona Integritas 2026',
    })
    expect(got.temuan.map(({ kode }) => kode)).toEqual(['judul-dari-lampiran', 'ketua-tidak-ada'])
  })

  test('an annex alone gives number, title and date of its decree', () => {
    const got = read(`LAMPIRAN\nKEPUTUSAN KPU KOTA PALU\nNOMOR 5 TAHUN 2026\nTANGGAL 6 JANUARI 2026
TENTANG\nRENCANA AKSI ZONA INTEGRITAS TAHUN 2026\n\n${plan}\n${row}\nKETUA KPU KOTA PALU,\nttd\nIDRUS`)
    expect(got.keputusan).toMatchObject({
      penerbit: 'Komisi Pemilihan Umum Kota Palu',
      nomor: '5',
      judul: 'RENCANA AKSI ZONA INTEGRITAS TAHUN 2026',
      tanggal: '2026-01-06',
      ketua: 'IDRUS',
    })
    expect(got.planTo).toBe(9)
  })

  test('a bare table gives a valid decree with findings for all that is missing', () => {
    const got = read(`${plan}\n${row}`)
    const rencana = { jenis: 'RB', tahun: 2026, area: [] }
    const whole = { format: 'renaksi/1', keputusan: got.keputusan, rencana }
    expect(renaksi.safeParse(whole).success).toBe(true)
    expect(got.keputusan).toMatchObject({
      penerbit: '',
      nomor: '',
      judul: '',
      tanggal: '2026-01-01',
    })
    expect(got.temuan.map(({ kode }) => kode)).toEqual([
      'penerbit-tidak-ada',
      'nomor-tidak-ada',
      'judul-tidak-ada',
      'tanggal-tidak-ada',
      'ketua-tidak-ada',
    ])
  })

  test('a long document of another kind is read in good time', () => {
    const line = 'KEPUTUSAN, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1! dan lain-\nlain'
    expect(read(Array.from({ length: 5000 }, () => line).join('\n')).planTo).toBe(10_000)
  })

  test('nothing at all is no error', () => {
    expect(renaksi.shape.keputusan.safeParse(readHeader([]).keputusan).success).toBe(true)
  })
})
