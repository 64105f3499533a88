import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as xlsx from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#test/support/source-files.ts'
import { totalOf } from './gerbang.ts'
import { bagianOf, pertanyaanOf, readInstrumen } from './instrumen.ts'
import { type Jawaban, readJawaban } from './jawaban.ts'
import { nilaiOf, simpulMap } from './nilai.ts'

const path = join(projectRoot, '../shared/official/lke-zi-form-permenpanrb-90-2021.xlsx')

const read = readInstrumen(
  JSON.parse(readFileSync(join(projectRoot, 'data/instrumen/lke-zi-2021.json'), 'utf8')),
)
if (!read.instrumen) throw new Error(read.problems.join('\n'))
const { instrumen } = read

/** `barisForm` counts from PortalRB's sheet, two rows above the form's own up to the last rows of Reform. */
type Row = { label: string; cell: (column: string) => unknown }

describe.skipIf(!existsSync(path))('the official form with its sample answers', () => {
  const sheet = existsSync(path) ? xlsx.read(readFileSync(path)).Sheets['LKE ZI'] : undefined
  const cell = (address: string) => (sheet?.[address] as { v?: unknown } | undefined)?.v
  const rows = Array.from({ length: 222 }, (_, index): Row & { row: number } => ({
    row: index + 1,
    label: ['D', 'E', 'F', 'G'].map((c) => String(cell(`${c}${index + 1}`) ?? '')).join(' '),
    cell: (column) => cell(`${column}${index + 1}`),
  }))
  const answered = rows.filter(
    (one) =>
      ['Ya', 'Ya/Tidak', 'A/B/C', 'A/B/C/D', 'A/B/C/D/E', '%', 'Nilai\n(0-4)'].includes(
        String(one.cell('J')),
      ) && one.cell('K') !== undefined,
  )
  const asked = pertanyaanOf(instrumen)

  const answerAt = (index: number): Jawaban => {
    const one = asked[index]
    const row = answered[index]?.row ?? 0
    if (one?.jawaban === 'indeks-4') return Number(cell(`K${row}`))
    if (one?.jawaban !== 'persen') return String(cell(`K${row}`))
    const counted = rows
      .slice(row, row + 6)
      .filter((r) => r.cell('J') === 'Jumlah' && !/harus melaporkan/.test(r.label))
    return Object.fromEntries(
      (one.masukan ?? []).map(({ kunci }, place) => [kunci, Number(counted[place]?.cell('K'))]),
    )
  }

  it('asks what the instrument asks, in the same order', () => {
    expect(answered).toHaveLength(asked.length)
  })

  it('comes out at 95.576190… by our scoring, blanks left out as the form leaves them out', () => {
    const { nisbah, problems } = readJawaban(instrumen, given())
    expect(problems).toEqual([])
    const roots = nilaiOf(instrumen, nisbah, 'abaikan')
    expect(totalOf(roots).valueOf()).toBeCloseTo(95.576_190_476_190_48, 12)
    expect(cell('L208')).toBeCloseTo(totalOf(roots).valueOf(), 12)
  })

  it('carries the same score in every cell that has one', () => {
    const { nisbah } = readJawaban(instrumen, given())
    const nodes = simpulMap(nilaiOf(instrumen, nisbah, 'abaikan'))
    let compared = 0
    const same = (id: string, row: number) => {
      const found = cell(`L${row}`)
      if (typeof found !== 'number') return
      expect({ id, nilai: found }).toEqual({
        id,
        nilai: expect.closeTo(nodes.get(id)?.nilai.valueOf() ?? -1, 12),
      })
      compared += 1
    }
    for (const [id, row] of parts()) same(id, row)
    for (const [index, one] of asked.entries()) {
      const row = answered[index]?.row ?? 0
      const shown = cell(`L${row}`)
      if (typeof shown !== 'number' || one.id === unread) continue
      const share = nisbah.get(one.id)?.valueOf() ?? -1
      // the two survey rows and B.I.b carry points, the others a share
      const expected = one.id.startsWith('B.') ? (nodes.get(one.id)?.nilai.valueOf() ?? -1) : share
      expect({ id: one.id, nilai: shown }).toEqual({
        id: one.id,
        nilai: expect.closeTo(expected, 12),
      })
      compared += 1
    }
    expect(compared).toBeGreaterThan(160)
  })

  /** The form averages L176:L179 and so never reads its own row of non-LHKPN: its answer counts as left out. */
  const unread = 'A.II.5.iii.b.1'
  /** The form's first row bears the word "Ya" for "Ya/Tidak", and so its formula leaves the answer out. */
  const mistyped = 'A.I.1.i.a'

  function given(): Record<string, Jawaban> {
    return Object.fromEntries(
      asked.flatMap((one, index): [string, Jawaban][] =>
        one.id === unread || one.id === mistyped ? [] : [[one.id, answerAt(index)]],
      ),
    )
  }

  /** Rows of parts by walking both down together: a part stands above its first question or part. */
  function parts(): [string, number][] {
    const heads = rows.filter(
      (one) =>
        typeof one.cell('H') === 'number' &&
        one.cell('J') !== 'Nilai\n(0-4)' &&
        one.cell('K') === undefined,
    )
    const wanted = bagianOf(instrumen)
    expect(heads.map((one) => one.cell('H'))).toEqual(wanted.map(({ bobot }) => Number(bobot)))
    return wanted.flatMap(({ id }, index): [string, number][] =>
      id === 'A.II.5.iii.b' ? [] : [[id, heads[index]?.row ?? 0]],
    )
  }
})
