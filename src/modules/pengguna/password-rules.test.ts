import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password-rules.ts'

const owner = { nama: 'Sekar Padangembun', email: 'sekar.padangembun@contoh.id' }
const problem = (password: string) => passwordProblem(password, owner)

describe('a new password', () => {
  it('needs twelve letters, and then nothing else', () => {
    expect(problem('sebelas-abc')).toMatch(/paling sedikit 12/)
    expect(problem('kuda hijau membaca')).toBeNull()
    expect(problem('duabelas-abc')).toBeNull()
  })

  it('is refused when it costs seconds to check', () => {
    expect(problem('abcd'.repeat(40))).toMatch(/paling banyak 128/)
  })

  it('is refused when it is among the common ones, however written', () => {
    expect(problem('Password12345')).toMatch(/terlalu umum/)
    expect(problem('Indonesia 1945')).toMatch(/terlalu umum/)
    expect(problem('Reformasi Birokrasi')).toMatch(/terlalu umum/)
  })

  it('is refused when it repeats one or two signs', () => {
    expect(problem('abababababab')).toMatch(/seragam/)
  })

  it('is refused when it is the name or address of its owner, also with digits around it', () => {
    for (const own of [
      'sekarpadangembun',
      'Sekar Padangembun 2026!',
      'sekar.padangembun@contoh.id',
      '1sekarpadangembun1',
    ])
      expect(problem(own), own).toMatch(/nama atau alamat/)
    expect(problem('sekar membeli padi')).toBeNull()
  })

  it('does not take a mere number for the name of a nameless owner', () => {
    expect(passwordProblem('918273645091', { nama: '', email: '' })).toBeNull()
  })
})
