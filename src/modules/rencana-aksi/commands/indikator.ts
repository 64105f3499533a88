import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { conflictMessage, type LastChange } from '../conflict.ts'
import { nilaiProblem, type Ukuran } from '../indikator.ts'
import type { NilaiTyped } from '../indikator-forms.ts'
import { canEditIndikator, canSetNilai } from '../indikator-policy.ts'
import type { CaraHitung, JenisIndikator } from '../jenis-indikator.ts'
import type { ButirOwner } from '../policy.ts'
import { isRunning, type RencanaState } from '../rencana.ts'
import { findRencana, type RencanaRow } from './find.ts'
import { noteChange } from './riwayat.ts'

type Key = { rencanaId: string; indikatorId: string }

/** Changes how an indicator is measured, and its target. */
export const editIndikator = command(
  'rencana-aksi.editIndikator',
  async (ctx, { rencanaId, indikatorId, versi, ...ukuran }: Key & Ukuran & { versi: number }) => {
    const rencana = await findRencana(ctx, rencanaId)
    const indikator = await findIndikator(ctx, rencana, indikatorId)
    allow(canEditIndikator(ctx.actor, rencana.satkerKode, rencana.state, indikator.owner))
    refuseUnlessOpen(rencana.state)
    if (JSON.stringify(inOrder(indikator.ukuran)) === JSON.stringify(inOrder(ukuran))) return
    refuseIf(indikator.versi !== versi, conflictMessage)
    const tooHigh = await unfitting(ctx, rencana, indikator.id, ukuran)
    refuseIf(tooHigh !== null, `Nilai yang sudah diisi tidak cocok dengan jenis ini. ${tooHigh}`)
    await ctx.tx
      .updateTable('rencana_indikator')
      .set({ jenis: ukuran.jenis, satuan: ukuran.satuan, arah: ukuran.arah })
      .set({ target: ukuran.target, cara_hitung: ukuran.caraHitung, versi: versi + 1 })
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', indikator.id)
      .execute()
    await noteChange(ctx, {
      rencana,
      peristiwa: 'indikator_changed',
      butirId: indikator.butirId,
      sebelum: { teks: indikator.teks, ...indikator.ukuran },
      sesudah: { teks: indikator.teks, ...ukuran },
    })
  },
)

const inOrder = ({ jenis, satuan, arah, target, caraHitung }: Ukuran) => [
  jenis,
  satuan,
  arah,
  target,
  caraHitung,
]

function refuseUnlessOpen(state: RencanaState): void {
  refuseIf(
    state === 'proposed',
    'Rencana sedang menunggu pengesahan, jadi indikatornya tidak dapat diubah.',
  )
  refuseIf(state === 'closed', 'Rencana ini sudah ditutup; indikatornya tetap.')
}

/** Why a value that was entered before cannot be under the new measure; null when all can. */
async function unfitting(ctx: Ctx, rencana: RencanaRow, indikatorId: string, ukuran: Ukuran) {
  const stored = await storedNilai(ctx, rencana, indikatorId)
  const problems = stored.map(({ nilai }) => nilaiProblem(ukuran, nilai))
  return problems.find((problem) => problem !== null) ?? null
}

/** Takes last year's value from a person instead of from last year's plan; null gives it back. */
export const correctTahunLalu = command(
  'rencana-aksi.correctTahunLalu',
  async (ctx, { rencanaId, indikatorId, nilai }: Key & { nilai: number | null }) => {
    const rencana = await findRencana(ctx, rencanaId)
    const indikator = await findIndikator(ctx, rencana, indikatorId)
    allow(canEditIndikator(ctx.actor, rencana.satkerKode, rencana.state, indikator.owner))
    refuseUnlessOpen(rencana.state)
    const problem = nilai === null ? null : nilaiProblem(indikator.ukuran, nilai)
    if (problem) throw refused(problem)
    await ctx.tx
      .updateTable('rencana_indikator')
      .set({
        nilai_tahun_lalu: nilai,
        nilai_tahun_lalu_by: nilai === null ? null : ctx.actor.id,
      })
      .where('satker_kode', '=', rencana.satkerKode)
      .where('id', '=', indikator.id)
      .execute()
    await noteChange(ctx, {
      rencana,
      peristiwa: 'tahun_lalu_corrected',
      butirId: indikator.butirId,
      sebelum: { teks: indikator.teks, nilaiTahunLalu: indikator.nilaiTahunLalu },
      sesudah: { teks: indikator.teks, nilaiTahunLalu: nilai },
    })
  },
)

/** Stores the values of months. Where someone else was first, the caller gets both values (409). */
export const setNilaiIndikator = command(
  'rencana-aksi.setNilaiIndikator',
  async (ctx, input: Key & { nilai: readonly NilaiTyped[] }) => {
    const rencana = await findRencana(ctx, input.rencanaId)
    const indikator = await findIndikator(ctx, rencana, input.indikatorId)
    allow(canSetNilai(ctx.actor, rencana.satkerKode, indikator.owner))
    refuseIf(
      !isRunning(rencana.state),
      'Nilai indikator diisi pada rencana yang disahkan dan belum ditutup.',
    )
    const stored = await storedNilai(ctx, rencana, indikator.id)
    const changes = input.nilai.flatMap((typed) => {
      const current = stored.find(({ bulan }) => bulan === typed.bulan) ?? null
      return isSame(current, typed) ? [] : [{ typed, current }]
    })
    const conflicts = changes.filter(({ typed, current }) => (current?.versi ?? 0) !== typed.versi)
    refuseIf(conflicts.length > 0, conflictMessage, {
      kind: 'nilai',
      current: conflicts.map(({ typed, current }) => current ?? emptyMonth(typed.bulan)),
    } satisfies NilaiConflict)
    for (const { typed, current } of changes) {
      const problem = typed.nilai === null ? null : nilaiProblem(indikator.ukuran, typed.nilai)
      if (problem) throw refused(problem)
      await writeNilai(ctx, rencana, indikator.id, typed)
      await noteChange(ctx, {
        rencana,
        peristiwa: 'nilai_set',
        butirId: indikator.butirId,
        bulan: typed.bulan,
        sebelum: { nilai: current?.nilai ?? null, catatan: current?.catatan ?? null },
        sesudah: { teks: indikator.teks, nilai: typed.nilai, catatan: typed.catatan },
      })
    }
    return { changed: changes.length }
  },
)

