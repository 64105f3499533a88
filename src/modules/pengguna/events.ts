/** What may happen to an account, as the audit trail names it, and how its owner reads it. */
export const securityEvents = {
  'akun.totp_dipasang': 'Aplikasi autentikator dipasang',
  'akun.totp_dilepas': 'Aplikasi autentikator dilepas',
  'akun.kunci_ditambah': 'Kunci sandi ditambahkan',
  'akun.kunci_dihapus': 'Kunci sandi dihapus',
  'akun.kunci_disangka_tersalin': 'Kunci sandi ditolak: diduga ada salinannya',
  'akun.kode_dibuat': 'Kode pemulihan baru dibuat',
  'akun.kode_dipakai': 'Kode pemulihan dipakai untuk masuk',
  'akun.sandi_diganti': 'Kata sandi diganti',
  'akun.sandi_diatur_ulang': 'Kata sandi diatur ulang melalui surel',
  'akun.sesi_diakhiri': 'Perangkat dikeluarkan',
  'akun.peramban_dilupakan': 'Peramban yang diingat dilupakan',
  'akun.masuk_dikunci': 'Percobaan masuk ditolak: terlalu banyak kata sandi salah',
  'akun.langkah_dikunci': 'Langkah kedua ditolak: terlalu banyak kode salah',
  'akun.sso_dihubungkan': 'Akun dihubungkan dengan masuk lewat kantor',
  'akun.faktor_diatur_ulang': 'Verifikasi dua langkah diatur ulang oleh admin',
} as const

export type SecurityEvent = keyof typeof securityEvents

/** Those that the owner is told of by letter. */
export const told: readonly SecurityEvent[] = [
  'akun.totp_dipasang',
  'akun.totp_dilepas',
  'akun.kunci_ditambah',
  'akun.kunci_dihapus',
  'akun.kunci_disangka_tersalin',
  'akun.kode_dibuat',
  'akun.kode_dipakai',
  'akun.masuk_dikunci',
  'akun.langkah_dikunci',
  'akun.sso_dihubungkan',
]

export const labelEvent = (event: string): string =>
  (securityEvents as Readonly<Record<string, string>>)[event] ?? event
