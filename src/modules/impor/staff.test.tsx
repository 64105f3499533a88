import { gzipSync } from 'node:zlib'
import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { browserOn, fieldsOf, form } from './browser.fixture.ts'
import { aRenaksi, sampleBytes } from './impor.fixture.ts'

const hub = testHub()
const { visitor, get, post, request, uploaded } = browserOn(hub)

describe('checking a decree', () => {
  const decree = () => JSON.stringify(aRenaksi())

  it('ends as a plan: cells, findings and facts put right, then taken over', async () => {
    const who = await visitor('3501')
    const path = await uploaded(who, 'k.json', decree())
    const { page } = await get(who, path)
    const fields = fieldsOf(page, `${path}/butir`)
    expect(fields['n3.uraian']).toBe('Menyusun peta proses bisnis')
    const saved = await post(who, `${path}/butir`, form({ ...fields, 'n3.uraian': 'Peta baru' }))
    expect(saved.status).toBe(303)
    expect((await get(who, path)).page.querySelector('#n3-uraian')?.text).toBe('Peta baru')

    const early = await post(who, `${path}/penerimaan`, form({}))
    expect(early.status).toBe(409)
    const decided = await post(who, `${path}/temuan/1`, form({ tindakan: 'diterima' }))
    expect(decided.status).toBe(303)
    await post(who, `${path}/temuan`, form({}))
    const done = await post(who, `${path}/penerimaan`, form({}))
    expect(done.headers.get('location')).toMatch(/^\/kerja\/rencana-aksi\//)
    const after = await get(who, path)
    expect(after.page.querySelector('main')?.text).toContain('Sudah diterima menjadi rencana')
  })

  it('keeps everything typed when a cell cannot be understood', async () => {
    const who = await visitor('3502')
    const path = await uploaded(who, 'k.json', decree())
    const fields = fieldsOf((await get(who, path)).page, `${path}/butir`)
    const typed = { ...fields, 'n3.uraian': 'Diketik', 'n4.jadwal': 'kapan-kapan' }
    const answer = await post(who, `${path}/butir`, form(typed))
    const page = parse(await answer.text())
    expect(answer.status).toBe(422)
    expect(page.querySelector('#n3-uraian')?.text).toBe('Diketik')
    expect(page.querySelector('#n4-jadwal')?.getAttribute('aria-invalid')).toBe('true')
    expect(page.querySelector('#masalah a')?.getAttribute('href')).toBe('#n4-jadwal')
  })

  it('shows a second editor what now stands beside what he typed', async () => {
    const [one, two] = [await visitor('3503'), await visitor('3503', 'admin_satker')]
    const path = await uploaded(one, 'k.json', decree())
    const fields = fieldsOf((await get(two, path)).page, `${path}/butir`)
    await post(one, `${path}/butir`, form({ ...fields, 'n3.uraian': 'Pertama' }))
    const answer = await post(two, `${path}/butir`, form({ ...fields, 'n3.uraian': 'Kedua' }))
    const page = parse(await answer.text())
    expect(answer.status).toBe(409)
    expect(page.querySelector('#n3-uraian')?.text).toBe('Kedua')
    expect(page.querySelector('#n3-uraian-masalah')?.text).toContain('Pertama')
    const again = await post(two, `${path}/butir`, form(fieldsOf(page, `${path}/butir`)))
    expect(again.status).toBe(303)
    expect((await get(one, path)).page.querySelector('#n3-uraian')?.text).toBe('Kedua')
  })

  it('works a row at a time without script: edit, split, join, remove', async () => {
    const who = await visitor('3504')
    const path = await uploaded(who, 'k.json', decree())
    const row = `${path}/butir/n3`
    const fields = fieldsOf((await get(who, row)).page, row)
    expect((await post(who, row, form({ ...fields, langkah: 'Rapat' }))).status).toBe(303)
    const split = fieldsOf((await get(who, `${row}/pemecahan`)).page, `${row}/pemecahan`)
    const half = { ...split, uraian2: 'Bagian kedua' }
    expect((await post(who, `${row}/pemecahan`, form(half))).status).toBe(303)
    const below = `${path}/butir/n5/gabungan`
    const joined = fieldsOf((await get(who, below)).page, below)
    expect((await post(who, below, form(joined))).status).toBe(303)
    const hapus = `${path}/hapus/n4`
    expect(
      (await post(who, hapus, form(fieldsOf((await get(who, hapus)).page, hapus)))).status,
    ).toBe(303)
    const left = (await get(who, path)).page.querySelectorAll('edit-grid tbody tr')
    expect(left.map((tr) => tr.getAttribute('id'))).toEqual(['n3'])
  })

  it('links what is missing to its field, and keeps the facts of the decree', async () => {
    const who = await visitor('3505')
    const path = await uploaded(who, 'k.json', JSON.stringify(aRenaksi({ nomor: '' })))
    const accept = await get(who, `${path}/penerimaan`)
    expect(accept.page.querySelector(`a[href="${path}/fakta#nomor"]`)?.text).toContain('Nomor')
    const fields = fieldsOf((await get(who, `${path}/fakta`)).page, `${path}/fakta`)
    const wrong = await post(who, `${path}/fakta`, form({ ...fields, tahun: '26' }))
    expect(wrong.status).toBe(422)
    const right = {
      ...fields,
      nomor: '31',
      mengingat: 'UU 7/2017 | Pemilu\n> UU 7/2023 | Perubahan',
    }
    expect((await post(who, `${path}/fakta`, form(right))).status).toBe(303)
    const facts = (await get(who, `${path}/fakta`)).page
    expect(facts.querySelector('#nomor')?.getAttribute('value')).toBe('31')
    expect(facts.querySelector('#mengingat')?.text).toBe(
      'UU 7/2017 | Pemilu\n> UU 7/2023 | Perubahan',
    )
  })

  it('of a decree that was imported before shows the difference first', async () => {
    const who = await visitor('3506')
    const first = await uploaded(who, 'k.json', decree())
    await post(who, `${first}/temuan`, form({}))
    await post(who, `${first}/penerimaan`, form({}))
    const changed = decree().replace('Mengevaluasi SOP', 'Mengevaluasi SOP layanan')
    const path = await uploaded(who, 'k2.json', changed)
    const { page } = await get(who, `${path}/penerimaan`)
    expect(page.querySelector('ins')?.text).toContain('layanan')
    expect(page.querySelector('main')?.text).toContain('0 butir bertambah, 0 hilang, 1 berubah')
  })

  it('is for the planners of the office alone', async () => {
    const path = await uploaded(await visitor('3508'), 'k.json', decree())
    expect((await get(await visitor('3508', 'pembaca'), path)).answer.status).toBe(403)
    expect((await get(await visitor('3507'), path)).answer.status).toBe(404)
    expect((await get(await visitor('3508'), '/kerja/impor/bukan-id')).answer.status).toBe(404)
  })
})

describe('a shipped decree', () => {
  it('has pages light enough for a poor line, and keeps the uploaded file', async () => {
    const who = await visitor('5203')
    const bytes = sampleBytes('lombok-timur-21-2025')
    const path = await uploaded(who, 'lombok-timur.txt', bytes)
    const { page } = await get(who, path)
    const tabs = page.querySelectorAll('nav[aria-label=Area] a')
    expect(tabs.length).toBe(7)
    for (const tab of tabs) {
      const answer = await request(tab.getAttribute('href') ?? '', { headers: who })
      expect(gzipSync(await answer.text()).length).toBeLessThan(30_000)
    }
    const answer = await request(`${path}/berkas`, { headers: who })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(bytes))
  })
})
