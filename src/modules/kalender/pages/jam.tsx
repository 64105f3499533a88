import { longDate } from '#platform/date.ts'
import { Table } from '#ui/data/table.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { durationText, minutesOf, timeText } from '../jam.ts'
import { aturanLabels, hariRange, masaLabels } from '../labels.ts'
import type { JamKerjaDetail } from '../queries/tahun.ts'
import { addDays } from '../tanggal.ts'
import { jamLokalUrl, kalenderUrl, ramadanUrl } from '../urls.ts'
import { RoomTabs } from './room-tabs.tsx'

type Props = { detail: JamKerjaDetail; satker: string | undefined }
type JamRow = JamKerjaDetail['nasional'][number] | JamKerjaDetail['lokal'][number]

/** The hours of an office, when Ramadan shortens them, and how days are counted. */
export const JamPage = ({ detail, satker }: Props) => (
  <>
    <PageHead title="Jam kerja" subtitle={`${detail.satker.nama}, menurut waktu setempat.`}>
      {detail.can.setLocal ? (
        <ButtonLink href={`${kalenderUrl}/jam/baru`}>Atur jam satker</ButtonLink>
      ) : null}
    </PageHead>
    <RoomTabs current="/jam" satker={satker} />
    <Local detail={detail} />
    <section class="stack" aria-labelledby="nasional">
      <h2 id="nasional">Jam kerja nasional</h2>
      <JamTable caption="Jam kerja nasional" rows={detail.nasional} />
      <p class="muted">
        Seminggu {weekText(detail, 'biasa')}, dalam Ramadan {weekText(detail, 'ramadan')}, tanpa
        istirahat.
      </p>
    </section>
    <Ramadan detail={detail} />
    <Rules detail={detail} />
  </>
)

const Local = ({ detail }: { detail: JamKerjaDetail }) => (
  <section class="stack" aria-labelledby="lokal">
    <h2 id="lokal">Jam kerja satker sendiri</h2>
    {detail.lokal.length === 0 ? (
      <p class="muted">Satker ini memakai jam kerja nasional.</p>
    ) : (
      <JamTable
        caption="Jam kerja satker, mengalahkan jam nasional"
        rows={detail.lokal}
        remove={detail.can.setLocal}
      />
    )}
  </section>
)

type JamTableProps = { caption: string; rows: readonly JamRow[]; remove?: boolean }

const JamTable = ({ caption, rows, remove }: JamTableProps) => (
  <Table
    caption={caption}
    captionHidden
    rows={rows}
    columns={[
      { key: 'hari', label: 'Hari', main: true, cell: (jam) => hariRange(jam.hari) },
      { key: 'masa', label: 'Masa', cell: (jam) => masaLabels[masaOf(jam)] },
      { key: 'jam', label: 'Jam', cell: (jam) => span(jam.mulai, jam.selesai) },
      {
        key: 'istirahat',
        label: 'Istirahat',
        cell: (jam) => span(jam.istirahat_mulai, jam.istirahat_selesai),
      },
      { key: 'lama', label: 'Lama sehari', cell: (jam) => durationText(minutesIn(jam)) },
      { key: 'berlaku', label: 'Berlaku', cell: validity },
      { key: 'dasar', label: 'Dasar', cell: source },
      ...(remove ? [{ key: 'hapus', label: 'Tindakan', cell: removal }] : []),
    ]}
  />
)

const masaOf = ({ masa }: JamRow) => (masa === 'ramadan' ? 'ramadan' : 'biasa')

const span = (from: string | null, to: string | null) =>
  from && to ? `${timeText(minutesOf(from))}–${timeText(minutesOf(to))}` : '–'

function minutesIn({ mulai, selesai, istirahat_mulai, istirahat_selesai }: JamRow): number {
  const pause =
    istirahat_mulai && istirahat_selesai
      ? minutesOf(istirahat_selesai) - minutesOf(istirahat_mulai)
      : 0
  return minutesOf(selesai) - minutesOf(mulai) - pause
}

const weekText = ({ nasional }: JamKerjaDetail, masa: string) =>
  durationText(
    nasional
      .filter((jam) => jam.masa === masa)
      .reduce((sum, jam) => sum + minutesIn(jam) * jam.hari.length, 0),
  )

const validity = ({ dari, sampai }: JamRow) =>
  sampai ? `${longDate(dari)} – ${longDate(addDays(sampai, -1))}` : `Sejak ${longDate(dari)}`

const source = (jam: JamRow) => (
  <span class="muted">
    {jam.dasar}
    {'sumber' in jam ? <div class="small">{jam.sumber}</div> : null}
    {'keyakinan' in jam ? <Unsure keyakinan={jam.keyakinan} /> : null}
  </span>
)

const removal = (jam: JamRow) =>
  'sumber' in jam ? null : (
    <a href={`${jamLokalUrl(jam.id)}/hapus`} aria-label={`Hapus jam ${hariRange(jam.hari)}`}>
      Hapus
    </a>
  )

const Unsure = ({ keyakinan }: { keyakinan: string }) =>
  keyakinan === 'ingatan' ? <Tag tone="late">Belum terverifikasi</Tag> : null

const Ramadan = ({ detail }: { detail: JamKerjaDetail }) => (
  <section class="stack" aria-labelledby="ramadan">
    <h2 id="ramadan">Ramadan</h2>
    <Table
      caption="Masa Ramadan"
      captionHidden
      rows={detail.ramadan}
      columns={[
        { key: 'tahun', label: 'Tahun', main: true, cell: (r) => `${r.tahun_hijriah} H` },
        { key: 'dari', label: 'Hari pertama', cell: (r) => longDate(r.dari) },
        { key: 'sampai', label: 'Hari terakhir', cell: (r) => longDate(addDays(r.sampai, -1)) },
        {
          key: 'sumber',
          label: 'Sumber',
          cell: (r) => (
            <span class="muted">
              {r.sumber} <Unsure keyakinan={r.keyakinan} />
            </span>
          ),
        },
        ...(detail.can.setNational
          ? [
              {
                key: 'tindakan',
                label: 'Tindakan',
                cell: (r: JamKerjaDetail['ramadan'][number]) => (
                  <a
                    href={ramadanUrl(r.tahun_hijriah)}
                    aria-label={`Perbaiki Ramadan ${r.tahun_hijriah} H`}
                  >
                    Perbaiki
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
    {detail.can.setNational ? (
      <ButtonRow>
        <ButtonLink href={ramadanUrl('baru')}>Tambah Ramadan</ButtonLink>
      </ButtonRow>
    ) : null}
  </section>
)

const Rules = ({ detail }: { detail: JamKerjaDetail }) => (
  <section class="stack" aria-labelledby="aturan">
    <h2 id="aturan">Cara menghitung</h2>
    <ul>
      {detail.aturan.map((aturan) => (
        <li>
          {aturanLabels[aturan.kode]?.[aturan.nilai] ?? `${aturan.kode}: ${aturan.nilai}`}{' '}
          <span class="muted">({aturan.sumber})</span>
        </li>
      ))}
      <li>Tenggat dalam hari kerja jatuh pada akhir jam kerja hari terakhirnya.</li>
      <li>Tenggat dalam jam kerja hanya berjalan di dalam jam kerja; istirahat tidak dihitung.</li>
    </ul>
  </section>
)
