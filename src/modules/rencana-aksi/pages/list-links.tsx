import type { ListPage } from './list.tsx'
import { listUrl } from '../urls.ts'

/** What belongs to plans in general, below their list. */
export const ListLinks = (_: Pick<ListPage, 'can'>) => (
  <p>
    <a href={`${listUrl}/peta-jalan`}>Rencana yang belum terikat peta jalan</a>
  </p>
)
