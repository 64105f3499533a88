import { longDate, longMoment, monthName } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import {
  bentukLabels,
  masaText,
  mediaLabels,
  pakaiLabels,
  pakaiMarks,
  periodeText,
  peristiwaText,
  pointerText,
  sizeText,
} from '../labels.ts'
import type { EvidenPage, Proved } from '../queries/detail.ts'
import { evidenUrl } from '../urls.ts'
import { EvidenPreview } from './preview.tsx'

type DetailProps = { page: EvidenPage; zona: string }

/** One evidence: itself, its facts, what it proves, what happened to it. */
export const DetailView = ({ page, zona }: DetailProps) => {
  const { eviden, document, can } = page
  return (
    <div class="stack">
      <PageHead
        title={eviden.judul}
        subtitle={eviden.media ? mediaLabels[eviden.media] : bentukLabels[eviden.bentuk]}
      >
        {document ? (
          <ButtonLink href={evidenUrl(eviden.id, 'dokumen')}>Lihat untuk dicetak</ButtonLink>
        ) : null}
        {can.edit ? (
          <ButtonLink href={evidenUrl(eviden.id, 'ubah')}>Ubah keterangan</ButtonLink>
        ) : null}
      </PageHead>
      <Columns aside={<Facts page={page} zona={zona} />}>
        <EvidenPreview eviden={eviden} document={document} zona={zona} />
        {can.lock && document ? <LockForm id={eviden.id} /> : null}
        <h2>Membuktikan</h2>
        <Proves proves={page.proves} />
        <h2>Riwayat</h2>
        <Timeline
          entries={page.riwayat.map((entry) => ({
            title: peristiwaText(entry.peristiwa),
            when: longMoment(entry.at, zona),
            datetime: entry.at.toISOString(),
            who: entry.nama ?? 'Sistem KPU HUB',
          }))}
        />
      </Columns>
    </div>
  )
}

const LockForm = ({ id }: { id: string }) => (
  <Card title="Kunci data ini">
    <p>
      Sekarang isinya mengikuti keadaan terbaru. Kunci bila akan dinilai: isinya disimpan seperti
      sekarang, lengkap dengan sidik digitalnya, dan tidak berubah lagi.
    </p>
    <Form action={evidenUrl(id, 'kunci')}>
      <ButtonRow>
        <Button>Kunci data</Button>
      </ButtonRow>
    </Form>
  </Card>
)

const Proves = ({ proves }: { proves: readonly Proved[] }) =>
  proves.length === 0 ? (
    <Empty title="Belum dipakai">
      Buka butir rencana aksi, pilih Tambah eviden, lalu ambil eviden ini dari pustaka.
    </Empty>
  ) : (
    <Table<Proved>
      caption="Butir yang dibuktikan"
      captionHidden
      columns={[
        { key: 'judul', label: 'Butir', main: true, cell: ({ judul }) => judul },
        {
          key: 'untuk',
          label: 'Untuk',
          cell: ({ bulan, slot }) =>
            [slot, bulan === null ? 'sepanjang tahun' : monthName(bulan)]
              .filter(Boolean)
              .join(', '),
        },
        { key: 'letak', label: 'Letak', cell: (row) => pointerText(row) },
        {
          key: 'keadaan',
          label: 'Keadaan',
          width: 'narrow',
          cell: ({ state }) => <StatusMark state={pakaiMarks[state]} label={pakaiLabels[state]} />,
        },
      ]}
      rows={proves}
      rowHref={({ alamat }) => alamat}
    />
  )

const Facts = ({ page: { eviden, document, same, can }, zona }: DetailProps) => {
  const { berkas, berlaku } = eviden
  return (
    <>
      <Card title="Keterangan">
        <DefinitionList
          items={[
            { term: 'Tanggal', value: longDate(eviden.tanggal) },
            { term: 'Sumber', value: eviden.sumber },
            ...(eviden.media
              ? [
                  { term: 'Media', value: mediaLabels[eviden.media] },
                  { term: 'Sasaran', value: eviden.sasaran },
                ]
              : []),
            { term: 'Berlaku untuk', value: masaText(berlaku) },
            ...(berlaku.alasan ? [{ term: 'Alasan', value: berlaku.alasan }] : []),
            ...(eviden.periode ? [{ term: 'Periode', value: periodeText(eviden.periode) }] : []),
            ...(document ? [{ term: 'Per', value: longDate(document.isi.per) }] : []),
            ...(eviden.lockedAt
              ? [{ term: 'Dikunci', value: longMoment(eviden.lockedAt, zona) }]
              : []),
            ...(eviden.keterangan ? [{ term: 'Keterangan', value: eviden.keterangan }] : []),
            {
              term: 'Ditambahkan',
              value: `${eviden.createdBy.nama}, ${longMoment(eviden.createdAt, zona)}`,
            },
          ]}
        />
      </Card>
      {berkas ? (
        <Card title="Berkas">
          <DefinitionList
            items={[
              { term: 'Nama', value: berkas.nama },
              ...(berkas.ukuran === null
                ? []
                : [{ term: 'Ukuran', value: sizeText(berkas.ukuran) }]),
              ...(berkas.halaman ? [{ term: 'Halaman', value: berkas.halaman }] : []),
              { term: 'SHA-256', value: berkas.sha256 ? <Hash of={berkas.sha256} /> : null },
            ]}
          />
        </Card>
      ) : null}
      {document?.hash ? (
        <Card title="Sidik digital">
          <Hash of={document.hash} />
        </Card>
      ) : null}
      {same.length > 0 ? (
        <Card title="Isi yang sama">
          <p class="small">Eviden lain memakai berkas yang persis sama:</p>
          <ul>
            {same.map(({ id, judul }) => (
              <li>
                <a href={evidenUrl(id)}>{judul}</a>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {can.remove ? (
        <p>
          <a href={evidenUrl(eviden.id, 'hapus')}>Hapus dari pustaka</a>
        </p>
      ) : null}
    </>
  )
}

const Hash = ({ of }: { of: string }) => <code class="hash">{of}</code>
