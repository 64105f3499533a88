import { loadReferenceOnce } from '#platform/db/reference.ts'
import type { Services } from '#platform/services.ts'

/** Who decides, keeps accounts, or sees many offices: a stolen password there does the most harm. */
const firstObliged = [
  'admin_satker',
  'ketua',
  'sekretaris',
  'verifikator_provinsi',
  'pengawas_nasional',
] as const

const graceDays = 14

/** The roles that must have a second factor when a database is new; from then on KPU RI decides. */
export const loadWajibFaktor = (services: Services): Promise<void> =>
  loadReferenceOnce(services.ownerPool, 'wajib-faktor', JSON.stringify(firstObliged), (client) =>
    client
      .query(
        `insert into wajib_faktor (satker_kode, peran, wajib_sejak, tenggang_hari)
         select '00', peran, $2::date, $3 from unnest($1::text[]) as peran
         on conflict do nothing`,
        [firstObliged, services.clock().toISOString().slice(0, 10), graceDays],
      )
      .then(() => undefined),
  )
