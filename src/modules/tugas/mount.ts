import type { Mount } from '#platform/mount.ts'

export const mount: Mount = {}
