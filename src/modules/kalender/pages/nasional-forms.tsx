import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { fullDate, jenisHariLabels } from '../labels.ts'
import { hariLiburUrl, kalenderUrl } from '../urls.ts'

type Props = { typed: Typed; problems: readonly Problem[] }
type Field = ReturnType<typeof bindForm>

const certainty = [
  { value: 'terverifikasi', label: 'Sudah dicocokkan dengan sumbernya' },
  { value: 'ingatan', label: 'Belum terverifikasi' },
]

const Source = ({ field }: { field: Field }) => (
  <TextInput {...field('sumber')} label="Sumber" hint="Alamat naskahnya, atau siapa membacanya." />
)

/** Adds a national holiday, or corrects the one of a date. */
export const HariLiburPage = (props: Props & { tanggal?: string; versi: number }) => {
  const { typed, problems, tanggal, versi } = props
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead
        title={tanggal ? `Perbaiki ${fullDate(tanggal)}` : 'Tambah hari libur nasional'}
        subtitle="Berlaku untuk semua satker. Perubahan tercatat dalam jejak audit."
      >
        {tanggal ? (
          <ButtonLink href={`${hariLiburUrl(tanggal)}/batal`}>Batalkan hari libur ini</ButtonLink>
        ) : null}
      </PageHead>
      <Form problems={problems} hidden={{ versi, ...(tanggal ? { tanggal } : {}) }}>
        {tanggal ? null : <DateInput {...field('tanggal')} label="Tanggal" />}
        <Radios
          {...field('jenis')}
          label="Jenis"
          inline
          options={(['libur_nasional', 'cuti_bersama'] as const).map((value) => ({
            value,
            label: jenisHariLabels[value],
          }))}
        />
        <TextInput {...field('nama')} label="Nama hari" />
        <TextInput
          {...field('dasar')}
          label="Dasar"
          hint="Nomor SKB 3 Menteri atau perubahannya."
        />
        <Source field={field} />
        <Radios {...field('keyakinan')} label="Seberapa pasti" inline options={certainty} />
        <ButtonRow>
          <Button kind="main">Simpan hari libur</Button>
          <a href={kalenderUrl}>Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}

/** Takes a national holiday back, by a change of the decree. */
export const BatalPage = (props: Props & { tanggal: string; nama: string; versi: number }) => {
  const { typed, problems, tanggal, nama, versi } = props
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead
        title={`Batalkan ${nama}`}
        subtitle={`${fullDate(tanggal)} menjadi hari biasa untuk semua satker. Catatannya tetap tersimpan.`}
      />
      <Form problems={problems} hidden={{ versi }}>
        <TextInput {...field('dasar')} label="Dasar pembatalan" hint="Nomor SKB perubahan." />
        <Source field={field} />
        <ButtonRow>
          <Button kind="danger">Batalkan hari libur</Button>
          <a href={hariLiburUrl(tanggal)}>Kembali</a>
        </ButtonRow>
      </Form>
    </>
  )
}

/** Loads a whole year from its decree, one day a line. */
export const TahunPage = ({ typed, problems }: Props) => {
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead
        title="Muat SKB tahun baru"
        subtitle="Sesudah dimuat, tenggat yang melewati tahun itu menjadi pasti."
      />
      <Form problems={problems} draft="skb-tahun">
        <TextInput {...field('tahun')} label="Tahun" inputmode="numeric" width="short" />
        <TextInput
          {...field('dasar')}
          label="Nomor SKB 3 Menteri"
          hint="Misalnya SKB 3 Menteri 1205/2026, 3/2026, 2/2026."
        />
        <DateInput {...field('tanggalDasar')} label="Tanggal SKB" />
        <Source field={field} />
        <TextArea
          {...field('daftar')}
          label="Daftar hari"
          rows={12}
          hint="Satu hari satu baris: tanggal; libur nasional atau cuti bersama; nama. Boleh ditempel dari lembar kerja dengan tiga kolom."
          placeholder="1 Januari 2028; libur nasional; Tahun Baru 2028 Masehi"
        />
        <ButtonRow>
          <Button kind="main">Muat tahun ini</Button>
          <a href={kalenderUrl}>Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}

/** Sets the days of a Ramadan, usually after the government's decision on the new moon. */
export const RamadanPage = (props: Props & { tahunHijriah?: number; versi: number }) => {
  const { typed, problems, tahunHijriah, versi } = props
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead
        title={tahunHijriah ? `Perbaiki Ramadan ${tahunHijriah} H` : 'Tambah Ramadan'}
        subtitle="Selama Ramadan jam kerja lebih pendek. Perbaiki sesudah sidang isbat."
      />
      <Form problems={problems} hidden={{ versi, ...(tahunHijriah ? { tahunHijriah } : {}) }}>
        {tahunHijriah ? null : (
          <TextInput
            {...field('tahunHijriah')}
            label="Tahun Hijriah"
            inputmode="numeric"
            width="short"
          />
        )}
        <DateInput {...field('dari')} label="1 Ramadan" />
        <DateInput
          {...field('hariTerakhir')}
          label="Hari terakhir Ramadan"
          hint="Sehari sebelum 1 Syawal."
        />
        <Source field={field} />
        <Radios {...field('keyakinan')} label="Seberapa pasti" inline options={certainty} />
        <ButtonRow>
          <Button kind="main">Simpan Ramadan</Button>
          <a href={`${kalenderUrl}/jam`}>Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}
