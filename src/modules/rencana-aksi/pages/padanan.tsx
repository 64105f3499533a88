import type { Problem } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Table } from '#ui/data/table.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { Card } from '#ui/layout/card.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { butirTitle, shorten, titleOf } from '../labels.ts'
import type { Suggestion } from '../padanan.ts'
import type { ButirPadanan, Other, Padanan, PadananRow, PlanPadanan } from '../queries/padanan.ts'
import type { RencanaHead } from '../tree.ts'
import { listUrl, planUrl } from '../urls.ts'

type PlanProps = { page: PlanPadanan; problems: readonly Problem[] }

const percent = (likeness: number) => `${Math.round(likeness * 100)}% kata sama`

/** All butir of a plan with their counterparts; suggestions can be taken many at once. */
export const PlanPadananView = ({ page, problems }: PlanProps) => {
  const { tree, other, rows, can } = page
  const linked = rows.filter((row) => row.linked.length > 0)
  const suggested = rows.filter(({ suggestions }) => suggestions.length > 0)
  return (
    <div class="stack">
      <PageHead
        title="Padanan ZI dan RB"
        subtitle={`${tree.judul}: ${linked.length} dari ${rows.length} butir punya padanan`}
      />
      <p class="prose">
        Satu pekerjaan dapat memenuhi butir ZI dan butir RB. Bila bulan sebuah butir ditandai
        selesai, bulan yang sama pada padanannya ikut selesai.
      </p>
      {other ? null : <NoOther tree={tree} />}
      {linked.length > 0 ? <Linked tree={tree} rows={linked} canUnlink={can.link} /> : null}
      {can.link && suggested.length > 0 ? (
        <Form action={planUrl(tree.id, 'padanan')} problems={problems}>
          <Suggested tree={tree} rows={suggested} />
          <ButtonRow>
            <Button kind="main">Hubungkan yang dipilih</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </div>
  )
}

const NoOther = ({ tree }: { tree: RencanaHead }) => (
  <Empty
    title={`Belum ada rencana ${tree.jenis === 'ZI' ? 'RB' : 'ZI'} tahun ${tree.tahun}`}
    actions={<ButtonLink href={listUrl}>Lihat rencana lain</ButtonLink>}
  >
    Padanan menghubungkan butir dari dua rencana satuan kerja ini pada tahun yang sama.
  </Empty>
)

type LinkedProps = { tree: RencanaHead; rows: readonly PadananRow[]; canUnlink: boolean }

const Linked = ({ tree, rows, canUnlink }: LinkedProps) => (
  <Table<PadananRow>
    caption="Butir yang sudah punya padanan"
    columns={[
      {
        key: 'butir',
        label: `Butir ${tree.jenis}`,
        main: true,
        cell: ({ place }) => shorten(butirTitle(place.butir), 120),
      },
      {
        key: 'padanan',
        label: 'Padanan',
        cell: ({ linked }) => <PadananList linked={linked} />,
      },
      ...(canUnlink
        ? [
            {
              key: 'ubah',
              label: 'Ubah',
              cell: ({ place }: PadananRow) => (
                <a href={planUrl(tree.id, 'butir', place.butir.id, 'padanan')}>Ubah padanan</a>
              ),
            },
          ]
        : []),
    ]}
    rows={rows}
    rowHref={({ place }) => planUrl(tree.id, 'butir', place.butir.id)}
  />
)

/** The counterparts of a butir, each with its plan. */
export const PadananList = ({ linked }: { linked: readonly Padanan[] }) => (
  <ul>
    {linked.map(({ rencanaId, padananId, jenis, teks }) => (
      <li>
        <Tag>{jenis}</Tag> <a href={planUrl(rencanaId, 'butir', padananId)}>{shorten(teks, 120)}</a>
      </li>
    ))}
  </ul>
)

const Suggested = ({ tree, rows }: { tree: RencanaHead; rows: readonly PadananRow[] }) => (
  <Table<PadananRow>
    caption="Usul padanan, menurut kemiripan kata dalam area yang sama"
    columns={[
      {
        key: 'pilih',
        label: 'Pilih',
        width: 'narrow',
        cell: ({ place, suggestions }) => (
          <input
            type="checkbox"
            name="pairs"
            value={`${place.butir.id}:${suggestions[0]?.candidate.id}`}
            aria-label={`Hubungkan ${butirTitle(place.butir)}`}
          />
        ),
      },
      {
        key: 'butir',
        label: `Butir ${tree.jenis}`,
        main: true,
        cell: ({ place }) => shorten(butirTitle(place.butir), 120),
      },
      {
        key: 'usul',
        label: 'Usul padanan',
        cell: ({ suggestions }) => shorten(suggestions[0]?.candidate.teks ?? '', 120),
      },
      {
        key: 'mirip',
        label: 'Kemiripan',
        align: 'end',
        cell: ({ suggestions }) => percent(suggestions[0]?.likeness ?? 0),
      },
    ]}
    rows={rows}
    rowHref={({ place }) => planUrl(tree.id, 'butir', place.butir.id, 'padanan')}
  />
)

type ButirProps = { page: ButirPadanan; problems: readonly Problem[] }

/** The counterparts of one butir, and the way to tie another. */
export const ButirPadananView = ({ page, problems }: ButirProps) => {
  const { tree, other, place, linked, suggestions, choices, can } = page
  const url = planUrl(tree.id, 'butir', place.butir.id, 'padanan')
  return (
    <div class="stack">
      <PageHead
        title="Padanan butir"
        subtitle={`${butirTitle(place.butir)} · ${titleOf(place.area)}`}
      />
      {linked.length > 0 ? (
        <Card title="Sudah dihubungkan">
          {linked.map((one) => (
            <Form action={`${url}/lepas`} hidden={{ padananId: one.padananId }}>
              <p>
                <Tag>{one.jenis}</Tag>{' '}
                <a href={planUrl(one.rencanaId, 'butir', one.padananId)}>{one.teks}</a>
              </p>
              {can.link ? (
                <ButtonRow>
                  <Button size="small" label={`Lepas padanan ${shorten(one.teks, 60)}`}>
                    Lepas
                  </Button>
                </ButtonRow>
              ) : null}
            </Form>
          ))}
        </Card>
      ) : null}
      {other ? null : <NoOther tree={tree} />}
      {can.link && suggestions.length > 0 ? (
        <Suggestions url={url} suggestions={suggestions} />
      ) : null}
      {can.link && choices.length > 0 ? (
        <Card title="Pilih sendiri">
          <Form action={url} problems={problems}>
            <Select
              name="padananId"
              label={`Butir ${other?.jenis ?? ''} ${tree.tahun}`}
              placeholder="Pilih butir"
              filterable
              error={problems[0]?.message}
              options={choicesByArea(choices)}
            />
            <ButtonRow>
              <Button kind="main">Hubungkan</Button>
              <a href={planUrl(tree.id, 'butir', place.butir.id)}>Kembali ke butir</a>
            </ButtonRow>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}

const choicesByArea = (choices: readonly Other[]) =>
  [...Map.groupBy(choices, ({ place }) => titleOf(place.area))].map(([label, rows]) => ({
    label,
    options: rows.map(({ id, teks }) => ({ value: id, label: shorten(teks, 140) })),
  }))

type SuggestionsProps = { url: string; suggestions: readonly Suggestion<Other>[] }

const Suggestions = ({ url, suggestions }: SuggestionsProps) => (
  <Card title="Usul, menurut kemiripan kata">
    {suggestions.map(({ candidate, likeness }) => (
      <Form action={url} hidden={{ padananId: candidate.id }}>
        <p>
          {candidate.teks}
          <br />
          <span class="muted small">
            {titleOf(candidate.place.area)} · {percent(likeness)}
          </span>
        </p>
        <ButtonRow>
          <Button size="small" label={`Hubungkan dengan ${shorten(candidate.teks, 60)}`}>
            Hubungkan
          </Button>
        </ButtonRow>
      </Form>
    ))}
  </Card>
)
