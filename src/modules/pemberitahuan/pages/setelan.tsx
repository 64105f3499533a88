import type { Problem, Typed } from '#platform/http/form.ts'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Checkboxes } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { jenisLabels, jenisList } from '../jenis.ts'
import type { OwnSetelan } from '../queries/setelan.ts'
import { listUrl, setelanUrl } from '../urls.ts'

type Props = { email: string; typed: Typed; problems: readonly Problem[] }

const hours = Array.from({ length: 24 }, (_, jam) => ({
  value: String(jam),
  label: `${String(jam).padStart(2, '0')}.00`,
}))

/** What comes by mail, at which hour, and when not. */
export const SetelanView = ({ email, typed, problems }: Props) => {
  const field = bindForm(typed, problems)
  return (
    <div class="stack">
      <PageHead
        title="Setelan surat"
        subtitle={`Satu ringkasan sehari ke ${email}, hanya pada hari kerja dan hanya bila ada isinya`}
      />
      <Form action={setelanUrl} problems={problems} hidden={{ versi: String(typed['versi'] ?? 0) }}>
        <Checkboxes
          name="jenisSurat"
          label="Yang dikirim lewat surat elektronik"
          hint="Yang tidak dipilih tetap tampil di lonceng pemberitahuan."
          values={[typed['jenisSurat'] ?? []].flat()}
          options={jenisList.map((jenis) => ({ value: jenis, label: jenisLabels[jenis] }))}
        />
        <Select
          {...field('jamRingkasan')}
          label="Jam ringkasan"
          hint="Menurut jam satuan kerja Anda."
          width="short"
          options={hours}
        />
        <Fieldset legend="Jam hening">
          <p class="muted small">
            Tidak ada surat di antara kedua jam ini. Isi jam yang sama bila tidak diperlukan.
          </p>
          <Select {...field('heningDari')} label="Mulai" width="short" options={hours} />
          <Select {...field('heningSampai')} label="Sampai" width="short" options={hours} />
        </Fieldset>
        <DateInput
          {...field('jedaSampai')}
          label="Jeda sampai dengan"
          optional
          hint="Misalnya selama cuti. Pemberitahuan tetap terkumpul di lonceng."
        />
        <ButtonRow>
          <Button kind="main">Simpan setelan</Button>
          <a href={listUrl}>Batal</a>
        </ButtonRow>
      </Form>
    </div>
  )
}

/** Stored settings as the form types them. */
export const typedSetelan = ({ setelan, versi }: OwnSetelan): Typed => ({
  jenisSurat: setelan.jenisSurat,
  jamRingkasan: String(setelan.jamRingkasan),
  heningDari: String(setelan.heningDari),
  heningSampai: String(setelan.heningSampai),
  jedaSampai: setelan.jedaSampai ?? '',
  versi: String(versi),
})
