import { z } from 'zod'
import { dokumenList, penilaianList } from './rapat.ts'
import {
  dateText,
  idText,
  linkText,
  manyText,
  optionalText,
  requiredText,
  timeText,
  versiText,
} from './text-fields.ts'

/** Who leads or writes: someone of the office, or a name. */
export const rapatForm = z
  .object({
    jenis: z.string('Pilih jenis rapat.').min(1, 'Pilih jenis rapat.'),
    judul: requiredText('Judul', 3, 300),
    tanggal: dateText('tanggal rapat'),
    jamMulai: timeText('jam mulai'),
    jamSelesai: z
      .string()
      .default('')
      .transform((value) => value.trim() || null)
      .refine(
        (value) => value === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
        'Tulis jam selesai, misalnya 11:30, atau kosongkan.',
      ),
    tempat: optionalText('Tempat', 300),
    tautan: linkText,
    nomorUndangan: optionalText('Nomor undangan', 100),
    pimpinanId: idText,
    pimpinanNama: optionalText('Nama pimpinan', 200),
    notulisId: idText,
    notulisNama: optionalText('Nama notulis', 200),
    agenda: optionalText('Agenda'),
    laporanId: idText,
    versi: versiText,
  })
  .superRefine((form, ctx) => {
    const problem = (field: string, message: string) =>
      ctx.addIssue({ code: 'custom', path: [field], message })
    if (form.tempat === null && form.tautan === null)
      problem('tempat', 'Tulis tempat rapat, atau tautan bila rapat daring.')
    if (form.jamSelesai !== null && form.jamSelesai <= form.jamMulai)
      problem('jamSelesai', 'Jam selesai harus sesudah jam mulai.')
  })

export const notulaForm = z.object({
  pembahasan: optionalText('Pembahasan', 30_000),
  simpulan: optionalText('Simpulan', 10_000),
  penilaian: z.enum(penilaianList).nullable().catch(null),
  nomorBeritaAcara: optionalText('Nomor berita acara', 100),
  versi: versiText,
})

export const pesertaForm = z.object({
  orang: manyText,
  nama: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .refine(
      (lines) => lines.every((line) => (line.split(',')[0] ?? '').trim().length >= 2),
      'Tulis satu nama sebaris, paling sedikit 2 huruf. Jabatan boleh ditulis sesudah koma.',
    )
    .refine(
      (lines) => lines.every((line) => line.length <= 200),
      'Satu nama dengan jabatannya paling panjang 200 huruf.',
    ),
})

export const hadirForm = z.object({ hadir: manyText, hapus: manyText })

export const keputusanForm = z.object({ uraian: requiredText('Keputusan', 3, 2000) })

export const berkasForm = z.object({
  dokumen: z.enum(dokumenList, 'Pilih dokumen yang diunggah.'),
})

export const paketForm = z.object({
  isi: manyText.refine((chosen) => chosen.length > 0, 'Pilih paling sedikit satu dokumen butir.'),
})
