import { BerkasItem } from '#modules/berkas'
import { planUrl } from '#modules/rencana-aksi'
import { longDate } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { namaJenisRapat } from '../jenis-rapat.ts'
import { shorten } from '../labels.ts'
import {
  dokumenStateLabels,
  dokumenStateMarks,
  namaDokumen,
  penilaianLabels,
} from '../labels-rapat.ts'
import { waktuText } from '../naskah.ts'
import type { RapatPage } from '../queries/rapat-detail.ts'
import { countReady, type DokumenState } from '../rapat.ts'
import { rapatUrl } from '../urls.ts'
import { RapatAside } from './rapat-aside.tsx'
import { Keputusan } from './rapat-keputusan.tsx'
import { Riwayat } from './riwayat.tsx'

type Props = { page: RapatPage }

/** One meeting: its pack, who came, what was said and decided, and what it proves. */
export const RapatView = ({ page, problem }: Props & { problem?: string | undefined }) => {
  const { rapat } = page
  return (
    <div class="stack">
      <PageHead
        title={rapat.judul}
        subtitle={`${namaJenisRapat(rapat.jenis)}, ${longDate(rapat.tanggal)} ${waktuText(rapat)}`}
      >
        <HeadActions page={page} />
      </PageHead>
      {problem ? (
        <p role="alert" class="field-error">
          {problem}
        </p>
      ) : null}
      <Columns aside={<RapatAside page={page} />}>
        <Pack page={page} />
        <Peserta page={page} />
        <Keputusan page={page} />
        <Notula page={page} />
        <Pakai page={page} />
        <Riwayat rows={page.riwayat} zona={rapat.zona} />
      </Columns>
    </div>
  )
}

const HeadActions = ({ page: { rapat, can, pack } }: Props) => {
  if (can.prove)
    return (
      <ButtonLink kind="main" href={rapatUrl(rapat.id, 'paket')}>
        Pakai sebagai eviden
      </ButtonLink>
    )
  return (
    <>
      {can.change ? <ButtonLink href={rapatUrl(rapat.id, 'ubah')}>Ubah rapat</ButtonLink> : null}
      {can.close && countReady(pack) >= 2 ? (
        <Form action={rapatUrl(rapat.id, 'tutup')}>
          <Button kind="main">Tutup paket</Button>
        </Form>
      ) : null}
    </>
  )
}

const Pack = ({ page }: Props) => {
  const { rapat, pack, berkas, can } = page
  const files = (dokumen: DokumenState['dokumen']) =>
    berkas.filter((each) => each.dokumen === dokumen)
  return (
    <section class="stack">
      <Table<DokumenState>
        caption={`Paket rapat: ${countReady(pack)} dari 5 dokumen`}
        columns={[
          {
            key: 'dokumen',
            label: 'Dokumen',
            main: true,
            cell: ({ dokumen }) => namaDokumen[dokumen],
          },
          {
            key: 'keadaan',
            label: 'Keadaan',
            cell: ({ state }) => (
              <StatusMark state={dokumenStateMarks[state]} label={dokumenStateLabels[state]} />
            ),
          },
          {
            key: 'isi',
            label: 'Isi',
            cell: ({ dokumen, state, lacking }) =>
              state === 'file' ? (
                <div class="stack">
                  {files(dokumen).map((each) => (
                    <div>
                      <BerkasItem berkas={each.berkas} />
                      {can.change ? <Detach rapatId={rapat.id} berkas={each.berkas} /> : null}
                    </div>
                  ))}
                </div>
              ) : state === 'written' ? (
                <a href={rapatUrl(rapat.id, 'cetak', dokumen)}>
                  Lihat dan cetak<span class="visually-hidden"> {namaDokumen[dokumen]}</span>
                </a>
              ) : (
                <span class="muted">{lacking}</span>
              ),
          },
        ]}
        rows={pack}
      />
      {can.change ? (
        <ButtonRow>
          <ButtonLink href={rapatUrl(rapat.id, 'berkas')}>Unggah dokumen atau foto</ButtonLink>
        </ButtonRow>
      ) : null}
    </section>
  )
}

