import type { Problem, Typed } from '#platform/http/form.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { Aturan } from '../pengingat.ts'
import type { AturanPage } from '../queries/aturan.ts'
import { aturanUrl, tugasUrl } from '../urls.ts'

type Props = { page: AturanPage; typed: Typed; problems: readonly Problem[] }

/** When this office reminds its people; its admin changes the numbers. */
export const AturanView = ({ page, typed, problems }: Props) => (
  <div class="stack">
    <PageHead
      title="Pengingat dan eskalasi"
      subtitle={
        page.versi === 0
          ? `Berlaku ${page.sumber.toLowerCase()}`
          : 'Berlaku angka yang dipilih satuan kerja ini'
      }
    />
    {page.can.set ? (
      <AturanForm {...{ page, typed, problems }} />
    ) : (
      <>
        <DefinitionList items={factsOf(page.aturan)} />
        <p class="muted">Angka ini diubah oleh admin satuan kerja.</p>
      </>
    )}
  </div>
)

const factsOf = (aturan: Aturan) => [
  { term: 'Sebelum jatuh tempo', value: `${aturan.sebelumHari.join(' dan ')} hari kerja` },
  { term: 'Pertama kali sesudahnya', value: `${aturan.terlambatHari} hari kerja` },
  { term: 'Diulang setiap', value: `${aturan.ulangHari} hari kerja` },
  { term: 'Diteruskan kepada kasubbag', value: `setelah ${aturan.kasubbagHari} hari kerja` },
  { term: 'Diteruskan kepada sekretaris', value: `setelah ${aturan.sekretarisHari} hari kerja` },
]

const AturanForm = ({ page: { bawaan, versi }, typed, problems }: Props) => {
  const field = bindForm(typed, problems)
  const days = (name: Exclude<keyof Aturan, 'sebelumHari'>, label: string) => (
    <TextInput
      {...field(name)}
      label={label}
      inputmode="numeric"
      width="short"
      suffix="hari kerja"
      hint={`Bawaan: ${bawaan[name]}`}
    />
  )
  return (
    <Form
      action={aturanUrl}
      problems={problems}
      hidden={{ versi: String(typed['versi'] ?? versi) }}
    >
      <TextInput
        {...field('sebelumHari')}
        label="Sebelum jatuh tempo"
        width="short"
        suffix="hari kerja"
        hint={`Satu sampai empat angka. Bawaan: ${bawaan.sebelumHari.join(', ')}`}
      />
      {days('terlambatHari', 'Pertama kali sesudah jatuh tempo')}
      {days('ulangHari', 'Diulang setiap')}
      {days('kasubbagHari', 'Diteruskan kepada kasubbag setelah')}
      {days('sekretarisHari', 'Diteruskan kepada sekretaris setelah')}
      <TextArea {...field('alasan')} label="Alasan" rows={2} />
      <ButtonRow>
        <Button kind="main">Simpan</Button>
        <a href={tugasUrl}>Batal</a>
      </ButtonRow>
    </Form>
  )
}

/** The stored numbers as the form types them. */
export const typedAturan = ({ aturan, alasan, versi }: AturanPage): Typed => ({
  sebelumHari: aturan.sebelumHari.join(', '),
  terlambatHari: String(aturan.terlambatHari),
  ulangHari: String(aturan.ulangHari),
  kasubbagHari: String(aturan.kasubbagHari),
  sekretarisHari: String(aturan.sekretarisHari),
  alasan: alasan ?? '',
  versi: String(versi),
})
