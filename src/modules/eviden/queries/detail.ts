import { sql } from 'kysely'
import { buktiOtomatis, type IsiBukti } from '#platform/bukti-otomatis.ts'
import { type Q, query } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { isUuid } from '#platform/id.ts'
import { type MasaBerlaku, pakaiState, type PakaiState } from '../eviden.ts'
import { canEditEviden, canLockEviden } from '../policy.ts'
import { officeName } from './library.ts'
import { briefColumns, briefOf, type EvidenBrief } from './uses.ts'

export type EvidenFacts = EvidenBrief & {
  satkerKode: string
  keterangan: string | null
  sasaran: string | null
  berlaku: MasaBerlaku
  urlDibacaAt: Date | null
  urlSebab: string | null
  versi: number
  createdAt: Date
  createdBy: { id: string; nama: string }
}

export type Proved = {
  pakaiId: string
  judul: string
  induk: string
  alamat: string
  bulan: number | null
  slot: string | null
  halaman: number | null
  wilayah: number[] | null
  state: PakaiState
}

/** One evidence with everything it proves and what happened to it; 404 outside the actor's reach. */
export const evidenForStaff = query(async (q, id: string) => {
  const eviden = await factsOf(q, id)
  const { satkerKode, createdBy } = eviden
  const proves = await provedBy(q, satkerKode, id)
  const used = proves.some(({ state }) => state !== 'returned')
  return {
    eviden,
    proves,
    riwayat: await historyOf(q, satkerKode, id),
    same: await sameContent(q, satkerKode, id),
    document: await documentOf(q, eviden),
    satkerNama: await officeName(q, satkerKode),
    can: {
      edit: canEditEviden(q.actor, { satkerKode, createdBy: createdBy.id }),
      remove: !used && canEditEviden(q.actor, { satkerKode, createdBy: createdBy.id }),
      lock:
        eviden.bentuk === 'otomatis' &&
        eviden.lockedAt === null &&
        canLockEviden(q.actor, satkerKode),
    },
  }
})

export type EvidenPage = Awaited<ReturnType<typeof evidenForStaff>>

async function factsOf({ tx }: Q, id: string): Promise<EvidenFacts> {
  if (!isUuid(id)) throw notFound('Eviden')
  const row = await tx
    .selectFrom('eviden as e')
    .leftJoin('berkas as f', (join) =>
      join.onRef('f.satker_kode', '=', 'e.satker_kode').onRef('f.id', '=', 'e.berkas_id'),
    )
    .select([...briefColumns])
    .select(['e.satker_kode', 'e.keterangan', 'e.sasaran', 'e.berlaku_dari', 'e.berlaku_sampai'])
    .select(['e.alasan_berlaku', 'e.url_dibaca_at', 'e.url_sebab', 'e.versi', 'e.created_at'])
    .select(['e.created_by', sql<string | null>`hub.nama_pengguna(e.created_by)`.as('pembawa')])
    .where('e.id', '=', id)
    .where('e.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound('Eviden')
  return {
    ...briefOf(row),
    satkerKode: row.satker_kode,
    keterangan: row.keterangan,
    sasaran: row.sasaran,
    berlaku: { dari: row.berlaku_dari, sampai: row.berlaku_sampai, alasan: row.alasan_berlaku },
    urlDibacaAt: row.url_dibaca_at,
    urlSebab: row.url_sebab,
    versi: row.versi,
    createdAt: row.created_at,
    createdBy: { id: row.created_by, nama: row.pembawa ?? 'Sistem KPU HUB' },
  }
}

async function provedBy({ tx }: Q, satkerKode: string, id: string): Promise<Proved[]> {
  const rows = await tx
    .selectFrom('eviden_pakai as p')
    .innerJoin('eviden_terbukti as t', (join) =>
      join.onRef('t.satker_kode', '=', 'p.satker_kode').onRef('t.pakai_id', '=', 'p.id'),
    )
    .select(['p.id', 'p.bulan', 'p.slot', 'p.halaman', 'p.wilayah', 'p.accepted_at'])
    .select(['p.returned_at', 't.judul', 't.induk', 't.alamat'])
    .where('p.satker_kode', '=', satkerKode)
    .where('p.eviden_id', '=', id)
    .where('p.removed_at', 'is', null)
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({
    pakaiId: row.id,
    judul: row.judul ?? '',
    induk: row.induk ?? '',
    alamat: row.alamat ?? '',
    bulan: row.bulan,
    slot: row.slot,
    halaman: row.halaman,
    wilayah: row.wilayah?.map(Number) ?? null,
    state: pakaiState({ acceptedAt: row.accepted_at, returnedAt: row.returned_at }),
  }))
}

