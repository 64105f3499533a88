import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { ConfirmDialog } from '#ui/form/confirm-dialog.tsx'
import { Form } from '#ui/form/form.tsx'
import type { FieldProblem } from '#ui/form/problem-summary.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { gridValues } from '../grid.ts'
import { titled } from '../labels.ts'
import type { RowView } from '../queries/review.ts'
import { imporHref } from './frame.tsx'
import { LinesOf } from './lines.tsx'

type Typed = Readonly<Record<string, unknown>>
type RowProps = {
  view: RowView
  typed?: Typed | undefined
  problems?: readonly FieldProblem[] | undefined
}

/** One row on a page of its own: every cell, its lines of the source, and what can be done to it. */
export const RowPage = ({ view, typed, problems = [] }: RowProps) => {
  const { id, place } = view
  const { butir, kegiatan } = place
  const field = bindForm(
    typed ?? { ...gridValues(butir), label: butir.label, keterangan: butir.keterangan },
    problems,
  )
  const here = imporHref(id, `/butir/${butir.id}`)
  return (
    <>
      <PageHead
        title={butir.label ? `Butir ${butir.label}` : 'Butir'}
        subtitle={titled(kegiatan, '(kegiatan tanpa judul)')}
      />
      <Columns aside={<RowAside view={view} />}>
        <Form action={here} problems={problems} hidden={{ versi: butir.versi }}>
          <TextInput {...field('label')} label="Label" width="short" optional />
          <TextArea {...field('uraian')} label="Uraian" rows={3} />
          <TextArea {...field('langkah')} label="Langkah aksi" rows={3} optional />
          <TextArea {...field('indikator')} label="Indikator" hint={oneALine} rows={3} optional />
          <TextArea {...field('eviden')} label="Eviden" hint={oneALine} rows={3} optional />
          <TextInput
            {...field('jadwal')}
            label="Jadwal"
            hint='Misalnya "Jan, Jul", "setiap bulan", atau "3 Februari 2026 - 28 Februari 2026".'
            optional
          />
          <TextArea {...field('keterangan')} label="Keterangan" rows={2} optional />
          <ButtonRow>
            <Button kind="main">Simpan butir</Button>
            <ButtonLink kind="quiet" href={imporHref(id, `?area=${place.area.id}#${butir.id}`)}>
              Kembali
            </ButtonLink>
          </ButtonRow>
        </Form>
      </Columns>
    </>
  )
}

const oneALine = 'Satu baris untuk setiap hal.'

const RowAside = ({ view }: { view: RowView }) => {
  const { butir } = view.place
  const here = imporHref(view.id, `/butir/${butir.id}`)
  return (
    <>
      <LinesOf baris={view.baris} label="Baris sumber butir ini" />
      <ButtonRow>
        <ButtonLink size="small" href={`${here}/pemecahan`}>
          Pecah menjadi dua
        </ButtonLink>
        {view.above ? (
          <ConfirmDialog
            id="gabung"
            trigger="Gabung dengan butir di atas"
            title="Gabung dengan butir di atasnya?"
            confirm="Gabung"
            action={`${here}/gabungan`}
            fallback={`${here}/gabungan`}
            hidden={{ versi: butir.versi }}
            kind="plain"
            size="small"
          >
            Uraian, indikator, eviden, dan jadwal keduanya disatukan.
          </ConfirmDialog>
        ) : null}
        <ConfirmDialog
          id="hapus"
          trigger="Hapus butir"
          title="Hapus butir ini?"
          confirm="Hapus butir"
          action={imporHref(view.id, `/hapus/${butir.id}`)}
          fallback={imporHref(view.id, `/hapus/${butir.id}`)}
          hidden={{ versi: butir.versi }}
          size="small"
        >
          Butir ini tidak ikut menjadi rencana. Baris sumbernya tetap tersimpan.
        </ConfirmDialog>
      </ButtonRow>
    </>
  )
}

/** Two rows out of one: what stays above, and what goes below. */
export const SplitPage = ({ view, typed, problems = [] }: RowProps) => {
  const { butir } = view.place
  const values = gridValues(butir)
  const field = bindForm(
    typed ?? {
      uraian1: values.uraian,
      langkah1: values.langkah,
      indikator1: values.indikator,
      eviden1: values.eviden,
    },
    problems,
  )
  const here = imporHref(view.id, `/butir/${butir.id}`)
  return (
    <>
      <PageHead
        title="Pecah butir menjadi dua"
        subtitle="Pindahkan bagian yang milik butir kedua. Jadwal disalin ke keduanya."
      />
      <Form action={`${here}/pemecahan`} problems={problems} hidden={{ versi: butir.versi }}>
        {(['1', '2'] as const).map((half) => (
          <fieldset class="stack">
            <legend>
              <b>{half === '1' ? 'Butir pertama' : 'Butir kedua'}</b>
            </legend>
            <TextArea {...field(`uraian${half}`)} label="Uraian" rows={2} />
            <TextArea {...field(`langkah${half}`)} label="Langkah aksi" rows={2} optional />
            <TextArea
              {...field(`indikator${half}`)}
              label="Indikator"
              hint={oneALine}
              rows={2}
              optional
            />
            <TextArea
              {...field(`eviden${half}`)}
              label="Eviden"
              hint={oneALine}
              rows={2}
              optional
            />
          </fieldset>
        ))}
        <ButtonRow>
          <Button kind="main">Pecah butir</Button>
          <ButtonLink kind="quiet" href={here}>
            Batal
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}
