import { beforeAll, describe, expect, it } from 'vitest'
import { peranList } from '#modules/pengguna'
import { loadSamples } from '../src/load-data.ts'
import { mounts } from '../src/mounts.ts'
import { testApp } from './support/app.ts'
import { testHub } from './support/hub.ts'
import { signIn } from './support/sign-in.ts'

const hub = testHub()
const origin = 'http://localhost:8080'

/** A word that stands in every text of the office 5203 and nowhere else. */
const secret = 'RAHASIA5203'

type Route = { method: string; path: string }
const ids: Record<string, string> = {}

beforeAll(async () => {
  await loadSamples(hub.services, mounts)
  await markTexts()
  await collectIds()
}, 120_000)

async function markTexts(): Promise<void> {
  const owner = hub.services.ownerPool
  const texts = {
    rencana: ['judul'],
    rencana_area: ['judul'],
    rencana_kegiatan: ['judul'],
    rencana_butir: ['uraian', 'langkah', 'jadwal_asli'],
    rencana_indikator: ['teks'],
    keputusan: ['judul', 'ketua'],
    impor: ['nama_berkas'],
    pengguna: ['nama'],
    unit: ['nama'],
  }
  for (const [table, columns] of Object.entries(texts))
    for (const column of columns)
      await owner.query(
        `update ${table} set ${column} = '${secret} ' || ${column} where satker_kode = '5203'`,
      )
}

async function collectIds(): Promise<void> {
  const one = async (name: string, table: string, column = 'id') => {
    const { rows } = await hub.services.ownerPool.query(
      `select ${column} as id from ${table} where satker_kode = '5203' order by 1 limit 1`,
    )
    ids[name] = rows[0]?.id ?? '01a1fcd4-0000-7000-8000-00000000dead'
  }
  await one('rencana', 'rencana')
  await one('butir', 'rencana_butir')
  await one('area', 'rencana_area')
  await one('kegiatan', 'rencana_kegiatan')
  await one('indikator', 'rencana_indikator')
  await one('usulan', 'rencana_usulan')
  await one('pemantauan', 'rencana_pemantauan')
  await one('templat', 'rencana_templat')
  await one('keputusan', 'keputusan')
  await one('impor', 'impor')
  await one('pengguna', 'pengguna')
  await one('penugasan', 'penugasan')
  await one('delegasi', 'delegasi')
  await one('undangan', 'undangan')
  await one('unit', 'unit')
}

/** The route with ids of things that the office 5203 really has. */
function aimed(path: string): string {
  const idOf = (): string => {
    if (path.startsWith('/kerja/satker')) return ids['unit'] ?? ''
    if (path.includes('/pengguna/peran')) return ids['penugasan'] ?? ''
    if (path.includes('/pengguna/undangan')) return ids['undangan'] ?? ''
    if (path.includes('/pengguna/delegasi')) return ids['delegasi'] ?? ''
    if (path.startsWith('/kerja/pengguna')) return ids['pengguna'] ?? ''
    if (path.startsWith('/kerja/keputusan')) return ids['keputusan'] ?? ''
    if (path.startsWith('/kerja/impor')) return ids['impor'] ?? ''
    if (path.includes('/templat')) return ids['templat'] ?? ''
    return ids['rencana'] ?? ''
  }
  return path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => {
    if (name === 'kode' || name === 'satker') return '5203'
    if (name === 'id') return idOf()
    if (name === 'bagian') return ids[path.includes('/area/') ? 'area' : 'kegiatan'] ?? ''
    if (name === 'bulan' || name === 'urutan') return '8'
    return ids[name] ?? '01a1fcd4-0000-7000-8000-00000000dead'
  })
}

function staffRoutes(method?: string): Route[] {
  const seen = new Map<string, Route>()
  for (const route of testApp(hub.services).routes) {
    const { path } = route
    if (route.method === 'ALL' || !path.startsWith('/kerja') || path.includes('*')) continue
    if (path.startsWith('/kerja/akun') || (method && route.method !== method)) continue
    seen.set(`${route.method} ${path}`, { method: route.method, path })
  }
  return [...seen.values()]
}

/** Asks every route as one person and gives what came back. */
async function askAll(satkerKode: string, peran: string, method?: string) {
  const app = testApp(hub.services)
  const cookie = await signIn(hub.services, await hub.actor(satkerKode, peran))
  const answers: { route: string; status: number; body: string }[] = []
  for (const { method: verb, path } of staffRoutes(method)) {
    const body = verb === 'GET' ? null : new URLSearchParams({ versi: '1' })
    const answer = await app.request(`${origin}${aimed(path)}`, {
      method: verb,
      headers: { cookie, origin },
      body,
    })
    answers.push({ route: `${verb} ${path}`, status: answer.status, body: await answer.text() })
  }
  return answers
}

const counted = [
  'rencana',
  'rencana_butir',
  'rencana_sel',
  'rencana_usulan',
  'keputusan',
  'impor',
  'pengguna',
  'penugasan',
  'unit',
]

describe('route × role × office', () => {
  it('knows every role that the database knows', async () => {
    const { rows } = await hub.services.ownerPool.query(
      "select pg_get_constraintdef(oid) as rule from pg_constraint where conrelid = 'penugasan'::regclass and contype = 'c'",
    )
    const rule = rows.map((row) => String(row.rule)).find((text) => text.includes('peran')) ?? ''
    const stored = [...rule.matchAll(/'(\w+)'/g)].map((match) => match[1])
    expect(new Set(stored)).toEqual(new Set(peranList))
  })

  it('asks many routes', () => {
    expect(staffRoutes().length).toBeGreaterThan(90)
  })

  it.each(peranList)(
    '%s of a sibling office sees no word of another office and changes nothing there',
    async (peran) => {
      const before = await hub.counts(...counted)
      const answers = await askAll('5271', peran)
      const after = await hub.counts(...counted)
      expect(answers.filter((a) => a.body.includes(secret)).map((a) => a.route)).toEqual([])
      expect(answers.filter((a) => a.status >= 500).map((a) => a.route)).toEqual([])
      // The person who asks is new; nothing else is.
      expect({ ...after, pengguna: 0, penugasan: 0 }).toEqual({
        ...before,
        pengguna: 0,
        penugasan: 0,
      })
    },
  )

  it.each(peranList)('%s of the province above reads, and changes nothing', async (peran) => {
    const before = await hub.counts(...counted)
    const answers = await askAll('52', peran, 'POST')
    const after = await hub.counts(...counted)
    expect(answers.filter((a) => a.status >= 500).map((a) => a.route)).toEqual([])
    expect({ ...after, pengguna: 0, penugasan: 0 }).toEqual({
      ...before,
      pengguna: 0,
      penugasan: 0,
    })
  })

  it.each(peranList)(
    '%s of the office itself meets no fault and changes nothing by looking',
    async (peran) => {
      const before = await hub.counts(...counted)
      const answers = await askAll('5203', peran, 'GET')
      const after = await hub.counts(...counted)
      expect({ ...after, pengguna: 0, penugasan: 0 }).toEqual({
        ...before,
        pengguna: 0,
        penugasan: 0,
      })
      expect(answers.filter((a) => a.status >= 500).map((a) => a.route)).toEqual([])
      expect(answers.some((a) => a.status === 200 && a.body.includes(secret))).toBe(true)
    },
  )
})
