import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { Peran } from '../peran.ts'
import { RoleFields, withSatker } from './parts.tsx'

type FormState = { typed: Typed; problems: readonly Problem[] }

/** `theirs`: what someone else saved meanwhile, shown beside what was typed. */
export type EditPageProps = FormState & {
  id: string
  nama: string
  versi: number
  theirs?: { nama: string; nip: string | null } | undefined
}

export const EditPage = ({ id, nama, versi, theirs, typed, problems }: EditPageProps) => {
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead title="Ubah data" subtitle={nama} />
      <Form problems={problems} hidden={{ versi }}>
        <TextInput
          {...field('nama')}
          label="Nama lengkap"
          hint={theirs ? `Tersimpan sekarang: ${theirs.nama}` : undefined}
          required
        />
        <TextInput
          {...field('nip')}
          label="NIP"
          hint={theirs ? `Tersimpan sekarang: ${theirs.nip ?? 'kosong'}` : '18 angka.'}
          inputmode="numeric"
          width="medium"
          optional
        />
        <ButtonRow>
          <Button kind="main">Simpan</Button>
          <a href={`/kerja/pengguna/${id}`}>Batal</a>
        </ButtonRow>
      </Form>
      <p class="muted">
        Alamat surel mengikuti akun orangnya. Bila salah alamat, nonaktifkan lalu undang alamat yang
        benar.
      </p>
    </>
  )
}

export type AssignPageProps = FormState & { id: string; nama: string; roles: readonly Peran[] }

export const AssignPage = ({ id, nama, roles, typed, problems }: AssignPageProps) => {
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead title="Beri peran" subtitle={nama} />
      <Form problems={problems}>
        <RoleFields field={field} roles={roles} />
        <DateInput {...field('dari')} label="Berlaku mulai" required />
        <DateInput
          {...field('sampai')}
          label="Sampai dengan"
          hint="Hari terakhir berlaku. Kosongkan bila belum ditentukan."
          optional
        />
        <TextInput
          {...field('dasar')}
          label="Dasar"
          hint="Nomor dan tanggal keputusan atau surat perintah."
          optional
        />
        <ButtonRow>
          <Button kind="main">Beri peran</Button>
          <a href={`/kerja/pengguna/${id}`}>Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}

export type InvitePageProps = FormState & {
  office: { kode: string; nama: string }
  roles: readonly Peran[]
}

export const InvitePage = ({ office, roles, typed, problems }: InvitePageProps) => {
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead
        title="Undang orang"
        subtitle={`Ke ${office.nama}. Tautan untuk membuat kata sandi dikirim melalui surel.`}
      />
      <Form problems={problems} hidden={{ satker: office.kode }}>
        <TextInput {...field('nama')} label="Nama lengkap" required />
        <TextInput
          {...field('email')}
          label="Alamat surel"
          type="email"
          inputmode="email"
          autocomplete="off"
          required
        />
        <RoleFields field={field} roles={roles} />
        <ButtonRow>
          <Button kind="main">Kirim undangan</Button>
          <a href={withSatker('/kerja/pengguna/undangan', office.kode)}>Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}
