import { describe, expect, it } from 'vitest'
import { cleanName, contentDisposition, nameFor } from './name.ts'

describe('a name that someone typed', () => {
  it.each([
    ['Rencana Aksi – Mei 2026.pdf', 'Rencana Aksi – Mei 2026.pdf'],
    ['Notula Bapak Ṣāliḥ & 会議.docx', 'Notula Bapak Ṣāliḥ & 会議.docx'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system32\\drivers.sys', 'drivers.sys'],
    ['C:\\Users\\Sari\\foto.jpg', 'foto.jpg'],
    ['/absolut/laporan.pdf', 'laporan.pdf'],
    ['..', 'tanpa-nama'],
    ['', 'tanpa-nama'],
    ['.htaccess', 'htaccess'],
    ['foto\u202Egpj.exe', 'fotogpj.exe'],
    ['a\u0000b\r\nc.pdf', 'abc.pdf'],
    ['a"b<c>.pdf', 'a_b_c_.pdf'],
    ['Catatan: rapat 09:00.txt', 'Catatan - rapat 09_00.txt'],
    ['laporan.pdf. . .', 'laporan.pdf'],
  ])('%j becomes %j', (typed, clean) => expect(cleanName(typed)).toBe(clean))

  it('keeps its ending when it is too long, and cuts no character in two', () => {
    const clean = cleanName(`${'🗳️'.repeat(300)}.pdf`)
    expect(clean.endsWith('.pdf')).toBe(true)
    expect(clean.length).toBeLessThanOrEqual(255 * 2)
    expect([...clean].length).toBeLessThanOrEqual(184)
    expect(clean.isWellFormed()).toBe(true)
  })

  it('is given away with an ending that says what the content is', () => {
    expect(nameFor('laporan.exe', ['pdf'])).toBe('laporan.exe.pdf')
    expect(nameFor('laporan.PDF', ['pdf'])).toBe('laporan.PDF')
    expect(nameFor('foto.jpeg', ['jpg', 'jpeg'])).toBe('foto.jpeg')
    expect(nameFor('jalankan.bat', ['txt'])).toBe('jalankan.bat.txt')
  })

  it('stands in a header as old and new programs read it, and cannot break out of it', () => {
    expect(contentDisposition('attachment', 'Notula "rapat" – Mei.pdf')).toBe(
      `attachment; filename="Notula _rapat_ _ Mei.pdf"; filename*=UTF-8''Notula%20%22rapat%22%20%E2%80%93%20Mei.pdf`,
    )
    expect(contentDisposition('inline', "a'b(c)*.pdf")).toContain(
      "filename*=UTF-8''a%27b%28c%29%2A.pdf",
    )
  })
})
