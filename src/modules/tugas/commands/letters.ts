import { isWorkingDay, type Kalender, kalenderOf } from '#modules/kalender'
import { type FollowUp, openFollowUps } from '#modules/monitoring'
import {
  isDigestHour,
  type Mailable,
  mayMail,
  queueLetter,
  type Unmailed,
  unmailedOf,
  urgentJenis,
} from '#modules/pemberitahuan'
import { peopleOf, type PersonChoice } from '#modules/pengguna'
import { type OpenSel, openSelOf, waitingFor } from '#modules/rencana-aksi'
import { command, type Ctx } from '#platform/command.ts'
import { allow } from '#platform/errors.ts'
import { letterText, type Section, subjectOf } from '../letters.ts'
import { canRemind } from '../policy.ts'
import { belongsTo } from '../pengingat.ts'
import { sectionsFor } from '../ringkasan.ts'
import { daysLater } from '../waktu.ts'

export type WriteLetters = {
  satkerKode: string
  /** people of this office to whom a letter may be due now */
  orang: readonly Mailable[]
  baseUrl: string
}

type Office = {
  kal: Kalender
  sel: readonly OpenSel[]
  tindakLanjut: readonly FollowUp[]
  people: readonly PersonChoice[]
  unmailed: readonly Unmailed[]
}

const weekDays = 7
const mostWaiting = 10

/**
 * Writes today's letters of one office: to each person at most one digest, and at most one more about what
 * could not wait. Returns how many were written. On days off nobody is written to.
 */
export const writeLetters = command('ringkasan.write', async (ctx, input: WriteLetters) => {
  allow(canRemind(ctx.actor))
  const { satkerKode, orang } = input
  const today = orang[0]?.tanggal
  if (!today) return 0
  const kal = await kalenderOf(ctx, satkerKode, today, today)
  if (!isWorkingDay(kal, today)) return 0
  const ids = orang.map(({ id }) => id)
  const office: Office = {
    kal,
    sel: await openSelOf(ctx, { satkerKode, sampai: daysLater(today, weekDays) }),
    tindakLanjut: await openFollowUps(ctx, { satkerKode, sampai: daysLater(today, weekDays) }),
    people: await peopleOf(ctx, satkerKode),
    unmailed: await unmailedOf(ctx, satkerKode, ids),
  }
  let written = 0
  for (const one of orang) {
    const digest = isDigestHour(one.setelan, one) && !one.hasRingkasan
    const wrote = digest
      ? await writeDigest(ctx, one, office, input.baseUrl)
      : await writeUrgent(ctx, one, office, input.baseUrl)
    if (wrote) written += 1
  }
  return written
})

async function writeDigest(ctx: Ctx, one: Mailable, office: Office, baseUrl: string) {
  const { kal, sel, tindakLanjut, people } = office
  const tugas = people.find(({ id }) => id === one.id)?.tugas ?? []
  const notices = wantedBy(one, office.unmailed)
  const actor = { ...ctx.actor, id: one.id, nama: one.nama, tugas }
  const sections = sectionsFor({
    today: one.tanggal,
    kal,
    jenisSurat: one.setelan.jenisSurat,
    sel: sel.filter((item) => belongsTo(item, { id: one.id, tugas }, people)),
    tindakLanjut: tindakLanjut.filter(({ penanggungJawabId }) => penanggungJawabId === one.id),
    waiting: await waitingFor({ tx: ctx.tx, actor }, mostWaiting),
    notices,
  })
  if (sections.length === 0) return false
  return write(ctx, one, { jenis: 'ringkasan', sections, notices, baseUrl })
}

/** What came after today's digest and may not wait for the next. */
async function writeUrgent(ctx: Ctx, one: Mailable, office: Office, baseUrl: string) {
  if (!one.hasRingkasan || one.hasMendesak || !mayMail(one.setelan, one)) return false
  const notices = wantedBy(one, office.unmailed).filter(({ jenis }) => urgentJenis.includes(jenis))
  if (notices.length === 0) return false
  const lines = notices.map(({ id, judul }) => ({ text: judul, url: `/kerja/pemberitahuan/${id}` }))
  const sections = [{ judul: 'Diteruskan kepada Anda', total: lines.length, lines }]
  return write(ctx, one, { jenis: 'mendesak', sections, notices, baseUrl })
}

const wantedBy = ({ id, setelan }: Mailable, unmailed: readonly Unmailed[]): Unmailed[] =>
  unmailed.filter(
    ({ penerimaId, jenis }) => penerimaId === id && setelan.jenisSurat.includes(jenis),
  )

type Wanted = {
  jenis: 'ringkasan' | 'mendesak'
  sections: readonly Section[]
  notices: readonly Unmailed[]
  baseUrl: string
}

const write = (ctx: Ctx, one: Mailable, { jenis, sections, notices, baseUrl }: Wanted) =>
  queueLetter(ctx, {
    satkerKode: one.satkerKode,
    penggunaId: one.id,
    tanggal: one.tanggal,
    jenis,
    perihal: subjectOf(sections, one.tanggal),
    teks: letterText({
      nama: one.nama,
      today: one.tanggal,
      sections,
      baseUrl,
      urgent: jenis === 'mendesak',
    }),
    pemberitahuanIds: notices.map(({ id }) => id),
  })
