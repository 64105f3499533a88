import { describe, expect, it } from 'vitest'
import { peranList } from '#modules/pengguna'
import { type Actor, reachOf } from '#platform/identity/actor.ts'
import {
  canAssign,
  canCreateRencana,
  canDecide,
  canMarkSel,
  canPropose,
  canProposeChange,
  canReadBelow,
  isWithinReach,
} from './policy.ts'

const actor = (satkerKode: string, peran: string, areaBaku: number | null = null): Actor => ({
  id: `${satkerKode}-${peran}`,
  userId: null,
  nama: peran,
  satkerKode,
  satkerNama: '',
  zonaWaktu: 'Asia/Jakarta',
  tugas: peran ? [{ peran, areaBaku, lewat: 'penugasan' }] : [],
  ...reachOf(satkerKode),
})
const those = (may: (who: Actor) => boolean) =>
  peranList.filter((peran) => may(actor('3508', peran)))
const butir = { areaBaku: 4, penanggungJawabId: 'seseorang' }

describe('who may do what with a plan', () => {
  it('lets the office itself plan, and its heads decide', () => {
    const planners = ['admin_satker', 'sekretaris', 'kasubbag', 'koordinator_area', 'anggota_tim']
    expect(those((who) => canCreateRencana(who, '3508'))).toEqual(planners)
    expect(those((who) => canAssign(who, '3508'))).toEqual(planners)
    expect(those((who) => canProposeChange(who, '3508'))).toEqual(planners)
    expect(those((who) => canPropose(who, '3508'))).toEqual(planners.slice(0, 4))
    expect(those((who) => canDecide(who, '3508'))).toEqual(['ketua', 'sekretaris'])
    expect(those((who) => canMarkSel(who, '3508', butir))).toEqual(planners)
  })

  it('lets no one write for an office below or beside his own', () => {
    for (const satker of ['00', '35', '3509'])
      for (const peran of peranList) {
        const who = actor(satker, peran)
        expect([
          canCreateRencana(who, '3508'),
          canDecide(who, '3508'),
          canMarkSel(who, '3508', { ...butir, penanggungJawabId: who.id }),
          canProposeChange(who, '3508', { ...butir, penanggungJawabId: who.id }),
        ]).toEqual([false, false, false, false])
      }
  })

  it('keeps a coordinator and a team member to their own area', () => {
    for (const peran of ['koordinator_area', 'anggota_tim']) {
      expect(canMarkSel(actor('3508', peran, 4), '3508', butir)).toBe(true)
      expect(canMarkSel(actor('3508', peran, 5), '3508', butir)).toBe(false)
      expect(canMarkSel(actor('3508', peran, 5), '3508', { ...butir, areaBaku: null })).toBe(false)
    }
  })

  it('lets the responsible person mark and propose whatever his role', () => {
    const who = actor('3508', 'pembaca')
    const own = { ...butir, penanggungJawabId: who.id }
    expect(canMarkSel(who, '3508', own)).toBe(true)
    expect(canProposeChange(who, '3508', own)).toBe(true)
    expect(canProposeChange(who, '3508', butir)).toBe(false)
  })

  it('shows plans below to provinces and the national office', () => {
    expect(['00', '35', '3508'].filter((kode) => canReadBelow(actor(kode, 'pembaca')))).toEqual([
      '00',
      '35',
    ])
    expect(isWithinReach(actor('35', 'pembaca'), '3508')).toBe(true)
    expect(isWithinReach(actor('3508', 'pembaca'), '3509')).toBe(false)
  })
})
