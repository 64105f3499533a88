import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { actorHolding } from '#modules/pengguna'
import { mount as pengguna } from '#mount/pengguna'
import { readConfig } from '#platform/config.ts'
import { localDate } from '#platform/date.ts'
import { openServices } from '#platform/open-services.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { createApp } from '../src/app.tsx'
import { loadReference } from '../src/load-data.ts'
import { officeDashboard } from '../src/modules/beranda/queries/office.ts'
import { publicHome } from '../src/modules/beranda/queries/public-home.ts'
import { publicOffice } from '../src/modules/beranda/queries/public-office.ts'
import { searchForStaff } from '../src/modules/beranda/queries/search.ts'
import { officesForStaff, wilayahForStaff } from '../src/modules/beranda/queries/wilayah.ts'
import { readView } from '../src/modules/beranda/wilayah.ts'
import { mounts } from '../src/mounts.ts'
import { fillNation } from './fill-nation.ts'

const rounds = 30
const tahun = 2026

/** A page, and the same queries without HTTP and HTML. */
type Target = { path: string; query?: () => Promise<unknown> }

async function targetsOn(services: Services): Promise<Target[]> {
  const actor = await actorHolding(services, '00', 'pengawas_nasional')
  const caller = () => callerOf(services, actor)
  const view = (query: Record<string, string> = {}) => readView(query)
  const wilayah = '/kerja/beranda/wilayah'
  return [
    { path: '/sehat' },
    { path: '/', query: () => publicHome(caller(), { tahun: null, page: 1 }) },
    {
      path: '/satker/5203',
      query: () => publicOffice(caller(), { satkerKode: '5203', tahun: null }),
    },
    {
      path: '/kerja/beranda/satker/5203',
      query: () => officeDashboard(caller(), { satkerKode: '5203', tahun: null }),
    },
    { path: wilayah, query: () => wilayahForStaff(caller(), view()) },
    {
      path: `${wilayah}?provinsi=52`,
      query: () => wilayahForStaff(caller(), view({ provinsi: '52' })),
    },
    { path: `${wilayah}/semua`, query: () => officesForStaff(caller(), view()) },
    { path: `${wilayah}.csv`, query: () => officesForStaff(caller(), view()) },
    { path: '/kerja/cari?q=gratifikasi', query: () => searchForStaff(caller(), 'gratifikasi') },
    {
      path: '/kerja/cari?q=gratifikasi+sumbawa+evaluasi',
      query: () => searchForStaff(caller(), 'gratifikasi sumbawa evaluasi'),
    },
  ]
}

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

async function timesOf(work: () => Promise<unknown>): Promise<number[]> {
  for (let round = 0; round < 3; round++) await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return times
}

async function signIn(base: string): Promise<string> {
  const answer = await fetch(`${base}/masuk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base },
    body: new URLSearchParams({
      email: 'pengawas.00@contoh.kpu-hub.invalid',
      sandi: 'contoh-kpu-hub-2026',
    }),
  })
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function measure(services: Services, base: string): Promise<void> {
  const cookie = await signIn(base)
  const open = async (path: string) => {
    const answer = await fetch(base + path, { headers: { cookie } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return answer.text()
  }
  const rows: Record<string, string | number>[] = []
  let plain = 1
  for (const { path, query } of await targetsOn(services)) {
    const times = await timesOf(() => open(path))
    const page = median(times)
    const alone = query && median(await timesOf(query))
    if (path === '/sehat') plain = page
    rows.push({
      path,
      'page ms': page.toFixed(1),
      fastest: Math.min(...times).toFixed(1),
      'queries ms': alone?.toFixed(1) ?? '',
      'page ÷ queries': alone ? (page / alone).toFixed(2) : '',
      'page ÷ /sehat': (page / plain).toFixed(1),
      'gzip KB': (gzipSync(await open(path)).length / 1024).toFixed(1),
    })
  }
  process.stdout.write('Medians of one caller at a time.\n')
  // oxlint-disable-next-line no-console -- a table for the person who runs this
  console.table(rows)
}

const dataDir = mkdtempSync(join(tmpdir(), 'hub-ukur-'))
const config = readConfig({ HUB_DATA: dataDir, LOG_LEVEL: 'silent', PATH: process.env.PATH })
const { services, close } = await openServices(config, 'serve')
try {
  await loadReference(services, mounts)
  await pengguna.samples?.(services)
  await fillNation(services.ownerPool, tahun, localDate(services.clock(), 'Asia/Jakarta'))
  const server = serve({ fetch: createApp(services, { source: '', files: [] }).fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  // Once it listens on a port, its address is no path.
  await measure(services, `http://localhost:${(server.address() as AddressInfo).port}`)
  server.close()
} finally {
  await close()
  rmSync(dataDir, { recursive: true, force: true })
}
