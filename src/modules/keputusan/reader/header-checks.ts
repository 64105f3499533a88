import type { RenaksiKeputusan, Temuan } from '../renaksi.ts'
import { readDate } from './decree-number.ts'
import type { HeaderFacts } from './header-facts.ts'
import { containment } from './similarity.ts'

/** Says where the parts of a document do not agree, and which of them was believed. */
export function checkHeader(facts: HeaderFacts, keputusan: RenaksiKeputusan): Temuan[] {
  return [
    checkNumber(facts),
    checkTitle(facts, keputusan.judul),
    checkDate(facts),
    checkYear(facts),
    checkPeople(facts),
  ].filter((each) => each !== null)
}

function checkNumber({ heading, annex }: HeaderFacts): Temuan | null {
  if (heading.number === null || annex.number === null) return null
  const written = ({ nomor, tahun }: NonNullable<typeof heading.number>) =>
    `${nomor} ${tahun ?? ''}`.trim()
  if (written(heading.number) === written(annex.number)) return null
  return {
    kode: 'nomor-lampiran-berbeda',
    pesan: `Nomor keputusan pada lampiran (${annex.number.nomor}) berbeda dari kepala keputusan (${heading.number.nomor}).`,
    keputusan: heading.number.nomor,
    alternatif: annex.number.nomor,
  }
}

/** A shorter title says the same as long as all its words stand in the longer one. */
function checkTitle({ decided, annex }: HeaderFacts, judul: string): Temuan | null {
  const other = [decided, annex.judul].find((title) => title !== null && !saysSame(title, judul))
  if (other == null || judul === '') return null
  return {
    kode: 'judul-berbeda',
    pesan: 'Judul pada kepala keputusan berbeda dari judul pada diktum Menetapkan atau lampiran.',
    keputusan: judul,
    alternatif: other,
  }
}

function saysSame(a: string, b: string): boolean {
  return Math.max(containment(a, b), containment(b, a)) >= 0.98
}

function checkDate({ signature, annex }: HeaderFacts): Temuan | null {
  const signed = readDate(signature.tanggal ?? '')
  if (signed === null || annex.tanggal === null || signed === annex.tanggal) return null
  return {
    kode: 'tanggal-lampiran-berbeda',
    pesan: 'Tanggal pada lampiran berbeda dari tanggal penetapan.',
    keputusan: signed,
    alternatif: annex.tanggal,
  }
}

function checkYear({ heading, signature }: HeaderFacts): Temuan | null {
  const tahun = heading.number?.tahun
  const signed = readDate(signature.tanggal ?? '')
  if (tahun == null || signed === null || signed.startsWith(String(tahun))) return null
  return {
    kode: 'tahun-berbeda',
    pesan: `Tahun pada nomor keputusan (${tahun}) berbeda dari tahun penetapannya (${signed.slice(0, 4)}).`,
    keputusan: String(tahun),
    alternatif: signed.slice(0, 4),
  }
}

function checkPeople({ signature }: HeaderFacts): Temuan | null {
  const { ketua, penyalin, tertukar, baris } = signature
  if (tertukar) {
    return {
      kode: 'penanda-tangan-tercampur',
      baris,
      pesan: 'Nama ketua dan nama penyalin tercampur pada blok tanda tangan.',
      keputusan: `Ketua: ${ketua ?? '-'}; penyalin: ${penyalin?.nama ?? '-'}.`,
      alternatif: `Ketua: ${penyalin?.nama ?? '-'}; penyalin: ${ketua ?? '-'}.`,
    }
  }
  if (ketua === null) {
    return {
      kode: 'ketua-tidak-ada',
      pesan: 'Nama pejabat yang menandatangani keputusan tidak ditemukan.',
      keputusan: 'Dibiarkan kosong.',
    }
  }
  if (penyalin === null || penyalin.nama != null) return null
  return {
    kode: 'penyalin-tanpa-nama',
    baris,
    pesan: 'Nama pejabat yang mengesahkan salinan tidak ditemukan.',
    keputusan: 'Dibiarkan kosong.',
  }
}
