import { longDate } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { PeraturanDetail, PeraturanList } from '../queries/register.ts'

type Validity = { berlaku_sampai: string | null }

const Validity = ({ rule, today }: { rule: Validity; today: string }) =>
  rule.berlaku_sampai && rule.berlaku_sampai <= today ? (
    <StatusMark state="stopped" label="Tidak berlaku" />
  ) : (
    <StatusMark state="done" label="Berlaku" />
  )

const keyakinanLabels: Record<string, string> = {
  terverifikasi: 'Terverifikasi',
  ingatan: 'Belum terverifikasi',
}

export const RegisterPage = ({ list, today }: { list: PeraturanList; today: string }) => (
  <>
    <PageHead
      title="Dasar hukum"
      subtitle={`${list.rows.length} peraturan. Setiap keputusan yang diimpor diperiksa terhadapnya.`}
    />
    <Table
      caption="Register dasar hukum"
      captionHidden
      rows={list.rows}
      rowHref={(row) => `/kerja/dasar-hukum/${encodeURIComponent(row.kode)}`}
      columns={[
        { key: 'kode', label: 'Kode', main: true, cell: (row) => row.kode },
        { key: 'judul', label: 'Judul', cell: (row) => row.judul },
        {
          key: 'keadaan',
          label: 'Keadaan',
          width: 'narrow',
          cell: (row) => <Validity rule={row} today={today} />,
        },
        {
          key: 'keyakinan',
          label: 'Isi register',
          width: 'narrow',
          cell: (row) => keyakinanLabels[row.keyakinan],
        },
        { key: 'dirujuk', label: 'Dirujuk', align: 'end', cell: (row) => row.dirujuk || '–' },
      ]}
    />
  </>
)

const hubunganText = {
  mengubah: ['Mengubah', 'Diubah oleh'],
  mencabut: ['Mencabut', 'Dicabut oleh'],
  melaksanakan: ['Melaksanakan', 'Dilaksanakan dengan'],
} as const

type DetailProps = {
  detail: PeraturanDetail
  today: string
  values: Typed
  problems: readonly Problem[]
}

export const PeraturanPage = ({ detail, today, values, problems }: DetailProps) => {
  const { peraturan: p, hubungan, can } = detail
  return (
    <>
      <PageHead title={p.kode} subtitle={p.judul} />
      <DefinitionList
        items={[
          { term: 'Keadaan', value: <Validity rule={p} today={today} /> },
          { term: 'Berlaku', value: period(p) },
          ...hubungan.map((h) => {
            const forward = h.kode === p.kode
            const other = forward ? h.sasaran_kode : h.kode
            const [active, passive] = hubunganText[h.jenis as keyof typeof hubunganText]
            return {
              term: forward ? active : passive,
              value: <a href={`/kerja/dasar-hukum/${encodeURIComponent(other)}`}>{other}</a>,
            }
          }),
          { term: 'Sumber', value: `${p.sumber} (${keyakinanLabels[p.keyakinan]?.toLowerCase()})` },
          ...(p.catatan ? [{ term: 'Catatan', value: p.catatan }] : []),
        ]}
      />
      {can.correct ? <Correction kode={p.kode} values={values} problems={problems} /> : null}
    </>
  )
}

const period = (p: { berlaku_dari: string | null; berlaku_sampai: string | null }) =>
  [
    p.berlaku_dari ? `sejak ${longDate(p.berlaku_dari)}` : 'tanggal mulai belum diketahui',
    p.berlaku_sampai ? `sebelum ${longDate(p.berlaku_sampai)}` : null,
  ]
    .filter(Boolean)
    .join(', ')

const Correction = ({
  kode,
  values,
  problems,
}: {
  kode: string
  values: Typed
  problems: readonly Problem[]
}) => {
  const field = bindForm(values, problems)
  return (
    <section class="stack" aria-labelledby="perbaiki">
      <h2 id="perbaiki">Perbaiki data</h2>
      <Form
        action={`/kerja/dasar-hukum/${encodeURIComponent(kode)}`}
        problems={problems}
        hidden={{ versi: String(values['versi'] ?? '') }}
      >
        <TextArea {...field('judul')} label="Judul" />
        <DateInput {...field('berlaku_dari')} label="Berlaku sejak" optional />
        <DateInput {...field('berlaku_sampai')} label="Tidak berlaku lagi sejak" optional />
        <TextInput {...field('sumber')} label="Sumber" hint="Misalnya JDIH, nomor Berita Negara." />
        <Radios
          {...field('keyakinan')}
          label="Keyakinan"
          inline
          options={Object.entries(keyakinanLabels).map(([value, label]) => ({ value, label }))}
        />
        <TextInput {...field('catatan')} label="Catatan" optional />
        <ButtonRow>
          <Button kind="main">Simpan perbaikan</Button>
        </ButtonRow>
      </Form>
    </section>
  )
}
