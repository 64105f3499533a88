import { longDate, monthName } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { indikatorStateLabels, indikatorStateMarks, nilaiText } from '../indikator-labels.ts'
import { shorten } from '../labels.ts'
import type { Angka, Anggaran, Hitungan, IndikatorAngka, Terlambat } from '../pemantauan-angka.ts'
import { percentOf } from '../pemantauan-angka.ts'
import { percentText, simpanganLabels, simpanganMarks } from '../pemantauan-labels.ts'
import { simpanganOf } from '../pemantauan-simpangan.ts'
import { planUrl } from '../urls.ts'

type AngkaProps = { angka: Angka; rencanaId: string }

/** The figures of a period by area, the late rows and the indicators. */
export const AngkaView = ({ angka, rencanaId }: AngkaProps) => (
  <>
    <ByArea angka={angka} />
    <LateRows rows={angka.terlambat} rencanaId={rencanaId} />
    <Indikator rows={angka.indikator} rencanaId={rencanaId} />
  </>
)

type AreaRow = Angka['area'][number]

const done = ({ selesai, kewajiban }: Hitungan) =>
  `${selesai} (${percentText(percentOf(selesai, kewajiban))})`

const ByArea = ({ angka: { area, total, pada } }: { angka: Angka }) => (
  <Table<AreaRow>
    caption={`Kewajiban periode ini per area, keadaan ${longDate(pada)}`}
    columns={[
      { key: 'area', label: 'Area', main: true, cell: ({ judul }) => judul },
      { key: 'kewajiban', label: 'Direncanakan', align: 'end', cell: (row) => row.kewajiban },
      { key: 'selesai', label: 'Selesai', align: 'end', cell: done },
      { key: 'tepat', label: 'Tepat waktu', align: 'end', cell: (row) => row.tepatWaktu },
      { key: 'terlambat', label: 'Terlambat', align: 'end', cell: (row) => row.terlambat },
      { key: 'ditiadakan', label: 'Ditiadakan', align: 'end', cell: (row) => row.ditiadakan },
    ]}
    rows={area}
    foot={{
      area: 'Semua area',
      kewajiban: total.kewajiban,
      selesai: done(total),
      tepat: total.tepatWaktu,
      terlambat: total.terlambat,
      ditiadakan: total.ditiadakan,
    }}
  />
)

type LateProps = { rows: readonly Terlambat[]; rencanaId: string }

const LateRows = ({ rows, rencanaId }: LateProps) =>
  rows.length === 0 ? (
    <p>Tidak ada kewajiban yang terlambat sampai akhir periode ini.</p>
  ) : (
    <Table<Terlambat>
      caption="Kewajiban yang terlambat sampai akhir periode"
      columns={[
        { key: 'butir', label: 'Butir', main: true, cell: ({ teks }) => shorten(teks, 140) },
        { key: 'area', label: 'Area', cell: ({ area }) => area, phone: 'hide' },
        { key: 'bulan', label: 'Bulan', cell: ({ bulan }) => monthName(bulan) },
        { key: 'tempo', label: 'Jatuh tempo', cell: ({ jatuhTempo }) => longDate(jatuhTempo) },
        { key: 'oleh', label: 'Penanggung jawab', cell: ({ oleh }) => oleh ?? 'Belum ada' },
      ]}
      rows={rows}
      rowHref={({ butirId, bulan }) => planUrl(rencanaId, 'sel', butirId, bulan)}
    />
  )

type IndikatorProps = { rows: readonly IndikatorAngka[]; rencanaId: string }

const Indikator = ({ rows, rencanaId }: IndikatorProps) => {
  const measured = rows.filter(({ state }) => state !== 'unmeasured')
  if (rows.length === 0) return null
  return (
    <>
      {measured.length > 0 ? (
        <Table<IndikatorAngka>
          caption="Indikator terhadap target"
          columns={[
            { key: 'teks', label: 'Indikator', main: true, cell: ({ teks }) => shorten(teks, 140) },
            {
              key: 'target',
              label: 'Target',
              align: 'end',
              cell: (row) => nilaiText(row, row.target),
            },
            {
              key: 'capaian',
              label: 'Capaian',
              align: 'end',
              cell: (row) => nilaiText(row, row.capaian),
            },
            {
              key: 'keadaan',
              label: 'Keadaan',
              cell: ({ state }) => (
                <StatusMark
                  state={indikatorStateMarks[state]}
                  label={indikatorStateLabels[state]}
                />
              ),
            },
          ]}
          rows={measured}
          rowHref={({ id }) => planUrl(rencanaId, 'indikator', id)}
        />
      ) : null}
      <p class="muted">
        {measured.length} dari {rows.length} indikator sudah diukur.
      </p>
    </>
  )
}

/** Where plan and fact part company, each in a sentence. */
export const SimpanganList = ({ angka, anggaran }: { angka: Angka; anggaran: Anggaran }) => (
  <DefinitionList
    items={simpanganOf(angka, anggaran).map(({ tone, pokok, teks }) => ({
      term: pokok,
      value: (
        <>
          <StatusMark state={simpanganMarks[tone]} label={simpanganLabels[tone]} />
          <br />
          {teks}
        </>
      ),
    }))}
  />
)
