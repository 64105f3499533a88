import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { query } from '#platform/command.ts'
import type { Tx } from '#platform/db/database.ts'
import { notFound } from '#platform/errors.ts'
import type { BobotInstrumen, Register } from '../dasar-hukum.ts'
import { canCorrectPeraturan } from '../policy.ts'

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

export const registerOf = query(({ tx }, projectRoot: string) => loadRegister(tx, projectRoot))

/** The whole register with how often decrees in reach cite each rule. */
export const peraturanForStaff = query(async ({ tx, actor }) => {
  const rows = await tx
    .selectFrom('peraturan')
    .select(['kode', 'judul', 'jenis', 'berlaku_dari', 'berlaku_sampai', 'keyakinan'])
    .select((eb) =>
      eb
        .selectFrom('keputusan_dasar_hukum as d')
        .whereRef('d.kode', '=', 'peraturan.kode')
        .select((e) => e.fn.countAll<number>().as('n'))
        .as('dirujuk'),
    )
    .orderBy('jenis')
    .orderBy('kode')
    .execute()
  return { rows, can: { correct: canCorrectPeraturan(actor) } }
})

/** One rule and what it amends, repeals, or is amended and repealed by. */
export const peraturanDetail = query(async ({ tx, actor }, kode: string) => {
  const peraturan = await tx
    .selectFrom('peraturan')
    .selectAll()
    .where('kode', '=', kode)
    .executeTakeFirst()
  if (!peraturan) throw notFound('Peraturan')
  const hubungan = await tx
    .selectFrom('peraturan_hubungan')
    .select(['kode', 'jenis', 'sasaran_kode', 'sumber', 'keyakinan'])
    .where((eb) => eb.or([eb('kode', '=', kode), eb('sasaran_kode', '=', kode)]))
    .orderBy('jenis')
    .execute()
  return { peraturan, hubungan, can: { correct: canCorrectPeraturan(actor) } }
})

export type PeraturanList = Awaited<ReturnType<typeof peraturanForStaff>>
export type PeraturanDetail = Awaited<ReturnType<typeof peraturanDetail>>
