import { type BerkasOfForm, berkasOfForm } from '#modules/berkas'
import { buktiOtomatis } from '#platform/bukti-otomatis.ts'
import type { HubContext } from '#platform/http/env.ts'
import { type Problem, readForm, type Typed } from '#platform/http/form.ts'
import type { NewEviden } from './eviden.ts'
import { type EvidenForm, evidenForm, masaTyped } from './forms.ts'
import { periodeText } from './labels.ts'

export type EvidenOfForm = {
  typed: Typed
  problems: Problem[]
  /** files that were received, kept also when the form is refused */
  received: BerkasOfForm['received']
  /** what to keep, one for each file; empty when there are problems */
  baru: Omit<NewEviden, 'satkerKode'>[]
}

/** New evidence of a posted form that holds `EvidenFields`. */
export async function evidenOfForm(c: HubContext): Promise<EvidenOfForm> {
  const files = await berkasOfForm(c, 'berkas')
  const form = await readForm(c, evidenForm)
  const problems = [...files.problems, ...(form.ok ? [] : form.problems)]
  if (
    form.ok &&
    form.values.bentuk === 'berkas' &&
    files.received.length === 0 &&
    problems.length === 0
  )
    problems.push({ field: 'berkas', message: 'Pilih paling sedikit satu berkas.' })
  const { typed } = form
  const { received } = files
  if (!form.ok || problems.length > 0) return { typed, problems, received, baru: [] }
  return { typed, problems, received, baru: newEviden(form.values, received) }
}

export type FilesOfForm = {
  problems: Problem[]
  received: BerkasOfForm['received']
  /** one evidence for each file, dated on this day */
  baruAt: (tanggal: string) => EvidenOfForm['baru']
}

/** Only files, each named after itself: for forms where evidence comes along with something else. */
export async function filesOfForm(c: HubContext): Promise<FilesOfForm> {
  const { problems, received } = await berkasOfForm(c, 'berkas')
  const baruAt = (tanggal: string) =>
    received.map(({ id, nama }) => ({
      tanggal,
      judul: titleOfFile('', nama, received.length),
      isi: { bentuk: 'berkas' as const, berkasId: id },
    }))
  return { problems, received, baruAt }
}

type File = { id: string; nama: string }

function newEviden(values: EvidenForm, files: readonly File[]): EvidenOfForm['baru'] {
  const { tanggal, sumber, keterangan, media, sasaran } = values
  const facts = {
    tanggal,
    sumber,
    keterangan,
    media,
    sasaran,
    berlaku: masaTyped(tanggal, values),
  }
  if (values.bentuk === 'berkas')
    return files.map((file) => ofFile(file, files.length, values, facts))
  return [{ ...facts, judul: values.judul || titleFor(values), isi: isiOf(values) }]
}

const ofFile = (
  { id, nama }: File,
  many: number,
  { judul }: EvidenForm,
  facts: Omit<NewEviden, 'satkerKode' | 'judul' | 'isi'>,
) => ({
  ...facts,
  judul: titleOfFile(judul, nama, many),
  isi: { bentuk: 'berkas' as const, berkasId: id },
})

/** The title that was typed; each of several files also bears its own name. */
export function titleOfFile(judul: string, nama: string, many: number): string {
  const own = nama.replace(/\.[^.]{1,8}$/, '')
  if (judul === '') return own
  return many === 1 ? judul : `${judul}: ${own}`.slice(0, 300)
}

function titleFor({ bentuk, url, jenis, periode }: EvidenForm): string {
  if (bentuk === 'otomatis')
    return `${buktiOtomatis(jenis)?.judul ?? jenis}, ${periodeText(periode)}`
  const { host, pathname } = new URL(url)
  return `${host}${pathname === '/' ? '' : pathname}`.slice(0, 300)
}

function isiOf({ bentuk, url, teks, jenis, periode }: EvidenForm): NewEviden['isi'] {
  if (bentuk === 'tautan') return { bentuk, url }
  if (bentuk === 'otomatis') return { bentuk, jenis, periode }
  return { bentuk: 'catatan', teks }
}
