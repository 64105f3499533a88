import { createHash, randomBytes } from 'node:crypto'
import { pause } from '../start/program.ts'
import { insist, type Visitor } from './visitor.ts'

/** One thing that was sent; `acknowledged` once the program has said that it is kept. */
export type Entry = {
  kind: 'sel' | 'komentar' | 'impor' | 'berkas'
  /** the text, hash or id by which it is found again */
  mark: string
  acknowledged: boolean
  sha256?: string
}

export type Work = { ledger: Entry[]; over: AbortSignal; random: () => number }

export type Cell = { rencana: string; butir: string; bulan: number }

const begin = (work: Work, kind: Entry['kind'], mark: string): Entry => {
  const entry: Entry = { kind, mark, acknowledged: false }
  work.ledger.push(entry)
  return entry
}

const kept = (status: number | undefined) => status === 303

/** Marks cells one after another; who got no answer sends the same form again. */
export async function markCells(who: Visitor, cells: readonly Cell[], work: Work): Promise<void> {
  const seen = new Map<Cell, string>()
  for (let n = 0; !work.over.aborted; n++) {
    const cell = cells[n % cells.length]
    if (!cell) return
    const path = `/kerja/rencana-aksi/${cell.rencana}/sel/${cell.butir}/${cell.bulan}`
    const versi = seen.get(cell) ?? (await versionOn(who, path, work))
    if (!versi) continue
    const catatan = `sel ${who.email} ${n}`
    const entry = begin(work, 'sel', catatan)
    const values = { status: 'in_progress', catatan, alasan: '', doneOn: '', versi }
    const answer = await insist(work, () => who.form(path, values))
    entry.acknowledged = kept(answer?.status)
    if (entry.acknowledged) seen.set(cell, String(Number(versi) + 1))
    else seen.delete(cell)
    await pause(5 + work.random() * 30)
  }
}

async function versionOn(who: Visitor, path: string, work: Work): Promise<string | null> {
  const page = await insist(work, () => who.send('GET', path))
  const input = /<input[^>]*name="versi"[^>]*>/.exec(page?.text ?? '')?.[0] ?? ''
  return /value="(\d+)"/.exec(input)?.[1] ?? null
}

/** Writes comments; who got no answer goes on, since the same words twice would be two comments. */
export async function comment(who: Visitor, cells: readonly Cell[], work: Work): Promise<void> {
  for (let n = 0; !work.over.aborted; n++) {
    const cell = cells[n % cells.length]
    if (!cell) return
    const teks = `komentar ${who.email} ${n}`
    const entry = begin(work, 'komentar', teks)
    const path = `/kerja/rencana-aksi/${cell.rencana}/butir/${cell.butir}/komentar`
    const answer = await who.form(path, { teks })
    entry.acknowledged = kept(answer?.status)
    if (!answer) await insist(work, () => who.send('GET', '/sehat'))
    await pause(20 + work.random() * 60)
  }
}

/** Sends decrees to be read by a job; the same file again while it waits is refused, so none is there twice. */
export async function uploadDecrees(
  who: Visitor,
  decree: (nomor: number) => string,
  work: Work,
): Promise<void> {
  for (let n = 1; !work.over.aborted; n++) {
    const text = decree(n)
    const entry = begin(work, 'impor', createHash('sha256').update(text).digest('hex'))
    const answer = await insist(work, () => {
      const body = new FormData()
      body.set('berkas', new File([text], `keputusan-${n}.json`))
      return who.send('POST', '/kerja/impor', { body })
    })
    entry.acknowledged = kept(answer?.status)
    await pause(900 + work.random() * 600)
  }
}

const tus = { 'tus-resumable': '1.0.0' }
const piece = 64 * 1024

/** Sends files piece by piece and goes on where the connection was lost. */
export async function uploadFiles(who: Visitor, work: Work): Promise<void> {
  for (let n = 0; !work.over.aborted; n++) {
    const lines = `${who.email} ${n}\n${randomBytes(20_000 + work.random() * 100_000).toString('hex')}\n`
    const content = Buffer.from(lines)
    const name = Buffer.from(`bukti ${n}.txt`).toString('base64')
    const headers = {
      ...tus,
      'upload-length': String(content.length),
      'upload-metadata': `filename ${name}`,
    }
    const made = await who.send('POST', '/kerja/berkas/unggah', { headers })
    const path = made?.status === 201 ? new URL(made.location, 'http://hub').pathname : null
    if (!path) {
      await pause(60)
      continue
    }
    const entry = begin(work, 'berkas', path.split('/').at(-1) ?? '')
    entry.sha256 = createHash('sha256').update(content).digest('hex')
    entry.acknowledged = await sendPieces(who, path, content, work)
    await pause(50 + work.random() * 100)
  }
}

async function sendPieces(
  who: Visitor,
  path: string,
  content: Buffer,
  work: Work,
): Promise<boolean> {
  let offset: number | null = 0
  while (offset !== null && offset < content.length) {
    const headers = {
      ...tus,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    }
    const body = new Uint8Array(content.subarray(offset, offset + piece))
    const answer = await who.send('PATCH', path, { headers, body })
    if (answer?.status === 204) offset = Number(answer.headers.get('upload-offset'))
    else offset = await offsetAt(who, path, work)
  }
  return offset === content.length
}

/** How much has arrived, as the program says after it came back; null when the work is over or it knows nothing. */
async function offsetAt(who: Visitor, path: string, work: Work): Promise<number | null> {
  const answer = await insist(work, () => who.send('HEAD', path, { headers: tus }))
  const told = answer?.headers.get('upload-offset')
  return answer?.status === 200 && told ? Number(told) : null
}
