import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFiles } from '#platform/files/files.ts'
import { pdf } from '#platform/files/files.fixture.ts'
import { startS3 } from '#platform/files/s3.fixture.ts'
import type { Services } from '#platform/services.ts'
import { testHub } from '#test/support/hub.ts'
import { visit } from './berkas.fixture.ts'

const hub = testHub()
let s3: Awaited<ReturnType<typeof startS3>>
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(() => s3.stop())

it('with S3, a file is received, checked and given back whole and in part, with its preview', async () => {
  const config = { ...hub.services.config, s3: s3.config }
  const services: Services = { ...hub.services, config, files: openFiles(config) }
  const who = visit(services, await hub.actor('3508', 'anggota_tim'))
  const { ids } = await who.post([new File([new Uint8Array(pdf())], 'Berita acara.pdf')])
  await who.check()
  const url = `/kerja/berkas/${ids[0]}`
  const whole = await who.request(url)
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(pdf())
  const part = await who.request(url, { headers: { range: 'bytes=5-14' } })
  expect(part.status).toBe(206)
  expect(Buffer.from(await part.arrayBuffer())).toEqual(pdf().subarray(5, 15))
  const preview = await who.request(`${url}/pratinjau`)
  expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'image/webp'])
})
