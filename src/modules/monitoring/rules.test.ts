import { describe, expect, it } from 'vitest'
import { naskahOf, naskahText, type RapatNaskah } from './naskah.ts'
import { afterLaporan, type LaporanAct, laporanState, laporanStates, waveOf } from './putaran.ts'
import {
  afterRapat,
  closeProblem,
  countReady,
  dokumenTulis,
  packOf,
  type PackFacts,
  type RapatAct,
  rapatState,
} from './rapat.ts'
import { afterRatl, isLateRatl, type RatlAct, ratlState } from './ratl.ts'
import { offersFor, slotMatch } from './slot.ts'
import { lanjutState, temuanState } from './temuan.ts'

const at = new Date('2026-11-20T00:00:00Z')

/** Every state with every act, and where it leads. */
const table = <S extends string, A extends string>(
  states: readonly S[],
  acts: readonly A[],
  after: (state: S, act: A) => S | null,
) =>
  Object.fromEntries(states.map((s) => [s, Object.fromEntries(acts.map((a) => [a, after(s, a)]))]))

describe('a meeting', () => {
  it('is open, closed or cancelled, and a closed pack is locked', () => {
    expect(rapatState({ closed_at: null, cancelled_at: null })).toBe('open')
    expect(rapatState({ closed_at: at, cancelled_at: null })).toBe('closed')
    expect(rapatState({ closed_at: null, cancelled_at: at })).toBe('cancelled')
    const acts: RapatAct[] = ['change', 'close', 'cancel', 'reopen', 'prove']
    const no = { change: null, close: null, cancel: null, reopen: null, prove: null }
    expect(table(['open', 'closed', 'cancelled'], acts, afterRapat)).toEqual({
      open: { ...no, change: 'open', close: 'closed', cancel: 'cancelled' },
      closed: { ...no, reopen: 'open', prove: 'closed' },
      cancelled: no,
    })
  })

  const empty: PackFacts = {
    agenda: null,
    pembahasan: null,
    simpulan: null,
    peserta: 0,
    hadir: 0,
    berkas: [],
  }
  const full: PackFacts = {
    agenda: 'a',
    pembahasan: 'b',
    simpulan: 'c',
    peserta: 2,
    hadir: 1,
    berkas: ['dokumentasi'],
  }

  it('has five documents, each uploaded or written, and says what is lacking [P.15]', () => {
    expect(packOf(empty).every(({ state, lacking }) => state === 'missing' && lacking)).toBe(true)
    expect(countReady(packOf(full))).toBe(5)
    expect(packOf({ ...empty, berkas: ['notula'] })[2]).toMatchObject({ state: 'file' })
    expect(packOf({ ...full, hadir: 0 }).map(({ state }) => state)).toEqual([
      'written',
      'missing',
      'written',
      'missing',
      'file',
    ])
  })

  it('closes only when it took place and has its notula and its list of those present', () => {
    const rapat = { tanggal: '2026-11-20', needsPenilaian: false, penilaian: null }
    expect(closeProblem(packOf(full), rapat, '2026-11-19')).toContain('belum berlangsung')
    expect(closeProblem(packOf(empty), rapat, '2026-11-20')).toContain('belum dapat ditutup')
    expect(closeProblem(packOf(full), rapat, '2026-11-20')).toBeNull()
    const judged = { ...rapat, needsPenilaian: true }
    expect(closeProblem(packOf(full), judged, '2026-11-20')).toContain('hasil evaluasi')
    expect(closeProblem(packOf(full), { ...judged, penilaian: 'sesuai' }, '2026-11-20')).toBeNull()
  })
})

