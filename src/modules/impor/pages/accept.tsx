import type { Comparison } from '#modules/rencana-aksi'
import { Diff } from '#ui/data/diff.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import type { FieldProblem } from '#ui/form/problem-summary.tsx'
import { Card } from '#ui/layout/card.tsx'
import { diffLabels } from '../labels.ts'
import type { AcceptView } from '../queries/review.ts'
import type { Missing } from '../suntingan.ts'
import { imporHref, ReviewFrame } from './frame.tsx'

type AcceptProps = { view: AcceptView; problems?: readonly FieldProblem[] | undefined }

/** What taking over will do, what still stands in its way, and the button. */
export const AcceptPage = ({ view, problems = [] }: AcceptProps) => {
  const { id, counts, missing, comparison } = view
  const waiting = counts.terbuka + counts.periksa + missing.length
  const possible =
    waiting === 0 && comparison?.state !== 'proposed' && comparison?.state !== 'closed'
  return (
    <ReviewFrame review={view} tab="penerimaan">
      {missing.length > 0 ? <MissingFacts id={id} missing={missing} /> : null}
      {counts.terbuka + counts.periksa > 0 ? (
        <Card title="Masih perlu diputuskan">
          <p>
            {counts.terbuka} temuan belum diputuskan dan {counts.periksa} butir perlu diperiksa.{' '}
            <a href={imporHref(id, '/temuan')}>Buka temuan</a> atau{' '}
            <a href={imporHref(id, '?periksa=ya')}>butir yang perlu diperiksa</a>.
          </p>
          <Form action={imporHref(id, '/temuan')} hidden={{ kembali: 'penerimaan' }}>
            <ButtonRow>
              <Button>Terima semua temuan yang tersisa</Button>
            </ButtonRow>
          </Form>
        </Card>
      ) : null}
      {missing.length > 0 ? null : <Outcome comparison={comparison} />}
      <Form action={imporHref(id, '/penerimaan')} problems={problems}>
        <ButtonRow>
          {possible ? <Button kind="main">{acceptWords(comparison)}</Button> : null}
          <ButtonLink kind="danger" href={imporHref(id, '/pembatalan')}>
            Batalkan impor
          </ButtonLink>
        </ButtonRow>
      </Form>
      {comparison ? <Changes comparison={comparison} /> : null}
    </ReviewFrame>
  )
}

const acceptWords = (comparison: Comparison | null): string => {
  if (comparison?.state === 'draft') return 'Terima dan ganti draf rencana'
  return comparison ? 'Terima dan ajukan perubahannya' : 'Terima menjadi rencana'
}

const MissingFacts = ({ id, missing }: { id: string; missing: readonly Missing[] }) => (
  <Card title="Belum lengkap">
    <ul>
      {missing.map(({ field, kalimat }) => (
        <li>
          <a href={field === 'area' ? imporHref(id) : imporHref(id, `/fakta#${field}`)}>
            {kalimat}
          </a>
        </li>
      ))}
    </ul>
  </Card>
)

const Outcome = ({ comparison }: { comparison: Comparison | null }) => (
  <Card title="Yang akan terjadi">
    <p>{outcomeOf(comparison)}</p>
  </Card>
)

function outcomeOf(comparison: Comparison | null): string {
  if (!comparison)
    return 'Keputusan masuk ke daftar keputusan dengan dasar hukumnya, dan isinya menjadi draf rencana yang masih dapat disunting sebelum diajukan.'
  const { judul, state, diff } = comparison
  const rows = `${diff.added.length} butir bertambah, ${diff.removed.length} hilang, ${diff.changed.length} berubah`
  if (state === 'draft')
    return `${judul} sudah ada sebagai draf. Isinya diganti dengan hasil impor ini (${rows}); penanggung jawab pada butir yang sama tetap.`
  if (state === 'approved')
    return `${judul} sudah disahkan. Setiap perbedaan diajukan sebagai usulan perubahan (${rows}) dan diputuskan orang lain.`
  if (state === 'proposed')
    return `${judul} sedang menunggu pengesahan. Mintalah dikembalikan ke draf dahulu, lalu terima impor ini.`
  return `${judul} sudah ditutup, sehingga impor ini tidak dapat diterima.`
}

const Changes = ({ comparison: { diff } }: { comparison: Comparison }) => (
  <section class="stack" aria-labelledby="perbedaan">
    <h2 id="perbedaan">Perbedaan dengan rencana sekarang</h2>
    {diff.added.length + diff.removed.length + diff.changed.length === 0 ? (
      <p class="muted">Tidak ada perbedaan: semua butir sama.</p>
    ) : null}
    {diff.changed.map(({ row, fields }) => (
      <Card>
        <p>
          <b>{row.teks}</b> <span class="muted small">{row.area}</span>
        </p>
        {fields.map(({ field, before, after }) => (
          <>
            <p class="small muted">{diffLabels[field] ?? field}</p>
            <Diff before={before} after={after} />
          </>
        ))}
      </Card>
    ))}
    <RowList title="Butir yang bertambah" rows={diff.added} />
    <RowList title="Butir yang hilang" rows={diff.removed} />
  </section>
)

const RowList = ({ title, rows }: { title: string; rows: Comparison['diff']['added'] }) =>
  rows.length === 0 ? null : (
    <Card title={title}>
      <ul>
        {rows.map(({ teks, area }) => (
          <li>
            {teks} <span class="muted small">{area}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
