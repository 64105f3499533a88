import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const butir = z.object({
  label: z.string().nullable(),
  uraian: z.string().nullable(),
  langkah: z.string().nullable(),
  bulan: z.array(z.int().min(1).max(12)).min(1),
  eviden: z.array(z.string()).min(1),
  indikator: z.array(
    z.object({ teks: z.string(), jenis: z.string(), target: z.number().nullable() }),
  ),
})

const kegiatan = z.object({ judul: z.string().nullable(), butir: z.array(butir) })

const isiNasional = z.object({
  keterangan: z.string(),
  rencana: z.array(
    z.object({
      jenis: z.enum(['RB', 'ZI']),
      area: z.array(
        z.object({
          judul: z.string(),
          areaBaku: z.int().min(1).max(8),
          kegiatan: z.array(kegiatan),
        }),
      ),
    }),
  ),
})

/** What the sample plans are made of, one row a part, numbered within its plan. */
export type IsiContoh = {
  area: { jenis: string; area: number; judul: string; areaBaku: number }[]
  kegiatan: { jenis: string; kegiatan: number; area: number; judul: string | null }[]
  butir: (z.infer<typeof butir> & { jenis: string; nomor: number; kegiatan: number })[]
}

/** Reads data/contoh/rencana-nasional.json. */
export async function readIsiContoh(projectRoot: string): Promise<IsiContoh> {
  const text = await readFile(join(projectRoot, 'data/contoh/rencana-nasional.json'), 'utf8')
  const rows: IsiContoh = { area: [], kegiatan: [], butir: [] }
  for (const { jenis, area } of isiNasional.parse(JSON.parse(text)).rencana) {
    const counts = { kegiatan: 0, nomor: 0 }
    for (const [index, { judul, areaBaku, kegiatan: groups }] of area.entries()) {
      rows.area.push({ jenis, area: index + 1, judul, areaBaku })
      for (const group of groups) {
        const number = ++counts.kegiatan
        rows.kegiatan.push({ jenis, kegiatan: number, area: index + 1, judul: group.judul })
        for (const one of group.butir)
          rows.butir.push({ ...one, jenis, nomor: ++counts.nomor, kegiatan: number })
      }
    }
  }
  return rows
}
