import type { Child } from 'hono/jsx'
import { longMoment } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { FieldProblem } from '#ui/form/problem-summary.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { shorten, stateLabels, stateMarks, usulanLabels } from '../labels.ts'
import { PlanLinks } from './plan-links.tsx'
import type { stagesForStaff, UsulanRow } from '../queries/history.ts'
import type { Named } from '../isi.ts'
import type { RencanaHead } from '../tree.ts'
import { planUrl } from '../urls.ts'

export type Stages = Awaited<ReturnType<typeof stagesForStaff>>

/** What went wrong in one of the forms of this page, and what was typed in it. */
export type StageProblem = { form: string; typed: string; problems: readonly FieldProblem[] }

/** Where the plan stands, who decided what, what waits, and the versions it went through. */
export const TahapView = ({ page, problem }: { page: Stages; problem?: StageProblem | null }) => (
  <Columns
    aside={
      <>
        <StateCard head={page.head} />
        <PlanLinks head={page.head} can={page.can} />
      </>
    }
  >
    <NextSteps page={page} problem={problem ?? null} />
    <Proposals page={page} />
    <Versions page={page} />
    <LastSteps page={page} problem={problem ?? null} />
  </Columns>
)

const when = (at: Date | null, who: Named | null, zona: string) =>
  at ? `${longMoment(at, zona)}${who ? `, oleh ${who.nama}` : ''}` : null

const StateCard = ({ head }: { head: RencanaHead }) => (
  <Card title="Tahap">
    <DefinitionList
      items={[
        {
          term: 'Sekarang',
          value: <StatusMark state={stateMarks[head.state]} label={stateLabels[head.state]} />,
        },
        { term: 'Dibuat', value: longMoment(head.createdAt, head.zonaWaktu) },
        { term: 'Diajukan', value: when(head.proposedAt, head.proposedBy, head.zonaWaktu) },
        { term: 'Disahkan', value: when(head.approvedAt, head.approvedBy, head.zonaWaktu) },
        { term: 'Ditutup', value: when(head.closedAt, head.closedBy, head.zonaWaktu) },
      ]}
    />
  </Card>
)

type StepsProps = { page: Stages; problem: StageProblem | null }

/** One form of this page, with what was typed in it when a rule said no. */
const StageForm = (props: {
  name: string
  id: string
  problem: StageProblem | null
  note?: { label: string; optional: boolean }
  button: Child
}) => {
  const { name, id, note, button } = props
  const problem = props.problem?.form === name ? props.problem : null
  return (
    <Form action={planUrl(id, name)} problems={problem?.problems ?? []}>
      {note ? (
        <TextArea
          name="catatan"
          id={`catatan-${name}`}
          {...note}
          value={problem?.typed}
          rows={2}
          error={problem?.problems[0]?.message}
        />
      ) : null}
      <ButtonRow>{button}</ButtonRow>
    </Form>
  )
}

/** What the state asks for now: propose, approve, return. */
const NextSteps = ({ page: { head, can }, problem }: StepsProps) => {
  const form = { id: head.id, problem }
  return (
    <>
      {can.propose ? (
        <Card title="Ajukan rencana">
          <p>
            Ketua atau sekretaris memeriksa lalu mengesahkan. Selama menunggu, isi rencana tidak
            dapat diubah.
          </p>
          <StageForm {...form} name="ajukan" button={<Button kind="main">Ajukan</Button>} />
        </Card>
      ) : null}
      {can.approve ? (
        <Card title="Sahkan rencana">
          <StageForm
            {...form}
            name="sahkan"
            note={{ label: 'Catatan pengesahan', optional: true }}
            button={<Button kind="main">Sahkan rencana</Button>}
          />
        </Card>
      ) : null}
      {can.decide && !can.approve ? (
        <p>Anda yang mengajukan rencana ini, jadi orang lain yang mengesahkannya.</p>
      ) : null}
      {can.decide ? (
        <Card title="Kembalikan ke penyusun">
          <StageForm
            {...form}
            name="kembalikan"
            note={{ label: 'Apa yang perlu diperbaiki', optional: false }}
            button={<Button>Kembalikan</Button>}
          />
        </Card>
      ) : null}
    </>
  )
}

