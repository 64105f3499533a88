import { Filters } from '#ui/data/filters.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { Select } from '#ui/form/select.tsx'
import { areaBakuNumbers, areaName } from '../area.ts'
import { ukuranLabels } from '../labels.ts'
import { ukuranList } from '../rekap.ts'
import { viewUrl } from '../urls.ts'
import type { WilayahView } from '../wilayah.ts'

const columns: readonly [key: string, name: string][] = [
  ['semua', 'Semua area'],
  ...areaBakuNumbers.map((area): [string, string] => [String(area), areaName(area)]),
]

const option = (value: string, label: string) => ({ value, label })

type FilterProps = { view: WilayahView; years: readonly number[]; action: string; clear: string }

/** Year, kind and order of a heat table. */
export const WilayahFilters = ({ view, years, action, clear }: FilterProps) => {
  const { tahun, jenis, ukuran, urut, provinsi } = view
  const active = [jenis !== '', urut !== 'kode']
  return (
    <Filters
      action={action}
      clear={clear}
      active={active.filter(Boolean).length}
      hidden={{
        provinsi: provinsi || undefined,
        ukuran: ukuran === 'selesai' ? undefined : ukuran,
      }}
    >
      <Select
        name="tahun"
        label="Tahun"
        value={String(tahun ?? '')}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Select
        name="jenis"
        label="Jenis rencana"
        value={jenis}
        placeholder="RB dan ZI"
        options={[
          { value: 'RB', label: 'Reformasi Birokrasi' },
          { value: 'ZI', label: 'Zona Integritas' },
        ]}
      />
      <Select
        name="urut"
        label="Urutan"
        value={urut}
        options={[
          { value: 'kode', label: 'Kode wilayah' },
          ...columns.map(([key, name]) => option(`-${key}`, `${name}, tertinggi dahulu`)),
          ...columns.map(([key, name]) => option(key, `${name}, terendah dahulu`)),
        ]}
      />
    </Filters>
  )
}

/** The three measures of a heat table. */
export const UkuranTabs = ({ view, page = '' }: { view: WilayahView; page?: '' | '/semua' }) => (
  <Tabs
    label="Ukuran"
    tabs={ukuranList.map((ukuran) => ({
      href: viewUrl({ ...view, ukuran }, page),
      label: ukuranLabels[ukuran],
      current: ukuran === view.ukuran,
    }))}
  />
)

/** The same table without the filters, in the same place, year and measure. */
export const clearOf = (view: WilayahView, page: '' | '/semua' = ''): string =>
  viewUrl({ ...view, jenis: '', urut: 'kode' }, page)
