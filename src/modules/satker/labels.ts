export const jenisSatkerLabels = {
  pusat: 'Pusat',
  provinsi: 'Provinsi',
  kabupaten: 'Kabupaten',
  kota: 'Kota',
} as const

export const jenisUnitLabels = {
  sekretariat: 'Sekretariat',
  biro: 'Biro',
  bagian: 'Bagian',
  subbagian: 'Subbagian',
  divisi: 'Divisi',
  inspektorat: 'Inspektorat',
} as const

export const zonaLabels: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}
