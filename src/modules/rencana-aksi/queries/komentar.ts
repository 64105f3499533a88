import { komentarOf } from '#modules/komentar'
import type { Q } from '#platform/command.ts'
import { canComment, canRemoveKomentar } from '../komentar-policy.ts'
import type { ButirPlace, RencanaHead } from '../tree.ts'
import { ownerOf } from './plan.ts'

/** What was said about a butir, and what the viewer may add or take away. */
export async function percakapanOf(q: Q, head: RencanaHead, place: ButirPlace) {
  const { satkerKode } = head
  const running = head.state !== 'closed'
  return {
    ...(await komentarOf(q, { satkerKode, butirId: place.butir.id })),
    can: {
      comment: running && canComment(q.actor, satkerKode, ownerOf(place)),
      remove: ({ oleh }: { oleh: { id: string } }) =>
        running && canRemoveKomentar(q.actor, satkerKode, oleh.id),
    },
  }
}
