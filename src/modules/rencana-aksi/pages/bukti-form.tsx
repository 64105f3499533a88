import {
  EvidenFields,
  type EvidenFieldsProps,
  EvidenItem,
  type LibraryPage,
  suggestedBukti,
} from '#modules/eviden'
import { monthName } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Checkboxes } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { butirTitle, shorten, titleOf } from '../labels.ts'
import type { ProvePage } from '../queries/bukti.ts'
import { planUrl, withQuery } from '../urls.ts'

type FrameProps = { page: ProvePage; typed: Typed; tab: 'baru' | 'pustaka' }

const addressOf = ({ tree, place: { butir } }: ProvePage) =>
  planUrl(tree.id, 'butir', butir.id, 'eviden')

const Frame = ({ page, typed, tab }: FrameProps) => {
  const { area, kegiatan, butir } = page.place
  const url = addressOf(page)
  const query = { slot: textIn(typed, 'slot'), bulan: textIn(typed, 'bulan') }
  return (
    <>
      <PageHead
        title={`Eviden untuk ${shorten(butirTitle(butir), 120)}`}
        subtitle={`${titleOf(area)} › ${titleOf(kegiatan)}`}
      />
      <Tabs
        label="Asal eviden"
        tabs={[
          { href: withQuery(url, query), label: 'Eviden baru', current: tab === 'baru' },
          {
            href: withQuery(url, { ...query, dari: 'pustaka' }),
            label: 'Pakai lagi dari pustaka',
            current: tab === 'pustaka',
          },
        ]}
      />
    </>
  )
}

const textIn = (typed: Typed, name: string): string => [typed[name] ?? ''].flat()[0] ?? ''

type NewProps = { page: ProvePage } & Omit<EvidenFieldsProps, 'tahun' | 'children'>

/** Brings new evidence for a butir. */
export const ProveView = ({ page, ...fields }: NewProps) => {
  const suggested = suggestedBukti(textIn(fields.typed, 'slot'))
  return (
    <div class="stack">
      <Frame page={page} typed={fields.typed} tab="baru" />
      {suggested ? (
        <p>
          Dokumen ini tersedia sebagai data sistem: pilih bentuk <strong>Data sistem</strong>, jenis{' '}
          {suggested.judul}. Tidak perlu mengunggah apa pun.
        </p>
      ) : null}
      <Form action={addressOf(page)} problems={fields.problems} upload>
        <EvidenFields {...fields} tahun={page.tree.tahun}>
          <PlaceFields page={page} typed={fields.typed} problems={fields.problems} />
        </EvidenFields>
        <Buttons page={page} />
      </Form>
    </div>
  )
}

type ReuseProps = {
  page: ProvePage
  library: LibraryPage
  typed: Typed
  problems: readonly Problem[]
}

/** Lets evidence of the library prove this butir, too. */
export const ReuseView = ({ page, library, typed, problems }: ReuseProps) => {
  const url = addressOf(page)
  const field = bindForm(typed, problems)
  const { cari } = library.filter
  return (
    <div class="stack">
      <Frame page={page} typed={typed} tab="pustaka" />
      <form class="form" method="get" action={url}>
        <input type="hidden" name="dari" value="pustaka" />
        <input type="hidden" name="slot" value={textIn(typed, 'slot')} />
        <input type="hidden" name="bulan" value={textIn(typed, 'bulan')} />
        <TextInput name="cari" label="Cari di pustaka" value={cari} />
        <ButtonRow>
          <Button>Cari</Button>
        </ButtonRow>
      </form>
      {library.rows.length === 0 ? (
        <Empty title="Tidak ada eviden yang cocok">
          Hanya eviden yang berlaku untuk tahun {page.tree.tahun} yang ditampilkan. Coba kata lain,
          atau tambahkan sebagai eviden baru.
        </Empty>
      ) : (
        <Form action={withQuery(url, { dari: 'pustaka', cari })} problems={problems}>
          <Checkboxes
            {...field('eviden')}
            label={`Eviden yang berlaku untuk tahun ${page.tree.tahun}`}
            values={[typed['eviden'] ?? []].flat()}
            options={library.rows.map(({ eviden }) => ({
              value: eviden.id,
              label: <EvidenItem eviden={eviden} />,
            }))}
          />
          {library.total > library.rows.length ? (
            <p class="muted small">
              Ditampilkan {library.rows.length} dari {library.total}. Persempit dengan kata kunci.
            </p>
          ) : null}
          <PlaceFields page={page} typed={typed} problems={problems} />
          <Buttons page={page} />
        </Form>
      )}
    </div>
  )
}

type PlaceProps = { page: ProvePage; typed: Typed; problems: readonly Problem[] }

const PlaceFields = ({ page: { place }, typed, problems }: PlaceProps) => {
  const field = bindForm(typed, problems)
  return (
    <>
      <SlotSelect slots={place.butir.eviden} field={field} />
      <Select
        {...field('bulan')}
        label="Untuk bulan"
        placeholder="Sepanjang tahun"
        width="medium"
        options={place.butir.sel.map(({ bulan }) => ({
          value: String(bulan),
          label: monthName(bulan),
        }))}
      />
      <details class="disclosure" open={field('halaman').error !== undefined}>
        <summary>Halaman dan catatan untuk pemeriksa</summary>
        <div class="stack">
          <TextInput
            {...field('halaman')}
            label="Halaman"
            optional
            inputmode="numeric"
            width="short"
            hint="Di halaman mana buktinya; bagiannya dapat ditandai sesudah ini."
          />
          <TextArea {...field('catatan')} label="Catatan untuk pemeriksa" optional rows={2} />
        </div>
      </details>
    </>
  )
}

type SlotProps = { slots: readonly string[]; field: ReturnType<typeof bindForm> }

/** Which document of the butir's list is brought. */
export const SlotSelect = ({ slots, field }: SlotProps) => (
  <Select
    {...field('slot')}
    label="Dokumen yang dipenuhi"
    placeholder="Di luar daftar"
    options={slots.map((slot) => ({ value: slot, label: shorten(slot, 120) }))}
  />
)

const Buttons = ({ page: { tree, place } }: { page: ProvePage }) => (
  <ButtonRow>
    <Button kind="main">Pasang eviden</Button>
    <a href={planUrl(tree.id, 'butir', place.butir.id)}>Batal</a>
  </ButtonRow>
)
