import type { Problem, Typed } from '#platform/http/form.ts'
import { Empty } from '#ui/data/empty.tsx'
import { Pager } from '#ui/data/pager.tsx'
import { bindForm } from '#ui/form/bind.ts'
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { Radios } from '#ui/form/choices.tsx'
import { DateInput } from '#ui/form/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/form/select.tsx'
import { TextInput } from '#ui/form/text-input.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { areaOptions, jenisDelegasiLabels, labelPeran, labelTugas } from '../labels.ts'
import { delegablePeran } from '../peran.ts'
import type { DelegationList } from '../queries/delegations.ts'
import { PeopleTabs, withSatker } from './parts.tsx'
import { DelegationTable } from './person.tsx'

const start = '/kerja/pengguna/delegasi'

export const DelegationsPage = ({ list }: { list: DelegationList }) => {
  const { office, rows } = list
  const give = (
    <ButtonLink kind="main" href={`${start}/baru`}>
      Tunjuk Plh. atau Plt.
    </ButtonLink>
  )
  return (
    <>
      <PageHead
        title="Plh. dan Plt."
        subtitle={`Siapa yang bertindak untuk pejabat yang berhalangan di ${office.nama}.`}
      >
        {list.can.manage && rows.length > 0 ? give : null}
      </PageHead>
      <PeopleTabs current="delegasi" satkerKode={office.kode} />
      {rows.length === 0 ? (
        <Empty title="Belum ada pelimpahan" actions={list.can.manage ? give : undefined}>
          Bila seorang pejabat berhalangan, tunjuk penggantinya dari–sampai dengan dasar surat
          perintah. Wewenangnya mulai dan berakhir dengan sendirinya.
        </Empty>
      ) : (
        <DelegationTable
          rows={rows}
          caption={`Plh. dan Plt. ${office.nama}`}
          canRevoke={list.can.manage}
        />
      )}
      <Pager
        page={list.page}
        pages={list.pages}
        total={list.total}
        noun="pelimpahan"
        href={(page) => `${withSatker(start, office.kode)}&hal=${page}`}
      />
    </>
  )
}

export type DelegatePageProps = {
  list: Pick<DelegationList, 'office' | 'people'>
  typed: Typed
  problems: readonly Problem[]
}

export const DelegatePage = ({ list, typed, problems }: DelegatePageProps) => {
  const field = bindForm(typed, problems)
  const people = list.people.map((person) => ({
    value: person.id,
    label: [person.nama, person.tugas.map(labelTugas).join(', ')].filter(Boolean).join(' – '),
  }))
  return (
    <>
      <PageHead title="Tunjuk Plh. atau Plt." subtitle={list.office.nama} />
      <Form problems={problems}>
        <Radios
          {...field('jenis')}
          label="Sebagai"
          boxed
          options={[
            {
              value: 'plh',
              label: jenisDelegasiLabels.plh,
              hint: 'Pejabatnya berhalangan sementara: cuti, dinas, sakit.',
            },
            {
              value: 'plt',
              label: jenisDelegasiLabels.plt,
              hint: 'Pejabatnya berhalangan tetap: jabatannya sedang kosong.',
            },
          ]}
        />
        <Select
          {...field('peran')}
          label="Jabatan yang dilimpahkan"
          placeholder="Pilih jabatan"
          width="medium"
          options={delegablePeran.map((peran) => ({ value: peran, label: labelPeran(peran) }))}
        />
        <Select
          {...field('area')}
          label="Area perubahan"
          hint="Hanya untuk koordinator area."
          placeholder="Tanpa area"
          options={areaOptions}
          optional
        />
        <Select
          {...field('pemberi')}
          label="Pejabat yang digantikan"
          placeholder="Pilih orang"
          options={people}
          filterable
        />
        <Select
          {...field('penerima')}
          label="Pengganti"
          placeholder="Pilih orang"
          options={people}
          filterable
        />
        <DateInput {...field('dari')} label="Mulai" required />
        <DateInput {...field('sampai')} label="Sampai dengan" hint="Hari terakhir." required />
        <TextInput
          {...field('dasar')}
          label="Dasar surat"
          hint="Contoh: Surat Perintah Nomor 12/SDM.05.5/5203/2026 tanggal 3 November 2026"
          required
        />
        <ButtonRow>
          <Button kind="main">Simpan penunjukan</Button>
          <a href={start}>Batal</a>
        </ButtonRow>
      </Form>
    </>
  )
}
