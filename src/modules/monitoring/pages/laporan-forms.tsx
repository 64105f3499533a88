import { longDate } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Card } from '#ui/layout/card.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { AreaLingkar, LaporanPage } from '../queries/laporan.ts'
import { laporanUrl } from '../urls.ts'

export type LaporanForms = { typed: Typed; problems: readonly Problem[] }
type Props = { page: LaporanPage } & LaporanForms

/** Sends the report up; the figures are frozen as they stand. */
export const SubmitForm = ({ page: { laporan, plans, anggaran }, typed, problems }: Props) => {
  const field = bindForm({ simpulan: laporan.simpulan, ...moneyOf(anggaran), ...typed }, problems)
  const open = plans.filter(({ taken }) => !taken)
  return (
    <Card title="Kirim laporan">
      <Form
        action={laporanUrl(laporan.id, 'kirim')}
        problems={problems}
        draft={`laporan-${laporan.id}`}
      >
        {open.map(({ rencanaId, judul }) => (
          <Fieldset legend={`Anggaran dan kinerja: ${judul}`}>
            <TextInput
              {...field(`pagu-${rencanaId}`)}
              label="Pagu anggaran setahun"
              optional
              prefix="Rp"
              inputmode="decimal"
              width="medium"
            />
            <TextInput
              {...field(`realisasi-${rencanaId}`)}
              label="Realisasi sampai akhir periode"
              optional
              prefix="Rp"
              inputmode="decimal"
              width="medium"
            />
            <TextInput
              {...field(`capaianKinerja-${rencanaId}`)}
              label="Capaian perjanjian kinerja"
              optional
              suffix="%"
              inputmode="decimal"
              width="short"
            />
          </Fieldset>
        ))}
        <TextArea {...field('simpulan')} label="Simpulan" rows={4} />
        <p class="muted">
          Begitu dikirim, angka dibekukan dan laporan diperiksa orang lain di atas satuan kerja ini.
        </p>
        <ButtonRow>
          <Button kind="main">Kirim laporan</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

const numberText = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))

const moneyOf = (rows: LaporanPage['anggaran']): Typed =>
  Object.fromEntries(
    rows.flatMap(({ rencanaId, pagu, realisasi, capaianKinerja }) => [
      [`pagu-${rencanaId}`, numberText(pagu)],
      [`realisasi-${rencanaId}`, numberText(realisasi)],
      [`capaianKinerja-${rencanaId}`, numberText(capaianKinerja)],
    ]),
  )

/** Accept, or send back with a note. */
export const VerdictForm = ({ page: { laporan }, typed, problems }: Props) => {
  const field = bindForm({ hariKerja: '5', ...typed }, problems)
  return (
    <Card title="Periksa laporan">
      <Form action={laporanUrl(laporan.id, 'periksa')} problems={problems}>
        <Radios
          {...field('putusan')}
          label="Putusan"
          options={[
            { value: 'terima', label: 'Terima', hint: 'Laporan tidak berubah lagi.' },
            {
              value: 'kembalikan',
              label: 'Kembalikan',
              hint: 'Satuan kerja memperbaiki, lalu mengirim lagi.',
            },
          ]}
        />
        <TextArea
          {...field('catatan')}
          label="Catatan"
          optional
          rows={3}
          hint="Wajib bila dikembalikan."
        />
        <TextInput
          {...field('hariKerja')}
          label="Lama perbaikan"
          suffix="hari kerja"
          inputmode="numeric"
          width="short"
        />
        <ButtonRow>
          <Button kind="main">Simpan putusan</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

type AreaProps = Props & { area: AreaLingkar }

/** The circle of one area, and of each late butir of it. */
export const AreaView = ({ page: { laporan }, area, typed, problems }: AreaProps) => (
  <div class="stack">
    <PageHead
      title={area.judul}
      subtitle={`${laporan.judul}: ${area.selesai} dari ${area.kewajiban} kewajiban selesai, ${area.terlambat} terlambat`}
    />
    <Form
      action={laporanUrl(laporan.id, 'area', area.areaId)}
      problems={problems}
      draft={`lingkar-${laporan.id}-${area.areaId}`}
    >
      <CircleFields
        suffix="area"
        legend="Area ini"
        isi={area.isi}
        typed={typed}
        problems={problems}
        asked={area.terlambat > 0 && area.butir.length === 0}
        hints={{
          target: `Bila kosong: ${area.kewajiban} kewajiban.`,
          realisasi: `Bila kosong: ${area.selesai} selesai.`,
        }}
      />
      {area.butir.map(({ id, teks, isi }) => (
        <CircleFields
          suffix={id}
          legend={`Terlambat: ${teks}`}
          isi={isi}
          typed={typed}
          problems={problems}
          asked={false}
        />
      ))}
      <ButtonRow>
        <Button kind="main">Simpan area</Button>
        <a href={laporanUrl(laporan.id)}>Kembali ke laporan</a>
      </ButtonRow>
    </Form>
  </div>
)

type FieldsProps = LaporanForms & {
  /** what stands after the dot in each name */
  suffix: string
  legend: string
  isi: AreaLingkar['isi']
  asked: boolean
  hints?: { target: string; realisasi: string }
}

const CircleFields = ({ suffix, legend, isi, typed, problems, asked, hints }: FieldsProps) => {
  const stored = Object.fromEntries(
    (['target', 'realisasi', 'hambatan', 'solusi'] as const).map((name) => [
      `${name}.${suffix}`,
      isi?.[name] ?? '',
    ]),
  )
  const field = bindForm({ ...stored, ...typed }, problems)
  const versi = typed[`versi.${suffix}`] ?? String(isi?.versi ?? 0)
  return (
    <Fieldset legend={legend}>
      <input type="hidden" name={`versi.${suffix}`} value={[versi].flat()[0]} />
      {suffix === 'area' ? (
        <>
          <TextInput {...field(`target.${suffix}`)} label="Target" optional hint={hints?.target} />
          <TextInput
            {...field(`realisasi.${suffix}`)}
            label="Realisasi"
            optional
            hint={hints?.realisasi}
          />
        </>
      ) : null}
      <TextArea {...field(`hambatan.${suffix}`)} label="Hambatan" optional={!asked} rows={3} />
      <TextArea {...field(`solusi.${suffix}`)} label="Solusi" optional={!asked} rows={3} />
    </Fieldset>
  )
}

/** A new last day for one office, and why. */
export const ReopenView = ({ page: { laporan }, typed, problems }: Props) => {
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead
        title="Buka lagi jendela pengisian"
        subtitle={`${laporan.satkerNama}, ${laporan.judul}`}
      />
      <p class="prose">
        Jendela berakhir {longDate(laporan.batas)}. Hanya satuan kerja ini yang dibuka lagi.
      </p>
      <Form action={laporanUrl(laporan.id, 'buka')} problems={problems}>
        <DateInput {...field('sampai')} label="Sampai tanggal" />
        <TextArea {...field('alasan')} label="Alasan" rows={3} maxlength={1000} />
        <ButtonRow>
          <Button kind="main">Buka lagi</Button>
          <a href={laporanUrl(laporan.id)}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}
