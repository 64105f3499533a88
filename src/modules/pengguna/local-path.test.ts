import { describe, expect, it } from 'vitest'
import { localPath } from './local-path.ts'

describe('where to go after signing in', () => {
  it('is the page that was asked for', () => {
    expect(localPath('/kerja/rencana/1?bulan=3')).toBe('/kerja/rencana/1?bulan=3')
  })

  it('is never another site', () => {
    for (const path of [
      'https://jahat.example/',
      '//jahat.example/',
      '/\\jahat.example/',
      '/\t/jahat.example/',
      '/\n/jahat.example',
      'javascript:alert(1)',
      'kerja',
      '',
      undefined,
    ])
      expect(localPath(path), String(path)).toBe('/kerja')
  })

  it('keeps dots inside the site', () => {
    expect(localPath('/kerja/../masuk')).toBe('/masuk')
    expect(localPath('/..//jahat.example')).toBe('/kerja')
  })
})
