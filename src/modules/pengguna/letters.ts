import { longMoment } from '#platform/date.ts'
import type { Letter } from '#platform/mail.ts'

export const closing = 'KPU HUB\nSurel ini dikirim otomatis; balasannya tidak dibaca.'

export function invitationLetter(of: {
  to: string
  nama: string
  satkerNama: string
  peran: string
  link: string
  expiresAt: Date
  zonaWaktu: string
}): Letter {
  return {
    to: of.to,
    subject: `Undangan KPU HUB ${of.satkerNama}`,
    text: `Yth. ${of.nama},

Anda diundang bekerja di KPU HUB untuk ${of.satkerNama} sebagai ${of.peran}.
Buka tautan berikut untuk menerima undangan dan membuat kata sandi:

${of.link}

Tautan berlaku sampai ${longMoment(of.expiresAt, of.zonaWaktu)} dan hanya dapat dipakai satu kali.
Bila Anda tidak merasa diundang, abaikan surel ini.

${closing}`,
  }
}

export const passwordLetter = (of: { to: string; nama: string; link: string }): Letter => ({
  to: of.to,
  subject: 'Atur ulang kata sandi KPU HUB',
  text: `Yth. ${of.nama},

Kami menerima permintaan untuk mengatur ulang kata sandi akun KPU HUB Anda.
Buka tautan berikut untuk membuat kata sandi baru:

${of.link}

Tautan berlaku satu jam dan hanya dapat dipakai satu kali.
Bila bukan Anda yang meminta, abaikan surel ini: kata sandi Anda tetap sama.

${closing}`,
})

export const passwordChangedLetter = (of: { to: string; nama: string; link: string }): Letter => ({
  to: of.to,
  subject: 'Kata sandi KPU HUB Anda telah diganti',
  text: `Yth. ${of.nama},

Kata sandi akun KPU HUB Anda baru saja diganti dan semua perangkat lain dikeluarkan.
Bila bukan Anda yang menggantinya, segera atur ulang kata sandi di
${of.link}
lalu beri tahu admin satuan kerja Anda.

${closing}`,
})
