/** A page of plain text as a PDF, for the sample offices; Latin letters only. */
export function samplePdf(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replaceAll(/[\\()]/g, String.raw`\$&`)}) Tj T*`)
  const content = `BT /F1 12 Tf 18 TL 72 760 Td ${shown.join('\n')} ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[4 0 R]>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>',
    `<</Length ${Buffer.byteLength(content, 'latin1')}>>stream\n${content}\nendstream`,
  ]
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(body, 'latin1')
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const start = Buffer.byteLength(body, 'latin1')
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(body + end, 'latin1')
}

type SampleFile = { judul: string; tanggal: string; satkerNama: string }

/** A report as a sample office might keep it, marked as a sample. */
export const sampleReport = ({ judul, tanggal, satkerNama }: SampleFile): Buffer =>
  samplePdf([
    satkerNama.toUpperCase(),
    '',
    judul,
    '',
    `Tanggal: ${tanggal}`,
    'Dokumen ini contoh, dibuat oleh KPU HUB untuk satuan kerja contoh.',
    'Isi: ringkasan kegiatan, peserta, hasil, dan tindak lanjut.',
  ])
