import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { StartFault } from './errors.ts'

/** Makes the data folder and makes sure that we may write there. Throws StartFault. */
export function openDataFolder(dataDir: string): void {
  try {
    makeFolder(dataDir)
    if (statSync(dataDir).isDirectory()) accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    throw new StartFault(
      full
        ? `Ruang cakram untuk folder data ${dataDir} habis. Kosongkan, lalu jalankan lagi.`
        : `Folder data ${dataDir} tidak dapat ditulis oleh pengguna ini. Beri izin, atau pilih folder lain dengan HUB_DATA.`,
      { cause: error },
    )
  }
  if (!statSync(dataDir).isDirectory())
    throw new StartFault(
      `Folder data ${dataDir} adalah sebuah berkas. Pilih folder lain dengan HUB_DATA.`,
    )
}

/** One by one from the top: the recursive mkdir of Node never ends below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o755 })
}

/** The secret that signs sessions, made once and kept in the data folder. */
export function keptSecret(dataDir: string): string {
  const file = secretFile(dataDir)
  if (!existsSync(file) || statSync(file).size === 0)
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** Stands in a data folder while a backup is being restored into it. */
export const restoringMark = (dataDir: string): string => join(dataDir, 'pemulihan-belum-selesai')

/** Half of a backup must never be served. Throws StartFault. */
export function refuseHalfRestored(dataDir: string): void {
  if (existsSync(restoringMark(dataDir)))
    throw new StartFault(
      `Pemulihan ke ${dataDir} terputus sebelum selesai. Kosongkan folder itu (dan basis data pada DATABASE_URL), lalu jalankan lagi hub pulih.`,
    )
}

/** The file in which the secret is kept when HUB_RAHASIA does not give it. */
export const secretFile = (dataDir: string): string => join(dataDir, 'rahasia')
