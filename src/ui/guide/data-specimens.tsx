import { Confidence } from '../data/confidence.tsx'
import { DefinitionList } from '../data/definition-list.tsx'
import { Diff } from '../data/diff.tsx'
import { Empty } from '../data/empty.tsx'
import { Figures } from '../data/figures.tsx'
import { Filters } from '../data/filters.tsx'
import { Pager } from '../data/pager.tsx'
import { Progress } from '../data/progress.tsx'
import { Legend, type MarkState, StatusMark } from '../data/status-mark.tsx'
import { type Column, Table } from '../data/table.tsx'
import { Tabs } from '../data/tabs.tsx'
import { Tag } from '../data/tag.tsx'
import { Timeline } from '../data/timeline.tsx'
import { Tree } from '../data/tree.tsx'
import { ButtonLink } from '../form/button.tsx'
import { Select } from '../form/select.tsx'
import { TextInput } from '../form/text-input.tsx'
import { Specimen } from './specimen.tsx'

export const states: readonly { state: MarkState; label: string }[] = [
  { state: 'planned', label: 'Direncanakan' },
  { state: 'running', label: 'Berjalan' },
  { state: 'done', label: 'Selesai' },
  { state: 'late', label: 'Terlambat' },
  { state: 'waived', label: 'Ditiadakan' },
]

type Row = { name: string; owner: string; state: MarkState; word: string; amount: string }

const rows: readonly Row[] = [
  { name: 'Menyusun pedoman', owner: 'Bagian A', state: 'done', word: 'Selesai', amount: '12' },
  { name: 'Melatih petugas', owner: 'Bagian B', state: 'running', word: '3 dari 6', amount: '6' },
  { name: 'Menilai hasil', owner: 'Bagian C', state: 'late', word: 'Terlambat', amount: '1.240' },
]

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    label: 'Kegiatan',
    main: true,
    cell: (row) => row.name,
    sort: { href: '#tabel', direction: 'ascending' },
  },
  { key: 'owner', label: 'Penanggung jawab', cell: (row) => row.owner },
  {
    key: 'state',
    label: 'Keadaan',
    cell: (row) => <StatusMark state={row.state} label={row.word} />,
  },
  {
    key: 'amount',
    label: 'Jumlah',
    align: 'end',
    cell: (row) => row.amount,
    sort: { href: '#tabel' },
  },
]

/** Tables and everything small that stands on a page. */
export const DataSpecimens = () => (
  <>
    <Specimen name="Keadaan" file="data/status-mark.tsx">
      <Legend items={states} />
      <div class="row">
        {[
          ...states,
          { state: 'stopped' as const, label: 'Ditolak' },
          { state: 'neutral' as const, label: 'Draf' },
        ].map((item) => (
          <StatusMark {...item} />
        ))}
      </div>
      <div class="row">
        <Tag>Biasa</Tag>
        <Tag tone="brand">Utama</Tag>
        <Tag tone="ok">Sah</Tag>
        <Tag tone="run">Baru</Tag>
        <Tag tone="late">Perlu dilihat</Tag>
        <Confidence level="high" />
        <Confidence level="medium" />
        <Confidence level="low" />
      </div>
    </Specimen>
    <Specimen name="Angka" file="data/figures.tsx">
      <Figures
        items={[
          { label: 'Sampai Juli', value: 187, unit: 'dari 219', share: 187 / 219 },
          { label: 'Terlambat', value: 9, note: '4 di satu bagian', tone: 'late', href: '#angka' },
          { label: 'Lengkap', value: '72%', share: 0.72 },
          { label: 'Menunggu', value: 14, note: 'tertua 3 hari kerja' },
        ]}
      />
    </Specimen>
    <Specimen name="Tab, saringan, tabel, halaman" file="data/table.tsx">
      <Tabs
        label="Tampilan"
        tabs={[
          { href: '#bulan', label: 'Bulan' },
          { href: '#daftar', label: 'Daftar', current: true, count: 3 },
          { href: '#riwayat', label: 'Riwayat' },
        ]}
      />
      <Filters action="#tabel" clear="#tabel" active={1}>
        <Select
          name="keadaan"
          label="Keadaan"
          placeholder="Semua"
          value="late"
          options={states.map(({ state, label }) => ({ value: state, label }))}
        />
        <TextInput name="kata" label="Memuat kata" type="search" />
      </Filters>
      <Table
        caption="Tiga kegiatan"
        columns={columns}
        rows={rows}
        rowHref={() => '#tabel'}
        foot={{ name: 'Jumlah', amount: '1.258' }}
      />
      <Pager page={4} pages={12} href={(page) => `#halaman-${page}`} total={587} noun="kegiatan" />
    </Specimen>
    <Specimen name="Kosong" file="data/empty.tsx">
      <Empty title="Belum ada kegiatan" actions={<ButtonLink href="#kosong">Tambah</ButtonLink>}>
        Kegiatan yang Anda tambahkan akan tampil di sini. Mulai dari yang paling dekat waktunya.
      </Empty>
    </Specimen>
    <Specimen name="Pekerjaan panjang" file="data/progress.tsx">
      <Progress
        label="Membaca baris"
        done={143}
        total={219}
        note="Anda boleh meninggalkan halaman ini."
      />
      <Progress label="Menyiapkan" />
    </Specimen>
    <Specimen name="Rincian" file="data/definition-list.tsx">
      <DefinitionList
        items={[
          { term: 'Nomor', value: '12/2026' },
          {
            term: 'Berlaku',
            value: '3 Februari 2026 sampai 31 Desember 2026',
            action: { href: '#rincian', label: 'Ubah' },
          },
          { term: 'Dicabut', value: undefined },
        ]}
      />
    </Specimen>
    <Specimen name="Riwayat" file="data/timeline.tsx">
      <Timeline
        entries={[
          { title: 'Disetujui', when: '8 Februari 2026 10.42', who: 'Sari', state: 'done' },
          { title: 'Dikembalikan', when: '5 Februari 2026 15.10', who: 'Budi', state: 'stopped' },
          { title: 'Dibuat', when: '3 Februari 2026 09.00', who: 'Sari' },
        ]}
      />
    </Specimen>
    <Specimen name="Perbandingan teks" file="data/diff.tsx">
      <Diff
        before="Laporan disampaikan setiap bulan, lisan, kepada pimpinan."
        after="Laporan tertulis disampaikan setiap tiga bulan kepada pimpinan."
      />
    </Specimen>
    <Specimen name="Pohon" file="data/tree.tsx">
      <Tree
        label="Susunan"
        nodes={[
          {
            label: '1. Bagian pertama',
            open: true,
            end: <StatusMark state="running" label="5 dari 6" />,
            children: [
              { label: 'a. Menyusun pedoman', href: '#pohon', end: 'Januari' },
              { label: 'b. Melatih petugas', href: '#pohon', end: 'Maret' },
            ],
          },
          { label: '2. Bagian kedua', children: [{ label: 'a. Menilai hasil' }] },
        ]}
      />
    </Specimen>
  </>
)
