import type { Actor } from '#platform/identity/actor.ts'

/** Those who look after more offices than their own: provinces and KPU RI. */
export const canSeeWilayah = (actor: Actor): boolean => actor.satkerKode.length === 2

export const isNational = (actor: Actor): boolean => actor.satkerKode === '00'
