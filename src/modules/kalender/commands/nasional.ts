import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import type { BatalInput, HariLiburInput, RamadanInput, TahunInput } from '../forms.ts'
import { canSetNational } from '../policy.ts'
import { addDays } from '../tanggal.ts'

// Permission comes before the row here: it asks nothing of it, and the database locks these rows for KPU RI only.
const stale = 'Hari ini baru saja diubah orang lain. Buka kembali kalendernya, lalu ulangi.'

// What the product has written counts as corrected, so that shipped data never goes over it.
const corrected = 2

/** Adds a national holiday or corrects one, with its decree: the joint decree may change in the middle of a year. */
export const setHariLibur = command('hariLibur.set', async (ctx, input: HariLiburInput) => {
  const { versi, ...facts } = input
  allow(canSetNational(ctx.actor))
  const before = await findHariLibur(ctx, input.tanggal)
  if (versi > 0 && !before) throw notFound('Hari libur')
  refuseIf(
    versi === 0 && before !== undefined,
    `Tanggal ini sudah tercatat sebagai ${before?.nama}. Perbaiki dari daftar harinya.`,
  )
  refuseIf((before?.versi ?? 0) !== versi, stale)
  await ctx.tx
    .insertInto('hari_libur')
    .values({ ...facts, versi: corrected })
    .onConflict((oc) =>
      oc.column('tanggal').doUpdateSet({ ...facts, batal: false, versi: versi + 1 }),
    )
    .execute()
  await ctx.record(before ? 'diperbaiki' : 'ditambah', thing('hari_libur', input.tanggal), {
    sebelum: before ?? null,
    sesudah: facts,
  })
})

/** Takes a national holiday back by a change of the decree; the row stays, with what took it back. */
export const cancelHariLibur = command(
  'hariLibur.cancel',
  async (ctx, { tanggal, batal }: { tanggal: string; batal: BatalInput }) => {
    allow(canSetNational(ctx.actor))
    const before = await findHariLibur(ctx, tanggal)
    if (!before) throw notFound('Hari libur')
    refuseIf(before.batal, 'Hari libur ini sudah dibatalkan.')
    refuseIf(before.versi !== batal.versi, stale)
    const { dasar, sumber } = batal
    await ctx.tx
      .updateTable('hari_libur')
      .set({ dasar, sumber, batal: true, versi: before.versi + 1 })
      .where('tanggal', '=', tanggal)
      .execute()
    await ctx.record('dibatalkan', thing('hari_libur', tanggal), {
      sebelum: before,
      sesudah: { dasar, sumber },
    })
  },
)

/** Loads the decree of a year: from now on its days off are known, and no answer in it is provisional. */
export const loadTahun = command('kalenderTahun.load', async (ctx, input: TahunInput) => {
  const { tahun, dasar, tanggalDasar, sumber, hari } = input
  allow(canSetNational(ctx.actor))
  const before = await ctx.tx
    .selectFrom('kalender_tahun')
    .select('dasar')
    .where('tahun', '=', tahun)
    .executeTakeFirst()
  refuseIf(
    before !== undefined,
    `Hari libur tahun ${tahun} sudah dimuat dari ${before?.dasar}. Perbaiki per hari dari kalendernya.`,
  )
  const facts = { dasar, sumber, keyakinan: 'terverifikasi', versi: corrected }
  await ctx.tx
    .insertInto('kalender_tahun')
    .values({ tahun, tanggal_dasar: tanggalDasar, ...facts })
    .execute()
  await ctx.tx
    .insertInto('hari_libur')
    .values(hari.map((one) => ({ ...one, ...facts })))
    .onConflict((oc) =>
      oc.column('tanggal').doUpdateSet((eb) => ({
        jenis: eb.ref('excluded.jenis'),
        nama: eb.ref('excluded.nama'),
        dasar: eb.ref('excluded.dasar'),
        sumber: eb.ref('excluded.sumber'),
        keyakinan: eb.ref('excluded.keyakinan'),
        batal: false,
        versi: eb('hari_libur.versi', '+', 1),
      })),
    )
    .execute()
  await ctx.record('dimuat', thing('kalender_tahun', String(tahun)), { dasar, sumber, hari })
})

/** Sets when a Ramadan begins and ends, usually after the government has seen the new moon. */
export const setRamadan = command('ramadan.set', async (ctx, input: RamadanInput) => {
  const { tahunHijriah, dari, hariTerakhir, sumber, keyakinan, versi } = input
  allow(canSetNational(ctx.actor))
  const before = await ctx.tx
    .selectFrom('ramadan')
    .select(['dari', 'sampai', 'sumber', 'keyakinan', 'versi'])
    .where('tahun_hijriah', '=', tahunHijriah)
    .forUpdate()
    .executeTakeFirst()
  if (versi > 0 && !before) throw notFound('Ramadan')
  refuseIf(
    (before?.versi ?? 0) !== versi,
    `Ramadan ${tahunHijriah} H sudah tercatat atau baru saja diubah. Buka kembali halaman jam kerja.`,
  )
  const facts = { dari, sampai: addDays(hariTerakhir, 1), sumber, keyakinan }
  await ctx.tx
    .insertInto('ramadan')
    .values({ tahun_hijriah: tahunHijriah, ...facts, versi: corrected })
    .onConflict((oc) => oc.column('tahun_hijriah').doUpdateSet({ ...facts, versi: versi + 1 }))
    .execute()
  await ctx.record(before ? 'diperbaiki' : 'ditambah', thing('ramadan', String(tahunHijriah)), {
    sebelum: before ?? null,
    sesudah: facts,
  })
})

const thing = (benda: string, id: string) => ({ satkerKode: '00', benda, id })

const findHariLibur = (ctx: Ctx, tanggal: string) =>
  ctx.tx
    .selectFrom('hari_libur')
    .select(['jenis', 'nama', 'dasar', 'sumber', 'keyakinan', 'batal', 'versi'])
    .where('tanggal', '=', tanggal)
    .forUpdate()
    .executeTakeFirst()
