import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { bindForm } from './bind.ts'
import { Button } from './button.tsx'
import { Checkboxes, Radios } from './choices.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Form } from './form.tsx'
import { Select } from './select.tsx'
import { TextArea } from './text-area.tsx'
import { TextInput } from './text-input.tsx'

const problems = [
  { field: 'judul', message: 'Tuliskan judul' },
  { field: 'cara', message: 'Pilih satu cara' },
]
const field = bindForm({ judul: '<b>', isi: 'dua\nbaris', kota: 'b', jumlah: 3 }, problems)

const page = parse(
  String(
    <Form action="/kirim" problems={problems} hidden={{ versi: 2, kosong: undefined }} draft="d">
      <TextInput {...field('judul')} label="Judul" hint="Singkat saja." />
      <TextArea {...field('isi')} label="Isi" optional />
      <TextInput {...field('jumlah')} label="Jumlah" />
      <Select
        {...field('kota')}
        label="Kota"
        placeholder="Pilih"
        options={[
          { value: 'a', label: 'A' },
          { label: 'Lain', options: [{ value: 'b', label: 'B' }] },
        ]}
      />
      <Radios {...field('cara')} label="Cara" options={[{ value: 'x', label: 'X' }]} />
      <Checkboxes
        name="hari"
        label="Hari"
        values={['sen']}
        options={[
          { value: 'sen', label: 'Senin' },
          { value: 'sel', label: 'Selasa' },
        ]}
      />
      <Button kind="main">Kirim</Button>
    </Form>,
  ),
)

describe('a form', () => {
  it('ties label, hint and problem to the input', () => {
    const input = page.getElementById('judul')
    expect(page.querySelector('label[for=judul]')?.text).toBe('Judul')
    expect(input?.getAttribute('aria-invalid')).toBe('true')
    const [hint, problem] = (input?.getAttribute('aria-describedby') ?? '').split(' ')
    expect(page.getElementById(hint ?? '')?.text).toBe('Singkat saja.')
    expect(page.getElementById(problem ?? '')?.text).toContain('Tuliskan judul')
  })

  it('keeps what was typed, escaped', () => {
    expect(page.getElementById('judul')?.outerHTML).toContain('value="&lt;b&gt;"')
    expect(page.querySelector('textarea')?.text).toBe('dua\nbaris')
    expect(page.getElementById('jumlah')?.getAttribute('value')).toBe('3')
    expect(page.querySelector('option[selected]')?.getAttribute('value')).toBe('b')
    const ticked = page.querySelectorAll('input[type=checkbox][checked]')
    expect(ticked.map((input) => input.getAttribute('value'))).toEqual(['sen'])
  })

  it('never writes a password into the page', () => {
    const input = String(<TextInput name="sandi" label="Sandi" type="password" value="rahasia" />)
    expect(input).not.toContain('rahasia')
  })

  it('lists its problems on top, each a link to its field', () => {
    const links = page.querySelectorAll('[role=alert] a')
    expect(links.map((link) => link.text)).toEqual(['Tuliskan judul', 'Pilih satu cara'])
    for (const link of links) {
      expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
    }
  })

  it('says which field may stay empty', () => {
    expect(page.querySelector('label[for=isi]')?.text).toBe('Isi (boleh kosong)')
  })

  it('sends hidden values, but no undefined ones', () => {
    const hidden = page.querySelectorAll('input[type=hidden]')
    expect(hidden.map((input) => input.getAttribute('name'))).toEqual(['versi'])
  })

  it('groups answers under a legend', () => {
    const legends = page.querySelectorAll('legend')
    expect(legends.map((legend) => legend.text)).toEqual(['Cara', 'Hari'])
  })

  it('shows no summary without problems', () => {
    expect(parse(String(<Form />)).querySelector('[role=alert]')).toBeNull()
  })
})

describe('a question before doing', () => {
  it('is a page of its own without script, and posts from the dialog with it', () => {
    const html = parse(
      String(
        <ConfirmDialog
          id="hapus"
          trigger="Hapus"
          title="Hapus baris?"
          confirm="Ya, hapus"
          action="/hapus"
          fallback="/hapus/tanya"
        />,
      ),
    )
    expect(html.querySelector('a')?.getAttribute('href')).toBe('/hapus/tanya')
    expect(html.querySelector('template dialog')?.getAttribute('aria-labelledby')).toBe(
      'hapus-judul',
    )
    expect(html.querySelector('dialog form')?.getAttribute('action')).toBe('/hapus')
  })
})
