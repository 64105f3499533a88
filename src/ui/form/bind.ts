import type { FieldProblem } from './problem-summary.tsx'

type Values = Readonly<Record<string, unknown>>

/**
 * Ties inputs to what was typed and what was wrong:
 * `const field = bindForm(values, problems)` then `<TextInput {...field('judul')} label="Judul" />`.
 */
export const bindForm =
  (values: Values = {}, problems: readonly FieldProblem[] = []) =>
  (name: string) => ({
    name,
    value: text(values[name]),
    error: problems.find((problem) => problem.field === name)?.message,
  })

const text = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  return undefined
}
