/** The five documents of a meeting pack. */
export const dokumenList = [
  'undangan',
  'daftar_hadir',
  'notula',
  'berita_acara',
  'dokumentasi',
] as const

export type Dokumen = (typeof dokumenList)[number]

/** Those that the product can write from what was typed; photographs it cannot. */
export const dokumenTulis = dokumenList.filter((dokumen) => dokumen !== 'dokumentasi')

export const isDokumen = (text: string): text is Dokumen =>
  (dokumenList as readonly string[]).includes(text)

export type RapatState = 'open' | 'closed' | 'cancelled'

type Stamps = { closed_at: Date | null; cancelled_at: Date | null }

export const rapatState = ({ closed_at, cancelled_at }: Stamps): RapatState => {
  if (cancelled_at) return 'cancelled'
  return closed_at ? 'closed' : 'open'
}

export type RapatAct = 'change' | 'close' | 'cancel' | 'reopen' | 'prove'

const acts: Record<RapatState, Partial<Record<RapatAct, RapatState>>> = {
  open: { change: 'open', close: 'closed', cancel: 'cancelled' },
  // Only what no longer changes may prove something.
  closed: { reopen: 'open', prove: 'closed' },
  cancelled: {},
}

/** The state after an act, or null when the state forbids it. */
export const afterRapat = (state: RapatState, act: RapatAct): RapatState | null =>
  acts[state][act] ?? null

/** What of a meeting decides which of its documents stand. */
export type PackFacts = {
  agenda: string | null
  pembahasan: string | null
  simpulan: string | null
  peserta: number
  hadir: number
  berkas: readonly Dokumen[]
}

export type DokumenState = {
  dokumen: Dokumen
  /** file = uploaded, written = complete in the product, missing = neither */
  state: 'file' | 'written' | 'missing'
  /** what to do, when it is missing */
  lacking: string | null
}

/** The five documents with what each still lacks; an uploaded file goes before what was written. */
export const packOf = (facts: PackFacts): DokumenState[] =>
  dokumenList.map((dokumen) => {
    if (facts.berkas.includes(dokumen)) return { dokumen, state: 'file', lacking: null }
    const lacking = lackingOf[dokumen](facts)
    return { dokumen, state: lacking === null ? 'written' : 'missing', lacking }
  })

const lackingOf: Record<Dokumen, (facts: PackFacts) => string | null> = {
  undangan: ({ agenda, peserta }) =>
    agenda && peserta > 0 ? null : 'Isi agenda dan daftar peserta, atau unggah berkasnya.',
  daftar_hadir: ({ hadir }) =>
    hadir > 0 ? null : 'Tandai peserta yang hadir, atau unggah berkasnya.',
  notula: ({ pembahasan }) =>
    pembahasan ? null : 'Tulis pembahasan rapat, atau unggah berkasnya.',
  berita_acara: ({ simpulan, hadir }) =>
    simpulan && hadir > 0 ? null : 'Tulis simpulan dan tandai yang hadir, atau unggah berkasnya.',
  dokumentasi: () => 'Unggah foto atau tangkapan layar rapat.',
}

export const countReady = (pack: readonly DokumenState[]): number =>
  pack.filter(({ state }) => state !== 'missing').length

/** Why the pack cannot be closed yet, as a sentence; null when it can. */
export function closeProblem(
  pack: readonly DokumenState[],
  rapat: { tanggal: string; needsPenilaian: boolean; penilaian: string | null },
  today: string,
): string | null {
  if (rapat.tanggal > today)
    return 'Rapat ini belum berlangsung, jadi paketnya belum dapat ditutup.'
  const must = pack.filter(
    ({ dokumen, state }) =>
      state === 'missing' && (dokumen === 'notula' || dokumen === 'daftar_hadir'),
  )
  if (must.length > 0) return `Paket belum dapat ditutup. ${must[0]?.lacking ?? ''}`
  if (rapat.needsPenilaian && rapat.penilaian === null)
    return 'Pilih hasil evaluasi rencana kerja pada notula sebelum paket ditutup.'
  return null
}

export const penilaianList = ['sesuai', 'sebagian', 'tidak_sesuai'] as const
export type Penilaian = (typeof penilaianList)[number]
