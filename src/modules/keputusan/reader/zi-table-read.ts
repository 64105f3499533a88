import type { Temuan } from '../renaksi.ts'
import { readLabel } from './zi-table-label.ts'
import { similarity } from './similarity.ts'
import type { NoiseKind } from './source.ts'
import { cleanText } from './text.ts'
import { continues, type Habits } from './zi-table-continue.ts'
import {
  addPiece,
  joined,
  lastArea,
  lastButir,
  lastKegiatan,
  openArea,
  openButir,
  openKegiatan,
  type DraftButir,
  type DraftPlan,
} from './zi-table-draft.ts'
import type { PlacedRow, PlanRow, TextRole } from './zi-table-row.ts'
import { levelOf, type Section } from './zi-table-section.ts'

/** The state of reading the rows of a plan one after another. */
export type Reading = {
  plan: DraftPlan
  habits: Habits
  areaStyle: string | null
  placed: Set<number>
  noise: Map<number, NoiseKind>
}

const itemRoles: TextRole[] = ['butir', 'langkah', 'indikator', 'eviden', 'waktu', 'ket', 'lain']

export function readSection(reading: Reading, section: Section, baris: number[]): void {
  const level = levelOf(section, reading.areaStyle)
  if (level === 'area') openArea(reading.plan, section.nomor, section.judul)
  else openKegiatan(reading.plan, section.nomor, section.judul)
  for (const each of baris) reading.placed.add(each)
}

/** Adds a row to the plan: as the next part of the item above, or as a new item. */
export function readRow(reading: Reading, row: PlacedRow): void {
  const before = lastButir(reading.plan)
  const title = joined(lastKegiatan(reading.plan)?.judul ?? [])
  reading.placed.add(row.baris)
  if (before && continues(before, title, row, reading.habits)) goOn(reading, before, row)
  else startItem(reading, row)
}

/** Leaves out a row that a bad scan invented. */
export function dropJunk(reading: Reading, row: PlanRow): void {
  reading.noise.set(row.baris, 'sampah')
  reading.plan.temuan.push({
    kode: 'baris-sampah',
    baris: [row.baris],
    pesan: `Baris "${row.cells.map((cell) => cell.teks).join(' | ')}" tidak terbaca sebagai bagian tabel.`,
    keputusan: 'Baris tidak dimuat dalam rencana.',
  })
}

function goOn(reading: Reading, butir: DraftButir, printed: PlacedRow): void {
  const row = mended(reading, butir, printed)
  const { area, kegiatan, butir: point, langkah } = row.texts
  if (row.opens && (point !== undefined || langkah !== undefined)) {
    reading.plan.temuan.push(cutFinding(butir, row))
  }
  extendTitle(lastArea(reading.plan)?.judul, area)
  extendTitle(lastKegiatan(reading.plan)?.judul, kegiatan)
  addTexts(butir, row)
  if (row.tersesat.length > 0) addStray(reading, butir, row)
}

/** Adds the next line of a title, unless a repeated cell prints it again. */
function extendTitle(title: string[] | undefined, text: string | undefined): void {
  if (title === undefined || text === undefined) return
  const repeated = joined(title)
    .toLowerCase()
    .includes(` ${cleanText(text).toLowerCase()}`)
  if (!repeated) title.push(text)
}

function cutFinding(butir: DraftButir, row: PlacedRow): Temuan {
  return {
    kode: 'baris-terpotong',
    baris: [...butir.baris, row.baris],
    pesan: 'Satu baris tabel terpotong oleh pergantian halaman.',
    keputusan: 'Kedua potongannya disambung menjadi satu butir.',
    alternatif: 'Potongan kedua adalah butir tersendiri.',
  }
}

/** Takes out what a bad scan printed twice into neighbouring cells. */
function mended(reading: Reading, butir: DraftButir, row: PlacedRow): PlacedRow {
  const texts = { ...row.texts }
  const step: TextRole = texts.butir === undefined ? 'langkah' : 'butir'
  const title = texts.kegiatan
  const words = texts[step]
  if (title === undefined || words === undefined) return row
  const kept = withoutSpill(title, words)
  if (kept === title) return row
  if (kept === '') delete texts.kegiatan
  else texts.kegiatan = kept
  butir.keyakinan = Math.min(butir.keyakinan, 0.75)
  reading.plan.temuan.push({
    kode: 'teks-ganda',
    baris: [row.baris],
    pesan: `"${title.slice(kept.length).trim()}" tercetak juga di kolom sebelah.`,
    keputusan: 'Dimuat satu kali saja, di kolom sebelah kanan.',
    alternatif: title,
  })
  return { ...row, texts }
}

