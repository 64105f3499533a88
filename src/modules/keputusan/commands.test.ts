import { describe, expect, it } from 'vitest'
import { testHub } from '#test/support/hub.ts'
import { command } from '#platform/command.ts'
import { correctKeputusan } from './commands/correct-keputusan.ts'
import { correctPeraturan } from './commands/correct-peraturan.ts'
import { registerKeputusan } from './commands/register-keputusan.ts'
import type { KeputusanInput } from './forms.ts'
import { keputusanDetail, keputusanForStaff } from './queries/keputusan.ts'
import { peraturanDetail } from './queries/register.ts'
import type { RenaksiKeputusan } from './renaksi.ts'

const hub = testHub()
const register = command('uji.register', registerKeputusan)

const read = (nomor: string, more: Partial<RenaksiKeputusan> = {}): RenaksiKeputusan => ({
  penerbit: 'Komisi Pemilihan Umum Kabupaten Lumajang',
  nomor,
  tahun: 2022,
  judul: 'RENCANA AKSI REFORMASI BIROKRASI TAHUN 2022',
  tanggal: '2022-02-08',
  tempat: 'Lumajang',
  ketua: 'NAMA KETUA',
  penyalin: { nama: null, jabatan: 'Kasubbag Hukum' },
  menimbang: ['bahwa perlu menetapkan rencana aksi;'],
  mengingat: [
    {
      kode: 'UU 7/2017',
      judul: 'Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum',
      perubahan: [{ kode: 'UU 7/2023', judul: 'UU 7/2023' }],
    },
  ],
  diktum: [{ label: 'KESATU', isi: 'Menetapkan rencana aksi.' }],
  ...more,
})

const facts = (more: Partial<KeputusanInput> = {}): KeputusanInput => ({
  nomor: '07/HK.03.1/3508/2022',
  tahun: 2022,
  judul: 'RENCANA AKSI REFORMASI BIROKRASI TAHUN 2022',
  tanggal: '2022-02-09',
  tempat: 'Lumajang',
  ketua: 'NAMA KETUA',
  penyalin_nama: null,
  penyalin_jabatan: null,
  berita_acara: null,
  mengubah_nomor: null,
  versi: 1,
  ...more,
})

describe('registering a decree', () => {
  it('keeps issuer, number, title, date, place, chair, legal bases with amendments and dictums [P.01]', async () => {
    const caller = hub.as(await hub.actor('3508', 'admin_satker'))
    const id = await register(caller, {
      satkerKode: '3508',
      keputusan: read('1/2022'),
      beritaAcara: null,
    })
    const { keputusan, mengingat } = await keputusanDetail(caller, { satkerKode: '3508', id })
    expect(keputusan).toMatchObject({
      nomor: '1/2022',
      tanggal: '2022-02-08',
      tempat: 'Lumajang',
      ketua: 'NAMA KETUA',
      penyalin_jabatan: 'Kasubbag Hukum',
    })
    expect(keputusan.diktum).toEqual([{ label: 'KESATU', isi: 'Menetapkan rencana aksi.' }])
    expect(mengingat).toEqual(read('1/2022').mengingat)
  })

  it('refuses a number twice in a year and leaves no row', async () => {
    const caller = hub.as(await hub.actor('3508', 'admin_satker'))
    await register(caller, { satkerKode: '3508', keputusan: read('2/2022'), beritaAcara: null })
    const before = await hub.counts('keputusan', 'keputusan_dasar_hukum')
    await expect(
      register(caller, { satkerKode: '3508', keputusan: read('2/2022'), beritaAcara: null }),
    ).rejects.toMatchObject({ status: 409 })
    expect(await hub.counts('keputusan', 'keputusan_dasar_hukum')).toEqual(before)
  })

  it('links a decree to the one it amends and shows the chain from either end [P.02]', async () => {
    const caller = hub.as(await hub.actor('3508', 'admin_satker'))
    const first = await register(caller, {
      satkerKode: '3508',
      keputusan: read('29/HK', { tahun: 2021, tanggal: '2021-06-01' }),
      beritaAcara: null,
    })
    const second = await register(caller, {
      satkerKode: '3508',
      keputusan: read('7/HK', { mengubah: '29/HK' }),
      beritaAcara: null,
    })
    const third = await register(caller, {
      satkerKode: '3508',
      keputusan: read('9/HK', { mengubah: '7/HK', tanggal: '2022-09-01' }),
      beritaAcara: null,
    })
    for (const id of [first, second, third]) {
      const { rantai } = await keputusanDetail(caller, { satkerKode: '3508', id })
      expect(rantai.map((link) => link.id)).toEqual([first, second, third])
    }
  })

  it('keeps the minutes of the plenary behind it [P.03]', async () => {
    const caller = hub.as(await hub.actor('15', 'admin_satker'))
    const id = await register(caller, {
      satkerKode: '15',
      keputusan: read('10', { tahun: 2026 }),
      beritaAcara: '08/PK.01-BA/15/2026',
    })
    const { keputusan } = await keputusanDetail(caller, { satkerKode: '15', id })
    expect(keputusan.berita_acara).toBe('08/PK.01-BA/15/2026')
  })
})

