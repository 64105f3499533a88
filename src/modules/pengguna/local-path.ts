const nowhere = 'http://di-sini.invalid'

/** The path to return to after signing in, only when it stays on this site; else the staff home. */
export function localPath(path: string | undefined): string {
  if (!path?.startsWith('/') || !URL.canParse(path, nowhere)) return '/kerja'
  const url = new URL(path, nowhere)
  // Browsers read "/\host" and "/<tab>/host" as another site, which the parsed origin tells;
  // "/..//host" becomes one only when its dots are resolved.
  const stays = url.origin === nowhere && !url.pathname.startsWith('//')
  return stays ? url.pathname + url.search : '/kerja'
}
