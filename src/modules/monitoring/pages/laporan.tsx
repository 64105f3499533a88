import { AngkaView, percentOf, percentText, planUrl } from '#modules/rencana-aksi'
import { longDate } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { type FigureItem, Figures } from '#ui/data/figures.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { LinePlot } from '#ui/plot/line-plot.tsx'
import { shorten } from '../labels.ts'
import { laporanLabels, laporanMarks, lingkupLabels, periodeText } from '../labels-putaran.ts'
import type { AreaLingkar, LaporanPage, PlanLingkar } from '../queries/laporan.ts'
import { laporanUrl, putaranUrl, rapatUrl, temuanUrl, withQuery } from '../urls.ts'
import { type LaporanForms, SubmitForm, VerdictForm } from './laporan-forms.tsx'
import { Riwayat } from './riwayat.tsx'

type Props = { page: LaporanPage }

/** The report of one office in a round: the circle of each area, and what was decided about it. */
export const LaporanView = ({ page, ...forms }: Props & LaporanForms) => {
  const { laporan, plans, can } = page
  return (
    <div class="stack">
      <PageHead
        title={laporan.judul}
        subtitle={`${laporan.satkerNama}, ${periodeText(laporan.periode, laporan.tahun)}, ${lingkupLabels[laporan.lingkup]}`}
      >
        <ButtonLink href={laporanUrl(laporan.id, 'cetak')}>Cetak laporan</ButtonLink>
      </PageHead>
      <Notice page={page} />
      {plans.length > 0 ? <Figures items={figureItems(plans)} /> : null}
      {plans.length === 0 ? (
        <Empty title={`Belum ada rencana ${laporan.tahun} yang disahkan`}>
          Laporan dibuat dari rencana yang disahkan. Sahkan rencananya, lalu kembali ke sini.
        </Empty>
      ) : (
        plans.map((plan) => <Plan page={page} plan={plan} />)
      )}
      <Columns aside={<Aside page={page} />}>
        {laporan.simpulan ? (
          <DefinitionList items={[{ term: 'Simpulan', value: laporan.simpulan }]} />
        ) : null}
        {can.submit && plans.length > 0 ? <SubmitForm page={page} {...forms} /> : null}
        {can.verify ? <VerdictForm page={page} {...forms} /> : null}
        <Riwayat rows={page.riwayat} zona={laporan.zona} />
      </Columns>
    </div>
  )
}

const Notice = ({ page: { laporan } }: Props) => {
  if (laporan.state === 'returned')
    return (
      <p class="prose">
        <StatusMark state="late" label="Dikembalikan" />: {laporan.catatan} Perbaiki paling lambat{' '}
        {longDate(laporan.batas)}.
      </p>
    )
  if (laporan.state === 'locked')
    return (
      <p class="prose">
        <StatusMark state="late" label="Terkunci" />: jendela pengisian berakhir{' '}
        {longDate(laporan.batas)}. Pembuka putaran atau verifikator dapat membukanya lagi dengan
        alasan.
      </p>
    )
  if (laporan.state === 'coming')
    return <p class="prose">Laporan ini dapat diisi mulai {longDate(laporan.mulai)}.</p>
  return null
}

function figureItems(plans: readonly PlanLingkar[]): FigureItem[] {
  const add = (of: (plan: PlanLingkar) => number) => plans.reduce((sum, plan) => sum + of(plan), 0)
  const kewajiban = add(({ angka }) => angka.total.kewajiban)
  const selesai = add(({ angka }) => angka.total.selesai)
  const tepat = add(({ angka }) => angka.total.tepatWaktu)
  const late = add(({ angka }) => angka.terlambat.length)
  const areas = plans.flatMap(({ area }) => area.filter(({ terlambat }) => terlambat > 0))
  const said = areas.filter((area) => isSaid(area)).length
  return [
    {
      label: 'Selesai pada periode ini',
      value: percentText(percentOf(selesai, kewajiban)),
      note: `${selesai} dari ${kewajiban} kewajiban`,
      share: kewajiban > 0 ? selesai / kewajiban : 0,
    },
    { label: 'Tepat waktu', value: tepat, unit: `dari ${selesai} yang selesai` },
    {
      label: 'Terlambat',
      value: late,
      note: 'sampai akhir periode',
      ...(late > 0 ? { tone: 'late' as const } : {}),
    },
    {
      label: 'Area terlambat yang dijelaskan',
      value: said,
      unit: `dari ${areas.length}`,
      note: 'hambatan dan solusinya terisi',
    },
  ]
}

/** Are obstacle and solution given, for the area or for one of its late butir? */
export const isSaid = ({ isi, butir }: AreaLingkar): boolean =>
  [isi, ...butir.map((each) => each.isi)].some((row) => row?.hambatan && row.solusi)

const Plan = ({ page, plan }: Props & { plan: PlanLingkar }) => (
  <section class="stack">
    <h2>
      <a href={planUrl(plan.rencanaId)}>{plan.judul}</a>
    </h2>
    <Lingkar page={page} plan={plan} />
    <Laju plan={plan} />
    <details>
      <summary>Angka lengkap periode ini</summary>
      <AngkaView angka={plan.angka} rencanaId={plan.rencanaId} />
    </details>
  </section>
)

