import type { KomentarForm } from '#modules/komentar'
import { longMoment, monthName } from '#platform/date.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Mark, StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { ButtonLink } from '#ui/form/button.tsx'
import { Card } from '#ui/layout/card.tsx'
import { Columns } from '#ui/layout/columns.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import type { ButirField } from '../butir-edit.ts'
import type { ButirConflict } from '../conflict.ts'
import { changedFields } from '../butir-edit.ts'
import { jadwalText } from '../diff.ts'
import {
  butirTitle,
  indikatorLabels,
  selLabels,
  selMarks,
  selSentence,
  tenggatText,
  titleOf,
} from '../labels.ts'
import type { butirForStaff } from '../queries/butir.ts'
import { selStateOf } from '../sel.ts'
import type { ButirNode, Sel } from '../tree.ts'
import { planUrl } from '../urls.ts'
import { ButirBukti } from './bukti-list.tsx'
import { ButirForm, type ButirFormProps, typedButir } from './butir-form.tsx'
import { KomentarBlock } from './komentar-block.tsx'
import { PadananCard } from './padanan-card.tsx'
import { History } from './riwayat.tsx'
import { MoveButtons } from './section.tsx'

export type ButirPage = Awaited<ReturnType<typeof butirForStaff>>

type ButirProps = { page: ButirPage; komentar?: KomentarForm }

/** One butir: what it asks, its months, who did what. */
export const ButirView = ({ page, komentar }: ButirProps) => {
  const { tree, place, can } = page
  const { butir } = place
  const url = planUrl(tree.id, 'butir', butir.id)
  return (
    <div class="stack">
      <PageHead
        title={butirTitle(butir)}
        subtitle={`${titleOf(place.area)} › ${titleOf(place.kegiatan)}`}
      >
        {can.edit || can.proposeChange ? (
          <ButtonLink kind="main" href={`${url}/ubah`}>
            {can.edit ? 'Ubah butir' : 'Usulkan perubahan'}
          </ButtonLink>
        ) : null}
      </PageHead>
      <Columns aside={<Aside page={page} />}>
        <Facts butir={butir} rencanaId={tree.id} />
        {butir.sel.length > 0 ? <Cells page={page} /> : null}
        <ButirBukti page={page} />
        <KomentarBlock page={page} form={komentar} />
        <h2>Riwayat</h2>
        <History riwayat={page.riwayat} zona={tree.zonaWaktu} rencanaId={tree.id} of="butir" />
      </Columns>
    </div>
  )
}

const Facts = ({ butir, rencanaId }: { butir: ButirNode; rencanaId: string }) => (
  <DefinitionList
    items={[
      ...(butir.uraian !== null && butir.langkah !== null
        ? [{ term: 'Langkah aksi', value: butir.langkah }]
        : []),
      {
        term: 'Jadwal',
        value: jadwalText({ ...butir, bulan: butir.sel.map(({ bulan }) => bulan) }) || null,
      },
      ...(butir.jadwalAsli ? [{ term: 'Jadwal menurut keputusan', value: butir.jadwalAsli }] : []),
      { term: 'Penanggung jawab', value: butir.penanggungJawab?.nama },
      { term: 'Unit kerja', value: butir.unit?.nama },
      {
        term: 'Indikator keberhasilan',
        value:
          butir.indikator.length === 0 ? null : (
            <div class="prose">
              <ul>
                {butir.indikator.map(({ id, teks, jenis }) => (
                  <li>
                    <a href={planUrl(rencanaId, 'indikator', id)}>{teks}</a>{' '}
                    <Tag>{indikatorLabels[jenis]}</Tag>
                  </li>
                ))}
              </ul>
            </div>
          ),
      },
      { term: 'Prioritas', value: butir.prioritas ? 'Ya' : 'Tidak' },
      { term: 'Keterangan', value: butir.keterangan },
    ]}
  />
)

