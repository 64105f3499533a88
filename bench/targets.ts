import type pg from 'pg'
import type { Session } from './people.ts'

export type Group = 'kantor' | 'provinsi' | 'pusat'

/** What people of a group do; `goal` is the 95th percentile with 20 callers, in milliseconds. */
export type Target = {
  name: string
  group: Group
  goal: number
  /** the address that the caller with this session opens, or the form that he sends */
  of: (session: Session, turn: number) => { path: string; body?: string }
  expect: number
}

/** One cell that a caller marks again and again, and the version that it has by now. */
type Cell = { rencana_id: string; butir_id: string; bulan: number; versi: number }

type Office = { kode: string; rencana: string; butir: string[]; cells: Cell[] }

export type Places = { offices: Map<string, Office>; order: string[] }

/** The kabupaten and kota whose RB plans are the largest, with what is measured there. */
export async function findPlaces(pool: pg.Pool, count: number): Promise<Places> {
  const { rows } = await pool.query<Omit<Office, 'cells'>>(
    `select r.satker_kode as kode, r.id as rencana, array_agg(b.id order by b.urutan) as butir
     from rencana r join rencana_butir b on b.satker_kode = r.satker_kode and b.rencana_id = r.id
     where r.jenis = 'RB' and r.tahun = 2026 and r.approved_at is not null and length(r.satker_kode) = 4
     group by 1, 2 order by abs(count(*) - 88), 1 limit $1`,
    [count],
  )
  const offices = new Map<string, Office>()
  for (const row of rows) {
    const cells = await pool.query<Cell>(
      `select rencana_id, butir_id, bulan, versi from rencana_sel
       where satker_kode = $1 and rencana_id = $2 and status in ('planned', 'in_progress') order by mulai limit 4`,
      [row.kode, row.rencana],
    )
    offices.set(row.kode, { ...row, cells: cells.rows })
  }
  return { offices, order: rows.map(({ kode }) => kode) }
}

/** Marks the next cell: under way, with a note that is never the same. */
function nextMark(office: Office, turn: number): { path: string; body: string } {
  const cell = office.cells[turn % office.cells.length]
  if (!cell) throw new Error(`office ${office.kode} has no open cell`)
  const versi = cell.versi++
  const body = new URLSearchParams({
    status: 'in_progress',
    catatan: `ukuran ${versi}`,
    versi: String(versi),
  })
  return {
    path: `/kerja/rencana-aksi/${cell.rencana_id}/sel/${cell.butir_id}/${cell.bulan}`,
    body: body.toString(),
  }
}

const reads = 25

/** Everything that is measured. */
export function targetsAt({ offices, order }: Places): Target[] {
  const own = (session: Session): Office => {
    const office = offices.get(session.satkerKode)
    if (!office) throw new Error(`nothing is measured at ${session.satkerKode}`)
    return office
  }
  const inProvince = (kode: string, turn: number): Office => {
    const below = order.filter((one) => kode === '00' || one.startsWith(kode))
    const office = offices.get(below[turn % below.length] ?? '')
    if (!office) throw new Error(`no office of ${kode} is measured`)
    return office
  }
  const plan = (office: Office) => ({ path: `/kerja/rencana-aksi/${office.rencana}` })
  const read = (name: string, group: Group, of: Target['of'], goal = reads): Target => ({
    name,
    group,
    of,
    goal,
    expect: 200,
  })
  const at = (path: string) => () => ({ path })
  const words = ['gratifikasi', 'standar pelayanan', 'monitoring evaluasi', 'kompetensi']
  const search: Target['of'] = (_, turn) => ({
    path: `/kerja/cari?q=${encodeURIComponent(words[turn % words.length] ?? '')}`,
  })
  return [
    read('rencana, 88 butir', 'kantor', (session) => plan(own(session))),
    read('rencana, 88 butir', 'provinsi', ({ satkerKode }, turn) =>
      plan(inProvince(satkerKode, turn)),
    ),
    read('rencana, 88 butir', 'pusat', (_, turn) => plan(inProvince('00', turn))),
    {
      name: 'menandai satu bulan',
      group: 'kantor',
      goal: 60,
      of: (session, turn) => nextMark(own(session), turn),
      expect: 303,
    },
    read('butir dengan daftar eviden', 'kantor', (session, turn) => {
      const { rencana, butir } = own(session)
      return { path: `/kerja/rencana-aksi/${rencana}/butir/${butir[turn % butir.length]}` }
    }),
    read('daftar eviden', 'kantor', at('/kerja/eviden')),
    read('tugas saya', 'kantor', at('/kerja/tugas')),
    read('capaian kantor', 'kantor', at('/kerja')),
    read('capaian provinsi', 'provinsi', at('/kerja/beranda/wilayah')),
    read('capaian provinsi', 'pusat', (_, turn) => ({
      path: `/kerja/beranda/wilayah?provinsi=${order[turn % order.length]?.slice(0, 2)}`,
    })),
    read('capaian nasional', 'pusat', at('/kerja/beranda/wilayah'), 100),
    read('cari', 'kantor', search),
    read('cari', 'provinsi', search),
    read('cari', 'pusat', search),
  ]
}
