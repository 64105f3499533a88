import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Renaksi } from '../renaksi.ts'
import { limits, tooLarge, tooMuchContent } from './limits.ts'
import type { SourceFile } from './open-source.ts'
import type { Reading } from './read-file.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { WorkerAnswer } from './worker.ts'

const mebibyte = 1024 * 1024
/** Heap and buffers of the thread beside the copies of the file itself. */
const memoryBytes = 85 * mebibyte
const copies = 2.5
const checkEvery = 50
/** A thread that waits forever takes no processor time. */
const longestWait = 10

/** The source file in development and tests; beside the bundle that holds this file in a release. */
const workerFile = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './reader-worker.js',
  import.meta.url,
)

/**
 * Reads a file in a thread of its own that is stopped when it takes too long or too much memory, so
 * that a broken or hostile file harms no one else. Throws UnreadableFile. `deadline` in milliseconds of the
 * thread's own processor time, so that a busy machine refuses no good file.
 */
export async function readFileIsolated(file: SourceFile, deadline = 4500): Promise<Renaksi> {
  return (await readBesideSource(file, deadline)).renaksi
}

/** The same, with the lines of the source and what became of each. */
export async function readBesideSource(file: SourceFile, deadline = 4500): Promise<Reading> {
  if (file.bytes.length > limits.fileBytes) throw tooLarge(file.bytes.length)
  const worker = new Worker(workerFile, {
    workerData: { nama: file.nama, bytes: file.bytes },
    // the parent may run under a loader or inspector that means nothing here
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 80, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  })
  try {
    return await firstOutcome(worker, deadline, memoryBytes + copies * file.bytes.length)
  } finally {
    await worker.terminate()
  }
}

async function firstOutcome(worker: Worker, deadline: number, memory: number): Promise<Reading> {
  const { promise, resolve, reject } = Promise.withResolvers<Reading>()
  const timer = setTimeout(() => reject(tooSlow()), deadline * longestWait)
  let look: Promise<unknown> = Promise.resolve()
  const watch = setInterval(() => {
    look = Promise.all([
      takesMoreThan(worker, memory).then((over) => over && reject(tooMuchContent())),
      workedLongerThan(worker, deadline).then((over) => over && reject(tooSlow())),
    ])
  }, checkEvery)
  worker.once('message', (answer: WorkerAnswer) => {
    if ('reading' in answer) resolve(answer.reading)
    else if ('pesan' in answer) reject(new UnreadableFile(answer.pesan))
    else reject(unexpected(answer.error))
  })
  worker.once('error', (error: NodeJS.ErrnoException) => {
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchContent() : unexpected(error))
  })
  worker.once('exit', (code) => reject(unexpected(new Error(`worker ended with ${code}`))))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    // a thread should not be ended while it is being asked
    await Promise.race([look, sleep(checkEvery)])
  }
}

/** Buffers lie outside the heap that resourceLimits bounds. */
async function takesMoreThan(worker: Worker, memory: number): Promise<boolean> {
  try {
    const { used_heap_size: heap, external_memory: external } = await worker.getHeapStatistics()
    return heap + external > memory
  } catch {
    // the thread has ended meanwhile
    return false
  }
}

async function workedLongerThan(worker: Worker, milliseconds: number): Promise<boolean> {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1000 > milliseconds
  } catch {
    // the thread has ended meanwhile
    return false
  }
}

function tooSlow(): UnreadableFile {
  return new UnreadableFile(
    'Berkas ini terlalu rumit untuk dibaca dalam waktu yang wajar. ' +
      'Simpan bagian keputusan dan lampirannya saja sebagai DOCX atau PDF baru, lalu unggah kembali.',
  )
}

function unexpected(cause: unknown): UnreadableFile {
  return new UnreadableFile(
    'Berkas ini tidak dapat dibaca karena isinya menyimpang dari jenisnya. ' +
      'Buka berkasnya, simpan ulang sebagai dokumen baru, lalu unggah kembali.',
    { cause },
  )
}
