import { Beside } from '#ui/data/source-lines.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import type { FieldProblem } from '#ui/form/problem-summary.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import type { FactsView } from '../queries/review.ts'
import type { Suntingan } from '../suntingan.ts'
import { imporHref, ReviewFrame } from './frame.tsx'
import { LinesOf } from './lines.tsx'

export type FactsPageProps = {
  view: FactsView
  typed?: Readonly<Record<string, unknown>> | undefined
  problems?: readonly FieldProblem[] | undefined
}

/** The facts of the decree as the form shows them. */
export const factValues = ({ keputusan, jenis, tahun }: Suntingan) => ({
  ...keputusan,
  jenis,
  tahunRencana: tahun,
  menimbang: keputusan.menimbang.join('\n'),
  memperhatikan: keputusan.memperhatikan.join('\n'),
  diktum: keputusan.diktum.map(({ label, isi }) => (label ? `${label} | ${isi}` : isi)).join('\n'),
  mengingat: keputusan.mengingat
    .flatMap(({ kode, judul, perubahan = [] }) => [
      `${kode} | ${judul}`,
      ...perubahan.map((each) => `> ${each.kode} | ${each.judul}`),
    ])
    .join('\n'),
})

/** Everything about the decree itself, to be put right before it goes into the register. */
export const FactsPage = ({ view, typed, problems = [] }: FactsPageProps) => {
  const field = bindForm(typed ?? factValues(view.suntingan), problems)
  const { versi } = view.suntingan.keputusan
  return (
    <ReviewFrame review={view} tab="fakta">
      <Beside source={<LinesOf baris={view.baris} label="Sumber" />}>
        <Form action={imporHref(view.id, '/fakta')} problems={problems} hidden={{ versi }}>
          <TextInput {...field('penerbit')} label="Penerbit" />
          <TextInput {...field('nomor')} label="Nomor" width="medium" />
          <TextInput
            {...field('tahun')}
            label="Tahun keputusan"
            width="short"
            inputmode="numeric"
          />
          <DateInput {...field('tanggal')} label="Tanggal penetapan" />
          <TextArea {...field('judul')} label="Judul" rows={3} />
          <Radios
            {...field('jenis')}
            label="Jenis rencana"
            inline
            options={[
              { value: 'ZI', label: 'Pembangunan Zona Integritas' },
              { value: 'RB', label: 'Reformasi Birokrasi' },
            ]}
          />
          <TextInput
            {...field('tahunRencana')}
            label="Tahun rencana"
            width="short"
            inputmode="numeric"
          />
          <TextInput {...field('tempat')} label="Ditetapkan di" width="medium" optional />
          <TextInput {...field('ketua')} label="Nama ketua" width="medium" optional />
          <TextInput {...field('penyalinNama')} label="Disalin oleh" width="medium" optional />
          <TextInput {...field('penyalinJabatan')} label="Jabatan penyalin" optional />
          <TextInput
            {...field('beritaAcara')}
            label="Nomor berita acara pleno"
            width="medium"
            optional
          />
          <TextInput
            {...field('mengubah')}
            label="Mengubah keputusan nomor"
            hint="Diisi bila keputusan ini mengubah keputusan sebelumnya; bila terdaftar, keduanya dihubungkan."
            width="medium"
            optional
          />
          <TextArea {...field('menimbang')} label="Menimbang" hint={oneALine} rows={4} optional />
          <TextArea
            {...field('mengingat')}
            label="Mengingat"
            hint='Satu dasar hukum sebaris: "PermenPANRB 90/2021 | judul". Peraturan perubahannya di bawahnya, diawali ">".'
            rows={8}
            optional
          />
          <TextArea
            {...field('memperhatikan')}
            label="Memperhatikan"
            hint={oneALine}
            rows={2}
            optional
          />
          <TextArea
            {...field('diktum')}
            label="Diktum"
            hint='Satu diktum sebaris: "KESATU | isi".'
            rows={5}
            optional
          />
          <ButtonRow>
            <Button kind="main">Simpan fakta keputusan</Button>
          </ButtonRow>
        </Form>
      </Beside>
    </ReviewFrame>
  )
}

const oneALine = 'Satu butir sebaris.'
