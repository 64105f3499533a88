import type { Child } from 'hono/jsx'
import type { Problem } from '#platform/http/form.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

type SectionPage = {
  title: string
  subtitle: string
  form: Child
  move: MoveProps
  add: { href: string; label: string }
  remove: { href: string; label: string }
}

/** An area or a kegiatan of a draft: its title, its place, what is added to it, its removal. */
export const SectionPageView = ({ title, subtitle, form, move, add, remove }: SectionPage) => (
  <div class="stack">
    <PageHead title={title} subtitle={subtitle}>
      <ButtonLink href={add.href}>{add.label}</ButtonLink>
    </PageHead>
    <Columns
      aside={
        <>
          <Card title="Urutan">
            <MoveButtons {...move} />
          </Card>
          <Card title="Hapus">
            <p>Isi yang dihapus tetap terbaca di riwayat.</p>
            <ButtonRow>
              <ButtonLink kind="danger" href={remove.href}>
                {remove.label}
              </ButtonLink>
            </ButtonRow>
          </Card>
        </>
      }
    >
      {form}
    </Columns>
  </div>
)

type MoveProps = { action: string; jenis: 'area' | 'kegiatan' | 'butir'; id: string }

/** Changes places with the row before or after. */
export const MoveButtons = ({ action, jenis, id }: MoveProps) => (
  <Form action={action} hidden={{ jenis, id }}>
    <ButtonRow>
      <Button name="arah" value="naik">
        Naikkan
      </Button>
      <Button name="arah" value="turun">
        Turunkan
      </Button>
    </ButtonRow>
  </Form>
)

type ConfirmProps = {
  title: string
  action: string
  confirm: string
  cancel: string
  problems?: readonly Problem[]
  children?: Child
}

/** Asks before something is taken away. */
export const ConfirmPage = ({
  title,
  action,
  confirm,
  cancel,
  problems,
  children,
}: ConfirmProps) => (
  <div class="stack">
    <PageHead title={title} />
    <Form action={action} problems={problems ?? []}>
      {children}
      <ButtonRow>
        <Button kind="danger">{confirm}</Button>
        <a href={cancel}>Batal</a>
      </ButtonRow>
    </Form>
  </div>
)
