import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { berkasOf, keepBerkas } from '#modules/berkas'
import { type Caller, query } from '#platform/command.ts'
import { testHub } from '#test/support/hub.ts'
import type { EvidenBrief, EvidenUse } from '../queries/uses.ts'
import { evidenZip, zipSize } from './zip.ts'
import type { ZipRow } from './zip-entries.ts'

const hub = testHub()
const at = new Date('2026-11-20T00:00:00Z')
const head = {
  judul: 'Eviden Rencana RB 2026',
  satkerNama: 'KPU Kabupaten Sukamaju',
  keterangan: '',
}
const folder = mkdtempSync(join(tmpdir(), 'hub-zip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let admin: Caller
beforeAll(async () => {
  admin = hub.as(await hub.actor('5203', 'admin_satker'))
})

const briefs = query(({ tx }, ids: readonly string[]) => berkasOf({ tx }, '5203', ids))

/** A text file that was kept, as evidence. */
async function aFile(nama: string, text: string, judul = nama): Promise<EvidenBrief> {
  const bytes = Buffer.from(text)
  const { id } = await keepBerkas(hub.services, admin, { satkerKode: '5203', nama, bytes })
  const [row] = await briefs(admin, [id])
  if (!row?.sha256) throw new Error(`the file was not kept: ${row?.sebab ?? 'no row'}`)
  return aBrief(judul, {
    bentuk: 'berkas',
    berkas: {
      id,
      nama,
      state: 'ready',
      sebab: null,
      sha256: row.sha256.toString('hex'),
      ukuran: row.ukuran,
      jenisIsi: row.jenisIsi,
      halaman: null,
      pratinjau: false,
    },
  })
}

let ids = 0

const aBrief = (judul: string, more: Partial<EvidenBrief>): EvidenBrief => ({
  id: `e${ids++}`,
  bentuk: 'catatan',
  judul,
  tanggal: '2026-03-04',
  sumber: null,
  media: null,
  url: null,
  urlJudul: null,
  teks: null,
  jenisOtomatis: null,
  periode: null,
  lockedAt: null,
  berkas: null,
  ...more,
})

const aRow = (eviden: EvidenBrief, more: Partial<ZipRow> = {}): ZipRow => ({
  area: '2. Penataan Peraturan/Deregulasi: "Kebijakan"',
  kegiatan: 'Kegiatan',
  butir: 'Butir',
  use: aUse(eviden),
  document: null,
  ...more,
})

const aUse = (eviden: EvidenBrief): EvidenUse => ({
  id: `u${ids++}`,
  satkerKode: '5203',
  butirId: 'b',
  bulan: 3,
  slot: 'Notula',
  halaman: null,
  wilayah: null,
  catatan: null,
  createdAt: at,
  createdBy: { id: 'p', nama: 'Sari' },
  acceptedAt: at,
  returnedAt: null,
  decidedBy: 'Budi',
  catatanPutusan: null,
  state: 'accepted',
  eviden,
})

/** Unpacks with the system's own unzip and answers with where. */
function unpack(name: string, zip: Buffer): string {
  const file = join(folder, `${name}.zip`)
  const into = join(folder, name)
  writeFileSync(file, zip)
  execFileSync('unzip', ['-q', file, '-d', into])
  return into
}

const listed = (name: string) =>
  execFileSync('unzip', ['-Z1', join(folder, `${name}.zip`)], { encoding: 'utf8' })
    .trim()
    .split('\n')

const packed = (rows: readonly ZipRow[]) => buffer(evidenZip(hub.services, head, rows, at))

describe('an archive of evidence', () => {
  it('is unpacked and verified by the tools of every system [P.13]', async () => {
    const laporan = await aFile('laporan.txt', 'Laporan triwulan satu.\n', 'Laporan triwulan')
    const rows = [
      aRow(laporan),
      aRow(laporan, { butir: 'Butir lain' }),
      aRow(aBrief('Catatan rapat', { teks: 'Rapat dihadiri semua.' })),
      aRow(aBrief('Rekap', { bentuk: 'otomatis', jenisOtomatis: 'x', periode: '2026-T1' }), {
        document: {
          judul: 'Rekap <b>',
          per: '2026-03-31',
          angka: [],
          kolom: [],
          baris: [],
          catatan: [],
        },
      }),
      aRow(aBrief('Unggahan', { bentuk: 'tautan', url: 'https://contoh.invalid/a' })),
    ]
    const into = unpack('utuh', await packed(rows))
    const sums = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: into })
    expect(sums.toString()).not.toContain('FAILED')
    // one file used twice is in it once; the index names it twice
    expect(listed('utuh')).toHaveLength(4 + 3)
    const csv = readFileSync(join(into, 'indeks.csv'), 'utf8')
    expect(csv.split('\r\n').filter((line) => line.includes('Laporan triwulan'))).toHaveLength(2)
    const html = readFileSync(join(into, 'indeks.html'), 'utf8')
    for (const [, href] of html.matchAll(/href="([^"]+)"/g)) {
      if (href?.startsWith('https:')) continue
      expect(() => readFileSync(join(into, decodeURIComponent(href ?? '')))).not.toThrow()
    }
    expect(html).not.toMatch(/<script|<link/)
    expect(zipSize(rows).files).toBe(4)
  })

  it('bears no name that leaves its folder, and none twice', async () => {
    const names = ['../../etc/passwd.txt', 'C:\\surat.txt', 'SURAT.txt', 'surat.txt', '   .txt']
    const rows = await Promise.all(
      names.map(async (name) => aRow(await aFile('berkas.txt', name, name.replace(/\.txt$/, '')))),
    )
    unpack('nama', await packed(rows))
    const paths = listed('nama')
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
    for (const path of paths) expect(path).not.toMatch(/\.\.|^\/|\\|:/)
  })

  it('gives a spreadsheet no formula to run', async () => {
    const rows = [
      aRow(aBrief('=HYPERLINK("http://jahat.invalid")', { teks: 'isi' }), { butir: '@SUM(1)' }),
    ]
    const csv = readFileSync(join(unpack('rumus', await packed(rows)), 'indeks.csv'), 'utf8')
    expect(csv).toContain(`'@SUM(1)`)
    expect(csv).not.toMatch(/(^|;)"?[=@]/m)
  })

  it('names what is not checked yet without holding it up', async () => {
    const berkas = {
      ...(await aFile('nanti.txt', 'nanti')).berkas!,
      state: 'checking' as const,
      sha256: null,
    }
    const into = unpack(
      'belum',
      await packed([aRow(aBrief('Nanti', { bentuk: 'berkas', berkas }))]),
    )
    expect(listed('belum').toSorted()).toEqual(['SHA256SUMS', 'indeks.csv', 'indeks.html'])
    expect(readFileSync(join(into, 'indeks.csv'), 'utf8')).toContain('belum selesai diperiksa')
  })

  it('opens a file only when its turn has come, and lets go when the reader leaves', async () => {
    const rows = await Promise.all(
      Array.from({ length: 6 }, async (_, n) =>
        aRow(await aFile(`besar-${n}.txt`, `${n}\n`.repeat(200_000), `Besar ${n}`)),
      ),
    )
    let open = 0
    let opened = 0
    const { store } = hub.services.files
    const counting = {
      ...hub.services.files,
      store: {
        ...store,
        read: async (key: string): Promise<Readable> => {
          const stream = await store.read(key)
          opened++
          open++
          stream.once('close', () => open--)
          return stream
        },
      },
    }
    const zip = evidenZip({ files: counting }, head, rows, at)
    for await (const _ of zip) if (opened > 0) break
    expect(opened).toBeLessThan(rows.length)
    zip.destroy()
    await expect.poll(() => open).toBe(0)
  })
})
