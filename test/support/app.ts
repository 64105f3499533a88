import { createApp } from '../../src/app.tsx'
import type { Services } from '#platform/services.ts'

/** The whole product for page tests: `testApp(hub.services).request('/kerja', …)`; no style sheets. */
export const testApp = (services: Services) => createApp(services, { source: '', files: [] })
