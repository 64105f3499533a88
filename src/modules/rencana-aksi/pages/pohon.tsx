import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { Tree, type TreeNode } from '#ui/data/tree.tsx'
import { ButtonLink, ButtonRow } from '#ui/form/button.tsx'
import { jadwalText } from '../diff.ts'
import { butirState, progressOf } from '../figures.ts'
import { butirTitle, indikatorLabels, selLabels, selMarks, titleOf } from '../labels.ts'
import type { AreaNode, ButirNode, KegiatanNode, RencanaTree } from '../tree.ts'
import { planUrl } from '../urls.ts'

type PohonProps = { tree: RencanaTree; today: string; can: { edit: boolean; assign: boolean } }

/** Area, kegiatan and butir with everything they say; a draft is put together here. */
export const PohonView = ({ tree, today, can }: PohonProps) => (
  <>
    <ButtonRow>
      {can.edit ? <ButtonLink href={planUrl(tree.id, 'area-baru')}>Tambah area</ButtonLink> : null}
      {can.assign && tree.area.length > 0 ? (
        <ButtonLink href={planUrl(tree.id, 'penanggung-jawab')}>
          Tetapkan penanggung jawab
        </ButtonLink>
      ) : null}
    </ButtonRow>
    {tree.area.length === 0 ? (
      <Empty title="Rencana ini masih kosong">
        {can.edit
          ? 'Mulailah dengan menambah area, lalu kegiatan dan butir di dalamnya.'
          : 'Belum ada area, kegiatan, atau butir.'}
      </Empty>
    ) : (
      <Tree
        label="Susunan rencana"
        nodes={tree.area.map((area) => areaNode(area, tree.id, today, can.edit))}
      />
    )}
  </>
)

const areaNode = (area: AreaNode, id: string, today: string, edit: boolean): TreeNode => ({
  label: <b>{titleOf(area)}</b>,
  id: area.id,
  open: true,
  action: edit ? { href: planUrl(id, 'area', area.id), label: 'Atur' } : undefined,
  end: edit
    ? undefined
    : progressText(
        area.kegiatan.flatMap(({ butir }) => butir),
        today,
      ),
  children: area.kegiatan.map((kegiatan) => kegiatanNode(kegiatan, id, today, edit)),
})

/** "60% selesai: 12 dari 20, 3 berjalan, 2 terlambat" */
function progressText(butir: readonly ButirNode[], today: string): string {
  const { jumlah, selesai, berjalan, terlambat } = progressOf(butir, today)
  if (jumlah === 0) return 'Tanpa jadwal'
  const share = Math.round((selesai / jumlah) * 100)
  const more = [
    berjalan > 0 ? `, ${berjalan} berjalan` : '',
    terlambat > 0 ? `, ${terlambat} terlambat` : '',
  ]
  return `${share}% selesai: ${selesai} dari ${jumlah}${more.join('')}`
}

const kegiatanNode = (
  kegiatan: KegiatanNode,
  id: string,
  today: string,
  edit: boolean,
): TreeNode => ({
  label: titleOf(kegiatan),
  id: kegiatan.id,
  open: true,
  action: edit ? { href: planUrl(id, 'kegiatan', kegiatan.id), label: 'Atur' } : undefined,
  end: edit ? undefined : `${kegiatan.butir.length} butir`,
  children: kegiatan.butir.map((butir) => butirNode(butir, id, today)),
})

const butirNode = (butir: ButirNode, id: string, today: string): TreeNode => {
  const { state } = butirState(butir, today)
  return {
    label: butirTitle(butir),
    href: planUrl(id, 'butir', butir.id),
    id: butir.id,
    end: (
      <>
        {butir.prioritas ? <Tag tone="brand">Prioritas</Tag> : null}{' '}
        {butir.sel.length === 0 ? (
          <span class="muted">Tanpa jadwal</span>
        ) : (
          <StatusMark state={selMarks[state]} label={selLabels[state]} />
        )}
      </>
    ),
    children: details(butir),
  }
}

/** What a butir says beyond its title, one line each. */
function details(butir: ButirNode): TreeNode[] {
  const jadwal = jadwalText({ ...butir, bulan: butir.sel.map(({ bulan }) => bulan) })
  const owner = [butir.penanggungJawab?.nama, butir.unit?.nama].filter(Boolean).join(', ')
  const lines: [string, string | null][] = [
    ['Langkah aksi', butir.uraian === null ? null : butir.langkah],
    ['Jadwal', jadwal || 'belum ada'],
    ['Penanggung jawab', owner || 'belum ada'],
    ...butir.indikator.map(({ jenis, teks }): [string, string] => [
      `Indikator (${indikatorLabels[jenis].toLowerCase()})`,
      teks,
    ]),
    ...butir.eviden.map((teks): [string, string] => ['Eviden', teks]),
    ['Keterangan', butir.keterangan],
  ]
  return lines.flatMap(([name, value]) =>
    value
      ? [
          {
            label: (
              <>
                <span class="muted">{name}:</span> {value}
              </>
            ),
          },
        ]
      : [],
  )
}
