import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { actorHolding } from './auth/actor.ts'
import { fitsSatker, peranList } from './peran.ts'
import { samplePeople } from './sample-people.ts'
import { greetSamples, loadSamplePeople } from './samples.ts'

const hub = testHub()
const offices = ['00', '15', '35', '3508', '52', '5203', '5271']

describe('the sample people', () => {
  it('are announced only where they are', async () => {
    expect(await greetSamples(hub.services)).toEqual([])
  })

  it('hold every role that an office can have, at every sample office', async () => {
    await loadSamplePeople(hub.services)
    for (const kode of offices)
      for (const peran of peranList.filter((p) => fitsSatker(p, kode)))
        expect(await actorHolding(hub.services, kode, peran), `${peran} ${kode}`).not.toBeNull()
  })

  it('have names of their own', () => {
    expect(new Set(samplePeople.map((person) => person.nama)).size).toBe(samplePeople.length)
  })

  it('are announced with their password once they are here', async () => {
    const lines = await greetSamples(hub.services)
    expect(lines[0]).toContain('contoh-kpu-hub-2026')
    expect(lines.filter((line) => line.includes('@'))).toHaveLength(6)
  })

  it('are not announced where nobody can sign in as them', async () => {
    await hub.services.ownerPool.query('update auth.account set password = null')
    expect(await greetSamples(hub.services)).toEqual([])
  })
})
