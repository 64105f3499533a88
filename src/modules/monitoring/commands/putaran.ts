import { sql } from 'kysely'
import { kalenderOf } from '#modules/kalender'
import { notifyAll } from '#modules/pemberitahuan'
import { periodOf } from '#modules/rencana-aksi'
import { command, type Ctx } from '#platform/command.ts'
import { longDate } from '#platform/date.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { canOpenPutaran, canWorkOff, hasOfficesBelow, isWithinReach } from '../policy.ts'
import {
  type JadwalPutaran,
  jendelaOf,
  type Lingkup,
  nationalDays,
  type Penerima,
  waveOf,
} from '../putaran.ts'
import { laporanUrl } from '../urls.ts'

export type NewPutaran = JadwalPutaran & {
  satkerKode: string
  judul: string
  tahun: number
  /** B01–B12, T1–T4, S1–S2 or Y */
  periode: string
  lingkup: Lingkup
  untuk: readonly Penerima[]
}

/**
 * Opens a round for the own office, or for all offices below, with a window in working days for each
 * wave. A report of the same period that an office had opened for itself joins the round. [1.21]
 */
export const openPutaran = command('monitoring.openPutaran', async (ctx, input: NewPutaran) => {
  const { satkerKode } = input
  if (!isWithinReach(ctx.actor, satkerKode)) throw notFound('Satuan kerja')
  allow(canOpenPutaran(ctx.actor, satkerKode))
  checkPutaran(input)
  const offices = await officesFor(ctx, input)
  refuseIf(offices.length === 0, 'Tidak ada satuan kerja yang dituju. Pilih penerima lain.')
  const kal = await kalenderOf(ctx, satkerKode, input.mulai, input.mulai)
  const alone = offices.every((kode) => kode === satkerKode)
  const jendela = jendelaOf(alone ? kal : nationalDays(kal), input)
  const id = await insertPutaran(ctx, input)
  const wave = waveOf(
    [...new Set(offices.map((kode) => groupOf(satkerKode, kode)))],
    jendela.length,
  )
  const rows = offices.map((kode) => ({
    kode,
    id: ctx.newId(),
    ...jendela[wave.get(groupOf(satkerKode, kode)) ?? 0],
  }))
  const opened = await insertLaporan(ctx, { ...input, id }, rows)
  await ctx.record(
    'monitoring.putaran_opened',
    { satkerKode, benda: 'putaran', id },
    { ...input, jendela, satker: opened },
  )
  await ctx.later(
    'monitoring.announce',
    { satkerKode, putaranId: id, sesudah: '' },
    { key: `putaran-${id}` },
  )
  return { id, satker: opened, dilewati: offices.length - opened }
})

/** The nation begins province by province, a province office by office. */
const groupOf = (pembuka: string, kode: string) => (pembuka === '00' ? kode.slice(0, 2) : kode)

function checkPutaran({ satkerKode, periode, tahun, mulai, untuk }: NewPutaran): void {
  const known = periodOf(periode)
  if (!known) throw refused('Periode itu tidak dikenal. Pilih dari daftar.')
  const first = `${tahun}-${String(known.sampai).padStart(2, '0')}-01`
  refuseIf(
    mulai < first,
    `${known.nama} ${tahun} baru dapat dilaporkan mulai ${longDate(first)}. Geser tanggal mulainya.`,
  )
  refuseIf(untuk.length === 0, 'Pilih siapa yang mengisi putaran ini.')
  refuseIf(
    !hasOfficesBelow(satkerKode) && untuk.some((each) => each !== 'sendiri'),
    'Putaran untuk satuan kerja lain dibuka oleh KPU RI atau KPU provinsi.',
  )
}

async function officesFor({ tx, actor }: Ctx, { satkerKode, untuk }: NewPutaran) {
  const kinds = untuk.flatMap((each) => {
    if (each === 'kabkota') return ['kabupaten', 'kota']
    return each === 'provinsi' ? ['provinsi'] : []
  })
  const rows = await tx
    .selectFrom('satker')
    .select('kode')
    .where('kode', '>=', actor.dari)
    .where('kode', '<', actor.sampai)
    .where((eb) =>
      eb.or([
        ...(kinds.length > 0
          ? [eb.and([eb('jenis', 'in', kinds), eb('kode', '<>', satkerKode)])]
          : []),
        ...(untuk.includes('sendiri') ? [eb('kode', '=', satkerKode)] : []),
      ]),
    )
    .orderBy('kode')
    .execute()
  return rows.map(({ kode }) => kode)
}

