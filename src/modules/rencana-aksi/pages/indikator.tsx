import { monthName, monthShort } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { EditGrid } from '#ui/data/edit-grid.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { Card } from '#ui/layout/card.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { LinePlot } from '#ui/plot/line-plot.tsx'
import { targetOf } from '../indikator.ts'
import { months } from '../indikator-forms.ts'
import {
  arahLabels,
  asalLabels,
  caraHitungLabels,
  indikatorStateLabels,
  indikatorStateMarks,
  nilaiText,
  trendLabels,
  trendMarks,
} from '../indikator-labels.ts'
import { butirTitle, indikatorLabels, shorten, titleOf } from '../labels.ts'
import type { NilaiRow, OneIndikatorPage } from '../queries/indikator.ts'
import { planUrl } from '../urls.ts'

type IndikatorProps = { page: OneIndikatorPage; typed: Typed; problems: readonly Problem[] }

/** One indicator: what is to be reached, its months, and the way since last year. */
export const IndikatorView = (props: IndikatorProps) => {
  const { tree, row, can } = props.page
  const { indikator, place } = row
  return (
    <div class="stack">
      <PageHead
        title={indikator.teks}
        subtitle={`${titleOf(place.area)} › ${titleOf(place.kegiatan)}`}
      >
        {can.edit ? (
          <ButtonLink href={planUrl(tree.id, 'indikator', indikator.id, 'ubah')}>
            Ubah ukuran dan target
          </ButtonLink>
        ) : null}
      </PageHead>
      <Columns aside={<Aside page={props.page} />}>
        <Plot page={props.page} />
        {can.measure ? <NilaiForm {...props} /> : <NilaiTable page={props.page} />}
      </Columns>
    </div>
  )
}

const Aside = ({ page: { tree, row, next, previous, can } }: { page: OneIndikatorPage }) => {
  const { indikator, capaian, state, tahunLalu, trend, place } = row
  const url = (id: string) => planUrl(tree.id, 'indikator', id)
  return (
    <>
      <Card title="Ukuran">
        <DefinitionList
          items={[
            { term: 'Jenis', value: indikatorLabels[indikator.jenis] },
            ...(indikator.satuan ? [{ term: 'Satuan', value: indikator.satuan }] : []),
            { term: 'Arah', value: arahLabels[indikator.arah] },
            { term: 'Target', value: nilaiText(indikator, targetOf(indikator)) },
            {
              term: 'Capaian',
              value: `${nilaiText(indikator, capaian)} (${caraHitungLabels[indikator.caraHitung].toLowerCase()})`,
            },
            {
              term: 'Keadaan',
              value: (
                <StatusMark
                  state={indikatorStateMarks[state]}
                  label={indikatorStateLabels[state]}
                />
              ),
            },
            {
              term: `Nilai ${tree.tahun - 1}`,
              value: `${nilaiText(indikator, tahunLalu.nilai)}${tahunLalu.asal ? `, ${asalLabels[tahunLalu.asal]}` : ''}`,
              ...(can.edit
                ? { action: { href: `${url(indikator.id)}/tahun-lalu`, label: 'Koreksi' } }
                : {}),
            },
            {
              term: 'Dibanding tahun lalu',
              value: <StatusMark state={trendMarks[trend]} label={trendLabels[trend]} />,
            },
          ]}
        />
      </Card>
      <Card title="Lihat juga">
        <div class="prose">
          <ul>
            <li>
              <a href={planUrl(tree.id, 'butir', place.butir.id)}>
                Butir: {shorten(butirTitle(place.butir), 60)}
              </a>
            </li>
            {previous ? (
              <li>
                <a href={url(previous)}>Indikator sebelumnya</a>
              </li>
            ) : null}
            {next ? (
              <li>
                <a href={url(next)}>Indikator berikutnya</a>
              </li>
            ) : null}
          </ul>
        </div>
      </Card>
    </>
  )
}

