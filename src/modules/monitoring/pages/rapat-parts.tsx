import { type Berkas, BerkasField } from '#modules/berkas'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Checkboxes, Radios } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Card } from '#ui/layout/card.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisRapatOf } from '../jenis-rapat.ts'
import { namaDokumen, penilaianLabels } from '../labels-rapat.ts'
import type { PesertaPage, RapatHead } from '../queries/rapat-detail.ts'
import { dokumenList, penilaianList } from '../rapat.ts'
import { rapatUrl } from '../urls.ts'

type FormProps = { page: RapatHead; typed: Typed; problems: readonly Problem[] }

/** What was said and concluded. */
export const NotulaView = ({ page: { rapat }, typed, problems }: FormProps) => {
  const field = bindForm(typed, problems)
  const versi = typeof typed['versi'] === 'string' ? typed['versi'] : rapat.versi
  return (
    <div class="stack">
      <PageHead title="Notula rapat" subtitle={rapat.judul} />
      <Form
        action={rapatUrl(rapat.id, 'notula')}
        problems={problems}
        draft={`notula-${rapat.id}`}
        hidden={{ versi }}
      >
        <TextArea {...field('pembahasan')} label="Pembahasan" optional rows={12} />
        <TextArea
          {...field('simpulan')}
          label="Simpulan"
          optional
          rows={5}
          hint="Masuk ke notula dan berita acara."
        />
        {jenisRapatOf(rapat.jenis)?.penilaian ? (
          <Radios
            {...field('penilaian')}
            label="Hasil evaluasi rencana kerja"
            options={penilaianList.map((value) => ({ value, label: penilaianLabels[value] }))}
          />
        ) : null}
        <TextInput
          {...field('nomorBeritaAcara')}
          label="Nomor berita acara"
          optional
          width="medium"
          maxlength={100}
        />
        <ButtonRow>
          <Button kind="main">Simpan notula</Button>
          <a href={rapatUrl(rapat.id)}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}

type PesertaRow = PesertaPage['peserta'][number]

type PesertaProps = FormProps & { page: PesertaPage }

/** Who is invited, and who came. */
export const PesertaView = ({ page, typed, problems }: PesertaProps) => {
  const { rapat, peserta, people } = page
  const field = bindForm(typed, problems)
  const invited = new Set(peserta.map(({ penggunaId }) => penggunaId))
  const rest = people.filter(({ id }) => !invited.has(id))
  const chosen = [typed['orang'] ?? []].flat()
  return (
    <div class="stack">
      <PageHead title="Peserta dan kehadiran" subtitle={rapat.judul} />
      {peserta.length > 0 ? <Attendance rapatId={rapat.id} peserta={peserta} /> : null}
      <Card title="Tambah peserta">
        <Form
          action={rapatUrl(rapat.id, 'peserta')}
          problems={problems}
          draft={`peserta-${rapat.id}`}
        >
          {rest.length > 0 ? (
            <Checkboxes
              name="orang"
              label="Dari satuan kerja ini"
              values={chosen}
              options={rest.map(({ id, nama }) => ({ value: id, label: nama }))}
            />
          ) : null}
          <TextArea
            {...field('nama')}
            label="Nama dari luar"
            optional
            rows={3}
            hint="Satu orang sebaris. Jabatannya sesudah koma, misalnya: Siti Rahma, Dosen Universitas Mataram."
          />
          <ButtonRow>
            <Button>Tambahkan peserta</Button>
            <a href={rapatUrl(rapat.id)}>Kembali ke rapat</a>
          </ButtonRow>
        </Form>
      </Card>
    </div>
  )
}

const Attendance = ({ rapatId, peserta }: { rapatId: string; peserta: readonly PesertaRow[] }) => (
  <Form action={rapatUrl(rapatId, 'hadir')} draft={`hadir-${rapatId}`}>
    <Table<PesertaRow>
      caption="Daftar peserta"
      columns={[
        { key: 'nama', label: 'Nama', main: true, cell: ({ nama }) => nama },
        { key: 'jabatan', label: 'Jabatan', cell: ({ jabatan }) => jabatan ?? '–' },
        {
          key: 'hadir',
          label: 'Hadir',
          cell: (row) => (
            <label class="choice">
              <input type="checkbox" name="hadir" value={row.id} checked={row.hadir} />
              <span>
                Hadir<span class="visually-hidden">: {row.nama}</span>
              </span>
            </label>
          ),
        },
        {
          key: 'hapus',
          label: 'Keluarkan',
          cell: (row) => (
            <label class="choice">
              <input type="checkbox" name="hapus" value={row.id} />
              <span>
                Keluarkan<span class="visually-hidden"> {row.nama}</span>
              </span>
            </label>
          ),
        },
      ]}
      rows={peserta}
    />
    <ButtonRow>
      <Button kind="main">Simpan kehadiran</Button>
    </ButtonRow>
  </Form>
)

type BerkasProps = FormProps & { received: readonly Berkas[] }

/** A scan or photographs in the place of what the product writes. */
export const BerkasRapatView = ({ page: { rapat }, typed, problems, received }: BerkasProps) => {
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead title="Unggah dokumen rapat" subtitle={rapat.judul} />
      <Form action={rapatUrl(rapat.id, 'berkas')} problems={problems} upload>
        <Radios
          {...field('dokumen')}
          label="Dokumen"
          options={dokumenList.map((value) => ({
            value,
            label: namaDokumen[value],
            ...(value === 'dokumentasi' ? { hint: 'Foto atau tangkapan layar rapat' } : {}),
          }))}
        />
        <BerkasField
          name="berkas"
          label="Berkas"
          error={problems.find((problem) => problem.field === 'berkas')?.message}
          kamera
          received={received}
        />
        <ButtonRow>
          <Button kind="main">Masukkan ke paket</Button>
          <a href={rapatUrl(rapat.id)}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}
