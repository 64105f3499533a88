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
    [{ HUB_UNGGAH_MB: 'banyak' }, 'HUB_UNGGAH_MB: harus angka'],
    [{ HUB_CLAMD: 'clamav' }, 'HUB_CLAMD: harus host:pintu'],
    [{ HUB_S3_WADAH: 'berkas' }, 'HUB_S3_KUNCI dan HUB_S3_RAHASIA harus diisi'],
    [{ HUB_S3_ALAMAT: 's3' }, 'HUB_S3_ALAMAT: harus alamat lengkap'],
    [{ HUB_OIDC_PENERBIT: 'sso' }, 'HUB_OIDC_PENERBIT: harus alamat lengkap'],
    [{ HUB_OIDC_ID: 'kpu-hub' }, 'HUB_OIDC_RAHASIA harus diisi ketiganya'],
    [
      { HUB_OIDC_PENERBIT: 'http://sso.id', HUB_OIDC_ID: 'a', HUB_OIDC_RAHASIA: 'b' },
      'HUB_OIDC_PENERBIT harus https',
    ],
  ])('names what is wrong in one line: %o', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence)
    expect(() => readConfig(env)).not.toThrow('\n')
  })

  it.each(['/run/clamav/clamd.ctl', '127.0.0.1:3310', 'pindai.kpu.go.id:3310', '[::1]:3310'])(
    'takes %s for a scanner',
    (clamd) => expect(readConfig({ HUB_CLAMD: clamd }).clamd).toBe(clamd),
  )

  it('takes an empty value as not given', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({
      port: 8080,
      databaseUrl: null,
    })
  })

  it('reads an identity provider, with lists split at commas', () => {
    const env = {
      HUB_OIDC_PENERBIT: 'https://sso.kpu.go.id',
      HUB_OIDC_ID: 'kpu-hub',
      HUB_OIDC_RAHASIA: 'rahasia',
      HUB_OIDC_DOMAIN: 'KPU.go.id, lain.go.id',
    }
    expect(readConfig(env).oidc).toEqual({
      issuer: 'https://sso.kpu.go.id',
      clientId: 'kpu-hub',
      clientSecret: 'rahasia',
      label: 'akun kantor',
      domains: ['kpu.go.id', 'lain.go.id'],
      strong: ['mfa'],
    })
    expect(readConfig({}).oidc).toBeNull()
  })
})
