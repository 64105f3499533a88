export type Orang = { id: string; nama: string }

/**
 * The ids of those whose whole name stands behind an @ in the text, in any letter case. Of names that begin
 * alike the longest counts, so that @Budi Santoso does not also call Budi.
 */
export function mentionedIn(teks: string, people: readonly Orang[]): string[] {
  const byLength = people.toSorted((a, b) => b.nama.length - a.nama.length)
  const found = new Set<string>()
  for (const part of teks.toLowerCase().split('@').slice(1)) {
    const person = byLength.find(({ nama }) => isNamed(part, nama.toLowerCase()))
    if (person) found.add(person.id)
  }
  return [...found]
}

const isNamed = (text: string, nama: string) =>
  text.startsWith(nama) && !/^[\p{L}\p{N}]/u.test(text.slice(nama.length))
