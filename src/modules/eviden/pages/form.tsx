import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { evidenUrl, listUrl, newUrl } from '../urls.ts'
import { EvidenFields, type EvidenFieldsProps, FactFields } from './fields.tsx'

/** New evidence for the library. */
export const NewView = (props: EvidenFieldsProps) => (
  <div class="stack">
    <PageHead
      title="Tambah eviden"
      subtitle="Disimpan sekali, lalu dapat dipakai untuk banyak butir"
    />
    <Form action={newUrl} problems={props.problems} upload>
      <EvidenFields {...props} />
      <ButtonRow>
        <Button kind="main">Simpan eviden</Button>
        <a href={listUrl}>Batal</a>
      </ButtonRow>
    </Form>
  </div>
)

type EditProps = { id: string; typed: Typed; problems: readonly Problem[] }

/** What is said about an evidence; what it is itself stays. */
export const EditView = ({ id, typed, problems }: EditProps) => (
  <div class="stack">
    <PageHead title="Ubah keterangan eviden" subtitle="Isi evidennya sendiri tidak berubah" />
    <Form
      action={evidenUrl(id, 'ubah')}
      problems={problems}
      hidden={{ versi: String(typed['versi'] ?? '') }}
    >
      <FactFields field={bindForm(typed, problems)} />
      <ButtonRow>
        <Button kind="main">Simpan</Button>
        <a href={evidenUrl(id)}>Batal</a>
      </ButtonRow>
    </Form>
  </div>
)

type RemoveProps = { id: string; judul: string; problems: readonly Problem[] }

/** Asks before evidence leaves the library. */
export const RemoveView = ({ id, judul, problems }: RemoveProps) => (
  <div class="stack">
    <PageHead title={`Hapus ${judul}?`} />
    <Form action={evidenUrl(id, 'hapus')} problems={problems}>
      <p>Eviden tidak tampil lagi di pustaka. Berkas dan riwayatnya tetap tersimpan.</p>
      <ButtonRow>
        <Button kind="danger">Hapus eviden</Button>
        <a href={evidenUrl(id)}>Batal</a>
      </ButtonRow>
    </Form>
  </div>
)
