export type JenisSatker = 'pusat' | 'provinsi' | 'kabupaten' | 'kota'

export type Satker = {
  kode: string
  nama: string
  jenis: JenisSatker
  wilayah: string
  provinsi_kode: string | null
  zona_waktu: string
}

type Area = { code: string; name: string }
type Zona = Record<string, readonly string[]>

/** Aceh's election commissions are Komisi Independen Pemilihan (UU 11/2006). */
const sebutan = (provinsiKode: string) => (provinsiKode === '11' ? 'KIP' : 'KPU')

/** The 553 offices from the Kemendagri areas: KPU RI, a province each, a kabupaten/kota each. */
export function officesFrom(
  provinces: readonly Area[],
  regencies: readonly Area[],
  zona: Zona,
): Satker[] {
  const zoneOf = (provinsi: string): string => {
    const found = Object.entries(zona).find(([, codes]) => codes.includes(provinsi))
    if (!found) throw new Error(`no time zone for province ${provinsi}`)
    return found[0]
  }
  const pusat: Satker = {
    kode: '00',
    nama: 'KPU Republik Indonesia',
    jenis: 'pusat',
    wilayah: 'Indonesia',
    provinsi_kode: null,
    zona_waktu: zoneOf('00'),
  }
  const provinsi = provinces.map(({ code, name }): Satker => ({
    kode: code,
    nama: code === '11' ? 'KIP Aceh' : `KPU Provinsi ${name}`,
    jenis: 'provinsi',
    wilayah: name,
    provinsi_kode: code,
    zona_waktu: zoneOf(code),
  }))
  const kabupatenKota = regencies.map(({ code, name }): Satker => {
    const parent = code.slice(0, 2)
    return {
      kode: code.replace('.', ''),
      nama: `${sebutan(parent)} ${name}`,
      jenis: name.startsWith('Kota') ? 'kota' : 'kabupaten',
      wilayah: name.replace(/^(Kabupaten|Kota)( Administrasi)? /, ''),
      provinsi_kode: parent,
      zona_waktu: zoneOf(parent),
    }
  })
  return [pusat, ...provinsi, ...kabupatenKota]
}
