/** An upload that was begun in this browser, kept with its file so that it can go on after the page was closed. */
export type KeptUpload = {
  url: string
  /** the form it belongs to */
  form: string
  file: File
  at: number
  /** its form was sent */
  sent: boolean
}

const longest = 7 * 24 * 3600 * 1000
const table = 'unggahan'

const open = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('hub-unggah', 1)
    request.addEventListener('upgradeneeded', () =>
      request.result.createObjectStore(table, { keyPath: 'url' }),
    )
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

const run = async <T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(table, mode)
      const request = ask(transaction.objectStore(table))
      transaction.addEventListener('complete', () => resolve(request.result))
      transaction.addEventListener('abort', () => reject(transaction.error))
    })
  } finally {
    database.close()
  }
}

/** A browser that keeps nothing only loses the going on after a closed page. */
export const keepUpload = (upload: KeptUpload): Promise<unknown> =>
  run('readwrite', (store) => store.put(upload)).catch(() => {})

export const dropUpload = (url: string): Promise<unknown> =>
  run('readwrite', (store) => store.delete(url)).catch(() => {})

/** What is kept for a form; what is older than the server waits is forgotten. */
export const uploadsOf = async (form: string): Promise<KeptUpload[]> => {
  const all: KeptUpload[] = await run('readonly', (store) => store.getAll()).catch(() => [])
  const old = all.filter(({ at }) => Date.now() - at > longest)
  await Promise.all(old.map(({ url }) => dropUpload(url)))
  return all.filter((upload) => upload.form === form && !old.includes(upload))
}
