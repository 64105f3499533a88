import { periodsOf } from '#modules/rencana-aksi'
import { longDate } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Checkboxes, Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { lingkupLabels, penerimaLabels, periodeText } from '../labels-putaran.ts'
import { lingkupList, penerimaList } from '../putaran.ts'
import type { PutaranList, PutaranListRow } from '../queries/putaran.ts'
import { laporanUrl, monevUrl, putaranUrl, withQuery } from '../urls.ts'

/** Rounds of monev that reach this office, or the offices below it. */
export const PutaranListView = ({ page }: { page: PutaranList }) => (
  <div class="stack">
    <PageHead
      title="Monitoring dan evaluasi"
      subtitle="Putaran berkala: target, realisasi, hambatan, dan solusi setiap area"
    >
      {page.can.open ? (
        <ButtonLink kind="main" href={`${monevUrl}/buka`}>
          Buka putaran
        </ButtonLink>
      ) : null}
    </PageHead>
    {page.rows.length === 0 ? (
      <Empty
        title="Belum ada putaran monev"
        actions={
          page.can.open ? (
            <ButtonLink href={`${monevUrl}/buka`}>Buka putaran pertama</ButtonLink>
          ) : null
        }
      >
        Putaran dibuka oleh satuan kerja untuk dirinya, atau oleh KPU RI dan KPU provinsi untuk
        semua satuan kerja di bawahnya. Setelah dibuka, sekretariat diberi tahu.
      </Empty>
    ) : (
      <Rows page={page} />
    )}
    <Pager
      page={page.page}
      pages={page.pages}
      total={page.total}
      noun="putaran"
      href={(halaman) => withQuery(monevUrl, { halaman })}
    />
  </div>
)

const sent = ({ counts }: PutaranListRow) => counts.submitted + counts.verified

const Rows = ({ page }: { page: PutaranList }) => (
  <Table<PutaranListRow>
    caption="Putaran monev"
    captionHidden
    columns={[
      { key: 'judul', label: 'Putaran', main: true, cell: ({ judul }) => judul },
      {
        key: 'periode',
        label: 'Periode',
        cell: ({ periode, tahun }) => periodeText(periode, tahun),
      },
      { key: 'lingkup', label: 'Rencana', cell: ({ lingkup }) => lingkupLabels[lingkup] },
      { key: 'pembuka', label: 'Dibuka oleh', cell: ({ pembuka }) => pembuka },
      { key: 'batas', label: 'Batas', cell: ({ selesai }) => longDate(selesai) },
      {
        key: 'dikirim',
        label: 'Dikirim',
        align: 'end',
        cell: (row) => `${sent(row)} dari ${row.satker}`,
      },
      {
        key: 'diterima',
        label: 'Diterima',
        align: 'end',
        cell: ({ counts }) => counts.verified,
      },
      {
        key: 'terlambat',
        label: 'Terlambat',
        align: 'end',
        cell: ({ counts }) =>
          counts.locked > 0 ? <StatusMark state="late" label={String(counts.locked)} /> : 0,
      },
    ]}
    rows={page.rows}
    rowHref={({ putaranId, laporanId, satker }) =>
      satker === 1 && laporanId ? laporanUrl(laporanId) : putaranUrl(putaranId)
    }
  />
)

type FormProps = {
  below: boolean
  nation: boolean
  typed: Typed
  problems: readonly Problem[]
}

/** Opens a round: for which period, for whom, and how long it can be filled in. */
export const PutaranFormView = ({ below, nation, typed, problems }: FormProps) => {
  const field = bindForm(typed, problems)
  const receivers = penerimaList.filter((each) =>
    each === 'provinsi' ? nation : each === 'kabkota' ? below : true,
  )
  return (
    <div class="stack">
      <PageHead title="Buka putaran monev" />
      <Form action={`${monevUrl}/buka`} problems={problems} draft="putaran-baru">
        <TextInput {...field('judul')} label="Judul" maxlength={200} />
        <TextInput
          {...field('tahun')}
          label="Tahun rencana"
          inputmode="numeric"
          width="short"
          maxlength={4}
        />
        <Select
          {...field('periode')}
          label="Periode"
          placeholder="Pilih periode"
          options={[
            { label: 'Triwulan', options: choicesOf('triwulan') },
            { label: 'Bulan', options: choicesOf('bulan') },
            { label: 'Semester', options: choicesOf('semester') },
            { label: 'Tahun', options: choicesOf('tahun') },
          ]}
        />
        <Radios
          {...field('lingkup')}
          label="Rencana yang dilaporkan"
          inline
          options={lingkupList.map((value) => ({ value, label: lingkupLabels[value] }))}
        />
        <Fieldset legend="Jendela pengisian">
          <DateInput {...field('mulai')} label="Dibuka tanggal" />
          <TextInput
            {...field('hariKerja')}
            label="Lama pengisian"
            suffix="hari kerja"
            inputmode="numeric"
            width="short"
            hint="Dihitung dari hari kerja sesudah tanggal buka, menurut kalender kerja. Sesudahnya laporan terkunci."
          />
          {below ? <Waves field={field} /> : null}
        </Fieldset>
        {receivers.length > 1 ? (
          <Checkboxes
            name="untuk"
            label="Diisi oleh"
            error={problems.find((problem) => problem.field === 'untuk')?.message}
            values={[typed['untuk'] ?? []].flat()}
            options={receivers.map((value) => ({ value, label: penerimaLabels[value] }))}
          />
        ) : (
          <input type="hidden" name="untuk" value="sendiri" />
        )}
        <ButtonRow>
          <Button kind="main">Buka putaran</Button>
          <a href={monevUrl}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}

const choicesOf = (selang: Parameters<typeof periodsOf>[0]) =>
  periodsOf(selang).map(({ kode, nama }) => ({ value: kode, label: nama }))

const Waves = ({ field }: { field: ReturnType<typeof bindForm> }) => (
  <>
    <TextInput
      {...field('gelombang')}
      label="Gelombang"
      inputmode="numeric"
      width="short"
      hint="1 berarti semua mulai bersamaan. Lebih dari 1: satuan kerja dibagi rata menurut kode wilayah."
    />
    <TextInput
      {...field('jeda')}
      label="Jeda antargelombang"
      suffix="hari kerja"
      inputmode="numeric"
      width="short"
    />
  </>
)
