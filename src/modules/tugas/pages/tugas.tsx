import {
  type Bagian,
  jenisLabels,
  listUrl,
  selUrl,
  shorten,
  type Waiting,
  withQuery,
} from '#modules/rencana-aksi'
import { localDate, longDate, monthName } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { bagianLabels, bagianList } from '../labels.ts'
import { pageSize, type TugasPage } from '../queries/mine.ts'
import { aturanUrl, langgananUrl, tugasUrl } from '../urls.ts'
import { sisaText } from '../waktu.ts'

type Sel = TugasPage['sel'][number]
type FollowUp = TugasPage['tindakLanjut'][number]

/** Everything that waits for one person: what is late first, then what is due, then what others wait for. */
export const TugasView = ({ page }: { page: TugasPage }) => {
  const { today, filter } = page
  const isEmpty = page.sel.length === 0 && !hasOther(page)
  return (
    <div class="stack">
      <PageHead
        title={filter.bagian ? bagianLabels[filter.bagian] : 'Tugas saya'}
        subtitle={filter.bagian ? <a href={tugasUrl}>Semua tugas saya</a> : summaryOf(page)}
      >
        {filter.bagian ? null : <ButtonLink href={langgananUrl}>Pasang di kalender</ButtonLink>}
      </PageHead>
      {isEmpty ? <NothingOpen today={today} filtered={filter.bagian !== null} /> : null}
      {bagianList.map((bagian) => (
        <SelSection page={page} bagian={bagian} />
      ))}
      {page.waiting ? (
        <>
          <WaitingSection caption="Dikembalikan kepada saya" of="kembali" page={page} />
          <WaitingSection caption="Menunggu verifikasi saya" of="bukti" page={page} />
          <WaitingSection caption="Menunggu keputusan saya" of="putusan" page={page} />
          <WaitingSection caption="Nama saya disebut" of="sebutan" page={page} />
        </>
      ) : null}
      <FollowUps page={page} />
      <p class="muted small">
        <a href={aturanUrl}>Kapan saya diingatkan</a> ·{' '}
        <a href="/kerja/pemberitahuan/setelan">Setelan surat</a>
      </p>
    </div>
  )
}

const hasOther = ({ waiting, tindakLanjut }: TugasPage) =>
  tindakLanjut.length > 0 ||
  (waiting !== null && Object.values(waiting.total).some((total) => total > 0))

