import { query } from '#platform/command.ts'

type OfLink = { satkerKode: string; id: string }

/** The address behind a link that still stands and was not read; null otherwise. */
export const linkForJob = query(async ({ tx }, { satkerKode, id }: OfLink) => {
  const row = await tx
    .selectFrom('eviden')
    .select('url')
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .where('url_dibaca_at', 'is', null)
    .executeTakeFirst()
  return row?.url ?? null
})
