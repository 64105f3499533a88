import { formatNumber } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Figures } from '#ui/data/figures.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { YearCalendar, YearLegend } from '#ui/data/year-calendar.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { selangKerja, workingDaysBetween } from '../kalender.ts'
import { hariNames, jenisHariLabels, zonaName } from '../labels.ts'
import type { KalenderTahun } from '../queries/tahun.ts'
import { datesBetween } from '../tanggal.ts'
import { kalenderUrl, pageUrl } from '../urls.ts'
import { DayList } from './day-list.tsx'
import { monthsOf, shapeOf } from './year-months.ts'

type Props = { year: KalenderTahun; satker: string | undefined }

/** A year of an office at a glance, and below it every special day with its decree. */
export const YearPage = ({ year, satker }: Props) => {
  const { kal, tahun, today, can } = year
  const years = [...new Set([...kal.tahun.keys(), tahun])].toSorted((a, b) => a - b)
  return (
    <>
      <PageHead
        title={`Kalender kerja ${tahun}`}
        subtitle={`${year.satker.nama}, ${zonaName(kal.zona)}. ${kal.tahun.get(tahun) ?? 'SKB tahun ini belum dimuat'}.`}
      >
        {can.setLocal ? (
          <ButtonLink href={`${kalenderUrl}/hari-lokal/baru`}>Tambah hari lokal</ButtonLink>
        ) : null}
        <ButtonLink kind="main" href={pageUrl('/hitung', { satker })}>
          Hitung tenggat
        </ButtonLink>
      </PageHead>
      <Tabs
        label="Tahun dan jam kerja"
        tabs={[
          ...years.map((one) => ({
            href: pageUrl('', { tahun: one, satker }),
            label: String(one),
            current: one === tahun,
          })),
          { href: pageUrl('/jam', { satker }), label: 'Jam kerja' },
        ]}
      />
      {kal.tahun.has(tahun) ? null : <NotLoaded tahun={tahun} can={can.setNational} />}
      <Figures items={figures(year)} />
      <YearLegend
        items={Object.entries(shapeOf).map(([jenis, shape]) => ({
          shape,
          label: jenisHariLabels[jenis as keyof typeof jenisHariLabels],
        }))}
        line="Ramadan, jam kerja lebih pendek"
      />
      <YearCalendar
        label={`Kalender kerja ${tahun}`}
        weekdays={hariNames}
        months={monthsOf(kal, tahun, today)}
      />
      <DayList year={year} />
    </>
  )
}

function figures({ kal, tahun, nasional, lokal }: KalenderTahun) {
  const [first, last] = [`${tahun}-01-01`, `${tahun}-12-31`]
  const minutes = datesBetween(first, last)
    .flatMap((tanggal) => selangKerja(kal, tanggal))
    .reduce((sum, [open, close]) => sum + close - open, 0)
  const ofKind = (jenis: string) => nasional.filter((h) => h.jenis === jenis && !h.batal).length
  return [
    {
      label: 'Hari kerja',
      value: workingDaysBetween(kal, `${tahun - 1}-12-31`, last),
      note: kal.tahun.has(tahun)
        ? `${formatNumber(minutes / 60, 1)} jam kerja`
        : 'belum dikurangi hari libur',
    },
    { label: 'Libur nasional', value: ofKind('libur_nasional'), note: 'termasuk akhir pekan' },
    { label: 'Cuti bersama', value: ofKind('cuti_bersama') },
    { label: 'Hari lokal', value: lokal.length, note: 'libur lokal dan hari kerja pengganti' },
  ]
}

const NotLoaded = ({ tahun, can }: { tahun: number; can: boolean }) => (
  <Empty
    title={`Hari libur ${tahun} belum dimuat`}
    actions={
      can ? (
        <ButtonLink kind="main" href={`${kalenderUrl}/tahun/baru?tahun=${tahun}`}>
          Muat SKB {tahun}
        </ButtonLink>
      ) : undefined
    }
  >
    Yang tampak hanya akhir pekan dan hari lokal. Tenggat yang melewati tahun ini belum pasti sampai
    KPU RI memuat SKB 3 Menteri tentang hari libur nasional dan cuti bersama {tahun}.
  </Empty>
)