function summaryOf({ sel, waiting, today }: TugasPage): string {
  const count = (bagian: Bagian) => sel.find((row) => row.bagian === bagian)?.total ?? 0
  const late = count('terlambat')
  const due = count('minggu')
  const others = waiting ? waiting.total.bukti + waiting.total.kembali + waiting.total.putusan : 0
  const parts = [
    late > 0 ? `${late} terlambat` : '',
    due > 0 ? `${due} jatuh tempo minggu ini` : '',
    others > 0 ? `${others} menunggu Anda` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(', ') : longDate(today)
}

const NothingOpen = ({ today, filtered }: { today: string; filtered: boolean }) => (
  <Empty
    title={filtered ? 'Tidak ada lagi di bagian ini' : 'Semua beres'}
    actions={
      <a href={filtered ? tugasUrl : listUrl}>
        {filtered ? 'Semua tugas saya' : 'Lihat rencana aksi'}
      </a>
    }
  >
    {filtered
      ? 'Kewajiban di bagian ini sudah selesai.'
      : `Tidak ada kewajiban yang terbuka sampai akhir ${monthName(Number(today.slice(5, 7)))}, dan tidak ada yang menunggu Anda.`}
  </Empty>
)

const SelSection = ({ page, bagian }: { page: TugasPage; bagian: Bagian }) => {
  const rows = page.sel.filter((row) => row.bagian === bagian)
  const total = rows[0]?.total ?? 0
  if (total === 0) return null
  const url = withQuery(tugasUrl, { bagian })
  return (
    <section class="stack">
      <Table<Sel>
        caption={`${bagianLabels[bagian]} (${total})`}
        columns={selColumns(page)}
        rows={rows}
        rowHref={selUrl}
      />
      {page.filter.bagian ? (
        <Pager
          page={page.filter.page}
          pages={Math.ceil(total / pageSize)}
          total={total}
          noun="kewajiban"
          href={(halaman) => withQuery(tugasUrl, { bagian, halaman })}
        />
      ) : null}
      {!page.filter.bagian && total > rows.length ? (
        <p>
          <a href={url}>
            {bagianLabels[bagian]}: lihat semua {total} kewajiban
          </a>
        </p>
      ) : null}
    </section>
  )
}

const selColumns = ({ today, kal }: TugasPage) => [
  {
    key: 'butir',
    label: 'Kewajiban',
    main: true,
    cell: (sel: Sel) => shorten(sel.butir, 140),
  },
  {
    key: 'rencana',
    label: 'Rencana',
    width: 'narrow' as const,
    phone: 'hide' as const,
    cell: ({ jenis, tahun, prioritas }: Sel) => (
      <>
        <abbr title={jenisLabels[jenis]}>{jenis}</abbr> {tahun}{' '}
        {prioritas ? <Tag tone="brand">Prioritas</Tag> : null}
      </>
    ),
  },
  {
    key: 'tempo',
    label: 'Jatuh tempo',
    width: 'narrow' as const,
    cell: ({ jatuhTempo }: Sel) => (
      <>
        <StatusMark
          state={jatuhTempo < today ? 'late' : 'planned'}
          label={sisaText(kal, today, jatuhTempo)}
        />{' '}
        <small>{longDate(jatuhTempo)}</small>
      </>
    ),
  },
  {
    key: 'selesai',
    label: 'Tindakan',
    width: 'narrow' as const,
    cell: (sel: Sel) => (
      <ButtonLink size="small" href={selUrl(sel, { done: true })}>
        Selesai
        <span class="visually-hidden">: {shorten(sel.butir, 80)}</span>
      </ButtonLink>
    ),
  },
]

type WaitingProps = { caption: string; of: Waiting['jenis']; page: TugasPage }

const actionLabels: Record<Waiting['jenis'], string> = {
  bukti: 'Periksa',
  kembali: 'Perbaiki',
  putusan: 'Putuskan',
  sebutan: 'Jawab',
}

const WaitingSection = ({ caption, of, page: { waiting, kal } }: WaitingProps) => {
  const rows = waiting?.rows[of] ?? []
  const total = waiting?.total[of] ?? 0
  if (total === 0) return null
  return (
    <section class="stack">
      <Table<Waiting>
        caption={`${caption} (${total})`}
        columns={[
          {
            key: 'judul',
            label: 'Perihal',
            main: true,
            cell: ({ judul, isi }) => (
              <>
                {shorten(judul, 120)} {isi ? <small>{shorten(isi, 140)}</small> : null}
              </>
            ),
          },
          { key: 'oleh', label: 'Dari', width: 'narrow', cell: ({ oleh }) => oleh },
          {
            key: 'sejak',
            label: 'Sejak',
            width: 'narrow',
            cell: ({ at }) => longDate(localDate(at, kal.zona)),
          },
          {
            key: 'tindakan',
            label: 'Tindakan',
            width: 'narrow',
            cell: ({ url, judul }) => (
              <ButtonLink size="small" href={url}>
                {actionLabels[of]}
                <span class="visually-hidden">: {shorten(judul, 80)}</span>
              </ButtonLink>
            ),
          },
        ]}
        rows={rows}
        rowHref={({ url }) => url}
      />
      {total > rows.length ? (
        <p class="muted">Ditampilkan {rows.length} yang paling lama menunggu.</p>
      ) : null}
    </section>
  )
}

const FollowUps = ({ page: { tindakLanjut, today, kal } }: { page: TugasPage }) =>
  tindakLanjut.length === 0 ? null : (
    <Table<FollowUp>
      caption={`Tindak lanjut monitoring (${tindakLanjut.length})`}
      columns={[
        { key: 'aksi', label: 'Tindak lanjut', main: true, cell: ({ aksi }) => shorten(aksi, 140) },
        {
          key: 'tempo',
          label: 'Jatuh tempo',
          width: 'narrow',
          cell: ({ jatuhTempo, late, state }) =>
            state === 'reported' ? (
              <StatusMark state="running" label="Menunggu diperiksa" />
            ) : (
              <StatusMark
                state={late ? 'late' : 'planned'}
                label={sisaText(kal, today, jatuhTempo)}
              />
            ),
        },
      ]}
      rows={tindakLanjut}
      rowHref={({ url }) => url}
    />
  )
