const mostLetters = 180

/** Marks that turn the direction of writing, with which "gpj.exe" is shown as "exe.jpg"; and other unseen ones. */
const unseen = /[\p{Cc}\p{Cs}\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/gu

/** A file's name without the path before it and without what cannot be seen; its letters stay as they are. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').replaceAll(unseen, '').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(/(?<=\S): /g, ' - ')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  const { stem, extension } = parts(plain)
  return `${shorten(stem, mostLetters)}${extension}` || 'tanpa-nama'
}

/** The name under which a file is given away: its ending says what the content is. */
export function nameFor(name: string, endings: readonly string[]): string {
  const [first] = endings
  const { extension } = parts(name)
  return !first || endings.includes(extension.slice(1).toLowerCase()) ? name : `${name}.${first}`
}

/** RFC 6266: an ASCII name for old programs and the true one beside it. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7E]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

function parts(name: string): { stem: string; extension: string } {
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''
  return extension === name
    ? { stem: name, extension: '' }
    : { stem: name.slice(0, name.length - extension.length), extension }
}

/** By whole characters, so that none is cut in two. */
const shorten = (text: string, most: number) => [...text].slice(0, most).join('')
