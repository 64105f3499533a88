export const leastPasswordLength = 12
/** scrypt takes any length; a limit keeps one request from costing seconds. */
export const mostPasswordLength = 128

const common: readonly string[] = [
  '123456789012',
  '1234567890123',
  'passwordpassword',
  'password1234',
  'password12345',
  'password123456',
  'qwertyuiop12',
  'qwerty123456',
  'qwertyuiop123',
  'katasandi123',
  'katasandi1234',
  'katasandisaya',
  'rahasiarahasia',
  'rahasia12345',
  'rahasia123456',
  'indonesia123',
  'indonesia1945',
  'indonesia2024',
  'bismillah123',
  'bismillah1234',
  'alhamdulillah',
  'assalamualaikum',
  'sayangkamu123',
  'pemilu2019kpu',
  'pemilu2024kpu',
  'kpupemilu2024',
  'admin1234567',
  'administrator',
  'administrator1',
  'abcdefghijkl',
  'abcd12345678',
  'abc123abc123',
  'aaaaaaaaaaaa',
  'iloveyou1234',
  'komisipemilihanumum',
  'reformasibirokrasi',
  'zonaintegritas',
]

/**
 * Why a new password cannot be taken, as a sentence for its owner; null when it can.
 * Length before mixture: NIST SP 800-63B §3.1.1.2.
 */
export function passwordProblem(
  password: string,
  owner: { nama: string; email: string },
): string | null {
  if (password.length < leastPasswordLength)
    return `Kata sandi paling sedikit ${leastPasswordLength} huruf atau angka. Beberapa kata yang mudah Anda ingat sudah cukup.`
  if (password.length > mostPasswordLength)
    return `Kata sandi paling banyak ${mostPasswordLength} huruf atau angka.`
  const plain = squeeze(password)
  if (new Set(plain).size < 4)
    return 'Kata sandi terlalu seragam. Pakai beberapa kata yang berbeda.'
  if (common.includes(plain))
    return 'Kata sandi ini terlalu umum dan mudah ditebak. Pilih yang lain.'
  if (isOwners(plain, owner))
    return 'Kata sandi tidak boleh nama atau alamat surel Anda sendiri. Pilih yang lain.'
  return null
}

const squeeze = (text: string) => text.toLowerCase().replaceAll(/[\s._@-]+/g, '')

/** Equal to a name or address, also with a few digits or signs around it. */
function isOwners(plain: string, { nama, email }: { nama: string; email: string }): boolean {
  const core = plain.replaceAll(/^[^a-z]+|[^a-z]+$/g, '')
  const own = [nama, email, email.split('@')[0] ?? ''].map(squeeze)
  return own.some((text) => text.length > 0 && (plain === text || (core !== '' && core === text)))
}
