import { parentPort, workerData } from 'node:worker_threads'
import type { SourceFile } from './open-source.ts'
import { readFile, type Reading } from './read-file.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type WorkerAnswer = { reading: Reading } | { pesan: string } | { error: unknown }

/** Entry of the thread that readFileIsolated starts: reads one file, answers once. */
async function answer(file: SourceFile): Promise<WorkerAnswer> {
  try {
    return { reading: await readFile(file) }
  } catch (error) {
    return error instanceof UnreadableFile ? { pesan: error.pesan } : { error }
  }
}

// what the parent gives as workerData is typed there
parentPort?.postMessage(await answer(workerData as SourceFile))
