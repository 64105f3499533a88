import type { Temuan } from '../renaksi.ts'
import {
  isNext,
  isSameList,
  readEnumerator,
  splitEnumerated,
  type Enumerator,
} from './enumerator.ts'
import { hasContent, type GridEntry } from './grid-entry.ts'
import { isSameTitle } from './grid-titles.ts'

export type KegiatanDraft = {
  nomor: string | null
  judul: string | null
  entries: GridEntry[]
  baris: number[]
}

export type AreaDraft = {
  nomor: string | null
  judul: string | null
  kegiatan: KegiatanDraft[]
  baris: number[]
}

export type PlanDraft = { area: AreaDraft[]; temuan: Temuan[] }

/** Hangs the entries of a table into areas and activities, in the order of the source. */
export function draftPlan(entries: GridEntry[]): PlanDraft {
  const plan: PlanDraft = { area: [], temuan: [] }
  const lifted = liftTitles(entries)
  lifted.forEach((entry, at) => {
    if (entry.area !== null) openArea(plan, entry)
    const title = entry.kegiatan
    if (title !== null) {
      const later = lifted.slice(at + 1)
      const reason = staysInKegiatan(plan, entry, later)
      if (reason === null) openKegiatan(plan, entry, title, nextNumber(later))
      else if (reason === 'slipped') keepUnder(plan, entry, title)
    } else if (entry.remnant) openLost(plan, entry)
    addEntry(plan, entry)
  })
  return plan
}

function firstLabel(entry: GridEntry): Enumerator | null {
  return readEnumerator(entry.butir || entry.langkah)?.enumerator ?? null
}

/** The last label of an entry, which may hold several butir ("1. A 2. B"). */
function lastLabel(entry: GridEntry): Enumerator | null {
  return splitEnumerated(entry.butir || entry.langkah).at(-1)?.enumerator ?? null
}

/**
 * A title that stands in the middle of its merged cell belongs to the row in which its list begins:
 * rows "a.", "b. + title", "c." behind an activity that ended.
 */
function liftTitles(entries: GridEntry[]): GridEntry[] {
  const lifted = entries.map((entry) => ({ ...entry }))
  lifted.forEach((entry, at) => {
    if (at === 0 || entry.kegiatan !== null || firstLabel(entry)?.value !== 1) return
    const holder = titleOfList(lifted, at)
    if (!holder) return
    entry.kegiatan = holder.kegiatan
    holder.kegiatan = null
    if (holder.area === null) return
    entry.area = holder.area
    entry.nomor = holder.nomor
    holder.area = null
  })
  return lifted
}

function titleOfList(entries: GridEntry[], start: number): GridEntry | null {
  for (let at = start + 1; at < entries.length; at++) {
    const before = entries[at - 1]
    const here = entries[at]
    const label = here && firstLabel(here)
    const previous = before && lastLabel(before)
    if (!here || !label || !previous || !isNext(previous, label)) return null
    if (here.kegiatan !== null) return repeatsAbove(entries, start, here) ? null : here
  }
  return null
}

function repeatsAbove(entries: GridEntry[], start: number, here: GridEntry): boolean {
  const above = entries.slice(0, start).findLast((entry) => entry.kegiatan !== null)
  return isSameTitle(above?.kegiatan ?? null, here.kegiatan)
}

function openArea(plan: PlanDraft, entry: GridEntry): void {
  const { nomor, judul } = areaTitle(entry.counts === 'area' ? entry.nomor : '', entry.area ?? '')
  const current = plan.area.at(-1)
  if (current && isSameTitle(current.judul, judul) && entry.kegiatan === null) {
    current.baris.push(...entry.baris)
    return
  }
  plan.area.push({ nomor, judul, kegiatan: [], baris: [...entry.baris] })
}

/** "I. Manajemen Perubahan" and "AREA 1: MANAJEMEN PERUBAHAN" as number and title. */
function areaTitle(no: string, printed: string): { nomor: string | null; judul: string } {
  const named = /^area(?:\s+perubahan)?\s+(\d{1,2}|[ivx]{1,4})\b[\s:.–-]*(?=\S)/i.exec(printed)
  const read = readEnumerator(printed)
  const label = no || named?.[1] || (read?.enumerator.label ?? '')
  const nomor = label.replace(/^\(|[.)\s]+$/g, '') || null
  return { nomor, judul: named ? printed.slice(named[0].length) : (read?.rest ?? printed) }
}

/** Why an entry that prints a title belongs to the activity above all the same. */
function staysInKegiatan(
  plan: PlanDraft,
  entry: GridEntry,
  later: GridEntry[],
): 'repeated' | 'slipped' | null {
  const current = plan.area.at(-1)?.kegiatan.at(-1)
  const last = current?.entries.at(-1)
  if (!current || !last) return null
  const label = firstLabel(entry)
  const before = lastLabel(last)
  const follows = label !== null && before !== null && isNext(before, label)
  if (isSameTitle(titleText(entry), current.judul)) {
    const restarts = label?.value === 1 && before !== null && isSameList(before, label)
    return restarts && !entry.afterBreak ? null : 'repeated'
  }
  if (!follows || label.value === null) return null
  const begins = later.some((other) => {
    const first = firstLabel(other)
    return first?.value === 1 && isSameTitle(other.kegiatan, entry.kegiatan)
  })
  return begins ? 'slipped' : null
}

