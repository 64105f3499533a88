import type { RenaksiKeputusan, Temuan } from '../renaksi.ts'
import { amendedNumber, readDate } from './decree-number.ts'
import type { HeaderFacts } from './header-facts.ts'

type Decided = { keputusan: RenaksiKeputusan; temuan: Temuan[] }

/** Stands for a year that nothing in the document tells; a finding always says so. */
const unknownYear = 1900

/** Chooses among the facts: the decree's own head first, then its annex, then what is left. */
export function decideKeputusan(
  facts: HeaderFacts,
  clauses: Pick<RenaksiKeputusan, 'menimbang' | 'mengingat' | 'memperhatikan' | 'diktum'>,
): Decided {
  const { heading, annex, signature, caption } = facts
  const issuer = heading.issuer ?? annex.issuer ?? facts.letterhead
  const number = heading.number ?? annex.number
  const judul = heading.judul ?? annex.judul ?? facts.decided
  const tanggal = readDate(signature.tanggal ?? '') ?? annex.tanggal
  const year = decideYear(facts, judul ?? caption ?? '', tanggal)
  const tahun = year ?? unknownYear
  const keputusan = {
    penerbit: issuer?.penerbit ?? '',
    ...(issuer === null ? {} : { tingkat: issuer.tingkat }),
    ...(issuer?.wilayah == null ? {} : { wilayah: issuer.wilayah }),
    nomor: number?.nomor ?? '',
    tahun,
    judul: judul ?? caption ?? '',
    tanggal: tanggal ?? `${tahun}-01-01`,
    tempat: signature.tempat,
    ketua: signature.ketua,
    penyalin: signature.penyalin,
    ...clauses,
    mengubah: amendedNumber(judul ?? ''),
  }
  const temuan = [
    issuer === null ? absent('penerbit', 'Kantor yang menetapkan') : null,
    number === null ? absent('nomor', 'Nomor keputusan') : null,
    judul === null ? absentTitle(caption) : null,
    year === null ? absent('tahun', 'Tahun keputusan', String(unknownYear)) : null,
    tanggal === null ? absent('tanggal', 'Tanggal penetapan', keputusan.tanggal) : null,
  ]
  return { keputusan, temuan: temuan.filter((each) => each !== null) }
}

function decideYear(facts: HeaderFacts, judul: string, tanggal: string | null): number | null {
  const numbered = facts.heading.number?.tahun ?? facts.annex.number?.tahun
  if (numbered != null) return numbered
  if (tanggal !== null) return Number(tanggal.slice(0, 4))
  const titled = /\bTAHUN\s+(\d{4})\b/i.exec(judul)?.[1]
  return titled === undefined ? facts.usualYear : Number(titled)
}

function absent(field: string, name: string, instead = ''): Temuan {
  return {
    kode: `${field}-tidak-ada`,
    pesan: `${name} tidak ditemukan dalam dokumen. Lengkapi sebelum disimpan.`,
    keputusan: instead === '' ? 'Dibiarkan kosong.' : `Sementara diisi ${instead}.`,
  }
}

function absentTitle(caption: string | null): Temuan {
  if (caption === null) return absent('judul', 'Judul keputusan')
  return {
    kode: 'judul-dari-lampiran',
    pesan: 'Judul keputusan tidak ditemukan; judul di atas tabel rencana aksi yang dipakai.',
    keputusan: caption,
  }
}
