import { Tag } from '#ui/data/tag.tsx'
import { type Berkas, berkasUrl, pratinjauUrl, stateOfBerkas } from '../berkas.ts'
import { sizeLabel, stateLabels } from '../labels.ts'

/** One file: its preview and name lead to it once it is ready; before, and when rejected, it says so. */
export const BerkasItem = ({ berkas }: { berkas: Berkas }) => {
  const state = stateOfBerkas(berkas)
  const facts = [sizeLabel(berkas.ukuran ?? berkas.ukuranDiterima)]
  if (berkas.halaman) facts.push(`${berkas.halaman} halaman`)
  return (
    <div class="file-item">
      {state === 'ready' && berkas.pratinjau ? (
        <img class="file-preview" src={pratinjauUrl(berkas.id)} alt="" loading="lazy" />
      ) : (
        <span class="file-preview" data-empty aria-hidden="true"></span>
      )}
      <div class="file-facts">
        {state === 'ready' ? (
          <a href={berkasUrl(berkas.id)}>{berkas.nama}</a>
        ) : (
          <span>{berkas.nama}</span>
        )}
        <div class="row small muted">
          <span>{facts.join(' · ')}</span>
          {state === 'ready' ? null : (
            <Tag tone={state === 'rejected' ? 'late' : 'run'}>{stateLabels[state]}</Tag>
          )}
        </div>
        {berkas.sebab ? <p class="small">{berkas.sebab}</p> : null}
      </div>
    </div>
  )
}
