import type { Mount } from '#platform/mount.ts'
import { cadang } from './cli-cadang.ts'
import { periksa } from './cli-periksa.ts'
import { pulih } from './cli-pulih.ts'

export const mount: Mount = { cli: [cadang, pulih, periksa] }
