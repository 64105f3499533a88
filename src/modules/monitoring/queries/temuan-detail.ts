import { sql } from 'kysely'
import { peopleOf } from '#modules/pengguna'
import { rencanaTree, titleOf } from '#modules/rencana-aksi'
import { query, type Q } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { allow, notFound } from '#platform/errors.ts'
import { canEditTemuan, canPlanRatl, canRecordTemuan, isWithinReach } from '../policy.ts'
import { ratlState } from '../ratl.ts'
import { lanjutState, type Sumber, temuanState } from '../temuan.ts'
import { riwayatRows } from './riwayat.ts'
import { isFromAbove } from './temuan-origin.ts'

export async function temuanRow({ tx }: Pick<Q, 'tx'>, id: string) {
  const row = await tx
    .selectFrom('temuan_monev as t')
    .innerJoin('satker as s', 's.kode', 't.satker_kode')
    .leftJoin('laporan_monev as l', (join) =>
      join.onRef('l.satker_kode', '=', 't.satker_kode').onRef('l.id', '=', 't.laporan_id'),
    )
    .leftJoin('rapat as p', (join) =>
      join.onRef('p.satker_kode', '=', 't.satker_kode').onRef('p.id', '=', 't.rapat_id'),
    )
    .leftJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 't.satker_kode').onRef('b.id', '=', 't.butir_id'),
    )
    .leftJoin('rencana_usulan as u', (join) =>
      join.onRef('u.satker_kode', '=', 't.satker_kode').onRef('u.id', '=', 't.lanjut_usulan_id'),
    )
    .select([
      't.satker_kode as satkerKode',
      't.id',
      't.tahun',
      't.tanggal',
      't.sumber',
      't.rujukan',
    ])
    .select(['t.area_baku as areaBaku', 't.uraian', 't.kriteria', 't.sebab', 't.akibat', 't.versi'])
    .select(['t.laporan_id as laporanId', 't.rapat_id as rapatId', 't.butir_id as butirId'])
    .select(['t.lanjut_at', 't.lanjut_butir_id', 't.lanjut_usulan_id', 't.lanjut_rencana_id'])
    .select(['t.lanjut_tahun as lanjutTahun', 't.lanjut_jenis as lanjutJenis'])
    .select(['u.rejected_at as usulan_rejected_at', 'u.accepted_at as usulanAccepted'])
    .select(['l.judul as laporanJudul', 'p.judul as rapatJudul', 'b.rencana_id as butirRencanaId'])
    .select((eb) => eb.fn.coalesce('b.uraian', 'b.langkah').as('butirTeks'))
    .select(['s.nama as satkerNama', 's.zona_waktu as zona', isFromAbove.as('fromAbove')])
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Temuan')
  return {
    ...row,
    sumber: row.sumber as Sumber, // the table's check allows no other
    lanjut: lanjutState(row),
  }
}

/** One finding with its recommendations, their steps and its way into the next plan. */
export const temuanForStaff = query(async (q: Q, id: string) => {
  const temuan = await temuanRow(q, id)
  const rekomendasi = await rekomendasiRows(q, temuan)
  const steps = rekomendasi.flatMap(({ ratl }) => ratl)
  const plan = canPlanRatl(q.actor, temuan.satkerKode)
  const record = canRecordTemuan(q.actor, temuan.satkerKode)
  return {
    temuan,
    rekomendasi,
    state: temuanState(steps),
    riwayat: await riwayatRows(q, 'temuan', temuan).execute(),
    today: localDate(q.now, temuan.zona),
    can: {
      change: canEditTemuan(q.actor, temuan),
      recommend: (record || plan) && temuan.lanjut !== 'placed',
      plan,
      carry: plan && temuan.lanjut !== 'placed' && temuan.lanjut !== 'proposed',
    },
  }
})

export type TemuanPage = Awaited<ReturnType<typeof temuanForStaff>>

type Key = { satkerKode: string; id: string }

async function rekomendasiRows({ tx }: Q, temuan: Key) {
  const rows = await tx
    .selectFrom('rekomendasi')
    .select(['id', 'uraian'])
    .where('satker_kode', '=', temuan.satkerKode)
    .where('temuan_id', '=', temuan.id)
    .orderBy('urutan')
    .execute()
  const { rows: steps } = await sql<{
    id: string
    rekomendasiId: string
    aksi: string
    jatuhTempo: string
    pemilik: string | null
    reported_at: Date | null
    closed_at: Date | null
  }>`
    select r.id, r.rekomendasi_id as "rekomendasiId", r.aksi, r.jatuh_tempo as "jatuhTempo",
      r.reported_at, r.closed_at, coalesce(p.nama, u.singkatan, u.nama) as pemilik
    from ratl r
    join rekomendasi k on k.satker_kode = r.satker_kode and k.id = r.rekomendasi_id
    left join pengguna p on p.satker_kode = r.satker_kode and p.id = r.penanggung_jawab_id
    left join unit u on u.satker_kode = r.satker_kode and u.id = r.unit_id
    where k.satker_kode = ${temuan.satkerKode} and k.temuan_id = ${temuan.id}
    order by r.jatuh_tempo, r.id`.execute(tx)
  const below = Map.groupBy(steps, ({ rekomendasiId }) => rekomendasiId)
  return rows.map((row) => ({
    ...row,
    ratl: (below.get(row.id) ?? []).map((step) => ({ ...step, state: ratlState(step) })),
  }))
}

