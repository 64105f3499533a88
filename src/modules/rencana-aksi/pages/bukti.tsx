import {
  EvidenItem,
  EvidenPreview,
  evidenUrl,
  pakaiLabels,
  pakaiMarks,
  pointerText,
} from '#modules/eviden'
import { longDate, longMoment, monthName } from '#platform/date.ts'
import type { Problem, Typed } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Mark, StatusMark } from '#ui/data/status-mark.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { butirTitle, shorten, titleOf } from '../labels.ts'
import type { BuktiPage } from '../queries/bukti.ts'
import { planUrl } from '../urls.ts'
import { buktiUrl, proveUrl } from './bukti-list.tsx'
import { PointCard } from './bukti-point.tsx'

export type BuktiProps = { page: BuktiPage; typed: Typed; problems: readonly Problem[] }

/** One evidence for one butir: seen, judged, and on to the next. */
export const BuktiView = ({ page, typed, problems }: BuktiProps) => {
  const { use, tree, document, can } = page
  return (
    <div class="stack">
      <PageHead
        title={use.eviden.judul}
        subtitle={<StatusMark state={pakaiMarks[use.state]} label={pakaiLabels[use.state]} />}
      >
        <ButtonLink href={evidenUrl(use.eviden.id)}>Lihat di pustaka</ButtonLink>
      </PageHead>
      <QueueLine page={page} />
      <Columns
        aside={
          <>
            <Facts page={page} />
            {can.point ? <PointCard page={page} typed={typed} problems={problems} /> : null}
            <OtherActs page={page} />
          </>
        }
      >
        <EvidenPreview
          eviden={use.eviden}
          document={document}
          zona={tree.zonaWaktu}
          halaman={use.halaman}
          wilayah={use.wilayah}
        />
        <Returned page={page} />
        {can.decide ? <Decide page={page} typed={typed} problems={problems} /> : null}
      </Columns>
    </div>
  )
}

/** Where this one stands in the queue of the verifier, with the way to its neighbours. */
const QueueLine = ({ page: { queue, use } }: { page: BuktiPage }) => {
  const index = queue.findIndex(({ pakaiId }) => pakaiId === use.id)
  const previous = queue[index - 1]
  const next = index < 0 ? queue[0] : queue[index + 1]
  if (queue.length === 0) return null
  return (
    <nav class="row small" aria-label="Antrean verifikasi">
      <a href={queueUrl}>Antrean verifikasi</a>
      <span class="muted">
        {index < 0 ? `${queue.length} menunggu` : `${index + 1} dari ${queue.length}`}
      </span>
      {previous ? (
        <a rel="prev" data-key="p" href={buktiUrl(previous.rencanaId, previous.pakaiId)}>
          Sebelumnya
        </a>
      ) : null}
      {next ? (
        <a rel="next" data-key="n" href={buktiUrl(next.rencanaId, next.pakaiId)}>
          Berikutnya
        </a>
      ) : null}
    </nav>
  )
}

/** Where everything that waits for verification is listed. */
export const queueUrl = planUrl('verifikasi')

const Facts = ({ page: { use, place, tree } }: { page: BuktiPage }) => (
  <Card title="Membuktikan">
    <DefinitionList
      items={[
        {
          term: 'Butir',
          value: (
            <a href={planUrl(tree.id, 'butir', place.butir.id)}>
              {shorten(butirTitle(place.butir), 160)}
            </a>
          ),
        },
        { term: 'Area', value: titleOf(place.area) },
        { term: 'Dokumen yang diminta', value: use.slot ?? 'Di luar daftar' },
        {
          term: 'Untuk',
          value:
            use.bulan === null
              ? `Sepanjang ${tree.tahun}`
              : `${monthName(use.bulan)} ${tree.tahun}`,
        },
        ...(pointerText(use) ? [{ term: 'Letak', value: pointerText(use) }] : []),
        { term: 'Tanggal eviden', value: longDate(use.eviden.tanggal) },
        { term: 'Sumber', value: use.eviden.sumber },
        {
          term: 'Dipasang',
          value: `${use.createdBy.nama}, ${longMoment(use.createdAt, tree.zonaWaktu)}`,
        },
        ...(use.catatan ? [{ term: 'Catatan', value: use.catatan }] : []),
        ...(use.eviden.berkas?.sha256
          ? [
              {
                term: 'SHA-256',
                value: <code class="hash">{use.eviden.berkas.sha256}</code>,
              },
            ]
          : []),
      ]}
    />
  </Card>
)

