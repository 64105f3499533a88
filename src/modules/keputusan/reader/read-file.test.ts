import { expect, it } from 'vitest'
import { readFile } from './read-file.ts'

const file = (nama: string, text: string) => ({ nama, bytes: new TextEncoder().encode(text) })

it('a text that is only named as an office document is refused with a sentence', async () => {
  const text = 'KEPUTUSAN KOMISI PEMILIHAN UMUM KOTA SUKAMAJU\nNOMOR 1 TAHUN 2026\n'
  for (const nama of ['a.pdf', 'a.DOCX', 'a.xlsx'])
    await expect(readFile(file(nama, text))).rejects.toThrow('tetapi isinya teks biasa')
  await expect(readFile(file('a.txt', text))).resolves.toMatchObject({
    renaksi: { keputusan: { nomor: '1' } },
  })
})

it('a text without a decree and without a plan is refused with a sentence', async () => {
  for (const text of [
    'x',
    'Daftar belanja\n- gula\n- kopi\n',
    'Yth. Bapak Ibu,\nTerima kasih atas kehadirannya.\n',
  ])
    await expect(readFile(file('surat.txt', text))).rejects.toThrow(
      'tidak ditemukan keputusan maupun tabel rencana aksi',
    )
})
