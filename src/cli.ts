import { type Config, readConfig } from '#platform/config.ts'
import type { CliCommand } from '#platform/mount.ts'
import { openServices, type Opened } from '#platform/open-services.ts'
import { faultSentence } from './fault-sentence.ts'
import { loadFirstReference } from './load-data.ts'
import { mounts } from './mounts.ts'

const commands: readonly CliCommand[] = mounts.flatMap((mount) => mount.cli ?? [])

const wantsHelp = (word: string | undefined) =>
  word === '--help' || word === '-h' || word === 'bantuan'

/** `hub PERINTAH …`: 0 done, 1 refused or failed, 2 not understood. */
async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (!name) return complain(overview())
  if (wantsHelp(name) && !rest[0]) return say(overview())
  const asked = wantsHelp(name) ? rest[0] : name
  const command = commands.find((c) => c.name === asked)
  if (!command) return complain(`Perintah "${asked}" tidak dikenal. Lihat: hub --help`)
  if (wantsHelp(name) || rest.some((word) => word === '--help' || word === '-h'))
    return say(`hub ${command.name}: ${command.summary}\n\n${command.help}`)
  let opened: Opened | undefined
  try {
    const settings = (): Config => ({ ...readConfig(process.env), logLevel: 'error' })
    const open = async () => {
      opened ??= await openServices(settings(), 'join')
      await loadFirstReference(opened.services, mounts)
      return opened.services
    }
    return await command.run(rest, open, settings)
  } finally {
    await opened?.close()
  }
}

function overview(): string {
  const width = Math.max(...commands.map((c) => c.name.length))
  const lines = commands.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`)
  return ['hub: perintah KPU HUB', '', ...lines, '', 'hub PERINTAH --help untuk penjelasan.'].join(
    '\n',
  )
}

function say(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${faultSentence(error)}\n`)
  process.exitCode = 1
}
