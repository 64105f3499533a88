import { createMiddleware } from 'hono/factory'
import { labelSemuaTugas } from '#modules/pengguna'
import type { HubEnv, MenuGroup } from '#platform/http/env.ts'
import type { Actor } from '#platform/identity/actor.ts'
import type { Mount } from '#platform/mount.ts'

/** Lets only signed-in people below /kerja, and draws the menu that their roles give them. */
export const staffGate = (mounts: readonly Mount[]) =>
  createMiddleware<HubEnv>(async (c, next) => {
    const { actor } = c.get('caller')
    if (!actor) {
      const back = c.req.method === 'GET' ? `?ke=${encodeURIComponent(c.req.path)}` : ''
      return c.redirect(`/masuk${back}`, 303)
    }
    c.set('menu', menuFor(mounts, actor, c.req.path))
    c.set('roleLabel', labelSemuaTugas(actor.tugas) || 'Tanpa peran')
    c.header('cache-control', 'no-store')
    await next()
  })

function menuFor(mounts: readonly Mount[], actor: Actor, path: string): MenuGroup[] {
  const shown = mounts
    .flatMap((mount) => mount.menu ?? [])
    .filter((item) => item.show(actor))
    .toSorted((a, b) => a.order - b.order)
  const here = shown
    .filter(({ href, under = href }) => path === href || path.startsWith(`${under}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0]
  const groups = [...new Set(shown.map((item) => item.group))]
  return groups.map((group) => ({
    label: group ?? undefined,
    items: shown
      .filter((item) => item.group === group)
      .map(({ href, label }) => ({ href, label, current: href === here?.href })),
  }))
}
