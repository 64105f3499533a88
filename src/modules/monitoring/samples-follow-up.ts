import { addRekomendasi, createTemuan, type TemuanFacts } from './commands/temuan.ts'
import { queueTemuan } from './commands/lanjut.ts'
import { createRatl } from './commands/ratl.ts'
import { checkRatl, reportRatl } from './commands/ratl-result.ts'
import { rapatChoices } from './queries/rapat-detail.ts'
import type { Cast } from './samples.ts'

const office = '5203'
const planned = '2025-12-19T02:00:00Z'

type Source = { laporanId: string; rapatId: string; keputusanId: string }

const finding = (
  more: Partial<TemuanFacts> & Pick<TemuanFacts, 'sumber' | 'uraian'>,
): TemuanFacts => ({
  tahun: 2025,
  rujukan: null,
  laporanId: null,
  rapatId: null,
  tanggal: '2025-12-18',
  areaBaku: null,
  butirId: null,
  kriteria: null,
  sebab: null,
  akibat: null,
  ...more,
})

/** Findings of three sources at Lombok Timur, with steps in every state. */
export async function sampleFollowUp(cast: Cast, { laporanId, rapatId, keputusanId }: Source) {
  const kasubbag = await cast(office, 'kasubbag', planned)
  const { people } = await rapatChoices(kasubbag, office)
  const who = (peran: string, areaBaku: number | null = null) =>
    people.find(({ tugas }) =>
      tugas.some((t) => t.peran === peran && (areaBaku === null || t.areaBaku === areaBaku)),
    )?.id ?? null
  const step = async (
    rekomendasiId: string,
    aksi: string,
    [areaBaku, jatuhTempo]: readonly [number, string],
  ) =>
    (
      await createRatl(kasubbag, {
        sumber: { rekomendasiId },
        aksi,
        keluaran: 'Dokumen yang disahkan dan diunggah',
        penanggungJawabId: who('koordinator_area', areaBaku),
        unitId: null,
        jatuhTempo,
      })
    ).id
  const late = await temuan(
    cast,
    finding({
      sumber: 'putaran',
      laporanId,
      areaBaku: 4,
      uraian: 'Evaluasi SOP belum dilaksanakan pada seluruh subbagian sampai akhir tahun.',
      kriteria: 'Rencana aksi menetapkan evaluasi SOP dua kali setahun.',
      sebab: 'Peta proses bisnis terbaru belum ditetapkan.',
    }),
    'Tetapkan peta proses bisnis, lalu evaluasi SOP setiap subbagian memakai peta itu.',
  )
  const closed = await step(late, 'Menetapkan peta proses bisnis subbagian', [4, '2026-01-30'])
  await report(cast, closed, '2026-01-28T03:00:00Z')
  const ketua = await cast(office, 'ketua', '2026-02-02T03:00:00Z')
  await checkRatl(ketua, { ratlId: closed, efektif: 'berhasil', catatan: 'Peta sudah dipakai.' })
  await step(late, 'Mengevaluasi SOP setiap subbagian', [4, '2026-03-31'])
  const service = await temuan(
    cast,
    finding({
      sumber: 'lhe',
      rujukan: 'LHE contoh Nomor 4/2025',
      areaBaku: 8,
      uraian: 'Hasil survei kepuasan masyarakat belum ditindaklanjuti dengan rencana perbaikan.',
    }),
    'Susun rencana perbaikan layanan dari tiga unsur survei yang nilainya terendah.',
  )
  const waiting = await step(service, 'Menyusun rencana perbaikan layanan', [8, '2026-11-27'])
  await report(cast, waiting, '2026-11-18T03:00:00Z')
  await step(service, 'Menyampaikan hasil perbaikan kepada pengguna layanan', [8, '2026-12-18'])
  const again = await step(service, 'Memasang papan maklumat pelayanan', [8, '2026-12-04'])
  await report(cast, again, '2026-11-12T03:00:00Z')
  const note = 'Papan belum memuat biaya dan waktu layanan.'
  const check = await cast(office, 'ketua', '2026-11-13T03:00:00Z')
  await checkRatl(check, { ratlId: again, efektif: 'belum', catatan: note })
  await sampleMeetingFollowUp(cast, { rapatId, keputusanId, owner: who('koordinator_area', 1) })
}

/** Records a finding with its recommendation; gives the recommendation's id. */
async function temuan(cast: Cast, facts: TemuanFacts, rekomendasi: string): Promise<string> {
  const kasubbag = await cast(office, 'kasubbag', planned)
  const { id: temuanId } = await createTemuan(kasubbag, {
    satkerKode: office,
    rekomendasi: null,
    ...facts,
  })
  const { id } = await addRekomendasi(kasubbag, { temuanId, uraian: rekomendasi })
  if (facts.areaBaku === 8) await queueTemuan(kasubbag, { temuanId, jenis: 'ZI' })
  return id
}

const report = async (cast: Cast, ratlId: string, at: string) =>
  reportRatl(await cast(office, 'kasubbag', at), {
    ratlId,
    hasil: 'Sudah dilaksanakan dan dokumennya disimpan pada pustaka bersama.',
    tautan: 'https://contoh.kpu-hub.invalid/dokumen',
    berkasIds: [],
  })

type FromMeeting = { rapatId: string; keputusanId: string; owner: string | null }

/** A finding that still has no step, and a step that answers a decision of the meeting itself. */
async function sampleMeetingFollowUp(cast: Cast, { rapatId, keputusanId, owner }: FromMeeting) {
  const kasubbag = await cast(office, 'kasubbag', planned)
  await createTemuan(kasubbag, {
    satkerKode: office,
    rekomendasi: null,
    ...finding({
      sumber: 'rapat',
      rapatId,
      areaBaku: 1,
      uraian: 'Agen perubahan belum mempunyai rencana aksi tertulis.',
    }),
  })
  await createRatl(kasubbag, {
    sumber: { keputusanId },
    aksi: 'Melengkapi eviden area Manajemen Perubahan',
    keluaran: null,
    penanggungJawabId: owner,
    unitId: null,
    jatuhTempo: '2026-12-11',
  })
}
