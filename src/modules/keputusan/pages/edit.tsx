import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

type Props = { href: string; values: Typed; problems: readonly Problem[] }

export const EditPage = ({ href, values, problems }: Props) => {
  const field = bindForm(values, problems)
  return (
    <>
      <PageHead
        title="Perbaiki keputusan"
        subtitle="Isi sebelumnya tetap tersimpan dalam jejak audit."
      />
      <Form problems={problems} hidden={{ versi: String(values['versi'] ?? '') }} draft={href}>
        <TextInput
          {...field('nomor')}
          label="Nomor"
          hint="Tanpa kata Nomor dan Tahun."
          width="medium"
        />
        <TextInput {...field('tahun')} label="Tahun" inputmode="numeric" width="short" />
        <TextArea {...field('judul')} label="Tentang" />
        <DateInput {...field('tanggal')} label="Tanggal penetapan" />
        <TextInput {...field('tempat')} label="Tempat" optional width="medium" />
        <TextInput {...field('ketua')} label="Penanda tangan" optional />
        <TextInput {...field('penyalin_nama')} label="Nama yang mengesahkan salinan" optional />
        <TextInput
          {...field('penyalin_jabatan')}
          label="Jabatan yang mengesahkan salinan"
          optional
        />
        <TextInput {...field('berita_acara')} label="Nomor berita acara pleno" optional />
        <TextInput
          {...field('mengubah_nomor')}
          label="Nomor keputusan yang diubah"
          optional
          hint="Seperti tercetak, misalnya 29/HK.03.1-Kpt/3508/KPU-Kab/VI/2021."
        />
        <ButtonRow>
          <a href={href}>Batal</a>
          <Button kind="main">Simpan perbaikan</Button>
        </ButtonRow>
      </Form>
    </>
  )
}
