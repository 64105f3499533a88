import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Checkboxes, Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { hariNames, masaLabels } from '../labels.ts'

type Props = { typed: Typed; problems: readonly Problem[]; satkerNama: string; back: string }

const basis = 'Nomor keputusan atau surat edaran yang menetapkannya.'

/** Adds a day off of this office, or a day it works in exchange. */
export const HariLokalPage = ({ typed, problems, satkerNama, back }: Props) => {
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead
        title="Tambah hari lokal"
        subtitle={`Hanya untuk ${satkerNama}. Hari lokal mengalahkan kalender nasional.`}
      />
      <Form problems={problems} draft="hari-lokal">
        <DateInput {...field('tanggal')} label="Tanggal" />
        <Radios
          {...field('jenis')}
          label="Jenis"
          boxed
          options={[
            {
              value: 'libur_lokal',
              label: 'Libur lokal',
              hint: 'Kantor tutup, misalnya hari pemungutan suara atau hari jadi daerah.',
            },
            {
              value: 'kerja_pengganti',
              label: 'Hari kerja pengganti',
              hint: 'Kantor bekerja pada akhir pekan atau hari libur, dengan jam hari Senin bila hari itu tidak punya jam sendiri.',
            },
          ]}
        />
        <TextInput {...field('nama')} label="Nama hari" />
        <TextInput {...field('dasar')} label="Dasar" hint={basis} />
        <ButtonRow>
          <Button kind="main">Simpan hari lokal</Button>
          <a href={back}>Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}

/** Sets hours of this office that differ from the national ones. */
export const JamLokalPage = ({ typed, problems, satkerNama, back }: Props) => {
  const field = bindForm(typed, problems)
  const chosen = [typed['hari'] ?? []].flat()
  return (
    <>
      <PageHead
        title="Atur jam satker"
        subtitle={`Hanya untuk ${satkerNama}. Hari yang tidak dipilih tetap memakai jam nasional.`}
      />
      <Form problems={problems} draft="jam-lokal">
        <Radios
          {...field('masa')}
          label="Masa"
          inline
          options={Object.entries(masaLabels).map(([value, label]) => ({ value, label }))}
        />
        <Checkboxes
          {...field('hari')}
          label="Hari"
          inline
          values={chosen}
          options={hariNames.map((label, i) => ({ value: String(i + 1), label }))}
        />
        <div class="row">
          <TextInput {...field('mulai')} label="Mulai" type="time" width="short" />
          <TextInput
            {...field('istirahatMulai')}
            label="Awal istirahat"
            type="time"
            width="short"
            optional
          />
          <TextInput
            {...field('istirahatSelesai')}
            label="Akhir istirahat"
            type="time"
            width="short"
            optional
          />
          <TextInput {...field('selesai')} label="Selesai" type="time" width="short" />
        </div>
        <DateInput {...field('dari')} label="Berlaku sejak" />
        <DateInput {...field('hariTerakhir')} label="Hari terakhir berlaku" optional />
        <TextInput {...field('dasar')} label="Dasar" hint={basis} />
        <ButtonRow>
          <Button kind="main">Simpan jam kerja</Button>
          <a href={back}>Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}

/** Takes a local day or hours back, with a reason. */
export const HapusPage = ({
  typed,
  problems,
  judul,
  akibat,
  back,
}: Omit<Props, 'satkerNama'> & { judul: string; akibat: string }) => (
  <>
    <PageHead title={judul} subtitle={akibat} />
    <Form problems={problems}>
      <TextInput
        {...bindForm(typed, problems)('alasan')}
        label="Alasan"
        hint="Tercatat dalam jejak audit."
      />
      <ButtonRow>
        <Button kind="danger">Hapus</Button>
        <a href={back}>Batal</a>
      </ButtonRow>
    </Form>
  </>
)
