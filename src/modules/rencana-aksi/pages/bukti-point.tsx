import type { Problem, Typed } from '#platform/http/form.ts'
import { formatNumber } from '#platform/date.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Card } from '#ui/layout/card.tsx'
import type { BuktiPage } from '../queries/bukti.ts'
import { buktiUrl } from './bukti-list.tsx'

type PointProps = { page: BuktiPage; typed: Typed; problems: readonly Problem[] }

const sides = [
  ['kiri', 'Dari kiri'],
  ['atas', 'Dari atas'],
  ['lebar', 'Lebar'],
  ['tinggi', 'Tinggi'],
] as const

/** The page and the part of it as the form types them, in percent. */
export const typedPoint = ({ use }: Pick<BuktiPage, 'use'>): Typed => ({
  halaman: use.halaman === null ? '' : String(use.halaman),
  ...Object.fromEntries(
    sides.map(([name], index) => [
      name,
      use.wilayah ? formatNumber((use.wilayah[index] ?? 0) * 100, 1) : '',
    ]),
  ),
})

/** Says where to look. With script the part is drawn on the preview; without, it is typed. */
export const PointCard = ({ page, typed, problems }: PointProps) => {
  const { tree, use } = page
  if (use.eviden.bentuk !== 'berkas') return null
  const field = bindForm({ ...typedPoint(page), ...typed }, problems)
  return (
    <Card title="Tunjuk letaknya">
      <region-pick data-preview=".evidence-preview">
        <Form action={buktiUrl(tree.id, use.id, 'tunjuk')}>
          <TextInput
            {...field('halaman')}
            label="Halaman"
            optional
            inputmode="numeric"
            width="short"
          />
          <fieldset class="region-fields">
            <legend>Bagian halaman, dalam persen (boleh kosong)</legend>
            {sides.map(([name, label]) => (
              <TextInput {...field(name)} label={label} inputmode="decimal" width="short" />
            ))}
          </fieldset>
          <p class="muted small" data-hint hidden>
            Seret pada gambar pratinjau untuk menandai bagiannya.
          </p>
          <ButtonRow>
            <Button size="small">Simpan letak</Button>
          </ButtonRow>
        </Form>
      </region-pick>
    </Card>
  )
}
