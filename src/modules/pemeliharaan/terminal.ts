/** Writes over one line of a terminal what is being done; says nothing to a file or pipe. */
export function progress(): { tell: (what: string) => void; clear: () => void } {
  const { stderr } = process
  const put = (text: string) => {
    if (stderr.isTTY) stderr.write(`\r\u001B[K${text.slice(0, stderr.columns || 80)}`)
  }
  return { tell: (what) => put(`  ${what} …`), clear: () => put('') }
}

export const number = (value: number): string => value.toLocaleString('id-ID')

export function megabytes(bytes: number): string {
  const size = bytes / 1_000_000
  return `${size.toLocaleString('id-ID', { maximumFractionDigits: size < 10 ? 1 : 0 })} MB`
}

export function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

export function complain(text: string, status: number): number {
  process.stderr.write(`${text}\n`)
  return status
}
