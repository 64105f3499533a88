import type { Problem } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { OwnAccount } from '../queries/own-account.ts'
import { NewPasswordFields } from './password.tsx'
import { DelegationTable, RoleTable } from './person.tsx'

type AccountProps = { account: OwnAccount }

export const AccountPage = ({ account }: AccountProps) => (
  <>
    <PageHead title="Akun saya" subtitle={account.office.nama}>
      <ButtonLink href="/kerja/akun/keamanan">Keamanan akun</ButtonLink>
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
        <a href="/kerja/akun/keamanan">Batal</a>
      </ButtonRow>
    </Form>
  </>
)
