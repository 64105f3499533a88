import type { Problem } from '#platform/http/form.ts'
import { longMoment } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { deviceName } from '../device.ts'
import type { OwnAccount } from '../queries/own-account.ts'
import { NewPasswordFields } from './password.tsx'
import { DelegationTable, RoleTable } from './person.tsx'

export type SessionRow = {
  id: string
  since: Date
  address: string
  userAgent: string
  current: boolean
}

type AccountProps = { account: OwnAccount; sessions: readonly SessionRow[] }

export const AccountPage = ({ account, sessions }: AccountProps) => (
  <>
    <PageHead title="Akun saya" subtitle={account.office.nama}>
      <ButtonLink href="/kerja/akun/sandi">Ganti kata sandi</ButtonLink>
    </PageHead>
    <DefinitionList
      items={[
        { term: 'Nama', value: account.nama },
        { term: 'Surel', value: account.email },
        { term: 'NIP', value: account.nip },
      ]}
    />
    <p class="muted">Nama atau NIP keliru? Mintalah admin satuan kerja memperbaikinya.</p>
    {account.memberships.length > 1 ? <OfficeChoice account={account} /> : null}
    <h2>Peran saya</h2>
    <RoleTable roles={account.roles.map((role) => ({ ...role, canEnd: false }))} nama="saya" />
    {account.delegations.length > 0 ? (
      <>
        <h2>Plh. dan Plt.</h2>
        <DelegationTable rows={account.delegations} caption="Pelimpahan yang menyangkut saya" />
      </>
    ) : null}
    <h2>Perangkat yang masuk</h2>
    <Sessions account={account} sessions={sessions} />
  </>
)

const OfficeChoice = ({ account }: { account: OwnAccount }) => (
  <>
    <h2>Bekerja untuk</h2>
    <Form action="/kerja/akun/satker">
      <Radios
        name="satker"
        label="Satuan kerja"
        value={account.office.kode}
        options={account.memberships.map(({ kode, nama }) => ({ value: kode, label: nama }))}
      />
      <ButtonRow>
        <Button>Pindah satuan kerja</Button>
      </ButtonRow>
    </Form>
  </>
)

const Sessions = ({ account, sessions }: AccountProps) => (
  <>
    <Table
      caption="Perangkat yang masuk"
      captionHidden
      rows={sessions}
      columns={[
        {
          key: 'perangkat',
          label: 'Perangkat',
          main: true,
          cell: (row) => deviceName(row.userAgent) + (row.current ? ' (perangkat ini)' : ''),
        },
        { key: 'alamat', label: 'Alamat jaringan', cell: (row) => row.address },
        {
          key: 'sejak',
          label: 'Masuk',
          cell: (row) => longMoment(row.since, account.office.zonaWaktu),
        },
        {
          key: 'aksi',
          label: 'Tindakan',
          width: 'narrow',
          cell: (row) => (row.current ? null : <EndSession id={row.id} />),
        },
      ]}
    />
    {sessions.length > 1 ? (
      <form method="post" action="/kerja/akun/sesi/lain/akhiri">
        <Button>Keluarkan semua perangkat lain</Button>
      </form>
    ) : null}
  </>
)

const EndSession = ({ id }: { id: string }) => (
  <form method="post" action={`/kerja/akun/sesi/${id}/akhiri`}>
    <Button size="small">Keluarkan</Button>
  </form>
)

type PasswordProps = { email: string; problems: readonly Problem[] }

export const ChangePasswordPage = ({ email, problems }: PasswordProps) => (
  <>
    <PageHead
      title="Ganti kata sandi"
      subtitle="Semua perangkat lain dikeluarkan setelah kata sandi diganti."
    />
    <Form problems={problems}>
      <TextInput
        {...bindForm({}, problems)('lama')}
        label="Kata sandi sekarang"
        type="password"
        autocomplete="current-password"
        required
      />
      <NewPasswordFields email={email} problems={problems} />
      <ButtonRow>
        <Button kind="main">Simpan kata sandi</Button>
        <a href="/kerja/akun">Batal</a>
      </ButtonRow>
    </Form>
  </>
)
