import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { Card } from '#ui/layout/card.tsx'
import { asalLabels, linesText, tindakanLabels } from '../labels.ts'
import type { SisaView } from '../queries/review.ts'
import type { TemuanRow, TemuanView } from '../queries/temuan.ts'
import { imporHref, ReviewFrame } from './frame.tsx'
import { LinesOf } from './lines.tsx'

/** What the reader had to decide, and what is doubtful about the legal bases: each for a person's word. */
export const TemuanPage = ({ view }: { view: TemuanView }) => {
  const { rows, counts, id } = view
  return (
    <ReviewFrame review={view} tab="temuan">
      {rows.length === 0 ? (
        <Empty title="Tidak ada temuan">Pembaca tidak ragu pada satu bagian pun.</Empty>
      ) : null}
      {counts.terbuka + counts.periksa > 0 ? (
        <Form action={imporHref(id, '/temuan')}>
          <p>
            {counts.terbuka} temuan belum diputuskan dan {counts.periksa} butir perlu diperiksa.
          </p>
          <ButtonRow>
            <Button>Terima semua temuan yang tersisa</Button>
          </ButtonRow>
        </Form>
      ) : null}
      {rows.map((row) => (
        <Finding row={row} id={id} />
      ))}
    </ReviewFrame>
  )
}

const Finding = ({ row, id }: { row: TemuanRow; id: string }) => (
  <Card>
    <div class="stack" id={`t${row.urutan}`}>
      <div class="row">
        <Tag tone={row.asal === 'dasar_hukum' ? 'brand' : undefined}>{asalLabels[row.asal]}</Tag>
        {row.tindakan ? (
          <StatusMark
            state="done"
            label={`${tindakanLabels[row.tindakan]} oleh ${row.decidedBy ?? ''}`}
          />
        ) : (
          <StatusMark state="planned" label="Belum diputuskan" />
        )}
        <Where row={row} id={id} />
      </div>
      <p>{row.pesan}</p>
      {row.keputusan ? (
        <p class="small">
          <b>Yang dilakukan:</b> {row.keputusan}
        </p>
      ) : null}
      {row.alternatif ? (
        <p class="small muted">
          <b>Kemungkinan lain:</b> {row.alternatif}
        </p>
      ) : null}
      <Decision row={row} id={id} />
    </div>
  </Card>
)

const Where = ({ row, id }: { row: TemuanRow; id: string }) => {
  if (row.asal === 'dasar_hukum')
    return <a href={imporHref(id, '/fakta#mengingat')}>Lihat dasar hukumnya</a>
  if (row.butirId !== null)
    return <a href={imporHref(id, `?area=${row.areaId}#${row.butirId}`)}>{linesText(row.baris)}</a>
  return row.baris.length > 0 ? <span class="muted small">{linesText(row.baris)}</span> : null
}

const Decision = ({ row, id }: { row: TemuanRow; id: string }) => (
  <Form action={imporHref(id, `/temuan/${row.urutan}`)}>
    <details open={row.catatan !== null}>
      <summary class="small">Catatan</summary>
      <TextInput
        name="catatan"
        id={`catatan-${row.urutan}`}
        label="Catatan"
        value={row.catatan}
        optional
      />
    </details>
    <ButtonRow>
      <Button size="small" name="tindakan" value="diterima">
        Terima
      </Button>
      <Button size="small" name="tindakan" value="diperbaiki">
        Sudah saya perbaiki
      </Button>
    </ButtonRow>
  </Form>
)

/** Lines of the source that found no place, among their neighbours. */
export const SisaPage = ({ view }: { view: SisaView }) => (
  <ReviewFrame review={view} tab="sisa">
    {view.baris.length === 0 ? (
      <Empty title="Tidak ada sisa">
        Setiap baris sumber sudah menjadi bagian keputusan atau rencana, atau dikenali sebagai kop,
        judul tabel, nomor halaman, dan semacamnya.
      </Empty>
    ) : (
      <>
        <p>
          Baris yang ditandai tidak mendapat tempat. Bila isinya penting, salin ke butir yang tepat.
        </p>
        <LinesOf baris={view.baris} label="Sisa sumber" />
      </>
    )}
  </ReviewFrame>
)
