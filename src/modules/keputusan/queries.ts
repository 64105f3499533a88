import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '#platform/db/database.ts'
import type { BobotInstrumen, Register } from './dasar-hukum.ts'

/** The register of legal bases with the weight tables that belong to instruments. */
export async function loadRegister(tx: Tx, projectRoot: string): Promise<Register> {
  const peraturan = await tx
    .selectFrom('peraturan')
    .select(['kode', 'judul', 'berlaku_dari', 'berlaku_sampai', 'keyakinan'])
    .execute()
  const hubungan = await tx
    .selectFrom('peraturan_hubungan')
    .select(['kode', 'jenis', 'sasaran_kode'])
    .execute()
  const text = await readFile(join(projectRoot, 'data/hukum/bobot-zi.json'), 'utf8')
  const { instrumen } = JSON.parse(text) as { instrumen: BobotInstrumen[] }
  return { peraturan, hubungan, bobot: instrumen } as Register
}
