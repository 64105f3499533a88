import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actorHolding } from '#modules/pengguna'
import { mount as pengguna } from '#mount/pengguna'
import { readConfig } from '#platform/config.ts'
import { openServices } from '#platform/open-services.ts'
import { callerOf } from '#platform/services.ts'
import { loadReference } from '../src/load-data.ts'
import { openPutaran } from '../src/modules/monitoring/commands/putaran.ts'
import { putaranForStaff } from '../src/modules/monitoring/queries/putaran.ts'
import { mounts } from '../src/mounts.ts'

/** How long it takes to open a round of monev for all 553 offices, and to see how far they are. */
const rounds = 12

const dataDir = mkdtempSync(join(tmpdir(), 'hub-putaran-'))
const config = readConfig({ HUB_DATA: dataDir, LOG_LEVEL: 'silent', PATH: process.env.PATH })
const { services, close } = await openServices(config, 'serve')
const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const from = performance.now()
  const value = await work()
  return [performance.now() - from, value]
}
try {
  await loadReference(services, mounts)
  await pengguna.samples?.(services)
  const caller = callerOf(services, await actorHolding(services, '00', 'pengawas_nasional'))
  const rows = []
  for (let bulan = 1; bulan <= rounds; bulan++) {
    const [open, { id, satker }] = await timed(() =>
      openPutaran(caller, {
        satkerKode: '00',
        judul: `Monev bulan ${bulan}`,
        tahun: 2026,
        periode: `B${String(bulan).padStart(2, '0')}`,
        lingkup: 'semua',
        mulai: '2026-12-07',
        hariKerja: 10,
        gelombang: 3,
        jeda: 5,
        untuk: ['sendiri', 'provinsi', 'kabkota'],
      }),
    )
    const [page] = await timed(() =>
      putaranForStaff(caller, { id, keadaan: '', satker: '', page: 1 }),
    )
    rows.push({ bulan, satker, 'buka ms': open.toFixed(0), 'halaman ms': page.toFixed(0) })
  }
  // oxlint-disable-next-line no-console -- a table for the person who runs this
  console.table(rows)
} finally {
  await close()
  rmSync(dataDir, { recursive: true, force: true })
}
