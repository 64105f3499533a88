import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadReferenceOnce } from '#platform/db/reference.ts'
import type { Services } from '#platform/services.ts'

/** Loads the register of legal bases. What a person has corrected since (versi > 1) is kept. */
export async function loadPeraturan({ ownerPool, config }: Services): Promise<void> {
  const text = await readFile(join(config.projectRoot, 'data/hukum/peraturan.json'), 'utf8')
  const { peraturan, hubungan } = JSON.parse(text) as { peraturan: unknown[]; hubungan: unknown[] }
  await loadReferenceOnce(ownerPool, 'peraturan', text, async (client) => {
    await client.query(
      `insert into peraturan (kode, judul, jenis, berlaku_dari, berlaku_sampai, sumber, keyakinan, catatan)
       select * from jsonb_to_recordset($1::jsonb) as x(kode text, judul text, jenis text, berlaku_dari date,
         berlaku_sampai date, sumber text, keyakinan text, catatan text)
       on conflict (kode) do update set judul = excluded.judul, jenis = excluded.jenis,
         berlaku_dari = excluded.berlaku_dari, berlaku_sampai = excluded.berlaku_sampai, sumber = excluded.sumber,
         keyakinan = excluded.keyakinan, catatan = excluded.catatan
       where peraturan.versi = 1`,
      [JSON.stringify(peraturan)],
    )
    await client.query(
      `insert into peraturan_hubungan (kode, jenis, sasaran_kode, sumber, keyakinan)
       select * from jsonb_to_recordset($1::jsonb)
         as x(kode text, jenis text, sasaran_kode text, sumber text, keyakinan text)
       on conflict do nothing`,
      [JSON.stringify(hubungan)],
    )
  })
}
