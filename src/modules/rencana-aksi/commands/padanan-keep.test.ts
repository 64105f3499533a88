import { expect, it } from 'vitest'
import { command, query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import { padananOf } from '../queries/padanan.ts'
import { aButir, aPlan, aRenaksi, type Plan, treeOf } from '../rencana.fixture.ts'
import { placesOf } from '../tree.ts'
import { replaceRencanaFromRenaksi } from './import.ts'
import { editIndikator } from './indikator.ts'
import { linkPadanan } from './padanan.ts'
import { setSasaran, tiePetaJalan } from './peta-jalan.ts'

const hub = testHub()
const replace = command('uji.replace', replaceRencanaFromRenaksi)
const padanan = query(async (q, { tree }: Plan) => padananOf(q, tree))

it('a decree read again keeps padanan, sasaran and targets of the rows that stay [P.09]', async () => {
  const teks = 'Persentase SOP yang dievaluasi'
  const butir = [aButir('Mengevaluasi SOP', { indikator: [teks] }), aButir('Rapat')]
  const zi = await aPlan(hub, '3508', 'draft', { tahun: 2024, jenis: 'ZI', butir })
  const rb = await aPlan(hub, '3508', 'approved', { tahun: 2024, jenis: 'RB', butir })
  const rencanaId = zi.id
  const [first = '', second = ''] = zi.butirIds
  const pairs = [first, second].map((butirId, index) => ({
    butirId,
    padananId: rb.butirIds[index] ?? '',
  }))
  await linkPadanan(zi.admin, { rencanaId, pairs })
  await tiePetaJalan(zi.admin, { rencanaId, petaJalanKode: 'rm-rb-2020-2024' })
  await setSasaran(zi.admin, { rencanaId, sasaran: [{ butirId: first, sasaranKode: 'RM-1' }] })
  const indikatorId = placesOf(zi.tree)[0]?.butir.indikator[0]?.id ?? ''
  const ukuran = { jenis: 'persen', satuan: null, arah: 'naik', caraHitung: 'rerata' } as const
  await editIndikator(zi.admin, { rencanaId, indikatorId, ...ukuran, target: 75, versi: 1 })

  await replace(zi.admin, { rencanaId, renaksi: aRenaksi(butir.slice(0, 1), 2024, 'ZI') })
  expect(await padanan(zi.admin, zi)).toMatchObject([{ butirId: first, padananId: rb.butirIds[0] }])
  const { rows } = await hub.services.ownerPool.query('select butir_id from butir_sasaran')
  expect(rows).toEqual([{ butir_id: first }])
  const kept = placesOf(await treeOf(zi.admin, rencanaId))[0]?.butir.indikator[0]
  expect(kept).toMatchObject({ teks, target: 75, caraHitung: 'rerata' })
})
