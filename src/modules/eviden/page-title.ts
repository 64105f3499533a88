const longest = 300

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
}

// A tag is looked through for so many letters only: a page of tags that never end must not hold up everyone else.
const social = /<meta\b[^<>]{0,500}?\bproperty=["']og:title["'][^<>]{0,500}>/i
const titled = /<title\b[^<>]{0,500}>([^<]*)<\/title/i

/** The title of an HTML page as plain text; null when it has none. */
export function pageTitle(html: string): string | null {
  const meta = social.exec(html)?.[0]
  const content = meta && /\bcontent=(?:"([^"]*)"|'([^']*)')/i.exec(meta)
  const title = titled.exec(html)?.[1]
  for (const found of [title, content?.[1] ?? content?.[2]]) {
    const text = plain(found ?? '')
    // half a letter, as two code units can be, is no text that the database takes
    if (text) return text.slice(0, longest).toWellFormed()
  }
  return null
}

const plain = (text: string) =>
  text
    .replaceAll(
      /&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]+);/gi,
      (whole, name: string) => charOf(name) ?? whole,
    )
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()

function charOf(name: string): string | null {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? null
  const hex = name[1]?.toLowerCase() === 'x'
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10)
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}
