/** What a caller may be told. Anything else that is thrown is a fault of ours and answers 500. */
export type Kind = 'not-signed-in' | 'forbidden' | 'not-found' | 'refused'

const statusOf = { 'not-signed-in': 401, forbidden: 403, 'not-found': 404, refused: 409 } as const

/** An answer to the user in place of a result; the message is shown as it stands. */
export class Refusal extends Error {
  readonly kind: Kind
  readonly status: 401 | 403 | 404 | 409
  /** what the page needs to show both sides of a conflict */
  readonly detail: unknown
  constructor(kind: Kind, message: string, detail?: unknown) {
    super(message)
    this.name = 'Refusal'
    this.kind = kind
    this.status = statusOf[kind]
    this.detail = detail
  }
}

export const notSignedIn = () => new Refusal('not-signed-in', 'Silakan masuk terlebih dahulu.')

/** 404 also for what exists but lies outside the caller's reach: its existence is no one's business. */
export const notFound = (what: string) =>
  new Refusal('not-found', `${what} tidak ditemukan. Periksa kembali alamat atau daftar.`)

/** A rule of the domain says no; `message` tells the user why and what to do. */
export const refused = (message: string, detail?: unknown) =>
  new Refusal('refused', message, detail)

/** Ends the command with 403 unless the policy said yes. */
export function allow(permitted: boolean, message = 'Anda tidak berwenang melakukan ini.'): void {
  if (!permitted) throw new Refusal('forbidden', message)
}

/** Ends the command with 409 when a rule forbids it. */
export function refuseIf(condition: boolean, message: string, detail?: unknown): void {
  if (condition) throw refused(message, detail)
}

/** A start-up fault the operator can mend: one sentence, no stack. */
export class StartFault extends Error {}
