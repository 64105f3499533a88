import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { Progress } from '#ui/data/progress.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { longMoment } from '#platform/date.ts'
import { sizeText } from '../labels.ts'
import type { StateView } from '../queries/review.ts'
import { imporHref } from './frame.tsx'

type StateProps = { impor: StateView; zonaWaktu: string }

/** An import that is not being checked: on its way, failed, taken over or given up. */
export const StatePage = (props: StateProps) => (
  <>
    <PageHead title={props.impor.namaBerkas} subtitle={subtitles[props.impor.state]}>
      <Outcome impor={props.impor} />
    </PageHead>
    <State {...props} />
    <Facts {...props} />
  </>
)

const subtitles: Record<StateView['state'], string> = {
  reading: 'Berkas sedang dibaca.',
  review: 'Menunggu diperiksa.',
  failed: 'Berkas ini tidak dapat dibaca.',
  accepted: 'Sudah diterima menjadi rencana.',
  discarded: 'Impor ini dibatalkan.',
}

/** What an accepted import became. */
const Outcome = ({ impor: { keputusanId, rencana, satkerKode } }: Pick<StateProps, 'impor'>) => (
  <>
    {keputusanId ? (
      <ButtonLink href={`/kerja/keputusan/${satkerKode}/${keputusanId}`}>Buka keputusan</ButtonLink>
    ) : null}
    {rencana ? (
      <ButtonLink kind="main" href={`/kerja/rencana-aksi/${rencana.id}`}>
        Buka rencana aksi
      </ButtonLink>
    ) : null}
  </>
)

const State = ({ impor }: StateProps) => {
  if (impor.state === 'reading')
    return (
      <Progress
        label="Membaca keputusan dan lampirannya"
        note="Biasanya beberapa detik. Halaman ini memuat ulang sendiri; Anda boleh meninggalkannya, hasilnya menunggu di daftar impor."
      />
    )
  if (impor.state === 'failed')
    return (
      <Empty
        title="Berkas tidak terbaca"
        actions={
          <>
            <ButtonLink kind="main" href="/kerja/impor/baru">
              Unggah berkas lain
            </ButtonLink>
            <ButtonLink href="/kerja/impor/templat.xlsx" download>
              Unduh templat
            </ButtonLink>
          </>
        }
      >
        {impor.pesan} Berkasnya tidak disimpan, dan catatan ini terhapus sendiri setelah sehari.
      </Empty>
    )
  if (impor.state === 'accepted') return null
  return (
    <p>
      Berkas dan hasil pembacaannya sudah dihapus.{' '}
      <a href="/kerja/impor/baru">Unggah berkas lain</a>.
    </p>
  )
}

const Facts = ({ impor, zonaWaktu }: StateProps) => (
  <DefinitionList
    items={[
      ...(impor.rencana ? [{ term: 'Menjadi', value: impor.rencana.judul }] : []),
      { term: 'Ukuran', value: sizeText(impor.ukuran) },
      { term: 'Diunggah oleh', value: impor.createdBy },
      { term: 'Diunggah', value: longMoment(impor.createdAt, zonaWaktu) },
      ...(impor.state === 'accepted'
        ? [
            {
              term: 'Berkas asli',
              value: (
                <a href={imporHref(impor.id, '/berkas')} download>
                  Unduh {impor.namaBerkas}
                </a>
              ),
            },
          ]
        : []),
    ]}
  />
)
