import type { Mount } from '#platform/mount.ts'
import { portal } from './portal.tsx'
import { greetSamples, loadSamplePeople } from './samples.ts'

export const mount: Mount = {
  portal: { path: '/', routes: portal },
  samples: loadSamplePeople,
  greeting: greetSamples,
}
