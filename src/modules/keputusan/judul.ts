const small = new Set([
  'dan',
  'atau',
  'di',
  'ke',
  'dari',
  'atas',
  'untuk',
  'pada',
  'dengan',
  'yang',
])
const shouted = /^[^\p{Ll}]*$/u
const abbreviation =
  /^(KPU|KIP|RI|RB|ZI|WBK|WBBM|WBK\/WBBM|SDM|SPBE|SPIP|ASN|PNS|PPPK|PKPU|TPI|NTB|NTT|DKI|DIY|[IVX]+)$/

/**
 * The title of a decree for reading: what stands in capitals throughout, as on paper, gets them at
 * the beginnings of words only. A title in mixed letters stays as it is; so do numbers of decrees.
 */
export function readableJudul(judul: string): string {
  if (!shouted.test(judul.replaceAll(/\S*\d\S*/g, ''))) return judul
  return judul
    .split(/(\s+)/)
    .map((word, index) => readableWord(word, index === 0))
    .join('')
}

function readableWord(word: string, first: boolean): string {
  const bare = word.replaceAll(/[^\p{L}/]/gu, '')
  if (/\d/.test(word) || abbreviation.test(bare)) return word
  const lower = word.toLowerCase()
  return !first && small.has(lower) ? lower : lower.replaceAll(/(^|[^\p{L}])\p{L}/gu, toUpper)
}

const toUpper = (letters: string) => letters.toUpperCase()
