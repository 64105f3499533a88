import { sql } from 'kysely'
import type { Q } from '#platform/command.ts'
import { notFound } from '#platform/errors.ts'
import { type Dokumen, type DokumenState, packOf } from '../rapat.ts'

type Row = {
  agenda: string | null
  pembahasan: string | null
  simpulan: string | null
  penilaian: string | null
  peserta: number
  hadir: number
  berkas: Dokumen[] | null
  zona: string
}

/** The state of the five documents of a meeting, in one statement. */
export async function packOfRapat(
  { tx }: Pick<Q, 'tx'>,
  { satkerKode, id }: { satkerKode: string; id: string },
): Promise<{ pack: DokumenState[]; penilaian: string | null; zona: string }> {
  const { rows } = await sql<Row>`
    select r.agenda, r.pembahasan, r.simpulan, r.penilaian, s.zona_waktu as zona,
      (select count(*)::int from rapat_peserta p where p.satker_kode = r.satker_kode and p.rapat_id = r.id) as peserta,
      (select count(*)::int from rapat_peserta p
        where p.satker_kode = r.satker_kode and p.rapat_id = r.id and p.hadir) as hadir,
      (select array_agg(distinct b.dokumen) from rapat_berkas b
        join berkas f on f.satker_kode = b.satker_kode and f.id = b.berkas_id and f.rejected_at is null
        where b.satker_kode = r.satker_kode and b.rapat_id = r.id) as berkas
    from rapat r join satker s on s.kode = r.satker_kode
    where r.satker_kode = ${satkerKode} and r.id = ${id}`.execute(tx)
  const row = rows[0]
  if (!row) throw notFound('Rapat')
  return {
    pack: packOf({ ...row, berkas: row.berkas ?? [] }),
    penilaian: row.penilaian,
    zona: row.zona,
  }
}
