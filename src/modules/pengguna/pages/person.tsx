import { longMoment } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { ConfirmDialog } from '#ui/form/confirm-dialog.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisDelegasiLabels, labelTugas } from '../labels.ts'
import type { PersonView } from '../queries/person.ts'
import type { DelegationRow, RoleRow } from '../queries/roles.ts'
import { confirmations } from './confirm.tsx'
import { MasaMark, Period } from './parts.tsx'

export const PersonPage = ({ person }: { person: PersonView }) => (
  <>
    <PageHead title={person.nama} subtitle={person.office.nama}>
      {person.can.edit ? (
        <ButtonLink href={`/kerja/pengguna/${person.id}/ubah`}>Ubah data</ButtonLink>
      ) : null}
      {person.can.assign.length > 0 && person.active ? (
        <ButtonLink kind="main" href={`/kerja/pengguna/${person.id}/peran`}>
          Beri peran
        </ButtonLink>
      ) : null}
    </PageHead>
    <DefinitionList
      items={[
        { term: 'Status', value: <PersonState person={person} /> },
        { term: 'Surel', value: person.email },
        { term: 'NIP', value: person.nip },
        { term: 'Terdaftar', value: longMoment(person.createdAt, person.office.zonaWaktu) },
      ]}
    />
    <h2>Peran</h2>
    <RoleTable roles={person.roles} nama={person.nama} />
    {person.delegations.length > 0 ? (
      <>
        <h2>Plh. dan Plt.</h2>
        <DelegationTable rows={person.delegations} caption={`Pelimpahan ${person.nama}`} />
      </>
    ) : null}
    {person.can.deactivate || person.can.resetFactor ? (
      <div class="button-row">
        {person.can.resetFactor ? (
          <ButtonLink href={`/kerja/pengguna/${person.id}/faktor`}>
            Atur ulang verifikasi dua langkah
          </ButtonLink>
        ) : null}
        {person.can.deactivate ? <Activation person={person} /> : null}
      </div>
    ) : null}
  </>
)

const PersonState = ({ person }: { person: PersonView }) =>
  person.deactivatedAt ? (
    <StatusMark
      state="stopped"
      label={`Dinonaktifkan ${longMoment(person.deactivatedAt, person.office.zonaWaktu)}`}
    />
  ) : (
    <StatusMark state="done" label="Aktif" />
  )

const Activation = ({ person }: { person: PersonView }) =>
  person.active ? (
    <ConfirmDialog
      id="nonaktif"
      {...confirmations.deactivate}
      action={`/kerja/pengguna/${person.id}/nonaktif`}
      fallback={`/kerja/pengguna/${person.id}/nonaktif`}
    >
      <p>{confirmations.deactivate.body}</p>
    </ConfirmDialog>
  ) : (
    <form method="post" action={`/kerja/pengguna/${person.id}/aktif`}>
      <Button>Aktifkan kembali</Button>
    </form>
  )

/** The roles of a person, with the button to end those that may be ended. */
export const RoleTable = ({ roles, nama }: { roles: readonly RoleRow[]; nama: string }) =>
  roles.length === 0 ? (
    <Empty title="Belum punya peran">Tanpa peran, orang ini hanya dapat membuka akunnya.</Empty>
  ) : (
    <Table
      caption={`Peran ${nama}`}
      captionHidden
      rows={roles}
      columns={[
        { key: 'peran', label: 'Peran', main: true, cell: (role) => labelTugas(role) },
        { key: 'masa', label: 'Masa', cell: (role) => <Period {...role} /> },
        { key: 'dasar', label: 'Dasar', phone: 'hide', cell: (role) => role.dasar ?? '' },
        { key: 'keadaan', label: 'Keadaan', cell: (role) => <MasaMark state={role.state} /> },
        ...(roles.some((role) => role.canEnd)
          ? [
              {
                key: 'aksi',
                label: 'Tindakan',
                width: 'narrow' as const,
                cell: (role: RoleRow) => (role.canEnd ? <EndRole role={role} /> : null),
              },
            ]
          : []),
      ]}
    />
  )

const EndRole = ({ role }: { role: RoleRow }) => (
  <ConfirmDialog
    id={`akhiri-${role.id}`}
    {...confirmations.endRole}
    size="small"
    action={`/kerja/pengguna/peran/${role.id}/akhiri`}
    fallback={`/kerja/pengguna/peran/${role.id}/akhiri`}
  >
    <p>
      {labelTugas(role)}. {confirmations.endRole.body}
    </p>
  </ConfirmDialog>
)

export const DelegationTable = (props: {
  rows: readonly DelegationRow[]
  caption: string
  canRevoke?: boolean
}) => (
  <Table
    caption={props.caption}
    captionHidden
    rows={props.rows}
    columns={[
      {
        key: 'peran',
        label: 'Pelimpahan',
        main: true,
        cell: (row) => labelTugas({ ...row, lewat: row.jenis }),
      },
      { key: 'pemberi', label: 'Menggantikan', cell: (row) => row.pemberi },
      { key: 'penerima', label: 'Pengganti', cell: (row) => row.penerima },
      { key: 'masa', label: 'Masa', cell: (row) => <Period {...row} /> },
      { key: 'dasar', label: 'Dasar surat', phone: 'hide', cell: (row) => row.dasar },
      { key: 'keadaan', label: 'Keadaan', cell: (row) => <MasaMark state={row.state} /> },
      ...(props.canRevoke
        ? [
            {
              key: 'aksi',
              label: 'Tindakan',
              width: 'narrow' as const,
              cell: (row: DelegationRow) => (row.state === 'over' ? null : <Revoke row={row} />),
            },
          ]
        : []),
    ]}
  />
)

const Revoke = ({ row }: { row: DelegationRow }) => (
  <ConfirmDialog
    id={`cabut-${row.id}`}
    {...confirmations.revokeDelegation}
    size="small"
    action={`/kerja/pengguna/delegasi/${row.id}/cabut`}
    fallback={`/kerja/pengguna/delegasi/${row.id}/cabut`}
  >
    <p>
      {jenisDelegasiLabels[row.jenis]}: {row.penerima}. {confirmations.revokeDelegation.body}
    </p>
  </ConfirmDialog>
)