/** How far the plan should have been, and was, at the end of each accepted period. */
const Laju = ({ plan: { jenis, laju } }: { plan: PlanLingkar }) =>
  laju.length === 0 ? null : (
    <LinePlot
      title={`Target dan realisasi per periode (${jenis})`}
      note="Persen dari seluruh kewajiban setahun, dihitung sejak Januari sampai akhir periode."
      xHead="Periode"
      xs={laju.map(({ nama }) => nama)}
      series={[
        { label: 'Target', values: laju.map(({ target }) => target), tone: 'quiet' },
        { label: 'Realisasi', values: laju.map(({ realisasi }) => realisasi), tone: 'brand' },
      ]}
      domain={[0, 100]}
      format={percentText}
    />
  )

/** Target → realisasi → hambatan → solusi, area by area. */
const Lingkar = ({ page, plan }: Props & { plan: PlanLingkar }) => (
  <Table<AreaLingkar>
    caption={`Lingkaran monev per area (${plan.jenis})`}
    columns={[
      { key: 'area', label: 'Area', main: true, cell: ({ judul }) => judul },
      {
        key: 'target',
        label: 'Target',
        cell: ({ kewajiban, isi }) => isi?.target ?? `${kewajiban} kewajiban`,
      },
      {
        key: 'realisasi',
        label: 'Realisasi',
        cell: ({ selesai, kewajiban, isi }) =>
          isi?.realisasi ?? `${selesai} selesai (${percentText(percentOf(selesai, kewajiban))})`,
      },
      {
        key: 'terlambat',
        label: 'Terlambat',
        align: 'end',
        cell: ({ terlambat }) =>
          terlambat > 0 ? <StatusMark state="late" label={String(terlambat)} /> : 0,
      },
      { key: 'hambatan', label: 'Hambatan', cell: (area) => <Words area={area} of="hambatan" /> },
      { key: 'solusi', label: 'Solusi', cell: (area) => <Words area={area} of="solusi" /> },
      {
        key: 'langkah',
        label: 'Langkah',
        cell: (area) => <Steps page={page} area={area} />,
      },
    ]}
    rows={plan.area}
  />
)

const Words = ({ area, of }: { area: AreaLingkar; of: 'hambatan' | 'solusi' }) => {
  const rows = [area.isi?.[of], ...area.butir.map(({ isi }) => isi?.[of])].filter(Boolean)
  return rows.length > 0 ? <>{shorten(rows.join('; '), 200)}</> : <span class="muted">–</span>
}

const Steps = ({ page: { laporan, can }, area }: Props & { area: AreaLingkar }) => (
  <div class="row">
    {can.fill && area.can.fill ? (
      <a href={laporanUrl(laporan.id, 'area', area.areaId)}>
        {area.isi ? 'Ubah' : 'Isi'}
        <span class="visually-hidden"> area {area.judul}</span>
      </a>
    ) : null}
    {can.temuan && area.terlambat > 0 ? (
      <a
        href={withQuery(temuanUrl('baru'), {
          laporan: laporan.id,
          area: area.areaBaku ?? '',
          tahun: laporan.tahun,
          satker: laporan.satkerKode,
        })}
      >
        Catat temuan<span class="visually-hidden"> area {area.judul}</span>
      </a>
    ) : null}
  </div>
)

const Aside = ({ page: { laporan, can } }: Props) => (
  <>
    <DefinitionList
      items={[
        {
          term: 'Keadaan',
          value: (
            <StatusMark state={laporanMarks[laporan.state]} label={laporanLabels[laporan.state]} />
          ),
        },
        {
          term: 'Putaran',
          value: <a href={putaranUrl(laporan.putaranId)}>{laporan.pembuka}</a>,
        },
        {
          term: 'Jendela',
          value: `${longDate(laporan.mulai)} sampai ${longDate(laporan.batas)}`,
        },
        ...(laporan.alasanBuka ? [{ term: 'Dibuka lagi', value: laporan.alasanBuka }] : []),
        ...(laporan.pengirim ? [{ term: 'Dikirim oleh', value: laporan.pengirim }] : []),
        ...(laporan.pemeriksa ? [{ term: 'Diterima oleh', value: laporan.pemeriksa }] : []),
        ...(laporan.state === 'verified' && laporan.catatan
          ? [{ term: 'Catatan pemeriksa', value: laporan.catatan }]
          : []),
      ]}
    />
    <ul>
      {can.rapat ? (
        <li>
          <a href={withQuery(rapatUrl('baru'), { laporan: laporan.id })}>Catat rapat monev</a>
        </li>
      ) : null}
      {can.reopen ? (
        <li>
          <a href={laporanUrl(laporan.id, 'buka')}>Buka lagi jendela pengisian</a>
        </li>
      ) : null}
    </ul>
  </>
)
