import type { HubContext } from './env.ts'

/** Beyond this no list reaches, and the offset still fits every column type. */
const lastPage = 100_000

/** The page of a list that the address asks for: a whole number from 1, whatever was typed. */
export const pageOf = (c: HubContext, name = 'halaman'): number =>
  Math.min(lastPage, Math.max(1, Math.trunc(Number(c.req.query(name))) || 1))