/** What ends a plan: closing it, or throwing away a draft. */
const LastSteps = ({ page: { head, can, open }, problem }: StepsProps) => (
  <>
    {can.edit ? (
      <p>
        <a href={planUrl(head.id, 'buang')}>Buang draf ini</a>
      </p>
    ) : null}
    {can.close ? (
      <Card title="Tutup rencana">
        <p>
          {open === 0
            ? 'Semua kewajiban sudah selesai atau ditiadakan.'
            : `Masih ada ${open} kewajiban yang terbuka; tuliskan alasan menutup rencana.`}{' '}
          Setelah ditutup, tidak ada lagi yang dapat ditandai atau diubah.
        </p>
        <StageForm
          id={head.id}
          problem={problem}
          name="tutup"
          note={{ label: 'Alasan', optional: open === 0 }}
          button={<Button kind="danger">Tutup rencana</Button>}
        />
      </Card>
    ) : null}
  </>
)

const usulanMarks = { pending: 'running', accepted: 'done', rejected: 'stopped' } as const
const usulanStates = { pending: 'Menunggu', accepted: 'Disetujui', rejected: 'Ditolak' } as const

const Proposals = ({ page: { head, usulan } }: { page: Stages }) =>
  usulan.length === 0 ? null : (
    <Table<UsulanRow>
      caption="Usulan perubahan"
      columns={[
        {
          key: 'apa',
          label: 'Usulan',
          main: true,
          cell: ({ perubahan, butir }) =>
            `${usulanLabels[perubahan.jenis]}: ${shorten(butir ?? newText(perubahan), 90)}`,
        },
        { key: 'oleh', label: 'Diajukan oleh', cell: ({ oleh }) => oleh ?? '–' },
        {
          key: 'keadaan',
          label: 'Keadaan',
          cell: ({ state }) => (
            <StatusMark state={usulanMarks[state]} label={usulanStates[state]} />
          ),
        },
      ]}
      rows={usulan}
      rowHref={({ id }) => planUrl(head.id, 'usulan', id)}
    />
  )

const newText = (perubahan: UsulanRow['perubahan']) =>
  perubahan.jenis === 'tambah_butir'
    ? (perubahan.sesudah.uraian ?? perubahan.sesudah.langkah ?? '')
    : ''

const Versions = ({ page: { head, versions } }: { page: Stages }) => {
  if (versions.length === 0) return null
  const options = versions.map(({ versi }) => ({ value: String(versi), label: `Versi ${versi}` }))
  return (
    <>
      <Table
        caption="Versi"
        columns={[
          { key: 'versi', label: 'Versi', main: true, cell: ({ versi }) => `Versi ${versi}` },
          { key: 'alasan', label: 'Alasan', cell: ({ alasan }) => alasan },
          {
            key: 'at',
            label: 'Disahkan',
            cell: ({ at, oleh }) => `${longMoment(at, head.zonaWaktu)}, oleh ${oleh ?? 'sistem'}`,
          },
        ]}
        rows={versions}
      />
      {versions.length > 1 ? (
        <form method="get" action={planUrl(head.id, 'banding')} class="row">
          <Select
            name="dari"
            label="Bandingkan"
            options={options}
            value={options[1]?.value}
            width="short"
          />
          <Select
            name="ke"
            label="dengan"
            options={options}
            value={options[0]?.value}
            width="short"
          />
          <Button>Bandingkan</Button>
        </form>
      ) : null}
      {head.state === 'approved' ? (
        <Card title="Mengubah rencana yang sudah disahkan">
          <p>
            Buka butirnya lalu usulkan perubahan, atau usulkan butir baru. Ketua atau sekretaris
            memutuskan; yang disetujui menjadi versi berikutnya.
          </p>
          <ButtonRow>
            <ButtonLink href={planUrl(head.id, 'butir-baru')}>Usulkan butir baru</ButtonLink>
          </ButtonRow>
        </Card>
      ) : null}
    </>
  )
}