const Cells = ({ page: { tree, place, today } }: { page: ButirPage }) => (
  <Table<Sel>
    caption="Kewajiban per bulan"
    columns={[
      { key: 'bulan', label: 'Bulan', main: true, cell: ({ bulan }) => monthName(bulan) },
      { key: 'tenggat', label: 'Tenggat', width: 'narrow', cell: tenggatText },
      {
        key: 'keadaan',
        label: 'Keadaan',
        cell: (sel) => {
          const state = selStateOf(sel, today)
          return (
            <StatusMark
              state={selMarks[state]}
              label={selSentence(sel, state).split(': ')[1] ?? selLabels[state]}
            />
          )
        },
      },
      { key: 'catatan', label: 'Catatan', cell: ({ catatan, alasan }) => catatan ?? alasan ?? '' },
    ]}
    rows={place.butir.sel}
    rowHref={({ bulan }) => planUrl(tree.id, 'sel', place.butir.id, bulan)}
  />
)

const Aside = ({ page }: { page: ButirPage }) => {
  const { tree, place, can, next, previous } = page
  const { butir } = place
  const url = (id: string) => planUrl(tree.id, 'butir', id)
  return (
    <>
      <Card title="Butir lain">
        <div class="prose">
          <ul>
            {previous ? (
              <li>
                <a href={url(previous)}>Butir sebelumnya</a>
              </li>
            ) : null}
            {next ? (
              <li>
                <a href={url(next)}>Butir berikutnya</a>
              </li>
            ) : null}
            <li>
              <a href={`${planUrl(tree.id)}#b-${butir.id}`}>Lihat di tabel bulan</a>
            </li>
          </ul>
        </div>
      </Card>
      <PadananCard page={page} />
      {can.edit ? (
        <Card title="Urutan">
          <MoveButtons action={planUrl(tree.id, 'pindah')} jenis="butir" id={butir.id} />
        </Card>
      ) : null}
      {can.edit || can.proposeChange ? (
        <p>
          <a href={`${url(butir.id)}/hapus`}>
            {can.edit ? 'Hapus butir ini' : 'Usulkan mengeluarkan butir ini'}
          </a>
        </p>
      ) : null}
      {butir.baris.length > 0 ? (
        <p class="muted small">
          Dibaca dari baris {butir.baris.join(', ')} keputusan
          {butir.keyakinan === null ? '' : `, keyakinan ${Math.round(butir.keyakinan * 100)}%`}.
        </p>
      ) : null}
    </>
  )
}

type EditProps = ButirFormProps & { title: string; conflict?: ConflictNote | null }
type ConflictNote = { conflict: ButirConflict; zona: string; message: string }

/** The form of a butir; after a conflict with both values. */
export const ButirEditView = ({ title, conflict, ...form }: EditProps) => (
  <div class="stack">
    <PageHead title={title} subtitle={form.tree.judul} />
    {conflict ? (
      <div class="problem-summary" role="alert">
        <h2>
          <Mark state="late" /> Ada perubahan orang lain
        </h2>
        <p>
          {conflict.message} Diubah {longMoment(conflict.conflict.changed.at, conflict.zona)} oleh{' '}
          {conflict.conflict.changed.nama ?? 'sistem'}.
        </p>
        <p>
          Isian Anda ada di bawah, belum tersimpan. Simpan untuk memakai isian Anda, atau{' '}
          <a href={form.cancel}>biarkan yang tersimpan</a>.
        </p>
      </div>
    ) : null}
    <ButirForm
      {...form}
      {...(conflict
        ? {
            versi: conflict.conflict.versi,
            stored: storedOf(conflict.conflict, form.owners, form.tree),
          }
        : {})}
    />
  </div>
)

/** What is stored now in the fields that differ, in words. */
function storedOf(
  { current, typed }: ButirConflict,
  owners: ButirFormProps['owners'],
  tree: ButirFormProps['tree'],
): Partial<Record<ButirField, string>> {
  const names = new Map([
    ...owners.people.map(({ id, nama }) => [id, nama] as const),
    ...owners.units.map(({ id, nama }) => [id, nama] as const),
    ...tree.area.flatMap((area) => area.kegiatan.map((k) => [k.id, titleOf(k)] as const)),
  ])
  const typedNow = typedButir(current)
  return Object.fromEntries(
    changedFields(current, typed).map((field) => {
      if (field === 'bulan') return [field, current.bulan.map(monthName).join(', ')]
      if (field === 'prioritas') return [field, current.prioritas ? 'ya' : 'tidak']
      const value = [typedNow[field] ?? ''].flat().join(', ')
      return [field, names.get(value) ?? value.replaceAll('\n', '; ')]
    }),
  )
}
