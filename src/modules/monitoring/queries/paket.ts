import { usesOf } from '#modules/eviden'
import { butirTitle, placesOf, rencanaTree, titleOf } from '#modules/rencana-aksi'
import { query, type Q } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import { isAbout } from '../jenis-rapat.ts'
import { canWriteRapat } from '../policy.ts'
import type { Dokumen } from '../rapat.ts'
import { offersFor } from '../slot.ts'
import { packOfRapat } from './pack.ts'
import { rapatRow } from './rapat-rows.ts'

/** One line of a butir that the pack can fill. */
export type Offer = {
  /** what the form sends */
  value: string
  slot: string | null
  dokumen: Dokumen[]
  /** ticked at first: the line and the butir both speak of such a meeting, and nothing is there yet */
  suggested: boolean
  /** evidence that stands there already */
  filled: number
}

export type OfferedButir = {
  butirId: string
  teks: string
  area: string
  about: boolean
  offers: Offer[]
}

/** The butir of the year's running plans whose evidence lists ask for documents of a meeting. */
export const paketForStaff = query(
  async (q: Q, { id, rencana }: { id: string; rencana: string }) => {
    const rapat = await rapatRow(q, id)
    allow(canWriteRapat(q.actor, rapat.satkerKode))
    const { pack } = await packOfRapat(q, rapat)
    const ready = pack.filter(({ state }) => state !== 'missing').map(({ dokumen }) => dokumen)
    const plans = await runningPlans(q, rapat)
    const plan = plans.find((each) => each.id === rencana) ?? plans[0] ?? null
    const butir = plan ? await offered(q, plan.id, { jenis: rapat.jenis, ready }) : []
    return { rapat, pack, plans, plan, butir }
  },
)

export type PaketPage = Awaited<ReturnType<typeof paketForStaff>>

const runningPlans = ({ tx }: Q, rapat: { satkerKode: string; tanggal: string }) =>
  tx
    .selectFrom('rencana')
    .select(['id', 'judul', 'jenis', 'tahun'])
    .where('satker_kode', '=', rapat.satkerKode)
    .where('tahun', '=', Number(rapat.tanggal.slice(0, 4)))
    .where('approved_at', 'is not', null)
    .where('closed_at', 'is', null)
    .orderBy('jenis', 'desc')
    .execute()

type Wanted = { jenis: string; ready: readonly Dokumen[] }

async function offered(q: Q, rencanaId: string, { jenis, ready }: Wanted): Promise<OfferedButir[]> {
  const tree = await rencanaTree(q, rencanaId)
  const places = placesOf(tree)
  const butirIds = places.map(({ butir }) => butir.id)
  const uses = await usesOf(q, { satkerKode: tree.satkerKode, butirIds })
  const standing = (butirId: string, slot: string | null) =>
    uses.filter((use) => use.butirId === butirId && use.slot === slot).length
  return places
    .flatMap(({ area, kegiatan, butir }): OfferedButir[] => {
      const teks = butirTitle(butir)
      const about = isAbout(jenis, `${teks} ${titleOf(kegiatan)}`)
      const lines = linesFor(butir.eviden, ready, about)
      const offers = lines.map(({ slot, dokumen, sure }, index) => {
        const filled = standing(butir.id, slot)
        const value = `${rencanaId}:${butir.id}:${index}`
        return { value, slot, dokumen, suggested: about && sure && filled === 0, filled }
      })
      return offers.length > 0
        ? [{ butirId: butir.id, teks, area: titleOf(area), about, offers }]
        : []
    })
    .toSorted((a, b) => Number(b.about) - Number(a.about))
}

type Line = { slot: string | null; dokumen: Dokumen[]; sure: boolean }

/** A plan whose annex names no evidence takes the whole pack, where the butir is about such a meeting. */
function linesFor(eviden: readonly string[], ready: readonly Dokumen[], about: boolean): Line[] {
  if (eviden.length > 0) return offersFor(eviden, ready)
  return about && ready.length > 0 ? [{ slot: null, dokumen: [...ready], sure: true }] : []
}
