import { AnnexTable } from '../data/annex-table.tsx'
import { Confidence } from '../data/confidence.tsx'
import { EditGrid } from '../data/edit-grid.tsx'
import { type GridCell, MonthGrid } from '../data/month-grid.tsx'
import { monthsOfYear } from '../data/months.ts'
import { type MarkState, StatusMark } from '../data/status-mark.tsx'
import { type DayShape, YearCalendar, YearLegend } from '../data/year-calendar.tsx'
import { Form } from '../form/form.tsx'
import { Button } from '../form/button.tsx'
import { BarPlot } from '../plot/bar-plot.tsx'
import { HeatTable } from '../plot/heat-table.tsx'
import { LinePlot } from '../plot/line-plot.tsx'
import { states } from './data-specimens.tsx'
import { Specimen } from './specimen.tsx'

const months = monthsOfYear(7)

/** One letter a month: d done, r running, p planned, l late, w waived, - nothing. */
const cells = (pattern: string): (GridCell | null)[] => {
  const byLetter: Readonly<Record<string, MarkState>> = {
    d: 'done',
    r: 'running',
    p: 'planned',
    l: 'late',
    w: 'waived',
  }
  return [...pattern].map((letter, index) => {
    const state = byLetter[letter]
    const word = states.find((known) => known.state === state)?.label.toLowerCase()
    return state ? { state, label: `${months[index]?.label}: ${word}`, href: '#bulan' } : null
  })
}

const dayShapes: readonly DayShape[] = ['disc', 'ring', 'square', 'dashed']

const names = months.map(({ short }) => short)

