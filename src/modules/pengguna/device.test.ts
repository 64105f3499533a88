import { expect, it } from 'vitest'
import { deviceName } from './device.ts'

it('names browser and system as their owner knows them', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'
  const phone =
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'
  expect(deviceName(chrome)).toBe('Chrome di Windows')
  expect(deviceName(phone)).toBe('Chrome di Android')
  expect(deviceName(`${chrome} Edg/140.0`)).toBe('Edge di Windows')
  expect(deviceName('curl/8.0')).toBe('Peramban lain')
})
