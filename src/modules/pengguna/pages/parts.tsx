import type { Tugas } from '#platform/identity/actor.ts'
import { longDate } from '#platform/date.ts'
import { type MarkState, StatusMark } from '#ui/data/status-mark.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import type { bindForm } from '#ui/form/bind.ts'
import { Select } from '#ui/form/select.tsx'
import { areaOptions, labelPeran, labelSemuaTugas, masaLabels } from '../labels.ts'
import type { MasaState, Peran } from '../peran.ts'

type Field = ReturnType<typeof bindForm>

/** Links within the office that is looked at carry its code along. */
export const withSatker = (path: string, satkerKode: string): string =>
  `${path}?satker=${satkerKode}`

export const PeopleTabs = ({
  current,
  satkerKode,
}: {
  current: 'orang' | 'undangan' | 'delegasi'
  satkerKode: string
}) => (
  <Tabs
    label="Pengguna"
    tabs={[
      {
        href: withSatker('/kerja/pengguna', satkerKode),
        label: 'Orang dan peran',
        current: current === 'orang',
      },
      {
        href: withSatker('/kerja/pengguna/undangan', satkerKode),
        label: 'Undangan',
        current: current === 'undangan',
      },
      {
        href: withSatker('/kerja/pengguna/delegasi', satkerKode),
        label: 'Plh. dan Plt.',
        current: current === 'delegasi',
      },
    ]}
  />
)

/** All roles in one line; nothing = a muted word. */
export const RoleWords = ({ tugas }: { tugas: readonly Tugas[] }) =>
  tugas.length === 0 ? <span class="muted">Tanpa peran</span> : <>{labelSemuaTugas(tugas)}</>

const masaMarks = { upcoming: 'planned', current: 'done', over: 'waived' } satisfies Record<
  MasaState,
  MarkState
>

export const MasaMark = ({ state }: { state: MasaState }) => (
  <StatusMark state={masaMarks[state]} label={masaLabels[state]} />
)

/** "19–25 November 2026", "1 Januari 2026 – 31 Maret 2026", or without end. */
export const Period = ({ dari, sampai }: { dari: string; sampai: string | null }) => {
  if (!sampai) return <>Sejak {longDate(dari)}</>
  if (dari === sampai) return <>{longDate(dari)}</>
  const sameMonth = dari.slice(0, 7) === sampai.slice(0, 7)
  const from = sameMonth ? `${Number(dari.slice(8))}–` : `${longDate(dari)} – `
  return <>{from + longDate(sampai)}</>
}

/** A role and, where it takes one, its area. */
export const RoleFields = ({ field, roles }: { field: Field; roles: readonly Peran[] }) => (
  <>
    <Select
      {...field('peran')}
      label="Peran"
      placeholder="Pilih peran"
      options={roles.map((peran) => ({ value: peran, label: labelPeran(peran) }))}
      width="medium"
      required
    />
    <Select
      {...field('area')}
      label="Area perubahan"
      hint="Hanya untuk koordinator area dan anggota tim kerja."
      placeholder="Tanpa area"
      options={areaOptions}
      optional
    />
  </>
)
