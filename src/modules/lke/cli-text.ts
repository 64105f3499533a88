import type { JalanLulus } from './jalan-lulus.ts'
import type { laporanOf } from './laporan.ts'

type Laporan = ReturnType<typeof laporanOf>

/** A score as a person reads it. */
export const summary = ({ total, kelengkapan, area, gerbang }: Laporan): string =>
  [
    `Nilai ${two(total)}; terjawab ${kelengkapan.terjawab} dari ${kelengkapan.dari}.`,
    ...area.map(
      (one) => `  ${one.nomor}. ${one.judul}: ${two(one.nilai)} dari ${two(one.maksimum)}`,
    ),
    ...Object.entries(gerbang).flatMap(([name, { lulus, uji }]) => [
      `${name}: ${lulus ? 'lulus' : 'belum lulus'}`,
      ...uji
        .filter((one) => !one.lulus)
        .map((one) => `  ${one.syarat}: ${two(one.nilai)}, paling sedikit ${two(one.ambang)}`),
    ]),
  ].join('\n')

const two = (value: number) =>
  value.toLocaleString('id-ID', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** A way to pass as plain JSON. */
export const plainWay = (gerbang: string, way: JalanLulus) =>
  way.ada
    ? {
        gerbang,
        ...way,
        langkah: way.langkah.map((one) => ({
          ...one,
          dari: one.dari.valueOf(),
          ke: one.ke.valueOf(),
        })),
      }
    : { gerbang, ...way }

/** A way to pass as a person reads it. */
export function wayText(gerbang: string, way: JalanLulus): string {
  if (!way.ada)
    return [
      `Tidak ada jalan ke ${gerbang}. Yang tetap tidak terpenuhi:`,
      ...way.terhalang.map(({ syarat }) => `  ${syarat}`),
    ].join('\n')
  if (way.langkah.length === 0) return `Semua syarat ${gerbang} sudah terpenuhi.`
  return [
    `${way.langkah.length} pertanyaan dinaikkan agar ${gerbang} terpenuhi (usaha ${way.usaha}):`,
    ...way.langkah.map(
      (one) =>
        `  ${one.id}: ke ${one.sasaran} (${two(one.dari.valueOf())} menjadi ${two(one.ke.valueOf())}) ${one.teks}`,
    ),
  ].join('\n')
}
