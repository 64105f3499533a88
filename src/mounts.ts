import { mount as beranda } from '#mount/beranda'
import { mount as impor } from '#mount/impor'
import { mount as keputusan } from '#mount/keputusan'
import { mount as pengguna } from '#mount/pengguna'
import { mount as rencanaAksi } from '#mount/rencana-aksi'
import { mount as satker } from '#mount/satker'
import type { Mount } from '#platform/mount.ts'

/** Every module, foundation first: reference data and samples load in this order. */
export const mounts: readonly Mount[] = [satker, pengguna, keputusan, rencanaAksi, impor, beranda]
