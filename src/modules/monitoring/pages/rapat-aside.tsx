import { DefinitionList } from '#ui/data/definition-list.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { shorten } from '../labels.ts'
import { rapatStateLabels, rapatStateMarks } from '../labels-rapat.ts'
import type { RapatPage } from '../queries/rapat-detail.ts'
import { rapatUrl, temuanUrl, withQuery } from '../urls.ts'

/** The facts of a meeting, and what can seldom be done with it. */
export const RapatAside = ({ page }: { page: RapatPage }) => {
  const { rapat, temuan, can } = page
  return (
    <>
      <DefinitionList
        items={[
          {
            term: 'Keadaan',
            value: (
              <StatusMark
                state={rapatStateMarks[rapat.state]}
                label={rapatStateLabels[rapat.state]}
              />
            ),
          },
          { term: 'Satuan kerja', value: rapat.satkerNama },
          { term: 'Tempat', value: rapat.tempat ?? 'Daring' },
          ...(rapat.tautan
            ? [{ term: 'Tautan', value: <a href={rapat.tautan}>Buka rapat daring</a> }]
            : []),
          { term: 'Pimpinan', value: rapat.pimpinan },
          { term: 'Notulis', value: rapat.notulis },
          { term: 'Nomor undangan', value: rapat.nomorUndangan },
          ...(rapat.alasanBuka && rapat.state === 'open'
            ? [{ term: 'Dibuka lagi karena', value: rapat.alasanBuka }]
            : []),
          ...(rapat.alasanBatal ? [{ term: 'Dibatalkan karena', value: rapat.alasanBatal }] : []),
          ...(rapat.laporanJudul ? [{ term: 'Membahas', value: rapat.laporanJudul }] : []),
          ...(temuan.length > 0
            ? [
                {
                  term: 'Temuan',
                  value: (
                    <div class="stack">
                      {temuan.map(({ id, uraian }) => (
                        <a href={temuanUrl(id)}>{shorten(uraian, 80)}</a>
                      ))}
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
      <ul>
        {can.plan ? (
          <li>
            <a href={withQuery(temuanUrl('baru'), { rapat: rapat.id })}>Catat temuan rapat ini</a>
          </li>
        ) : null}
        {can.reopen ? (
          <li>
            <a href={rapatUrl(rapat.id, 'buka')}>Buka lagi untuk koreksi</a>
          </li>
        ) : null}
        {can.cancel ? (
          <li>
            <a href={rapatUrl(rapat.id, 'batal')}>Batalkan rapat</a>
          </li>
        ) : null}
      </ul>
    </>
  )
}
