import { readXml } from './read-xml.ts'

/** What a cell style says that matters to reading. */
export type XlsxStyle = {
  /** number format, as a built-in id or as a code */
  format: number | string
  font: string | null
  shaded: boolean
}

/** Reads xl/styles.xml: the cell formats by index. */
export async function readXlsxStyles(
  part: AsyncIterable<Uint8Array> | null,
): Promise<(index: number) => XlsxStyle> {
  const formats = new Map<number, string>()
  const fonts: (string | null)[] = []
  const fills: boolean[] = []
  const styles: { format: number; font: number; fill: number }[] = []
  const path: string[] = []
  if (part) {
    await readXml(part, {
      open(name, attribute) {
        const group = path.at(-1)
        if (name === 'numFmt') {
          formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
        } else if (name === 'font' && group === 'fonts') fonts.push(null)
        else if (name === 'name' && group === 'font' && path.includes('fonts')) {
          fonts[fonts.length - 1] = attribute('val') ?? null
        } else if (name === 'fill' && group === 'fills') fills.push(false)
        else if (name === 'patternFill' && path.includes('fills')) {
          fills[fills.length - 1] = (attribute('patternType') ?? 'none') !== 'none'
        } else if (name === 'fgColor' && path.includes('fills') && isWhite(attribute)) {
          fills[fills.length - 1] = false
        } else if (name === 'xf' && group === 'cellXfs') {
          const number = (key: string): number => Number(attribute(key) ?? 0)
          styles.push({
            format: number('numFmtId'),
            font: number('fontId'),
            fill: number('fillId'),
          })
        }
        path.push(name)
      },
      close: () => {
        path.pop()
      },
    })
  }
  return (index) => {
    const style = styles[index] ?? { format: 0, font: 0, fill: 0 }
    return {
      format: formats.get(style.format) ?? style.format,
      font: fonts[style.font] ?? null,
      shaded: fills[style.fill] ?? false,
    }
  }
}

/** Theme colour 0 is the background. */
function isWhite(attribute: (name: string) => string | undefined): boolean {
  const rgb = attribute('rgb')
  if (rgb !== undefined) return /^(?:[0-9a-f]{2})?ffffff$/i.test(rgb)
  return attribute('theme') === '0' && attribute('tint') === undefined
}
