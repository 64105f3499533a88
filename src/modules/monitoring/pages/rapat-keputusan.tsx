import { longDate } from '#platform/date.ts'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Button, ButtonRow } from '#ui/form/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { shorten } from '../labels.ts'
import { ratlLabelOf, ratlMarkOf } from '../labels-temuan.ts'
import type { RapatPage } from '../queries/rapat-detail.ts'
import { rapatUrl, ratlUrl, withQuery } from '../urls.ts'

type Row = RapatPage['keputusan'][number]

/** What was decided; each decision can become a step with an owner and a last day. */
export const Keputusan = ({ page }: { page: RapatPage }) => {
  const { rapat, keputusan, today, can } = page
  return (
    <section class="stack" id="keputusan">
      {keputusan.length === 0 ? (
        <>
          <h2>Keputusan rapat</h2>
          <p class="muted">Belum ada keputusan yang dicatat.</p>
        </>
      ) : (
        <Table<Row>
          caption="Keputusan rapat"
          columns={[
            { key: 'uraian', label: 'Keputusan', main: true, cell: ({ uraian }) => uraian },
            {
              key: 'ratl',
              label: 'Tindak lanjut',
              cell: ({ ratl }) =>
                ratl.length === 0 ? (
                  <span class="muted">Belum ada</span>
                ) : (
                  <ul>
                    {ratl.map((step) => (
                      <li>
                        <a href={ratlUrl(step.id)}>{shorten(step.aksi, 80)}</a>
                        <br />
                        <StatusMark
                          state={ratlMarkOf(step, today)}
                          label={ratlLabelOf(step, today)}
                        />
                        , {longDate(step.jatuhTempo)}
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              key: 'langkah',
              label: 'Langkah',
              cell: (row) => <Steps page={page} row={row} />,
            },
          ]}
          rows={keputusan}
        />
      )}
      {can.change ? (
        <Form action={rapatUrl(rapat.id, 'keputusan')} draft={`keputusan-rapat-${rapat.id}`}>
          <TextArea name="uraian" label="Keputusan baru" rows={2} maxlength={2000} />
          <ButtonRow>
            <Button>Tambahkan keputusan</Button>
          </ButtonRow>
        </Form>
      ) : null}
    </section>
  )
}

const Steps = ({ page: { rapat, can }, row }: { page: RapatPage; row: Row }) => (
  <div class="row">
    {can.plan ? (
      <a href={withQuery(ratlUrl('baru'), { keputusan: row.id })}>
        Jadikan RATL<span class="visually-hidden">: {shorten(row.uraian, 60)}</span>
      </a>
    ) : null}
    {can.change && row.ratl.length === 0 ? (
      <Form action={rapatUrl(rapat.id, 'keputusan', row.id, 'hapus')}>
        <Button size="small" kind="quiet" label={`Hapus keputusan ${shorten(row.uraian, 60)}`}>
          Hapus
        </Button>
      </Form>
    ) : null}
  </div>
)