describe('a line of an evidence list', () => {
  it.each([
    ['Undangan', ['undangan'], true],
    ['Daftar hadir', ['daftar_hadir'], true],
    ['Notula Rapat', ['notula'], true],
    ['Dokumentasi', ['dokumentasi'], true],
    ['Foto kegiatan', ['dokumentasi'], true],
    ['Absensi Rapat', ['daftar_hadir'], true],
    ['Notulen', ['notula'], true],
    ['Berita Acara rapat evaluasi dan monev pembangunan Zona Integritas.', ['berita_acara'], true],
    [
      'Daftar hadir, Undangan, Notula Rapat, Berita Acara rapat evaluasi dan monev',
      ['undangan', 'daftar_hadir', 'notula', 'berita_acara'],
      true,
    ],
    ['Daftar Hadir Penetapan Tim Rencana Kerja Pembangunan ZI', ['daftar_hadir'], false],
    ['Dokumentasi Penandatanganan Pakta Integritas', ['dokumentasi'], false],
    [
      'Pelaksanaan rapat monitoring dan evaluasi terhadap pencapaian kinerja secara berkala',
      ['notula', 'berita_acara'],
      false,
    ],
    ['Rapat evaluasi atas penanganan keluhan', ['notula', 'berita_acara'], false],
  ] as const)('"%s" asks for %j [P.15]', (line, dokumen, sure) => {
    expect(slotMatch(line)).toEqual({ dokumen, sure })
  })

  it.each([
    'Salinan SK Pembentukan Tim Kerja Pembangunan ZI Kab. Lombok Timur',
    'Video Profil Pembangunan ZI KPU Kab. Lombok Timur',
    'Laporan Rekap Kehadiran',
    'Banner Zona Integritas',
    'Rencana Aksi Kerja',
  ])('"%s" asks for no document of a meeting', (line) => {
    expect(slotMatch(line)).toBeNull()
  })

  it('is offered only for documents that the pack has', () => {
    const slots = ['Undangan', 'Dokumentasi', 'Undangan', 'Banner']
    expect(offersFor(slots, ['undangan', 'notula'])).toEqual([
      { slot: 'Undangan', dokumen: ['undangan'], sure: true },
    ])
  })
})

describe('a report of a round', () => {
  const row = {
    mulai: '2026-11-10',
    selesai: '2026-11-20',
    dibuka_sampai: null,
    submitted_at: null,
    returned_at: null,
    verified_at: null,
  }

  it('locks when its window has passed, unless it was opened again', () => {
    expect(laporanState(row, '2026-11-09')).toBe('coming')
    expect(laporanState(row, '2026-11-10')).toBe('open')
    expect(laporanState(row, '2026-11-20')).toBe('open')
    expect(laporanState(row, '2026-11-21')).toBe('locked')
    expect(laporanState({ ...row, dibuka_sampai: '2026-11-25' }, '2026-11-21')).toBe('open')
    expect(laporanState({ ...row, returned_at: at }, '2026-11-20')).toBe('returned')
    expect(laporanState({ ...row, submitted_at: at }, '2026-12-20')).toBe('submitted')
    expect(laporanState({ ...row, submitted_at: at, verified_at: at }, '2027-01-01')).toBe(
      'verified',
    )
  })

  it('knows what can be done in each state', () => {
    const acts: LaporanAct[] = ['fill', 'submit', 'verify', 'return', 'reopen']
    const no = { fill: null, submit: null, verify: null, return: null, reopen: null }
    expect(table(laporanStates, acts, afterLaporan)).toEqual({
      coming: no,
      open: { ...no, fill: 'open', submit: 'submitted' },
      returned: { ...no, fill: 'returned', submit: 'submitted' },
      locked: { ...no, reopen: 'open' },
      submitted: { ...no, verify: 'verified', return: 'returned' },
      verified: no,
    })
  })

  it('begins in waves of even size, in the order of the codes', () => {
    const waves = waveOf(['14', '11', '13', '12'], 2)
    expect([...waves]).toEqual([
      ['11', 0],
      ['12', 0],
      ['13', 1],
      ['14', 1],
    ])
    expect([...waveOf(['11', '12'], 1).values()]).toEqual([0, 0])
  })
})

