import { longDate, localDate } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { type MarkState, StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ConfirmDialog } from '#ui/form/confirm-dialog.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { labelTugas } from '../labels.ts'
import type { InvitationList, InvitationState } from '../queries/invitations.ts'
import { confirmations } from './confirm.tsx'
import { PeopleTabs, withSatker } from './parts.tsx'

const states: Readonly<Record<InvitationState, { state: MarkState; label: string }>> = {
  waiting: { state: 'running', label: 'Menunggu' },
  expired: { state: 'late', label: 'Lewat masa' },
  accepted: { state: 'done', label: 'Diterima' },
  revoked: { state: 'stopped', label: 'Dicabut' },
}

type Row = InvitationList['rows'][number]

export const InvitationsPage = ({ list }: { list: InvitationList }) => {
  const { office, rows } = list
  const date = (at: Date) => longDate(localDate(at, office.zonaWaktu))
  const invite = (
    <ButtonLink kind="main" href={withSatker('/kerja/pengguna/undangan/baru', office.kode)}>
      Undang orang
    </ButtonLink>
  )
  return (
    <>
      <PageHead title="Undangan" subtitle={`Siapa yang diundang ke ${office.nama}.`}>
        {list.assignable.length > 0 && rows.length > 0 ? invite : null}
      </PageHead>
      <PeopleTabs current="undangan" satkerKode={office.kode} />
      {rows.length === 0 ? (
        <Empty title="Belum ada undangan" actions={list.assignable.length > 0 ? invite : undefined}>
          Orang masuk ke KPU HUB hanya dengan undangan, dan memilih kata sandinya sendiri.
        </Empty>
      ) : (
        <Table
          caption={`Undangan ${office.nama}`}
          captionHidden
          rows={rows}
          columns={[
            { key: 'nama', label: 'Nama', main: true, cell: (row) => row.nama },
            { key: 'email', label: 'Surel', cell: (row) => row.email },
            { key: 'peran', label: 'Peran', cell: (row) => labelTugas(row) },
            {
              key: 'keadaan',
              label: 'Keadaan',
              cell: (row) => <StatusMark {...states[row.state]} />,
            },
            { key: 'masa', label: 'Berlaku sampai', cell: (row) => date(row.expiresAt) },
            {
              key: 'aksi',
              label: 'Tindakan',
              cell: (row) => (row.canChange ? <Actions row={row} /> : null),
            },
          ]}
        />
      )}
      <Pager
        page={list.page}
        pages={list.pages}
        total={list.total}
        noun="undangan"
        href={(page) => `${withSatker('/kerja/pengguna/undangan', office.kode)}&hal=${page}`}
      />
    </>
  )
}

const Actions = ({ row }: { row: Row }) => (
  <div class="button-row">
    <form method="post" action={`/kerja/pengguna/undangan/${row.id}/kirim-ulang`}>
      <Button size="small" label={`Kirim ulang undangan ${row.nama}`}>
        Kirim ulang
      </Button>
    </form>
    <ConfirmDialog
      id={`cabut-${row.id}`}
      {...confirmations.revokeInvitation}
      kind="plain"
      size="small"
      action={`/kerja/pengguna/undangan/${row.id}/cabut`}
      fallback={`/kerja/pengguna/undangan/${row.id}/cabut`}
    >
      <p>
        {row.nama}. {confirmations.revokeInvitation.body}
      </p>
    </ConfirmDialog>
  </div>
)
