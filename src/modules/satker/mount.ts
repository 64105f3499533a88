import type { Mount } from '#platform/mount.ts'
import { loadSatker } from './reference.ts'

export const mount: Mount = {
  reference: loadSatker,
}
