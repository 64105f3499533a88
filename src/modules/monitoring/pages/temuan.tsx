import { areaName, planUrl } from '#modules/rencana-aksi'
import { longDate } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { shorten } from '../labels.ts'
import {
  lanjutLabels,
  ratlLabelOf,
  ratlMarkOf,
  sumberLabels,
  temuanStateLabels,
  temuanStateMarks,
} from '../labels-temuan.ts'
import type { TemuanPage } from '../queries/temuan-detail.ts'
import { laporanUrl, rapatUrl, ratlUrl, temuanUrl, withQuery } from '../urls.ts'
import { Riwayat } from './riwayat.tsx'

type Props = { page: TemuanPage }

/** One finding, its recommendations with their steps, and its way into the next plan. */
export const TemuanView = ({ page, problem }: Props & { problem?: string | undefined }) => {
  const { temuan, rekomendasi, can } = page
  return (
    <div class="stack">
      <PageHead
        title={shorten(temuan.uraian, 120)}
        subtitle={`${sumberLabels[temuan.sumber]}, ${longDate(temuan.tanggal)}, ${temuan.satkerNama}`}
      >
        {can.change ? (
          <ButtonLink href={temuanUrl(temuan.id, 'ubah')}>Ubah temuan</ButtonLink>
        ) : null}
      </PageHead>
      {problem ? (
        <p role="alert" class="field-error">
          {problem}
        </p>
      ) : null}
      <Columns aside={<Aside page={page} />}>
        <DefinitionList
          items={[
            { term: 'Uraian', value: temuan.uraian },
            ...(['kriteria', 'sebab', 'akibat'] as const).flatMap((field) =>
              temuan[field]
                ? [{ term: field[0]?.toUpperCase() + field.slice(1), value: temuan[field] }]
                : [],
            ),
          ]}
        />
        <h2>Rekomendasi dan RATL</h2>
        {rekomendasi.length === 0 ? (
          <p class="muted">Belum ada rekomendasi. RATL disusun dari rekomendasi.</p>
        ) : (
          rekomendasi.map((each, index) => (
            <Rekomendasi page={page} row={each} number={index + 1} />
          ))
        )}
        {can.recommend ? <NewRekomendasi id={temuan.id} /> : null}
        <Riwayat rows={page.riwayat} zona={temuan.zona} />
      </Columns>
    </div>
  )
}

type Row = TemuanPage['rekomendasi'][number]

const Rekomendasi = ({ page, row, number }: Props & { row: Row; number: number }) => (
  <Card title={`Rekomendasi ${number}`}>
    <p class="prose">{row.uraian}</p>
    {row.ratl.length === 0 ? (
      <p class="muted">Belum ada RATL.</p>
    ) : (
      <Table<Row['ratl'][number]>
        caption={`RATL rekomendasi ${number}`}
        captionHidden
        columns={[
          { key: 'aksi', label: 'Langkah', main: true, cell: ({ aksi }) => shorten(aksi, 120) },
          { key: 'pemilik', label: 'Penanggung jawab', cell: ({ pemilik }) => pemilik ?? '–' },
          { key: 'batas', label: 'Batas waktu', cell: ({ jatuhTempo }) => longDate(jatuhTempo) },
          {
            key: 'keadaan',
            label: 'Keadaan',
            cell: (step) => (
              <StatusMark
                state={ratlMarkOf(step, page.today)}
                label={ratlLabelOf(step, page.today)}
              />
            ),
          },
        ]}
        rows={row.ratl}
        rowHref={({ id }) => ratlUrl(id)}
      />
    )}
    {page.can.plan ? (
      <ButtonRow>
        <ButtonLink href={withQuery(ratlUrl('baru'), { rekomendasi: row.id })}>
          Tambah RATL<span class="visually-hidden"> untuk rekomendasi {number}</span>
        </ButtonLink>
      </ButtonRow>
    ) : null}
  </Card>
)

const NewRekomendasi = ({ id }: { id: string }) => (
  <Form action={temuanUrl(id, 'rekomendasi')} draft={`rekomendasi-${id}`}>
    <TextArea name="uraian" label="Rekomendasi baru" rows={3} maxlength={4000} />
    <ButtonRow>
      <Button>Tambahkan rekomendasi</Button>
    </ButtonRow>
  </Form>
)

const Aside = ({ page }: Props) => {
  const { temuan, state } = page
  return (
    <>
      <DefinitionList
        items={[
          {
            term: 'Keadaan',
            value: <StatusMark state={temuanStateMarks[state]} label={temuanStateLabels[state]} />,
          },
          { term: 'Rencana tahun', value: temuan.tahun },
          { term: 'Area', value: temuan.areaBaku === null ? null : areaName(temuan.areaBaku) },
          ...(temuan.rujukan ? [{ term: 'Rujukan', value: temuan.rujukan }] : []),
          ...(temuan.laporanId
            ? [
                {
                  term: 'Laporan monev',
                  value: <a href={laporanUrl(temuan.laporanId)}>{temuan.laporanJudul}</a>,
                },
              ]
            : []),
          ...(temuan.rapatId
            ? [
                {
                  term: 'Rapat',
                  value: <a href={rapatUrl(temuan.rapatId)}>{temuan.rapatJudul}</a>,
                },
              ]
            : []),
          ...(temuan.butirId && temuan.butirRencanaId
            ? [
                {
                  term: 'Butir',
                  value: (
                    <a href={planUrl(temuan.butirRencanaId, 'butir', temuan.butirId)}>
                      {shorten(temuan.butirTeks ?? 'Butir', 100)}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Lanjut page={page} />
    </>
  )
}

/** A finding flows into the plan of the next year, or waits for it. */
const Lanjut = ({ page: { temuan, can } }: Props) => (
  <Card title={`Rencana ${temuan.tahun + 1}`}>
    <p>
      {temuan.lanjut === 'none'
        ? 'Belum diteruskan ke rencana tahun berikutnya.'
        : `${lanjutLabels[temuan.lanjut]}.`}
    </p>
    {temuan.lanjut_rencana_id && temuan.lanjut_butir_id ? (
      <p>
        <a href={planUrl(temuan.lanjut_rencana_id, 'butir', temuan.lanjut_butir_id)}>
          Buka butirnya
        </a>
      </p>
    ) : null}
    {temuan.lanjut === 'proposed' && temuan.lanjut_rencana_id ? (
      <p>
        <a href={planUrl(temuan.lanjut_rencana_id, 'tahap')}>
          {temuan.usulanAccepted ? 'Usulan disetujui; buka rencananya' : 'Lihat usulan perubahan'}
        </a>
      </p>
    ) : null}
    {can.carry ? (
      <>
        <ButtonRow>
          <ButtonLink href={temuanUrl(temuan.id, 'lanjut')}>
            Masukkan ke rencana {temuan.tahun + 1}
          </ButtonLink>
        </ButtonRow>
        {temuan.lanjut === 'queued' ? (
          <Form action={temuanUrl(temuan.id, 'keluar-antrean')}>
            <Button kind="quiet" size="small">
              Keluarkan dari antrean
            </Button>
          </Form>
        ) : (
          <Form action={temuanUrl(temuan.id, 'antre')}>
            <Radios
              name="jenis"
              label="Atau antrekan sampai rencananya dibuat"
              inline
              value="RB"
              options={[
                { value: 'RB', label: 'RB' },
                { value: 'ZI', label: 'ZI' },
              ]}
            />
            <Button size="small">Antrekan</Button>
          </Form>
        )}
      </>
    ) : null}
  </Card>
)
