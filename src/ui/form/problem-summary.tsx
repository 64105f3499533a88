import { fieldId } from './field.tsx'

export type FieldProblem = { field: string; message: string }

/** What must be corrected, each a link to its field; takes the focus when the page loads. */
export const ProblemSummary = ({ problems }: { problems: readonly FieldProblem[] }) =>
  problems.length === 0 ? null : (
    <focus-problem>
      <div
        class="problem-summary"
        role="alert"
        tabindex={-1}
        aria-labelledby="masalah-judul"
        id="masalah"
      >
        <h2 id="masalah-judul">
          {problems.length === 1
            ? 'Ada satu hal yang perlu diperbaiki'
            : `Ada ${problems.length} hal yang perlu diperbaiki`}
        </h2>
        <ul>
          {problems.map(({ field, message }) => (
            <li>{field ? <a href={`#${fieldId({ name: field })}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </focus-problem>
  )
