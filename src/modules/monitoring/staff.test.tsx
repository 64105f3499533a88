import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import type { Actor } from '#platform/identity/actor.ts'
import { testApp } from '#test/support/app.ts'
import { testHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'
import { aLaporan, aRapat, aRatl, office } from './monitoring.fixture.ts'
import { laporanUrl, putaranUrl, rapatUrl, ratlUrl, temuanUrl } from './urls.ts'

const hub = testHub()
const origin = 'http://localhost:8080'

const opener = async (actor: Actor) => {
  const cookie = await signIn(hub.services, actor)
  const app = testApp(hub.services)
  return async (path: string, body?: Record<string, string>) => {
    const answer = await app.request(origin + path, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, origin },
      ...(body ? { body: new URLSearchParams(body) } : {}),
    })
    return { status: answer.status, headers: answer.headers, page: parse(await answer.text()) }
  }
}

const as = async (peran: string, satkerKode = office) => opener(await hub.actor(satkerKode, peran))

describe('the form of a meeting', () => {
  it('shows its problems and keeps what was typed', async () => {
    const open = await as('kasubbag')
    const { status, page } = await open(rapatUrl('baru'), {
      jenis: 'monev',
      judul: 'Rapat <b>monev</b>',
      tanggal: '2026-02-30',
      jamMulai: '25:00',
    })
    expect(status).toBe(422)
    const problems = page.querySelectorAll('[role=alert] a').map(({ text }) => text)
    expect(problems).toEqual([
      'Pilih tanggal rapat.',
      'Tulis jam mulai, misalnya 09:00.',
      'Tulis tempat rapat, atau tautan bila rapat daring.',
    ])
    expect(page.querySelector('#judul')?.getAttribute('value')).toBe('Rapat <b>monev</b>')
  })

  it('gives back what the second of two people typed', async () => {
    const { id } = await aRapat(hub)
    const open = await as('kasubbag')
    const words = { jenis: 'monev', judul: 'Judul kedua', tanggal: '2026-11-18' }
    const typed = { ...words, jamMulai: '09:00', tempat: 'Aula', versi: '1' }
    const { status, page } = await open(rapatUrl(id, 'ubah'), typed)
    expect(status).toBe(409)
    expect(page.querySelector('[role=alert]')?.text).toContain('diubah orang lain')
    expect(page.querySelector('#judul')?.getAttribute('value')).toBe('Judul kedua')
    expect(page.querySelector('input[name=versi]')?.getAttribute('value')).toBe('2')
  })
})

describe('pages of monitoring', () => {
  it('offer only what the reader may do', async () => {
    const { id } = await aRapat(hub)
    const reader = await as('pembaca')
    const { status, page } = await reader(rapatUrl(id))
    expect(status).toBe(200)
    expect(page.querySelectorAll('main form')).toHaveLength(0)
    expect((await reader(rapatUrl(id, 'ubah'))).status).toBe(403)
    expect((await (await as('ketua', '5271'))(rapatUrl(id))).status).toBe(404)
  })

  it('never let a text begin a formula in a spreadsheet', async () => {
    const { rows } = await hub.services.ownerPool.query(
      "update ratl set aksi = '=HYPERLINK(1)' where id = $1 returning id",
      [(await aRatl(hub)).id],
    )
    expect(rows).toHaveLength(1)
    const { page, headers } = await (await as('kasubbag'))(ratlUrl('unduh.csv'))
    expect(headers.get('content-type')).toContain('text/csv')
    expect(page.toString()).toContain("'=HYPERLINK")
  })

  it('keep what was typed about an area, and lead on when it is stored', async () => {
    const { id, areaIds } = await aLaporan(hub)
    const open = await as('kasubbag')
    const path = laporanUrl(id, 'area', areaIds[0] ?? '')
    const typed = { 'hambatan.area': 'x'.repeat(4001), 'solusi.area': 'Digeser', 'versi.area': '0' }
    const refused = await open(path, typed)
    expect(refused.status).toBe(422)
    expect(refused.page.querySelector('textarea[name="solusi.area"]')?.text).toBe('Digeser')
    expect((await open(path, { ...typed, 'hambatan.area': 'Jadwal' })).status).toBe(303)
    const again = await open(path, { ...typed, 'hambatan.area': 'Lain' })
    expect(again.status).toBe(409)
    expect(again.page.querySelector('textarea[name="hambatan.area"]')?.text).toBe('Lain')
  })

  it('show the province every office of its round, and no other province', async () => {
    const { putaranId, tahun } = await aLaporan(hub)
    const province = await as('verifikator_provinsi', '52')
    const { page } = await province(putaranUrl(putaranId))
    expect(page.querySelectorAll('main tbody tr').length).toBeGreaterThan(9)
    expect(page.querySelector('h1')?.text).toBe(`Monev uji ${tahun}`)
    const other = await as('verifikator_provinsi', '35')
    expect((await other(putaranUrl(putaranId))).status).toBe(404)
    expect((await other(putaranUrl(putaranId, 'unduh.csv'))).status).toBe(404)
  })

  it('ask a finding for its words, and a step for its owner', async () => {
    const open = await as('kasubbag')
    const { status, page } = await open(temuanUrl('baru'), { sumber: 'mandiri', tahun: '2026' })
    expect(status).toBe(422)
    expect(page.querySelector('[role=alert]')?.text).toContain('Tuliskan uraian')
    const { id } = await aRatl(hub)
    const wrong = await open(ratlUrl(id, 'ubah'), { aksi: 'Langkah', jatuhTempo: '2026-12-01' })
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelector('[role=alert]')?.text).toContain('penanggung jawab')
  })
})
