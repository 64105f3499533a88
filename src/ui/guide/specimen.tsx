import type { Child } from 'hono/jsx'

/** One component of the guide: its name, its file, and how it looks. */
export const Specimen = ({
  name,
  file,
  children,
}: {
  name: string
  file?: string | undefined
  children?: Child
}) => (
  <section class="specimen">
    <header>
      <h3>{name}</h3>
      {file ? <code>{file}</code> : null}
    </header>
    <div class="stack">{children}</div>
  </section>
)
