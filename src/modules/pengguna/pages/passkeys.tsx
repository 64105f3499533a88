import { longDate, localDate } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { ProblemSummary } from '#ui/form/problem-summary.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { PasskeyForm } from './passkey.tsx'
import type { FactorView } from './keamanan.tsx'

const path = '/kerja/akun/keamanan/kunci'

type Passkey = FactorView['passkeys'][number]

type PasskeysProps = {
  passkeys: readonly Passkey[]
  zonaWaktu: string
  full: boolean
  typed: Typed
  problems?: readonly Problem[] | undefined
}

export const PasskeysPage = ({ passkeys, zonaWaktu, full, typed, problems }: PasskeysProps) => (
  <>
    <PageHead
      title="Kunci sandi (passkey)"
      subtitle="Masuk dengan sidik jari, wajah, atau PIN perangkat, tanpa kata sandi dan tanpa kode."
    />
    <ProblemSummary problems={problems ?? []} />
    {passkeys.length === 0 ? (
      <Empty title="Belum ada kunci sandi">
        Kunci dibuat dan disimpan di perangkat Anda sendiri. KPU HUB hanya menyimpan pasangannya,
        yang tidak dapat dipakai untuk masuk.
      </Empty>
    ) : (
      <PasskeyTable passkeys={passkeys} zonaWaktu={zonaWaktu} />
    )}
    <h2>Buat kunci baru</h2>
    {full ? (
      <p>Sudah ada sepuluh kunci. Hapus yang tidak dipakai untuk membuat yang baru.</p>
    ) : (
      <NewPasskey typed={typed} problems={problems} />
    )}
    <p>
      <a href="/kerja/akun/keamanan">Kembali ke keamanan akun</a>
    </p>
  </>
)

const NewPasskey = ({ typed, problems }: Pick<PasskeysProps, 'typed' | 'problems'>) => (
  <>
    <noscript>
      <p>
        Kunci sandi memerlukan JavaScript di peramban Anda. Tanpa itu, pakai aplikasi autentikator.
      </p>
    </noscript>
    <PasskeyForm action={path} options={`${path}/mulai`} make button="Buat kunci sandi" kind="main">
      <TextInput
        {...bindForm(typed, problems)('nama')}
        label="Nama kunci"
        hint="Supaya Anda mengenalinya nanti, misalnya Laptop kantor atau Telepon."
        width="medium"
        maxlength={60}
        required
      />
    </PasskeyForm>
  </>
)

const PasskeyTable = ({ passkeys, zonaWaktu }: Pick<PasskeysProps, 'passkeys' | 'zonaWaktu'>) => {
  const day = (at: Date) => longDate(localDate(at, zonaWaktu))
  return (
    <Table
      caption="Kunci sandi saya"
      captionHidden
      rows={passkeys}
      columns={[
        { key: 'nama', label: 'Kunci', main: true, cell: (key) => key.nama },
        {
          key: 'tempat',
          label: 'Tersimpan',
          cell: (key) => (key.synced ? 'Tersinkron antarperangkat' : 'Di satu perangkat'),
        },
        { key: 'dibuat', label: 'Dibuat', cell: (key) => day(key.since) },
        {
          key: 'dipakai',
          label: 'Terakhir dipakai',
          cell: (key) => (key.used ? day(key.used) : 'Belum pernah'),
        },
        {
          key: 'aksi',
          label: 'Tindakan',
          width: 'narrow',
          cell: (key) => (
            <div class="row">
              <a href={`${path}/${key.id}/nama`}>
                Ganti nama<span class="visually-hidden"> {key.nama}</span>
              </a>
              <a href={`${path}/${key.id}/hapus`}>
                Hapus<span class="visually-hidden"> {key.nama}</span>
              </a>
            </div>
          ),
        },
      ]}
    />
  )
}

export const RenamePasskeyPage = ({
  nama,
  problems,
}: {
  nama: string
  problems?: readonly Problem[] | undefined
}) => (
  <>
    <PageHead title="Ganti nama kunci" />
    <Form problems={problems}>
      <TextInput
        {...bindForm({ nama }, problems)('nama')}
        label="Nama kunci"
        width="medium"
        maxlength={60}
        required
      />
      <ButtonRow>
        <Button kind="main">Simpan nama</Button>
        <a href={path}>Batal</a>
      </ButtonRow>
    </Form>
  </>
)

export const RemovePasskeyPage = ({ nama }: { nama: string }) => (
  <>
    <PageHead title={`Hapus kunci ${nama}?`} />
    <p>
      Kunci ini tidak dapat lagi dipakai untuk masuk. Hapus juga dari pengelola kata sandi perangkat
      Anda, supaya tidak ditawarkan lagi.
    </p>
    <Form>
      <ButtonRow>
        <Button kind="danger">Hapus kunci</Button>
        <ButtonLink href={path}>Batal</ButtonLink>
      </ButtonRow>
    </Form>
  </>
)
