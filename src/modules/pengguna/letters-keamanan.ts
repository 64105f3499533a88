import { longMoment } from '#platform/date.ts'
import type { Letter } from '#platform/mail.ts'
import { securityEvents, type SecurityEvent } from './events.ts'
import { closing } from './letters.ts'

const whatToDo: Partial<Record<SecurityEvent, string>> = {
  'akun.langkah_dikunci':
    'Yang mencoba sudah mengetahui kata sandi Anda. Bila bukan Anda, segera ganti kata sandi.',
  'akun.masuk_dikunci':
    'Bila bukan Anda, tidak ada yang perlu dilakukan: pintu itu tertutup 15 menit bagi yang mencoba.',
  'akun.kode_dipakai':
    'Kode itu tidak dapat dipakai lagi. Bila telepon Anda hilang, pasang aplikasi autentikator di telepon baru.',
  'akun.kunci_disangka_tersalin':
    'Hapus kunci sandi itu dan buat yang baru, lalu periksa perangkat tempat kunci itu disimpan.',
}

/** Tells the owner of an account what has just happened to it; holds no code, key or password. */
export function securityLetter(of: {
  to: string
  nama: string
  peristiwa: SecurityEvent
  perangkat: string
  at: Date
  zonaWaktu: string
  link: string
}): Letter {
  const advice = whatToDo[of.peristiwa] ?? 'Bila ini Anda sendiri, tidak ada yang perlu dilakukan.'
  return {
    to: of.to,
    subject: `Keamanan akun KPU HUB: ${securityEvents[of.peristiwa]}`,
    text: `Yth. ${of.nama},

${securityEvents[of.peristiwa]}.
Waktu: ${longMoment(of.at, of.zonaWaktu)}
${of.perangkat ? `Perangkat: ${of.perangkat}\n` : ''}
${advice}
Bila bukan Anda, ganti kata sandi dan keluarkan perangkat yang tidak Anda kenal di
${of.link}
lalu beri tahu admin satuan kerja Anda.

${closing}`,
  }
}

/** The same letter to the owner, the ketua and the sekretaris: nobody resets a factor unseen. */
export const factorResetLetter = (of: {
  to: string
  nama: string
  pemilik: string
  oleh: string
  alasan: string
  at: Date
  zonaWaktu: string
}): Letter => ({
  to: of.to,
  subject: `Verifikasi dua langkah ${of.pemilik} diatur ulang`,
  text: `Yth. ${of.nama},

Verifikasi dua langkah akun ${of.pemilik} diatur ulang oleh ${of.oleh}
pada ${longMoment(of.at, of.zonaWaktu)}, dengan alasan:

${of.alasan}

Semua perangkatnya dikeluarkan. Setelah masuk lagi, ${of.pemilik} harus memasang verifikasi dua langkah yang baru.
Surat ini dikirim juga kepada ketua dan sekretaris. Bila hal ini tidak Anda ketahui, tanyakan segera kepada ${of.oleh}.

${closing}`,
})
