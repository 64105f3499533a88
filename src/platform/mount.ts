import type { Hono } from 'hono'
import type { BuktiOtomatis } from './bukti-otomatis.ts'
import type { Config } from './config.ts'
import type { Actor } from './identity/actor.ts'
import type { CronJob, JobHandler } from './jobs.ts'
import type { HubEnv } from './http/env.ts'
import type { Services } from './services.ts'

/** A subcommand of the CLI `hub`; `help` is Indonesian, `run` returns the exit status. */
export type CliCommand = {
  name: string
  summary: string
  help: string
  /** opened lazily: commands that read files alone need no database, one that makes it anew the settings alone */
  run: (args: string[], open: () => Promise<Services>, settings: () => Config) => Promise<number>
}

/** What a module gives the app. A part that is absent is not there. */
export type Mount = {
  /** citizens' routes and the path they hang under */
  portal?: { path: string; routes: Hono<HubEnv> }
  /** staff routes below /kerja, and the path they hang under */
  staff?: { path: string; routes: Hono<HubEnv> }
  /** where the module stands in the rail; shown only when the predicate agrees */
  menu?: {
    group: string | null
    order: number
    label: string
    href: string
    /** where its pages stand, when that is not below href */
    under?: string
    show: (actor: Actor) => boolean
  }[]
  /** kinds of evidence that its records yield by themselves */
  bukti?: BuktiOtomatis[]
  jobs?: Record<string, JobHandler>
  cron?: CronJob[]
  cli?: CliCommand[]
  /** loads what the law provides; idempotent, at every start after a migration or a change of data */
  reference?: (services: Services) => Promise<void>
  /** loads the sample offices; called once, in module order, never with --kosong */
  samples?: (services: Services) => Promise<void>
  /** lines for the terminal when the server is up, such as the sample accounts */
  greeting?: (services: Services) => Promise<string[]>
}