function titleText(entry: GridEntry): string | null {
  return entry.kegiatan === null ? null : (readEnumerator(entry.kegiatan)?.rest ?? entry.kegiatan)
}

function keepUnder(plan: PlanDraft, entry: GridEntry, title: string): void {
  const current = plan.area.at(-1)?.kegiatan.at(-1)?.judul ?? 'tanpa judul'
  const label = firstLabel(entry)?.label ?? ''
  entry.doubtful = true
  plan.temuan.push({
    kode: 'kegiatan-salah-tempat',
    baris: entry.baris,
    pesan: `Judul kegiatan "${title}" tercetak pada butir ${label} yang melanjutkan "${current}".`,
    keputusan: `Butir tetap pada kegiatan "${current}", karena hurufnya melanjutkan daftar itu.`,
    alternatif: `Butir dipindahkan ke kegiatan "${title}".`,
  })
}

/** Number of the next activity of the same area; null where none follows or it has no number. */
function nextNumber(later: GridEntry[]): number | null {
  const next = later.find((entry) => entry.kegiatan !== null || entry.area !== null)
  if (!next?.kegiatan || next.area !== null) return null
  return readEnumerator(next.kegiatan)?.enumerator.value ?? null
}

function openKegiatan(plan: PlanDraft, entry: GridEntry, title: string, next: number | null): void {
  const read = readEnumerator(title)
  const bullet = read?.enumerator.style === 'bullet'
  const number = read?.enumerator.value ?? null
  if (entry.area === null && number !== null) openLostArea(plan, entry, number, next)
  if (plan.area.length === 0) plan.area.push({ nomor: null, judul: null, kegiatan: [], baris: [] })
  plan.area.at(-1)?.kegiatan.push({
    nomor: bullet ? null : (read?.enumerator.label ?? numberOfRow(entry)),
    judul: read?.rest ?? title,
    entries: [],
    baris: [...entry.baris],
  })
}

/** The column of numbers counts activities in some tables. */
function numberOfRow(entry: GridEntry): string | null {
  return entry.counts === 'kegiatan' && entry.nomor !== '' ? entry.nomor : null
}

/** An activity without title, for the end of a row whose page is missing. */
function openLost(plan: PlanDraft, entry: GridEntry): void {
  plan.area.at(-1)?.kegiatan.push(untitled(entry.baris))
  plan.temuan.push({
    kode: 'halaman-hilang',
    baris: entry.baris,
    pesan:
      'Baris ini hanya akhir dari sebuah butir; halaman dengan awalnya tidak ada dalam berkas.',
    keputusan: 'Dicatat sebagai butir tersendiri tanpa judul kegiatan dan tanpa bulan.',
    alternatif: 'Lengkapi judul dan awal butir dari naskah asli.',
  })
}

/** Activities whose numbers begin again, and go on from there, belong to an area without heading. */
function openLostArea(
  plan: PlanDraft,
  entry: GridEntry,
  number: number,
  next: number | null,
): void {
  const area = plan.area.at(-1)
  const last = area?.kegiatan.at(-1)
  if (!area || !last) return
  const numbers = area.kegiatan.map((one) => readEnumerator(one.nomor ?? '')?.enumerator.value ?? 0)
  const highest = Math.max(...numbers)
  const lost = last.judul === null && last.entries[0]?.remnant
  const restarts = lost || next === number + 1 || (number === 1 && entry.afterBreak)
  if (number >= highest || !restarts) return
  const moved = lost ? area.kegiatan.splice(-1) : []
  const baris = [...moved.flatMap((one) => one.baris), ...entry.baris]
  plan.area.push({ nomor: null, judul: null, kegiatan: moved, baris: [] })
  plan.temuan.push({
    kode: 'area-tanpa-judul',
    baris,
    pesan: `Nomor kegiatan mulai lagi dari ${number}, tetapi judul area perubahannya tidak ada.`,
    keputusan: 'Dicatat sebagai area tersendiri tanpa judul.',
    alternatif: `Kegiatan ini termasuk area "${area.judul ?? 'sebelumnya'}".`,
  })
}

function addEntry(plan: PlanDraft, entry: GridEntry): void {
  if (!hasContent(entry) && entry.bulan.length === 0) {
    if (entry.ket !== '') plan.temuan.push(looseRemark(entry))
    return
  }
  if (plan.area.length === 0) plan.area.push({ nomor: null, judul: null, kegiatan: [], baris: [] })
  const area = plan.area.at(-1)
  if (area && area.kegiatan.length === 0) {
    area.kegiatan.push(untitled([]))
  }
  area?.kegiatan.at(-1)?.entries.push(entry)
}

function untitled(baris: number[]): KegiatanDraft {
  return { nomor: null, judul: null, entries: [], baris }
}

function looseRemark(entry: GridEntry): Temuan {
  return {
    kode: 'keterangan-lepas',
    baris: entry.baris,
    pesan: `Keterangan pada baris judul tidak terikat pada satu butir: "${entry.ket}".`,
    keputusan: 'Hanya dicatat di sini.',
    alternatif: null,
  }
}
