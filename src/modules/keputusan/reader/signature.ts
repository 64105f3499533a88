import type { RenaksiKeputusan } from '../renaksi.ts'
import type { HeaderLine } from './header-lines.ts'
import { comparisonKey } from './similarity.ts'
import { signatureKind, type SignaturePart } from './signature-words.ts'
import { upperShare } from './text.ts'

export type Signature = {
  tempat: string | null
  /** as printed */
  tanggal: string | null
  ketua: string | null
  penyalin: NonNullable<RenaksiKeputusan['penyalin']> | null
  /** the names of chair and certifier stood in one block and were told apart by their letters */
  tertukar: boolean
  /** where the names stand, and the words that certify the copy */
  baris: number[]
}

type Block = { names: string[]; roles: string[]; signed: string[] }

/**
 * Reads a signature block. In a copy the chair signs "ttd." and the certifier below "Salinan sesuai
 * dengan aslinya"; where two columns became one, all names may stand in the second block.
 */
export function readSignature(lines: readonly HeaderLine[], wilayah: string | null): Signature {
  const parts = inColumns(lines).map((line) => ({
    ...signatureKind(line.teks, wilayah),
    baris: line.baris,
  }))
  const chair: Block = { names: [], roles: [], signed: [] }
  const certifier: Block = { names: [], roles: [], signed: [] }
  const decider = parts.some(({ kind }) => kind === 'ketua') ? 'ketua' : 'sekretaris'
  let block = chair
  let afterSign = false
  for (const part of parts) {
    if (part.kind === 'salinan') block = certifier
    if (part.kind === decider) block = chair
    const isRole = part.kind === 'jabatan' || (part.kind === 'sekretaris' && decider === 'ketua')
    if (isRole) block.roles.push(part.teks)
    if (part.nama !== null) (afterSign ? block.signed : block.names).push(part.nama)
    if (part.nama !== null || isRole) afterSign = false
    if (part.kind === 'ttd') afterSign = true
  }
  const people = assign(chair, certifier)
  return {
    tempat: textOf(parts, 'tempat'),
    tanggal: textOf(parts, 'tanggal'),
    ...people,
    penyalin: certifierOf(people.salinan, [...certifier.roles, ...chair.roles], parts),
    baris: parts
      .filter((part) => part.kind === 'salinan' || part.nama !== null)
      .map(({ baris }) => baris),
  }
}

/** Joins what two signature blocks of one decree say; the second fills gaps only. */
export function mergeSignatures(first: Signature, second: Signature): Signature {
  const same = (name: string) =>
    comparisonKey(name) === comparisonKey(first.ketua ?? second.ketua ?? '')
  const nama = [first.penyalin?.nama, second.penyalin?.nama].find(
    (name) => name != null && !same(name),
  )
  const jabatan = first.penyalin?.jabatan ?? second.penyalin?.jabatan ?? null
  const hasCertifier = first.penyalin !== null || second.penyalin !== null
  return {
    tempat: first.tempat ?? second.tempat,
    tanggal: first.tanggal ?? second.tanggal,
    ketua: first.ketua ?? second.ketua,
    penyalin: hasCertifier ? { nama: nama ?? null, jabatan } : null,
    tertukar: first.tertukar || (first.ketua === null && second.tertukar),
    baris: [...new Set([...first.baris, ...second.baris])],
  }
}

/** Reads the left column down, then the right one, where lines have two. */
function inColumns(lines: readonly HeaderLine[]): HeaderLine[] {
  const both = lines.some((line, i) => line.kolom === 1 && lines[i - 1]?.baris === line.baris)
  if (!both) return [...lines]
  return [...lines.filter(({ kolom }) => kolom === 0), ...lines.filter(({ kolom }) => kolom === 1)]
}

type People = { ketua: string | null; salinan: string | null; tertukar: boolean }

function assign(chair: Block, certifier: Block): People {
  const own = [...chair.signed, ...chair.names]
  const copy = [...certifier.names, ...certifier.signed]
  if (own.length > 0 && (own.length === 1 || copy.length > 0)) {
    return { ketua: own[0] ?? null, salinan: copy[0] ?? null, tertukar: false }
  }
  if (own.length > 1) return tellApart(own, chair.signed)
  if (copy.length > 1) return tellApart(copy, certifier.signed)
  const isChair = certifier.signed.length === 1 && isCapital(certifier.signed[0] ?? '')
  const [name = null] = copy
  return { ketua: isChair ? name : null, salinan: isChair ? null : name, tertukar: isChair }
}

/** Of two names in one block the chair's is in capitals, but for a title ("Dr. H. IRON SAHRONI"), or else right below "ttd.". */
function tellApart(names: readonly string[], signed: readonly string[]): People {
  const capitals = names.filter(isCapital)
  const ketua = (capitals.length === 1 ? capitals[0] : (signed[0] ?? names[0])) ?? null
  return { ketua, salinan: names.find((name) => name !== ketua) ?? null, tertukar: true }
}

function isCapital(name: string): boolean {
  return upperShare(name.split(',')[0] ?? '') > 0.7
}

function certifierOf(
  nama: string | null,
  roles: readonly string[],
  parts: readonly SignaturePart[],
) {
  const jabatan = roles.join(' ').replace(/,$/, '')
  const isCopy = parts.some(({ kind }) => kind === 'salinan')
  return isCopy || nama !== null ? { nama, jabatan: jabatan === '' ? null : jabatan } : null
}

function textOf(parts: readonly SignaturePart[], field: 'tempat' | 'tanggal'): string | null {
  return parts.find((part) => part[field] !== null)?.[field] ?? null
}