/** The month grid, the review table and the plots. */
export const GridSpecimens = () => (
  <>
    <Specimen name="Tabel bulan" file="data/month-grid.tsx">
      <MonthGrid
        id="contoh-bulan"
        caption="Rencana setahun"
        rowHead="Kegiatan dan ukuran"
        extra={['Penanggung jawab', 'Keadaan']}
        months={months}
        sections={[
          { title: '1. Bagian pertama', rows: [] },
          {
            title: 'Menata pedoman',
            level: 2,
            rows: [
              {
                id: 'contoh-a',
                title: 'Menyusun pedoman kerja',
                detail: 'Pedoman disusun bersama dan ditetapkan pimpinan',
                href: '#contoh-a',
                extra: ['Bagian A', <StatusMark state="running" label="3 dari 5" />],
                cells: cells('d--d-dr--p-p'),
              },
              {
                id: 'contoh-b',
                title: 'Melatih petugas',
                detail: 'Seluruh petugas dilatih dua kali setahun',
                extra: ['Bagian B', <StatusMark state="late" label="1 terlambat" />],
                cells: cells('-----l----w-'),
              },
            ],
          },
        ]}
      />
    </Specimen>
    <Specimen name="Tabel periksa" file="data/edit-grid.tsx">
      <Form>
        <EditGrid
          caption="Hasil bacaan"
          rowHead="Baris"
          columns={[
            { key: 'nama', label: 'Kegiatan', kind: 'area', width: 'wide' },
            {
              key: 'bagian',
              label: 'Bagian',
              kind: 'select',
              options: ['A', 'B'].map((value) => ({ value, label: `Bagian ${value}` })),
            },
            { key: 'jumlah', label: 'Jumlah', width: 'narrow' },
            { key: 'benar', label: 'Benar', kind: 'check', width: 'narrow' },
          ]}
          rows={[
            {
              id: 'periksa-1',
              head: <Confidence level="high" />,
              name: 'baris 1',
              values: { nama: 'Menyusun pedoman kerja', bagian: 'A', jumlah: '12', benar: 'ya' },
            },
            {
              id: 'periksa-2',
              head: <Confidence level="low" />,
              name: 'baris 2',
              values: { nama: 'Melatih petugas', bagian: 'B', jumlah: 'dua' },
              problems: { jumlah: 'Tulis dengan angka' },
              attention: true,
            },
          ]}
        />
        <Button kind="main">Simpan pemeriksaan</Button>
      </Form>
    </Specimen>
    <Specimen name="Grafik batang" file="plot/bar-plot.tsx">
      <BarPlot
        title="Bagian C tertinggal dari sasaran"
        note="persen, Juli 2026"
        labelHead="Bagian"
        valueHead="Persen"
        max={100}
        target={{ value: 80, label: 'sasaran 80' }}
        bars={[
          { label: 'Bagian A', value: 94.5, href: '#grafik' },
          { label: 'Bagian B', value: 83 },
          { label: 'Bagian C', value: 61.25, tone: 'late' },
        ]}
      />
    </Specimen>
    <Specimen name="Tabel lampiran" file="data/annex-table.tsx">
      <AnnexTable
        caption="Lampiran contoh"
        columns={[
          { label: 'No.', size: 'number' },
          { label: 'Bagian', size: 'short' },
          { label: 'Uraian' },
          ...names.slice(0, 6).map((_, index) => ({
            label: String(index + 1),
            group: 'Bulan',
            size: 'mark' as const,
          })),
        ]}
        rows={[
          { cells: ['1.', 'Bagian A', 'Pekerjaan pertama', '✓', '', '', '✓', '', ''] },
          { cells: [null, null, 'Pekerjaan kedua', '', '✓', '', '', '✓', ''] },
          { cells: ['2.', 'Bagian B', 'Pekerjaan ketiga', '', '', '✓', '', '', '✓'] },
        ]}
      />
    </Specimen>
    <Specimen name="Grafik garis" file="plot/line-plot.tsx">
      <LinePlot
        title="Kelengkapan naik sejak Maret"
        note="persen, 2026"
        xHead="Bulan"
        xs={names}
        domain={[0, 100]}
        target={{ value: 80, label: 'sasaran' }}
        series={[
          {
            label: 'Kami',
            values: [31, 34, 33, 52, 61, 70, 72, null, null, null, null, null],
          },
          {
            label: 'Rerata',
            tone: 'quiet',
            values: [40, 43, 45, 47, 50, 52, 55, null, null, null, null, null],
          },
        ]}
      />
    </Specimen>
    <Specimen name="Kalender setahun" file="data/year-calendar.tsx">
      <YearLegend
        items={[
          { shape: 'disc', label: 'Libur' },
          { shape: 'ring', label: 'Cuti' },
          { shape: 'square', label: 'Setempat' },
          { shape: 'dashed', label: 'Masuk' },
        ]}
        line="Rentang"
      />
      <YearCalendar
        label="Contoh dua bulan"
        weekdays={['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu']}
        months={['Juni', 'Juli'].map((title) => ({
          id: `kalender-${title}`,
          title,
          figure: '20 hari',
          days: Array.from({ length: 30 }, (_, i) => ({
            day: i + 1,
            weekday: (i % 7) + 1,
            rest: i % 7 > 4,
            line: i < 5,
            shape: dayShapes[i - 15],
          })),
          notes: [{ shape: 'disc', when: '16', text: 'Hari besar' }],
        }))}
      />
    </Specimen>
    <Specimen name="Tabel hangat" file="plot/heat-table.tsx">
      <HeatTable
        title="Terlambat menurut bagian dan bulan"
        rowHead="Bagian"
        columns={names.slice(0, 7)}
        rows={[
          ['Bagian A', [0, 2, 5, 1, 0, 3, 4]],
          ['Bagian B', [8, 9, 12, 4, 2, 1, 1]],
          ['Bagian C', [3, 5, 6, 14, 18, 19, 11]],
        ].map(([label, values]) => ({
          label: String(label),
          cells: (Array.isArray(values) ? values : []).map((value) => ({ value, href: '#panas' })),
        }))}
      />
    </Specimen>
  </>
)
