import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Config } from './config.ts'
import { uuidv7 } from './id.ts'

export type Letter = {
  to: string
  subject: string
  text: string
  /** names the letter, so that a mail program shows one sent twice only once */
  messageId?: string
}
export type Mailer = { send: (letter: Letter) => Promise<void> }

/** Sends by SMTP when SMTP_URL is set; else lays each letter as .eml in `<dataDir>/surat-keluar`. */
export function createMailer(config: Config): Mailer {
  const from = config.mailFrom
  if (config.smtpUrl) {
    const transport = nodemailer.createTransport(config.smtpUrl)
    return { send: async (letter) => void (await transport.sendMail({ from, ...letter })) }
  }
  const folder = join(config.dataDir, 'surat-keluar')
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
  return {
    async send(letter) {
      const made = await transport.sendMail({ from, ...letter })
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(join(folder, `${uuidv7()}.eml`), made.message as Buffer, { mode: 0o600 })
    },
  }
}
