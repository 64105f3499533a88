import { createHmac } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { letterTo, openProduct, samplePassword, ways } from './product.ts'

const product = openProduct()
const domain = 'contoh.kpu-hub.invalid'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator app shows for a key at a moment (RFC 6238), told without the product's code. */
function appCode(keyText: string, at: number): string {
  const bits = [...keyText.replaceAll(/\s/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** The next code: the one before has been used. Clocks may be half a minute apart. */
const nextCode = (key: string) => appCode(key, Date.now() + 30_000)

async function firstStep(page: Page, who: string) {
  await page.goto('/masuk')
  await page.getByLabel('Alamat surel').fill(`${who}@${domain}`)
  await page.getByLabel('Kata sandi', { exact: true }).fill(samplePassword)
  await page.getByRole('button', { name: 'Masuk' }).click()
}

/** Sets the app up by the pages; returns its key and the recovery codes. */
async function setUpApp(page: Page) {
  await page.goto('/kerja/akun')
  await page.getByRole('link', { name: 'Keamanan akun' }).click()
  await expectSound(page)
  await page.getByRole('link', { name: 'Pasang aplikasi autentikator' }).first().click()
  await expectSound(page)
  await page.getByRole('button', { name: 'Mulai pasang' }).click()
  await page.getByRole('img', { name: 'Kode QR' }).waitFor()
  await expectSound(page)
  const key = await page.locator('code').innerText()
  await page.getByLabel('Kode enam angka').fill('000000')
  await page.getByRole('button', { name: 'Pastikan dan aktifkan' }).click()
  await page.getByText('Kode tidak cocok').first().waitFor()
  expect(await page.locator('code').innerText()).toBe(key)
  await page.getByLabel('Kode enam angka').fill(appCode(key, Date.now()))
  await page.getByRole('button', { name: 'Pastikan dan aktifkan' }).click()
  await page.getByText('tidak akan ditampilkan lagi').waitFor()
  await expectSound(page)
  return { key, codes: await page.locator('li code').allInnerTexts() }
}

test.each(ways)(
  'an app is set up, asked for at the next sign-in, and a recovery code replaces it once, %s',
  async (_way, script) => {
    const who = `tim.${script ? '3508' : '5271'}`
    const page = await product.open({ script })
    await product.signIn(page, who)
    const { key, codes } = await setUpApp(page)
    expect(codes).toHaveLength(10)
    await page.getByRole('link', { name: 'Saya sudah menyimpannya' }).click()
    await page.getByText('Verifikasi dua langkah aktif').waitFor()
    await expectSound(page)
    await letterTo(product.dataDir, `${who}@${domain}`, 'Aplikasi autentikator dipasang')

    const other = await product.open({ script })
    await firstStep(other, who)
    await other.getByRole('heading', { name: 'Langkah kedua' }).waitFor()
    await expectSound(other)
    await other.getByLabel('Kode enam angka').fill('123')
    await other.getByRole('button', { name: 'Lanjutkan' }).click()
    await other.getByText('Kode tidak cocok').first().waitFor()
    await expectSound(other)
    await other.getByLabel('Kode enam angka').fill(nextCode(key))
    await other.getByRole('button', { name: 'Lanjutkan' }).click()
    await other.waitForURL(/\/kerja$/)

    const lost = await product.open({ script })
    await firstStep(lost, who)
    await lost.getByRole('link', { name: 'Pakai kode pemulihan' }).click()
    await expectSound(lost)
    await lost.getByLabel('Kode pemulihan').fill(codes[4] ?? '')
    await lost.getByRole('button', { name: 'Lanjutkan' }).click()
    await lost.waitForURL(/\/kerja$/)
    await lost.getByText('tersisa 9').waitFor()
  },
)

test('a passkey is made on a phone and opens the product by itself', async () => {
  const page = await product.open()
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await product.signIn(page, 'agen.3508')
  await page.goto('/kerja/akun/keamanan/kunci')
  await expectSound(page)
  await page.getByLabel('Nama kunci').fill('Telepon saya')
  await page.getByRole('button', { name: 'Buat kunci sandi' }).click()
  await page.getByText('Kunci sandi Telepon saya sudah tersimpan').waitFor()
  await page.goto('/kerja/akun/keamanan/kunci')
  await page.getByRole('rowheader', { name: 'Telepon saya' }).waitFor()
  await expectSound(page)

  await page.context().clearCookies()
  await page.goto('/masuk?ke=/kerja/akun')
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await page.waitForURL(/^[^?]*\/kerja\/akun$/)

  await page.context().clearCookies()
  await firstStep(page, 'agen.3508')
  await page.getByRole('heading', { name: 'Langkah kedua' }).waitFor()
  await page.getByRole('button', { name: 'Pakai kunci sandi' }).click()
  await page.waitForURL(/\/kerja$/)
})

test('without script there is no passkey button, and the password way remains', async () => {
  const page = await product.open({ script: false })
  await page.goto('/masuk')
  expect(await page.getByRole('button').allInnerTexts()).toEqual(['Masuk'])
})

test.each(ways)('a device that is thrown out is out at its next step, %s', async (_way, script) => {
  const who = `anggota.${script ? '5203' : '5271'}`
  const [here, there] = [await product.open({ script, wide: true }), await product.open({ script })]
  await product.signIn(here, who)
  await product.signIn(there, who)
  await here.goto('/kerja/akun/keamanan')
  await expectSound(here)
  await here.getByRole('button', { name: 'Keluarkan Chrome' }).click()
  await here.getByText('Perangkat itu dikeluarkan').waitFor()
  await there.goto('/kerja')
  expect(there.url()).toContain('/masuk')
  await here.getByText('Perangkat dikeluarkan').first().waitFor()
})
