import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { arahLabels, caraHitungLabels, nilaiText } from '../indikator-labels.ts'
import { jenisIndikator } from '../jenis-indikator.ts'
import { indikatorLabels } from '../labels.ts'
import type { OneIndikatorPage } from '../queries/indikator.ts'
import type { IndikatorNode } from '../tree.ts'
import { planUrl } from '../urls.ts'

type FormProps = { page: OneIndikatorPage; typed: Typed; problems: readonly Problem[] }

const hints: Record<IndikatorNode['jenis'], string> = {
  dokumen: 'Ada atau tidak ada',
  jumlah: 'Bilangan bulat, misalnya 12 orang',
  persen: '0 sampai 100',
  indeks: '0 sampai 100, atau skala yang disebut satuannya, misalnya "skala 5"',
  waktu: 'Lama dalam hari, atau satuan lain yang ditulis',
}

const choices = <Key extends string>(labels: Record<Key, string>) =>
  Object.entries<string>(labels).map(([value, label]) => ({ value, label }))

/** How an indicator is measured, and its target. */
export const UkuranView = ({ page: { tree, row }, typed, problems }: FormProps) => {
  const field = bindForm(typed, problems)
  const url = planUrl(tree.id, 'indikator', row.indikator.id)
  return (
    <div class="stack">
      <PageHead title="Ubah ukuran dan target" subtitle={row.indikator.teks} />
      <Form
        action={`${url}/ubah`}
        problems={problems}
        hidden={{ versi: String(typed['versi'] ?? row.indikator.versi) }}
      >
        <Radios
          {...field('jenis')}
          label="Jenis ukuran"
          options={jenisIndikator.map((jenis) => ({
            value: jenis,
            label: indikatorLabels[jenis],
            hint: hints[jenis],
          }))}
        />
        <TextInput
          {...field('satuan')}
          label="Satuan"
          optional
          hint="Misalnya orang, dokumen, hari kerja, skala 5."
          width="medium"
          maxlength={40}
        />
        <TextInput
          {...field('target')}
          label={`Target ${tree.tahun}`}
          optional
          hint="Untuk dokumen, 1 berarti ada; kosong berarti harus ada."
          inputmode="decimal"
          width="short"
        />
        <Radios {...field('arah')} label="Arah yang baik" options={choices(arahLabels)} />
        <Select
          {...field('caraHitung')}
          label="Capaian tahun dihitung dari"
          options={choices(caraHitungLabels)}
          width="medium"
        />
        <ButtonRow>
          <Button kind="main">Simpan</Button>
          <a href={url}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}

/** The measure of an indicator as the form types it. */
export const typedUkuran = (indikator: IndikatorNode): Typed => ({
  jenis: indikator.jenis,
  satuan: indikator.satuan ?? '',
  arah: indikator.arah,
  caraHitung: indikator.caraHitung,
  target: indikator.target === null ? '' : String(indikator.target).replace('.', ','),
  versi: String(indikator.versi),
})

/** Last year's value, corrected by a person. */
export const TahunLaluView = ({ page: { tree, row }, typed, problems }: FormProps) => {
  const { indikator, tahunLalu } = row
  const url = planUrl(tree.id, 'indikator', indikator.id)
  const found = tahunLalu.indikator
  return (
    <div class="stack">
      <PageHead title={`Koreksi nilai ${tree.tahun - 1}`} subtitle={indikator.teks} />
      <p>
        {found ? (
          <>
            Dari rencana {tree.tahun - 1} dikenali indikator{' '}
            <a href={planUrl(found.rencanaId, 'indikator', found.id)}>{found.teks}</a>. Nilai yang
            dipakai sekarang: {nilaiText(indikator, tahunLalu.nilai)}.
          </>
        ) : (
          `Rencana ${tree.tahun - 1} tidak memuat indikator yang sama. Tulis nilainya di sini.`
        )}
      </p>
      <Form action={`${url}/tahun-lalu`} problems={problems}>
        <TextInput
          {...bindForm(typed, problems)('nilai')}
          label={`Nilai ${tree.tahun - 1}`}
          optional
          hint="Kosongkan untuk kembali mengambilnya dari rencana tahun lalu."
          inputmode="decimal"
          width="short"
        />
        <ButtonRow>
          <Button kind="main">Simpan</Button>
          <a href={url}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}
