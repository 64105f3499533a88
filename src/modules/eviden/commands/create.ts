import { buktiOtomatis } from '#platform/bukti-otomatis.ts'
import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf, refused } from '#platform/errors.ts'
import { masaOf, masaProblem, type NewEviden } from '../eviden.ts'
import { canKeepEviden } from '../policy.ts'

type AddEviden = { satkerKode: string; baru: readonly Omit<NewEviden, 'satkerKode'>[] }

/** Adds evidence to the library of one's office, before it proves anything: all of it, or none. */
export const addManyEviden = command(
  'eviden.addMany',
  async (ctx, { satkerKode, baru }: AddEviden) => {
    allow(
      canKeepEviden(ctx.actor, satkerKode),
      'Eviden ditambah oleh orang yang bekerja di satuan kerja itu.',
    )
    refuseIf(baru.length === 0, 'Tambahkan paling sedikit satu eviden.')
    const ids: string[] = []
    for (const one of baru) ids.push((await createEviden(ctx, { ...one, satkerKode })).id)
    return { ids }
  },
)

/** Keeps one evidence inside a command of any room; that room has asked who may. */
export async function createEviden(ctx: Ctx, input: NewEviden): Promise<{ id: string }> {
  const { satkerKode, isi } = input
  const masa = input.berlaku ?? masaOf(input.tanggal)
  const problem = masaProblem(input.tanggal, masa)
  if (problem) throw refused(problem)
  if (isi.bentuk === 'berkas') await findBerkas(ctx, satkerKode, isi.berkasId)
  refuseIf(
    isi.bentuk === 'otomatis' && buktiOtomatis(isi.jenis) === null,
    'Jenis data sistem itu tidak dikenal. Pilih dari daftar.',
  )
  const id = ctx.newId()
  await ctx.tx
    .insertInto('eviden')
    .values({
      satker_kode: satkerKode,
      id,
      ...factsOf(input),
      ...columnsOf(input),
      berlaku_dari: masa.dari,
      berlaku_sampai: masa.sampai,
      alasan_berlaku: masa.alasan,
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .execute()
  await ctx.record('eviden.added', { satkerKode, benda: 'eviden', id }, { ...input })
  if (isi.bentuk === 'tautan') await ctx.later('eviden.readLink', { satkerKode, id })
  return { id }
}

/** The facts that people type, as columns. */
const factsOf = ({ judul, tanggal, sumber, keterangan, media, sasaran }: NewEviden) => ({
  judul,
  tanggal,
  sumber: sumber ?? null,
  keterangan: keterangan ?? null,
  media: media ?? null,
  sasaran: sasaran ?? null,
})

const columnsOf = ({ isi }: NewEviden) => ({
  bentuk: isi.bentuk,
  berkas_id: isi.bentuk === 'berkas' ? isi.berkasId : null,
  url: isi.bentuk === 'tautan' ? isi.url : null,
  teks: isi.bentuk === 'catatan' ? isi.teks : null,
  jenis_otomatis: isi.bentuk === 'otomatis' ? isi.jenis : null,
  periode: isi.bentuk === 'otomatis' ? isi.periode : null,
})

async function findBerkas({ tx }: Ctx, satkerKode: string, id: string) {
  const row = await tx
    .selectFrom('berkas')
    .select(['nama', 'rejected_at', 'sebab'])
    .where('satker_kode', '=', satkerKode)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Berkas')
  refuseIf(row.rejected_at !== null, `Berkas ${row.nama} ditolak: ${row.sebab}. Unggah yang lain.`)
}
