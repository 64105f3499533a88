import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadReferenceOnce } from '#platform/db/reference.ts'
import type { Services } from '#platform/services.ts'

/** Loads the numbers that hold until an office or a person chooses others. */
export async function loadKebijakanBawaan({ ownerPool, config }: Services): Promise<void> {
  const text = await readFile(join(config.projectRoot, 'data/pengingat/bawaan.json'), 'utf8')
  const { kebijakan } = JSON.parse(text) as { kebijakan: unknown[] }
  await loadReferenceOnce(ownerPool, 'kebijakan-bawaan', text, async (client) => {
    await client.query(
      `insert into kebijakan_bawaan (nama, isi, sumber)
       select * from jsonb_to_recordset($1::jsonb) as x(nama text, isi jsonb, sumber text)
       on conflict (nama) do update set isi = excluded.isi, sumber = excluded.sumber`,
      [JSON.stringify(kebijakan)],
    )
  })
}