/** The months of this year and the last, with the target as a line. */
const Plot = ({ page: { tree, row } }: { page: OneIndikatorPage }) => {
  const { indikator, nilai, tahunLalu, capaian } = row
  const lama = tahunLalu.indikator?.nilai ?? []
  if (nilai.length === 0 && lama.length === 0) return null
  const target = targetOf(indikator)
  // Months that neither year measured would tear the lines apart.
  const measured = months.filter((bulan) => [...nilai, ...lama].some((one) => one.bulan === bulan))
  const monthly = (rows: readonly { bulan: number; nilai: number }[]) =>
    measured.map((bulan) => rows.find((one) => one.bulan === bulan)?.nilai ?? null)
  const message = {
    better: 'lebih baik daripada',
    worse: 'lebih buruk daripada',
    equal: 'sama dengan',
    unknown: 'belum dapat dibandingkan dengan',
  }[row.trend]
  return (
    <LinePlot
      title={`Capaian ${tree.tahun} ${nilaiText(indikator, capaian)}, ${message} ${tree.tahun - 1}`}
      note={`${indikatorLabels[indikator.jenis]} per bulan`}
      xHead="Bulan"
      xs={measured.map(monthShort)}
      series={[
        ...(lama.length > 0
          ? [{ label: String(tree.tahun - 1), values: monthly(lama), tone: 'quiet' as const }]
          : []),
        ...(nilai.length > 0
          ? [{ label: String(tree.tahun), values: monthly(nilai), tone: 'brand' as const }]
          : []),
      ]}
      {...(indikator.jenis === 'persen' ? { domain: [0, 100] as const } : {})}
      {...(target !== null && indikator.caraHitung !== 'jumlah'
        ? { target: { value: target, label: `Target ${nilaiText(indikator, target)}` } }
        : {})}
      format={(value) => nilaiText(indikator, value)}
    />
  )
}

/** The months as the form types them. */
export const typedNilai = (nilai: readonly NilaiRow[]): Typed =>
  Object.fromEntries(
    months.flatMap((bulan) => {
      const row = nilai.find((one) => one.bulan === bulan)
      return [
        [`b${bulan}.nilai`, row ? String(row.nilai).replace('.', ',') : ''],
        [`b${bulan}.catatan`, row?.catatan ?? ''],
        [`b${bulan}.versi`, String(row?.versi ?? 0)],
      ]
    }),
  )

const NilaiForm = ({ page: { tree, row }, typed, problems }: IndikatorProps) => {
  const { indikator } = row
  const text = (name: string) => String(typed[name] ?? '')
  const problemAt = (name: string) => problems.find(({ field }) => field === name)?.message
  return (
    <Form
      action={planUrl(tree.id, 'indikator', indikator.id)}
      problems={problems.map(({ field, message }) => ({
        field: field.replace('.', '-'),
        message,
      }))}
      hidden={Object.fromEntries(
        months.map((bulan) => [`b${bulan}.versi`, text(`b${bulan}.versi`)]),
      )}
    >
      <h2>Nilai per bulan</h2>
      <EditGrid
        caption={`Nilai per bulan, ${indikator.teks}`}
        rowHead="Bulan"
        columns={[
          indikator.jenis === 'dokumen'
            ? { key: 'nilai', label: 'Dokumen', kind: 'select', options: documentChoices }
            : { key: 'nilai', label: unitLabel(indikator), width: 'narrow' },
          { key: 'catatan', label: 'Catatan', kind: 'area', width: 'wide' },
        ]}
        rows={months.map((bulan) => ({
          id: `b${bulan}`,
          head: monthName(bulan),
          name: monthName(bulan),
          values: { nilai: text(`b${bulan}.nilai`), catatan: text(`b${bulan}.catatan`) },
          problems: {
            nilai: problemAt(`b${bulan}.nilai`),
            catatan: problemAt(`b${bulan}.catatan`),
          },
        }))}
      />
      <ButtonRow>
        <Button kind="main">Simpan nilai</Button>
        <a href={planUrl(tree.id, 'indikator')}>Kembali ke daftar indikator</a>
      </ButtonRow>
    </Form>
  )
}

const documentChoices = [
  { value: '', label: 'Belum diisi' },
  { value: '1', label: 'Ada' },
  { value: '0', label: 'Tidak ada' },
]

const unitLabel = ({ jenis, satuan }: { jenis: string; satuan: string | null }) => {
  if (jenis === 'persen') return 'Nilai (%)'
  if (jenis === 'waktu') return `Nilai (${satuan ?? 'hari'})`
  return satuan ? `Nilai (${satuan})` : 'Nilai'
}

const NilaiTable = ({ page: { tree, row } }: { page: OneIndikatorPage }) =>
  row.nilai.length === 0 ? (
    <p class="muted">
      {tree.state === 'approved'
        ? 'Belum ada nilai. Penanggung jawab butir atau koordinator areanya yang mengisi.'
        : 'Nilai diisi setelah rencana disahkan dan sebelum ditutup.'}
    </p>
  ) : (
    <Table<NilaiRow>
      caption="Nilai per bulan"
      columns={[
        { key: 'bulan', label: 'Bulan', main: true, cell: ({ bulan }) => monthName(bulan) },
        {
          key: 'nilai',
          label: 'Nilai',
          align: 'end',
          cell: ({ nilai }) => nilaiText(row.indikator, nilai),
        },
        { key: 'catatan', label: 'Catatan', cell: ({ catatan }) => catatan ?? '' },
      ]}
      rows={row.nilai}
    />
  )
