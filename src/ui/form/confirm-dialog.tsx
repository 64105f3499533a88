import type { Child } from 'hono/jsx'
import { Button, ButtonLink } from './button.tsx'
import { type FormProps, Hidden } from './form.tsx'

export type ConfirmDialogProps = {
  id: string
  /** Words of the button that opens the question. */
  trigger: string
  /** The question, for example "Hapus butir ini?". */
  title: string
  /** Words of the button that does it. */
  confirm: string
  /** Where the confirmation is posted. */
  action: string
  /** A page that asks the same, for those without script. */
  fallback: string
  kind?: 'main' | 'plain' | 'danger' | undefined
  size?: 'small' | undefined
  hidden?: FormProps['hidden']
  /** What will happen, and whether it can be undone; may hold fields. */
  children?: Child
}

/**
 * Asks before doing: a native dialog, or a page of its own without script. The dialog waits in a
 * template, so that it may stand inside another form.
 */
export const ConfirmDialog = (props: ConfirmDialogProps) => {
  const { id, title, confirm, action, fallback, kind = 'danger', hidden = {} } = props
  return (
    <confirm-dialog>
      <ButtonLink href={fallback} kind={kind} size={props.size}>
        {props.trigger}
      </ButtonLink>
      <template>
        <dialog class="dialog" id={id} aria-labelledby={`${id}-judul`}>
          <form method="post" action={action}>
            <h2 id={`${id}-judul`}>{title}</h2>
            <div class="dialog-body">{props.children}</div>
            <Hidden values={hidden} />
            <div class="button-row">
              <Button kind={kind === 'plain' ? 'main' : kind}>{confirm}</Button>
              <button class="button" type="submit" formmethod="dialog" formnovalidate>
                Batal
              </button>
            </div>
          </form>
        </dialog>
      </template>
    </confirm-dialog>
  )
}
