import { sql } from 'kysely'
import { notifyAll } from '#modules/pemberitahuan'
import { command } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import { canWorkOff } from '../policy.ts'
import { temuanListUrl, withQuery } from '../urls.ts'

type Waiting = {
  kode: string
  rencanaId: string
  tahun: number
  jenis: string
  banyak: number
  orang: string[] | null
}

/**
 * Tells the secretariat of each office whose plan of the next year has appeared that findings wait
 * for it. Run every day; the same plan is told of once.
 */
export const announceWaiting = command('monitoring.announceWaiting', async (ctx, _input: null) => {
  allow(canWorkOff(ctx.actor))
  const { rows } = await sql<Waiting>`
    select t.satker_kode as kode, r.id as "rencanaId", r.tahun, r.jenis, count(*)::int as banyak,
      (select array_agg(distinct p.pengguna_id)
       from hub.tugas_pada(t.satker_kode, (${ctx.now}::timestamptz at time zone min(s.zona_waktu))::date) p
       where p.peran in ('admin_satker', 'kasubbag')) as orang
    from temuan_monev t
    join satker s on s.kode = t.satker_kode
    join rencana r on r.satker_kode = t.satker_kode and r.tahun = t.lanjut_tahun
      and r.jenis = t.lanjut_jenis and r.closed_at is null
    where t.lanjut_at is not null and t.lanjut_butir_id is null and t.lanjut_usulan_id is null
    group by t.satker_kode, r.id, r.tahun, r.jenis`.execute(ctx.tx)
  return notifyAll(
    ctx,
    rows.flatMap(({ kode, rencanaId, tahun, jenis, banyak, orang }) =>
      (orang ?? []).map((penerimaId) => ({
        satkerKode: kode,
        penerimaId,
        jenis: 'tindak_lanjut' as const,
        judul: `${banyak} temuan menunggu rencana ${jenis} ${tahun}`,
        isi: 'Rencananya sudah dibuat. Masukkan temuan itu sebagai butir.',
        url: withQuery(temuanListUrl, { lanjut: 'queued' }),
        kunci: `lanjut-${rencanaId}`,
      })),
    ),
  )
})
