import type { Renaksi } from '#modules/keputusan'

const kinds = { ZI: 'Pembangunan Zona Integritas', RB: 'Reformasi Birokrasi' }

/** The short name under which a plan is listed; the decree keeps its own long title. */
export const titleOf = ({ rencana }: Pick<Renaksi, 'rencana'>): string =>
  `Rencana Aksi ${kinds[rencana.jenis]} ${rencana.tahun}`
