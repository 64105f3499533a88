import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { hasPeran } from '#platform/identity/actor.ts'
import type { InviteInput } from '../forms.ts'
import { isPeran } from '../peran.ts'
import { canAssign } from '../policy.ts'
import { findOffice, knownId } from './find.ts'

export const invitationDays = 7

const expiryFrom = (now: Date) => new Date(now.getTime() + invitationDays * 86_400_000)

/** What is kept of a token: its SHA-256. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

type Invite = InviteInput & { satkerKode: string }

/** Invites a person to an office with a first role; the letter goes out by a job. */
export const inviteOrang = command('undangan.invite', async (ctx, input: Invite) => {
  // The job that writes the letter makes the real token, so that no link stands in the queue.
  const id = await addUndangan(ctx, input, randomBytes(32))
  await ctx.later('pengguna.sendInvitation', { satkerKode: input.satkerKode, id }, { key: id })
  return id
})

/** The same for the operator of the server, who hands the link over himself. */
export const inviteByLink = command(
  'undangan.inviteByLink',
  async (ctx, { token, ...input }: Invite & { token: string }) => {
    allow(hasPeran(ctx.actor, 'sistem'))
    return addUndangan(ctx, input, tokenHash(token))
  },
)

async function addUndangan(ctx: Ctx, input: Invite, token_hash: Buffer): Promise<string> {
  const office = await findOffice(ctx, input.satkerKode)
  allow(
    canAssign(ctx.actor, office.kode, input.peran),
    'Peran ini tidak dapat Anda berikan pada satuan kerja tersebut.',
  )
  await refuseKnownAddress(ctx, office.kode, input.email)
  const id = ctx.newId()
  await ctx.tx
    .insertInto('undangan')
    .values({
      satker_kode: office.kode,
      id,
      email: input.email,
      nama: input.nama,
      peran: input.peran,
      area_baku: input.area,
      token_hash,
      expires_at: expiryFrom(ctx.now),
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
  await ctx.record('undangan.dibuat', thing(office.kode, id), {
    peran: input.peran,
    area: input.area,
  })
  return id
}

/** Sends a new link and gives it a full term again; the link before stops working. */
export const resendUndangan = command('undangan.resend', async (ctx, input: { id: string }) => {
  const undangan = await findOpen(ctx, input.id)
  await update(ctx, undangan, { expires_at: expiryFrom(ctx.now), token_hash: randomBytes(32) })
  await ctx.record('undangan.dikirim_ulang', thing(undangan.satker_kode, undangan.id))
  const { satker_kode: satkerKode, id } = undangan
  await ctx.later('pengguna.sendInvitation', { satkerKode, id }, { key: id })
  return satkerKode
})

export const revokeUndangan = command('undangan.revoke', async (ctx, input: { id: string }) => {
  const undangan = await findOpen(ctx, input.id)
  await update(ctx, undangan, { revoked_at: ctx.now, revoked_by: ctx.actor.id })
  await ctx.record('undangan.dicabut', thing(undangan.satker_kode, undangan.id))
  return undangan.satker_kode
})

/** Puts the hash of a fresh token in place for the letter that is about to go out. */
export const setUndanganToken = command(
  'undangan.setToken',
  async (ctx, input: { id: string; token: string }) => {
    const undangan = await findOpen(ctx, input.id)
    allow(hasPeran(ctx.actor, 'sistem'))
    await update(ctx, undangan, { token_hash: tokenHash(input.token) })
    const { email, nama, peran, area_baku, expires_at, satker_kode } = undangan
    const office = await findOffice(ctx, satker_kode)
    return { email, nama, peran, areaBaku: area_baku, expiresAt: expires_at, office }
  },
)

const expiredMessage =
  'Undangan ini sudah lewat masanya. Mintalah admin satuan kerja mengirimkannya kembali.'

/** Makes the invited a member with the role of the invitation. The account stands already. */
export const acceptUndangan = command(
  'undangan.accept',
  async (ctx, input: { id: string; userId: string; nama: string }) => {
    const undangan = await findOpen(ctx, input.id)
    allow(hasPeran(ctx.actor, 'sistem'))
    refuseIf(undangan.expires_at <= ctx.now, expiredMessage)
    const office = await findOffice(ctx, undangan.satker_kode)
    await refuseKnownAddress(ctx, office.kode, undangan.email, undangan.id)
    const penggunaId = ctx.newId()
    const made = { satker_kode: office.kode, created_at: ctx.now, created_by: undangan.created_by }
    await ctx.tx
      .insertInto('pengguna')
      .values({
        ...made,
        id: penggunaId,
        user_id: input.userId,
        nama: input.nama,
        email: undangan.email,
      })
      .execute()
    await ctx.tx
      .insertInto('penugasan')
      .values({
        ...made,
        id: ctx.newId(),
        pengguna_id: penggunaId,
        peran: undangan.peran,
        area_baku: undangan.area_baku,
        dari: office.today,
        dasar: 'Undangan',
      })
      .execute()
    await update(ctx, undangan, { accepted_at: ctx.now, accepted_by: penggunaId })
    await ctx.record('undangan.diterima', thing(office.kode, undangan.id), { pengguna: penggunaId })
    return penggunaId
  },
)

/** Forgets invitations that nobody took up within three months. */
export const purgeUndangan = command('undangan.purge', async (ctx, _input: null) => {
  allow(hasPeran(ctx.actor, 'sistem'))
  await ctx.tx
    .deleteFrom('undangan')
    .where('accepted_at', 'is', null)
    .where('expires_at', '<', new Date(ctx.now.getTime() - 90 * 86_400_000))
    .execute()
})

async function findOpen(ctx: Ctx, id: string) {
  const undangan = await ctx.tx
    .selectFrom('undangan')
    .selectAll()
    .where('id', '=', knownId(id, 'Undangan'))
    .forUpdate()
    .executeTakeFirst()
  if (!undangan || !isPeran(undangan.peran)) throw notFound('Undangan')
  allow(canAssign(ctx.actor, undangan.satker_kode, undangan.peran))
  refuseIf(undangan.accepted_at !== null, 'Undangan ini sudah diterima.')
  refuseIf(undangan.revoked_at !== null, 'Undangan ini sudah dicabut.')
  return undangan
}

async function refuseKnownAddress(ctx: Ctx, satkerKode: string, email: string, except?: string) {
  const person = await ctx.tx
    .selectFrom('pengguna')
    .select(['nama', 'deactivated_at'])
    .where('satker_kode', '=', satkerKode)
    .where((eb) => eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst()
  refuseIf(
    person !== undefined,
    person?.deactivated_at
      ? `Alamat ini milik ${person.nama} yang dinonaktifkan. Aktifkan kembali orangnya, tidak perlu diundang.`
      : `Alamat ini sudah terdaftar atas nama ${person?.nama}. Tambahkan peran pada orangnya, tidak perlu diundang.`,
  )
  const { rows } = await sql`
    select from undangan where satker_kode = ${satkerKode} and lower(email) = ${email.toLowerCase()}
      and accepted_at is null and revoked_at is null and id is distinct from ${except ?? null}`.execute(
    ctx.tx,
  )
  refuseIf(rows.length > 0, 'Alamat ini sudah diundang. Kirim ulang undangan yang ada.')
}

const update = (
  ctx: Ctx,
  { satker_kode, id }: { satker_kode: string; id: string },
  values: {
    expires_at?: Date
    token_hash?: Buffer
    revoked_at?: Date
    revoked_by?: string
    accepted_at?: Date
    accepted_by?: string
  },
) =>
  ctx.tx
    .updateTable('undangan')
    .set(values)
    .where('satker_kode', '=', satker_kode)
    .where('id', '=', id)
    .execute()

const thing = (satkerKode: string, id: string) => ({ satkerKode, benda: 'undangan', id })
