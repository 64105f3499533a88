import type { Mount } from '#platform/mount.ts'
import { contoh } from './cli.ts'

export const mount: Mount = { cli: [contoh] }
