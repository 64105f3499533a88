import type { Kalender } from '#modules/kalender'
import type { JenisPemberitahuan, Unmailed } from '#modules/pemberitahuan'
import { type OpenSel, selUrl, shorten, type Waiting, type WaitingFor } from '#modules/rencana-aksi'
import type { Line, Section } from './letters.ts'
import { sisaText } from './waktu.ts'

type FollowUp = { aksi: string; jatuhTempo: string; url: string }

export type Material = {
  today: string
  kal: Kalender
  jenisSurat: readonly JenisPemberitahuan[]
  /** open obligations of this person, late or due within the week */
  sel: readonly OpenSel[]
  tindakLanjut: readonly FollowUp[]
  waiting: WaitingFor
  /** what was told and neither read nor mailed */
  notices: readonly Unmailed[]
}

/** The parts of a digest that this person wants and that hold something, the most urgent first. */
export function sectionsFor(of: Material): Section[] {
  const { today, kal, jenisSurat, sel, waiting } = of
  const wants = (...jenis: JenisPemberitahuan[]) => jenis.some((one) => jenisSurat.includes(one))
  const selLine = (one: OpenSel): Line => ({
    text: `${shorten(one.butir, 90)} (${sisaText(kal, today, one.jatuhTempo)})`,
    url: selUrl(one),
  })
  const isLate = ({ jatuhTempo }: OpenSel) => jatuhTempo < today
  const parts: [boolean, string, readonly Line[], number?][] = [
    [wants('eskalasi'), 'Diteruskan kepada Anda', told(of.notices, ['eskalasi'])],
    [wants('terlambat'), 'Terlambat', sel.filter(isLate).map(selLine)],
    [wants('pengingat'), 'Jatuh tempo sepekan', sel.filter((one) => !isLate(one)).map(selLine)],
    [
      wants('eviden'),
      'Menunggu verifikasi',
      waiting.rows.bukti.map(waitingLine),
      waiting.total.bukti,
    ],
    [
      wants('usulan'),
      'Menunggu keputusan',
      waiting.rows.putusan.map(waitingLine),
      waiting.total.putusan,
    ],
    [wants('tindak_lanjut'), 'Tindak lanjut', of.tindakLanjut.map(followUpLine(of))],
    [wants('sebutan', 'balasan'), 'Komentar untuk Anda', told(of.notices, ['sebutan', 'balasan'])],
  ]
  return parts
    .filter(([wanted, , lines]) => wanted && lines.length > 0)
    .map(([, judul, lines, total]) => ({ judul, lines, total: total ?? lines.length }))
}

const told = (notices: readonly Unmailed[], jenis: readonly JenisPemberitahuan[]): Line[] =>
  notices
    .filter((one) => jenis.includes(one.jenis))
    .map(({ id, judul }) => ({ text: judul, url: `/kerja/pemberitahuan/${id}` }))

const waitingLine = ({ judul, oleh, url }: Waiting): Line => ({
  text: `${shorten(judul, 90)} (dari ${oleh})`,
  url,
})

const followUpLine =
  ({ kal, today }: Material) =>
  ({ aksi, jatuhTempo, url }: FollowUp): Line => ({
    text: `${shorten(aksi, 90)} (${sisaText(kal, today, jatuhTempo)})`,
    url,
  })
