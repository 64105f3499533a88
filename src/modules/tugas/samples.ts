import { actorHolding } from '#modules/pengguna'
import { commentButir, type OpenSel, openSelOf, settleKomentar } from '#modules/rencana-aksi'
import { query } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { type Actor, systemActor } from '#platform/identity/actor.ts'
import type { Services } from '#platform/services.ts'
import { remindSatker } from './commands/remind.ts'
import { daysLater } from './waktu.ts'

const sampleOffices = ['5203', '3508', '5271']
const dayMs = 86_400_000
const longestHoliday = 10

/** What people of the sample offices said to each other, and what they were reminded of on the last working day. */
export async function loadSampleTugas(services: Services): Promise<void> {
  for (const satkerKode of sampleOffices) {
    const kasubbag = await actorHolding(services, satkerKode, 'kasubbag')
    const koordinator = await actorHolding(services, satkerKode, 'koordinator_area')
    if (!kasubbag || !koordinator) continue
    await talk(services, satkerKode, { kasubbag, koordinator })
    await remindLately(services, kasubbag)
  }
}

type People = { kasubbag: Actor; koordinator: Actor }

const openIn = query(openSelOf)

/** One conversation that waits for an answer, and one that is settled. */
async function talk(services: Services, satkerKode: string, { kasubbag, koordinator }: People) {
  const now = services.clock()
  const at = (actor: Actor, hoursAgo: number) => ({
    db: services.db,
    actor,
    now: new Date(now.getTime() - hoursAgo * 3_600_000),
    requestId: null,
  })
  const sampai = daysLater(localDate(now, kasubbag.zonaWaktu), 60)
  const [first, second] = distinct(await openIn(at(kasubbag, 0), { satkerKode, sampai }))
  if (!first || !second) return
  await commentButir(at(kasubbag, 26), {
    ...first,
    teks: `@${koordinator.nama}, sampai di mana pelaksanaannya?\nMohon eviden dipasang sebelum rapat monitoring.`,
  })
  const settled = await commentButir(at(koordinator, 50), {
    ...second,
    teks: 'Apakah notula rapat cukup sebagai eviden, atau perlu daftar hadir juga?',
    sebut: kasubbag.id,
  })
  await commentButir(at(kasubbag, 48), {
    ...second,
    indukId: settled,
    teks: 'Keduanya: notula dan daftar hadir dalam satu berkas.',
  })
  await settleKomentar(at(koordinator, 47), { ...second, komentarId: settled, settled: true })
}

/** One row for each butir that has something open. */
const distinct = (sels: readonly OpenSel[]) =>
  [...new Map(sels.map((sel) => [sel.butirId, sel])).values()].map(({ rencanaId, butirId }) => ({
    rencanaId,
    butirId,
  }))

async function remindLately(services: Services, { satkerKode, zonaWaktu }: Actor): Promise<void> {
  for (let days = 0; days < longestHoliday; days++) {
    const now = new Date(services.clock().getTime() - days * dayMs)
    const caller = {
      db: services.db,
      actor: systemActor(satkerKode, zonaWaktu),
      now,
      requestId: null,
    }
    if ((await remindSatker(caller, satkerKode)) > 0) return
  }
}