type StoredNilai = {
  bulan: number
  nilai: number
  catatan: string | null
  versi: number
} & LastChange

/** What stands in the months that two people filled. */
export type NilaiConflict = {
  kind: 'nilai'
  current: (Omit<StoredNilai, 'nilai' | 'at'> & { nilai: number | null; at: Date | null })[]
}

const emptyMonth = (bulan: number): NilaiConflict['current'][number] => ({
  bulan,
  nilai: null,
  catatan: null,
  versi: 0,
  nama: null,
  at: null,
})

export const isNilaiConflict = (detail: unknown): detail is NilaiConflict =>
  typeof detail === 'object' && detail !== null && 'kind' in detail && detail.kind === 'nilai'

const isSame = (current: StoredNilai | null, { nilai, catatan }: NilaiTyped) =>
  (current?.nilai ?? null) === nilai && (current?.catatan ?? null) === catatan

async function storedNilai(
  { tx }: Ctx,
  { satkerKode }: RencanaRow,
  indikatorId: string,
): Promise<StoredNilai[]> {
  return tx
    .selectFrom('rencana_indikator_nilai as n')
    .leftJoin('pengguna as p', (join) =>
      join.onRef('p.satker_kode', '=', 'n.satker_kode').onRef('p.id', '=', 'n.updated_by'),
    )
    .select(['n.bulan', 'n.nilai', 'n.catatan', 'n.versi', 'n.updated_at as at', 'p.nama'])
    .where('n.satker_kode', '=', satkerKode)
    .where('n.indikator_id', '=', indikatorId)
    .execute()
}

async function writeNilai(ctx: Ctx, { satkerKode }: RencanaRow, id: string, typed: NilaiTyped) {
  const { bulan, nilai, catatan, versi } = typed
  if (nilai === null) {
    await ctx.tx
      .deleteFrom('rencana_indikator_nilai')
      .where('satker_kode', '=', satkerKode)
      .where('indikator_id', '=', id)
      .where('bulan', '=', bulan)
      .execute()
    return
  }
  const values = {
    nilai,
    catatan,
    versi: versi + 1,
    updated_at: ctx.now,
    updated_by: ctx.actor.id,
  }
  await ctx.tx
    .insertInto('rencana_indikator_nilai')
    .values({ satker_kode: satkerKode, indikator_id: id, bulan, ...values })
    .onConflict((conflict) =>
      conflict.columns(['satker_kode', 'indikator_id', 'bulan']).doUpdateSet(values),
    )
    .execute()
}

type IndikatorRow = {
  id: string
  butirId: string
  teks: string
  ukuran: Ukuran
  nilaiTahunLalu: number | null
  versi: number
  owner: ButirOwner
}

async function findIndikator({ tx }: Ctx, rencana: RencanaRow, id: string): Promise<IndikatorRow> {
  const row = await tx
    .selectFrom('rencana_indikator as i')
    .innerJoin('rencana_butir as b', (join) =>
      join.onRef('b.satker_kode', '=', 'i.satker_kode').onRef('b.id', '=', 'i.butir_id'),
    )
    .innerJoin('rencana_kegiatan as k', (join) =>
      join.onRef('k.satker_kode', '=', 'b.satker_kode').onRef('k.id', '=', 'b.kegiatan_id'),
    )
    .innerJoin('rencana_area as a', (join) =>
      join.onRef('a.satker_kode', '=', 'k.satker_kode').onRef('a.id', '=', 'k.area_id'),
    )
    .select(['i.id', 'i.butir_id', 'i.teks', 'i.jenis', 'i.satuan', 'i.arah', 'i.target'])
    .select(['i.cara_hitung', 'i.nilai_tahun_lalu', 'i.versi'])
    .select(['a.area_baku', 'b.penanggung_jawab_id'])
    .where('i.satker_kode', '=', rencana.satkerKode)
    .where('i.rencana_id', '=', rencana.id)
    .where('i.id', '=', id)
    .where('b.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound('Indikator')
  return {
    id: row.id,
    butirId: row.butir_id,
    teks: row.teks,
    // The checks of the table allow no other kinds, directions and ways of counting.
    ukuran: {
      jenis: row.jenis as JenisIndikator,
      satuan: row.satuan,
      arah: row.arah as 'naik' | 'turun',
      target: row.target,
      caraHitung: row.cara_hitung as CaraHitung,
    },
    nilaiTahunLalu: row.nilai_tahun_lalu,
    versi: row.versi,
    owner: { areaBaku: row.area_baku, penanggungJawabId: row.penanggung_jawab_id },
  }
}