const Returned = ({ page: { use, tree, place, can } }: { page: BuktiPage }) =>
  use.state !== 'returned' ? null : (
    <div class="stack">
      <p>
        <Mark state="late" /> Dikembalikan oleh {use.decidedBy ?? 'pemeriksa'}: {use.catatanPutusan}
      </p>
      {can.detach ? (
        <ButtonRow>
          <ButtonLink
            kind="main"
            href={proveUrl(tree.id, place.butir.id, {
              slot: use.slot,
              ...(use.bulan === null ? {} : { bulan: use.bulan }),
            })}
          >
            Pasang penggantinya
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </div>
  )

const Decide = ({ page, typed, problems }: BuktiProps) => {
  const { tree, use, can, doneMonth } = page
  const field = bindForm(typed, problems)
  return (
    <section class="stack" aria-labelledby="putusan">
      <h2 id="putusan">Periksa</h2>
      {can.accept ? (
        <Form action={buktiUrl(tree.id, use.id, 'terima')}>
          <span data-key="a">
            <Button kind="main">Terima</Button>
          </span>
        </Form>
      ) : null}
      {use.state === 'pending' && !can.accept ? (
        <p class="muted">Dapat diterima setelah berkasnya selesai diperiksa.</p>
      ) : null}
      {can.return ? (
        <Form action={buktiUrl(tree.id, use.id, 'kembalikan')} problems={problems}>
          {doneMonth === null ? null : (
            <p class="small">
              <Mark state="late" /> {monthName(doneMonth)} sudah ditandai selesai. Bila eviden ini
              dikembalikan, bulan itu tetap selesai tanpa eviden yang diterima.
            </p>
          )}
          <span data-key="k">
            <TextArea
              {...field('catatan')}
              label="Yang harus diperbaiki"
              hint="Paling sedikit 10 huruf; dikirim kepada yang memasang."
              rows={2}
            />
          </span>
          <ButtonRow>
            <Button>Kembalikan</Button>
          </ButtonRow>
        </Form>
      ) : null}
      <p class="muted small">
        Papan tik: <kbd>a</kbd> terima, <kbd>k</kbd> kembalikan, <kbd>n</kbd> berikutnya,{' '}
        <kbd>p</kbd> sebelumnya.
      </p>
    </section>
  )
}

const OtherActs = ({ page: { tree, use, can } }: { page: BuktiPage }) =>
  can.detach ? (
    <p>
      <a href={buktiUrl(tree.id, use.id, 'lepas')}>Lepas dari butir ini</a>
    </p>
  ) : null

type DetachProps = { page: BuktiPage; problems: readonly Problem[] }

/** Asks before evidence is taken off, and says what that means for a month already done. */
export const DetachView = ({ page: { tree, use, doneMonth }, problems }: DetachProps) => (
  <div class="stack">
    <PageHead title="Lepas eviden ini dari butir?" />
    <EvidenItem eviden={use.eviden} />
    {doneMonth === null ? null : (
      <p>
        <Mark state="late" /> {monthName(doneMonth)} sudah ditandai selesai. Tanpa eviden ini bulan
        itu tetap selesai, tetapi tidak terbukti.
      </p>
    )}
    <Form action={buktiUrl(tree.id, use.id, 'lepas')} problems={problems}>
      <p>Eviden tetap ada di pustaka dan dapat dipasang lagi.</p>
      <ButtonRow>
        <Button kind="danger">Lepas eviden</Button>
        <a href={buktiUrl(tree.id, use.id)}>Batal</a>
      </ButtonRow>
    </Form>
  </div>
)
