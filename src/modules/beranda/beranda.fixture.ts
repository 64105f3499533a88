import { parse } from 'node-html-parser'
import { gzipSync } from 'node:zlib'
import type { KyselyPlugin } from 'kysely'
import type { Actor } from '#platform/identity/actor.ts'
import type { Services } from '#platform/services.ts'
import { testApp } from '#test/support/app.ts'
import type { TestHub } from '#test/support/hub.ts'
import { signIn } from '#test/support/sign-in.ts'

/** Services whose queries are counted; transactions are no statements of ours. */
export function counted(services: Services): { services: Services; statements: () => number } {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      count++
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  }
  return {
    services: { ...services, db: services.db.withPlugin(plugin) },
    statements: () => count,
  }
}

/** What a page answered, read as a person would, with what it cost. */
export async function visit(hub: TestHub, path: string, actor?: Actor, headers: HeadersInit = {}) {
  const cookie = actor ? await signIn(hub.services, actor) : ''
  const { services, statements } = counted(hub.services)
  const answer = await testApp(services).request(`http://localhost:8080${path}`, {
    headers: { ...headers, cookie },
  })
  const html = await answer.text()
  const root = parse(html)
  return {
    status: answer.status,
    headers: answer.headers,
    html,
    root,
    /** the text of the content, white space collapsed */
    text: (root.querySelector('main')?.text ?? '').replace(/\s+/g, ' '),
    gzipKilobytes: gzipSync(html).length / 1024,
    statements: statements(),
    /** a table, found by its caption, as rows of texts */
    table: (caption: string) =>
      (
        root
          .querySelectorAll('table')
          .find((table) => table.querySelector('caption')?.text === caption)
          ?.querySelectorAll('tbody tr') ?? []
      ).map((row) =>
        row.querySelectorAll('th, td').map((cell) => cell.text.replace(/\s+/g, ' ').trim()),
      ),
    /** the value of one of the figures on top */
    figure: (label: string) =>
      root
        .querySelectorAll('.figure-item')
        .find((item) => item.querySelector('dt')?.text === label)
        ?.querySelector('.figure-value')
        ?.text.replace(/\s+/g, ' ')
        .trim(),
    links: root.querySelectorAll('main a').map((link) => link.getAttribute('href') ?? ''),
  }
}
