import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'
import { editPengguna } from './commands/pengguna.ts'

const hub = testHub()
let app: ReturnType<typeof testApp>
let admin: Actor
let sari: Actor
const cookies = new Map<string, string>()

beforeAll(async () => {
  app = testApp(hub.services)
  admin = await hub.actor('5203', 'admin_satker')
  sari = await hub.actor('5203', 'koordinator_area', { nama: 'Sari Rimbasari', areaBaku: 3 })
  const input = { id: sari.id, nama: 'Sari Rimbasari', nip: '190001012000011001', versi: 1 }
  await editPengguna(hub.as(admin), input)
})

const cookieOf = async (who: Actor) => {
  const cookie = cookies.get(who.id) ?? (await signIn(hub.services, who))
  cookies.set(who.id, cookie)
  return cookie
}
async function get(who: Actor, path: string) {
  const answer = await app.request(path, { headers: { cookie: await cookieOf(who) } })
  return { status: answer.status, page: parse(await answer.text()) }
}
async function post(who: Actor, path: string, form: Record<string, string> = {}) {
  const answer = await app.request(path, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: 'http://localhost', cookie: await cookieOf(who) },
  })
  return {
    status: answer.status,
    to: answer.headers.get('location'),
    page: parse(await answer.text()),
  }
}
type Page = ReturnType<typeof parse>
const controls = (page: Page) =>
  page.querySelectorAll('main .button').map((button) => button.text.trim())

describe('the list of people', () => {
  it('shows the admin names, roles of today and addresses', async () => {
    const { page } = await get(admin, '/kerja/pengguna?cari=rimbasari')
    const cells = page.querySelectorAll('tbody tr > *').map((cell) => cell.text.trim())
    expect(cells).toEqual([
      'Sari Rimbasari',
      'Koordinator area 3',
      `${sari.id}@contoh.invalid`,
      'Aktif',
    ])
  })

  it('masks addresses for those who verify from above, and offers them nothing to change', async () => {
    const verifier = await hub.actor('52', 'verifikator_provinsi')
    const { page } = await get(verifier, '/kerja/pengguna?satker=5203&cari=rimbasari')
    expect(page.text).toContain('••••@contoh.invalid')
    expect(page.text).not.toContain(`${sari.id}@`)
    expect(controls(page)).not.toContain('Undang orang')
  })

  it('is not for colleagues without that duty, nor for offices elsewhere', async () => {
    expect((await get(sari, '/kerja/pengguna')).status).toBe(403)
    const stranger = await hub.actor('3508', 'admin_satker')
    expect((await get(stranger, '/kerja/pengguna?satker=5203')).status).toBe(404)
    expect((await get(stranger, `/kerja/pengguna/${sari.id}`)).status).toBe(404)
  })

  it('narrows by role and status, and takes signs of a pattern as they are', async () => {
    const names = async (query: string) =>
      (await get(admin, `/kerja/pengguna?${query}`)).page
        .querySelectorAll('tbody th')
        .map((cell) => cell.text.trim())
    expect(await names('peran=koordinator_area')).toEqual(['Sari Rimbasari'])
    expect(await names('status=nonaktif')).toEqual([])
    expect(await names('cari=%25')).toEqual([])
    expect(await names('hal=9999999999999')).toEqual([])
  })
})

