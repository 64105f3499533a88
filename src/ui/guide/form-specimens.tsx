import { Button, ButtonLink, ButtonRow } from '../form/button.tsx'
import { Checkbox, Checkboxes, Radios } from '../form/choices.tsx'
import { ConfirmDialog } from '../form/confirm-dialog.tsx'
import { DateInput } from '../form/date-input.tsx'
import { Fieldset } from '../form/fieldset.tsx'
import { FileInput } from '../form/file-input.tsx'
import { Form } from '../form/form.tsx'
import { Select } from '../form/select.tsx'
import { TextArea } from '../form/text-area.tsx'
import { TextInput } from '../form/text-input.tsx'
import { UploadField } from '../form/upload-field.tsx'
import { Specimen } from './specimen.tsx'

const places = ['Ambon', 'Bandung', 'Denpasar', 'Jambi', 'Kupang', 'Lumajang', 'Manado', 'Padang']

/** Buttons, every input in its states, and a whole form with problems. */
export const FormSpecimens = () => (
  <>
    <Specimen name="Tombol" file="form/button.tsx">
      <ButtonRow>
        <Button kind="main">Simpan perubahan</Button>
        <Button>Simpan sebagai draf</Button>
        <ButtonLink href="#tombol">Buka rincian</ButtonLink>
        <Button kind="danger">Hapus baris</Button>
        <Button kind="quiet">Batal</Button>
        <Button disabled>Belum dapat dikirim</Button>
      </ButtonRow>
      <ButtonRow>
        <Button size="small">Kecil</Button>
        <Button size="small" kind="main">
          Kecil utama
        </Button>
      </ButtonRow>
    </Specimen>
    <Specimen name="Isian" file="form/">
      <Form draft="gaya-isian">
        <TextInput
          name="judul"
          label="Judul"
          hint="Satu kalimat, tanpa singkatan."
          value="Laporan triwulan pertama"
        />
        <TextInput name="biaya" label="Biaya" prefix="Rp" inputmode="numeric" width="medium" />
        <TextInput
          name="luas"
          label="Luas"
          suffix="m²"
          inputmode="decimal"
          width="short"
          optional
        />
        <TextInput name="nomor" label="Nomor" value="12/2026" readonly width="medium" />
        <TextArea name="uraian" label="Uraian" hint="Tumbuh mengikuti isi." rows={3} />
        <DateInput name="tanggal" label="Tanggal" value="2026-02-03" />
        <Select
          name="kota"
          label="Kota"
          placeholder="Pilih kota"
          filterable
          options={places.map((label) => ({ value: label.toLowerCase(), label }))}
        />
        <Fieldset legend="Pilihan">
          <Radios
            name="setuju"
            label="Apakah sudah sesuai?"
            inline
            value="ya"
            options={[
              { value: 'ya', label: 'Ya' },
              { value: 'tidak', label: 'Tidak' },
            ]}
          />
          <Radios
            name="cara"
            label="Cara menerima jawaban"
            boxed
            value="surat"
            options={[
              { value: 'surat', label: 'Surat', hint: 'Sampai dalam tiga hari kerja.', end: '3' },
              { value: 'pesan', label: 'Pesan', hint: 'Sampai hari ini juga.', end: '0' },
              { value: 'faks', label: 'Faksimile', hint: 'Tidak lagi tersedia.', disabled: true },
            ]}
          />
          <Checkboxes
            name="hari"
            label="Hari"
            values={['senin']}
            options={['Senin', 'Selasa', 'Rabu'].map((label) => ({
              value: label.toLowerCase(),
              label,
            }))}
          />
          <Checkbox name="baca" label="Saya telah membaca ketentuannya" />
        </Fieldset>
        <FileInput name="berkas" label="Berkas" hint="PDF, paling besar 25 MB." multiple optional />
        <UploadField
          name="foto"
          label="Dokumentasi"
          hint="Dikirim begitu dipilih, dan dilanjutkan bila sambungan terputus."
          endpoint="/unggah"
          camera
          optional
          received={[{ id: 'a', name: 'Daftar hadir 4 Maret.pdf', note: '2,1 MB · diterima' }]}
        />
        <ButtonRow>
          <Button kind="main">Simpan isian</Button>
          <ConfirmDialog
            id="hapus-contoh"
            trigger="Hapus"
            title="Hapus isian ini?"
            confirm="Ya, hapus"
            action="#hapus"
            fallback="#hapus"
          >
            Isian hilang dari daftar, tetapi tetap ada di riwayat.
          </ConfirmDialog>
        </ButtonRow>
      </Form>
    </Specimen>
  </>
)

/** A form that came back with problems. Takes the focus, so the guide shows it on its own page. */
export const ProblemSpecimen = () => (
  <Form
    problems={[
      { field: 'nama', message: 'Tuliskan nama lengkap' },
      { field: 'mulai', message: 'Tanggal mulai harus sebelum tanggal selesai' },
    ]}
  >
    <TextInput name="nama" label="Nama" error="Tuliskan nama lengkap" />
    <DateInput
      name="mulai"
      label="Tanggal mulai"
      value="2026-12-30"
      error="Tanggal mulai harus sebelum tanggal selesai"
    />
    <ButtonRow>
      <Button kind="main">Kirim lagi</Button>
    </ButtonRow>
  </Form>
)
