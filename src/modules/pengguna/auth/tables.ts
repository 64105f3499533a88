import type { Generated } from 'kysely'

/** The parts of schema auth that we read ourselves; better-auth keeps its tables otherwise. */
export type AuthDb = {
  user: {
    id: string
    name: string
    email: string
    emailVerified: boolean
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
  }
  verification: { id: string; identifier: string; value: string; expiresAt: Date }
  percobaan: { kunci: Buffer; jumlah: number; sejak: Date; terkunci_sampai: Date | null }
}
