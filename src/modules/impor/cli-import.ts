import { readFileIsolated, type RenaksiKeputusan } from '#modules/keputusan'
import { refused } from '#platform/errors.ts'
import { systemActor } from '#platform/identity/actor.ts'
import { callerOf, type Services } from '#platform/services.ts'
import { accept } from './commands/accept.ts'
import { acceptRemaining } from './commands/temuan.ts'
import { upload } from './commands/upload.ts'
import { jobs } from './jobs.ts'

type Wanted = { nama: string; bytes: Uint8Array; terima: boolean; satker: string | null }
type Office = { kode: string; nama: string; zona_waktu: string }

/** Stores a file as an import of its office, as the system, and accepts it when asked. Returns what was done, as a sentence. */
export async function importFile(services: Services, wanted: Wanted): Promise<string> {
  const { nama, bytes, terima } = wanted
  const { keputusan } = await readFileIsolated({ nama, bytes })
  const office = await officeOf(services, { keputusan, satker: wanted.satker })
  const caller = () => callerOf(services, systemActor(office.kode, office.zona_waktu))
  const { id } = await upload(caller(), { satkerKode: office.kode, nama, bytes })
  await jobs['impor.read']?.(services, { satkerKode: office.kode, id })
  if (!terima) return `tersimpan untuk ${office.nama}; periksa di /kerja/impor/${id}`
  const { temuan } = await acceptRemaining(caller(), { imporId: id })
  const { cara, usulan } = await accept(caller(), { imporId: id })
  const plan = {
    dibuat: 'draf rencana dibuat',
    diganti: 'draf rencana diganti',
    diusulkan: `${usulan} usulan perubahan diajukan`,
  }
  return `diterima untuk ${office.nama}: ${plan[cara]}, ${temuan} temuan diterima`
}

type Named = { keputusan: RenaksiKeputusan; satker: string | null }

/** The office by its code, else by level and region of the decree. */
async function officeOf({ db }: Services, { keputusan, satker }: Named): Promise<Office> {
  const { tingkat, wilayah } = keputusan
  const offices = db.selectFrom('satker').select(['kode', 'nama', 'zona_waktu'])
  if (satker !== null) {
    const office = await offices.where('kode', '=', satker).executeTakeFirst()
    if (!office) throw refused(`Tidak ada satuan kerja berkode ${satker}.`)
    return office
  }
  const office =
    tingkat === 'pusat'
      ? await offices.where('kode', '=', '00').executeTakeFirst()
      : await offices
          .where('jenis', '=', tingkat ?? '')
          .where((eb) => eb(eb.fn('lower', ['wilayah']), '=', (wilayah ?? '').toLowerCase()))
          .executeTakeFirst()
  if (!office)
    throw refused(
      `Satuan kerja "${keputusan.penerbit}" tidak dikenali. Sebutkan kodenya dengan --satker.`,
    )
  return office
}
