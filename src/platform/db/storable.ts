/**
 * The same value without what PostgreSQL takes in no text and no jsonb: NUL, and halves of surrogate pairs.
 * For what was read from a file; forms have lost them already.
 */
export const storable = <T>(value: T): T =>
  // a copy of the same shape, since only the insides of texts change
  JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '').toWellFormed() : part,
  ) as T
