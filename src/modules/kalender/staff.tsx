import { Hono } from 'hono'
import { localDate } from '#platform/date.ts'
import { actorOf, type HubContext, type HubEnv } from '#platform/http/env.ts'
import { checkForm } from '#platform/http/form.ts'
import { staffPage } from '#ui/page.tsx'
import { hitungForm, startOf, tempoOf } from './forms-hitung.ts'
import { timeText } from './jam.ts'
import { HitungPage } from './pages/hitung.tsx'
import { JamPage } from './pages/jam.tsx'
import { YearPage } from './pages/year.tsx'
import { jamKerjaForStaff, kalenderForCounting, kalenderTahun } from './queries/tahun.ts'
import { dueAfter } from './tempo.ts'
import { kalenderUrl } from './urls.ts'
import { localOf, offsetOf } from './zona.ts'

/** The calendar as everyone reads it. */
export const staff = new Hono<HubEnv>()

export const kalenderCrumb = { href: kalenderUrl, label: 'Kalender kerja' }

staff.get('/', async (c) => {
  const satker = otherSatker(c)
  const satkerKode = satker ?? actorOf(c).satkerKode
  const year = await kalenderTahun(c.get('caller'), { satkerKode, tahun: askedYear(c) })
  const title = `Kalender kerja ${year.tahun}`
  return staffPage(c, { title, year: year.tahun }, <YearPage year={year} satker={satker} />)
})

staff.get('/jam', async (c) => {
  const satker = otherSatker(c)
  const detail = await jamKerjaForStaff(c.get('caller'), satker ?? actorOf(c).satkerKode)
  const page = { title: 'Jam kerja', crumbs: [kalenderCrumb] }
  return staffPage(c, page, <JamPage detail={detail} satker={satker} />)
})

staff.get('/hitung', async (c) => {
  const other = otherSatker(c)
  const question = defaultQuestion(c)
  const typed = { ...question, ...c.req.query() }
  const form = checkForm(hitungForm, typed)
  const dari = (form.ok ? form.values : question).mulai.slice(0, 10)
  const { satker, kal } = await kalenderForCounting(c.get('caller'), {
    satkerKode: other ?? actorOf(c).satkerKode,
    dari,
  })
  const tempo = form.ok
    ? dueAfter(kal, startOf(form.values.mulai, kal.offset), tempoOf(form.values))
    : null
  const problems = form.ok ? [] : form.problems
  const page = { title: 'Hitung tenggat', crumbs: [kalenderCrumb] }
  return staffPage(
    c,
    { ...page, status: form.ok ? 200 : 422 },
    <HitungPage satker={satker} other={other} typed={typed} problems={problems} tempo={tempo} />,
  )
})

/** Five working days from now: an answer stands there before anything is typed. */
function defaultQuestion(c: HubContext) {
  const { now } = c.get('caller')
  const { zonaWaktu } = actorOf(c)
  const { ms } = localOf(now, offsetOf(zonaWaktu))
  const hariIni = localDate(now, zonaWaktu)
  const pukul = timeText(Math.floor(ms / 60_000)).replace('.', ':')
  return { mulai: `${hariIni}T${pukul}`, jumlah: '5', satuan: 'hari' }
}

/** The office asked about, when it is not one's own. */
function otherSatker(c: HubContext): string | undefined {
  const asked = c.req.query('satker')
  return asked && asked !== actorOf(c).satkerKode ? asked : undefined
}

function askedYear(c: HubContext): number | null {
  const tahun = Number(c.req.query('tahun'))
  return Number.isInteger(tahun) && tahun >= 1996 && tahun < 2190 ? tahun : null
}
