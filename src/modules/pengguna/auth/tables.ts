import type { Generated } from 'kysely'

/** The parts of schema auth that we read ourselves; better-auth keeps its tables otherwise. */
export type AuthDb = {
  user: {
    id: string
    name: string
    email: string
    emailVerified: boolean
    factorSince: Date | null
    obligedSince: Date | null
    mustEnrol: Generated<boolean>
    createdAt: Generated<Date>
    updatedAt: Generated<Date>
  }
  session: {
    id: string
    userId: string
    token: string
    expiresAt: Date
    ipAddress: string | null
    userAgent: string | null
    createdAt: Generated<Date>
    updatedAt: Date
    provenAt: Date | null
    seenAt: Date | null
    secondFactor: string | null
  }
  account: {
    id: string
    userId: string
    issuer: string
    accountId: string
    providerId: string
    createdAt: Generated<Date>
    updatedAt: Date
  }
  verification: { id: string; identifier: string; value: string; expiresAt: Date }
  percobaan: { kunci: Buffer; jumlah: number; sejak: Date; terkunci_sampai: Date | null }
  totp: {
    akun: string
    rahasia: Buffer | null
    sejak: Date | null
    langkah_terakhir: Generated<number>
    calon: Buffer | null
    calon_sejak: Date | null
  }
  kode_pemulihan: { akun: string; hash: Buffer; created_at: Date; dipakai_at: Date | null }
  kunci_sandi: {
    id: string
    akun: string
    kredensial: string
    nama: string
    kunci_publik: Buffer
    hitungan: number
    transport: string[]
    tersinkron: boolean
    created_at: Date
    dipakai_at: Date | null
  }
}
