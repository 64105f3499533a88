import { type Berkas, BerkasField } from '#modules/berkas'
import { EvidenItem, pakaiLabels } from '#modules/eviden'
import { areaName } from '#modules/rencana-aksi'
import { longDate, longMoment } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { shorten } from '../labels.ts'
import { efektifLabels, ratlLabelOf, ratlMarkOf } from '../labels-temuan.ts'
import type { NewRatlPage, RatlPage } from '../queries/ratl.ts'
import { efektifList } from '../ratl.ts'
import { rapatUrl, ratlUrl, temuanUrl } from '../urls.ts'
import { Riwayat } from './riwayat.tsx'

export type RatlViewProps = {
  page: RatlPage
  typed: Typed
  problems: readonly Problem[]
  received: readonly Berkas[]
}

/** One step: what it asks, what came of it, and who checked that it worked. */
export const RatlView = (props: RatlViewProps) => {
  const { ratl, can, riwayat, today } = props.page
  return (
    <div class="stack">
      <PageHead title={shorten(ratl.aksi, 140)} subtitle={`RATL ${ratl.satkerNama}`}>
        {can.change ? <ButtonLink href={ratlUrl(ratl.id, 'ubah')}>Ubah RATL</ButtonLink> : null}
      </PageHead>
      <Columns aside={<Facts page={props.page} today={today} />}>
        <Source page={props.page} />
        <Result page={props.page} />
        {can.report ? <ReportForm {...props} /> : null}
        {can.check ? <CheckForm {...props} /> : null}
        {can.own ? (
          <p class="muted">
            Anda yang melaporkan hasil ini, jadi orang lain yang memeriksa dan menutupnya.
          </p>
        ) : null}
        <Riwayat rows={riwayat} zona={ratl.zona} />
      </Columns>
    </div>
  )
}

const Source = ({ page: { ratl } }: { page: RatlPage }) => (
  <Card title={ratl.rapatId ? 'Menjawab keputusan rapat' : 'Menjawab rekomendasi'}>
    <p class="prose">{ratl.uraian}</p>
    {ratl.temuanId ? (
      <p>
        <a href={temuanUrl(ratl.temuanId)}>Buka temuannya</a>
      </p>
    ) : null}
    {ratl.rapatId ? (
      <p>
        <a href={rapatUrl(ratl.rapatId)}>Buka rapatnya</a>
      </p>
    ) : null}
  </Card>
)

const Facts = ({ page: { ratl }, today }: { page: RatlPage; today: string }) => (
  <DefinitionList
    items={[
      {
        term: 'Keadaan',
        value: <StatusMark state={ratlMarkOf(ratl, today)} label={ratlLabelOf(ratl, today)} />,
      },
      { term: 'Batas waktu', value: longDate(ratl.jatuhTempo) },
      { term: 'Penanggung jawab', value: ratl.pemilik },
      { term: 'Keluaran', value: ratl.keluaran },
      { term: 'Area', value: ratl.areaBaku === null ? null : areaName(ratl.areaBaku) },
    ]}
  />
)

const Result = ({ page: { ratl, eviden, can } }: { page: RatlPage }) =>
  ratl.hasil === null ? null : (
    <section class="stack">
      <h2>Hasil</h2>
      <DefinitionList
        items={[
          { term: 'Hasil', value: ratl.hasil },
          ...(ratl.state === 'open'
            ? []
            : [
                {
                  term: 'Dilaporkan',
                  value: `${ratl.reported_at ? longMoment(ratl.reported_at, ratl.zona) : ''}, oleh ${ratl.pelapor ?? 'sistem'}`,
                },
              ]),
          ...(eviden.length > 0
            ? [
                {
                  term: 'Eviden',
                  value: (
                    <div class="stack">
                      {eviden.map((use) => (
                        <EvidenItem eviden={use.eviden} note={pakaiLabels[use.state]} />
                      ))}
                    </div>
                  ),
                },
              ]
            : []),
          ...(ratl.efektif
            ? [
                {
                  term: 'Pemeriksaan',
                  value: `${efektifLabels[ratl.efektif]}, oleh ${ratl.pemeriksa ?? 'sistem'}`,
                },
                { term: 'Catatan pemeriksa', value: ratl.catatanPeriksa },
              ]
            : []),
        ]}
      />
      {can.withdraw ? (
        <Form action={ratlUrl(ratl.id, 'tarik')}>
          <Button kind="quiet" size="small">
            Tarik laporan hasil
          </Button>
        </Form>
      ) : null}
    </section>
  )