/** What happened to the evidence and its uses, the newest first. */
const historyOf = ({ tx }: Q, satkerKode: string, id: string) =>
  tx
    .selectFrom('audit_log')
    .select(['at', 'actor_nama as nama', 'peristiwa', 'rincian'])
    .where('satker_kode', '=', satkerKode)
    .where((eb) =>
      eb.or([
        eb.and([eb('benda', '=', 'eviden'), eb('benda_id', '=', id)]),
        eb.and([
          eb('benda', '=', 'eviden_pakai'),
          eb(
            'benda_id',
            'in',
            eb
              .selectFrom('eviden_pakai')
              .select(sql<string>`id::text`.as('id'))
              .where('satker_kode', '=', satkerKode)
              .where('eviden_id', '=', id),
          ),
        ]),
      ]),
    )
    .orderBy('nomor', 'desc')
    .limit(50)
    .execute()

/** Other evidence of this office with the very same content. */
const sameContent = ({ tx }: Q, satkerKode: string, id: string) =>
  tx
    .selectFrom('eviden as e')
    .innerJoin('berkas as f', (join) =>
      join.onRef('f.satker_kode', '=', 'e.satker_kode').onRef('f.id', '=', 'e.berkas_id'),
    )
    .select(['e.id', 'e.judul'])
    .where('e.satker_kode', '=', satkerKode)
    .where('e.id', '<>', id)
    .where('e.removed_at', 'is', null)
    .where((eb) =>
      eb(
        'f.sha256',
        '=',
        eb
          .selectFrom('eviden as own')
          .innerJoin('berkas as isi', (join) =>
            join
              .onRef('isi.satker_kode', '=', 'own.satker_kode')
              .onRef('isi.id', '=', 'own.berkas_id'),
          )
          .select('isi.sha256')
          .where('own.satker_kode', '=', satkerKode)
          .where('own.id', '=', id),
      ),
    )
    .limit(10)
    .execute()

type DocumentOf = Pick<
  EvidenFacts,
  'satkerKode' | 'id' | 'bentuk' | 'jenisOtomatis' | 'periode' | 'lockedAt'
>

export type Document = {
  isi: IsiBukti
  /** SHA-256 of what was locked, hexadecimal; null while it lives */
  hash: string | null
}

/** The record of the system: as it was locked, else as it stands now; null when there is none. */
export async function documentOf(q: Q, eviden: DocumentOf): Promise<Document | null> {
  const { satkerKode, id, jenisOtomatis, periode, lockedAt } = eviden
  if (jenisOtomatis === null || periode === null) return null
  if (lockedAt === null) {
    const isi = await buktiOtomatis(jenisOtomatis)?.read(q, { satkerKode, periode })
    return isi ? { isi, hash: null } : null
  }
  const row = await q.tx
    .selectFrom('eviden')
    .select('snapshot')
    .select(sql<string>`encode(sha256(convert_to(snapshot::text, 'UTF8')), 'hex')`.as('hash'))
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  // lockEviden alone writes it
  return { isi: row.snapshot as unknown as IsiBukti, hash: row.hash }
}
