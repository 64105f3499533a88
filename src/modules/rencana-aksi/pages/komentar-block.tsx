import { Komentar, type KomentarForm } from '#modules/komentar'
import { planUrl } from '../urls.ts'
import type { ButirPage } from './butir.tsx'

/** The conversations about a butir, below everything that was done. */
export const KomentarBlock = ({
  page: { tree, place, komentar },
  form,
}: {
  page: ButirPage
  form?: KomentarForm | undefined
}) => (
  <Komentar
    percakapan={komentar}
    zona={tree.zonaWaktu}
    can={komentar.can}
    action={planUrl(tree.id, 'butir', place.butir.id, 'komentar')}
    form={form}
  />
)