describe('correcting a decree', () => {
  const made = async (nomor: string) => {
    const actor = await hub.actor('3508', 'admin_satker')
    const id = await register(hub.as(actor), {
      satkerKode: '3508',
      keputusan: read(nomor),
      beritaAcara: null,
    })
    return { actor, id, correction: { satkerKode: '3508', id, facts: facts({ nomor }) } }
  }

  it('asks who calls, is not for a reader, nor for the province, and does not see another office', async () => {
    const { correction } = await made('20/2022')
    const before = await hub.counts()
    await expect(correctKeputusan(hub.as(null), correction)).rejects.toMatchObject({ status: 401 })
    await expect(
      correctKeputusan(hub.as(await hub.actor('3508', 'pembaca')), correction),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      correctKeputusan(hub.as(await hub.actor('35', 'admin_satker')), correction),
    ).rejects.toMatchObject({ status: 403 })
    await expect(
      correctKeputusan(hub.as(await hub.actor('3509', 'admin_satker')), correction),
    ).rejects.toMatchObject({ status: 404 })
    expect(await hub.counts()).toEqual(before)
  })

  it('keeps what it was in the audit trail, and refuses the second of two who edited at once', async () => {
    const { actor, correction } = await made('21/2022')
    await correctKeputusan(hub.as(actor), correction)
    await expect(correctKeputusan(hub.as(actor), correction)).rejects.toThrow('diubah orang lain')
    const { rows } = await hub.services.ownerPool.query(
      "select rincian from audit_log where peristiwa = 'diperbaiki' and benda_id = $1",
      [correction.id],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0].rincian.sebelum.tanggal).toBe('2022-02-08')
    expect(rows[0].rincian.sesudah.tanggal).toBe('2022-02-09')
  })

  it('refuses a number that is taken', async () => {
    await made('22/2022')
    const { actor, correction } = await made('23/2022')
    await expect(
      correctKeputusan(hub.as(actor), { ...correction, facts: facts({ nomor: '22/2022' }) }),
    ).rejects.toThrow('sudah terdaftar')
  })
})

describe('the register', () => {
  const correction = {
    kode: 'PermenPANRB 26/2020',
    facts: {
      judul: 'Judul yang diperbaiki orang',
      berlaku_dari: '2020-05-06',
      berlaku_sampai: '2023-08-01',
      sumber: 'JDIH',
      keyakinan: 'terverifikasi' as const,
      catatan: null,
      versi: 1,
    },
  }

  it('is corrected only by the nation', async () => {
    const before = await hub.counts()
    await expect(correctPeraturan(hub.as(null), correction)).rejects.toMatchObject({ status: 401 })
    await expect(
      correctPeraturan(hub.as(await hub.actor('52', 'admin_satker')), correction),
    ).rejects.toMatchObject({ status: 403 })
    const national = hub.as(await hub.actor('00', 'pengawas_nasional'))
    await expect(
      correctPeraturan(national, { ...correction, kode: 'UU 0/0' }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      correctPeraturan(national, { ...correction, facts: { ...correction.facts, versi: 9 } }),
    ).rejects.toMatchObject({ status: 409 })
    expect(await hub.counts()).toEqual(before)
  })

  it('tells what amended and what repealed a rule, and keeps a correction [P.04]', async () => {
    const national = hub.as(await hub.actor('00', 'pengawas_nasional'))
    await correctPeraturan(national, correction)
    const { peraturan, hubungan } = await peraturanDetail(national, correction.kode)
    expect(peraturan).toMatchObject({ berlaku_sampai: '2023-08-01', sumber: 'JDIH', versi: 2 })
    expect(hubungan).toMatchObject([{ kode: 'PermenPANRB 9/2023', jenis: 'mencabut' }])
  })
})

describe('the list of decrees', () => {
  it('shows an office its own and a province those below', async () => {
    const office = hub.as(await hub.actor('5203', 'admin_satker'))
    await register(office, {
      satkerKode: '5203',
      keputusan: read('21', { tahun: 2025 }),
      beritaAcara: null,
    })
    const filter = { cari: '', tahun: 2025, halaman: 1 }
    const nomor = async (kode: string) =>
      (await keputusanForStaff(hub.as(await hub.actor(kode)), filter)).rows.map((row) => row.nomor)
    expect(await nomor('5203')).toEqual(['21'])
    expect(await nomor('52')).toEqual(['21'])
    expect(await nomor('53')).toEqual([])
    expect((await keputusanForStaff(office, { ...filter, cari: '%' })).total).toBe(0)
  })
})
