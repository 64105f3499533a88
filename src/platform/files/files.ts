import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { openFolder } from './folder.ts'
import { openS3 } from './s3.ts'

export type KeptFile = { key: string; changedAt: Date }

/** First and last byte, both included. */
export type Range = { from: number; to: number }

/** Where contents are kept. A key is made by `contentKey` or `previewKey`, never from what someone typed. */
export type Store = {
  /** Takes a file of this machine for its own; when it returns, the content outlives a power cut. */
  keep: (path: string, key: string) => Promise<void>
  has: (key: string) => Promise<boolean>
  read: (key: string, range?: Range) => Promise<Readable>
  remove: (key: string) => Promise<void>
  list: (prefix: 'isi' | 'pratinjau') => AsyncIterable<KeptFile>
}

export type Files = {
  store: Store
  /** the folder of this machine in which files arrive and are worked on */
  receiving: string
}

/** Opens the store that the configuration names and makes the folder for what arrives. */
export function openFiles(config: Config): Files {
  const root = join(config.dataDir, 'berkas')
  const receiving = join(root, 'terima')
  mkdirSync(receiving, { recursive: true, mode: 0o700 })
  return { store: config.s3 ? openS3(config.s3) : openFolder(root), receiving }
}

/** Contents are kept once by their SHA-256, in 256 folders. */
export const contentKey = (sha256: Buffer): string => keyed('isi', sha256)
export const previewKey = (sha256: Buffer): string => `${keyed('pratinjau', sha256)}.webp`

/** The SHA-256 that a key of `isi` names, or null for a stranger's file. */
export function sha256Of(key: string): Buffer | null {
  const hex = /^isi\/([\da-f]{2})\/(\1[\da-f]{62})$/.exec(key)?.[2]
  return hex ? Buffer.from(hex, 'hex') : null
}

function keyed(folder: string, sha256: Buffer): string {
  const hex = sha256.toString('hex')
  return `${folder}/${hex.slice(0, 2)}/${hex}`
}
