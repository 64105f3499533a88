/** A spreadsheet runs a cell that begins like this as a formula; an apostrophe before it makes it text. */
const formula = /^[=+\-@\t\r]/

/** One cell of a CSV file for spreadsheets set to Indonesia: semicolons between, comma in numbers. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  const safe = formula.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(csvCell).join(';')}\r\n`

/** Lines as a stream of about 16 KB a chunk, with the mark by which spreadsheets know UTF-8. */
export function csvStream(lines: Iterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const rest = lines[Symbol.iterator]()
  let first = true
  return new ReadableStream({
    pull(controller) {
      let text = first ? '\uFEFF' : ''
      first = false
      while (text.length < 16_384) {
        const next = rest.next()
        if (next.done) {
          if (text) controller.enqueue(encoder.encode(text))
          return controller.close()
        }
        text += next.value
      }
      controller.enqueue(encoder.encode(text))
    },
  })
}
