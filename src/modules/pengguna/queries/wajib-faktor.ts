import { query } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import { peranList } from '../peran.ts'
import { canSetFactorPolicy } from '../policy.ts'

/** Which roles must have a second factor, for the page of KPU RI. */
export const wajibFaktor = query(async (q, _input: null) => {
  allow(canSetFactorPolicy(q.actor))
  const rows = await q.tx
    .selectFrom('wajib_faktor')
    .select(['peran', 'wajib_sejak', 'tenggang_hari'])
    .where('satker_kode', '=', '00')
    .execute()
  return peranList.map((peran) => {
    const row = rows.find((found) => found.peran === peran)
    return {
      peran,
      wajibSejak: row?.wajib_sejak ?? null,
      tenggangHari: row?.tenggang_hari ?? 14,
    }
  })
})
