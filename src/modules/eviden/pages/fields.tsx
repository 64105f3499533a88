import type { Child } from 'hono/jsx'
import { type Berkas, BerkasField } from '#modules/berkas'
import { allBuktiOtomatis } from '#platform/bukti-otomatis.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import type { Bentuk } from '../eviden.ts'
import { bentukLabels, mediaLabels } from '../labels.ts'
import { periodsFor } from '../periode.ts'

type Bound = ReturnType<typeof bindForm>

export type EvidenFieldsProps = {
  typed: Typed
  problems: readonly Problem[]
  received: readonly Berkas[]
  /** the year that the periods of the system's records are offered for */
  tahun: number
  /** what a room above asks, too: which row it proves */
  children?: Child
}

/** The fields of new evidence: its form, what it is, where it comes from, for how long it holds. */
export const EvidenFields = (props: EvidenFieldsProps) => {
  const { typed, problems, received, tahun, children } = props
  const field = bindForm(typed, problems)
  return (
    <>
      <Radios
        {...field('bentuk')}
        label="Bentuk"
        options={choices(field, received, tahun).map(({ bentuk, hint, inside }) => ({
          value: bentuk,
          label: bentukLabels[bentuk],
          hint,
          inside,
        }))}
      />
      {children}
      <FactFields field={field} judulOptional />
    </>
  )
}

type FilesProps = { error?: string | undefined; received: readonly Berkas[]; hint?: string }

/** Files alone; read them with `filesOfForm`. */
export const EvidenFilesField = ({ error, received, hint }: FilesProps) => (
  <BerkasField
    name="berkas"
    label="Eviden"
    optional
    kamera
    error={error}
    received={received}
    hint={hint}
  />
)

type BentukChoice = { bentuk: Bentuk; hint: string; inside: Child }

function choices(field: Bound, received: readonly Berkas[], tahun: number): BentukChoice[] {
  const kinds = allBuktiOtomatis()
  const all: BentukChoice[] = [
    {
      bentuk: 'berkas',
      hint: 'Dokumen, foto, rekaman, atau tangkapan layar; boleh beberapa sekaligus',
      inside: <BerkasField {...field('berkas')} label="Berkas" kamera received={received} />,
    },
    {
      bentuk: 'tautan',
      hint: 'Halaman web, unggahan media sosial, video; judulnya dibaca dan disimpan',
      inside: <TextInput {...field('url')} label="Alamat" type="url" placeholder="https://" />,
    },
    {
      bentuk: 'catatan',
      hint: 'Keterangan tertulis bila tidak ada dokumen',
      inside: <TextArea {...field('teks')} label="Isi catatan" rows={4} />,
    },
    {
      bentuk: 'otomatis',
      hint: 'Angka dan daftar dari KPU HUB sendiri, selalu terbaru sampai dikunci',
      inside: <AutomaticFields field={field} tahun={tahun} />,
    },
  ]
  return all.filter(({ bentuk }) => bentuk !== 'otomatis' || kinds.length > 0)
}

const AutomaticFields = ({ field, tahun }: { field: Bound; tahun: number }) => (
  <>
    <Select
      {...field('jenis')}
      label="Jenis data"
      options={allBuktiOtomatis().map(({ jenis, judul }) => ({ value: jenis, label: judul }))}
    />
    <Select {...field('periode')} label="Periode" options={periodsFor(tahun)} width="medium" />
  </>
)

const hidden = ['berlakuDari', 'berlakuSampai', 'alasanBerlaku', 'sasaran', 'keterangan']

type FactProps = { field: Bound; judulOptional?: boolean }

/** What is said about evidence of any form. */
export const FactFields = ({ field, judulOptional }: FactProps) => (
  <>
    <TextInput
      {...field('judul')}
      label="Judul"
      optional={judulOptional}
      hint={judulOptional ? 'Kosong berarti nama berkas atau alamat tautannya.' : undefined}
      maxlength={300}
    />
    <DateInput
      {...field('tanggal')}
      label="Tanggal"
      hint="Tanggal dokumen, peristiwa, atau tangkapan layar."
    />
    <TextInput
      {...field('sumber')}
      label="Sumber"
      optional
      hint="Di mana dimuat atau siapa yang merekam, misalnya Instagram KPU atau Subbagian Hukum."
    />
    <Select
      {...field('media')}
      label="Media sosialisasi"
      optional
      placeholder="Bukan bahan sosialisasi"
      width="medium"
      options={Object.entries(mediaLabels).map(([value, label]) => ({ value, label }))}
    />
    <details class="disclosure" open={hidden.some((name) => field(name).error !== undefined)}>
      <summary>Masa berlaku, sasaran, dan keterangan</summary>
      <div class="stack">
        <p class="muted small">
          Bila kosong, eviden berlaku untuk tahun dari tanggalnya. Di luar tahun itu perlu alasan.
        </p>
        <DateInput {...field('berlakuDari')} label="Berlaku dari" optional />
        <DateInput {...field('berlakuSampai')} label="Berlaku sampai" optional />
        <TextInput {...field('alasanBerlaku')} label="Alasan berlaku di luar tahunnya" optional />
        <TextInput
          {...field('sasaran')}
          label="Sasaran sosialisasi"
          optional
          hint="Misalnya pegawai, pemilih pemula, atau masyarakat umum."
        />
        <TextArea {...field('keterangan')} label="Keterangan" optional rows={2} />
      </div>
    </details>
  </>
)
