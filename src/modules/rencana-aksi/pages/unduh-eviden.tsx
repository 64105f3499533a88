import { sizeText } from '#modules/eviden'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { Filters } from '#ui/data/filters.tsx'
import { ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Select } from '#ui/form/select.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { butirTitle, shorten, titleOf } from '../labels.ts'
import type { ZipFilter, ZipPage } from '../queries/bukti-zip.ts'
import { planUrl, withQuery } from '../urls.ts'

type Props = { page: ZipPage; filter: ZipFilter; size: { files: number; bytes: number } }

/** What an archive of evidence will hold and weigh, before it is fetched. */
export const UnduhEvidenView = ({ page: { tree, places, rows }, filter, size }: Props) => {
  const url = planUrl(tree.id, 'unduh-eviden')
  const query = {
    area: filter.area,
    butir: filter.butir,
    keadaan: filter.diterima ? 'diterima' : '',
  }
  const only = filter.butir === '' ? null : places[0]
  return (
    <div class="stack">
      <PageHead
        title="Unduh eviden"
        subtitle={only ? shorten(butirTitle(only.butir), 160) : tree.judul}
      />
      <Filters
        action={url}
        clear={url}
        active={Object.values(query).filter(Boolean).length}
        hidden={filter.butir ? { butir: filter.butir } : {}}
      >
        <Select
          name="area"
          label="Area"
          placeholder="Semua area"
          value={filter.area}
          options={tree.area.map((area) => ({ value: area.id, label: titleOf(area) }))}
        />
        <Select
          name="keadaan"
          label="Keadaan"
          placeholder="Diterima dan menunggu"
          value={query.keadaan}
          options={[{ value: 'diterima', label: 'Hanya yang diterima' }]}
        />
      </Filters>
      {rows.length === 0 ? (
        <Empty title="Belum ada eviden pada pilihan ini">
          Longgarkan saringan, atau pasang eviden pada butirnya lebih dahulu.
        </Empty>
      ) : (
        <>
          <DefinitionList
            items={[
              { term: 'Pemakaian', value: `${rows.length} eviden pada butir` },
              { term: 'Berkas dalam arsip', value: `${size.files} (yang sama hanya sekali)` },
              { term: 'Ukuran', value: `sekitar ${sizeText(size.bytes)}` },
              {
                term: 'Isi tambahan',
                value: 'indeks.html dan indeks.csv yang terbaca tanpa jaringan, dan SHA256SUMS',
              },
            ]}
          />
          <ButtonRow>
            <ButtonLink
              kind="main"
              href={withQuery(planUrl(tree.id, 'eviden.zip'), query)}
              download
            >
              Unduh ZIP
            </ButtonLink>
            <a href={planUrl(tree.id, 'kelengkapan')}>Kelengkapan eviden</a>
          </ButtonRow>
        </>
      )}
    </div>
  )
}
