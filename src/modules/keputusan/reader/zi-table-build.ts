import type { RenaksiArea, RenaksiButir, RenaksiJadwal, Temuan } from '../renaksi.ts'
import { readEnumerator } from './enumerator.ts'
import { splitEvidence } from './evidence.ts'
import { startsWithEvidence } from './evidence-words.ts'
import { knownNames, type KnownNames } from './evidence-run.ts'
import { listItems } from './grid-lists.ts'
import { readSchedule } from './schedule.ts'
import { cleanText } from './text.ts'
import { joined, textOf, type DraftButir, type DraftPlan, type Piece } from './zi-table-draft.ts'
import { readLabel } from './zi-table-label.ts'
import { isUnfinished } from './zi-table-row.ts'

/** What the table as a whole tells about its cells. */
export type TableSense = {
  tahun: number | null
  /** physical rows are lines of a cell, so that texts wrap from row to row */
  wrapped: boolean
  /** the table has a column of target times, so that a missing one is worth a word */
  timed: boolean
}

/** Rows of evidence from which on each row is taken for one name, and words that a name has at most. */
const listLength = 5
const nameLength = 10

/** Turns the drafts into the areas of a plan, with a finding for whatever was decided. */
export function buildAreas(plan: DraftPlan, sense: TableSense): RenaksiArea[] {
  const drafts = plan.area.flatMap((area) => area.kegiatan.flatMap((each) => each.butir))
  const known = namesInUse(drafts, sense)
  return plan.area.map((area) => ({
    nomor: area.nomor,
    judul: joined(area.judul) || null,
    kegiatan: area.kegiatan.map((kegiatan) => ({
      nomor: kegiatan.nomor,
      judul: joined(kegiatan.judul) || null,
      butir: kegiatan.butir.map((draft) => buildButir(draft, known, sense, plan.temuan)),
    })),
  }))
}

/** Names that stand alone in a cell somewhere show where run-together lists are to be cut. */
function namesInUse(drafts: DraftButir[], sense: TableSense): KnownNames {
  const none = knownNames([], [])
  const lists = drafts.map((draft) => evidenceCells(draft, sense))
  const single = lists.flat().filter((cell) => splitEvidence(cell, none).nama.length === 1)
  const listed = lists.filter((cells) => cells.length >= listLength).flat()
  return knownNames(
    single,
    listed.filter((cell) => cell.split(/\s+/).length <= nameLength),
  )
}

function buildButir(
  draft: DraftButir,
  known: KnownNames,
  sense: TableSense,
  temuan: Temuan[],
): RenaksiButir {
  const uraian = labelled(textOf(draft, 'butir'))
  const langkah = draft.pieces.has('butir')
    ? { label: null, text: textOf(draft, 'langkah') }
    : labelled(textOf(draft, 'langkah'))
  const eviden = buildEvidence(draft, known, sense, temuan)
  const jadwal = buildSchedule(draft, sense, temuan)
  const indikator = (draft.pieces.get('indikator') ?? []).map((piece) => piece.teks).join('\n')
  return {
    label: draft.label ?? uraian.label ?? langkah.label,
    uraian: uraian.text || null,
    langkah: langkah.text || null,
    indikator: indikator === '' ? [] : listItems(indikator),
    eviden: eviden.nama,
    jadwal,
    keterangan: remarks(draft, eviden.pengantar),
    baris: draft.baris.toSorted((a, b) => a - b),
    keyakinan: draft.keyakinan,
  }
}

function labelled(text: string): { label: string | null; text: string } {
  const bullet = readEnumerator(text)
  if (bullet?.enumerator.style === 'bullet') return { label: null, text: cleanText(bullet.rest) }
  const read = readLabel(text)
  if (!read || read.rest === '') return { label: null, text }
  return { label: read.enumerator.label, text: cleanText(read.rest) }
}

function remarks(draft: DraftButir, intro: string | null): string | null {
  const texts = [textOf(draft, 'ket'), textOf(draft, 'lain'), intro ?? ''].filter((t) => t !== '')
  return texts.length > 0 ? texts.join('; ') : null
}

function buildEvidence(
  draft: DraftButir,
  known: KnownNames,
  sense: TableSense,
  temuan: Temuan[],
): { nama: string[]; pengantar: string | null } {
  const lists = evidenceCells(draft, sense).map((cell) => splitEvidence(cell, known))
  if (lists.some((list) => !list.yakin)) {
    draft.keyakinan = Math.min(draft.keyakinan, 0.75)
    temuan.push({
      kode: 'eviden-beruntun',
      baris: draft.baris,
      pesan:
        'Daftar eviden dalam satu sel tanpa tanda pemisah; batas antarnama diduga dari susunan katanya.',
      keputusan: lists.flatMap((list) => list.nama).join(' | '),
      alternatif: lists.flatMap((list) => list.nama).join(' '),
    })
  }
  const intros = lists.flatMap((list) => list.pengantar ?? [])
  return { nama: lists.flatMap((list) => list.nama), pengantar: intros.join(' ') || null }
}

/** The evidence cells of an item; in a wrapped table its rows are lines of a single cell. */
function evidenceCells(draft: DraftButir, sense: TableSense): string[] {
  const pieces = draft.pieces.get('eviden') ?? []
  if (sense.wrapped) return pieces.length > 0 ? [unwrapped(pieces)] : []
  return pieces.reduce<Piece[]>(withCutCell, []).map((piece) => piece.teks)
}

/** Lines of one cell: a new name begins only with words that name a document, or a number. */
function unwrapped(pieces: Piece[]): string {
  const lines = pieces.map((each) => each.teks)
  if (readEnumerator(lines[0] ?? '')) return lines.join(' ')
  return lines.reduce((text, line) => {
    const named = /^\p{Lu}/u.test(line) && startsWithEvidence(line, 'strong') && !isUnfinished(text)
    const begins = named || readEnumerator(line) !== null
    return `${text}${begins ? '\n' : ' '}${line}`
  })
}

/** A page break can cut a name: what follows it in small letters goes on. */
function withCutCell(kept: Piece[], piece: Piece): Piece[] {
  const before = kept.at(-1)
  const cut = before && piece.opens && isUnfinished(before.teks) && /^\p{Ll}/u.test(piece.teks)
  if (!before || !cut) return [...kept, piece]
  return [...kept.slice(0, -1), { ...piece, teks: `${before.teks} ${piece.teks}` }]
}

function buildSchedule(
  draft: DraftButir,
  sense: TableSense,
  temuan: Temuan[],
): RenaksiJadwal | null {
  if (draft.bulan.length > 0) {
    return { bulan: draft.bulan, mulai: null, selesai: null, asli: textOf(draft, 'waktu') || null }
  }
  const asli = textOf(draft, 'waktu')
  if (asli === '') {
    if (sense.timed) temuan.push(missingTime(draft))
    return null
  }
  const read = readSchedule(asli, sense.tahun)
  if (read) return read
  draft.keyakinan = Math.min(draft.keyakinan, 0.7)
  temuan.push({
    kode: 'waktu-tak-terbaca',
    baris: draft.baris,
    pesan: `Target waktu "${asli}" tidak menyebut bulan.`,
    keputusan: 'Teks disimpan apa adanya tanpa bulan.',
  })
  return { bulan: [], mulai: null, selesai: null, asli }
}

function missingTime(draft: DraftButir): Temuan {
  return {
    kode: 'waktu-kosong',
    baris: draft.baris,
    pesan: 'Butir ini tidak mencantumkan target waktu.',
    keputusan: 'Jadwal dibiarkan kosong; tidak diisi dari butir lain.',
  }
}
