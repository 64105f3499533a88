import { describe, expect, it } from 'vitest'
import { mentionedIn } from './sebutan.ts'

const people = [
  { id: 'b', nama: 'Budi' },
  { id: 'bs', nama: 'Budi Santoso' },
  { id: 's', nama: 'Sari Dewi, S.H.' },
]

describe('a mention', () => {
  it('is a whole name behind an @, in any letter case', () => {
    expect(mentionedIn('Mohon dicek @budi, terima kasih', people)).toEqual(['b'])
    expect(mentionedIn('@Sari Dewi, S.H. tolong lengkapi', people)).toEqual(['s'])
  })

  it('calls only the longest of names that begin alike', () => {
    expect(mentionedIn('@Budi Santoso mohon', people)).toEqual(['bs'])
    expect(mentionedIn('@Budi Sant mohon', people)).toEqual(['b'])
  })

  it('is not the beginning of another word, an address, or a name without @', () => {
    expect(mentionedIn('@Budiman, budi@contoh.id, dan Budi', people)).toEqual([])
  })

  it('calls everyone once', () => {
    expect(mentionedIn('@Budi @budi @Sari Dewi, S.H.', people)).toEqual(['b', 's'])
  })
})
