import { longDate } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { readableJudul } from '../judul.ts'
import { nomorKeputusan } from '../nomor.ts'
import type { KeputusanDetail } from '../queries/keputusan.ts'
import type { Temuan } from '../renaksi.ts'

export const DetailPage = ({
  detail,
  temuan,
}: {
  detail: KeputusanDetail
  temuan: readonly Temuan[]
}) => {
  const { keputusan: k, mengingat, rantai, can } = detail
  const href = `/kerja/keputusan/${k.satker_kode}/${k.id}`
  return (
    <>
      <PageHead
        title={`Keputusan ${nomorKeputusan(k)}`}
        subtitle={`${k.penerbit} · ditetapkan ${longDate(k.tanggal)}`}
      >
        {can.correct ? <ButtonLink href={`${href}/ubah`}>Perbaiki</ButtonLink> : null}
        <ButtonLink kind="main" href={`/kerja/rencana-aksi?keputusan=${k.id}`}>
          Lihat rencana aksi
        </ButtonLink>
      </PageHead>
      <p class="prose">{readableJudul(k.judul)}</p>
      <DefinitionList
        items={[
          { term: 'Tempat', value: k.tempat ?? '–' },
          { term: 'Ditandatangani', value: k.ketua ?? '–' },
          {
            term: 'Salinan disahkan',
            value: [k.penyalin_nama, k.penyalin_jabatan].filter(Boolean).join(', ') || '–',
          },
          ...(k.berita_acara ? [{ term: 'Berita acara pleno', value: k.berita_acara }] : []),
          ...(k.mengubah_nomor ? [{ term: 'Mengubah', value: <Amended detail={detail} /> }] : []),
        ]}
      />
      {rantai.length > 1 ? (
        <section class="stack" aria-labelledby="rantai">
          <h2 id="rantai">Rangkaian perubahan</h2>
          <Timeline
            entries={rantai.map((link) => ({
              title:
                link.id === k.id ? (
                  <b>{`${nomorKeputusan(link)} (halaman ini)`}</b>
                ) : (
                  <a href={`/kerja/keputusan/${k.satker_kode}/${link.id}`}>
                    {nomorKeputusan(link)}
                  </a>
                ),
              when: longDate(link.tanggal),
              datetime: link.tanggal,
              children: <p class="muted">{readableJudul(link.judul)}</p>,
            }))}
          />
        </section>
      ) : null}
      <section class="stack" aria-labelledby="mengingat">
        <h2 id="mengingat">Dasar hukum</h2>
        {temuan.length > 0 ? (
          <ul class="stack">
            {temuan.map((t) => (
              <li>
                <Tag tone="late">Periksa</Tag> {t.pesan}
              </li>
            ))}
          </ul>
        ) : (
          <p class="muted">Semua rujukan berlaku pada tanggal penetapan menurut register.</p>
        )}
        <ol class="prose">
          {mengingat.map((m) => (
            <li>
              <a href={`/kerja/dasar-hukum/${encodeURIComponent(m.kode)}`}>{m.kode}</a> {m.judul}
              {(m.perubahan ?? []).map((p) => (
                <div class="muted">
                  sebagaimana diubah dengan{' '}
                  <a href={`/kerja/dasar-hukum/${encodeURIComponent(p.kode)}`}>{p.kode}</a>
                </div>
              ))}
            </li>
          ))}
        </ol>
      </section>
      <Clauses title="Menimbang" id="menimbang" texts={k.menimbang} />
      <Clauses title="Memperhatikan" id="memperhatikan" texts={k.memperhatikan} />
      <section class="stack" aria-labelledby="diktum">
        <h2 id="diktum">Memutuskan</h2>
        <DefinitionList items={k.diktum.map((d) => ({ term: d.label, value: d.isi }))} />
      </section>
    </>
  )
}

const Amended = ({ detail: { keputusan: k } }: { detail: KeputusanDetail }) =>
  k.mengubah_id ? (
    <a href={`/kerja/keputusan/${k.satker_kode}/${k.mengubah_id}`}>Nomor {k.mengubah_nomor}</a>
  ) : (
    <>
      Nomor {k.mengubah_nomor} <span class="muted">(belum terdaftar di sini)</span>
    </>
  )

const Clauses = ({ title, id, texts }: { title: string; id: string; texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ol type="a">
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ol>
    </section>
  )
