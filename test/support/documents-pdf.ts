/** Draws PDF files from content streams; every letter of Courier is 0.6 of its size wide. */
export type PdfPage = { width: number; height: number; content: string; rotate?: number }

export const letterWidth = 0.6

/** Puts pages together with the fonts F1 (Courier) and F2 (ZapfDingbats, whose "3" is a tick). */
export function buildPdf(pages: PdfPage[]): Buffer {
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>',
    ...pages.flatMap((page, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${page.width} ${page.height}]/Rotate ${page.rotate ?? 0}` +
        `/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents ${6 + i * 2} 0 R>>`,
      `<</Length ${Buffer.byteLength(page.content, 'latin1')}>>stream\n${page.content}\nendstream`,
    ]),
  ]
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const offset = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  const trailer = `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + table + trailer, 'latin1')
}

/** Text at a point measured from the top left corner of a page of this height. */
export function drawText(height: number, x: number, y: number, size: number, text: string): string {
  const font = text === '✓' ? 'F2' : 'F1'
  const shown = text === '✓' ? '3' : text.replace(/[\\()]/g, (char) => `\\${char}`)
  return `BT /${font} ${size} Tf ${fixed(x)} ${fixed(height - y)} Td (${shown}) Tj ET\n`
}

/** A rule as Word's PDF export draws it: a thin filled box. */
export function drawRule(height: number, x0: number, y0: number, x1: number, y1: number): string {
  return `0 g ${fixed(x0)} ${fixed(height - y1)} ${fixed(x1 - x0 + 0.5)} ${fixed(y1 - y0 + 0.5)} re f\n`
}

export function drawShade(height: number, x0: number, y0: number, x1: number, y1: number): string {
  return `0.75 g ${fixed(x0)} ${fixed(height - y1)} ${fixed(x1 - x0)} ${fixed(y1 - y0)} re f 0 g\n`
}

/** Breaks text into lines of at most `width` letters, as a typesetter does. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1)
      if (last !== undefined && last.length + 1 + word.length <= width) {
        lines[lines.length - 1] = `${last} ${word}`
      } else lines.push(word)
    }
    return lines
  })
}

function fixed(n: number): string {
  return n.toFixed(2)
}
