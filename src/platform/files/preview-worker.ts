import { readFile, writeFile } from 'node:fs/promises'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

const side = 480
const [path = '', out = '', fonts = ''] = process.argv.slice(2)

/** Draws the first page of a PDF as PNG and says how many pages there are; a process of its own, for it may break. */
const document = await getDocument({
  data: new Uint8Array(await readFile(path)),
  standardFontDataUrl: fonts,
  cMapUrl: fonts.replace('standard_fonts', 'cmaps'),
  cMapPacked: true,
  wasmUrl: fonts.replace('standard_fonts', 'wasm'),
  enableXfa: false,
  stopAtErrors: false,
  maxImageSize: 40_000_000,
  verbosity: VerbosityLevel.ERRORS,
}).promise
process.stdout.write(`${document.numPages}\n`)
const page = await document.getPage(1)
const natural = page.getViewport({ scale: 1 })
const viewport = page.getViewport({ scale: (2 * side) / Math.max(natural.width, natural.height) })
const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
// pdfjs draws on what the browser calls a canvas; this one has the same methods
const surface = canvas as unknown as HTMLCanvasElement
await page.render({ canvas: surface, viewport, background: 'white' }).promise
await writeFile(out, await canvas.encode('png'))
process.exit(0)
