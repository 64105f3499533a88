import { command, type Ctx } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import { allButir, type IsiRencana } from '../isi.ts'
import { isWithinReach } from '../policy.ts'
import { rencanaTree } from '../queries/tree.ts'
import type { JenisRencana } from '../rencana.ts'
import { salinanOf } from '../salin.ts'
import { isiFromNational } from '../templat.ts'
import { canKeepTemplat } from '../templat-policy.ts'

type NewTemplat = {
  satkerKode: string
  /** a plan of the own office, or the usual plan of its kind when null */
  rencanaId: string | null
  jenis: JenisRencana
  tahun: number
  judul: string
}

/** Keeps a plan as a template for the offices below, without its people and marks. */
export const createTemplat = command(
  'rencana-aksi.createTemplat',
  async (ctx, input: NewTemplat) => {
    const { satkerKode, tahun, judul } = input
    if (!isWithinReach(ctx.actor, satkerKode)) throw notFound('Satuan kerja')
    allow(canKeepTemplat(ctx.actor, satkerKode))
    const { jenis, isi } = await contentOf(ctx, input)
    refuseIf(allButir(isi).length === 0, 'Rencana itu masih kosong. Pilih rencana yang berisi.')
    const id = ctx.newId()
    await ctx.tx
      .insertInto('rencana_templat')
      .values({
        satker_kode: satkerKode,
        id,
        jenis,
        tahun,
        judul,
        isi: JSON.stringify(isi),
        created_at: ctx.now,
        created_by: ctx.actor.id,
      })
      .execute()
    const butir = allButir(isi).length
    await ctx.record('rencana-aksi.templat_created', thing({ satkerKode, id }), {
      judul,
      jenis,
      tahun,
      butir,
    })
    return { id }
  },
)

async function contentOf(
  ctx: Ctx,
  { satkerKode, rencanaId, jenis, tahun }: NewTemplat,
): Promise<{ jenis: JenisRencana; isi: IsiRencana }> {
  if (rencanaId === null) return { jenis, isi: isiFromNational(jenis) }
  const tree = await rencanaTree(ctx, rencanaId)
  if (tree.satkerKode !== satkerKode) throw notFound('Rencana aksi')
  const source = { tree, capaian: new Map(), present: new Set<string>() }
  return { jenis: tree.jenis, isi: salinanOf(source, { tahun, gantiTahun: true }) }
}

type OfTemplat = { templatId: string }

/** Makes a template final; from then on it can be pushed and no longer thrown away. */
export const publishTemplat = command(
  'rencana-aksi.publishTemplat',
  async (ctx, { templatId }: OfTemplat) => {
    const templat = await findTemplat(ctx, templatId)
    allow(canKeepTemplat(ctx.actor, templat.satkerKode))
    refuseIf(templat.published, 'Templat ini sudah terbit.')
    await ctx.tx
      .updateTable('rencana_templat')
      .set({ published_at: ctx.now, published_by: ctx.actor.id })
      .where('satker_kode', '=', templat.satkerKode)
      .where('id', '=', templat.id)
      .execute()
    await ctx.record('rencana-aksi.templat_published', thing(templat), { judul: templat.judul })
  },
)

/** Throws away a template that was never published. */
export const discardTemplat = command(
  'rencana-aksi.discardTemplat',
  async (ctx, { templatId }: OfTemplat) => {
    const templat = await findTemplat(ctx, templatId)
    allow(canKeepTemplat(ctx.actor, templat.satkerKode))
    refuseIf(templat.published, 'Templat yang sudah terbit tidak dapat dibuang.')
    await ctx.tx
      .deleteFrom('rencana_templat')
      .where('satker_kode', '=', templat.satkerKode)
      .where('id', '=', templat.id)
      .execute()
    await ctx.record('rencana-aksi.templat_discarded', thing(templat), { judul: templat.judul })
  },
)

export type TemplatKey = { satkerKode: string; id: string }

export type TemplatRow = TemplatKey & {
  jenis: JenisRencana
  tahun: number
  judul: string
  isi: IsiRencana
  published: boolean
}

/** The template, held until the command ends. */
export async function findTemplat({ tx }: Ctx, id: string): Promise<TemplatRow> {
  const row = await tx
    .selectFrom('rencana_templat')
    .select(['satker_kode', 'id', 'jenis', 'tahun', 'judul', 'isi', 'published_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('Templat')
  return {
    satkerKode: row.satker_kode,
    id: row.id,
    jenis: row.jenis as JenisRencana, // the table's check allows no other
    tahun: row.tahun,
    judul: row.judul,
    isi: row.isi as unknown as IsiRencana, // written by createTemplat alone
    published: row.published_at !== null,
  }
}

export const thing = ({ satkerKode, id }: TemplatKey) => ({ satkerKode, benda: 'templat', id })
