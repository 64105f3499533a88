import { sql } from 'kysely'
import { addWorkingDays, isWorkingDay, type Kalender, kalenderOf } from '#modules/kalender'
import { notifyAll } from '#modules/pemberitahuan'
import { peopleOf } from '#modules/pengguna'
import { type OpenSel, openSelOf } from '#modules/rencana-aksi'
import { command, type Ctx } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { allow } from '#platform/errors.ts'
import { type Diingatkan, noticesOf } from '../notices.ts'
import { type Aturan, type Pelaku, recipientsOf, stepsAt } from '../pengingat.ts'
import { canRemind } from '../policy.ts'
import { aturanOf } from '../queries/aturan.ts'
import { sisaHari } from '../waktu.ts'

/**
 * Reminds the people of one office of what is due and late, and passes on what stays late. Each step of each
 * obligation is kept, so that a second run, or a run after a crash, tells nothing twice. Returns the notices.
 */
export const remindSatker = command('pengingat.remind', async (ctx, satkerKode: string) => {
  allow(canRemind(ctx.actor))
  const today = localDate(ctx.now, ctx.actor.zonaWaktu)
  const kal = await kalenderOf(ctx, satkerKode, today, today)
  if (!isWorkingDay(kal, today)) return 0
  const { aturan } = await aturanOf(ctx, satkerKode)
  const sampai = addWorkingDays(kal, today, Math.max(...aturan.sebelumHari))
  const open = await openSelOf(ctx, { satkerKode, sampai })
  if (open.length === 0) return 0
  const people = await peopleOf(ctx, satkerKode)
  const due = dueSteps(open, { kal, aturan, today, people })
  const fresh = await keepSteps(ctx, satkerKode, due)
  return notifyAll(ctx, noticesOf(fresh, { satkerKode, today, kal, aturan }))
})

type Around = { kal: Kalender; aturan: Aturan; today: string; people: readonly Pelaku[] }

/** Every step that an obligation has reached and that reaches someone. */
function dueSteps(open: readonly OpenSel[], { kal, aturan, today, people }: Around): Diingatkan[] {
  const byDue = new Map<string, ReturnType<typeof stepsAt>>()
  return open.flatMap((sel) => {
    const { jatuhTempo } = sel
    const steps =
      byDue.get(jatuhTempo) ?? stepsAt(aturan, sisaHari(kal, today, jatuhTempo), jatuhTempo < today)
    byDue.set(jatuhTempo, steps)
    return steps
      .map((langkah) => ({ sel, langkah, penerima: recipientsOf(langkah, sel, people) }))
      .filter(({ penerima }) => penerima.length > 0)
  })
}

/** Keeps these steps; gives back those that were not kept before. */
async function keepSteps(
  ctx: Ctx,
  satkerKode: string,
  due: readonly Diingatkan[],
): Promise<Diingatkan[]> {
  if (due.length === 0) return []
  const rows = due.map(({ sel, langkah }, index) => ({
    index,
    butir_id: sel.butirId,
    bulan: sel.bulan,
    jatuh_tempo: sel.jatuhTempo,
    langkah,
  }))
  const { rows: kept } = await sql<{ index: number }>`
    with langkah as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as l(index int, butir_id uuid, bulan smallint, jatuh_tempo date, langkah text)
      where not exists (
        select from pengingat p where p.satker_kode = ${satkerKode}
          and (p.butir_id, p.bulan, p.jatuh_tempo, p.langkah) = (l.butir_id, l.bulan, l.jatuh_tempo, l.langkah))
    ), baru as (
      insert into pengingat (satker_kode, butir_id, bulan, jatuh_tempo, langkah, created_at)
      select ${satkerKode}, butir_id, bulan, jatuh_tempo, langkah, ${ctx.now} from langkah
      on conflict do nothing
      returning butir_id, bulan, jatuh_tempo, langkah
    )
    select l.index from langkah l
    join baru b using (butir_id, bulan, jatuh_tempo, langkah) order by l.index`.execute(ctx.tx)
  return kept.flatMap(({ index }) => due[index] ?? [])
}
