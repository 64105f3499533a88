import { AnnexTable } from '#ui/data/annex-table.tsx'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PrintLayout } from '#ui/layout/print-layout.tsx'
import type { Naskah } from '../naskah.ts'
import { rapatUrl } from '../urls.ts'

type CetakProps = { rapatId: string; satkerNama: string; naskah: Naskah }

/** One of the pack's documents on A4. */
export const RapatCetak = ({ rapatId, satkerNama, naskah }: CetakProps) => (
  <PrintLayout
    title={naskah.judul}
    back={{ href: rapatUrl(rapatId), label: 'Kembali ke rapat' }}
    head={
      <>
        <p>{satkerNama}</p>
        <h1 class="annex-title">{naskah.judul}</h1>
        {naskah.nomor ? <p>Nomor: {naskah.nomor}</p> : null}
      </>
    }
  >
    <p>{naskah.pembuka}</p>
    <DefinitionList items={naskah.fakta} />
    {naskah.bagian.map(({ judul, isi, bernomor }) => (
      <section class="stack">
        <h2>{judul}</h2>
        {bernomor ? (
          <ol>
            {isi.map((line) => (
              <li>{line}</li>
            ))}
          </ol>
        ) : (
          isi.map((line) => <p>{line}</p>)
        )}
      </section>
    ))}
    <Hadirin naskah={naskah} />
    <Penanda naskah={naskah} />
  </PrintLayout>
)

/** With lines to sign, unsigned on paper until people write there. */
const Hadirin = ({ naskah: { hadirin } }: { naskah: Naskah }) =>
  hadirin === null || hadirin.orang.length === 0 ? null : (
    <AnnexTable
      caption="Hadirin"
      columns={[
        { label: 'No.', size: 'number' },
        { label: 'Nama' },
        { label: 'Jabatan', size: 'short' },
        ...(hadirin.tandaTangan
          ? [
              { label: 'Kehadiran', size: 'short' as const },
              { label: 'Tanda tangan', size: 'short' as const },
            ]
          : []),
      ]}
      rows={hadirin.orang.map((each, index) => ({
        cells: [
          `${index + 1}.`,
          each.nama,
          each.jabatan ?? '',
          ...(hadirin.tandaTangan
            ? [
                each.hadir ? 'Hadir' : '',
                <>
                  <br />
                  {`${index + 1}. ……………………`}
                </>,
              ]
            : []),
        ],
      }))}
    />
  )

const Penanda = ({ naskah: { penanda } }: { naskah: Naskah }) => {
  const [first, second] = penanda
  if (!first) return null
  const signature = ({ sebagai, nama }: NonNullable<typeof first>) => (
    <p>
      {sebagai},
      <br />
      <br />
      <br />
      <br />
      {nama ?? '……………………………'}
    </p>
  )
  return second ? <Columns aside={signature(second)}>{signature(first)}</Columns> : signature(first)
}
