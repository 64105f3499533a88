import { localDate, longMoment } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Figures } from '#ui/data/figures.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Hidden } from '#ui/form/form.tsx'
import { ProblemSummary } from '#ui/form/problem-summary.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { hariName, zonaName } from '../labels.ts'
import type { JatuhTempo } from '../tempo.ts'
import { PenjelasanTempo } from './penjelasan.tsx'
import { RoomTabs } from './room-tabs.tsx'

type Props = {
  satker: { kode: string; nama: string; zona_waktu: string }
  other: string | undefined
  typed: Typed
  problems: readonly Problem[]
  tempo: JatuhTempo | null
}

/** Counts a deadline and shows how; the address holds the question, so it can be passed on. */
export const HitungPage = ({ satker, other, typed, problems, tempo }: Props) => {
  const field = bindForm(typed, problems)
  return (
    <>
      <PageHead
        title="Hitung tenggat"
        subtitle={`Menurut hari dan jam kerja ${satker.nama} (${zonaName(satker.zona_waktu)}).`}
      />
      <RoomTabs current="/hitung" satker={other} />
      <ProblemSummary problems={problems} />
      <form class="form" method="get">
        <Hidden values={{ satker: other }} />
        <div class="row">
          <DateInput {...field('mulai')} type="datetime-local" label="Mulai (waktu setempat)" />
          <TextInput {...field('jumlah')} label="Lama" type="number" min={1} width="short" />
          <Select
            {...field('satuan')}
            label="Satuan"
            width="short"
            options={[
              { value: 'hari', label: 'hari kerja' },
              { value: 'jam', label: 'jam kerja' },
              { value: 'menit', label: 'menit kerja' },
            ]}
          />
        </div>
        <ButtonRow>
          <Button kind="main">Hitung</Button>
        </ButtonRow>
      </form>
      {tempo ? <Result tempo={tempo} zona={satker.zona_waktu} /> : null}
    </>
  )
}

const Result = ({ tempo, zona }: { tempo: JatuhTempo; zona: string }) => {
  const { jatuhTempo, penjelasan, belumPasti } = tempo
  const off = penjelasan.filter((day) => !day.kerja)
  const named = off.filter((day) => day.nama !== null)
  const worked = penjelasan.filter((day) => day.dihitung > 0)
  return (
    <section class="stack" aria-labelledby="hasil">
      <h2 id="hasil">
        Jatuh tempo {hariName(localDate(jatuhTempo, zona))}, {longMoment(jatuhTempo, zona)}
        {belumPasti ? ' (belum pasti)' : ''}
      </h2>
      <Figures
        items={[
          { label: 'Hari kerja', value: worked.length, note: 'dihitung' },
          { label: 'Akhir pekan', value: off.length - named.length, note: 'tidak dihitung' },
          { label: 'Hari libur', value: named.length, note: 'tidak dihitung' },
          { label: 'Hari kalender', value: penjelasan.length, note: 'dengan hari mulai' },
        ]}
      />
      <PenjelasanTempo tempo={tempo} zona={zona} />
    </section>
  )
}
