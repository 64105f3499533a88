import { keepBerkas } from '#modules/berkas'
import type { Caller } from '#platform/command.ts'
import type { Services } from '#platform/services.ts'
import type { NewEviden } from './eviden.ts'
import { sampleReport } from './sample-pdf.ts'

type Wanted = { satkerKode: string; satkerNama: string; judul: string; tanggal: string }

/** A report of a sample office as a kept file, ready to be brought for its rows. */
export async function sampleFile(
  services: Services,
  caller: Caller,
  wanted: Wanted,
): Promise<Omit<NewEviden, 'satkerKode'>> {
  const { satkerKode, judul, tanggal } = wanted
  const nama = `${judul.replaceAll(/[^\p{L}\p{N} ]/gu, '').slice(0, 60)}.pdf`
  const bytes = sampleReport(wanted)
  const { id } = await keepBerkas(services, caller, { satkerKode, nama, bytes })
  return {
    judul,
    tanggal,
    sumber: 'Subbagian Perencanaan',
    isi: { bentuk: 'berkas', berkasId: id },
  }
}

/** A post of a sample office in the social media; its address leads nowhere. */
export const samplePost = (judul: string, tanggal: string): Omit<NewEviden, 'satkerKode'> => ({
  judul: `Unggahan: ${judul}`.slice(0, 200),
  tanggal,
  sumber: 'Instagram satuan kerja',
  media: 'media_sosial',
  sasaran: 'Masyarakat umum',
  isi: { bentuk: 'tautan', url: 'https://contoh.kpu-hub.invalid/unggahan' },
})

/** A note of a sample office. */
export const sampleNote = (judul: string, tanggal: string): Omit<NewEviden, 'satkerKode'> => ({
  judul: `Catatan: ${judul}`.slice(0, 200),
  tanggal,
  sumber: 'Notula bagian',
  ...(/sosialisasi/i.test(judul) ? { media: 'tatap_muka' as const, sasaran: 'Pegawai' } : {}),
  isi: {
    bentuk: 'catatan',
    teks: 'Contoh: kegiatan dilaksanakan dalam apel pagi dan dihadiri seluruh subbagian.',
  },
})
