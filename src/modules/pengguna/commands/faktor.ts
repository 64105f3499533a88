import { sql } from 'kysely'
import { command, type Ctx } from '#platform/command.ts'
import { allow, refuseIf } from '#platform/errors.ts'
import type { PolicyInput } from '../forms-keamanan.ts'
import { canResetFactor, canSetFactorPolicy } from '../policy.ts'
import { findPerson } from './find.ts'

type Person = Awaited<ReturnType<typeof findPerson>>

/**
 * An admin takes away the lost second factor of a colleague, with a reason. The colleague, the ketua
 * and the sekretaris are told; at the next sign-in a new one must be set.
 */
export const resetFaktor = command(
  'faktor.reset',
  async (
    ctx,
    input: { id: string; alasan: string; erase: (userId: string) => Promise<boolean> },
  ) => {
    const person = await findPerson(ctx, input.id)
    allow(canResetFactor(ctx.actor, await standingOf(ctx, person)))
    refuseIf(person.user_id === null, 'Orang ini belum pernah masuk.')
    await refuseElsewhere(ctx, person)
    const thing = { satkerKode: person.satker_kode, benda: 'akun', id: person.id }
    await ctx.record('akun.faktor_diatur_ulang', thing, { alasan: input.alasan })
    await ctx.later('pengguna.tellFactorReset', {
      satkerKode: person.satker_kode,
      id: person.id,
      oleh: ctx.actor.nama,
      alasan: input.alasan,
    })
    const erased = await input.erase(person.user_id ?? '')
    refuseIf(!erased, `${person.nama} tidak memakai verifikasi dua langkah. Tidak ada yang diubah.`)
  },
)

/** Sets from when which roles must have a second factor. */
export const setWajibFaktor = command('kebijakan.setFaktor', async (ctx, input: PolicyInput) => {
  allow(canSetFactorPolicy(ctx.actor))
  for (const { peran, wajibSejak, tenggangHari } of input)
    await ctx.tx
      .insertInto('wajib_faktor')
      .values({ satker_kode: '00', peran, wajib_sejak: wajibSejak, tenggang_hari: tenggangHari })
      .onConflict((oc) =>
        oc
          .columns(['satker_kode', 'peran'])
          .doUpdateSet({ wajib_sejak: wajibSejak, tenggang_hari: tenggangHari }),
      )
      .execute()
  const wajib = input.filter((row) => row.wajibSejak !== null)
  await ctx.record(
    'kebijakan.faktor_diubah',
    { satkerKode: '00', benda: 'kebijakan', id: 'wajib_faktor' },
    { wajib: wajib.map((row) => [row.peran, row.wajibSejak, row.tenggangHari]) },
  )
})

/** Whom a reset concerns, and whether he is admin there: admins are helped by those above. */
async function standingOf({ tx }: Ctx, person: Person) {
  const { rows } = await sql<{ peran: string }>`
    select peran from hub.tugas_pada(${person.satker_kode}, ${person.office.today})
    where pengguna_id = ${person.id} and peran = 'admin_satker'`.execute(tx)
  return { id: person.id, satkerKode: person.satker_kode, isAdmin: rows.length > 0 }
}

/** An account that works also for a higher office is that office's to help: else a small one opens a large one. */
async function refuseElsewhere({ tx, actor, now }: Ctx, person: Person) {
  const { rows } = await sql<{ satker_kode: string; satker_nama: string }>`
    select satker_kode, satker_nama from hub.keanggotaan(${person.user_id}, ${now})
    order by satker_kode <> '00', length(satker_kode), satker_kode limit 1`.execute(tx)
  const highest = rows[0]
  const above = highest && (highest.satker_kode < actor.dari || highest.satker_kode >= actor.sampai)
  refuseIf(
    above === true,
    `Orang ini juga bekerja untuk ${highest?.satker_nama}. Minta admin di sana yang mengatur ulang.`,
  )
}
