import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadReferenceOnce } from '#platform/db/reference.ts'
import type { Services } from '#platform/services.ts'

/** Loads the road maps. One that a plan is tied to is never taken away. */
export async function loadPetaJalan({ ownerPool, config }: Services): Promise<void> {
  const text = await readFile(join(config.projectRoot, 'data/rencana/peta-jalan.json'), 'utf8')
  const { petaJalan } = JSON.parse(text) as { petaJalan: unknown[] }
  await loadReferenceOnce(ownerPool, 'peta-jalan', text, async (client) => {
    await client.query(
      `insert into peta_jalan (kode, judul, lingkup, tahun_dari, tahun_sampai, sasaran, sumber, keyakinan, catatan)
       select * from jsonb_to_recordset($1::jsonb) as x(kode text, judul text, lingkup text, tahun_dari int,
         tahun_sampai int, sasaran jsonb, sumber text, keyakinan text, catatan text)
       on conflict (kode) do update set judul = excluded.judul, lingkup = excluded.lingkup,
         tahun_dari = excluded.tahun_dari, tahun_sampai = excluded.tahun_sampai, sasaran = excluded.sasaran,
         sumber = excluded.sumber, keyakinan = excluded.keyakinan, catatan = excluded.catatan`,
      [JSON.stringify(petaJalan)],
    )
  })
}
