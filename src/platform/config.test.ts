import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: null,
      baseUrl: 'http://localhost:8080',
    })
  })

  it.each([
    [{ PORT: 'delapan' }, 'PORT: harus angka 1–65535'],
    [{ PORT: '70000' }, 'PORT: harus 1–65535'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL: harus diawali postgres://'],
    [{ BASE_URL: 'hub' }, 'BASE_URL: harus alamat lengkap'],
    [{ SMTP_URL: 'http://x' }, 'SMTP_URL: harus diawali smtp://'],
    [{ HUB_KUNCI_METRIK: 'pendek' }, 'HUB_KUNCI_METRIK: paling sedikit 16 huruf'],
    [{ LOG_LEVEL: 'keras' }, 'LOG_LEVEL: harus debug, info'],
    [{ HUB_RAHASIA: 'pendek' }, 'HUB_RAHASIA: paling sedikit 32 huruf'],
  ])('names what is wrong in one line: %o', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence)
    expect(() => readConfig(env)).not.toThrow('\n')
  })

  it('takes an empty value as not given', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({
      port: 8080,
      databaseUrl: null,
    })
  })
})
