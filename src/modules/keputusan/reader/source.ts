import type { RenaksiArea, RenaksiKeputusan, Renaksi, Temuan } from '../renaksi.ts'

/** A cell of a table row. Text may hold line breaks where the file has paragraphs. */
export type SourceCell = {
  teks: string
  /** first column, from 0 */
  kolom: number
  colspan: number
  /** rows covered downwards, 1 = this row only; covered rows hold no cell there */
  rowspan: number
  /** the cell is shaded, as some annexes mark months */
  arsiran?: boolean
}

/** One line of a source: of a text file as it stands, of other formats as extracted, numbered from 1. */
export type SourceLine = {
  baris: number
  teks: string
  /** present where the file itself says that this line is a table row */
  sel?: SourceCell[]
  halaman?: number
  /** present where the file itself shows that this line is a page number or running head */
  derau?: 'nomor-halaman' | 'kop'
  /** the cells of this line are part of the row that begins on that line, further up */
  bagian?: number
  /** in which column some text of this row stands is a guess */
  ragu?: true
}

export type Source = {
  nama: string
  sha256: string
  jenis: 'txt' | 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json'
  lines: SourceLine[]
  /** what opening the file had to leave out or decide */
  temuan?: Temuan[]
}

/** Why a line is noise, for the promise that nothing is lost. */
export type NoiseKind =
  | 'kosong'
  | 'judul-tabel'
  | 'nomor-kolom'
  | 'nomor-halaman'
  | 'kop'
  | 'pengesahan'
  | 'narasi'
  | 'baris-ganda'
  | 'sampah'

/** What one part of the reader took from the source. Every line is in placed, noise or rest. */
export type Taken = {
  temuan: Temuan[]
  placed: Set<number>
  noise: Map<number, NoiseKind>
}

export type HeaderRead = Taken & {
  keputusan: RenaksiKeputusan
  /** line on which the annex begins; lines before it belong to the decree itself */
  annexFrom: number
  /** first and last line of the plan itself: after heading and narrative, before the signatures */
  planFrom: number
  planTo: number
  /** weights that the narrative states */
  bobot: NonNullable<Renaksi['rencana']['bobot']>
}

export type AnnexRead = Taken & {
  jenis: Renaksi['rencana']['jenis']
  tahun: number | null
  bobot: NonNullable<Renaksi['rencana']['bobot']>
  area: RenaksiArea[]
}
