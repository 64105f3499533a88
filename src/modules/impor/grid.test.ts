import { describe, expect, it } from 'vitest'
import { changesFrom, columnsOf, gridValues, postedRows, seenOf } from './grid.ts'
import { aRenaksi } from './impor.fixture.ts'
import { placesOf, suntinganFrom } from './suntingan.ts'

const suntingan = suntinganFrom(aRenaksi())
const columns = columnsOf(suntingan)
const butir = placesOf(suntingan.area).map((place) => place.butir)

/** What a browser sends for the rows as they were shown, with cells typed over. */
function posted(typedOver: Record<string, string> = {}): Record<string, string> {
  const rows = butir.map((each) => ({
    [`${each.id}.seen`]: seenOf(each, columns),
    ...Object.fromEntries(
      columns
        .filter((key) => key !== 'diperiksa')
        .map((key) => [`${each.id}.${key}`, gridValues(each)[key].replaceAll('\n', '\r\n')]),
    ),
  }))
  return { ...Object.assign({}, ...rows), ...typedOver }
}

const changes = (typed: Record<string, string>) =>
  changesFrom(postedRows(typed, columns), suntingan)

describe('a posted grid', () => {
  const [first] = butir
  const id = first?.id ?? ''

  it('shows only columns that the plan fills', () => {
    expect(columns).toEqual(['uraian', 'jadwal', 'diperiksa'])
  })

  it('asks for nothing when nothing was typed', () => {
    expect(changes(posted())).toEqual({ changes: [], problems: [] })
  })

  it('asks only for the cells that were typed over, with the version seen', () => {
    expect(
      changes(posted({ [`${id}.uraian`]: 'Lain', [`${id}.diperiksa`]: 'ya' })).changes,
    ).toEqual([{ jenis: 'butir', id, versi: 1, nilai: { uraian: 'Lain', diperiksa: true } }])
  })

  it('names the cell that cannot be understood', () => {
    const { problems } = changes(posted({ [`${id}.jadwal`]: 'kapan-kapan' }))
    expect(problems).toMatchObject([{ id, key: 'jadwal' }])
    const empty = changes(posted({ [`${id}.uraian`]: ' ' }))
    expect(empty.problems).toMatchObject([{ id, key: 'uraian' }])
  })
})
