import { longMoment } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Card } from '#ui/layout/card.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { Langganan } from '../queries/langganan.ts'
import { langgananUrl } from '../urls.ts'

type Props = {
  rows: readonly Langganan[]
  zona: string
  typed: Typed
  problems: readonly Problem[]
  /** the address just made: it is seen this once */
  address?: string | undefined
}

/** Due dates in one's own calendar program. */
export const LanggananView = ({ rows, zona, typed, problems, address }: Props) => (
  <div class="stack">
    <PageHead
      title="Tugas di kalender"
      subtitle="Jatuh tempo tampil di kalender ponsel atau komputer dan diperbarui dengan sendirinya"
    />
    {address ? <NewAddress address={address} /> : null}
    {rows.length > 0 ? <Rows {...{ rows, zona }} /> : null}
    <Form action={langgananUrl} problems={problems}>
      <TextInput
        {...bindForm(typed, problems)('nama')}
        label="Nama langganan"
        hint="Untuk Anda sendiri, misalnya ponsel saya. Satu alamat untuk setiap perangkat."
        width="medium"
        maxlength={80}
      />
      <ButtonRow>
        <Button kind="main">Buat alamat kalender</Button>
      </ButtonRow>
    </Form>
  </div>
)

const NewAddress = ({ address }: { address: string }) => (
  <Card title="Alamat kalender Anda">
    <TextInput name="alamat" label="Alamat" value={address} readonly />
    <p>
      Salin sekarang: alamat ini hanya ditampilkan sekali. Di aplikasi kalender pilih Tambah
      kalender dari URL, lalu tempel.{' '}
      <a href={address.replace(/^https?:/, 'webcal:')}>Buka di kalender</a>
    </p>
    <p class="muted small">
      Siapa pun yang memegang alamat ini dapat membaca judul tugas Anda. Cabut bila tidak dipakai
      lagi.
    </p>
  </Card>
)

const Rows = ({ rows, zona }: Pick<Props, 'rows' | 'zona'>) => (
  <Table<Langganan>
    caption="Langganan Anda"
    columns={[
      { key: 'nama', label: 'Nama', main: true, cell: ({ nama }) => nama },
      { key: 'dibuat', label: 'Dibuat', cell: ({ createdAt }) => longMoment(createdAt, zona) },
      {
        key: 'dibaca',
        label: 'Terakhir dibaca',
        cell: ({ readAt }) => (readAt ? longMoment(readAt, zona) : 'Belum pernah'),
      },
      {
        key: 'cabut',
        label: 'Tindakan',
        width: 'narrow',
        cell: ({ id, nama }) => (
          <form method="post" action={`${langgananUrl}/${id}/cabut`}>
            <Button size="small" label={`Cabut ${nama}`}>
              Cabut
            </Button>
          </form>
        ),
      },
    ]}
    rows={rows}
  />
)
