import { longMoment } from '#platform/date.ts'
import { Table } from '#ui/data/table.tsx'
import { durationText } from '../jam.ts'
import { fullDate, sebabText, selangText } from '../labels.ts'
import type { HariDijelaskan, JatuhTempo } from '../tempo.ts'

type Props = { tempo: JatuhTempo; zona: string }

/** How a due moment was reached: every calendar day from the start, what it counted, and the sum so far. */
export const PenjelasanTempo = ({ tempo, zona }: Props) => {
  const amount = (n: number) => (tempo.satuan === 'hari' ? String(n) : durationText(n))
  const counted = (day: HariDijelaskan) => (day.dihitung > 0 ? amount(day.dihitung) : '–')
  return (
    <div class="stack">
      {tempo.catatan.map((text) => (
        <p>
          <strong>Belum pasti.</strong> {text}
        </p>
      ))}
      <Table
        caption={`Perhitungan sampai ${longMoment(tempo.jatuhTempo, zona)}`}
        rows={tempo.penjelasan}
        columns={[
          { key: 'tanggal', label: 'Tanggal', main: true, cell: (day) => fullDate(day.tanggal) },
          { key: 'sebab', label: 'Keterangan', cell: reason },
          { key: 'jam', label: 'Jam kerja', cell: (day) => selangText(day.selang) || '–' },
          { key: 'dihitung', label: 'Dihitung', align: 'end', cell: counted },
          { key: 'jumlah', label: 'Jumlah', align: 'end', cell: (day) => amount(day.jumlah) },
        ]}
      />
    </div>
  )
}

const reason = (day: HariDijelaskan) => (
  <span>
    {sebabText(day)}
    {day.dasar ? <small class="muted"> {day.dasar}</small> : null}
  </span>
)