/** A finding with what its form offers. */
export const temuanFormForStaff = query(async (q: Q, id: string) => {
  const temuan = await temuanRow(q, id)
  allow(canEditTemuan(q.actor, temuan))
  return { temuan, choices: await choicesOf(q, temuan.satkerKode) }
})

export type TemuanForm = Awaited<ReturnType<typeof temuanFormForStaff>>

/** What the form of a finding offers: reports and meetings of the office. */
async function choicesOf(q: Q, satkerKode: string) {
  if (!isWithinReach(q.actor, satkerKode)) throw notFound('Satuan kerja')
  allow(canRecordTemuan(q.actor, satkerKode))
  const office = await q.tx
    .selectFrom('satker')
    .select(['kode', 'nama', 'zona_waktu'])
    .where('kode', '=', satkerKode)
    .executeTakeFirst()
  if (!office) throw notFound('Satuan kerja')
  return {
    office,
    today: localDate(q.now, office.zona_waktu),
    laporan: await q.tx
      .selectFrom('laporan_monev')
      .select(['id', 'judul'])
      .where('satker_kode', '=', satkerKode)
      .orderBy('mulai', 'desc')
      .limit(24)
      .execute(),
    rapat: await q.tx
      .selectFrom('rapat')
      .select(['id', 'judul', 'tanggal'])
      .where('satker_kode', '=', satkerKode)
      .where('cancelled_at', 'is', null)
      .orderBy('tanggal', 'desc')
      .limit(50)
      .execute(),
  }
}

export const temuanChoices = query(choicesOf)

export type TemuanChoices = Awaited<ReturnType<typeof choicesOf>>

/** The plans of the next year into which a finding may go, with their kegiatan, its own area first. */
export const lanjutForStaff = query(async (q: Q, id: string) => {
  const temuan = await temuanRow(q, id)
  allow(canPlanRatl(q.actor, temuan.satkerKode))
  const plans = await q.tx
    .selectFrom('rencana')
    .select(['id', 'judul', 'jenis', 'tahun', 'proposed_at', 'approved_at'])
    .where('satker_kode', '=', temuan.satkerKode)
    .where('tahun', '=', temuan.tahun + 1)
    .where('closed_at', 'is', null)
    .orderBy('jenis')
    .execute()
  const open = plans.filter(({ proposed_at, approved_at }) => !proposed_at || approved_at)
  const tujuan = []
  for (const plan of open) {
    const { area } = await rencanaTree(q, plan.id)
    const sorted = area.toSorted(
      (a, b) => Number(b.areaBaku === temuan.areaBaku) - Number(a.areaBaku === temuan.areaBaku),
    )
    tujuan.push({
      rencanaId: plan.id,
      judul: plan.judul,
      approved: plan.approved_at !== null,
      kegiatan: sorted.flatMap((each) =>
        each.kegiatan.map((kegiatan) => ({
          id: kegiatan.id,
          label: `${titleOf(each)}: ${titleOf(kegiatan)}`,
          own: each.areaBaku !== null && each.areaBaku === temuan.areaBaku,
        })),
      ),
    })
  }
  const rekomendasi = await rekomendasiRows(q, temuan)
  return {
    temuan,
    tujuan,
    waiting: plans.length - open.length,
    saran: rekomendasi[0]?.uraian ?? temuan.uraian,
    keluaran: rekomendasi.flatMap(({ ratl }) => ratl.map(({ aksi }) => aksi)),
  }
})

export type LanjutPage = Awaited<ReturnType<typeof lanjutForStaff>>

/** Who can answer for a step: the people and the units of today. */
export async function ownerChoices(q: Q, satkerKode: string) {
  const today = localDate(q.now, q.actor.zonaWaktu)
  return {
    people: await peopleOf(q, satkerKode),
    units: await q.tx
      .selectFrom('unit')
      .select(['id', 'nama'])
      .where('satker_kode', '=', satkerKode)
      .where('dari', '<=', today)
      .where((eb) => eb.or([eb('sampai', 'is', null), eb('sampai', '>', today)]))
      .orderBy('nama')
      .execute(),
  }
}
