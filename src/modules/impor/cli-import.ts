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
  const office = await (wanted.satker === null
    ? officeOfDecree(services, (await readFileIsolated({ nama, bytes })).keputusan)
    : officeByCode(services, wanted.satker))
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

const offices = ({ db }: Services) => db.selectFrom('satker').select(['kode', 'nama', 'zona_waktu'])

async function officeByCode(services: Services, kode: string): Promise<Office> {
  const office = await offices(services).where('kode', '=', kode).executeTakeFirst()
  if (!office) throw refused(`Tidak ada satuan kerja berkode ${kode}.`)
  return office
}

/** The office that issued a decree, by its level and region. */
async function officeOfDecree(
  services: Services,
  { tingkat, wilayah, penerbit }: RenaksiKeputusan,
): Promise<Office> {
  const office =
    tingkat === 'pusat'
      ? await offices(services).where('kode', '=', '00').executeTakeFirst()
      : await offices(services)
          .where('jenis', '=', tingkat ?? '')
          .where((eb) => eb(eb.fn('lower', ['wilayah']), '=', (wilayah ?? '').toLowerCase()))
          .executeTakeFirst()
  if (!office)
    throw refused(`Satuan kerja "${penerbit}" tidak dikenali. Sebutkan kodenya dengan --satker.`)
  return office
}
