import { expect, test } from 'vitest'
import { expectSound } from './look.ts'
import { letterTo, linkIn, openProduct, samplePassword, ways } from './product.ts'

const product = openProduct()

test.each(ways)(
  'a wrong password is told, and the fifth closes the door for a while, %s',
  async (_way, script) => {
    const page = await product.open({ script })
    const email = `pembaca.${script ? '5203' : '5271'}@contoh.kpu-hub.invalid`
    await page.goto('/masuk')
    await expectSound(page)
    for (let tries = 0; tries < 5; tries++) {
      await page.getByLabel('Alamat surel').fill(email)
      await page.getByLabel('Kata sandi', { exact: true }).fill('bukan-kata-sandinya')
      await page.getByRole('button', { name: 'Masuk' }).click()
      await page.getByText('Surel atau kata sandi tidak cocok').first().waitFor()
      expect(await page.getByLabel('Alamat surel').inputValue()).toBe(email)
    }
    await expectSound(page)
    await page.getByLabel('Kata sandi', { exact: true }).fill(samplePassword)
    await page.getByRole('button', { name: 'Masuk' }).click()
    const alert = page.getByRole('alert')
    await alert.getByText(/Terlalu banyak percobaan. Coba lagi dalam \d+ menit/).waitFor()
    expect(page.url()).toContain('/masuk')
  },
)

test.each(ways)(
  'a forgotten password is set anew by letter, and every other device is signed out, %s',
  async (_way, script) => {
    const who = `agen.${script ? '5203' : '5271'}`
    const email = `${who}@contoh.kpu-hub.invalid`
    const old = await product.open({ script })
    await product.signIn(old, who)

    const page = await product.open({ script })
    await page.goto('/masuk')
    await page.getByRole('link', { name: 'Lupa kata sandi?' }).click()
    await page.getByLabel('Alamat surel').fill(email)
    await expectSound(page)
    await page.getByRole('button', { name: 'Kirim tautan' }).click()
    await page.getByRole('heading', { name: 'Periksa surel Anda' }).waitFor()
    await expectSound(page)
    const letter = linkIn(await letterTo(product.dataDir, email, 'Atur ulang kata sandi'))
    await page.goto(letter)
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('perahu senja gamelan')
    await page.getByLabel('Ketik ulang kata sandi baru').fill('perahu senja gamelan')
    await expectSound(page)
    await page.getByRole('button', { name: 'Simpan kata sandi' }).click()
    await page.getByText('Kata sandi baru tersimpan').waitFor()

    await old.goto('/kerja')
    expect(old.url()).toContain('/masuk')
    await product.signIn(page, who, 'perahu senja gamelan')
    await page.goto(letter)
    await page.getByRole('heading', { name: 'Tautan tidak berlaku' }).waitFor()
    await expectSound(page)
  },
)

test.each(ways)(
  'an invited person opens the link of the letter, chooses a password and finds the menu of the role, %s',
  async (_way, script) => {
    const admin = await product.open({ script, as: script ? 'admin.5203' : 'admin.5271' })
    const email = `baru.${script ? 'satu' : 'dua'}@contoh.kpu-hub.invalid`
    await admin.goto('/kerja/pengguna')
    await expectSound(admin)
    await admin.goto('/kerja/pengguna/undangan')
    await expectSound(admin)
    await admin.getByRole('link', { name: 'Undang orang' }).first().click()
    await admin.getByLabel('Nama lengkap').fill('Dewi Contoh')
    await admin.getByLabel('Alamat surel').fill(email)
    await admin.getByLabel('Peran').selectOption({ label: 'Pembaca' })
    await expectSound(admin)
    await admin.getByRole('button', { name: /Kirim undangan/ }).click()
    await admin.getByText(email).first().waitFor()

    const page = await product.open({ script })
    await page.goto(linkIn(await letterTo(product.dataDir, email, 'Undangan KPU HUB')))
    expect(await page.getByRole('main').innerText()).toContain('Pembaca')
    await page.getByLabel('Nama lengkap').fill('Dewi Contoh, S.H.')
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('pendek')
    await page.getByLabel('Ketik ulang kata sandi baru').fill('pendek')
    await page.getByRole('button', { name: 'Terima dan masuk' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('Nama lengkap').inputValue()).toBe('Dewi Contoh, S.H.')
    await expectSound(page)
    await page.getByLabel('Kata sandi baru', { exact: true }).fill('kelapa jembatan biru')
    await page.getByLabel('Ketik ulang kata sandi baru').fill('kelapa jembatan biru')
    await page.getByRole('button', { name: 'Terima dan masuk' }).click()
    await page.waitForURL(/\/kerja/)
    await expectSound(page)
    const menu = await page.locator('nav').filter({ hasText: 'Rencana aksi' }).first().innerHTML()
    expect(menu).toContain('/kerja/rencana-aksi')
    expect(menu).not.toContain('/kerja/impor')
    expect((await page.goto('/kerja/impor/baru'))?.status()).toBeGreaterThanOrEqual(403)
  },
)
