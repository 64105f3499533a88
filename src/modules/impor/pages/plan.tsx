import { Confidence } from '#ui/data/confidence.tsx'
import { EditGrid, type EditColumn, type EditRow } from '#ui/data/edit-grid.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { Beside } from '#ui/data/source-lines.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { FieldProblem } from '#ui/form/problem-summary.tsx'
import { type GridKey, gridValues, seenOf } from '../grid.ts'
import { columnLabels, titled } from '../labels.ts'
import type { PlanView } from '../queries/review.ts'
import {
  needsLook,
  placesOf,
  type SuntinganArea,
  type SuntinganButir,
  type SuntinganKegiatan,
} from '../suntingan.ts'
import { imporHref, ReviewFrame } from './frame.tsx'
import { LinesOf } from './lines.tsx'

export type PlanPageProps = {
  view: PlanView
  /** cells as they were typed, by `n12.uraian`, when they could not be kept */
  typed?: Readonly<Record<string, string>> | undefined
  problems?: readonly FieldProblem[] | undefined
}

/** The source beside its rows: every cell is an input, low confidence is marked. */
export const PlanPage = (props: PlanPageProps) => {
  const { view } = props
  return (
    <ReviewFrame review={view} tab="rencana">
      <AreaTabs view={view} />
      {view.shown.length === 0 ? (
        <NothingShown view={view} />
      ) : (
        <Beside source={<Source view={view} />}>
          <Rows {...props} />
        </Beside>
      )}
    </ReviewFrame>
  )
}

export const areaHref = (id: string, areaId: string): string => imporHref(id, `?area=${areaId}`)

const AreaTabs = ({ view }: { view: PlanView }) => (
  <Tabs
    label="Area"
    tabs={[
      ...view.tabs.map((tab) => ({
        href: areaHref(view.id, tab.id),
        label: `Area ${tab.label.replace(/\.$/, '')}`,
        current: tab.id === view.areaId,
        ...(tab.periksa > 0 ? { count: tab.periksa } : {}),
      })),
      {
        href: imporHref(view.id, '?periksa=ya'),
        label: 'Perlu diperiksa',
        current: view.areaId === null,
        count: view.counts.periksa,
      },
    ]}
  />
)

const NothingShown = ({ view }: { view: PlanView }) =>
  view.tabs.length === 0 ? (
    <Empty title="Tidak ada butir yang terbaca">
      Tabel rencana aksi tidak ditemukan dalam berkas ini. Periksa bagian Sisa, tambahkan area dan
      butirnya di sini, atau batalkan impor ini dan unggah dokumen aslinya.
      <AddArea id={view.id} />
    </Empty>
  ) : (
    <Empty title="Semua butir sudah diperiksa">
      Tidak ada lagi butir yang diragukan. Lanjutkan ke temuan atau penerimaan.
    </Empty>
  )

const AddArea = ({ id }: { id: string }) => (
  <Form action={imporHref(id, '/susunan')} hidden={{ jenis: 'tambah-area' }}>
    <Button>Tambah area</Button>
  </Form>
)

const Source = ({ view }: { view: PlanView }) => {
  const home = new Map(
    placesOf(view.shown).flatMap(({ butir }) => butir.baris.map((line) => [line, butir.id])),
  )
  return <LinesOf baris={view.baris} label="Sumber" home={home} />
}

const Rows = ({ view, typed, problems = [] }: PlanPageProps) => {
  const seen = placesOf(view.shown).map(({ butir }) => [
    `${butir.id}.seen`,
    seenOf(butir, view.columns),
  ])
  const { id, areaId } = view
  const hidden = areaId === null ? { periksa: 'ya' } : { area: areaId }
  return (
    <Form
      action={imporHref(id, '/butir')}
      problems={problems}
      hidden={{ ...hidden, ...Object.fromEntries(seen) }}
    >
      {view.shown.map((area) => (
        <Area area={area} view={view} typed={typed} problems={problems} />
      ))}
      <ButtonRow>
        <Button kind="main">Simpan perubahan</Button>
        {areaId === null ? null : (
          <Button name="tambah" value={`tambah-kegiatan ${areaId}`}>
            Tambah kegiatan
          </Button>
        )}
        {areaId === null ? null : (
          <Button name="tambah" value="tambah-area ">
            Tambah area
          </Button>
        )}
      </ButtonRow>
    </Form>
  )
}

