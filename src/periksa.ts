import type { CliCommand } from '#platform/mount.ts'

type Break = { satker_kode: string; nomor: number; sebab: string }

/** Verifies every office's audit chain. */
export const periksa: CliCommand = {
  name: 'periksa',
  summary: 'memeriksa keutuhan jejak audit semua satker',
  help: 'hub periksa\n\nMenghitung ulang hash setiap baris jejak audit dan melaporkan rantai yang putus.\nKeluar dengan status 1 bila ada yang tidak cocok.',
  async run(args, open) {
    if (args.length > 0) {
      process.stderr.write('Perintah ini tanpa pilihan. Lihat: hub periksa --help\n')
      return 2
    }
    const { ownerPool } = await open()
    const { rows } = await ownerPool.query<Break>('select * from hub.periksa_audit()')
    const { rows: sums } = await ownerPool.query<{ baris: number; rantai: number }>(
      'select count(*) as baris, count(distinct satker_kode) as rantai from audit_log',
    )
    for (const row of rows)
      process.stdout.write(`Satker ${row.satker_kode}, baris ${row.nomor}: ${row.sebab}\n`)
    const sum = sums[0] ?? { baris: 0, rantai: 0 }
    process.stdout.write(
      rows.length === 0
        ? `Utuh: ${sum.baris} baris dalam ${sum.rantai} rantai.\n`
        : `${rows.length} masalah dalam ${sum.baris} baris.\n`,
    )
    return rows.length === 0 ? 0 : 1
  },
}
