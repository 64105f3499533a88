/** 198501012010011001 → ••••••••••••••1001: what tells of birth and entry into service is hidden. */
export const maskNip = (nip: string): string => `${'•'.repeat(14)}${nip.slice(-4)}`

/** sari.wulan@contoh.id → s••••@contoh.id */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? '••••' : `${email[0]}••••${email.slice(at)}`
}

/** 203.0.113.7 → 203.0.113.•••: enough to tell the office from elsewhere. A /64 is masked by nature. */
export const maskAddress = (address: string): string => address.replace(/\.\d+$/, '.•••')