type AreaProps = PlanPageProps & { area: SuntinganArea }

const Area = ({ area, ...props }: AreaProps) => (
  <section class="stack" aria-labelledby={`${area.id}-judul`}>
    <h2 id={`${area.id}-judul`}>
      {titled(area, '(area tanpa judul)')}{' '}
      <SectionLink id={props.view.id} node={area.id} what="judul area" />
    </h2>
    {area.kegiatan.map((kegiatan) => (
      <Kegiatan kegiatan={kegiatan} {...props} />
    ))}
  </section>
)

const SectionLink = ({ id, node, what }: { id: string; node: string; what: string }) => (
  <a class="small" href={imporHref(id, `/bagian/${node}`)}>
    Ubah<span class="visually-hidden"> {what}</span>
  </a>
)

type KegiatanProps = PlanPageProps & { kegiatan: SuntinganKegiatan }

const Kegiatan = ({ kegiatan, view, typed, problems = [] }: KegiatanProps) => (
  <div class="stack">
    <h3>
      {titled(kegiatan, '(kegiatan tanpa judul)')}{' '}
      <SectionLink id={view.id} node={kegiatan.id} what="judul kegiatan" />
    </h3>
    {kegiatan.butir.length === 0 ? null : (
      <EditGrid
        caption={`Butir ${titled(kegiatan, 'kegiatan tanpa judul')}`}
        rowHead="Butir"
        columns={view.columns.map(columnOf)}
        rows={kegiatan.butir.map((butir) => rowOf(butir, view, { typed, problems }))}
      />
    )}
    {view.areaId === null ? null : (
      <div>
        <Button size="small" kind="quiet" name="tambah" value={`tambah-butir ${kegiatan.id}`}>
          Tambah butir
        </Button>
      </div>
    )}
  </div>
)

const columnOf = (key: GridKey): EditColumn => ({
  key,
  label: columnLabels[key],
  kind: key === 'diperiksa' ? 'check' : 'area',
  ...(key === 'jadwal' ? { width: 'narrow' as const } : {}),
})

type Shown = Pick<PlanPageProps, 'typed'> & { problems: readonly FieldProblem[] }

function rowOf(butir: SuntinganButir, view: PlanView, { typed, problems }: Shown): EditRow {
  const values = gridValues(butir)
  return {
    id: butir.id,
    name: butir.label ? `butir ${butir.label}` : (butir.uraian ?? butir.langkah ?? 'butir'),
    head: <RowHead butir={butir} id={view.id} />,
    values: Object.fromEntries(
      view.columns.map((key) => [key, typed?.[`${butir.id}.${key}`] ?? values[key]]),
    ),
    problems: Object.fromEntries(
      view.columns.map((key) => [
        key,
        problems.find(({ field }) => field === `${butir.id}-${key}`)?.message,
      ]),
    ),
    attention: needsLook(butir),
  }
}

const RowHead = ({ butir, id }: { butir: SuntinganButir; id: string }) => {
  const [first] = butir.baris
  return (
    <>
      <a href={imporHref(id, `/butir/${butir.id}`)}>
        {butir.label ?? 'Rincian'}
        {butir.label ? <span class="visually-hidden"> rincian butir</span> : null}
      </a>
      {first === undefined ? null : (
        <div>
          <a class="small" href={`#s${first}`}>
            baris {first}
          </a>
        </div>
      )}
      {needsLook(butir) ? <Confidence level="low" label="periksa" /> : null}
    </>
  )
}
