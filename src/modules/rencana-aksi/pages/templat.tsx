import { longMoment } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { DiffRencana } from '../diff.ts'
import type {
  PenerimaPage,
  SimpanganPage,
  TemplatListPage,
  TemplatListRow,
} from '../queries/templat.ts'
import { listUrl, planUrl } from '../urls.ts'
import { Changes } from './riwayat.tsx'

export const templatUrl = (...rest: string[]) => [`${listUrl}/templat`, ...rest].join('/')

/** The templates that an office keeps for those below it. */
export const TemplatListView = ({ page: { rows, can } }: { page: TemplatListPage }) => (
  <div class="stack">
    <PageHead
      title="Templat rencana"
      subtitle="Rencana baku yang didorong ke satuan kerja di bawah sebagai draf"
    >
      {can.keep ? (
        <ButtonLink kind="main" href={templatUrl('baru')}>
          Buat templat
        </ButtonLink>
      ) : null}
    </PageHead>
    {rows.length === 0 ? (
      <Empty title="Belum ada templat">
        Templat dibuat dari rencana satuan kerja ini atau dari susunan baku nasional.
      </Empty>
    ) : (
      <Table<TemplatListRow>
        caption="Templat"
        captionHidden
        columns={[
          { key: 'judul', label: 'Templat', main: true, cell: ({ judul }) => judul },
          { key: 'jenis', label: 'Jenis', cell: ({ jenis }) => jenis },
          { key: 'tahun', label: 'Tahun', align: 'end', cell: ({ tahun }) => tahun },
          {
            key: 'terbit',
            label: 'Keadaan',
            cell: ({ publishedAt }) => (
              <StatusMark
                state={publishedAt ? 'done' : 'planned'}
                label={publishedAt ? 'Terbit' : 'Belum terbit'}
              />
            ),
          },
          {
            key: 'satker',
            label: 'Satuan kerja',
            align: 'end',
            cell: ({ satker, terlayani }) =>
              satker === 0 ? 'belum didorong' : `${terlayani} dari ${satker}`,
          },
        ]}
        rows={rows}
        rowHref={({ id }) => templatUrl(id)}
      />
    )}
  </div>
)

type NewProps = { page: TemplatListPage; typed: Typed; problems: readonly Problem[] }

/** A new template: from the usual plan, or from a plan of the office. */
export const NewTemplatView = ({ page: { plans }, typed, problems }: NewProps) => {
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead title="Templat baru" subtitle="Orang, nilai, dan tanda selesai tidak ikut" />
      <Form action={templatUrl('baru')} problems={problems}>
        <Select
          {...field('sumber')}
          label="Isi diambil dari"
          placeholder="Pilih sumber"
          options={[
            {
              label: 'Susunan baku nasional, bulannya diisi satuan kerja',
              options: [
                { value: 'RB', label: 'Rencana aksi Reformasi Birokrasi' },
                { value: 'ZI', label: 'Rencana pembangunan Zona Integritas' },
              ],
            },
            ...(plans.length > 0
              ? [
                  {
                    label: 'Rencana satuan kerja ini',
                    options: plans.map(({ id, judul, tahun }) => ({
                      value: id,
                      label: `${judul} (${tahun})`,
                    })),
                  },
                ]
              : []),
          ]}
        />
        <TextInput
          {...field('tahun')}
          label="Tahun"
          hint="Tanggal dari rencana lama bergeser ke tahun ini."
          inputmode="numeric"
          width="short"
        />
        <TextInput {...field('judul')} label="Judul rencana bagi penerima" />
        <ButtonRow>
          <Button kind="main">Buat templat</Button>
          <a href={templatUrl()}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}

/** One office's plan beside the template. */
export const PenerimaView = ({ page }: { page: PenerimaPage }) => (
  <div class="stack">
    <PageHead title={page.satkerNama} subtitle={`Dibandingkan dengan templat ${page.head.judul}`}>
      <ButtonLink href={planUrl(page.rencanaId)}>Buka rencananya</ButtonLink>
    </PageHead>
    <TemplatDiff diff={page.diff} />
  </div>
)

/** The office's own view of how its plan differs from the template. */
export const SimpanganView = ({ page: { head, dari, diff } }: { page: SimpanganPage }) => (
  <div class="stack">
    <PageHead title="Dibandingkan dengan templat" subtitle={`${head.judul}, templat ${dari}`} />
    <TemplatDiff diff={diff} />
  </div>
)

const TemplatDiff = ({ diff }: { diff: DiffRencana }) => (
  <>
    <p>
      {diff.added.length} butir ditambahkan, {diff.removed.length} dihilangkan,{' '}
      {diff.changed.length} diubah terhadap templat.
    </p>
    <Changes diff={diff} />
  </>
)

/** When something was done, and by whom if it is known. */
export const whenText = (at: Date | null, zona: string, oleh: string | null): string =>
  at ? `${longMoment(at, zona)}${oleh ? `, oleh ${oleh}` : ''}` : 'belum'
