import type { Caller } from '#platform/command.ts'
import { query } from '#platform/command.ts'
import { addManyEviden } from './commands/create.ts'
import type { NewEviden } from './eviden.ts'

type Without = Omit<NewEviden, 'satkerKode'>

export const aLink = (more: Partial<Without> = {}): Without => ({
  judul: 'Berita sosialisasi SPIP',
  tanggal: '2026-03-04',
  sumber: 'Situs KPU Kabupaten Sukamaju',
  isi: { bentuk: 'tautan', url: 'https://contoh.invalid/berita' },
  ...more,
})

export const aRecord = (periode = '2026-T1'): Without => ({
  judul: 'Rekap uji',
  tanggal: '2026-03-31',
  isi: { bentuk: 'otomatis', jenis: 'uji', periode },
})

/** Adds one evidence to the library of the caller's office. */
export async function anEviden(caller: Caller, one: Without = aLink()): Promise<string> {
  const satkerKode = caller.actor?.satkerKode ?? ''
  const { ids } = await addManyEviden(caller, { satkerKode, baru: [one] })
  return ids[0] ?? ''
}

/** What stands in the row. */
export const rowOf = query(({ tx }, id: string) =>
  tx.selectFrom('eviden').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
)
