import { describe, expect, it } from 'vitest'
import type { Caller } from '#platform/command.ts'
import { testHub } from './support/hub.ts'

const hub = testHub()

type Command = ((caller: Caller, input: unknown) => Promise<unknown>) & { commandName: string }

const files = import.meta.glob(['../src/modules/*/commands{.ts,/*.ts}', '!**/*.test.ts'])

/** Every command that a module exports, by its file. */
async function allCommands(): Promise<{ file: string; command: Command }[]> {
  const found = await Promise.all(
    Object.entries(files).map(async ([file, load]) => {
      const exported = Object.values((await load()) as Record<string, unknown>)
      return exported
        .filter((value): value is Command => typeof value === 'function' && 'commandName' in value)
        .map((command) => ({ file, command }))
    }),
  )
  return found.flat()
}

describe('every command', () => {
  it('has a name of its own: noun, dot, verb', async () => {
    const names = (await allCommands()).map(({ command }) => command.commandName)
    expect(names.length).toBeGreaterThan(40)
    expect(names.filter((name) => !/^[a-z][\w-]*\.[a-z]\w*$/i.test(name))).toEqual([])
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })

  it('turns away who is not signed in, before it looks at anything', async () => {
    const before = await hub.counts()
    for (const { command } of await allCommands())
      await expect(command(hub.as(null), undefined), command.commandName).rejects.toMatchObject({
        status: 401,
      })
    expect(await hub.counts()).toEqual(before)
  })

  it('is spoken of in a test of its module', async () => {
    const tests = import.meta.glob<string>('../src/modules/**/*.test.{ts,tsx}', {
      query: '?raw',
      import: 'default',
      eager: true,
    })
    const text = Object.values(tests).join('\n')
    const modules = await Promise.all(
      Object.entries(files).map(async ([, load]) =>
        Object.entries((await load()) as Record<string, unknown>),
      ),
    )
    const names = modules
      .flat()
      .filter(([, value]) => typeof value === 'function' && 'commandName' in value)
      .map(([name]) => name)
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([])
  })
})
