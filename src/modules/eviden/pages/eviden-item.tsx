import { pratinjauUrl } from '#modules/berkas'
import { longDate } from '#platform/date.ts'
import { Tag } from '#ui/data/tag.tsx'
import { bentukLabels, mediaLabels, periodeText } from '../labels.ts'
import type { EvidenBrief } from '../queries/uses.ts'
import { evidenUrl } from '../urls.ts'

type ItemProps = {
  eviden: EvidenBrief
  /** where the title leads; its own page when absent */
  href?: string | undefined
  /** more to say in the line of facts */
  note?: string | undefined
}

/** One evidence in a list: what it looks like, its title, its date and source. */
export const EvidenItem = ({ eviden, href, note }: ItemProps) => (
  <div class="file-item">
    <Thumbnail eviden={eviden} />
    <div class="file-facts">
      <a href={href ?? evidenUrl(eviden.id)}>{eviden.judul}</a>
      <div class="row small muted">
        <span>{factsLine(eviden, note)}</span>
        {eviden.berkas?.state === 'checking' ? <Tag tone="run">Berkas diperiksa</Tag> : null}
        {eviden.berkas?.state === 'rejected' ? <Tag tone="late">Berkas ditolak</Tag> : null}
        {eviden.lockedAt ? <Tag>Dikunci</Tag> : null}
      </div>
      {eviden.berkas?.sebab ? <p class="small">{eviden.berkas.sebab}</p> : null}
    </div>
  </div>
)

/** "Berkas · 3 Februari 2026 · Instagram KPU" */
export const factsLine = (eviden: EvidenBrief, note?: string): string =>
  [
    eviden.media ? mediaLabels[eviden.media] : bentukLabels[eviden.bentuk],
    eviden.periode ? periodeText(eviden.periode) : longDate(eviden.tanggal),
    eviden.sumber,
    note,
  ]
    .filter(Boolean)
    .join(' · ')

const Thumbnail = ({ eviden: { bentuk, berkas } }: { eviden: EvidenBrief }) =>
  berkas?.state === 'ready' && berkas.pratinjau ? (
    <img class="file-preview" src={pratinjauUrl(berkas.id)} alt="" loading="lazy" />
  ) : (
    <span class="file-preview evidence-form" data-empty aria-hidden="true">
      {berkas ? (/\.(\w{1,4})$/.exec(berkas.nama)?.[1] ?? 'berkas') : shortForms[bentuk]}
    </span>
  )

const shortForms = { berkas: 'berkas', tautan: 'web', catatan: 'teks', otomatis: 'data' } as const
