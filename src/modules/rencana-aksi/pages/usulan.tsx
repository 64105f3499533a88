import { longMoment } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Diff } from '#ui/data/diff.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { shorten, usulanLabels } from '../labels.ts'
import type { usulanForStaff } from '../queries/usulan.ts'
import { valueLines } from '../riwayat-text.ts'
import { planUrl } from '../urls.ts'

export type UsulanPage = Awaited<ReturnType<typeof usulanForStaff>>

type UsulanProps = { page: UsulanPage; typed: Typed; problems: readonly Problem[] }

/** A proposed change with both values of each field, and the decision. */
export const UsulanView = ({ page, typed, problems }: UsulanProps) => {
  const { head, usulan, names, can } = page
  const { perubahan } = usulan
  const before = 'sebelum' in perubahan ? perubahan.sebelum : {}
  const after = 'sesudah' in perubahan ? perubahan.sesudah : {}
  return (
    <div class="stack">
      <PageHead
        title={usulanLabels[perubahan.jenis]}
        subtitle={usulan.butir ? shorten(usulan.butir, 160) : head.judul}
      />
      <Columns aside={<Origin page={page} />}>
        <Card title="Perubahan">
          <DefinitionList
            items={valueLines(before, after, names).map((line) => ({
              term: line.label,
              value:
                perubahan.jenis === 'ubah_butir' ? (
                  <Diff before={line.before} after={line.after} />
                ) : (
                  line.before || line.after
                ),
            }))}
          />
        </Card>
        {can.decideThis ? <Decision page={page} typed={typed} problems={problems} /> : null}
      </Columns>
    </div>
  )
}

const Origin = ({ page: { head, usulan } }: { page: UsulanPage }) => (
  <Card title="Usulan">
    <DefinitionList
      items={[
        {
          term: 'Diajukan',
          value: `${longMoment(usulan.at, head.zonaWaktu)}, oleh ${usulan.oleh ?? 'sistem'}`,
        },
        { term: 'Alasan', value: usulan.alasan },
        ...(usulan.decidedAt
          ? [
              {
                term: usulan.state === 'accepted' ? 'Disetujui' : 'Ditolak',
                value: `${longMoment(usulan.decidedAt, head.zonaWaktu)}, oleh ${usulan.diputuskanOleh ?? 'sistem'}`,
              },
              { term: 'Catatan', value: usulan.catatan },
            ]
          : []),
      ]}
    />
    {usulan.state === 'pending' && usulan.own ? (
      <p class="muted">Usulan Anda sendiri diputuskan oleh orang lain.</p>
    ) : null}
  </Card>
)

const Decision = ({ page: { head, usulan }, typed, problems }: UsulanProps) => {
  const field = bindForm(typed, problems)
  return (
    <Form action={planUrl(head.id, 'usulan', usulan.id)} problems={problems}>
      <Radios
        {...field('putusan')}
        label="Putusan"
        options={[
          {
            value: 'setuju',
            label: 'Setuju',
            hint: `Perubahan berlaku dan rencana menjadi versi ${head.versi + 1}`,
          },
          { value: 'tolak', label: 'Tolak', hint: 'Rencana tetap seperti sekarang' },
        ]}
      />
      <TextArea
        {...field('catatan')}
        label="Catatan"
        hint="Wajib bila menolak."
        optional
        rows={2}
      />
      <ButtonRow>
        <Button kind="main">Putuskan</Button>
        <a href={planUrl(head.id, 'tahap')}>Batal</a>
      </ButtonRow>
    </Form>
  )
}
