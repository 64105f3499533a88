import type { Child } from 'hono/jsx'
import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

type ReasonProps = {
  title: string
  subtitle: string
  action: string
  back: string
  confirm: string
  typed: Typed
  problems: readonly Problem[]
  /** what will happen */
  children?: Child
}

/** Asks why before something is done that needs a reason. */
export const ReasonView = (props: ReasonProps) => {
  const { title, subtitle, action, back, confirm, typed, problems } = props
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead title={title} subtitle={subtitle} />
      <p class="prose">{props.children}</p>
      <Form action={action} problems={problems}>
        <TextArea {...field('alasan')} label="Alasan" rows={3} maxlength={1000} />
        <ButtonRow>
          <Button kind="main">{confirm}</Button>
          <a href={back}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}
