import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'

/** What is asked before something ends; the same words in the dialog and on the page without script. */
export const confirmations = {
  deactivate: {
    trigger: 'Nonaktifkan',
    title: 'Nonaktifkan orang ini?',
    confirm: 'Nonaktifkan',
    body: 'Orang ini seketika tidak dapat lagi membuka satuan kerja ini. Yang pernah dikerjakannya tetap tersimpan, dan dapat diaktifkan kembali.',
  },
  endRole: {
    trigger: 'Akhiri',
    title: 'Akhiri peran ini?',
    confirm: 'Akhiri peran',
    body: 'Wewenang peran ini berakhir seketika. Riwayatnya tetap tersimpan.',
  },
  revokeInvitation: {
    trigger: 'Cabut',
    title: 'Cabut undangan ini?',
    confirm: 'Cabut undangan',
    body: 'Tautan yang sudah dikirim tidak dapat dipakai lagi.',
  },
  revokeDelegation: {
    trigger: 'Cabut',
    title: 'Cabut pelimpahan ini?',
    confirm: 'Cabut pelimpahan',
    body: 'Wewenang pengganti berakhir seketika. Riwayatnya tetap tersimpan.',
  },
} as const

export type Confirmation = (typeof confirmations)[keyof typeof confirmations]

export const ConfirmPage = ({ of, back }: { of: Confirmation; back: string }) => (
  <>
    <PageHead title={of.title} />
    <p>{of.body}</p>
    <Form>
      <ButtonRow>
        <Button kind="danger">{of.confirm}</Button>
        <a href={back}>Batal</a>
      </ButtonRow>
    </Form>
  </>
)
