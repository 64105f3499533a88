import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Caller } from '#platform/command.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { reachOf } from '#platform/identity/actor.ts'
import { uuidv7 } from '#platform/id.ts'
import type { Letter } from '#platform/mail.ts'
import type { Services } from '#platform/services.ts'
import { servicesOn } from './services.ts'

export type TestHub = {
  services: Services
  letters: Letter[]
  /** Makes a person with these roles at an office, stored, and returns the actor. */
  actor: (
    satkerKode: string,
    peran?: string | string[],
    options?: { nama?: string; areaBaku?: number },
  ) => Promise<Actor>
  /** A caller for an actor, at a moment (default: the standing clock). */
  as: (actor: Actor | null, now?: Date) => Caller
  /** Counts of audit rows, jobs and rows of the given tables: a refused call must leave them as they were. */
  counts: (...tables: string[]) => Promise<Record<string, number>>
}

/** A database of its own for this test file, cloned from the migrated template. Call at the top of the file. */
export function testHub(): TestHub {
  const name = `uji_${randomUUID().replaceAll('-', '')}`
  const hub = {} as TestHub
  let close = async () => {}
  const admin = async (text: string) => {
    const client = new pg.Client({ host: inject('socket'), user: 'pemilik', database: 'postgres' })
    await client.connect()
    await client.query(text)
    await client.end()
  }
  beforeAll(async () => {
    await admin(`create database ${name} template hub_templat`)
    const opened = servicesOn({ host: inject('socket'), user: 'pemilik', database: name })
    close = opened.close
    Object.assign(hub, build(opened.services, opened.letters))
  })
  // The database itself goes with the server at the end of the run.
  afterAll(() => close())
  return hub
}

function build(services: Services, letters: Letter[]): TestHub {
  const owner = services.ownerPool
  return {
    services,
    letters,
    async actor(satkerKode, peran = [], options = {}) {
      const roles = [peran].flat()
      const id = uuidv7()
      const nama = options.nama ?? `Uji ${roles.join(' ') || 'tanpa peran'} ${id.slice(-4)}`
      const now = services.clock()
      await owner.query(
        'insert into pengguna (satker_kode, id, nama, email, created_at) values ($1, $2, $3, $4, $5)',
        [satkerKode, id, nama, `${id}@contoh.invalid`, now],
      )
      for (const p of roles)
        await owner.query(
          `insert into penugasan (satker_kode, id, pengguna_id, peran, area_baku, dari, created_at)
           values ($1, $2, $3, $4, $5, '2020-01-01', $6)`,
          [satkerKode, uuidv7(), id, p, options.areaBaku ?? null, now],
        )
      const office = await owner.query('select nama, zona_waktu from satker where kode = $1', [
        satkerKode,
      ])
      return {
        id,
        userId: null,
        nama,
        satkerKode,
        satkerNama: office.rows[0].nama,
        zonaWaktu: office.rows[0].zona_waktu,
        tugas: roles.map((p) => ({
          peran: p,
          areaBaku: options.areaBaku ?? null,
          lewat: 'penugasan' as const,
        })),
        ...reachOf(satkerKode),
      }
    },
    as: (actor, now = services.clock()) => ({ db: services.db, actor, now, requestId: 'uji' }),
    async counts(...tables) {
      const all = ['audit_log', 'graphile_worker._private_jobs', ...tables]
      const rows = await Promise.all(all.map((t) => owner.query(`select count(*) as n from ${t}`)))
      return Object.fromEntries(all.map((t, i) => [t, Number(rows[i]?.rows[0].n)]))
    },
  }
}
