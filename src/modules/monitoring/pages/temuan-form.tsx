import type { Problem, Typed } from '#platform/http/form.ts'
import { longDate } from '#platform/date.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Checkboxes, Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { monthName } from '#platform/date.ts'
import { sumberLabels } from '../labels-temuan.ts'
import type { LanjutPage, TemuanChoices } from '../queries/temuan-detail.ts'
import { sumberList } from '../temuan.ts'
import { temuanUrl } from '../urls.ts'
import { areaOptions } from './temuan-list.tsx'

export type TemuanFormProps = {
  title: string
  action: string
  back: string
  draft: string
  choices: TemuanChoices
  typed: Typed
  problems: readonly Problem[]
  isNew?: boolean
}

/** What was found, where, and against which rule. */
export const TemuanFormView = (props: TemuanFormProps) => {
  const { title, action, back, draft, choices, typed, problems, isNew } = props
  const field = bindForm(typed, problems)
  const kept = (name: string) => (typeof typed[name] === 'string' ? typed[name] : undefined)
  const hidden = { versi: kept('versi'), butirId: kept('butirId'), satker: choices.office.kode }
  return (
    <div class="stack">
      <PageHead title={title} subtitle={choices.office.nama} />
      <Form {...{ action, problems, draft, hidden }}>
        <Source field={field} choices={choices} />
        <TextArea {...field('uraian')} label="Uraian temuan" rows={4} />
        <Select
          {...field('areaBaku')}
          label="Area perubahan"
          optional
          placeholder="Tidak khusus satu area"
          options={areaOptions}
        />
        <TextInput
          {...field('tahun')}
          label="Tahun rencana yang diperiksa"
          inputmode="numeric"
          width="short"
          maxlength={4}
        />
        <TextArea
          {...field('kriteria')}
          label="Kriteria"
          optional
          rows={2}
          hint="Aturan atau target yang seharusnya dipenuhi."
        />
        <TextArea {...field('sebab')} label="Sebab" optional rows={2} />
        <TextArea {...field('akibat')} label="Akibat" optional rows={2} />
        {isNew ? (
          <TextArea
            {...field('rekomendasi')}
            label="Rekomendasi"
            optional
            rows={3}
            hint="Dapat ditambah kemudian."
          />
        ) : null}
        <ButtonRow>
          <Button kind="main">Simpan temuan</Button>
          <a href={back}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}

type Field = ReturnType<typeof bindForm>

const Source = ({ field, choices }: { field: Field; choices: TemuanChoices }) => (
  <>
    <Radios
      {...field('sumber')}
      label="Sumber"
      options={sumberList.map((value) => ({ value, label: sumberLabels[value] }))}
    />
    {choices.laporan.length > 0 ? (
      <Select
        {...field('laporanId')}
        label="Laporan putaran monev"
        optional
        placeholder="Bukan dari putaran"
        options={choices.laporan.map(({ id, judul }) => ({ value: id, label: judul }))}
      />
    ) : null}
    {choices.rapat.length > 0 ? (
      <Select
        {...field('rapatId')}
        label="Rapat"
        optional
        placeholder="Bukan dari rapat"
        filterable
        options={choices.rapat.map(({ id, judul, tanggal }) => ({
          value: id,
          label: `${judul}, ${longDate(tanggal)}`,
        }))}
      />
    ) : null}
    <TextInput
      {...field('rujukan')}
      label="Rujukan"
      optional
      hint="Misalnya nomor LHE atau surat pengawas."
      maxlength={300}
    />
    <DateInput {...field('tanggal')} label="Tanggal temuan" />
  </>
)

type LanjutProps = { page: LanjutPage; typed: Typed; problems: readonly Problem[] }

/** Turns a finding into a row of next year's plan. */
export const LanjutView = ({ page, typed, problems }: LanjutProps) => {
  const { temuan, tujuan, waiting, saran } = page
  const next = temuan.tahun + 1
  const field = bindForm({ uraian: saran, ...typed }, problems)
  const own = tujuan.flatMap(({ rencanaId, kegiatan }) =>
    kegiatan.filter((each) => each.own).map(({ id }) => `${rencanaId}:${id}`),
  )[0]
  return (
    <div class="stack">
      <PageHead title={`Masukkan ke rencana ${next}`} subtitle={temuan.uraian} />
      {tujuan.length === 0 ? (
        <Empty title={`Rencana ${next} belum dapat diisi`}>
          {waiting > 0
            ? 'Rencananya sedang menunggu pengesahan. Tunggu, atau minta dikembalikan dahulu.'
            : 'Rencananya belum dibuat. Antrekan temuan ini di halamannya: begitu rencana dibuat atau disalin, sekretariat diberi tahu.'}
        </Empty>
      ) : (
        <Form
          action={temuanUrl(temuan.id, 'lanjut')}
          problems={problems}
          draft={`lanjut-${temuan.id}`}
        >
          <Select
            {...field('tujuan')}
            value={typeof typed['tujuan'] === 'string' ? typed['tujuan'] : own}
            label="Kegiatan"
            placeholder="Pilih kegiatan"
            filterable
            options={tujuan.map(({ rencanaId, judul, approved, kegiatan }) => ({
              label: approved ? `${judul} (sebagai usulan perubahan)` : judul,
              options: kegiatan.map(({ id, label }) => ({ value: `${rencanaId}:${id}`, label })),
            }))}
          />
          <TextArea {...field('uraian')} label="Uraian butir" rows={3} />
          <TextArea
            {...field('indikator')}
            label="Indikator keberhasilan"
            optional
            rows={2}
            hint="Satu indikator sebaris."
          />
          <Checkboxes
            name="bulan"
            label="Bulan pelaksanaan"
            error={problems.find((problem) => problem.field === 'bulan')?.message}
            values={[typed['bulan'] ?? []].flat()}
            inline
            options={Array.from({ length: 12 }, (_, index) => ({
              value: String(index + 1),
              label: monthName(index + 1),
            }))}
          />
          <ButtonRow>
            <Button kind="main">Jadikan butir</Button>
            <a href={temuanUrl(temuan.id)}>Batal</a>
          </ButtonRow>
        </Form>
      )}
    </div>
  )
}
