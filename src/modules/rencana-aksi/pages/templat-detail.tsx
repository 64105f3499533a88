import type { Problem } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Figures } from '#ui/data/figures.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { Progress } from '#ui/data/progress.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { type Column, Table } from '#ui/data/table.tsx'
import { Tree } from '#ui/data/tree.tsx'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Checkboxes } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisLabels, shorten, stateLabels, stateMarks, titleOf } from '../labels.ts'
import type { PenerimaRow, TemplatPage } from '../queries/templat.ts'
import { withQuery } from '../urls.ts'
import { templatUrl, whenText } from './templat.tsx'

type DetailProps = { page: TemplatPage; problems: readonly Problem[] }

/** A template: publish, push, and what the offices made of it. */
export const TemplatView = ({ page, problems }: DetailProps) => {
  const { head, sums, can } = page
  const running = sums.terlayani < sums.satker
  return (
    <div class="stack">
      <PageHead title={head.judul} subtitle={`${jenisLabels[head.jenis]} ${head.tahun}`} />
      {running ? (
        <Progress
          label="Mendorong templat"
          done={sums.terlayani}
          total={sums.satker}
          note="Anda boleh meninggalkan halaman ini; pekerjaan berlanjut sendiri."
        />
      ) : null}
      {sums.satker > 0 ? <Figures items={figureItems(page)} /> : null}
      <Columns aside={<Aside page={page} />}>
        {can.keep ? <Steps page={page} problems={problems} /> : null}
        {sums.satker > 0 ? <Offices page={page} /> : <Content page={page} />}
      </Columns>
    </div>
  )
}

function figureItems({ sums }: TemplatPage) {
  const counted = sums.tambah + sums.hilang + sums.ubah
  return [
    {
      label: 'Satuan kerja terlayani',
      value: sums.terlayani,
      unit: `dari ${sums.satker}`,
      share: sums.terlayani / sums.satker,
    },
    {
      label: 'Rencananya sudah ada',
      value: sums.sudahAda,
      note: 'tidak ditimpa, hanya dibandingkan',
    },
    { label: 'Menyimpang dari templat', value: sums.menyimpang, unit: 'satuan kerja' },
    {
      label: 'Butir menyimpang',
      value: counted,
      note: `${sums.tambah} ditambah, ${sums.hilang} dihilangkan, ${sums.ubah} diubah`,
    },
  ]
}

const Aside = ({ page: { head, butir, sums } }: { page: TemplatPage }) => (
  <Card title="Templat">
    <DefinitionList
      items={[
        { term: 'Butir', value: butir },
        { term: 'Dibuat', value: whenText(head.createdAt, head.zonaWaktu, null) },
        { term: 'Terbit', value: whenText(head.publishedAt, head.zonaWaktu, head.publishedBy) },
        ...(sums.satker > 0
          ? [
              {
                term: 'Penyimpangan dihitung',
                value: whenText(sums.dihitungAt, head.zonaWaktu, null),
              },
            ]
          : []),
      ]}
    />
  </Card>
)

const Steps = ({ page: { head, sums }, problems }: DetailProps) => {
  const url = (step: string) => templatUrl(head.id, step)
  if (!head.publishedAt)
    return (
      <Card title="Terbitkan templat">
        <p>Setelah terbit, isinya tetap dan dapat didorong ke satuan kerja di bawah.</p>
        <Form action={url('terbitkan')} problems={problems}>
          <ButtonRow>
            <Button kind="main">Terbitkan</Button>
            <Button kind="danger" formaction={url('buang')}>
              Buang templat
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    )
  return (
    <Card title="Dorong ke satuan kerja">
      <p>
        Satuan kerja yang belum punya rencana {head.jenis} {head.tahun} menerima draf. Rencana yang
        sudah ada tidak diubah.
      </p>
      <Form action={url('dorong')} problems={problems}>
        <Checkboxes
          name="kepada"
          label="Penerima"
          inline
          error={problems.find(({ field }) => field === 'kepada')?.message}
          options={[
            ...(head.satkerKode === '00' ? [{ value: 'provinsi', label: 'KPU provinsi' }] : []),
            { value: 'kabkota', label: 'KPU kabupaten dan kota' },
          ]}
        />
        <ButtonRow>
          <Button kind="main">Dorong templat</Button>
          {sums.satker > 0 ? (
            <Button formaction={url('hitung')}>Hitung ulang penyimpangan</Button>
          ) : null}
        </ButtonRow>
      </Form>
    </Card>
  )
}

/** What stands in the template, before anyone has received it. */
const Content = ({ page: { head } }: { page: TemplatPage }) => (
  <Tree
    label="Isi templat"
    nodes={head.isi.area.map((area) => ({
      label: titleOf(area),
      children: area.kegiatan.map((kegiatan) => ({
        label: titleOf(kegiatan),
        children: kegiatan.butir.map((butir) => ({
          label: shorten(butir.uraian ?? butir.langkah ?? '', 160),
        })),
      })),
    }))}
  />
)

const hasilLabels = { dibuat: 'Draf dibuat', sudah_ada: 'Sudah punya rencana' } as const

const columns: Column<PenerimaRow>[] = [
  { key: 'nama', label: 'Satuan kerja', main: true, cell: ({ nama }) => nama },
  {
    key: 'hasil',
    label: 'Hasil',
    cell: ({ hasil }) =>
      hasil === null ? <StatusMark state="running" label="Menunggu" /> : hasilLabels[hasil],
  },
  {
    key: 'tahap',
    label: 'Tahap',
    cell: ({ state, hasil }) => {
      if (state) return <StatusMark state={stateMarks[state]} label={stateLabels[state]} />
      return hasil === null ? '–' : 'Draf dibuang'
    },
  },
  { key: 'tambah', label: 'Ditambah', align: 'end', cell: ({ tambah }) => tambah ?? '–' },
  { key: 'hilang', label: 'Dihilangkan', align: 'end', cell: ({ hilang }) => hilang ?? '–' },
  { key: 'ubah', label: 'Diubah', align: 'end', cell: ({ ubah }) => ubah ?? '–' },
]

const Offices = ({ page: { head, rows, sums, page, pages } }: { page: TemplatPage }) => (
  <>
    <Table<PenerimaRow>
      caption="Penerima, yang paling menyimpang dahulu"
      columns={columns}
      rows={rows}
      rowHref={({ kode, state }) => (state ? templatUrl(head.id, 'satker', kode) : undefined)}
      foot={{ nama: 'Semua penerima', tambah: sums.tambah, hilang: sums.hilang, ubah: sums.ubah }}
    />
    <Pager
      page={page}
      pages={pages}
      total={sums.satker}
      noun="satuan kerja"
      href={(n) => withQuery(templatUrl(head.id), { halaman: n })}
    />
  </>
)
