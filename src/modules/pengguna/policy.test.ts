import { describe, expect, it } from 'vitest'
import { type Actor, reachOf } from '#platform/identity/actor.ts'
import { canAssign, canManage, canReadPeople, canSeeIdentity } from './policy.ts'
import { type Peran, peranList } from './peran.ts'

const actor = (satkerKode: string, ...peran: string[]): Actor => ({
  id: `${satkerKode}-${peran.join('-')}`,
  userId: null,
  nama: 'Uji',
  satkerKode,
  satkerNama: '',
  zonaWaktu: 'Asia/Jakarta',
  tugas: peran.map((p) => ({ peran: p, areaBaku: null, lewat: 'penugasan' })),
  ...reachOf(satkerKode),
})

const offices = ['00', '52', '5203', '35', '3508']
const assignable = (who: Actor, satkerKode: string) =>
  peranList.filter((peran) => canAssign(who, satkerKode, peran))

describe('who may keep the people of an office', () => {
  it('is the admin of that very office and nobody else', () => {
    for (const from of offices)
      for (const peran of peranList)
        for (const to of offices)
          expect(canManage(actor(from, peran), to), `${peran} ${from} → ${to}`).toBe(
            peran === 'admin_satker' && from === to,
          )
  })
})

describe('who may give which role', () => {
  const usual = peranList.filter(
    (peran) => peran !== 'verifikator_provinsi' && peran !== 'pengawas_nasional',
  )

  it('is nobody without the role of admin', () => {
    const others = peranList.filter((peran) => peran !== 'admin_satker')
    for (const peran of others)
      for (const to of offices) expect(assignable(actor(to, peran), to)).toEqual([])
  })

  it('lets an admin of a kabupaten give no role above it', () => {
    expect(assignable(actor('5203', 'admin_satker'), '5203')).toEqual(usual)
    expect(assignable(actor('5203', 'admin_satker'), '52')).toEqual([])
    expect(assignable(actor('5203', 'admin_satker'), '3508')).toEqual([])
  })

  it('lets a province name its verifier, and the first admin of an office below', () => {
    expect(assignable(actor('52', 'admin_satker'), '52')).toEqual(
      peranList.filter((peran) => peran !== 'pengawas_nasional'),
    )
    expect(assignable(actor('52', 'admin_satker'), '5203')).toEqual(['admin_satker'])
    expect(assignable(actor('52', 'admin_satker'), '00')).toEqual([])
  })

  it('lets KPU RI alone name national overseers, and verifiers and admins below', () => {
    const expected: Peran[] = peranList.filter((peran) => peran !== 'verifikator_provinsi')
    expect(assignable(actor('00', 'admin_satker'), '00')).toEqual(expected)
    expect(assignable(actor('00', 'admin_satker'), '35')).toEqual([
      'admin_satker',
      'verifikator_provinsi',
    ])
    expect(assignable(actor('00', 'admin_satker'), '3508')).toEqual(['admin_satker'])
  })
})

describe('who sees the people of an office', () => {
  const readers = (to: string) =>
    offices.flatMap((from) =>
      peranList
        .filter((peran) => canReadPeople(actor(from, peran), to))
        .map((peran) => `${peran} ${from}`),
    )

  it('are its admin and heads, and those above who verify or oversee', () => {
    expect(readers('5203').toSorted()).toEqual(
      [
        'admin_satker 00',
        'verifikator_provinsi 00',
        'pengawas_nasional 00',
        'admin_satker 52',
        'verifikator_provinsi 52',
        'pengawas_nasional 52',
        'admin_satker 5203',
        'ketua 5203',
        'sekretaris 5203',
        'kasubbag 5203',
        'verifikator_provinsi 5203',
        'pengawas_nasional 5203',
      ].toSorted(),
    )
  })

  it('see e-mail and NIP whole only as their own or as the admin who keeps them', () => {
    const person = { satkerKode: '5203', id: 'x' }
    expect(canSeeIdentity(actor('5203', 'admin_satker'), person)).toBe(true)
    expect(canSeeIdentity({ ...actor('5203', 'pembaca'), id: 'x' }, person)).toBe(true)
    expect(canSeeIdentity(actor('5203', 'ketua'), person)).toBe(false)
    expect(canSeeIdentity(actor('52', 'admin_satker'), person)).toBe(false)
    expect(canSeeIdentity(actor('00', 'pengawas_nasional'), person)).toBe(false)
  })
})
