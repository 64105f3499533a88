import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getProvinces, getRegencies } from 'idn-area-data'
import { loadReferenceOnce } from '#platform/db/reference.ts'
import type { Services } from '#platform/services.ts'
import { officesFrom, type Satker } from './satker.ts'

type UnitBaku = {
  untuk: string[]
  jenis: string
  nama: string
  singkatan: string
  dari: string
  sampai: string | null
  sumber: string
}
type JabatanBaku = { untuk: string[]; jenis: string; nama: string }

const headOf: Record<string, { jenis: string; nama: string }> = {
  bagian: { jenis: 'kabag', nama: 'Kepala' },
  subbagian: { jenis: 'kasubbag', nama: 'Kepala' },
}

/** Loads the 553 offices, their standard units and posts. Ids follow from names, so a reload changes nothing. */
export async function loadSatker({ ownerPool, config }: Services): Promise<void> {
  const folder = join(config.projectRoot, 'data/satker')
  const [zonaText, unitText] = await Promise.all(
    ['zona-waktu.json', 'unit.json'].map((name) => readFile(join(folder, name), 'utf8')),
  )
  const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies()])
  const { zona } = JSON.parse(zonaText ?? '') as { zona: Record<string, string[]> }
  const offices = officesFrom(provinces, regencies, zona)
  const baku = JSON.parse(unitText ?? '') as { unit: UnitBaku[]; jabatan: JabatanBaku[] }
  const source = JSON.stringify([offices, unitText])
  await loadReferenceOnce(ownerPool, 'satker', source, async (client) => {
    await client.query(
      `insert into satker select * from jsonb_to_recordset($1::jsonb)
         as x(kode text, nama text, jenis text, wilayah text, provinsi_kode text, zona_waktu text)
       on conflict (kode) do update set nama = excluded.nama, jenis = excluded.jenis, wilayah = excluded.wilayah,
         provinsi_kode = excluded.provinsi_kode, zona_waktu = excluded.zona_waktu`,
      [JSON.stringify(offices)],
    )
    await client.query(
      `insert into unit (satker_kode, id, nama, singkatan, jenis, dari, sampai, sumber)
       select * from jsonb_to_recordset($1::jsonb)
         as x(satker_kode text, id uuid, nama text, singkatan text, jenis text, dari date, sampai date, sumber text)
       on conflict (satker_kode, id) do nothing`,
      [JSON.stringify(offices.flatMap((office) => unitsOf(office, baku.unit)))],
    )
    await client.query(
      `insert into jabatan (satker_kode, id, unit_id, nama, jenis, dari, sampai)
       select * from jsonb_to_recordset($1::jsonb)
         as x(satker_kode text, id uuid, unit_id uuid, nama text, jenis text, dari date, sampai date)
       on conflict (satker_kode, id) do nothing`,
      [JSON.stringify(offices.flatMap((office) => postsOf(office, baku)))],
    )
  })
}

const unitsOf = (office: Satker, units: UnitBaku[]) =>
  units
    .filter((unit) => unit.untuk.includes(office.jenis))
    .map(({ untuk: _, ...unit }) => ({
      ...unit,
      satker_kode: office.kode,
      id: idOf(office.kode, unit.nama),
    }))

function postsOf(office: Satker, baku: { unit: UnitBaku[]; jabatan: JabatanBaku[] }) {
  const heads = unitsOf(office, baku.unit).flatMap((unit) => {
    const head = headOf[unit.jenis]
    if (!head) return []
    const { satker_kode, dari, sampai } = unit
    const nama = `${head.nama} ${unit.nama}`
    return [
      {
        satker_kode,
        id: idOf(satker_kode, nama),
        unit_id: unit.id,
        nama,
        jenis: head.jenis,
        dari,
        sampai,
      },
    ]
  })
  const officers = baku.jabatan
    .filter((jabatan) => jabatan.untuk.includes(office.jenis))
    .map(({ nama, jenis }) => ({
      satker_kode: office.kode,
      id: idOf(office.kode, nama),
      unit_id: null,
      nama: `${nama} ${office.nama}`,
      jenis,
      dari: '2017-08-16',
      sampai: null,
    }))
  return [...officers, ...heads]
}

/** A UUID (version 8, RFC 9562) that follows from office and name. */
function idOf(satkerKode: string, nama: string): string {
  const hex = createHash('sha256').update(`${satkerKode}/${nama}`).digest('hex')
  const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