const Detach = ({ rapatId, berkas }: { rapatId: string; berkas: { id: string; nama: string } }) => (
  <Form action={rapatUrl(rapatId, 'berkas', berkas.id, 'keluarkan')}>
    <Button size="small" kind="quiet" label={`Keluarkan ${berkas.nama} dari paket`}>
      Keluarkan dari paket
    </Button>
  </Form>
)

const Peserta = ({ page: { rapat, peserta, can } }: Props) => {
  const hadir = peserta.filter((each) => each.hadir).length
  const absent = rapat.state === 'closed' ? 'Tidak hadir' : 'Belum ditandai hadir'
  return (
    <section class="stack">
      {peserta.length === 0 ? (
        <>
          <h2>Peserta</h2>
          <p class="muted">Belum ada peserta. Daftar ini mengisi undangan dan daftar hadir.</p>
        </>
      ) : (
        <Table<(typeof peserta)[number]>
          caption={`Peserta: ${hadir} dari ${peserta.length} hadir`}
          columns={[
            { key: 'nama', label: 'Nama', main: true, cell: ({ nama }) => nama },
            { key: 'jabatan', label: 'Jabatan', cell: (row) => row.jabatan ?? '–' },
            {
              key: 'hadir',
              label: 'Kehadiran',
              cell: (row) => (
                <StatusMark
                  state={row.hadir ? 'done' : 'planned'}
                  label={row.hadir ? 'Hadir' : absent}
                />
              ),
            },
          ]}
          rows={peserta}
        />
      )}
      {can.change ? (
        <ButtonRow>
          <ButtonLink href={rapatUrl(rapat.id, 'peserta')}>
            {peserta.length === 0 ? 'Susun peserta' : 'Ubah peserta dan kehadiran'}
          </ButtonLink>
        </ButtonRow>
      ) : null}
    </section>
  )
}

const Notula = ({ page: { rapat, can } }: Props) => (
  <section class="stack">
    <h2>Notula</h2>
    {rapat.pembahasan || rapat.simpulan ? (
      <DefinitionList
        items={[
          { term: 'Agenda', value: <Lines text={rapat.agenda} /> },
          { term: 'Pembahasan', value: <Lines text={rapat.pembahasan} /> },
          { term: 'Simpulan', value: <Lines text={rapat.simpulan} /> },
          ...(rapat.penilaian
            ? [{ term: 'Hasil evaluasi', value: penilaianLabels[rapat.penilaian] }]
            : []),
        ]}
      />
    ) : (
      <p class="muted">Pembahasan dan simpulan belum ditulis.</p>
    )}
    {can.change ? (
      <ButtonRow>
        <ButtonLink href={rapatUrl(rapat.id, 'notula')}>Tulis notula</ButtonLink>
      </ButtonRow>
    ) : null}
  </section>
)

const Lines = ({ text }: { text: string | null }) =>
  text ? (
    <>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </>
  ) : (
    <span class="muted">Belum ada</span>
  )

const Pakai = ({ page: { rapat, pakai, can } }: Props) => {
  if (pakai.length > 0)
    return (
      <Table<(typeof pakai)[number]>
        caption={`Butir yang dibuktikan: ${pakai.length}`}
        columns={[
          { key: 'butir', label: 'Butir', main: true, cell: ({ teks }) => shorten(teks, 140) },
          { key: 'slot', label: 'Dokumen yang diisi', cell: ({ slot }) => slot.join('; ') },
          { key: 'rencana', label: 'Rencana', cell: ({ rencana }) => rencana, phone: 'hide' },
        ]}
        rows={pakai}
        rowHref={({ rencanaId, butirId }) => planUrl(rencanaId, 'butir', butirId)}
      />
    )
  return can.prove ? (
    <Empty
      title="Paket ini belum membuktikan butir mana pun"
      actions={<ButtonLink href={rapatUrl(rapat.id, 'paket')}>Pilih butir</ButtonLink>}
    >
      Sekali pilih, seluruh dokumen yang cocok pada daftar eviden butir terisi dan menunggu
      verifikasi koordinator.
    </Empty>
  ) : null
}
