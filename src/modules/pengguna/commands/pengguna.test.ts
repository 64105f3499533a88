import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { refusals } from '#test/support/refused.ts'
import { deactivatePengguna, editPengguna, reactivatePengguna } from './pengguna.ts'

const hub = testHub()
const refusedAs = refusals(hub, 'pengguna', 'penugasan')

const row = async (id: string) =>
  (await hub.services.ownerPool.query('select * from pengguna where id = $1', [id])).rows[0]

describe('correcting name and NIP', () => {
  const input = { nama: 'Nama Baru', nip: '190001012000011001', versi: 1 }

  it('needs someone signed in', async () => {
    const sari = await hub.actor('5203', 'pembaca')
    await refusedAs('not-signed-in', () => editPengguna(hub.as(null), { id: sari.id, ...input }))
  })

  it('is not permitted to a colleague, nor to those above', async () => {
    const sari = await hub.actor('5203', 'pembaca')
    for (const who of [
      sari,
      await hub.actor('5203', 'ketua'),
      await hub.actor('52', ['admin_satker', 'verifikator_provinsi']),
    ])
      await refusedAs('forbidden', () => editPengguna(hub.as(who), { id: sari.id, ...input }))
  })

  it('does not see a person of another office, nor an id that is none', async () => {
    const admin = await hub.actor('3508', 'admin_satker')
    const sari = await hub.actor('5203', 'pembaca')
    for (const id of [sari.id, 'bukan-id'])
      await refusedAs('not-found', () => editPengguna(hub.as(admin), { id, ...input }))
  })

  it('is refused to the second of two admins, who is shown what the first saved', async () => {
    const [first, second] = [
      await hub.actor('5203', 'admin_satker'),
      await hub.actor('5203', 'admin_satker'),
    ]
    const sari = await hub.actor('5203', 'pembaca')
    const results = await Promise.allSettled([
      editPengguna(hub.as(first), { id: sari.id, nama: 'Ejaan Satu', nip: null, versi: 1 }),
      editPengguna(hub.as(second), { id: sari.id, nama: 'Ejaan Dua', nip: null, versi: 1 }),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const kept = (await row(sari.id)).nama
    const refusal = await refusedAs('refused', () =>
      editPengguna(hub.as(second), { id: sari.id, nama: 'Ejaan Tiga', nip: null, versi: 1 }),
    )
    expect(refusal.detail).toMatchObject({ nama: kept, versi: 2 })
  })

  it('is refused when a colleague has that NIP', async () => {
    const admin = await hub.actor('5271', 'admin_satker')
    const [sari, budi] = [await hub.actor('5271'), await hub.actor('5271')]
    await editPengguna(hub.as(admin), { id: sari.id, ...input })
    await refusedAs('refused', () => editPengguna(hub.as(admin), { id: budi.id, ...input }))
  })

  it('is done, with an audit row that does not repeat the NIP', async () => {
    const admin = await hub.actor('1501', 'admin_satker')
    const sari = await hub.actor('1501')
    await editPengguna(hub.as(admin), { id: sari.id, ...input })
    expect(await row(sari.id)).toMatchObject({ nama: 'Nama Baru', nip: input.nip, versi: 2 })
    const { rows } = await hub.services.ownerPool.query(
      "select rincian from audit_log where benda_id = $1 and peristiwa = 'pengguna.diubah'",
      [sari.id],
    )
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows[0].rincian)).not.toContain(input.nip)
  })
})

describe('closing an office to a person', () => {
  it('needs someone signed in', async () => {
    const sari = await hub.actor('5203')
    await refusedAs('not-signed-in', () => deactivatePengguna(hub.as(null), { id: sari.id }))
    await refusedAs('not-signed-in', () => reactivatePengguna(hub.as(null), { id: sari.id }))
  })

  it('is not permitted to who is no admin of that office', async () => {
    const sari = await hub.actor('5203')
    const ketua = await hub.actor('5203', 'ketua')
    const admin = await hub.actor('5203', 'admin_satker')
    await refusedAs('forbidden', () => deactivatePengguna(hub.as(admin), { id: admin.id }))
    const above = await hub.actor('00', 'admin_satker')
    for (const who of [ketua, above]) {
      await refusedAs('forbidden', () => deactivatePengguna(hub.as(who), { id: sari.id }))
      await refusedAs('forbidden', () => reactivatePengguna(hub.as(who), { id: sari.id }))
    }
  })

  it('does not see a person of another office', async () => {
    const admin = await hub.actor('3508', 'admin_satker')
    const sari = await hub.actor('5203')
    await refusedAs('not-found', () => deactivatePengguna(hub.as(admin), { id: sari.id }))
    await refusedAs('not-found', () => reactivatePengguna(hub.as(admin), { id: sari.id }))
  })

  it('is refused for the last admin, also when two admins try it on each other at once', async () => {
    const [a, b] = [
      await hub.actor('3509', 'admin_satker'),
      await hub.actor('3509', 'admin_satker'),
    ]
    const results = await Promise.allSettled([
      deactivatePengguna(hub.as(a), { id: b.id }),
      deactivatePengguna(hub.as(b), { id: a.id }),
    ])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const gone = (await row(a.id)).deactivated_at === null ? b : a
    const left = gone === a ? b : a
    await refusedAs('refused', () => deactivatePengguna(hub.as(gone), { id: left.id }))
  })

  it('is refused twice over, and opening what is open too', async () => {
    const admin = await hub.actor('5203', 'admin_satker')
    const sari = await hub.actor('5203')
    await refusedAs('refused', () => reactivatePengguna(hub.as(admin), { id: sari.id }))
    await deactivatePengguna(hub.as(admin), { id: sari.id })
    await refusedAs('refused', () => deactivatePengguna(hub.as(admin), { id: sari.id }))
  })

  it('is done and undone, each with its audit row', async () => {
    const admin = await hub.actor('5203', 'admin_satker')
    const sari = await hub.actor('5203', 'ketua')
    await deactivatePengguna(hub.as(admin), { id: sari.id })
    expect(await row(sari.id)).toMatchObject({ deactivated_by: admin.id, versi: 2 })
    await reactivatePengguna(hub.as(admin), { id: sari.id })
    expect(await row(sari.id)).toMatchObject({ deactivated_at: null, deactivated_by: null })
    const { rows } = await hub.services.ownerPool.query(
      'select peristiwa from audit_log where benda_id = $1 order by nomor',
      [sari.id],
    )
    expect(rows.map((r) => r.peristiwa)).toEqual(['pengguna.dinonaktifkan', 'pengguna.diaktifkan'])
  })
})
