import type { HubContext } from '#platform/http/env.ts'
import { type Problem, readTyped } from '#platform/http/form.ts'
import { isMultipart, readMultipart } from '#platform/http/multipart.ts'
import { type Berkas, stateOfBerkas } from './berkas.ts'
import { unfinishedUpload, unknownUpload } from './labels.ts'
import { ownBerkas } from './queries.ts'
import { receivePosted } from './staff-posted.ts'
import { completeUploads } from './staff-tus.ts'

export type BerkasOfForm = {
  ids: string[]
  problems: Problem[]
  /** the rows of `ids`: hand them to `BerkasField` when the form is shown again */
  received: Berkas[]
}

/**
 * The files of a posted form: those in it, and those that were uploaded before and stand in it by their id.
 * Whatever was received stays received, also when the form is refused for something else.
 */
export async function berkasOfForm(c: HubContext, name: string): Promise<BerkasOfForm> {
  const problems: Problem[] = []
  const say = (message: string) => problems.push({ field: name, message })
  const kept = [(await readTyped(c))[name] ?? []].flat().filter(Boolean)
  const unfinished = await completeUploads(c, kept)
  const posted: string[] = []
  const files = isMultipart(c) ? (await readMultipart(c)).files : []
  for (const file of files.filter(({ field }) => field === name)) {
    const taken = await receivePosted(c, file)
    if ('id' in taken) posted.push(taken.id)
    else say(taken.problem)
  }
  const rows = await ownBerkas(c.get('caller'), [...kept, ...posted])
  for (const row of rows) if (row.sebab) say(`${row.nama}: ${row.sebab}`)
  for (const id of kept)
    if (!rows.some((row) => row.id === id))
      say(unfinished.includes(id) ? unfinishedUpload : unknownUpload)
  const received = rows.filter((row) => stateOfBerkas(row) !== 'rejected')
  return { ids: received.map(({ id }) => id), problems, received }
}
