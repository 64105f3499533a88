import { Refusal } from '#platform/errors.ts'
import { cleanName } from '#platform/files/name.ts'
import { arriving, type Arriving, settle, tusFault, tusServer } from '#platform/files/uploads.ts'
import { actorOf, type HubContext } from '#platform/http/env.ts'
import { isUuid, uuidv7 } from '#platform/id.ts'
import type { Actor } from '#platform/identity/actor.ts'
import { uploadPath } from './berkas.ts'
import { receiveBerkas } from './commands/receive.ts'
import { canReceive } from './policy.ts'

/** Answers one request of the tus protocol for the signed-in person and office. */
export async function answerTus(c: HubContext): Promise<Response> {
  const { config, files, clock } = c.get('services')
  const actor = actorOf(c)
  const server = tusServer(files, {
    path: uploadPath,
    owner: ownerOf(actor),
    nameOf: cleanName,
    maxSize: config.mostFileBytes,
    namingFunction: () => uuidv7(clock().getTime()),
    async onIncomingRequest({ method }, id) {
      if (method === 'POST') {
        if (!canReceive(actor, actor.satkerKode))
          throw tusFault(403, 'Anda tidak berwenang mengirim berkas.')
        return
      }
      const upload = await ownUpload(c, id)
      if (!upload) throw tusFault(404, '')
      // what was received before a crash could write its row is taken in now
      if (method === 'HEAD') await complete(c, upload)
    },
    async onUploadFinish(_, { id }) {
      const upload = await ownUpload(c, id)
      if (upload) await complete(c, upload).catch(refuseUpload)
      return {}
    },
  })
  return server.handleWeb(c.req.raw)
}

/** The actor's own upload under this id, or null. */
export async function ownUpload(c: HubContext, id: string): Promise<Arriving | null> {
  const upload = isUuid(id) ? await arriving(c.get('services').files, id) : null
  return upload?.owner === ownerOf(actorOf(c)) ? upload : null
}

/** Takes in those of these uploads that are whole; returns the ids of those that are not. */
export async function completeUploads(c: HubContext, ids: readonly string[]): Promise<string[]> {
  const unfinished: string[] = []
  for (const id of ids) {
    const upload = await ownUpload(c, id)
    if (upload && !(await complete(c, upload))) unfinished.push(id)
  }
  return unfinished
}

/** Writes the row of a whole upload; false while some of it is missing. */
export async function complete(c: HubContext, upload: Arriving): Promise<boolean> {
  const { id, name: nama, bytes: ukuran, offset } = upload
  if (offset !== ukuran) return false
  await settle(c.get('services').files, id)
  const { satkerKode } = actorOf(c)
  await receiveBerkas(c.get('caller'), { satkerKode, id, nama, ukuran })
  return true
}

/** An upload belongs to a person at an office: who changes offices does not take it along. */
const ownerOf = ({ id, satkerKode }: Actor): string => `${satkerKode} ${id}`

function refuseUpload(error: unknown): never {
  throw error instanceof Refusal ? tusFault(error.status, error.message) : error
}
