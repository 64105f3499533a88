import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { uiFolder } from '../assets.ts'

export type Scheme = 'light' | 'dark'
export type Colour = Readonly<Record<Scheme, string>>
export type Pair = { text: string; on: string }

/** Every text colour with every ground that it may stand on. */
export const pairs: readonly Pair[] = [
  ...['ink', 'ink-2', 'ink-3', 'brand', 'ok', 'run', 'late'].flatMap((text) =>
    ['paper', 'ground', 'sunk'].map((on) => ({ text, on })),
  ),
  { text: 'ink', on: 'brand-soft' },
  { text: 'ink-2', on: 'brand-soft' },
  { text: 'brand', on: 'brand-soft' },
  { text: 'on-brand', on: 'brand-fill' },
  { text: 'on-brand', on: 'brand-fill-hover' },
  ...['ok', 'run', 'late'].flatMap((state) => [
    { text: state, on: `${state}-soft` },
    { text: 'ink', on: `${state}-soft` },
    { text: `on-${state}`, on: state },
  ]),
  ...[1, 2, 3, 4, 5].map((level) => ({ text: `on-heat-${level}`, on: `heat-${level}` })),
]

/** Lines that carry meaning by themselves, such as the frame of an input, with their grounds. */
export const edgePairs: readonly Pair[] = ['edge', 'focus', 'plot', 'ok', 'run', 'late'].flatMap(
  (text) => ['paper', 'ground'].map((on) => ({ text, on })),
)

/** The colours of tokens.css by name, without the leading dashes. */
export const readTokens = (): ReadonlyMap<string, Colour> => {
  const css = readFileSync(join(uiFolder, 'styles/tokens.css'), 'utf8')
  const found = css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)
  return new Map(
    [...found].map(([, name = '', light = '', dark = '']) => [name, { light, dark }] as const),
  )
}

/** Contrast of two hex colours by WCAG 2: 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const luminance = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (share: number) =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
