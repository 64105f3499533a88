import { longDate, monthName } from '#platform/date.ts'
import type { IsiButir, IsiRencana } from './isi.ts'
import { butirText, type IsiPlace, matchButir } from './match.ts'
import { sameText } from './similar-text.ts'

export type DiffField =
  | 'tempat'
  | 'label'
  | 'uraian'
  | 'langkah'
  | 'keterangan'
  | 'prioritas'
  | 'penanggungJawab'
  | 'unit'
  | 'jadwal'
  | 'indikator'
  | 'eviden'

/** Both sides as people read them; '' where there was nothing. */
export type FieldChange = { field: DiffField; before: string; after: string }

export type DiffRow = { id: string | null; area: string; kegiatan: string; teks: string }

export type DiffRencana = {
  added: DiffRow[]
  removed: DiffRow[]
  changed: { row: DiffRow; fields: FieldChange[] }[]
}

/** What became of the rows of a plan: those that came, those that went, and what changed in the rest. */
export function diffRencana(before: IsiRencana, after: IsiRencana): DiffRencana {
  const { pairs, added, removed } = matchButir(before, after)
  const changed = pairs
    .map((pair) => ({ row: rowOf(pair.after), fields: fieldChanges(pair.before, pair.after) }))
    .filter(({ fields }) => fields.length > 0)
  return { added: added.map(rowOf), removed: removed.map(rowOf), changed }
}

export const isSame = ({ added, removed, changed }: DiffRencana): boolean =>
  added.length + removed.length + changed.length === 0

/**
 * The new content with what people had added to the old rows: id, person, unit, priority and how
 * indicators are measured.
 * For a decree that is read again, which knows none of these.
 */
export function carryOver(before: IsiRencana, after: IsiRencana): IsiRencana {
  const found = new Map(
    matchButir(before, after).pairs.map((pair) => [pair.after.butir, pair.before.butir]),
  )
  const carried = (butir: IsiButir): IsiButir => {
    const old = found.get(butir)
    if (!old) return butir
    const { prioritas, penanggungJawab, unit } = old
    const indikator = butir.indikator.map((one) => {
      const known = old.indikator.find(({ teks }) => sameText(teks, one.teks))
      return known ? { ...known, teks: one.teks } : one
    })
    const carriedOn = { prioritas, penanggungJawab, unit, indikator }
    return { ...butir, ...(old.id ? { id: old.id } : {}), ...carriedOn }
  }
  return {
    area: after.area.map((area) => ({
      ...area,
      kegiatan: area.kegiatan.map((k) => ({ ...k, butir: k.butir.map(carried) })),
    })),
  }
}

/** The same content as a new plan: without the ids of the plan it was taken from. */
export const withoutIds = (isi: IsiRencana): IsiRencana => ({
  area: isi.area.map(({ id: _, ...area }) => ({
    ...area,
    kegiatan: area.kegiatan.map(({ id: __, ...kegiatan }) => ({
      ...kegiatan,
      butir: kegiatan.butir.map(({ id: ___, ...butir }) => butir),
    })),
  })),
})

const rowOf = ({ area, kegiatan, butir }: IsiPlace): DiffRow => ({
  id: butir.id ?? null,
  area: titled(area),
  kegiatan: titled(kegiatan),
  teks: butirText(butir),
})

const titled = ({ nomor, judul }: { nomor: string | null; judul: string | null }) =>
  [nomor, judul].filter(Boolean).join(' ')

const readers: Record<DiffField, (place: IsiPlace) => string> = {
  tempat: ({ area, kegiatan }) => `${titled(area)} › ${titled(kegiatan)}`,
  label: ({ butir }) => butir.label ?? '',
  uraian: ({ butir }) => butir.uraian ?? '',
  langkah: ({ butir }) => butir.langkah ?? '',
  keterangan: ({ butir }) => butir.keterangan ?? '',
  prioritas: ({ butir }) => (butir.prioritas ? 'Prioritas' : ''),
  penanggungJawab: ({ butir }) => butir.penanggungJawab?.nama ?? '',
  unit: ({ butir }) => butir.unit?.nama ?? '',
  jadwal: ({ butir }) => jadwalText(butir),
  indikator: ({ butir }) => butir.indikator.map(({ teks }) => teks).join('\n'),
  eviden: ({ butir }) => butir.eviden.join('\n'),
}

const fieldChanges = (before: IsiPlace, after: IsiPlace): FieldChange[] =>
  (Object.keys(readers) as DiffField[])
    .map((field) => ({ field, before: readers[field](before), after: readers[field](after) }))
    .filter((change) => change.before !== change.after)

/** A schedule as people read it: "3 Februari 2026 – 28 Maret 2026" or "Januari, Juli". */
export function jadwalText({
  bulan,
  mulai,
  selesai,
}: Pick<IsiButir, 'bulan' | 'mulai' | 'selesai'>): string {
  const months = bulan.length === 12 ? 'setiap bulan' : bulan.map(monthName).join(', ')
  if (mulai === null && selesai === null) return months
  const days = [mulai, selesai].filter((date) => date !== null).map(longDate)
  const range = [...new Set(days)].join(' – ')
  return months ? `${range} (${months})` : range
}
