import type { Problem } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { EditGrid } from '#ui/data/edit-grid.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { butirTitle, shorten, stateLabels, stateMarks, titleOf } from '../labels.ts'
import type { Keyakinan, PetaJalan } from '../peta-jalan.ts'
import type { GapPage, GapRow, PetaJalanPage } from '../queries/peta-jalan.ts'
import { listUrl, planUrl, withQuery } from '../urls.ts'

type PetaJalanProps = { page: PetaJalanPage; problems: readonly Problem[] }

/** The road map that a plan carries out, and the sasaran that its butir support. */
export const PetaJalanView = ({ page, problems }: PetaJalanProps) => {
  const { head, tied, can } = page
  return (
    <div class="stack">
      <PageHead title="Peta jalan" subtitle={head.judul} />
      {tied ? <Facts petaJalan={tied} /> : <NotTied tahun={head.tahun} />}
      {can.tie ? <TieForm page={page} problems={problems} /> : null}
      {tied && tied.sasaran.length > 0 ? <SasaranPart page={page} tied={tied} /> : null}
    </div>
  )
}

const NotTied = ({ tahun }: { tahun: number }) => (
  <Empty title="Rencana ini belum terikat peta jalan">
    Rencana kerja mengacu pada peta jalan Reformasi Birokrasi yang berlaku pada {tahun}.
  </Empty>
)

const certainty: Record<Keyakinan, string> = {
  terverifikasi: 'Terverifikasi',
  belum_terverifikasi: 'Belum terverifikasi',
}

const Certainty = ({ keyakinan }: { keyakinan: Keyakinan }) => (
  <Tag tone={keyakinan === 'terverifikasi' ? 'ok' : 'run'}>{certainty[keyakinan]}</Tag>
)

const Facts = ({ petaJalan }: { petaJalan: PetaJalan }) => (
  <DefinitionList
    items={[
      { term: 'Peta jalan', value: petaJalan.judul },
      { term: 'Masa', value: `${petaJalan.tahunDari}–${petaJalan.tahunSampai}` },
      {
        term: 'Dasar',
        value: (
          <>
            {petaJalan.sumber} <Certainty keyakinan={petaJalan.keyakinan} />
          </>
        ),
      },
      ...(petaJalan.catatan ? [{ term: 'Catatan', value: petaJalan.catatan }] : []),
    ]}
  />
)

const TieForm = ({ page: { head, choices, tied }, problems }: PetaJalanProps) =>
  choices.length === 0 ? (
    <p class="muted">Belum ada peta jalan yang mencakup tahun {head.tahun}.</p>
  ) : (
    <Form action={planUrl(head.id, 'peta-jalan')} problems={problems}>
      <Radios
        name="petaJalan"
        label={`Peta jalan yang mencakup ${head.tahun}`}
        error={problems[0]?.message}
        value={tied?.kode ?? choices[0]?.kode}
        options={[
          ...choices.map(({ kode, judul, sumber, keyakinan }, index) => ({
            value: kode,
            label: judul,
            hint: [
              sumber,
              ...(keyakinan === 'terverifikasi' ? [] : ['belum terverifikasi']),
              ...(index === 0 ? ['disarankan menurut tahunnya'] : []),
            ].join('; '),
          })),
          { value: '-', label: 'Tidak terikat', hint: 'Dicatat sebagai kekurangan.' },
        ]}
      />
      <ButtonRow>
        <Button kind={tied ? 'plain' : 'main'}>{tied ? 'Ganti peta jalan' : 'Ikat rencana'}</Button>
      </ButtonRow>
    </Form>
  )

type PartProps = { page: PetaJalanPage; tied: PetaJalan }

const SasaranPart = ({ page, tied }: PartProps) => {
  const { head, rows, can } = page
  const count = (kode: string) => rows.filter(({ sasaran }) => sasaran === kode).length
  return (
    <>
      <Table
        caption="Sasaran peta jalan dan butir yang mendukungnya"
        columns={[
          {
            key: 'sasaran',
            label: 'Sasaran',
            main: true,
            cell: ({ kode, teks }) => `${kode} ${teks}`,
          },
          {
            key: 'keyakinan',
            label: 'Rumusan',
            cell: ({ keyakinan }) => <Certainty keyakinan={keyakinan} />,
          },
          { key: 'butir', label: 'Butir', align: 'end', cell: ({ kode }) => count(kode) },
        ]}
        rows={tied.sasaran}
      />
      {can.tie ? (
        <Form action={planUrl(head.id, 'peta-jalan', 'sasaran')}>
          <EditGrid
            caption="Sasaran yang didukung tiap butir"
            rowHead="Butir"
            columns={[
              {
                key: 'sasaran',
                label: 'Sasaran',
                kind: 'select',
                options: [
                  { value: '', label: 'Tidak disebut' },
                  ...tied.sasaran.map(({ kode, teks }) => ({
                    value: kode,
                    label: `${kode} ${teks}`,
                  })),
                ],
              },
            ]}
            rows={rows.map(({ place, sasaran }) => ({
              id: place.butir.id,
              head: (
                <>
                  {shorten(butirTitle(place.butir), 120)}
                  <br />
                  <span class="muted small">{titleOf(place.area)}</span>
                </>
              ),
              name: shorten(butirTitle(place.butir), 60),
              values: { sasaran: sasaran ?? '' },
            }))}
          />
          <ButtonRow>
            <Button kind="main">Simpan sasaran</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </>
  )
}

/** The plans that no road map stands behind. */
export const GapView = ({ page: { rows, page, pages, total } }: { page: GapPage }) => (
  <div class="stack">
    <PageHead
      title="Belum terikat peta jalan"
      subtitle="Rencana yang belum menyebut peta jalan Reformasi Birokrasi yang diacunya"
    />
    {rows.length === 0 ? (
      <Empty title="Semua rencana sudah terikat">Tidak ada kekurangan di sini.</Empty>
    ) : (
      <Table<GapRow>
        caption="Rencana tanpa peta jalan"
        captionHidden
        columns={[
          { key: 'judul', label: 'Rencana', main: true, cell: ({ judul }) => judul },
          { key: 'satker', label: 'Satuan kerja', cell: ({ satkerNama }) => satkerNama },
          { key: 'jenis', label: 'Jenis', cell: ({ jenis }) => jenis },
          { key: 'tahun', label: 'Tahun', align: 'end', cell: ({ tahun }) => tahun },
          {
            key: 'tahap',
            label: 'Tahap',
            cell: ({ state }) => (
              <StatusMark state={stateMarks[state]} label={stateLabels[state]} />
            ),
          },
        ]}
        rows={rows}
        rowHref={({ id }) => planUrl(id, 'peta-jalan')}
      />
    )}
    <Pager
      page={page}
      pages={pages}
      total={total}
      noun="rencana"
      href={(n) => withQuery(`${listUrl}/peta-jalan`, { halaman: n })}
    />
  </div>
)
