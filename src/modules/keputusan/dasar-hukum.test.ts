import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkDasarHukum, citingOf, type Register } from './dasar-hukum.ts'
import type { Renaksi } from './renaksi.ts'

const read = (name: string) =>
  JSON.parse(readFileSync(`${import.meta.dirname}/../../../data/hukum/${name}`, 'utf8'))
const register: Register = { ...read('peraturan.json'), bobot: read('bobot-zi.json').instrumen }

/** A decree signed on a day that cites these codes; `a > b` cites a as amended by b. */
function decree(tanggal: string, citations: string[], bobot: number[] = []): Renaksi {
  return {
    format: 'renaksi/1',
    keputusan: {
      penerbit: 'Komisi Pemilihan Umum Kabupaten Sukamaju',
      nomor: '1',
      tahun: Number(tanggal.slice(0, 4)),
      judul: 'RENCANA AKSI',
      tanggal,
      mengingat: citations.map((c) => {
        const [kode = '', ...perubahan] = c.split(' > ')
        return { kode, judul: kode, perubahan: perubahan.map((p) => ({ kode: p, judul: p })) }
      }),
    },
    rencana: {
      jenis: 'ZI',
      tahun: 2025,
      bobot: bobot.map((persen) => ({ kelompok: 'pengungkit', nama: 'area', persen })),
      area: [],
    },
  }
}

const found = (renaksi: Renaksi) => checkDasarHukum(citingOf(renaksi), register).map((t) => t.kode)

describe('the legal bases of a decree', () => {
  it('warn of a rule that was repealed when the decree was signed, and by which [P.04]', () => {
    const [finding] = checkDasarHukum(
      citingOf(decree('2025-09-01', ['PermenPANRB 10/2019'])),
      register,
    )
    expect(finding).toMatchObject({
      kode: 'dasar-hukum-dicabut',
      alternatif: 'PermenPANRB 90/2021',
    })
    expect(finding?.pesan).toContain('dicabut oleh PermenPANRB 90/2021')
  })

  it('do not warn of a rule that still held on that day', () => {
    expect(found(decree('2020-09-01', ['PermenPANRB 10/2019']))).toEqual([])
    expect(found(decree('2022-02-08', ['PermenPANRB 26/2020']))).toEqual([])
    expect(found(decree('2026-02-08', ['PermenPANRB 26/2020']))).toEqual(['dasar-hukum-dicabut'])
  })

  it('warn when a later amendment is not named, and not when it is', () => {
    expect(found(decree('2025-09-01', ['PermenPANRB 90/2021']))).toEqual([
      'perubahan-tidak-disebut',
    ])
    expect(found(decree('2025-09-01', ['PermenPANRB 90/2021 > PermenPANRB 5/2024']))).toEqual([])
    expect(found(decree('2023-09-01', ['PermenPANRB 90/2021']))).toEqual([])
  })

  it('know one decree by its short and its long number', () => {
    expect(
      found(decree('2022-02-08', ['KepKPU 314/2021', 'KepKPU 314/ORT.07-Kpt/01/KPU/V/2021'])),
    ).toEqual([])
  })

  it('say which rules the register does not know', () => {
    expect(found(decree('2025-09-01', ['Perbup 3/2025']))).toEqual(['dasar-hukum-tidak-dikenal'])
  })

  it('tell a weight table that belongs to another instrument than the one cited', () => {
    const old = [5, 5, 15, 10, 15, 10]
    const cited = ['PermenPANRB 90/2021 > PermenPANRB 5/2024']
    expect(found(decree('2025-08-11', cited, old))).toEqual(['bobot-instrumen-lain'])
    expect(found(decree('2025-08-11', cited, [8, 7, 10, 10, 15, 10]))).toEqual([])
  })

  it('mark what the register itself knows only from memory', () => {
    const [finding] = checkDasarHukum(citingOf(decree('2025-09-01', ['UU 5/2014'])), register)
    expect(finding?.pesan).toContain('belum terverifikasi')
  })
})
