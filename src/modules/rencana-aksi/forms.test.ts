import { describe, expect, it } from 'vitest'
import { checkForm, type Typed } from '#platform/http/form.ts'
import { assignForm, butirForm, columnForm, draftForm, editIn, selForm } from './forms.ts'

const id = '0190a000-0000-7000-8000-000000000001'
const problemsOf = (schema: Parameters<typeof checkForm>[0], typed: Typed) => {
  const form = checkForm(schema, typed)
  return form.ok ? [] : form.problems.map(({ field }) => field)
}

describe('the form of a butir', () => {
  const typed = { kegiatanId: id, uraian: ' Rapat ', bulan: ['7', '2', '7'], versi: '3' }

  it('trims, sorts the months and splits lines', () => {
    const form = checkForm(butirForm, { ...typed, indikator: 'Satu\r\n\r\n Dua ', prioritas: 'ya' })
    expect(form.ok && editIn(form.values)).toEqual({
      kegiatanId: id,
      label: null,
      uraian: 'Rapat',
      langkah: null,
      keterangan: null,
      prioritas: true,
      penanggungJawabId: null,
      unitId: null,
      bulan: [2, 7],
      mulai: null,
      selesai: null,
      eviden: [],
      indikator: ['Satu', 'Dua'],
    })
  })

  it('takes a single month as well', () => {
    const form = checkForm(butirForm, { ...typed, bulan: '4' })
    expect(form.ok && form.values.bulan).toEqual([4])
  })

  it('names the field of each problem', () => {
    expect(problemsOf(butirForm, { ...typed, uraian: ' ' })).toEqual(['uraian'])
    expect(problemsOf(butirForm, { ...typed, bulan: ['13'] })).toEqual(['bulan'])
    expect(problemsOf(butirForm, { ...typed, mulai: '3 Mei' })).toEqual(['mulai'])
    expect(problemsOf(butirForm, { ...typed, kegiatanId: 'x' })).toEqual(['kegiatanId'])
    expect(problemsOf(butirForm, { ...typed, mulai: '2026-05-02', selesai: '2026-05-01' })).toEqual(
      ['selesai'],
    )
  })
})

describe('the other forms', () => {
  it('want a kind, a year and a title for a plan', () => {
    expect(problemsOf(draftForm, { jenis: 'XX', tahun: '1999', judul: 'R' })).toEqual([
      'jenis',
      'tahun',
      'judul',
    ])
  })

  it('want a reason to waive and a known state', () => {
    expect(problemsOf(selForm, { status: 'waived', alasan: 'batal', versi: '1' })).toEqual([
      'alasan',
    ])
    expect(problemsOf(selForm, { status: 'late', versi: '1' })).toEqual(['status'])
  })

  it('want at least one row, each with the version that was seen', () => {
    expect(problemsOf(columnForm, { status: 'done' })).toEqual(['butir'])
    const form = checkForm(columnForm, { status: 'done', butir: [`${id}:4`, 'rusak'] })
    expect(form.ok && form.values.butir).toEqual([{ butirId: id, versi: 4 }])
  })

  it('tell "leave as it is" from "take away" when naming who answers', () => {
    const typed = { butir: `${id}:1`, penanggungJawabId: '-', unitId: '' }
    const form = checkForm(assignForm, typed)
    expect(form.ok && form.values).toMatchObject({ penanggungJawabId: null })
    expect(form.ok && form.values.unitId).toBeUndefined()
    expect(problemsOf(assignForm, { ...typed, penanggungJawabId: '' })).toEqual([
      'penanggungJawabId',
    ])
  })
})
