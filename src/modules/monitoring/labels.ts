import type { MarkState } from '#ui/data/status-mark.tsx'

/** What happened, as the history of a page says it; `ok` and `late` mark what ended well or not. */
export const peristiwaLabels: Record<string, { teks: string; mark: MarkState }> = {
  rapat_created: { teks: 'Rapat dibuat', mark: 'planned' },
  rapat_changed: { teks: 'Rapat diubah', mark: 'running' },
  notula_written: { teks: 'Notula disimpan', mark: 'running' },
  peserta_added: { teks: 'Peserta ditambahkan', mark: 'running' },
  hadir_marked: { teks: 'Kehadiran ditandai', mark: 'running' },
  keputusan_added: { teks: 'Keputusan rapat dicatat', mark: 'running' },
  keputusan_removed: { teks: 'Keputusan rapat dihapus', mark: 'stopped' },
  berkas_attached: { teks: 'Berkas ditambahkan', mark: 'running' },
  berkas_detached: { teks: 'Berkas dikeluarkan dari paket', mark: 'stopped' },
  rapat_closed: { teks: 'Paket ditutup', mark: 'done' },
  rapat_reopened: { teks: 'Paket dibuka lagi', mark: 'late' },
  rapat_cancelled: { teks: 'Rapat dibatalkan', mark: 'stopped' },
  paket_used: { teks: 'Paket dipakai sebagai eviden', mark: 'done' },
  lingkar_filled: { teks: 'Area diisi', mark: 'running' },
  laporan_submitted: { teks: 'Laporan dikirim', mark: 'running' },
  laporan_returned: { teks: 'Laporan dikembalikan', mark: 'late' },
  laporan_verified: { teks: 'Laporan diterima', mark: 'done' },
  laporan_reopened: { teks: 'Jendela dibuka lagi', mark: 'late' },
  temuan_recorded: { teks: 'Temuan dicatat', mark: 'planned' },
  temuan_changed: { teks: 'Temuan diubah', mark: 'running' },
  rekomendasi_added: { teks: 'Rekomendasi ditambahkan', mark: 'running' },
  lanjut_queued: { teks: 'Diantrekan ke rencana tahun berikutnya', mark: 'running' },
  lanjut_unqueued: { teks: 'Dikeluarkan dari antrean rencana', mark: 'stopped' },
  lanjut_placed: { teks: 'Menjadi butir rencana tahun berikutnya', mark: 'done' },
  lanjut_proposed: { teks: 'Diusulkan ke rencana tahun berikutnya', mark: 'running' },
  ratl_planned: { teks: 'RATL direncanakan', mark: 'planned' },
  ratl_changed: { teks: 'RATL diubah', mark: 'running' },
  ratl_reported: { teks: 'Hasil dilaporkan', mark: 'running' },
  ratl_withdrawn: { teks: 'Laporan hasil ditarik', mark: 'stopped' },
  ratl_closed: { teks: 'Diperiksa: berhasil, RATL ditutup', mark: 'done' },
  ratl_sent_back: { teks: 'Diperiksa: belum berhasil', mark: 'late' },
}

export const shorten = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