describe('one person', () => {
  it('shows the NIP whole to the admin and masked to a head', async () => {
    const whole = await get(admin, `/kerja/pengguna/${sari.id}`)
    expect(whole.page.text).toContain('190001012000011001')
    expect(controls(whole.page)).toEqual(
      expect.arrayContaining(['Ubah data', 'Beri peran', 'Nonaktifkan', 'Akhiri']),
    )
    const ketua = await hub.actor('5203', 'ketua')
    const masked = await get(ketua, `/kerja/pengguna/${sari.id}`)
    expect(masked.page.text).toContain('••••••••••••••1001')
    expect(masked.page.text).not.toContain('190001012000011001')
    expect(controls(masked.page)).toEqual([])
  })

  it('gets a role by the form, and loses it by the button', async () => {
    const form = {
      peran: 'agen_perubahan',
      dari: '2026-11-20',
      sampai: '',
      area: '',
      dasar: 'SK 9',
    }
    const given = await post(admin, `/kerja/pengguna/${sari.id}/peran`, form)
    expect(given.to).toBe(`/kerja/pengguna/${sari.id}`)
    const { page } = await get(admin, `/kerja/pengguna/${sari.id}`)
    const row = page.querySelectorAll('tbody tr').find((tr) => /Agen perubahan/.test(tr.text))
    const action = row?.querySelector('form')?.getAttribute('action') ?? ''
    expect((await get(admin, action)).page.querySelector('h1')?.text).toBe('Akhiri peran ini?')
    expect((await post(admin, action)).status).toBe(303)
    const after = await get(admin, `/kerja/pengguna/${sari.id}`)
    expect(after.page.text).toMatch(/Agen perubahan[\s\S]*Berakhir/)
  })

  it('keeps what was typed when a role is refused or incomplete', async () => {
    const form = { peran: 'koordinator_area', area: '3', dari: '2026-11-20', dasar: 'SK 12/2026' }
    const held = await post(admin, `/kerja/pengguna/${sari.id}/peran`, form)
    expect(held.status).toBe(422)
    expect(held.page.text).toMatch(/sudah punya peran Koordinator area 3/)
    const missing = await post(admin, `/kerja/pengguna/${sari.id}/peran`, { ...form, area: '' })
    expect(missing.page.querySelector('#area-masalah')?.text).toMatch(/Pilih area/)
    for (const { page } of [held, missing])
      expect(page.querySelector('#dasar')?.getAttribute('value')).toBe('SK 12/2026')
  })

  it('offers only the roles that the office has', async () => {
    const { page } = await get(admin, `/kerja/pengguna/${sari.id}/peran`)
    const offered = page.querySelectorAll('#peran option').map((o) => o.getAttribute('value'))
    expect(offered).toContain('ketua')
    expect(offered).not.toContain('verifikator_provinsi')
    expect(offered).not.toContain('pengawas_nasional')
  })

  it('edited by two shows the second what the first saved beside what he typed', async () => {
    const path = `/kerja/pengguna/${sari.id}/ubah`
    const open = await get(admin, path)
    const versi = open.page.querySelector('[name=versi]')?.getAttribute('value') ?? ''
    const first = await post(admin, path, { nama: 'Sari R. Pertama', nip: '', versi })
    expect(first.status).toBe(303)
    const second = await post(admin, path, { nama: 'Sari R. Kedua', nip: '', versi })
    expect(second.status).toBe(409)
    expect(second.page.text).toContain('Tersimpan sekarang: Sari R. Pertama')
    expect(second.page.querySelector('#nama')?.getAttribute('value')).toBe('Sari R. Kedua')
    const next = second.page.querySelector('[name=versi]')?.getAttribute('value') ?? ''
    const third = await post(admin, path, { nama: 'Sari R. Kedua', nip: '', versi: next })
    expect(third.status).toBe(303)
  })

  it('is closed and opened again by its buttons', async () => {
    const budi = await hub.actor('5203', 'anggota')
    expect((await post(admin, `/kerja/pengguna/${budi.id}/nonaktif`)).status).toBe(303)
    const closed = await get(admin, `/kerja/pengguna/${budi.id}`)
    expect(closed.page.text).toMatch(/Dinonaktifkan 20 November 2026/)
    expect((await post(admin, `/kerja/pengguna/${budi.id}/aktif`)).status).toBe(303)
  })
})

describe('invitations and delegations', () => {
  it('are sent, shown and revoked on their pages', async () => {
    const form = { satker: '5203', nama: 'Wira', email: 'wira@contoh.invalid', peran: 'pembaca' }
    const sent = await post(admin, '/kerja/pengguna/undangan/baru', form)
    expect(sent.to).toBe('/kerja/pengguna/undangan?satker=5203')
    const again = await post(admin, '/kerja/pengguna/undangan/baru', form)
    expect(again.status).toBe(422)
    expect(again.page.querySelector('#email-masalah')?.text).toMatch(/sudah diundang/)
    const list = await get(admin, '/kerja/pengguna/undangan')
    const actions = list.page.querySelectorAll('tbody form').map((f) => f.getAttribute('action'))
    for (const action of actions) expect((await post(admin, action ?? '')).status).toBe(303)
    expect((await get(admin, '/kerja/pengguna/undangan')).page.text).toContain('Dicabut')
  })

  it('for an office below offer only its admin', async () => {
    const above = await hub.actor('52', 'admin_satker')
    const { page } = await get(above, '/kerja/pengguna/undangan/baru?satker=5203')
    const offered = page.querySelectorAll('#peran option').map((o) => o.getAttribute('value'))
    expect(offered.filter(Boolean)).toEqual(['admin_satker'])
  })

  it('are named by the form and revoked by the button', async () => {
    const ketua = await hub.actor('5203', 'ketua', { nama: 'Lestari Ketua' })
    const form = {
      jenis: 'plh',
      peran: 'ketua',
      area: '',
      pemberi: ketua.id,
      penerima: sari.id,
      dari: '2026-11-20',
      sampai: '2026-11-22',
      dasar: 'SP 1',
    }
    const wrong = await post(admin, '/kerja/pengguna/delegasi/baru', { ...form, sampai: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelector('#penerima option[selected]')?.getAttribute('value')).toBe(
      sari.id,
    )
    expect((await post(admin, '/kerja/pengguna/delegasi/baru', form)).status).toBe(303)
    const list = await get(admin, '/kerja/pengguna/delegasi')
    expect(list.page.text).toContain('20–22 November 2026')
    const action = list.page.querySelector('tbody form')?.getAttribute('action') ?? ''
    expect((await post(admin, action)).status).toBe(303)
    expect((await get(sari, '/kerja/pengguna/delegasi/baru')).status).toBe(403)
  })
})
