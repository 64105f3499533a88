import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { renaksi, type Renaksi } from '../renaksi.ts'
import { openSource } from './open-source.ts'
import { readWithAccount } from './read.ts'
import type { Source } from './source.ts'

const names = [
  'kota-mataram-11-2025',
  'lombok-timur-21-2025',
  'lumajang-07-2022',
  'prov-jambi-10-2026',
  'prov-ntb-19-2022',
]

const open = (name: string): Promise<Source> => {
  const nama = `${name}.txt`
  return openSource({ nama, bytes: readFileSync(`data/contoh/keputusan/${nama}`) })
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
/** Words that came out glued ("HarmonisasiPenataan") count as two. */
const words = (text: string) =>
  text
    .replace(/<[^>]*(?:>|$)/g, ' ')
    .split(/[\s/]+|(?<=\p{Ll})(?=\p{Lu})/u)
    .map(letters)

/** All words of the plan and its findings, without spaces and signs. */
const planText = (plan: Renaksi) =>
  letters(JSON.stringify([plan.rencana, plan.temuan, plan.sisa]).replaceAll('\\n', ' '))

describe.each(names)('every line of %s is accounted for', (name) => {
  test('it is placed, noise of a known kind, or left over, and only one of them', async () => {
    const source = await open(name)
    const { account } = readWithAccount(source)
    const rest = new Set(account.sisa.map((line) => line.baris))
    const homes = source.lines.map(({ baris }) =>
      [account.placed.has(baris), account.noise.has(baris), rest.has(baris)].filter(Boolean),
    )
    expect(homes.filter((home) => home.length !== 1)).toEqual([])
  })

  test('no word of a row that was placed in the plan is lost', async () => {
    const source = await open(name)
    const { renaksi: read, account } = readWithAccount(source)
    const items = read.rencana.area.flatMap((area) => area.kegiatan.flatMap(({ butir }) => butir))
    const used = items.flatMap((butir) => butir.baris ?? [])
    const [first, last] = [Math.min(...used), Math.max(...used)]
    const text = planText(read)
    const lost = source.lines
      .filter(({ baris }) => baris >= first && baris <= last && account.placed.has(baris))
      .flatMap(({ baris, teks }) => words(teks).map((word) => ({ baris, word })))
      .filter(({ word }) => word.length > 3 && !text.includes(word))
    expect(lost).toEqual([])
  })

  test('the result keeps the format', async () => {
    const { renaksi: read } = readWithAccount(await open(name))
    expect(renaksi.safeParse(read).error).toBeUndefined()
  })
})
