import { limits, tooMuchContent } from './limits.ts'
import type { SourceLine } from './source.ts'
import { tabulateLayout } from './text-layout.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Decodes text in UTF-8 or UTF-16, with or without byte order mark, or else in Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > limits.textBytes) throw tooMuchContent()
  const encoding = encodingOf(bytes)
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Share of characters that no text holds: control characters, and marks of a wrong decoding. */
export function binaryShare(text: string): number {
  const sample = text.slice(0, 20_000)
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const strange = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F\uFFFD]/g)
  return sample === '' ? 0 : (strange?.length ?? 0) / sample.length
}

/** The lines of a text as an editor counts them; a form feed begins a page. */
export function textLines(text: string): SourceLine[] {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  if (lines.length > limits.lines) throw tooMuchContent()
  const paged = text.includes('\f')
  let halaman = 1
  return lines.map((line, i) => {
    halaman += line.split('\f').length - 1
    const teks = line.replaceAll('\f', '')
    return paged ? { baris: i + 1, teks, halaman } : { baris: i + 1, teks }
  })
}

export function openText(text: string): SourceLine[] {
  if (text.trim() === '') {
    throw new UnreadableFile(
      'Berkas ini kosong. Pilih berkas yang berisi keputusan, lalu unggah kembali.',
    )
  }
  return tabulateLayout(textLines(text))
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  // Latin letters in UTF-16 leave every other byte zero
  if (odd > sample.length * 0.3 && even < odd / 10) return 'utf-16le'
  if (even > sample.length * 0.3 && odd < even / 10) return 'utf-16be'
  return 'utf-8'
}
