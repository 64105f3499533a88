import { readConfig } from '#platform/config.ts'
import { StartFault } from '#platform/errors.ts'
import type { CliCommand } from '#platform/mount.ts'
import { openServices, type Opened } from '#platform/open-services.ts'
import { mounts } from './mounts.ts'
import { periksa } from './periksa.ts'

const commands: readonly CliCommand[] = [...mounts.flatMap((mount) => mount.cli ?? []), periksa]

/** `hub PERINTAH …`: 0 done, 1 refused or failed, 2 not understood. */
async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (!name || name === '--help' || name === 'bantuan') return say(overview(), name ? 0 : 2)
  const command = commands.find((c) => c.name === name)
  if (!command) return complain(`Perintah "${name}" tidak dikenal. Lihat: hub --help`)
  if (rest.includes('--help'))
    return say(`hub ${command.name}: ${command.summary}\n\n${command.help}`, 0)
  let opened: Opened | undefined
  try {
    return await command.run(rest, async () => {
      opened ??= await openServices({ ...readConfig(process.env), logLevel: 'error' }, 'join')
      return opened.services
    })
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

function say(text: string, status: number): number {
  process.stdout.write(`${text}\n`)
  return status
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(
    `${error instanceof StartFault ? error.message : ((error as Error).stack ?? String(error))}\n`,
  )
  process.exitCode = 1
}
