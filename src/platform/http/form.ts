import type { z } from 'zod'
import type { HubContext } from './env.ts'
import { isMultipart, readMultipart } from './multipart.ts'

/** One thing to mend; `field` is the name of the input it belongs to, '' for the whole form. */
export type Problem = { field: string; message: string }

/** What was typed, as typed, to be shown again. */
export type Typed = Record<string, string | string[]>

export type FormResult<T> =
  | { ok: true; values: T; typed: Typed }
  | { ok: false; typed: Typed; problems: Problem[] }

/** Reads a posted form by its schema. A refused one comes back with everything typed and each problem by field. */
export async function readForm<S extends z.ZodType>(
  c: HubContext,
  schema: S,
): Promise<FormResult<z.output<S>>> {
  return checkForm(schema, await readTyped(c))
}

/** What was typed into a posted form; its files, if any, lie on disk meanwhile. */
export async function readTyped(c: HubContext): Promise<Typed> {
  const fields = isMultipart(c) ? (await readMultipart(c)).fields : await urlencoded(c)
  const typed = new Map<string, string[]>()
  for (const [name, value] of fields)
    typed.set(name, [...(typed.get(name) ?? []), printable(value)])
  return Object.fromEntries(
    [...typed].map(([name, values]) => [name, values.length > 1 ? values : values[0]!]),
  )
}

async function urlencoded(c: HubContext): Promise<[string, string][]> {
  const body = await c.req.parseBody({ all: true })
  return Object.entries(body).flatMap(([name, values]) =>
    [values]
      .flat()
      .filter((value) => typeof value === 'string')
      .map((value): [string, string] => [name, value]),
  )
}

/** Without control characters: nobody types them, and PostgreSQL stores no NUL. Line breaks and tabs stay. */
const printable = (text: string) => text.replaceAll(/[^\P{Cc}\t\n\r]/gu, '')

/** The same for values that did not come by a form. */
export function checkForm<S extends z.ZodType>(schema: S, typed: Typed): FormResult<z.output<S>> {
  const parsed = schema.safeParse(typed)
  if (parsed.success) return { ok: true, values: parsed.data, typed }
  const seen = new Set<string>()
  const problems: Problem[] = []
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '')
    if (!seen.has(field)) problems.push({ field, message: issue.message })
    seen.add(field)
  }
  return { ok: false, typed, problems }
}

/** One typed value as text. */
export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
