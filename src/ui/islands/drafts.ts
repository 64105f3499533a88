/** A draft is kept under its key until a page says that it was received. */
export type Draft = { at: number; sent: boolean; fields: Record<string, string[]> }

const prefix = 'draf:'
const longest = 30 * 24 * 3600 * 1000

export const readDraft = (store: Storage, key: string): Draft | undefined => {
  try {
    const draft: Draft | null = JSON.parse(store.getItem(prefix + key) ?? 'null')
    return draft && Date.now() - draft.at < longest ? draft : undefined
  } catch {
    return undefined
  }
}

export const writeDraft = (store: Storage, key: string, draft: Draft) => {
  try {
    store.setItem(prefix + key, JSON.stringify(draft))
  } catch {
    // A full or forbidden store must not stop the person from typing.
  }
}

export const dropDraft = (store: Storage, key: string) => store.removeItem(prefix + key)

/**
 * Forgets sent drafts once the server has confirmed them: by a flash of tone `ok`, or by
 * `data-draft-done` on a receipt. An error page or a sign-in page in between keeps them.
 */
export const settleDrafts = () => {
  const confirmed = document.querySelector('[data-flash][data-tone="ok"]') !== null
  const named = [...document.querySelectorAll<HTMLElement>('[data-draft-done]')].map(
    (element) => element.dataset['draftDone'],
  )
  for (const store of [localStorage, sessionStorage]) {
    for (const stored of Object.keys(store).filter((name) => name.startsWith(prefix))) {
      const key = stored.slice(prefix.length)
      if (named.includes(key) || (confirmed && readDraft(store, key)?.sent)) dropDraft(store, key)
    }
  }
}
