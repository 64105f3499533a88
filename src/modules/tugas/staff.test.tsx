import ICAL from 'ical.js'
import { parse } from 'node-html-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'
import { visit } from '../beranda/beranda.fixture.ts'
import { proposeChange } from '../rencana-aksi/commands/usulan.ts'
import { aWork, type Work } from './tugas.fixture.ts'

const hub = testHub()
const url = '/kerja/tugas'
let work: Work

beforeAll(async () => {
  work = await aWork(hub, '3508', 9, 10, 11)
})

const post = async (path: string, actor: Actor, body: Record<string, string>) =>
  testApp(hub.services).request(`http://localhost:8080${path}`, {
    method: 'POST',
    headers: { cookie: await signIn(hub.services, actor), origin: 'http://localhost:8080' },
    body: new URLSearchParams(body),
  })

describe('my work', () => {
  it('shows the late first, then what is due, each with its time in words and one action [P.12]', async () => {
    const page = await visit(hub, url, work.sari)
    expect(page.table('Terlambat (2)').map((row) => row[0])).toEqual([
      'Menyusun peta proses bisnis',
      'Menyusun peta proses bisnis',
    ])
    expect(page.table('Terlambat (2)')[0]?.[2]).toBe('terlambat 51 hari 30 September 2026')
    expect(page.table('Berikutnya bulan ini (1)')[0]?.[2]).toBe(
      '6 hari kerja lagi 30 November 2026',
    )
    expect(page.statements).toBeLessThanOrEqual(8)
    expect(page.gzipKilobytes).toBeLessThan(30)
  })

  it('leads with one click to the form with Selesai chosen', async () => {
    const page = await visit(hub, url, work.sari)
    const href = page.root.querySelector('tbody a.button')?.getAttribute('href') ?? ''
    const form = await visit(hub, href, work.sari)
    const chosen = form.root.querySelector('input[name=status][checked]')?.getAttribute('value')
    expect(chosen).toBe('done')
  })

  it('shows a kasubbag what has been passed on, and one section by itself', async () => {
    const page = await visit(hub, url, work.kasubbag)
    expect(page.table('Terlambat, diteruskan kepada Anda (2)')).toHaveLength(2)
    const one = await visit(hub, `${url}?bagian=eskalasi`, work.kasubbag)
    expect(one.root.querySelectorAll('table')).toHaveLength(1)
    expect((await visit(hub, `${url}?bagian=eskalasi`, work.sari)).text).toContain('Tidak ada lagi')
    expect(page.statements).toBeLessThanOrEqual(9)
  })

  it('shows a decider what others proposed, not what he proposed himself', async () => {
    const { plan, sekretaris } = work
    await proposeChange(plan.admin, {
      rencanaId: plan.id,
      wish: { jenis: 'hapus_butir', butirId: plan.butirIds[1] ?? '' },
      alasan: 'Sudah masuk butir lain',
    })
    const page = await visit(hub, url, sekretaris)
    expect(page.table('Menunggu keputusan saya (1)')[0]?.[0]).toContain('Sudah masuk butir lain')
    expect((await visit(hub, url, plan.admin.actor as Actor)).text).not.toContain('keputusan saya')
  })

  it('is pleasant when there is nothing', async () => {
    const page = await visit(hub, url, await hub.actor('3508', 'pembaca'))
    expect(page.root.querySelector('.empty h2')?.text).toBe('Semua beres')
  })

  it('still answers at its old address', async () => {
    const page = await visit(hub, '/kerja/rencana-aksi/tugas-saya', work.sari)
    expect([page.status, page.headers.get('location')]).toEqual([303, url])
  })
})

describe('the numbers of reminding', () => {
  it('are shown to all and changed by the admin, with everything typed kept', async () => {
    const admin = work.plan.admin.actor as Actor
    const seen = await visit(hub, `${url}/setelan-pengingat`, work.sari)
    expect(seen.text).toContain('7 dan 1 hari kerja')
    expect(seen.root.querySelector('main form')).toBeNull()
    const typed = { sebelumHari: '7, nol', terlambatHari: '1', ulangHari: '5', versi: '0' }
    const more = { kasubbagHari: '9', sekretarisHari: '4', alasan: 'Rapat pleno 5 November' }
    const answer = await post(`${url}/setelan-pengingat`, admin, { ...typed, ...more })
    expect(answer.status).toBe(422)
    const page = parse(await answer.text())
    expect(page.querySelector('#sebelumHari')?.getAttribute('value')).toBe('7, nol')
    const good = { ...typed, ...more, sebelumHari: '10, 3', sekretarisHari: '20' }
    expect((await post(`${url}/setelan-pengingat`, admin, good)).status).toBe(303)
    const after = await visit(hub, `${url}/setelan-pengingat`, work.sari)
    expect(after.text).toContain('10 dan 3 hari kerja')
  })
})

describe('the calendar feed', () => {
  const fetchFeed = (address: string, headers: HeadersInit = {}) =>
    testApp(hub.services).request(address, { headers })

  const addressFor = async (actor: Actor) => {
    const answer = await post(`${url}/langganan`, actor, { nama: 'Ponsel saya' })
    expect(answer.status).toBe(201)
    const page = parse(await answer.text())
    return page.querySelector('#alamat')?.getAttribute('value') ?? ''
  }

  it('gives a calendar program the open due dates without a session', async () => {
    const address = await addressFor(work.sari)
    const answer = await fetchFeed(address)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents('vevent')
    expect(events).toHaveLength(3)
    expect(answer.headers.get('last-modified')).not.toBeNull()
  })

  it('answers 304 to who has it already', async () => {
    const address = await addressFor(work.sari)
    const etag = (await fetchFeed(address)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]+"$/)
    const again = await fetchFeed(address, { 'if-none-match': `W/${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('ends when it is revoked, and never answers a guess', async () => {
    const address = await addressFor(work.kasubbag)
    const list = await visit(hub, `${url}/langganan`, work.kasubbag)
    const action = list.root.querySelector('form[action$=cabut]')?.getAttribute('action') ?? ''
    expect((await post(action, work.kasubbag, {})).status).toBe(303)
    expect((await fetchFeed(address)).status).toBe(404)
    expect((await fetchFeed('http://localhost:8080/kalender/tebakan.ics')).status).toBe(404)
  })

  it('ends when its owner leaves the office', async () => {
    const gone = await hub.actor('3508', 'anggota_tim')
    const address = await addressFor(gone)
    await hub.services.ownerPool.query('update pengguna set deactivated_at = now() where id = $1', [
      gone.id,
    ])
    expect((await fetchFeed(address)).status).toBe(404)
  })
})
