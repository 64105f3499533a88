import { DefinitionList } from '#ui/data/definition-list.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Card } from '#ui/layout/card.tsx'
import type { PlanCan } from '../queries/plan.ts'
import type { RencanaHead } from '../tree.ts'
import { planUrl } from '../urls.ts'

type Props = { head: RencanaHead; can: PlanCan }

/** What else belongs to a plan, beside its tabs. */
export const PlanLinks = ({ head, can }: Props) => (
  <Card title="Rencana ini">
    <DefinitionList
      items={[
        {
          term: 'Peta jalan',
          value: head.petaJalan?.judul ?? <StatusMark state="late" label="Belum terikat" />,
          action: { href: planUrl(head.id, 'peta-jalan'), label: can.tie ? 'Ubah' : 'Lihat' },
        },
      ]}
    />
    <ul>
      <li>
        <a href={planUrl(head.id, 'padanan')}>Padanan ZI dan RB</a>
      </li>
      {head.templatId ? (
        <li>
          <a href={planUrl(head.id, 'templat')}>Bandingkan dengan templatnya</a>
        </li>
      ) : null}
      {head.disalinDari ? (
        <li>
          <a href={planUrl(head.id, 'salinan')}>Bandingkan dengan asal salinannya</a>
        </li>
      ) : null}
      {can.copy ? (
        <li>
          <a href={planUrl(head.id, 'salin')}>Salin ke tahun {head.tahun + 1}</a>
        </li>
      ) : null}
    </ul>
  </Card>
)