describe('a step of follow-up', () => {
  it('goes from open over reported to closed, and back when it did not work', () => {
    expect(ratlState({ reported_at: null, closed_at: null })).toBe('open')
    expect(ratlState({ reported_at: at, closed_at: null })).toBe('reported')
    expect(ratlState({ reported_at: at, closed_at: at })).toBe('closed')
    const acts: RatlAct[] = ['change', 'report', 'withdraw', 'close', 'sendBack']
    const no = { change: null, report: null, withdraw: null, close: null, sendBack: null }
    expect(table(['open', 'reported', 'closed'], acts, afterRatl)).toEqual({
      open: { ...no, change: 'open', report: 'reported' },
      reported: { ...no, withdraw: 'open', close: 'closed', sendBack: 'open' },
      closed: no,
    })
  })

  it('is late after its last day while nothing was reported', () => {
    const step = { state: 'open' as const, jatuhTempo: '2026-11-20' }
    expect(isLateRatl(step, '2026-11-20')).toBe(false)
    expect(isLateRatl(step, '2026-11-21')).toBe(true)
    expect(isLateRatl({ ...step, state: 'reported' }, '2026-12-01')).toBe(false)
  })
})

describe('a finding', () => {
  it('is done when all its steps are closed', () => {
    expect(temuanState([])).toBe('unplanned')
    expect(temuanState([{ state: 'closed' }, { state: 'reported' }])).toBe('running')
    expect(temuanState([{ state: 'closed' }])).toBe('done')
  })

  it('waits for the next plan until it is a row of it; a rejected proposal leaves it waiting', () => {
    const row = {
      lanjut_at: at,
      lanjut_butir_id: null,
      lanjut_usulan_id: null,
      usulan_rejected_at: null,
    }
    expect(lanjutState({ ...row, lanjut_at: null })).toBe('none')
    expect(lanjutState(row)).toBe('queued')
    expect(lanjutState({ ...row, lanjut_usulan_id: 'u' })).toBe('proposed')
    expect(lanjutState({ ...row, lanjut_usulan_id: 'u', usulan_rejected_at: at })).toBe('queued')
    expect(lanjutState({ ...row, lanjut_butir_id: 'b' })).toBe('placed')
  })
})

describe('a document of a meeting', () => {
  const rapat: RapatNaskah = {
    satkerNama: 'KPU Kabupaten Sukamaju',
    judul: 'Rapat monev',
    tanggal: '2026-11-20',
    jamMulai: '09:00:00',
    jamSelesai: null,
    zona: 'Asia/Makassar',
    tempat: 'Aula',
    tautan: null,
    nomorUndangan: '1/UND',
    nomorBeritaAcara: '2/BA',
    pimpinan: 'Ibu Sari',
    notulis: 'Pak Budi',
    agenda: 'Satu\nDua',
    pembahasan: 'Dibahas.',
    simpulan: 'Sesuai rencana.',
    penilaian: 'sebagian',
    peserta: [
      { nama: 'Ibu Sari', jabatan: 'Ketua', hadir: true },
      { nama: 'Pak Budi', jabatan: null, hadir: false },
    ],
    keputusan: ['Lengkapi eviden.'],
  }
  const textOf = (dokumen: (typeof dokumenTulis)[number]) =>
    naskahText(naskahOf(rapat, dokumen), rapat.satkerNama)

  it('is written from what was typed once', () => {
    expect(textOf('undangan')).toMatch(/Nomor: 1\/UND[\s\S]*1\. Satu\n2\. Dua/)
    expect(textOf('daftar_hadir')).toMatch(/Hadir 1 dari 2[\s\S]*Pak Budi \(tidak hadir\)/)
    expect(textOf('notula')).toMatch(/pukul 09\.00 WITA sampai selesai[\s\S]*Dibahas\./)
    expect(textOf('berita_acara')).toMatch(/Pada hari Jumat, tanggal 20 November 2026/)
    for (const dokumen of ['notula', 'berita_acara'] as const)
      expect(textOf(dokumen)).toMatch(/1\. Lengkapi eviden\.[\s\S]*Sesuai rencana\.[\s\S]*Sebagian/)
  })
})
