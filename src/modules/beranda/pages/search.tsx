import type { Child } from 'hono/jsx'
import { nomorKeputusan, readableJudul } from '#modules/keputusan'
import { butirTitle, planUrl, shorten } from '#modules/rencana-aksi'
import { longDate } from '#platform/date.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button } from '#ui/form/button.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { Found } from '../queries/search.ts'
import { officeUrl, searchUrl } from '../urls.ts'

/** `found` is null when too little was typed; `most` of each kind are shown. */
type SearchProps = { text: string; found: Found | null; most: number }

type Hit = { href: string; title: Child; satker: string; detail?: string }

/** What was found, by kind: butir, decrees, people, offices. */
export const SearchView = ({ text, found, most }: SearchProps) => (
  <div class="stack">
    <PageHead title={text === '' ? 'Cari' : `Hasil pencarian “${shorten(text, 60)}”`} />
    <form method="get" action={searchUrl} class="form-line">
      <TextInput name="q" label="Yang dicari" type="search" value={text} />
      <Button kind="main">Cari</Button>
    </form>
    {found ? (
      <Results found={found} most={most} />
    ) : (
      <p class="muted">
        Ketik paling sedikit tiga huruf. Yang dicari: butir rencana, nomor dan judul keputusan, nama
        orang, dan satuan kerja.
      </p>
    )}
  </div>
)

const Results = ({ found, most }: { found: Found; most: number }) => {
  const { butir, keputusan, pengguna, satker } = found
  if ([butir, keputusan, pengguna, satker].every((hits) => hits.length === 0))
    return (
      <Empty title="Tidak ada yang cocok">
        Periksa ejaannya, atau gunakan kata yang lebih sedikit. Semua kata harus ada dalam satu
        butir, keputusan, atau nama.
      </Empty>
    )
  return (
    <>
      <Hits
        title="Satuan kerja"
        most={most}
        hits={satker.map(({ kode, nama }) => ({
          href: officeUrl(kode),
          title: nama,
          satker: `Kode ${kode}`,
        }))}
      />
      <Hits
        title="Butir rencana aksi"
        detailHead="Rencana"
        most={most}
        hits={butir.map((b) => ({
          href: planUrl(b.rencanaId, 'butir', b.id),
          title: shorten(butirTitle(b), 160),
          satker: b.satker,
          detail: `${b.jenis} ${b.tahun}`,
        }))}
      />
      <Hits
        title="Keputusan"
        detailHead="Tanggal"
        most={most}
        hits={keputusan.map((k) => ({
          href: `/kerja/keputusan/${k.satkerKode}/${k.id}`,
          title: `${nomorKeputusan(k)}: ${shorten(readableJudul(k.judul), 140)}`,
          satker: k.satker,
          detail: longDate(k.tanggal),
        }))}
      />
      <Hits
        title="Orang"
        most={most}
        hits={pengguna.map((p) => ({
          href: `/kerja/pengguna/${p.id}`,
          title: p.nama,
          satker: p.satker,
        }))}
      />
    </>
  )
}

type HitsProps = {
  title: string
  /** what stands beside the office, such as a date */
  detailHead?: string
  hits: readonly Hit[]
  most: number
}

const Hits = ({ title, detailHead, hits, most }: HitsProps) =>
  hits.length === 0 ? null : (
    <section class="stack">
      <Table<Hit>
        caption={title}
        columns={[
          { key: 'nama', label: 'Ditemukan', main: true, cell: (hit) => hit.title },
          { key: 'satker', label: 'Satuan kerja', cell: ({ satker }) => satker },
          ...(detailHead === undefined
            ? []
            : [
                {
                  key: 'lain',
                  label: detailHead,
                  width: 'narrow' as const,
                  cell: ({ detail }: Hit) => detail,
                },
              ]),
        ]}
        rows={hits.slice(0, most)}
        rowHref={({ href }) => href}
      />
      {hits.length > most ? (
        <p class="muted small">
          Ada lebih dari {most}. Tambahkan kata untuk mempersempit pencarian.
        </p>
      ) : null}
    </section>
  )
