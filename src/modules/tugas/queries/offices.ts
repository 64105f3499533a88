import { type Mailable, mailablePeople } from '#modules/pemberitahuan'
import { query } from '#platform/command.ts'

/** Every office with its zone, to work through one after the other. */
export const allOffices = query(({ tx, actor }) =>
  tx
    .selectFrom('satker')
    .select(['kode', 'zona_waktu as zonaWaktu'])
    .where('kode', '>=', actor.dari)
    .where('kode', '<', actor.sampai)
    .orderBy('kode')
    .execute(),
)

/** Who can get mail, by office. */
export const mailableByOffice = query(async (q): Promise<Map<string, Mailable[]>> => {
  const byOffice = new Map<string, Mailable[]>()
  for (const one of await mailablePeople(q)) {
    const people = byOffice.get(one.satkerKode)
    if (people) people.push(one)
    else byOffice.set(one.satkerKode, [one])
  }
  return byOffice
})
