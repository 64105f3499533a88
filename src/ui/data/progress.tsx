import type { Child } from 'hono/jsx'

export type ProgressProps = {
  /** What is being done: "Membaca 219 butir". */
  label: string
  /** Absent while the amount is not known. */
  done?: number | undefined
  total?: number | undefined
  /** "Anda boleh meninggalkan halaman ini." */
  note?: Child
}

const number = new Intl.NumberFormat('id-ID')

/** Long work as a bar with a count. Give the layout `refresh` so that it follows without script. */
export const Progress = ({ label, done, total, note }: ProgressProps) => (
  <div class="progress">
    <div class="progress-head">
      <span>{label}</span>
      {total === undefined ? null : (
        <span class="muted">
          {number.format(done ?? 0)} dari {number.format(total)}
        </span>
      )}
    </div>
    {total === undefined ? (
      <progress aria-label={label}></progress>
    ) : (
      <progress aria-label={label} value={done ?? 0} max={total}></progress>
    )}
    {note ? <p class="small muted">{note}</p> : null}
  </div>
)
