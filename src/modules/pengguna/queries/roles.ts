import type { Q } from '#platform/command.ts'
import { hasPeran } from '#platform/identity/actor.ts'
import { dayBefore, masaState, type MasaState, peranList, type Peran } from '../peran.ts'
import { canAssign } from '../policy.ts'

export type RoleRow = {
  id: string
  peran: string
  areaBaku: number | null
  dari: string
  /** last day, null = open */
  sampai: string | null
  dasar: string | null
  state: MasaState
  endedAt: Date | null
  canEnd: boolean
}

/** Every role a person has or had at an office, those in force first. */
export async function rolesOf(
  { tx, actor }: Q,
  satkerKode: string,
  penggunaId: string,
  today: string,
): Promise<RoleRow[]> {
  const rows = await tx
    .selectFrom('penugasan')
    .select(['id', 'peran', 'area_baku', 'dari', 'sampai', 'dasar', 'ended_at'])
    .where('satker_kode', '=', satkerKode)
    .where('pengguna_id', '=', penggunaId)
    .orderBy('dari', 'desc')
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  const order: readonly MasaState[] = ['current', 'upcoming', 'over']
  return rows
    .map((row) => {
      const state = masaState(row, row.ended_at, today)
      return {
        id: row.id,
        peran: row.peran,
        areaBaku: row.area_baku,
        dari: row.dari,
        sampai: row.sampai && dayBefore(row.sampai),
        dasar: row.dasar,
        state,
        endedAt: row.ended_at,
        canEnd: state !== 'over' && canAssign(actor, satkerKode, row.peran as Peran),
      }
    })
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

export type DelegationRow = {
  id: string
  jenis: 'plh' | 'plt'
  peran: string
  areaBaku: number | null
  pemberi: string
  penerima: string
  dari: string
  /** last day */
  sampai: string
  dasar: string
  state: MasaState
  revokedAt: Date | null
}

/** Delegations of an office, or only those that concern one person, the latest first. */
export async function delegationsOf(
  { tx }: Q,
  of: { satkerKode: string; today: string; penggunaId?: string; offset?: number; limit?: number },
): Promise<DelegationRow[]> {
  const rows = await tx
    .selectFrom('delegasi as d')
    .innerJoin('pengguna as a', (join) =>
      join.onRef('a.satker_kode', '=', 'd.satker_kode').onRef('a.id', '=', 'd.pemberi_id'),
    )
    .innerJoin('pengguna as b', (join) =>
      join.onRef('b.satker_kode', '=', 'd.satker_kode').onRef('b.id', '=', 'd.penerima_id'),
    )
    .select(['d.id', 'd.jenis', 'd.peran', 'd.area_baku', 'd.dari', 'd.sampai', 'd.dasar'])
    .select(['d.revoked_at', 'a.nama as pemberi', 'b.nama as penerima', 'a.deactivated_at'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('penugasan as t')
            .select('t.id')
            .whereRef('t.satker_kode', '=', 'd.satker_kode')
            .whereRef('t.pengguna_id', '=', 'd.pemberi_id')
            .whereRef('t.peran', '=', 'd.peran')
            .whereRef('t.area_baku', 'is not distinct from', 'd.area_baku')
            .where('t.ended_at', 'is', null)
            .where((or) => or.or([or('t.sampai', 'is', null), or('t.sampai', '>', of.today)])),
        )
        .as('held'),
    )
    .where('d.satker_kode', '=', of.satkerKode)
    .$if(of.penggunaId !== undefined, (qb) =>
      qb.where((eb) =>
        eb.or([
          eb('d.pemberi_id', '=', of.penggunaId ?? ''),
          eb('d.penerima_id', '=', of.penggunaId ?? ''),
        ]),
      ),
    )
    .orderBy('d.dari', 'desc')
    .orderBy('d.id', 'desc')
    .offset(of.offset ?? 0)
    .limit(of.limit ?? 50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    jenis: row.jenis === 'plt' ? ('plt' as const) : ('plh' as const),
    peran: row.peran,
    areaBaku: row.area_baku,
    pemberi: row.pemberi,
    penerima: row.penerima,
    dari: row.dari,
    sampai: dayBefore(row.sampai),
    dasar: row.dasar,
    state: isGone(row) ? ('over' as const) : masaState(row, row.revoked_at, of.today),
    revokedAt: row.revoked_at,
  }))
}

/** The same rule as in hub.tugas_pada: a Plh. ends with the post of his principal. */
const isGone = (row: { jenis: string; held: unknown; deactivated_at: Date | null }): boolean =>
  row.jenis !== 'plt' && (row.held !== true || row.deactivated_at !== null)

/** The roles that the actor may give at an office: what the form offers and the command accepts. */
export const assignablePeran = ({ actor }: Pick<Q, 'actor'>, satkerKode: string): Peran[] =>
  hasPeran(actor, 'admin_satker')
    ? peranList.filter((peran) => canAssign(actor, satkerKode, peran))
    : []
