import { hashPassword } from 'better-auth/crypto'
import { createLocalAccountIssuer } from 'better-auth/db'
import type pg from 'pg'
import { localDate } from '#platform/date.ts'
import { uuidv7 } from '#platform/id.ts'
import type { Services } from '#platform/services.ts'
import { labelPeran } from './labels.ts'
import { dayAfter, dayBefore } from './peran.ts'
import { sampleDomain, sampleEmail, samplePassword, samplePeople } from './sample-people.ts'

/** Loads the sample people with their accounts, all or none. */
export async function loadSamplePeople(services: Services): Promise<void> {
  const hash = await hashPassword(samplePassword)
  const client = await services.ownerPool.connect()
  try {
    await client.query('begin')
    await insertPeople(client, hash, services.clock())
    await insertPlh(client, services.clock())
    await insertSecondMembership(client, services.clock())
    // Sample accounts are for trying out: nobody has a telephone for them.
    await client.query('update wajib_faktor set wajib_sejak = null')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function insertPeople(client: pg.PoolClient, hash: string, now: Date): Promise<void> {
  const people = samplePeople.map((person) => ({
    ...person,
    id: uuidv7(now.getTime()),
    userId: uuidv7(now.getTime()),
    email: sampleEmail(person),
  }))
  const roles = people.flatMap(({ id, satkerKode, tugas }) =>
    tugas.map((t) => ({ ...t, satkerKode, pengguna: id, id: uuidv7(now.getTime()) })),
  )
  const rows = JSON.stringify(people)
  await client.query(
    `insert into auth."user" (id, name, email, "emailVerified")
     select "userId", nama, email, true from jsonb_to_recordset($1) as t("userId" text, nama text, email text)`,
    [rows],
  )
  await client.query(
    `insert into auth.account (id, "userId", "accountId", "providerId", issuer, password, "updatedAt")
     select "userId", "userId", "userId", 'credential', $2, $3, $4
     from jsonb_to_recordset($1) as t("userId" text)`,
    [rows, createLocalAccountIssuer('credential'), hash, now],
  )
  await client.query(
    `insert into pengguna (satker_kode, id, user_id, nama, email, nip, created_at)
     select "satkerKode", id, "userId", nama, email, nip, $2
     from jsonb_to_recordset($1)
       as t("satkerKode" text, id uuid, "userId" text, nama text, email text, nip text)`,
    [rows, now],
  )
  await client.query(
    `insert into penugasan (satker_kode, id, pengguna_id, peran, area_baku, dari, dasar, created_at)
     select "satkerKode", id, pengguna, peran, area, '2022-01-01', 'Keputusan contoh', $2
     from jsonb_to_recordset($1)
       as t("satkerKode" text, id uuid, pengguna uuid, peran text, area smallint)`,
    [JSON.stringify(roles), now],
  )
}

/** At Lombok Timur the head of a subsection acts for the secretary this week. */
async function insertPlh(client: pg.PoolClient, now: Date): Promise<void> {
  const today = localDate(now, 'Asia/Makassar')
  const [from, to] = [dayBefore(dayBefore(today)), [1, 2, 3, 4, 5].reduce(dayAfter, today)]
  await client.query(
    `insert into delegasi (satker_kode, id, jenis, peran, pemberi_id, penerima_id, dari, sampai, dasar, created_at)
     select '5203', $1, 'plh', 'sekretaris', a.id, b.id, $2, $3, 'Surat perintah contoh 1/SDM.05/5203/2026', $4
     from pengguna a, pengguna b
     where a.satker_kode = '5203' and a.email = $5 and b.satker_kode = '5203' and b.email = $6`,
    [
      uuidv7(now.getTime()),
      from,
      to,
      now,
      `sekretaris.5203@${sampleDomain}`,
      `kasubbag.5203@${sampleDomain}`,
    ],
  )
}

/** The assessor of Lombok Timur also reads at Kota Mataram: an account with two offices. */
async function insertSecondMembership(client: pg.PoolClient, now: Date): Promise<void> {
  const id = uuidv7(now.getTime())
  await client.query(
    `insert into pengguna (satker_kode, id, user_id, nama, email, nip, created_at)
     select '5271', $1, user_id, nama, email, nip, $2 from pengguna
     where satker_kode = '5203' and email = $3`,
    [id, now, `asesor.5203@${sampleDomain}`],
  )
  await client.query(
    `insert into penugasan (satker_kode, id, pengguna_id, peran, dari, dasar, created_at)
     values ('5271', $1, $2, 'pembaca', '2025-01-01', 'Keputusan contoh', $3)`,
    [uuidv7(now.getTime()), id, now],
  )
}

const shown = [
  'koordinator1.5203',
  'kasubbag.5203',
  'ketua.5203',
  'admin.5203',
  'verifikator.52',
  'pengawas.00',
]

const ourselves: readonly string[] = ['localhost', '127.0.0.1', '::1', '[::1]']

const openWarning = [
  '  PERINGATAN: mesin lain dapat membuka alamat ini, dan kata sandi akun contoh diketahui umum.',
  '  Untuk pekerjaan nyata mulailah pada HUB_DATA baru dengan: npm start -- --kosong',
]

/** Lines for the terminal, only while the sample people are here and can sign in. */
export async function greetSamples(services: Services): Promise<string[]> {
  const { rows } = await services.ownerPool.query<{ email: string; peran: string; satker: string }>(
    `select p.email, min(t.peran) as peran, s.nama as satker
     from pengguna p join satker s on s.kode = p.satker_kode
     join penugasan t on t.satker_kode = p.satker_kode and t.pengguna_id = p.id
     where p.email = any($1) and p.deactivated_at is null
       and exists (select from auth.account a where a."userId" = p.user_id and a.password is not null)
     group by p.email, s.nama order by array_position($1, p.email)`,
    [shown.map((akun) => `${akun}@${sampleDomain}`)],
  )
  if (rows.length === 0) return []
  const { host, baseUrl } = services.config
  const open = ![host, new URL(baseUrl).hostname].every((name) => ourselves.includes(name))
  const width = Math.max(...rows.map((row) => row.email.length))
  return [
    `  Akun contoh, kata sandi semuanya: ${samplePassword}`,
    ...rows.map((row) => `    ${row.email.padEnd(width)}  ${labelPeran(row.peran)}, ${row.satker}`),
    ...(open ? ['', ...openWarning] : []),
    '',
  ]
}
