import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#test/support/source-files.ts'
import { hashOf, type Instrumen, pertanyaanOf, readInstrumen } from './instrumen.ts'
import { periksaInstrumen, reachable } from './periksa.ts'

const folder = join(projectRoot, 'data/instrumen')
const jsonOf = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))

function load(json: unknown): Instrumen {
  const { instrumen, problems } = readInstrumen(json)
  if (!instrumen) throw new Error(problems.join('\n'))
  return instrumen
}

/** A copy of the instrument with one fault. */
function planted(harm: (instrumen: Instrumen) => void): string[] {
  const copy = load(jsonOf('lke-zi-2021.json'))
  harm(copy)
  return periksaInstrumen(copy)
}

const question = (instrumen: Instrumen, id: string) => {
  const found = pertanyaanOf(instrumen).find((one) => one.id === id)
  if (!found) throw new Error(`${id} is missing`)
  return found
}

describe('every instrument that is shipped', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

  it.each(names)('%s is whole and can be passed', (name) => {
    const instrumen = load(jsonOf(name))
    expect(name).toBe(`${instrumen.kode}.json`)
    expect(periksaInstrumen(instrumen)).toEqual([])
    expect(reachable(instrumen)).toBe(true)
  })
})

describe('a planted fault is found', () => {
  it.each<[string, (instrumen: Instrumen) => void, RegExp]>([
    [
      'a weight that does not add up',
      (i) => void (i.komponen[0]!.anak![0]!.bobot = '31'),
      /^A: bobot isinya berjumlah 61, seharusnya 60/,
    ],
    [
      'an own weight that does not add up',
      (i) => void (question(i, 'B.I.b').bobot = '6'),
      /^B\.I: bobot isinya/,
    ],
    [
      'an own weight beside none',
      (i) => delete question(i, 'B.I.b').bobot,
      /^B\.I: sebagian pertanyaan berbobot/,
    ],
    [
      'a number used twice',
      (i) => void (question(i, 'A.I.1.i.b').id = 'A.I.1.i.a'),
      /^A\.I\.1\.i\.a: nomor ini dipakai/,
    ],
    [
      'a PortalRB number used twice',
      (i) => void (question(i, 'A.I.1.i.b').portalrb = 1),
      /^Nomor PortalRB 1 /,
    ],
    [
      'a scale that rises',
      (i) => void (i.skala['abc'] = { A: '1', B: '0', C: '0.5' }),
      /^Skala abc/,
    ],
    [
      'a scale without a whole',
      (i) => void (i.skala['abc'] = { A: '0.9', B: '0.5', C: '0' }),
      /^Skala abc/,
    ],
    [
      'a scale that is missing',
      (i) => void (question(i, 'A.I.1.i.b').jawaban = 'abcdef'),
      /skala "abcdef" tidak ada/,
    ],
    [
      'a level that is not explained',
      (i) => delete question(i, 'A.I.1.i.b').tingkat!['B'],
      /tingkat B belum dijelaskan/,
    ],
    [
      'a level beyond the scale',
      (i) => void (question(i, 'A.I.1.i.b').tingkat!['D'] = 'x'),
      /tingkat D tidak ada/,
    ],
    [
      'a percent without a formula',
      (i) => delete question(i, 'A.II.1.i.a').rumus,
      /memerlukan rumus/,
    ],
    [
      'a formula over what is not asked',
      (i) => void question(i, 'A.II.1.i.a').masukan!.pop(),
      /rumus memakai perubahan/,
    ],
    [
      'a formula where none belongs',
      (i) =>
        void (question(i, 'A.I.1.i.a').rumus = {
          jenis: 'rasio',
          pembilang: ['a'],
          penyebut: ['b'],
        }),
      /hanya jawaban persen/,
    ],
    [
      'an area whose maximum is wrong',
      (i) => void (i.area[0]!.maksimum = '9'),
      /^Area 1: bobot bagiannya 8/,
    ],
    [
      'an area of nothing',
      (i) => void (i.area[0]!.bagian = ['A.IX']),
      /^Area 1: bagian A\.IX tidak ada/,
    ],
    [
      'a gate out of reach',
      (i) => void (i.gerbang['WBBM']!.uji[0]!.ambang = '101'),
      /ambang 101 di atas/,
    ],
    [
      'WBBM below WBK',
      (i) => void (i.gerbang['WBBM']!.uji[0]!.ambang = '70'),
      /lebih rendah daripada gerbang sebelumnya \(75\)/,
    ],
    [
      'a condition that WBBM forgot',
      (i) => void i.gerbang['WBBM']!.uji.shift(),
      /^Gerbang WBBM: syarat total tidak ada lagi/,
    ],
    [
      'a gate on what is not there',
      (i) => void (i.gerbang['WBK']!.uji[3]!.ukuran = { jenis: 'bagian', id: 'C' }),
      /yang diukur tidak ada/,
    ],
    [
      'an example that comes out otherwise',
      (i) =>
        void (i.contoh = [{ judul: 'x', jawaban: { 'B.I.a': 4 }, kosong: 'nol', total: '17' }]),
      /hasilnya 17\.5, tertulis 17/,
    ],
    [
      'an example with an impossible answer',
      (i) => void (i.contoh = [{ judul: 'x', jawaban: { 'B.I.a': 5 }, kosong: 'nol', total: '0' }]),
      /indeks 5/,
    ],
    [
      'a part with children and questions',
      (i) => void (i.komponen[0]!.pertanyaan = []),
      /sekaligus/,
    ],
    ['a part with neither', (i) => delete i.komponen[1]!.anak, /tidak memiliki anak/],
  ])('%s', (_, harm, sentence) => {
    expect(planted(harm)).toEqual(expect.arrayContaining([expect.stringMatching(sentence)]))
  })

  it('and a wrong shape names its place', () => {
    const json = jsonOf('lke-zi-2021.json') as { komponen: { bobot: unknown }[] }
    json.komponen[0]!.bobot = 60
    expect(readInstrumen(json).problems).toEqual([expect.stringMatching(/^komponen\.0\.bobot: /)])
  })
})

describe('the hash of an instrument', () => {
  it('does not hang on the order of keys, but on every word', () => {
    const instrumen = load(jsonOf('lke-zi-2021.json'))
    const turned = Object.fromEntries(Object.entries(instrumen).toReversed()) as Instrumen
    expect(hashOf(turned)).toBe(hashOf(instrumen))
    expect(hashOf({ ...instrumen, judul: `${instrumen.judul} ` })).not.toBe(hashOf(instrumen))
  })
})
