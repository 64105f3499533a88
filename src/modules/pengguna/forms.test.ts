import { describe, expect, it } from 'vitest'
import { checkForm } from '#platform/http/form.ts'
import { assignForm, delegationForm, editForm, inviteForm, newPasswordForm } from './forms.ts'

const problems = (result: ReturnType<typeof checkForm>) =>
  result.ok ? [] : result.problems.map((problem) => problem.field)

describe('what is typed', () => {
  it('is trimmed, lower-cased where it is an address, and an empty area is none', () => {
    const typed = { nama: '  Sari ', email: ' Sari@KPU.go.id ', peran: 'pembaca', area: '' }
    const form = checkForm(inviteForm, typed)
    expect(form.ok && form.values).toEqual({
      nama: 'Sari',
      email: 'sari@kpu.go.id',
      peran: 'pembaca',
      area: null,
    })
  })

  it('needs an area for a coordinator and drops it where the role has none', () => {
    const typed = { nama: 'Sari', email: 'sari@kpu.go.id', area: '' }
    expect(problems(checkForm(inviteForm, { ...typed, peran: 'koordinator_area' }))).toEqual([
      'area',
    ])
    const reader = checkForm(inviteForm, { ...typed, peran: 'pembaca', area: '3' })
    expect(reader.ok && reader.values.area).toBeNull()
  })

  it('names every missing field at once', () => {
    expect(problems(checkForm(inviteForm, {}))).toEqual(['nama', 'email', 'peran'])
  })

  it('takes a NIP of 18 digits, also with spaces, or none', () => {
    const nip = (value: string) => checkForm(editForm, { nama: 'Sari', nip: value, versi: '1' })
    const spaced = nip('19850101 201001 1 001')
    expect(spaced.ok && spaced.values.nip).toBe('198501012010011001')
    const none = nip('')
    expect(none.ok && none.values.nip).toBeNull()
    expect(problems(nip('1985'))).toEqual(['nip'])
  })

  it('refuses periods that end before they begin, and impossible dates', () => {
    const typed = { peran: 'ketua', dari: '2026-11-20', sampai: '2026-11-19' }
    expect(problems(checkForm(assignForm, typed))).toEqual(['sampai'])
    expect(problems(checkForm(assignForm, { ...typed, dari: '2026-02-30', sampai: '' }))).toEqual([
      'dari',
    ])
  })

  it('refuses that someone stands in for himself', () => {
    const id = '0190f000-0000-7000-8000-000000000001'
    const typed = { jenis: 'plh', peran: 'ketua', pemberi: id, penerima: id }
    const dates = { dari: '2026-11-20', sampai: '2026-11-21', dasar: 'SP 1' }
    expect(problems(checkForm(delegationForm, { ...typed, ...dates }))).toEqual(['penerima'])
  })

  it('wants a new password typed alike twice', () => {
    expect(problems(checkForm(newPasswordForm, { sandi: 'a', ulang: 'b' }))).toEqual(['ulang'])
  })
})
