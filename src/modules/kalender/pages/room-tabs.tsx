import { Tabs } from '#ui/data/tabs.tsx'
import { pageUrl } from '../urls.ts'

type Props = { current: '/jam' | '/hitung'; satker: string | undefined }

/** The three views of a calendar, for the two that do not choose a year. */
export const RoomTabs = ({ current, satker }: Props) => (
  <Tabs
    label="Kalender kerja"
    tabs={[
      { href: pageUrl('', { satker }), label: 'Kalender' },
      { href: pageUrl('/jam', { satker }), label: 'Jam kerja', current: current === '/jam' },
      {
        href: pageUrl('/hitung', { satker }),
        label: 'Hitung tenggat',
        current: current === '/hitung',
      },
    ]}
  />
)
