import { longMoment } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Tag } from '#ui/data/tag.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form, Hidden } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { type KomentarRow, openCount, type Utas } from '../komentar.ts'
import type { Percakapan } from '../queries/komentar.ts'
import type { Orang } from '../sebutan.ts'

/** What the viewer may do: write and settle, or take away what he wrote. */
export type KomentarCan = { comment: boolean; remove: (row: KomentarRow) => boolean }

/** A form that came back, and to which comment it answers ('' begins a conversation). */
export type KomentarForm = { indukId: string; typed: Typed; problems: readonly Problem[] }

export type KomentarProps = {
  percakapan: Percakapan
  zona: string
  can: KomentarCan
  /** where a comment is posted; settling and removing post below it */
  action: string
  form?: KomentarForm | undefined
}

/** What people say to each other about a row: conversations one level deep, open or settled. */
export const Komentar = (props: KomentarProps) => {
  const { percakapan, can } = props
  const open = openCount(percakapan.utas)
  return (
    <section class="stack" id="komentar" aria-labelledby="komentar-judul">
      <h2 id="komentar-judul">Komentar{open > 0 ? ` (${open} terbuka)` : ''}</h2>
      {percakapan.utas.length === 0 ? (
        <p class="muted">
          Belum ada komentar.
          {can.comment ? ' Tanyakan sesuatu atau sebut rekan yang perlu menindaklanjuti.' : ''}
        </p>
      ) : (
        <ol class="comments">
          {percakapan.utas.map((utas) => (
            <li>
              <Thread {...props} utas={utas} />
            </li>
          ))}
        </ol>
      )}
      {can.comment ? <WriteForm {...props} indukId="" /> : null}
    </section>
  )
}

const Thread = ({ utas, ...props }: KomentarProps & { utas: Utas }) => {
  const answering = props.form?.indukId === utas.id
  return (
    <>
      <One {...props} row={utas} />
      {utas.balasan.length > 0 ? (
        <ol class="comments comment-answers">
          {utas.balasan.map((row) => (
            <li>
              <One {...props} row={row} />
            </li>
          ))}
        </ol>
      ) : null}
      {utas.resolvedAt ? (
        <p class="muted small">
          Diselesaikan {utas.resolvedBy ?? 'sistem'}, {longMoment(utas.resolvedAt, props.zona)}
        </p>
      ) : null}
      {props.can.comment && !utas.removed ? (
        <div class="row">
          <details open={answering}>
            <summary>Balas</summary>
            <WriteForm {...props} indukId={utas.id} />
          </details>
          <form method="post" action={`${props.action}/${utas.id}/keadaan`}>
            <Hidden values={{ selesai: utas.resolvedAt ? 'tidak' : 'ya' }} />
            <Button size="small" label={labelFor(utas)}>
              {utas.resolvedAt ? 'Buka kembali' : 'Tandai selesai'}
            </Button>
          </form>
        </div>
      ) : null}
    </>
  )
}

const labelFor = ({ resolvedAt, oleh }: Utas) =>
  `${resolvedAt ? 'Buka kembali' : 'Tandai selesai'} percakapan ${oleh.nama}`

const One = ({ row, zona, can, action }: KomentarProps & { row: KomentarRow }) => (
  <article class="comment" id={`k-${row.id}`}>
    <p class="comment-head">
      <b>{row.oleh.nama}</b>{' '}
      <time class="muted small" datetime={row.at.toISOString()}>
        {longMoment(row.at, zona)}
      </time>
      {row.resolvedAt ? <Tag tone="ok">Selesai</Tag> : null}
    </p>
    {row.teks === null ? (
      <p class="muted">Komentar dihapus.</p>
    ) : (
      <Lines {...row} teks={row.teks} />
    )}
    {can.remove(row) && !row.removed ? (
      <form method="post" action={`${action}/${row.id}/hapus`}>
        <Button kind="quiet" size="small" label="Hapus komentar saya">
          Hapus
        </Button>
      </form>
    ) : null}
  </article>
)

/** The text with its line breaks; who was only chosen from the list stands behind it. */
const Lines = ({ teks, sebutan }: { teks: string; sebutan: readonly Orang[] }) => {
  const chosen = sebutan.filter(
    ({ nama }) => !teks.toLowerCase().includes(`@${nama.toLowerCase()}`),
  )
  return (
    <>
      <p class="comment-text">{teks}</p>
      {chosen.length > 0 ? (
        <p class="muted small">Menyebut {chosen.map(({ nama }) => nama).join(', ')}</p>
      ) : null}
    </>
  )
}

const WriteForm = ({ percakapan, action, form, indukId }: KomentarProps & { indukId: string }) => {
  const mine = form?.indukId === indukId ? form : undefined
  const field = bindForm(mine?.typed, mine?.problems)
  const own = (name: string) => ({ ...field(name), id: indukId ? `${name}-${indukId}` : name })
  return (
    <Form action={action} problems={linked(mine?.problems ?? [], indukId)} hidden={{ indukId }}>
      <TextArea
        {...own('teks')}
        label={indukId ? 'Balasan' : 'Tulis komentar'}
        hint={indukId ? undefined : 'Sebut rekan dengan @Nama lengkap, atau pilih di bawah.'}
        rows={3}
        maxlength={4000}
      />
      <Select
        {...own('sebut')}
        label="Sebut"
        optional
        placeholder="Tidak menyebut siapa pun"
        width="medium"
        filterable
        options={percakapan.orang.map(({ id, nama }) => ({ value: id, label: nama }))}
      />
      <ButtonRow>
        <Button>{indukId ? 'Kirim balasan' : 'Kirim komentar'}</Button>
      </ButtonRow>
    </Form>
  )
}

/** The page has one form a conversation, so its fields carry the conversation in their ids. */
const linked = (problems: readonly Problem[], indukId: string) =>
  problems.map(({ field, message }) => ({
    field: field && indukId ? `${field}-${indukId}` : field,
    message,
  }))
