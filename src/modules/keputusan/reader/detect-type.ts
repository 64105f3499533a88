import { csvDelimiter } from './open-csv.ts'
import { binaryShare, decodeText } from './open-text.ts'
import { openZip, type Zip } from './open-zip.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type Detected =
  | { jenis: 'pdf' }
  | { jenis: 'docx' | 'xlsx'; zip: Zip }
  | { jenis: 'csv'; text: string; delimiter: ';' | ',' | '\t' }
  | { jenis: 'txt' | 'json'; text: string }

const accepted = 'PDF, DOCX, XLSX, CSV, TXT, atau JSON'

/** Tells the type of a file by its content; the name decides only between text and CSV. */
export async function detectType(file: { nama: string; bytes: Uint8Array }): Promise<Detected> {
  const { bytes } = file
  if (bytes.length === 0) {
    throw new UnreadableFile(
      'Berkas ini kosong (0 byte). Periksa berkas aslinya, lalu unggah kembali.',
    )
  }
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return { jenis: 'pdf' }
  if (head.startsWith('PK\u0003\u0004')) return await detectOffice(bytes)
  const foreign = foreignTypes.find(({ start }) => start.test(head))
  if (foreign) throw new UnreadableFile(foreign.pesan)
  return detectText(file)
}

async function detectOffice(bytes: Uint8Array): Promise<Detected> {
  const zip = await openZip(bytes)
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) {
    throw new UnreadableFile(
      'Berkas ini memuat makro, dan berkas bermakro tidak diterima. ' +
        'Simpan sebagai dokumen tanpa makro (.docx atau .xlsx), lalu unggah kembali.',
    )
  }
  if (zip.names.some((name) => /^word\/document\d*\.xml$/.test(name))) return { jenis: 'docx', zip }
  if (zip.names.includes('xl/workbook.xml')) return { jenis: 'xlsx', zip }
  throw new UnreadableFile(
    `Berkas ini bukan dokumen yang dapat dibaca. Unggah satu berkas ${accepted}, bukan berkas ZIP.`,
  )
}

function detectText({ nama, bytes }: { nama: string; bytes: Uint8Array }): Detected {
  const text = decodeText(bytes)
  if (binaryShare(text) > 0.01) throw notADocument()
  const office = /\.(pdf|docx|xlsx)$/i.exec(nama)?.[1]
  if (office) throw onlyNamed(office.toUpperCase())
  if (/^\s*[{[]/.test(text) && isJson(text)) return { jenis: 'json', text }
  const delimiter = csvDelimiter(text, /\.(?:csv|tsv)$/i.test(nama))
  return delimiter === null ? { jenis: 'txt', text } : { jenis: 'csv', text, delimiter }
}

/** A damaged JSON file is told as such, not read as a decree in prose. */
function isJson(text: string): boolean {
  return /^\s*(?:\{\s*"|\[\s*[{["\d])/.test(text)
}

const saveAgain = (program: string, type: string): string =>
  `Buka di ${program}, simpan sebagai ${type}, lalu unggah kembali.`

const foreignTypes = [
  {
    start: /^\u00D0\u00CF\u0011\u00E0/,
    pesan:
      'Berkas ini berformat Word atau Excel lama (.doc atau .xls) atau terkunci dengan kata sandi. ' +
      saveAgain('Word atau Excel', '.docx atau .xlsx tanpa kata sandi'),
  },
  { start: /^\{\\rtf/, pesan: `Berkas ini berformat RTF. ${saveAgain('Word', '.docx')}` },
  {
    start: /^(?:\u0089PNG|\u00FF\u00D8\u00FF|GIF8|II\*\0|MM\0\*|RIFF....WEBP|BM....\0\0\0\0)/s,
    pesan:
      'Berkas ini berupa gambar, sehingga tulisannya tidak dapat dibaca. ' +
      'Unggah dokumen aslinya (DOCX atau PDF yang tulisannya dapat disalin).',
  },
  {
    start: /^\uFEFF?(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype html|html|\?xml)/i,
    pesan: `Berkas ini berupa halaman web atau XML. ${saveAgain('peramban atau Word', 'PDF atau .docx')}`,
  },
]

function notADocument(): UnreadableFile {
  return new UnreadableFile(
    'Berkas ini bukan dokumen yang dapat dibaca, apa pun nama berkasnya. ' +
      `Unggah keputusan sebagai ${accepted}.`,
  )
}

/** A renamed text: what its program would have kept, such as tables and fonts, is gone. */
function onlyNamed(type: string): UnreadableFile {
  return new UnreadableFile(
    `Berkas ini bernama ${type}, tetapi isinya teks biasa. ` +
      `Unggah ${type} aslinya, atau ganti akhiran namanya menjadi .txt bila memang teks.`,
  )
}
