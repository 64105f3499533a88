import { randomUUID } from 'node:crypto'
import { openSession } from '../src/modules/pengguna/auth/enter.ts'
import type { Services } from '#platform/services.ts'

/** Someone who is signed in, as a browser knows him. */
export type Session = { satkerKode: string; cookie: string }

type Post = { peran: string; satkerKode: string }

/**
 * Signs in one person a post, each with an account of his own, so that no two share a limit. The password is
 * skipped: what is measured begins after it.
 */
export async function signInAll(services: Services, posts: readonly Post[]): Promise<Session[]> {
  const sessions: Session[] = []
  for (const post of posts) {
    const userId = await addPerson(services, post)
    const door = { address: '127.0.0.1', userAgent: 'ukur' }
    const cookies = await openSession(services, userId, door, null)
    sessions.push({
      satkerKode: post.satkerKode,
      cookie: cookies.map((text) => text.split(';')[0]).join('; '),
    })
  }
  return sessions
}

async function addPerson({ ownerPool }: Services, { satkerKode, peran }: Post): Promise<string> {
  const [userId, id] = [randomUUID(), randomUUID()]
  const email = `ukur-${id}@contoh.kpu-hub.invalid`
  await ownerPool.query(
    'insert into auth."user" (id, name, email, "emailVerified") values ($1, $2, $3, true)',
    [userId, 'Pengukur', email],
  )
  await ownerPool.query(
    `insert into pengguna (satker_kode, id, user_id, nama, email, created_at)
     values ($1, $2, $3, 'Pengukur', $4, now())`,
    [satkerKode, id, userId, email],
  )
  await ownerPool.query(
    `insert into penugasan (satker_kode, id, pengguna_id, peran, dari, created_at)
     select $1, gen_random_uuid(), $2, $3, '2020-01-01', now()`,
    [satkerKode, id, peran],
  )
  return userId
}
