import type {
  Renaksi,
  RenaksiButir,
  RenaksiDasarHukum,
  RenaksiJadwal,
  RenaksiKeputusan,
} from '../renaksi.ts'

/** Headings of our own template for plans of either kind, with widths in letters. */
export const templateColumns = [
  { judul: 'NO', lebar: 5 },
  { judul: 'AREA PERUBAHAN', lebar: 24 },
  { judul: 'KEGIATAN', lebar: 32 },
  { judul: 'SUB KEGIATAN', lebar: 44 },
  { judul: 'LANGKAH AKSI', lebar: 44 },
  { judul: 'INDIKATOR KEBERHASILAN', lebar: 40 },
  { judul: 'EVIDEN', lebar: 40 },
  { judul: 'TARGET WAKTU', lebar: 22 },
] as const

export const templateMonths = Array.from({ length: 12 }, (_, i) => i + 1)

const dots = '…'
const blankRows = 40
const monthNames =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  )

/** The decree as lines above the table; dots stand where the office fills in. */
export function templateLines(plan: Renaksi | null): string[] {
  const { penerbit, nomor, tahun, judul, tempat, tanggal, ketua } = decreeOf(plan)
  const body = plan ? bodyLines(plan.keputusan) : []
  return [
    `KEPUTUSAN ${penerbit.toUpperCase()}`,
    `NOMOR ${nomor} TAHUN ${tahun}`,
    'TENTANG',
    judul,
    ...body,
    `Ditetapkan di ${tempat}`,
    `pada tanggal ${tanggal}`,
    `KETUA ${penerbit.toUpperCase()},`,
    'ttd.',
    ketua,
    'LAMPIRAN',
    `KEPUTUSAN ${penerbit.toUpperCase()}`,
    `NOMOR ${nomor} TAHUN ${tahun}`,
    judul,
  ]
}

/** A row for each butir, area and kegiatan named where they begin; blank rows for an empty template. */
export function templateRows(plan: Renaksi | null): string[][] {
  if (!plan) return Array.from({ length: blankRows }, () => butirRow(['', '', ''], null))
  return plan.rencana.area.flatMap((area) =>
    area.kegiatan.flatMap((kegiatan, k) =>
      kegiatan.butir.map((butir, b) => {
        const opens = k + b === 0
        return butirRow(
          [
            opens ? (area.nomor ?? '') : '',
            opens ? (area.judul ?? '') : '',
            b === 0 ? labelled(kegiatan.nomor, kegiatan.judul) : '',
          ],
          butir,
        )
      }),
    ),
  )
}

function decreeOf(plan: Renaksi | null) {
  if (!plan) {
    const blank = { nomor: dots, tahun: dots, tempat: dots, tanggal: dots, ketua: dots }
    const judul = `RENCANA AKSI ${dots} DI LINGKUNGAN KOMISI PEMILIHAN UMUM ${dots} TAHUN ${dots}`
    return { penerbit: `Komisi Pemilihan Umum ${dots}`, judul, ...blank }
  }
  const { keputusan } = plan
  return {
    ...keputusan,
    tempat: keputusan.tempat ?? dots,
    tanggal: longDate(keputusan.tanggal),
    ketua: keputusan.ketua ?? dots,
  }
}

function bodyLines(keputusan: RenaksiKeputusan): string[] {
  const { menimbang = [], mengingat = [], diktum = [] } = keputusan
  return [
    ...menimbang.map((text, i) => `${i === 0 ? 'Menimbang : ' : ''}${letter(i)}. ${text}`),
    ...mengingat.map((dasar, i) => `${i === 0 ? 'Mengingat : ' : ''}${i + 1}. ${citation(dasar)};`),
    'MEMUTUSKAN:',
    `Menetapkan : ${keputusan.judul}`,
    ...diktum.map(({ label, isi }) => `${label} : ${isi}`),
  ]
}

function citation({ judul, perubahan = [] }: RenaksiDasarHukum): string {
  return [judul, ...perubahan.map((each) => each.judul)].join(' sebagaimana telah diubah dengan ')
}

function butirRow(titles: string[], butir: RenaksiButir | null): string[] {
  const jadwal = butir?.jadwal ?? null
  return [
    ...titles,
    labelled(butir?.label, butir?.uraian),
    butir?.langkah ?? '',
    list(butir?.indikator ?? []),
    list(butir?.eviden ?? []),
    jadwal ? timeText(jadwal) : '',
    ...templateMonths.map((month) => (jadwal?.bulan.includes(month) ? '✓' : '')),
    butir?.keterangan ?? '',
  ]
}

/** Days are written out; whole months say no more than their ticks. */
function timeText(jadwal: RenaksiJadwal): string {
  if (jadwal.asli) return jadwal.asli
  return jadwal.mulai && jadwal.selesai
    ? `${longDate(jadwal.mulai)} - ${longDate(jadwal.selesai)}`
    : ''
}

function longDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${monthNames[Number(month) - 1] ?? ''} ${year}`
}

/** Several texts on lines of their own, numbered so that none runs on into the next. */
function list(texts: string[]): string {
  return texts.length > 1
    ? texts.map((text, i) => `${i + 1}. ${text}`).join('\n')
    : (texts[0] ?? '')
}

function labelled(label: string | null | undefined, text: string | null | undefined): string {
  const signed = label && /^\w+$/.test(label) ? `${label}.` : label
  return [signed, text].filter(Boolean).join(' ')
}

function letter(index: number): string {
  return String.fromCharCode(97 + (index % 26))
}
