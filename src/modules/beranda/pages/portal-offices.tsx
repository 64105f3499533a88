import { Empty } from '#ui/data/empty.tsx'
import { Tree } from '#ui/data/tree.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { count } from '../labels.ts'
import type { PublicOffice } from '../queries/public-home.ts'
import { portalOfficeUrl } from '../urls.ts'
import { FindOffice } from './portal-home.tsx'

type OfficesProps = { offices: readonly PublicOffice[]; typed: string }

/** All offices by province, or those whose name holds what was typed. */
export const PortalOffices = ({ offices, typed }: OfficesProps) => (
  <>
    <PageHead
      title={typed === '' ? 'Semua kantor KPU' : `Kantor dengan nama “${typed}”`}
      subtitle={`${count(offices.length)} kantor`}
    />
    <FindOffice names={[]} typed={typed} />
    {offices.length === 0 ? (
      <Empty title="Tidak ada kantor dengan nama itu">
        Periksa ejaannya, atau ketik nama kabupaten, kota, atau provinsinya saja.
      </Empty>
    ) : (
      <Tree label="Kantor KPU" nodes={typed === '' ? byProvince(offices) : offices.map(leaf)} />
    )}
  </>
)

const leaf = ({ kode, nama }: PublicOffice) => ({ label: nama, href: portalOfficeUrl(kode) })

function byProvince(offices: readonly PublicOffice[]) {
  const groups = Map.groupBy(offices, ({ kode }) => kode.slice(0, 2))
  return [...groups.values()].map((group) => {
    const [head, ...below] = group
    if (below.length === 0 || !head) return { label: head?.nama ?? '', href: headUrl(head) }
    return { label: head.wilayah, end: count(group.length), children: group.map(leaf) }
  })
}

const headUrl = (head: PublicOffice | undefined) => portalOfficeUrl(head?.kode ?? '00')
