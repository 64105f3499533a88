import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { createAccount } from './auth/account.ts'
import { signIn } from '#test/support/sign-in.ts'
import { cli } from './cli.ts'
import { factorsOf } from './faktor/factors.ts'
import { confirmTotp, offeredTotp, offerTotp } from './faktor/totp-store.ts'
import { stepOf, totpCode } from './faktor/totp.ts'
import { invitationByToken } from './queries/invitation-by-token.ts'

const hub = testHub()
let out = ''
let err = ''

beforeEach(() => {
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))))
})
afterEach(() => vi.restoreAllMocks())

const run = (...args: string[]) =>
  cli[0]?.run(
    args,
    async () => hub.services,
    () => hub.services.config,
  )

describe('hub pengguna', () => {
  it('explains itself when it is not understood', async () => {
    expect(await run()).toBe(2)
    expect(await run('hapus')).toBe(2)
    expect(await run('daftar', '--kantor', '00')).toBe(2)
    expect(err).toContain('hub pengguna admin')
  })

  it('invites the first admin of a fresh database by a link that works', async () => {
    const given = ['--satker', '00', '--email', 'pertama@contoh.invalid', '--nama', 'Surya']
    expect(await run('admin', ...given)).toBe(0)
    const token = out.match(/\/undangan\/(\S+)/)?.[1] ?? ''
    expect(await invitationByToken(hub.services, token)).toMatchObject({
      peran: 'admin_satker',
      satkerKode: '00',
      state: 'waiting',
    })
    expect(await run('admin', ...given)).toBe(1)
    expect(err).toMatch(/sudah diundang/)
  })

  it('says which option is wrong', async () => {
    expect(await run('undang', '--satker', '00', '--email', 'x', '--nama', 'Y')).toBe(2)
    expect(err).toMatch(/--email: Alamat surel tidak lengkap/)
    expect(err).toMatch(/--peran: Pilih satu peran/)
    expect(await run('daftar')).toBe(2)
    expect(await run('daftar', '--satker', '9999')).toBe(1)
  })

  it('lists the people of an office', async () => {
    await hub.actor('5203', 'ketua', { nama: 'Lestari' })
    expect(await run('daftar', '--satker', '5203')).toBe(0)
    expect(out).toMatch(/^aktif\t\S+@contoh.invalid\tLestari\tKetua\n$/)
  })

  it('prints a link for a new password, and knows no stranger', async () => {
    const email = 'sari@contoh.invalid'
    await createAccount(hub.services, { email, nama: 'Sari', password: 'tiga kata berbeda' })
    expect(await run('atur-sandi', '--email', email)).toBe(0)
    expect(out).toMatch(/\/atur-sandi\/\S+/)
    expect(await run('atur-sandi', '--email', 'tidak@contoh.invalid')).toBe(2)
  })

  it('takes a lost second factor away, with a reason, and says so in the audit trail', async () => {
    const admin = await hub.actor('00', 'admin_satker')
    await signIn(hub.services, admin)
    const { rows } = await hub.services.ownerPool.query(
      'select email, user_id from pengguna where id = $1',
      [admin.id],
    )
    const [{ email, user_id: userId }] = rows
    expect(await run('reset-faktor', '--email', email, '--alasan', 'Telepon hilang')).toBe(1)
    expect(err).toContain('tidak memakai verifikasi dua langkah')
    await offerTotp(hub.services, userId)
    const key = await offeredTotp(hub.services, userId)
    const step = stepOf(hub.services.clock())
    await confirmTotp(hub.services, userId, totpCode(key ?? Buffer.alloc(0), step))
    expect(await run('reset-faktor', '--email', email)).toBe(2)
    expect(await run('reset-faktor', '--email', email, '--alasan', 'Telepon hilang')).toBe(0)
    expect((await factorsOf(hub.services, userId)).totpSince).toBeNull()
    const trail = await hub.services.ownerPool.query(
      'select actor_nama, rincian from audit_log where benda_id = $1',
      [admin.id],
    )
    expect(trail.rows).toEqual([
      { actor_nama: 'Sistem KPU HUB', rincian: { alasan: 'Telepon hilang' } },
    ])
  })
})
