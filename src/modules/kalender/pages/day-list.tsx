import { Table } from '#ui/data/table.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import type { JenisHari } from '../kalender.ts'
import { fullDate, jenisHariLabels } from '../labels.ts'
import type { KalenderTahun } from '../queries/tahun.ts'
import { hariLiburUrl, hariLokalUrl, kalenderUrl } from '../urls.ts'

type Row = {
  tanggal: string
  jenis: JenisHari
  nama: string
  dasar: string
  unsure: boolean
  cancelled: boolean
  action: { href: string; label: string } | null
}

/** Every day that is not what its weekday makes it, with the decree behind it. */
export const DayList = ({ year }: { year: KalenderTahun }) => {
  const rows = rowsOf(year)
  const action = (row: Row) =>
    row.action ? (
      <a href={row.action.href} aria-label={`${row.action.label} ${row.nama}, ${row.tanggal}`}>
        {row.action.label}
      </a>
    ) : null
  return (
    <section class="stack" aria-labelledby="daftar-hari">
      <h2 id="daftar-hari">Daftar hari</h2>
      {rows.length === 0 ? (
        <p class="muted">Belum ada hari libur atau hari lokal yang tercatat.</p>
      ) : (
        <Table
          caption={`Hari libur, cuti bersama, dan hari lokal ${year.tahun}`}
          captionHidden
          rows={rows}
          columns={[
            { key: 'tanggal', label: 'Tanggal', main: true, cell: (row) => fullDate(row.tanggal) },
            { key: 'jenis', label: 'Jenis', cell: (row) => jenisHariLabels[row.jenis] },
            { key: 'nama', label: 'Nama', cell: name },
            { key: 'dasar', label: 'Dasar', cell: source },
            ...(rows.some((row) => row.action)
              ? [{ key: 'tindakan', label: 'Tindakan', width: 'narrow' as const, cell: action }]
              : []),
          ]}
        />
      )}
      {year.can.setNational ? (
        <ButtonRow>
          <ButtonLink href={`${kalenderUrl}/hari-libur/baru`}>
            Tambah hari libur nasional
          </ButtonLink>
          <ButtonLink href={`${kalenderUrl}/tahun/baru`}>Muat SKB tahun baru</ButtonLink>
        </ButtonRow>
      ) : null}
    </section>
  )
}

const name = (row: Row) => (
  <>
    {row.cancelled ? <del>{row.nama}</del> : row.nama}{' '}
    {row.cancelled ? <Tag tone="late">Dibatalkan</Tag> : null}
  </>
)

const source = (row: Row) => (
  <span class="muted">
    {row.dasar} {row.unsure ? <Tag tone="late">Belum terverifikasi</Tag> : null}
  </span>
)

function rowsOf({ nasional, lokal, can }: KalenderTahun): Row[] {
  const national = nasional.map((hari) => ({
    ...hari,
    jenis: hari.jenis as JenisHari,
    unsure: hari.keyakinan === 'ingatan',
    cancelled: hari.batal,
    action: can.setNational ? { href: hariLiburUrl(hari.tanggal), label: 'Perbaiki' } : null,
  }))
  const local = lokal.map((hari) => ({
    ...hari,
    jenis: hari.jenis as JenisHari,
    unsure: false,
    cancelled: false,
    action: can.setLocal ? { href: `${hariLokalUrl(hari.id)}/hapus`, label: 'Hapus' } : null,
  }))
  return [...national, ...local].toSorted((a, b) => a.tanggal.localeCompare(b.tanggal))
}
