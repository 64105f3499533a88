import type { Mount } from '#platform/mount.ts'
import { loadPeraturan } from './reference.ts'

export const mount: Mount = {
  reference: loadPeraturan,
}
