import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { FieldProblem } from '#ui/form/problem-summary.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { imporHref } from './frame.tsx'

export type SectionPageProps = {
  imporId: string
  section: { id: string; versi: number; nomor: string | null; judul: string | null }
  what: 'area' | 'kegiatan'
  typed?: Readonly<Record<string, unknown>> | undefined
  problems?: readonly FieldProblem[] | undefined
}

/** Number and title of an area or a kegiatan. */
export const SectionPage = ({ imporId, section, what, typed, problems = [] }: SectionPageProps) => {
  const field = bindForm(typed ?? section, problems)
  const hapus = imporHref(imporId, `/hapus/${section.id}`)
  return (
    <>
      <PageHead title={`Ubah ${what}`} />
      <Form
        action={imporHref(imporId, `/bagian/${section.id}`)}
        problems={problems}
        hidden={{ versi: section.versi }}
      >
        <TextInput {...field('nomor')} label="Nomor" width="short" optional />
        <TextArea {...field('judul')} label="Judul" rows={2} optional />
        <ButtonRow>
          <Button kind="main">Simpan {what}</Button>
          <ButtonLink kind="danger" href={hapus}>
            Hapus {what}
          </ButtonLink>
          <ButtonLink kind="quiet" href={imporHref(imporId)}>
            Batal
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

export type ConfirmPageProps = {
  title: string
  confirm: string
  action: string
  back: string
  versi?: number | undefined
  children: string
}

/** The same question that a dialog asks, for those without script. */
export const ConfirmPage = (props: ConfirmPageProps) => (
  <>
    <PageHead title={props.title} subtitle={props.children} />
    <Form action={props.action} hidden={{ versi: props.versi }}>
      <ButtonRow>
        <Button kind="danger">{props.confirm}</Button>
        <ButtonLink href={props.back}>Tidak jadi</ButtonLink>
      </ButtonRow>
    </Form>
  </>
)
