const nowhere = 'http://di-sini.invalid'

/** The path to return to after signing in, only when it stays on this site; else the staff home. */
export function localPath(path: string | undefined): string {
  if (!path?.startsWith('/') || !URL.canParse(path, nowhere)) return '/kerja'
  const url = new URL(path, nowhere)
  // Browsers read "/\host" and "/<tab>/host" as another site; the parsed origin tells.
  return url.origin === nowhere ? url.pathname + url.search : '/kerja'
}
