import type { Mount } from '#platform/mount.ts'
import { staff } from './staff.tsx'

export const mount: Mount = { staff: { path: '', routes: staff } }
