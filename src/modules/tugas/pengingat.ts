/** When people are reminded, in working days of their office; data/pengingat, or the office's own choice. */
export type Aturan = {
  /** before the due date, the earliest first: 7, 1 */
  sebelumHari: number[]
  /** the first reminder after it */
  terlambatHari: number
  /** between the later ones */
  ulangHari: number
  /** late for this long: the kasubbag hears of it, and after more the sekretaris */
  kasubbagHari: number
  sekretarisHari: number
}

/** One step of reminding; `terlambat_0` is the first after the due date, `sebelum_7` seven days before. */
export type Langkah = `sebelum_${number}` | `terlambat_${number}` | 'kasubbag' | 'sekretaris'

/**
 * The steps that an obligation has reached. `sisaHari` counts the working days from today up to and with the
 * due date, negative when late. Of the reminders only the latest: whoever missed the earlier ones needs them
 * no more. `isLate`: the due date has passed, also when only days off lie behind it.
 */
export function stepsAt(aturan: Aturan, sisaHari: number, isLate: boolean): Langkah[] {
  if (!isLate) {
    const reached = aturan.sebelumHari.filter((hari) => sisaHari <= hari)
    return reached.length > 0 ? [`sebelum_${Math.min(...reached)}`] : []
  }
  const late = -sisaHari
  if (late < aturan.terlambatHari) return []
  const steps: Langkah[] = [
    `terlambat_${Math.floor((late - aturan.terlambatHari) / aturan.ulangHari)}`,
  ]
  if (late >= aturan.kasubbagHari) steps.push('kasubbag')
  if (late >= aturan.sekretarisHari) steps.push('sekretaris')
  return steps
}

export type JenisLangkah = 'pengingat' | 'terlambat' | 'eskalasi'

/** As which kind of notice a step reaches people. */
export function jenisOf(langkah: Langkah): JenisLangkah {
  if (langkah.startsWith('sebelum')) return 'pengingat'
  return langkah.startsWith('terlambat') ? 'terlambat' : 'eskalasi'
}

export type Pelaku = { id: string; tugas: readonly { peran: string; areaBaku: number | null }[] }

type Owned = { areaBaku: number | null; penanggungJawabId: string | null }

const holders = (people: readonly Pelaku[], peran: string, areaBaku?: number | null): string[] =>
  people
    .filter(({ tugas }) =>
      tugas.some(
        (one) =>
          one.peran === peran &&
          (areaBaku === undefined || one.areaBaku === null || one.areaBaku === areaBaku),
      ),
    )
    .map(({ id }) => id)

/**
 * Who is reminded of an obligation: the responsible person; without one the coordinators of the area, else
 * the kasubbag, else the sekretaris.
 */
export function responsibleFor(sel: Owned, people: readonly Pelaku[]): string[] {
  const tiers = [
    people.filter(({ id }) => id === sel.penanggungJawabId).map(({ id }) => id),
    holders(people, 'koordinator_area', sel.areaBaku),
    holders(people, 'kasubbag'),
    holders(people, 'sekretaris'),
  ]
  return tiers.find((tier) => tier.length > 0) ?? []
}

/** Whom a step reaches; nobody hears as superior of what is his own. */
export function recipientsOf(langkah: Langkah, sel: Owned, people: readonly Pelaku[]): string[] {
  const own = responsibleFor(sel, people)
  if (langkah !== 'kasubbag' && langkah !== 'sekretaris') return own
  return holders(people, langkah).filter((id) => !own.includes(id))
}

/** Is an obligation among this person's own: named, of an area he coordinates, or left to him as kasubbag? */
export const belongsTo = (sel: Owned, person: Pelaku, people: readonly Pelaku[]): boolean =>
  sel.penanggungJawabId === person.id ||
  holders([person], 'koordinator_area', sel.areaBaku).length > 0 ||
  (sel.penanggungJawabId === null && responsibleFor(sel, people).includes(person.id))
