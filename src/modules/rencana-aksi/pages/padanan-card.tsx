import { Card } from '#ui/layout/card.tsx'
import type { butirForStaff } from '../queries/butir.ts'
import { planUrl } from '../urls.ts'
import { PadananList } from './padanan.tsx'

type Props = { page: Pick<Awaited<ReturnType<typeof butirForStaff>>, 'tree' | 'place' | 'padanan'> }

/** On the page of a butir: what its work counts for as well. */
export const PadananCard = ({ page: { tree, place, padanan } }: Props) => (
  <Card title={tree.jenis === 'ZI' ? 'Padanan RB' : 'Padanan ZI'}>
    {padanan.length > 0 ? (
      <PadananList linked={padanan} />
    ) : (
      <p class="muted">Belum ada butir yang sepadan.</p>
    )}
    <p>
      <a href={planUrl(tree.id, 'butir', place.butir.id, 'padanan')}>Atur padanan</a>
    </p>
  </Card>
)
