import { longMoment } from '#platform/date.ts'
import { Timeline } from '#ui/data/timeline.tsx'
import { peristiwaLabels } from '../labels.ts'
import type { RiwayatRow } from '../queries/riwayat.ts'

/** Who did what and when, the newest first. */
export const Riwayat = ({ rows, zona }: { rows: readonly RiwayatRow[]; zona: string }) =>
  rows.length === 0 ? null : (
    <section class="stack">
      <h2>Riwayat</h2>
      <Timeline
        entries={rows.map(({ peristiwa, catatan, at, oleh }) => ({
          title: peristiwaLabels[peristiwa]?.teks ?? peristiwa,
          when: longMoment(at, zona),
          datetime: at.toISOString(),
          who: oleh ?? 'Sistem KPU HUB',
          state: peristiwaLabels[peristiwa]?.mark ?? 'neutral',
          ...(catatan ? { children: <p>{catatan}</p> } : {}),
        }))}
      />
    </section>
  )
