import { Refusal } from '#platform/errors.ts'

export type Tried<T> = { ok: true; value: T } | { ok: false; message: string; detail: unknown }

/** Lets a form show a refusal above what was typed, instead of losing it to an error page. */
export async function tried<T>(work: Promise<T>): Promise<Tried<T>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'refused')
      return { ok: false, message: error.message, detail: error.detail }
    throw error
  }
}
