import type { IsiArea, IsiButir, IsiKegiatan, IsiRencana } from './isi.ts'
import { textKey, wordLikeness } from './similar-text.ts'

/** A butir with the area and kegiatan that it stands in. */
export type IsiPlace = { area: IsiArea; kegiatan: IsiKegiatan; butir: IsiButir }

export type Matched = {
  pairs: { before: IsiPlace; after: IsiPlace }[]
  added: IsiPlace[]
  removed: IsiPlace[]
}

/** What a butir says, however much of it is filled. */
export const butirText = ({ uraian, langkah }: Pick<IsiButir, 'uraian' | 'langkah'>): string =>
  [uraian, langkah].filter(Boolean).join(' ')

/** Below this share of common words two texts are two rows, not one that changed. */
const leastLikeness = 0.6

/**
 * Finds the rows of one plan in another: first by id, then by the same words in the same kegiatan,
 * then by the same words anywhere, then the likest text that is near enough.
 */
export function matchButir(before: IsiRencana, after: IsiRencana): Matched {
  const pairs: Matched['pairs'] = []
  let left = placesIn(before)
  let right = placesIn(after)
  const take = (keyOf: (place: IsiPlace) => string | null) => {
    const waiting = Map.groupBy(left, keyOf)
    for (const place of right) {
      const key = keyOf(place)
      const found = key === null ? undefined : waiting.get(key)?.shift()
      if (found) pairs.push({ before: found, after: place })
    }
    left = left.filter((place) => !pairs.some((pair) => pair.before === place))
    right = right.filter((place) => !pairs.some((pair) => pair.after === place))
  }
  take(({ butir }) => butir.id ?? null)
  take((place) => `${placeKey(place)}|${textKey(butirText(place.butir))}`)
  take(({ butir }) => textKey(butirText(butir)))
  for (const [first, second] of likest(left, right)) pairs.push({ before: first, after: second })
  return {
    pairs,
    added: right.filter((place) => !pairs.some((pair) => pair.after === place)),
    removed: left.filter((place) => !pairs.some((pair) => pair.before === place)),
  }
}

export const placesIn = (isi: IsiRencana): IsiPlace[] =>
  isi.area.flatMap((area) =>
    area.kegiatan.flatMap((kegiatan) => kegiatan.butir.map((butir) => ({ area, kegiatan, butir }))),
  )

const placeKey = ({ area, kegiatan }: IsiPlace) =>
  `${textKey(area.judul ?? area.nomor ?? '')}|${textKey(kegiatan.judul ?? kegiatan.nomor ?? '')}`

/** The best pairs first; each row is used once. Rows that both have an id are two different rows. */
function likest(left: readonly IsiPlace[], right: readonly IsiPlace[]): [IsiPlace, IsiPlace][] {
  const candidates = left
    .flatMap((first) =>
      right
        .filter((second) => !(first.butir.id && second.butir.id))
        .map((second) => ({
          first,
          second,
          likeness: wordLikeness(butirText(first.butir), butirText(second.butir)),
        })),
    )
    .filter(({ likeness }) => likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness)
  const used = new Set<IsiPlace>()
  const found: [IsiPlace, IsiPlace][] = []
  for (const { first, second } of candidates) {
    if (used.has(first) || used.has(second)) continue
    used.add(first).add(second)
    found.push([first, second])
  }
  return found
}
