import { Mark, type MarkState } from '../data/status-mark.tsx'

export type FlashMessage = { tone: 'ok' | 'info' | 'late'; text: string }

const marks = { ok: 'done', info: 'running', late: 'late' } satisfies Record<string, MarkState>

/** What just happened, said once after a redirect. */
export const Flash = ({ message }: { message?: FlashMessage | null | undefined }) =>
  message ? (
    <output class="flash" data-tone={message.tone} data-flash>
      <Mark state={marks[message.tone]} />
      <span>{message.text}</span>
    </output>
  ) : null