async function insertPutaran(ctx: Ctx, input: NewPutaran): Promise<string> {
  const id = ctx.newId()
  const row = await ctx.tx
    .insertInto('putaran')
    .values({
      satker_kode: input.satkerKode,
      id,
      judul: input.judul,
      tahun: input.tahun,
      periode: input.periode,
      lingkup: input.lingkup,
      mulai: input.mulai,
      hari_kerja: input.hariKerja,
      gelombang: input.gelombang,
      jeda_hari_kerja: input.jeda,
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  refuseIf(!row, 'Putaran untuk periode dan lingkup itu sudah Anda buka. Lihat daftar putaran.')
  return id
}

type Rows = readonly { kode: string; id: string; mulai?: string; selesai?: string }[]

/** One statement for all offices. The round of a higher office, whose code sorts first, takes a report over. */
async function insertLaporan(ctx: Ctx, putaran: NewPutaran & { id: string }, rows: Rows) {
  const { satkerKode, id, judul, tahun, periode, lingkup } = putaran
  const { rows: opened } = await sql`
    insert into laporan_monev as l (satker_kode, id, putaran_satker_kode, putaran_id, judul, tahun,
      periode, lingkup, mulai, selesai, created_at)
    select t.kode, t.id, ${satkerKode}, ${id}::uuid, ${judul}, ${tahun}::int, ${periode}, ${lingkup},
      t.mulai, t.selesai, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(kode text, id uuid, mulai date, selesai date)
    on conflict (satker_kode, tahun, periode, lingkup) do update
      set putaran_satker_kode = excluded.putaran_satker_kode, putaran_id = excluded.putaran_id,
        judul = excluded.judul, mulai = excluded.mulai, selesai = excluded.selesai,
        dibuka_sampai = null, dibuka_by = null, alasan_buka = null, versi = l.versi + 1
      where excluded.putaran_satker_kode < l.putaran_satker_kode
    returning 1`.execute(ctx.tx)
  return opened.length
}

/** Offices that one transaction tells. */
export const announcePageSize = 50

type Announce = { putaranId: string; sesudah: string }

/** Tells the secretariats of the next offices that a round has begun; each page orders the next. */
export const announceNext = command(
  'monitoring.announceNext',
  async (ctx, { putaranId, sesudah }: Announce) => {
    const putaran = await ctx.tx
      .selectFrom('putaran')
      .select(['satker_kode', 'judul'])
      .where('id', '=', putaranId)
      .executeTakeFirst()
    if (!putaran) throw notFound('Putaran monev')
    allow(canWorkOff(ctx.actor))
    const { rows } = await sql<{
      kode: string
      id: string
      selesai: string
      orang: string[] | null
    }>`
      select l.satker_kode as kode, l.id, l.selesai, o.orang
      from laporan_monev l join satker s on s.kode = l.satker_kode
      cross join lateral (
        select array_agg(distinct t.pengguna_id) as orang
        from hub.tugas_pada(l.satker_kode, (${ctx.now}::timestamptz at time zone s.zona_waktu)::date) t
        where t.peran in ('admin_satker', 'kasubbag', 'koordinator_area')) o
      where l.putaran_satker_kode = ${putaran.satker_kode} and l.putaran_id = ${putaranId}
        and l.satker_kode > ${sesudah}
      order by l.satker_kode limit ${announcePageSize}`.execute(ctx.tx)
    const told = await notifyAll(
      ctx,
      rows.flatMap(({ kode, id, selesai, orang }) =>
        (orang ?? []).map((penerimaId) => ({
          satkerKode: kode,
          penerimaId,
          jenis: 'tindak_lanjut' as const,
          judul: `${putaran.judul} dibuka`,
          isi: `Isi paling lambat ${longDate(selesai)}.`,
          url: laporanUrl(id),
          kunci: `putaran-${putaranId}`,
        })),
      ),
    )
    const last = rows.at(-1)
    if (last && rows.length === announcePageSize)
      await ctx.later(
        'monitoring.announce',
        { satkerKode: putaran.satker_kode, putaranId, sesudah: last.kode },
        { key: `putaran-${putaranId}` },
      )
    return { satker: rows.length, told }
  },
)
