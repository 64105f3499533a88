import { Filters } from '#ui/data/filters.tsx'
import { Select } from '#ui/form/select.tsx'
import { areaBakuNumbers, areaName } from '../area.ts'
import { ukuranLabels } from '../labels.ts'
import { viewUrl } from '../urls.ts'
import type { WilayahView } from '../wilayah.ts'

type FilterProps = { view: WilayahView; years: readonly number[]; action: string; clear: string }

/** Year, kind, measure and order of a heat table. */
export const WilayahFilters = ({ view, years, action, clear }: FilterProps) => {
  const { tahun, jenis, ukuran, urut, arah, provinsi } = view
  const active = [jenis !== '', ukuran !== 'selesai', urut !== 'kode', arah !== 'naik']
  return (
    <Filters
      action={action}
      clear={clear}
      active={active.filter(Boolean).length}
      hidden={{ provinsi: provinsi || undefined }}
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
        name="ukuran"
        label="Ukuran"
        value={ukuran}
        options={Object.entries(ukuranLabels).map(([value, label]) => ({ value, label }))}
      />
      <Select
        name="urut"
        label="Urut menurut"
        value={urut}
        options={[
          { value: 'kode', label: 'Kode wilayah' },
          { value: 'semua', label: 'Semua area' },
          ...areaBakuNumbers.map((area) => ({ value: String(area), label: areaName(area) })),
        ]}
      />
      <Select
        name="arah"
        label="Arah"
        value={arah}
        options={[
          { value: 'naik', label: 'Dari kecil ke besar' },
          { value: 'turun', label: 'Dari besar ke kecil' },
        ]}
      />
    </Filters>
  )
}

/** The same table without the filters, in the same place and year. */
export const clearOf = ({ tahun, provinsi }: WilayahView, page: '' | '/semua' = ''): string =>
  viewUrl({ tahun, provinsi, jenis: '', ukuran: 'selesai', urut: 'kode', arah: 'naik' }, page)