const ReportForm = ({ page: { ratl }, typed, problems, received }: RatlViewProps) => {
  const field = bindForm({ hasil: ratl.hasil, tautan: ratl.hasilTautan, ...typed }, problems)
  return (
    <Card title="Laporkan hasil">
      <Form
        action={ratlUrl(ratl.id, 'hasil')}
        problems={problems}
        draft={`hasil-ratl-${ratl.id}`}
        upload
      >
        <TextArea
          {...field('hasil')}
          label="Hasil"
          rows={4}
          hint="Apa yang sudah dilakukan dan keluarannya."
        />
        <BerkasField
          name="berkas"
          label="Berkas eviden"
          hint="Masuk ke pustaka eviden dan menunggu pemeriksaan bersama hasilnya."
          optional
          kamera
          error={problems.find((problem) => problem.field === 'berkas')?.message}
          received={received}
        />
        <TextInput
          {...field('tautan')}
          label="Tautan eviden"
          type="url"
          optional
          placeholder="https://"
        />
        <ButtonRow>
          <Button kind="main">Laporkan hasil</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

const CheckForm = ({ page: { ratl }, typed, problems }: RatlViewProps) => {
  const field = bindForm(typed, problems)
  return (
    <Card title="Periksa hasil">
      <Form action={ratlUrl(ratl.id, 'periksa')} problems={problems}>
        <Radios
          {...field('efektif')}
          label="Apakah tindak lanjut ini berhasil?"
          options={efektifList.map((value) => ({ value, label: efektifLabels[value] }))}
        />
        <TextArea
          {...field('catatan')}
          label="Catatan"
          optional
          rows={3}
          hint="Wajib bila belum berhasil."
        />
        <ButtonRow>
          <Button kind="main">Simpan pemeriksaan</Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

type RatlFormProps = {
  title: string
  action: string
  back: string
  draft: string
  menjawab: string
  choices: NewRatlPage['choices']
  typed: Typed
  problems: readonly Problem[]
}

/** A step with who answers for it and until when. */
export const RatlFormView = (props: RatlFormProps) => {
  const { title, action, back, draft, menjawab, choices, typed, problems } = props
  const field = bindForm(typed, problems)
  const versi = typeof typed['versi'] === 'string' ? typed['versi'] : undefined
  return (
    <div class="stack">
      <PageHead title={title} subtitle={menjawab} />
      <Form {...{ action, problems, draft }} hidden={{ versi }}>
        <TextArea {...field('aksi')} label="Langkah tindak lanjut" rows={3} maxlength={2000} />
        <TextInput
          {...field('keluaran')}
          label="Keluaran"
          optional
          hint="Dokumen atau keadaan yang dihasilkan."
          maxlength={1000}
        />
        <Select
          {...field('pemilik')}
          label="Penanggung jawab"
          placeholder="Pilih orang atau unit"
          filterable
          options={[
            {
              label: 'Orang',
              options: choices.people.map(({ id, nama }) => ({
                value: `orang:${id}`,
                label: nama,
              })),
            },
            {
              label: 'Unit kerja',
              options: choices.units.map(({ id, nama }) => ({ value: `unit:${id}`, label: nama })),
            },
          ].filter(({ options }) => options.length > 0)}
        />
        <DateInput {...field('jatuhTempo')} label="Batas waktu" />
        <ButtonRow>
          <Button kind="main">Simpan RATL</Button>
          <a href={back}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}
