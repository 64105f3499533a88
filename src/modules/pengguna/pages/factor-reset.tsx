import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

type ResetProps = {
  id: string
  nama: string
  typed: Typed
  problems?: readonly Problem[] | undefined
}

/** An admin helps a colleague who lost telephone and codes. What will happen stands above the reason. */
export const FactorResetPage = ({ id, nama, typed, problems }: ResetProps) => (
  <>
    <PageHead title="Atur ulang verifikasi dua langkah" subtitle={nama} />
    <div class="prose">
      <p>
        Pastikan lebih dahulu bahwa yang meminta benar {nama}: temui langsung atau telepon ke nomor
        yang sudah Anda kenal. Jangan hanya berdasarkan surel atau pesan.
      </p>
      <ul>
        <li>
          Aplikasi, kunci sandi, dan kode pemulihannya dihapus; semua perangkatnya dikeluarkan.
        </li>
        <li>Setelah masuk dengan kata sandi, {nama} harus memasang yang baru sebelum bekerja.</li>
        <li>{nama}, ketua, dan sekretaris menerima surat berisi nama Anda dan alasannya.</li>
      </ul>
    </div>
    <Form problems={problems}>
      <TextArea
        {...bindForm(typed, problems)('alasan')}
        label="Alasan"
        hint="Misalnya: telepon hilang, dilaporkan langsung tadi pagi."
        maxlength={300}
        rows={3}
        required
      />
      <ButtonRow>
        <Button kind="danger">Atur ulang</Button>
        <a href={`/kerja/pengguna/${id}`}>Batal</a>
      </ButtonRow>
    </Form>
  </>
)
