import { longDate, longMoment } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { PrintLayout } from '#ui/layout/print-layout.tsx'
import { percentText, rupiah } from '../pemantauan-labels.ts'
import type { OnePemantauan, Pemantauan } from '../queries/pemantauan.ts'
import { planUrl } from '../urls.ts'
import { AngkaView, SimpanganList } from './pemantauan-angka.tsx'

type FormProps = { page: OnePemantauan; typed: Typed; problems: readonly Problem[] }

/** One period: what was frozen, or the live figures with the form that freezes them. */
export const PemantauanView = (props: FormProps) => {
  const { head, periode, taken, angka } = props.page
  return (
    <div class="stack">
      <PageHead
        title={`Pemantauan ${periode.nama} ${head.tahun}`}
        subtitle={
          taken
            ? `Diambil ${longMoment(taken.at, head.zonaWaktu)} oleh ${taken.oleh ?? 'sistem'}; angkanya tidak berubah lagi`
            : `${head.judul}, angka hari ini`
        }
      >
        {taken ? (
          <ButtonLink href={planUrl(head.id, 'pemantauan', periode.kode, 'cetak')}>
            Cetak laporan
          </ButtonLink>
        ) : null}
      </PageHead>
      {taken ? <Taken page={props.page} taken={taken} /> : <Coming {...props} />}
      <AngkaView angka={angka} rencanaId={head.id} />
      {taken || !props.page.can.take ? null : <TakeForm {...props} />}
    </div>
  )
}

const Taken = ({ page: { angka }, taken }: { page: OnePemantauan; taken: Pemantauan }) => (
  <>
    <h2>Rencana terhadap kenyataan</h2>
    <SimpanganList angka={angka} anggaran={taken} />
    <Words taken={taken} />
  </>
)

const Words = ({ taken }: { taken: Pemantauan }) => (
  <DefinitionList
    items={[
      { term: 'Pagu anggaran setahun', value: rupiah(taken.pagu) },
      { term: 'Realisasi anggaran', value: rupiah(taken.realisasi) },
      {
        term: 'Capaian perjanjian kinerja',
        value: taken.capaianKinerja === null ? null : percentText(taken.capaianKinerja),
      },
      { term: 'Hambatan', value: taken.hambatan },
      { term: 'Solusi', value: taken.solusi },
      { term: 'Simpulan', value: taken.simpulan },
    ]}
  />
)

const Coming = ({ page: { state, mulai, can } }: FormProps) => {
  if (state === 'coming')
    return <Empty title="Belum waktunya">Dapat diambil mulai {longDate(mulai)}.</Empty>
  return can.take ? (
    <p class="prose">
      Periksa angka di bawah ini, lengkapi isian, lalu simpan. Angka dibekukan bersama isian Anda
      dan tidak berubah lagi, walaupun kewajiban ditandai sesudahnya.
    </p>
  ) : (
    <p class="muted">
      Pemantauan diambil oleh ketua, sekretaris, kasubbag, koordinator area, atau admin, setelah
      rencana disahkan.
    </p>
  )
}

const TakeForm = ({ page: { head, periode, angka }, typed, problems }: FormProps) => {
  const field = bindForm(typed, problems)
  const late = angka.terlambat.length > 0
  return (
    <Form
      action={planUrl(head.id, 'pemantauan', periode.kode)}
      problems={problems}
      draft={`pemantauan-${head.id}-${periode.kode}`}
    >
      <Fieldset legend="Anggaran dan kinerja">
        <TextInput
          {...field('pagu')}
          label="Pagu anggaran setahun"
          optional
          prefix="Rp"
          inputmode="decimal"
          width="medium"
        />
        <TextInput
          {...field('realisasi')}
          label="Realisasi sampai akhir periode"
          optional
          prefix="Rp"
          inputmode="decimal"
          width="medium"
        />
        <TextInput
          {...field('capaianKinerja')}
          label="Capaian perjanjian kinerja"
          optional
          suffix="%"
          inputmode="decimal"
          width="short"
        />
      </Fieldset>
      <TextArea
        {...field('hambatan')}
        label="Hambatan"
        optional={!late}
        hint={
          late ? `Ada ${angka.terlambat.length} kewajiban terlambat; sebutkan sebabnya.` : undefined
        }
        rows={4}
      />
      <TextArea {...field('solusi')} label="Solusi" optional={!late} rows={4} />
      <TextArea {...field('simpulan')} label="Simpulan" rows={3} />
      <ButtonRow>
        <Button kind="main">Simpan dan bekukan angka</Button>
        <a href={planUrl(head.id, 'pemantauan')}>Batal</a>
      </ButtonRow>
    </Form>
  )
}

/** The report of a period on A4. */
export const PemantauanCetak = ({ page, taken }: { page: OnePemantauan; taken: Pemantauan }) => {
  const { head, periode, angka } = page
  return (
    <PrintLayout
      title={`Laporan pemantauan ${periode.nama} ${head.tahun}`}
      back={{
        href: planUrl(head.id, 'pemantauan', periode.kode),
        label: 'Kembali ke pemantauan',
      }}
      head={
        <>
          <p>{head.satkerNama}</p>
          <h1>
            Laporan pemantauan {periode.nama} {head.tahun}
          </h1>
          <p>{head.judul}</p>
        </>
      }
    >
      <h2>Rencana terhadap kenyataan</h2>
      <SimpanganList angka={angka} anggaran={taken} />
      <AngkaView angka={angka} rencanaId={head.id} />
      <h2>Hambatan, solusi, dan simpulan</h2>
      <Words taken={taken} />
      <p class="muted small">
        Angka dibekukan {longMoment(taken.at, head.zonaWaktu)} oleh {taken.oleh ?? 'sistem'} dari
        catatan KPU HUB.
      </p>
    </PrintLayout>
  )
}
