/** What an indicator counts; the kinds that annexes of the decrees use. */
export type JenisIndikator = 'dokumen' | 'jumlah' | 'persen' | 'indeks' | 'waktu'

export const jenisIndikator: readonly JenisIndikator[] = [
  'dokumen',
  'jumlah',
  'persen',
  'indeks',
  'waktu',
]

/** How the values of the months make the achievement of the year. */
export type CaraHitung = 'terakhir' | 'jumlah' | 'rerata'

export const caraHitung: readonly CaraHitung[] = ['terakhir', 'jumlah', 'rerata']

const signs: readonly (readonly [JenisIndikator, RegExp])[] = [
  ['persen', /%|\bpersen(tase)?\b|\bprosentase\b/i],
  ['indeks', /\bindeks\b|\bindex\b|^\s*nilai\b|\bnilai (sakip|akip|evaluasi|rb|ikm|skm|ipk)\b/i],
  [
    'waktu',
    /\bjangka waktu\b|\blama(nya)? (waktu|hari)\b|\bwaktu (rata-rata|penyelesaian|tanggap)\b/i,
  ],
  ['jumlah', /^\s*(jumlah|banyaknya)\b|\bjumlah\b/i],
]

/** The kind that an indicator's words suggest; a document when nothing tells otherwise. */
export const inferJenisIndikator = (teks: string): JenisIndikator =>
  signs.find(([, sign]) => sign.test(teks))?.[0] ?? 'dokumen'
