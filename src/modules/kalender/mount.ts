import type { Mount } from '#platform/mount.ts'
import { loadKalender } from './reference.ts'

export const mount: Mount = { reference: loadKalender }
