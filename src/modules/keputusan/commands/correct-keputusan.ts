import { command } from '#platform/command.ts'
import { allow, notFound, refuseIf } from '#platform/errors.ts'
import type { KeputusanInput } from '../forms.ts'
import { nomorKeputusan } from '../nomor.ts'
import { canCorrectKeputusan } from '../policy.ts'

type Correction = { satkerKode: string; id: string; facts: KeputusanInput }

/**
 * Corrects the facts of a decree; what it was before stands in the audit trail. The number of the decree that this one
 * amends becomes a link when the office has it. Refuses (409) a page out of date and a number already used.
 */
export const correctKeputusan = command(
  'keputusan.correct',
  async (ctx, { satkerKode, id, facts }: Correction) => {
    const before = await ctx.tx
      .selectFrom('keputusan')
      .select([
        'nomor',
        'tahun',
        'judul',
        'tanggal',
        'tempat',
        'ketua',
        'penyalin_nama',
        'penyalin_jabatan',
      ])
      .select(['berita_acara', 'mengubah_nomor', 'versi'])
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!before) throw notFound('Keputusan')
    allow(canCorrectKeputusan(ctx.actor, satkerKode))
    refuseIf(
      before.versi !== facts.versi,
      'Keputusan ini baru saja diubah orang lain. Buka kembali halamannya untuk melihat isinya sekarang, lalu ulangi.',
      before,
    )
    const others = await ctx.tx
      .selectFrom('keputusan')
      .select(['id', 'nomor', 'tahun'])
      .where('satker_kode', '=', satkerKode)
      .where('id', '<>', id)
      .where('nomor', 'in', [facts.nomor, facts.mengubah_nomor ?? facts.nomor])
      .orderBy('tahun', 'desc')
      .execute()
    refuseIf(
      others.some((other) => other.nomor === facts.nomor && other.tahun === facts.tahun),
      `Keputusan ${nomorKeputusan(facts)} sudah terdaftar.`,
    )
    const mengubah = others.find((other) => other.nomor === facts.mengubah_nomor)
    await ctx.tx
      .updateTable('keputusan')
      .set({ ...facts, versi: before.versi + 1, mengubah_id: mengubah?.id ?? null })
      .where('satker_kode', '=', satkerKode)
      .where('id', '=', id)
      .execute()
    await ctx.record(
      'diperbaiki',
      { satkerKode, benda: 'keputusan', id },
      { sebelum: before, sesudah: facts },
    )
  },
)
