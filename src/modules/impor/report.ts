import { nomorKeputusan, type Renaksi, type RenaksiArea } from '#modules/keputusan'
import { longDate } from '#platform/date.ts'

/** What was read, for a person at a terminal: header, counts, findings, leftovers. */
export function reportOf(renaksi: Renaksi): string {
  const { keputusan, rencana, sumber, temuan = [], sisa = [] } = renaksi
  return [
    `${sumber?.nama ?? 'Berkas'} (${sumber?.jenis ?? 'json'})`,
    `  Keputusan  ${keputusan.penerbit || 'penerbit tidak terbaca'}`,
    `             ${nomorKeputusan({ ...keputusan, nomor: keputusan.nomor || '?' })}, ${longDate(keputusan.tanggal)}`,
    `             ${keputusan.judul}`,
    `  Rencana    ${rencana.jenis} ${rencana.tahun}: ${countsOf(rencana.area)}`,
    ...rencana.area.map((area) => `             ${areaLine(area)}`),
    `  Temuan     ${temuan.length}`,
    ...temuan.map(({ pesan, baris }) => `             ${placeOf(baris)}${pesan}`),
    `  Sisa       ${sisa.length} baris tanpa tempat`,
    ...sisa.map(({ baris, teks }) => `             ${placeOf([baris])}${teks}`),
    '',
  ].join('\n')
}

const butirIn = (area: RenaksiArea) => area.kegiatan.flatMap(({ butir }) => butir)

function countsOf(area: readonly RenaksiArea[]): string {
  const kegiatan = area.reduce((sum, each) => sum + each.kegiatan.length, 0)
  const butir = area.flatMap(butirIn)
  const scheduled = butir.filter(({ jadwal }) => jadwal !== null).length
  return `${area.length} area, ${kegiatan} kegiatan, ${butir.length} butir, ${scheduled} berjadwal`
}

const areaLine = (area: RenaksiArea): string =>
  `${[area.nomor, area.judul ?? '(tanpa judul)'].filter(Boolean).join(' ')}: ${butirIn(area).length} butir`

const placeOf = (baris: readonly number[] = []): string => {
  const [first] = baris
  if (first === undefined) return ''
  return baris.length === 1 ? `baris ${first}: ` : `baris ${first} dan ${baris.length - 1} lain: `
}
