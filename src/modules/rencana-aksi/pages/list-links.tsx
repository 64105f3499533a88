import type { ListPage } from './list.tsx'
import { listUrl } from '../urls.ts'

/** What belongs to plans in general, below their list. */
export const ListLinks = ({ can }: Pick<ListPage, 'can'>) => (
  <ul>
    {can.verify ? (
      <li>
        <a href={`${listUrl}/verifikasi`}>Eviden yang menunggu verifikasi Anda</a>
      </li>
    ) : null}
    <li>
      <a href={`${listUrl}/peta-jalan`}>Rencana yang belum terikat peta jalan</a>
    </li>
    {can.readBelow ? (
      <li>
        <a href={`${listUrl}/templat`}>Templat untuk satuan kerja di bawah</a>
      </li>
    ) : null}
  </ul>
)
