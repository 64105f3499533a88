import { type Q, query } from '#platform/command.ts'
import { localDate } from '#platform/date.ts'
import { notFound } from '#platform/errors.ts'
import { canSetLocal, canSetNational } from '../policy.ts'
import { kalenderOf } from './kalender.ts'

type Asked = { satkerKode: string; tahun: number | null }

/** The year of an office at a glance: its calendar, every special day with its decree, what the reader may do. */
export const kalenderTahun = query(async (q, asked: Asked) => {
  const satker = await findSatker(q, asked.satkerKode)
  const today = localDate(q.now, satker.zona_waktu)
  const tahun = asked.tahun ?? Number(today.slice(0, 4))
  const [dari, sampai] = [`${tahun}-01-01`, `${tahun}-12-31`]
  const kal = await kalenderOf(q, satker.kode, dari, sampai)
  const nasional = await q.tx
    .selectFrom('hari_libur')
    .select(['tanggal', 'jenis', 'nama', 'dasar', 'sumber', 'keyakinan', 'batal', 'versi'])
    .where('tanggal', '>=', dari)
    .where('tanggal', '<=', sampai)
    .orderBy('tanggal')
    .execute()
  const lokal = await q.tx
    .selectFrom('hari_lokal')
    .select(['id', 'tanggal', 'jenis', 'nama', 'dasar'])
    .where('satker_kode', '=', satker.kode)
    .where('tanggal', '>=', dari)
    .where('tanggal', '<=', sampai)
    .where('removed_at', 'is', null)
    .orderBy('tanggal')
    .execute()
  return { satker, kal, tahun, today, nasional, lokal, can: cans(q, satker.kode) }
})

/** The hours of an office: national and its own, the periods of Ramadan, the rules of counting. */
export const jamKerjaForStaff = query(async (q, satkerKode: string) => {
  const satker = await findSatker(q, satkerKode)
  const today = localDate(q.now, satker.zona_waktu)
  const nasional = await q.tx
    .selectFrom('jam_kerja')
    .selectAll('jam_kerja')
    .where((eb) => eb.or([eb('sampai', 'is', null), eb('sampai', '>', today)]))
    .orderBy('masa')
    .orderBy('id')
    .execute()
  const lokal = await q.tx
    .selectFrom('jam_lokal')
    .select(['id', 'masa', 'hari', 'mulai', 'istirahat_mulai', 'istirahat_selesai', 'selesai'])
    .select(['dari', 'sampai', 'dasar'])
    .where('satker_kode', '=', satker.kode)
    .where('removed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const ramadan = await q.tx
    .selectFrom('ramadan')
    .select(['tahun_hijriah', 'dari', 'sampai', 'sumber', 'keyakinan', 'versi'])
    .orderBy('dari')
    .execute()
  const aturan = await q.tx
    .selectFrom('kalender_aturan')
    .select(['kode', 'nilai', 'sumber', 'keyakinan'])
    .orderBy('kode', 'desc')
    .execute()
  return { satker, today, nasional, lokal, ramadan, aturan, can: cans(q, satker.kode) }
})

const cans = ({ actor }: Q, satkerKode: string) => ({
  setNational: canSetNational(actor),
  setLocal: canSetLocal(actor, satkerKode),
})

async function findSatker({ tx, actor }: Q, kode: string) {
  const satker = await tx
    .selectFrom('satker')
    .select(['kode', 'nama', 'zona_waktu'])
    .where('kode', '=', kode)
    .executeTakeFirst()
  if (!satker || kode < actor.dari || kode >= actor.sampai) throw notFound('Satuan kerja')
  return satker
}

/** The calendar of an office for counting from a day on. */
export const kalenderForCounting = query(
  async (q, { satkerKode, dari }: { satkerKode: string; dari: string }) => {
    const satker = await findSatker(q, satkerKode)
    return { satker, kal: await kalenderOf(q, satker.kode, dari, dari) }
  },
)

export type KalenderTahun = Awaited<ReturnType<typeof kalenderTahun>>
export type JamKerjaDetail = Awaited<ReturnType<typeof jamKerjaForStaff>>
