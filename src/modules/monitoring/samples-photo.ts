import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { keepBerkas } from '#modules/berkas'
import type { Caller } from '#platform/command.ts'
import type { Services } from '#platform/services.ts'
import { attachBerkasRapat } from './commands/berkas-rapat.ts'

type Box = readonly [left: number, top: number, width: number, height: number]

const wall: Box = [0, 0, 960, 640]
const screen: Box = [300, 60, 360, 200]
const bars: readonly Box[] = [
  [340, 190, 40, 40],
  [400, 160, 40, 70],
  [460, 130, 40, 100],
  [520, 100, 40, 130],
]
const table: Box = [40, 430, 880, 210]
const papers: readonly Box[] = [
  [200, 470, 110, 74],
  [420, 470, 110, 74],
  [640, 470, 110, 74],
]

function person(draw: SKRSContext2D, x: number): void {
  draw.fillStyle = '#c9a184'
  draw.beginPath()
  draw.arc(x, 320, 30, 0, 2 * Math.PI)
  draw.fill()
  draw.fillStyle = '#5b6b7f'
  draw.beginPath()
  draw.arc(x, 430, 64, Math.PI, 2 * Math.PI)
  draw.fill()
}

/** People around a table in front of a screen as a JPEG: drawn, so that nobody real is shown. */
function scene(): Promise<Buffer> {
  const canvas = createCanvas(wall[2], wall[3])
  const draw = canvas.getContext('2d')
  const fill = (colour: string, boxes: readonly Box[]) => {
    draw.fillStyle = colour
    for (const box of boxes) draw.fillRect(...box)
  }
  fill('#e8e4dc', [wall])
  fill('#ffffff', [screen])
  fill('#8a1c1c', bars)
  for (const x of [140, 310, 480, 650, 820]) person(draw, x)
  fill('#a9805a', [table])
  fill('#fdfdfb', papers)
  return canvas.encode('jpeg', 80)
}

/** Puts a picture of the meeting into its pack, the one document that nobody can write. */
export async function attachSamplePhoto(
  services: Services,
  caller: Caller,
  { satkerKode, rapatId }: { satkerKode: string; rapatId: string },
): Promise<void> {
  const bytes = await scene()
  const nama = 'Foto rapat (gambar contoh).jpg'
  const { id } = await keepBerkas(services, caller, { satkerKode, nama, bytes })
  await attachBerkasRapat(caller, { rapatId, dokumen: 'dokumentasi', berkasIds: [id] })
}
