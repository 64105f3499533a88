import type { Mount } from '#platform/mount.ts'
import { instrumen, lke } from './cli.ts'

export const mount: Mount = { cli: [lke, instrumen] }
