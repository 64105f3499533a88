import type { Services } from '#platform/services.ts'
import { testApp } from './app.ts'

export type Route = { method: string; path: string }

/** Every route of the product, once, without middleware. */
export function allRoutes(services: Services): Route[] {
  const seen = new Map<string, Route>()
  for (const { method, path } of testApp(services).routes)
    if (method !== 'ALL' && !path.includes('*')) seen.set(`${method} ${path}`, { method, path })
  return [...seen.values()]
}

export const nowhere = '01a1fcd4-0000-7000-8000-00000000dead'

const oneOf: Readonly<Record<string, string>> = {
  rencana: 'rencana',
  butir: 'rencana_butir',
  area: 'rencana_area',
  kegiatan: 'rencana_kegiatan',
  indikator: 'rencana_indikator',
  usulan: 'rencana_usulan',
  pemantauan: 'rencana_pemantauan',
  templat: 'rencana_templat',
  keputusan: 'keputusan',
  impor: 'impor',
  pengguna: 'pengguna',
  penugasan: 'penugasan',
  delegasi: 'delegasi',
  undangan: 'undangan',
  unit: 'unit',
  berkas: 'berkas',
  eviden: 'eviden',
  bukti: 'eviden_pakai',
  komentar: 'komentar',
  rapat: 'rapat',
  putaran: 'putaran',
  temuan: 'temuan_monev',
  laporan: 'laporan_monev',
  rekomendasi: 'rekomendasi',
  ratl: 'ratl',
  pemberitahuan: 'pemberitahuan',
}

/** The id of one thing of each kind that an office really has, by the word that routes use for it. */
export async function idsOf(
  { ownerPool }: Services,
  satkerKode: string,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const [name, table] of Object.entries(oneOf)) {
    const there = await ownerPool.query('select to_regclass($1) is not null as there', [table])
    if (!there.rows[0].there) continue
    const { rows } = await ownerPool.query(
      `select id from ${table} where satker_kode = $1 order by 1 limit 1`,
      [satkerKode],
    )
    ids[name] = rows[0]?.id ?? nowhere
  }
  return ids
}

/** Which thing `:id` means, by the beginning of the path; the first that fits. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/^\/kerja\/satker/, 'unit'],
  [/\/pengguna\/peran/, 'penugasan'],
  [/\/pengguna\/undangan/, 'undangan'],
  [/\/pengguna\/delegasi/, 'delegasi'],
  [/^\/kerja\/pengguna/, 'pengguna'],
  [/^\/kerja\/keputusan/, 'keputusan'],
  [/^\/kerja\/impor/, 'impor'],
  [/^\/kerja\/berkas/, 'berkas'],
  [/^\/kerja\/eviden/, 'eviden'],
  [/\/templat/, 'templat'],
  [/\/rapat/, 'rapat'],
  [/\/putaran/, 'putaran'],
  [/\/laporan/, 'laporan'],
  [/\/temuan/, 'temuan'],
  [/\/ratl/, 'ratl'],
  [/\/pemberitahuan/, 'pemberitahuan'],
]

/** The address of a route with ids of things that the office really has. */
export const aimed = (path: string, ids: Readonly<Record<string, string>>, kode: string): string =>
  path.replace(/:(\w+)(\{[^}]*\})?\??/g, (_, name: string) => {
    if (name === 'kode' || name === 'satker') return kode
    if (name === 'bulan' || name === 'urutan') return '8'
    if (name === 'tahun') return '2026'
    if (name === 'periode') return 'T2'
    if (name === 'bagian') return ids[path.includes('/area/') ? 'area' : 'kegiatan'] ?? nowhere
    if (name !== 'id') return ids[name] ?? nowhere
    const meant = meanings.find(([pattern]) => pattern.test(path))?.[1] ?? 'rencana'
    return ids[meant] ?? nowhere
  })

/** Something that changes whenever any row of these offices changes, in any table that an office has. */
export async function stateOf(
  { ownerPool }: Services,
  where: string,
): Promise<Record<string, string>> {
  const { rows } = await ownerPool.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'satker_kode'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
  )
  const sums = rows.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as sum from ${name} t where ${where}`,
  )
  const found = await ownerPool.query<{ name: string; sum: string }>(sums.join(' union all '))
  return Object.fromEntries(found.rows.map(({ name, sum }) => [name, sum]))
}

/** Columns in which people write freely. */
const written =
  'judul uraian langkah jadwal_asli teks nama ketua nama_berkas keterangan catatan alasan isi agenda pembahasan simpulan tempat hambatan kendala solusi lokasi pimpinan_nama notulis_nama penyebab akibat tindak_lanjut'.split(
    ' ',
  )

/** Puts something before every text that people wrote; a column whose rules forbid it stays. Returns how many took it. */
export async function markTexts(
  { ownerPool }: Services,
  where: string,
  markOf: (nth: number) => string,
): Promise<number> {
  const { rows } = await ownerPool.query<{ tabel: string; kolom: string }>(
    `select c.relname as tabel, a.attname as kolom
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = any($1) and a.atttypid = 'text'::regtype
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attgenerated = ''
       and exists (select from pg_attribute s where s.attrelid = c.oid and s.attname = 'satker_kode')
     order by 1, 2`,
    [written],
  )
  let marked = 0
  for (const [i, { tabel, kolom }] of rows.entries())
    marked += await ownerPool
      .query(`update ${tabel} set ${kolom} = $1 || left(${kolom}, 80) where ${where}`, [markOf(i)])
      .then(
        () => 1,
        () => 0,
      )
  return marked
}
