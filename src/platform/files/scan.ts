import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'

/** Nobody knows whether the file is clean; it must be asked again later. */
export class ScannerAway extends Error {}

const patience = 120_000
const chunkBytes = 65_536

/** Asks ClamAV's daemon about a file (INSTREAM). The name of what it found, or null. Throws ScannerAway. */
export async function scan(clamd: string, path: string): Promise<string | null> {
  const socket = open(clamd)
  try {
    const [answer] = await Promise.all([answerOf(socket), send(socket, path)])
    return verdict(answer)
  } catch (error) {
    if (error instanceof ScannerAway) throw error
    throw new ScannerAway('clamd tidak menjawab', { cause: error })
  } finally {
    socket.destroy()
  }
}

function open(clamd: string): Socket {
  const socket = clamd.startsWith('/') ? connect(clamd) : connect(addressOf(clamd))
  socket.setTimeout(patience, () => socket.destroy(new Error('no answer in time')))
  return socket
}

function addressOf(clamd: string): { host: string; port: number } {
  const colon = clamd.lastIndexOf(':')
  return {
    host: clamd.slice(0, colon).replaceAll(/[[\]]/g, ''),
    port: Number(clamd.slice(colon + 1)),
  }
}

async function send(socket: Socket, path: string): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    // after a find or a limit the daemon answers and listens no more
    if (!socket.writable) return
    const bytes = chunk as Buffer
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    await write(socket, Buffer.concat([length, bytes]))
  }
  await write(socket, Buffer.alloc(4))
}

const write = (socket: Socket, bytes: Buffer) =>
  new Promise<void>((resolve, reject) =>
    socket.write(bytes, (error) => (error && !socket.readableEnded ? reject(error) : resolve())),
  )

async function answerOf(socket: Socket): Promise<string> {
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  return answer.replaceAll('\0', '').trim()
}

/** "stream: OK", "stream: Name FOUND" or, for whatever else, no verdict. */
function verdict(answer: string): string | null {
  if (answer === 'stream: OK') return null
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found) return found
  throw new ScannerAway(`clamd tidak memberi putusan: ${answer || 'jawaban kosong'}`)
}
