import { createMiddleware } from 'hono/factory'
import { heldAtEnrolment, labelSemuaTugas } from '#modules/pengguna'
import type { ErrorPageOf } from '#platform/http/answer-error.ts'
import type { HubEnv, MenuGroup } from '#platform/http/env.ts'
import type { Actor } from '#platform/identity/actor.ts'
import type { Mount } from '#platform/mount.ts'

const sessionEnded =
  'Sesi Anda berakhir sebelum kiriman ini diterima. Masuk di tab lain, kembali ke tab ini, lalu muat ulang: ' +
  'peramban menawarkan mengirim lagi apa yang sudah Anda ketik.'

const factorOwed =
  'Akun Anda wajib memakai verifikasi dua langkah sebelum kiriman ini dapat diterima. Pasang di tab lain ' +
  '(Akun saya, Keamanan akun), kembali ke tab ini, lalu muat ulang: peramban menawarkan mengirim lagi apa yang sudah Anda ketik.'

/** Lets only signed-in people below /kerja, and draws the menu that their roles give them. */
export const staffGate = (mounts: readonly Mount[], page: ErrorPageOf) =>
  createMiddleware<HubEnv>(async (c, next) => {
    const { actor } = c.get('caller')
    if (!actor && c.req.method === 'GET') {
      const { pathname, search } = new URL(c.req.url)
      return c.redirect(`/masuk?ke=${encodeURIComponent(pathname + search)}`, 303)
    }
    // No redirect: the browser still holds what was typed, and reloading this answer sends it again.
    if (!actor)
      return page(c, { status: 401, message: sessionEnded, requestId: c.get('requestId') })
    if (heldAtEnrolment(c.get('session'), c.req.path, c.get('caller').now)) {
      if (c.req.method === 'GET') return c.redirect('/kerja/akun/keamanan', 303)
      return page(c, { status: 403, message: factorOwed, requestId: c.get('requestId') })
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