/** "Informasi pe" beside "pelayanan …" → "Informasi"; a text that its neighbour repeats → "". */
function withoutSpill(text: string, neighbour: string): string {
  const telling = /^\p{Ll}|\s/u.test(text)
  if (telling && similarity(text, neighbour) >= 0.95) return ''
  const last = /(?:^|\s)(\p{Ll}{1,4})$/u.exec(text)
  const stub = last?.[1]
  if (stub === undefined || /^(?:dan|di|ke|atau|yang|oleh|dari|pada)$/.test(stub)) return text
  const next = neighbour.toLowerCase()
  const cut = next.startsWith(stub) && /^\p{L}/u.test(next.slice(stub.length))
  return cut ? text.slice(0, last?.index).trim() : text
}

function startItem(reading: Reading, row: PlacedRow): void {
  const before = lastButir(reading.plan)
  const numbered = openTitles(reading, row)
  const { butir, langkah, indikator, eviden } = row.texts
  if ([butir, langkah, indikator, eviden].every((text) => text === undefined)) return
  const own = numbered ? null : (row.nomor?.label ?? null)
  const draft = openButir(reading.plan, row.label?.label ?? own)
  addTexts(draft, row)
  if (before) inherit(draft, before, row)
  if (row.tersesat.length > 0) addStray(reading, draft, row)
}

/** Opens the area and the activity that a row begins; true where its number belongs to one of them. */
function openTitles(reading: Reading, row: PlacedRow): boolean {
  const { area, kegiatan } = row.texts
  const printed = reading.habits.numbersRows ? null : (row.nomor?.label ?? null)
  let nomor = printed
  const cut = reading.habits.wrapped || row.opens
  if (area !== undefined && !isSame(area, lastArea(reading.plan)?.judul, cut)) {
    const title = numberedTitle(area)
    openArea(reading.plan, title.nomor ?? nomor, title.judul)
    nomor = null
  }
  if (kegiatan !== undefined && !isSame(kegiatan, lastKegiatan(reading.plan)?.judul, cut)) {
    const title = numberedTitle(kegiatan)
    openKegiatan(reading.plan, title.nomor ?? nomor, title.judul)
    nomor = null
  }
  return printed !== null && nomor === null
}

function numberedTitle(text: string): { nomor: string | null; judul: string } {
  const read = readLabel(text)
  if (!read) return { nomor: null, judul: cleanText(text) }
  return { nomor: read.enumerator.label, judul: cleanText(read.rest) }
}

/** Files that repeat a merged cell print the same title again in each row, or its first line. */
function isSame(text: string, open: string[] | undefined, cut: boolean): boolean {
  if (open === undefined) return false
  const title = numberedTitle(text).judul
  if (similarity(title, joined(open)) >= 0.95) return true
  return cut && joined(open).toLowerCase().startsWith(`${title.toLowerCase()} `)
}

function addTexts(draft: DraftButir, row: PlacedRow): void {
  for (const role of itemRoles) {
    const teks = row.texts[role]
    if (teks !== undefined) addPiece(draft, role, { teks, baris: row.baris, opens: row.opens })
  }
  if (!draft.baris.includes(row.baris)) draft.baris.push(row.baris)
  draft.bulan = [...new Set([...draft.bulan, ...row.bulan])].toSorted((a, b) => a - b)
}

/** A merged cell above holds for this item too; indicators and evidence are listed once only. */
function inherit(draft: DraftButir, before: DraftButir, row: PlacedRow): void {
  for (const role of ['butir', 'langkah', 'waktu'] as const) {
    if (!row.covered.has(role) || draft.pieces.has(role)) continue
    const pieces = before.pieces.get(role)
    if (pieces) draft.pieces.set(role, pieces)
  }
  if (row.covered.has('bulan') && draft.bulan.length === 0) draft.bulan = before.bulan
}

/** A text that slipped out of its column is taken for evidence where a list of it is open. */
function addStray(reading: Reading, draft: DraftButir, row: PlacedRow): void {
  const open = draft.pieces.has('eviden')
  for (const teks of row.tersesat) {
    addPiece(draft, open ? 'eviden' : 'ket', { teks, baris: row.baris, opens: row.opens })
  }
  draft.keyakinan = Math.min(draft.keyakinan, 0.7)
  reading.plan.temuan.push({
    kode: 'teks-salah-kolom',
    baris: [row.baris],
    pesan: `"${row.tersesat.join('; ')}" tercetak di luar kolomnya.`,
    keputusan: open
      ? 'Dimuat sebagai eviden butir di atasnya.'
      : 'Dimuat sebagai keterangan butir di atasnya.',
  })
}
