import { planUrl } from '#modules/rencana-aksi'
import type { Problem, Typed } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Tabs } from '#ui/data/tabs.tsx'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Checkboxes } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { shorten } from '../labels.ts'
import { namaDokumen } from '../labels-rapat.ts'
import type { OfferedButir, PaketPage } from '../queries/paket.ts'
import { rapatUrl, withQuery } from '../urls.ts'

type Props = { page: PaketPage; typed: Typed; problems: readonly Problem[] }

/** Chooses the butir, and of each the lines of its evidence list, that a pack fills at once. */
export const PaketView = ({ page, typed, problems }: Props) => {
  const { rapat, plans, plan } = page
  return (
    <div class="stack">
      <PageHead
        title="Pakai paket sebagai eviden"
        subtitle={`${rapat.judul}: satu kiriman mengisi semua dokumen yang dicentang`}
      />
      {plans.length > 1 ? (
        <Tabs
          label="Rencana"
          tabs={plans.map((each) => ({
            href: withQuery(rapatUrl(rapat.id, 'paket'), { rencana: each.id }),
            label: each.judul,
            current: each.id === plan?.id,
          }))}
        />
      ) : null}
      {plan ? <Chooser page={page} typed={typed} problems={problems} /> : <NoPlan page={page} />}
    </div>
  )
}

const NoPlan = ({ page: { rapat } }: { page: PaketPage }) => (
  <Empty title={`Belum ada rencana ${rapat.tanggal.slice(0, 4)} yang berjalan`}>
    Eviden hanya dipasang pada rencana yang disahkan, dan eviden tahun ini tidak membuktikan tahun
    lain.
  </Empty>
)

const Chooser = ({ page: { rapat, plan, butir }, typed, problems }: Props) => {
  if (butir.length === 0)
    return (
      <Empty title="Tidak ada butir yang meminta dokumen rapat">
        Daftar eviden butir rencana ini tidak menyebut undangan, daftar hadir, notula, berita acara,
        dokumentasi, atau rapat.
      </Empty>
    )
  const chosen = 'isi' in typed ? [typed['isi'] ?? []].flat() : null
  const about = butir.filter((each) => each.about)
  const others = butir.filter((each) => !each.about)
  return (
    <Form action={rapatUrl(rapat.id, 'paket')} problems={problems} hidden={{ rencana: plan?.id }}>
      {about.length > 0 ? <h2>Disarankan untuk rapat ini</h2> : null}
      {about.map((each) => (
        <ButirOffers butir={each} chosen={chosen} rencanaId={plan?.id ?? ''} />
      ))}
      {others.length > 0 ? (
        <details open={about.length === 0}>
          <summary>Butir lain yang meminta dokumen rapat ({others.length})</summary>
          <div class="stack">
            {others.map((each) => (
              <ButirOffers butir={each} chosen={chosen} rencanaId={plan?.id ?? ''} />
            ))}
          </div>
        </details>
      ) : null}
      <ButtonRow>
        <Button kind="main">Isi dokumen yang dicentang</Button>
        <a href={rapatUrl(rapat.id)}>Batal</a>
      </ButtonRow>
    </Form>
  )
}

type OffersProps = { butir: OfferedButir; chosen: readonly string[] | null; rencanaId: string }

const ButirOffers = ({ butir, chosen, rencanaId }: OffersProps) => (
  <div>
    <Checkboxes
      name="isi"
      id={`isi-${butir.butirId}`}
      label={shorten(butir.teks, 160)}
      hint={
        <>
          {butir.area}. <a href={planUrl(rencanaId, 'butir', butir.butirId)}>Buka butir</a>
        </>
      }
      values={chosen ?? butir.offers.filter((offer) => offer.suggested).map(({ value }) => value)}
      options={butir.offers.map(({ value, slot, dokumen, filled }) => ({
        value,
        label: slot ?? 'Seluruh paket (butir ini tidak merinci eviden)',
        hint: `Diisi dengan ${dokumen.map((each) => namaDokumen[each].toLowerCase()).join(', ')}${
          filled > 0 ? `; sudah ada ${filled} eviden` : ''
        }`,
      }))}
    />
  </div>
)
