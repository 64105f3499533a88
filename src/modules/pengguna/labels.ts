import type { MasaState, Peran } from './peran.ts'

const peranLabels: Readonly<Record<Peran, string>> = {
  admin_satker: 'Admin satuan kerja',
  ketua: 'Ketua',
  anggota: 'Anggota',
  sekretaris: 'Sekretaris',
  kasubbag: 'Kepala subbagian',
  koordinator_area: 'Koordinator area',
  anggota_tim: 'Anggota tim kerja',
  agen_perubahan: 'Agen perubahan',
  asesor: 'Asesor / tim penilai internal',
  verifikator_provinsi: 'Verifikator provinsi',
  pengawas_nasional: 'Pengawas nasional',
  pembaca: 'Pembaca',
}

/** koordinator_area → Koordinator area; a role of the system itself stays as it is. */
export const labelPeran = (peran: string): string =>
  (peranLabels as Readonly<Record<string, string>>)[peran] ?? peran

const viaLabels: Readonly<Record<string, string>> = { plh: 'Plh. ', plt: 'Plt. ' }

type HeldRole = { peran: string; areaBaku: number | null; lewat?: string }

const nameOf = ({ peran, lewat }: HeldRole) => `${viaLabels[lewat ?? ''] ?? ''}${labelPeran(peran)}`

const withAreas = (name: string, areas: readonly number[]): string =>
  areas.length === 0 ? name : `${name.replace(/ area$/, '')} area ${areas.join(', ')}`

const areaOf = ({ areaBaku }: HeldRole): number[] => (areaBaku === null ? [] : [areaBaku])

/** With how it is held and the area: "Plh. Ketua", "Koordinator area 3". */
export const labelTugas = (tugas: HeldRole): string => withAreas(nameOf(tugas), areaOf(tugas))

/** All roles of a person in one line: "Ketua; Koordinator area 1, 2"; '' for none. */
export const labelSemuaTugas = (tugas: readonly HeldRole[]): string =>
  [...Map.groupBy(tugas, nameOf)]
    .map(([name, held]) => withAreas(name, held.flatMap(areaOf)))
    .join('; ')

/** The eight areas of change of Reformasi Birokrasi. */
export const areaOptions = [
  '1. Manajemen Perubahan',
  '2. Deregulasi Kebijakan',
  '3. Penataan Organisasi',
  '4. Penataan Tatalaksana',
  '5. Penataan Sistem Manajemen SDM',
  '6. Penguatan Akuntabilitas',
  '7. Penguatan Pengawasan',
  '8. Peningkatan Kualitas Pelayanan Publik',
].map((label, i) => ({ value: String(i + 1), label }))

export const jenisDelegasiLabels = {
  plh: 'Pelaksana harian (Plh.)',
  plt: 'Pelaksana tugas (Plt.)',
} as const

export const masaLabels: Readonly<Record<MasaState, string>> = {
  upcoming: 'Akan berlaku',
  current: 'Berlaku',
  over: 'Berakhir',
}
