import { createHash } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { contentKey, type Store } from '#platform/files/files.ts'
import type { Services } from '#platform/services.ts'
import type { Masalah } from './masalah.ts'

type Content = { sha256: Buffer; satker_kode: string; nama: string }

/** Every content that a row speaks of: there, and unless in haste, still what its hash says. */
export async function checkFiles(
  { ownerPool, files: { store } }: Services,
  options: { hash: boolean; tell: (what: string) => void },
): Promise<{ masalah: Masalah[]; berkas: number }> {
  const { rows } = await ownerPool.query<Content>(contents)
  const masalah: Masalah[] = []
  for (const [i, { sha256, satker_kode: satkerKode, nama }] of rows.entries()) {
    options.tell(`berkas ${i + 1} dari ${rows.length}`)
    const fault = await faultOf(store, sha256, options.hash)
    if (fault)
      masalah.push({
        bobot: 1,
        jenis: 'berkas',
        satkerKode,
        pesan: `Berkas "${nama}" (${sha256.toString('hex').slice(0, 12)}…) ${fault}.`,
        tindakan:
          'Pulihkan cadangan terakhir ke folder lain dan salin isi itu dari sana, atau minta satuan kerja mengunggahnya lagi.',
      })
  }
  return { masalah, berkas: rows.length }
}

const contents = `
  select distinct on (sha256) sha256, satker_kode, nama from berkas
  where sha256 is not null and ready_at is not null order by sha256, satker_kode`

async function faultOf(store: Store, sha256: Buffer, readWhole: boolean): Promise<string | null> {
  const key = contentKey(sha256)
  if (!(await store.has(key))) return 'tidak ada di tempat penyimpanan'
  if (!readWhole) return null
  return (await hashOf(await store.read(key))).equals(sha256) ? null : 'berubah isinya'
}

async function hashOf(stream: Readable): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of stream) hash.update(chunk as Buffer)
  return hash.digest()
}

const gigabyte = 1_000_000_000
const leastFree = { bytes: gigabyte, share: 0.05 }

/** Room on the disk of the data folder. */
export async function checkDisk({ config }: Services): Promise<Masalah[]> {
  const disk = await statfs(config.dataDir)
  const free = disk.bavail * disk.bsize
  const share = disk.bavail / Math.max(1, disk.blocks)
  if (free >= leastFree.bytes && (share >= leastFree.share || free >= 20 * gigabyte)) return []
  const rest = (free / gigabyte).toLocaleString('id-ID', { maximumFractionDigits: 1 })
  return [
    {
      bobot: free < leastFree.bytes / 4 ? 2 : 3,
      jenis: 'cakram',
      satkerKode: null,
      pesan: `Ruang cakram untuk ${config.dataDir} tinggal ${rest} GB.`,
      tindakan: 'Pindahkan cadangan lama ke mesin lain, atau perbesar cakram.',
    },
  ]
}
