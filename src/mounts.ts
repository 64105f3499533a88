import { mount as beranda } from '#mount/beranda'
import { mount as berkas } from '#mount/berkas'
import { mount as contoh } from '#mount/contoh'
import { mount as eviden } from '#mount/eviden'
import { mount as impor } from '#mount/impor'
import { mount as kalender } from '#mount/kalender'
import { mount as keputusan } from '#mount/keputusan'
import { mount as komentar } from '#mount/komentar'
import { mount as lke } from '#mount/lke'
import { mount as monitoring } from '#mount/monitoring'
import { mount as pemberitahuan } from '#mount/pemberitahuan'
import { mount as pemeliharaan } from '#mount/pemeliharaan'
import { mount as pengguna } from '#mount/pengguna'
import { mount as rencanaAksi } from '#mount/rencana-aksi'
import { mount as satker } from '#mount/satker'
import { mount as tugas } from '#mount/tugas'
import { registerBukti } from '#platform/bukti-otomatis.ts'
import type { Mount } from '#platform/mount.ts'

/** Every module, foundation first: reference data and samples load in this order. */
export const mounts: readonly Mount[] = [
  satker,
  pengguna,
  kalender,
  pemberitahuan,
  komentar,
  berkas,
  eviden,
  keputusan,
  rencanaAksi,
  impor,
  lke,
  monitoring,
  tugas,
  beranda,
  contoh,
  pemeliharaan,
]

registerBukti(mounts.flatMap(({ bukti }) => bukti ?? []))
