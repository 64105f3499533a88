import { readXml } from './read-xml.ts'

type Style = {
  basedOn: string | null
  numId: string | null
  level: number | null
  bordered: boolean | null
}

/** What the styles of a document say about lists and about the rules of tables. */
export type DocxStyles = {
  numberingOf: (style: string) => { numId: string; level: number | null; style: string } | null
  hasBorders: (style: string) => boolean
}

/** Reads word/styles.xml. */
export async function readDocxStyles(part: AsyncIterable<Uint8Array> | null): Promise<DocxStyles> {
  const styles = new Map<string, Style>()
  if (part) await readStyles(part, styles)
  return {
    numberingOf(id) {
      const found = lineage(styles, id).find(([, style]) => style.numId !== null)
      if (!found || found[1].numId === null) return null
      return { numId: found[1].numId, level: found[1].level, style: found[0] }
    },
    hasBorders: (id) =>
      lineage(styles, id).find(([, style]) => style.bordered !== null)?.[1].bordered ?? false,
  }
}

async function readStyles(
  part: AsyncIterable<Uint8Array>,
  styles: Map<string, Style>,
): Promise<void> {
  let style: Style | null = null
  let inBorders = false
  await readXml(part, {
    open(name, attribute) {
      const value = attribute('val') ?? ''
      if (name === 'style') {
        style = { basedOn: null, numId: null, level: null, bordered: null }
        styles.set(attribute('styleId') ?? '', style)
      } else if (!style) return
      else if (name === 'basedOn') style.basedOn = value
      else if (name === 'numId') style.numId = value
      else if (name === 'ilvl') style.level = Number(value)
      else if (name === 'tblBorders') inBorders = true
      else if (inBorders) style.bordered = (style.bordered ?? false) || isVisibleBorder(value)
    },
    close(name) {
      if (name === 'tblBorders') inBorders = false
      else if (name === 'style') style = null
    },
  })
}

export function isVisibleBorder(value: string): boolean {
  return value !== '' && value !== 'nil' && value !== 'none'
}

/** A style and those it is based on, nearest first. */
function lineage(styles: Map<string, Style>, id: string): [string, Style][] {
  const line: [string, Style][] = []
  let at: string | null = id
  while (at !== null && line.length < 20) {
    const style = styles.get(at)
    if (!style) break
    line.push([at, style])
    at = style.basedOn
  }
  return line
}
