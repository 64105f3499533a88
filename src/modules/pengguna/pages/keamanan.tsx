import { longDate, localDate, longMoment } from '#platform/date.ts'
import type { Session } from '#platform/http/env.ts'
import { DefinitionList } from '#ui/data/definition-list.tsx'
import { Empty } from '#ui/data/empty.tsx'
import { StatusMark } from '#ui/data/status-mark.tsx'
import { Table } from '#ui/data/table.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { Button, ButtonLink } from '#ui/form/button.tsx'
import { Card } from '#ui/layout/card.tsx'
import { PageHead } from '#ui/layout/page-head.tsx'
import { deviceName } from '../device.ts'
import { labelEvent } from '../events.ts'
import { maskAddress } from '../mask.ts'
import type { SecurityEventRow } from '../queries/security-events.ts'

export type FactorView = {
  totpSince: Date | null
  passkeys: readonly { id: string; nama: string; since: Date; used: Date | null; synced: boolean }[]
  codesLeft: number
  codesSince: Date | null
  rememberedBrowsers: number
}

export type SessionRow = {
  id: string
  since: Date
  seen: Date
  address: string
  userAgent: string
  secondFactor: string | null
  current: boolean
}

type SecurityProps = {
  email: string
  zonaWaktu: string
  now: Date
  session: Session
  passwordSince: Date | null
  factors: FactorView
  office: { label: string; linked: boolean } | null
  sessions: readonly SessionRow[]
  events: readonly SecurityEventRow[]
}

export const SecurityPage = (props: SecurityProps) => (
  <>
    <PageHead title="Keamanan akun" subtitle={props.email} />
    <TwoSteps {...props} />
    <h2>Cara masuk</h2>
    <Ways {...props} />
    <h2 id="perangkat">Perangkat yang masuk</h2>
    <Devices {...props} />
    <h2>Peristiwa keamanan</h2>
    <Events {...props} />
  </>
)

/** Whether two steps are asked, and what is to be done about it. */
const TwoSteps = ({ session, factors, zonaWaktu, now }: SecurityProps) => {
  if (session.hasSecondFactor && factors.codesLeft > 2)
    return (
      <Card>
        <StatusMark state="done" label="Verifikasi dua langkah aktif" />
        <p class="muted">
          Selain kata sandi, masuk ke akun ini memerlukan kode atau kunci yang hanya Anda pegang.
        </p>
      </Card>
    )
  if (session.hasSecondFactor)
    return (
      <Card>
        <StatusMark state="running" label={`Tersisa ${factors.codesLeft} kode pemulihan`} />
        <p>
          Buat kode baru sekarang, supaya Anda tetap dapat masuk bila telepon hilang.{' '}
          <a href="/kerja/akun/keamanan/kode">Buat kode baru</a>
        </p>
      </Card>
    )
  const due = session.enrolBy
  return (
    <Card>
      <StatusMark
        state={due ? 'late' : 'planned'}
        label={
          due && due <= now
            ? 'Pasang dahulu untuk melanjutkan'
            : 'Verifikasi dua langkah belum aktif'
        }
      />
      <p>{due ? dueSentence(due, now, zonaWaktu) : whySentence}</p>
      <div class="button-row">
        <ButtonLink kind="main" href="/kerja/akun/keamanan/aplikasi">
          Pasang aplikasi autentikator
        </ButtonLink>
        <a href="/kerja/akun/keamanan/kunci">atau buat kunci sandi (passkey)</a>
      </div>
    </Card>
  )
}

const whySentence =
  'Kata sandi dapat ditebak atau dicuri. Dengan langkah kedua, orang yang mengetahui kata sandi Anda tetap tidak dapat masuk.'

function dueSentence(due: Date, now: Date, zonaWaktu: string): string {
  if (due <= now)
    return 'Akun Anda wajib memakai verifikasi dua langkah. Setelah terpasang, semua halaman terbuka kembali dan yang tersimpan tetap ada.'
  return `Peran Anda wajib memakai verifikasi dua langkah paling lambat ${longDate(localDate(due, zonaWaktu))}. Setelah tanggal itu, halaman lain baru terbuka sesudah dipasang.`
}

const Ways = ({ passwordSince, factors, office, zonaWaktu }: SecurityProps) => {
  const day = (at: Date) => longDate(localDate(at, zonaWaktu))
  const { totpSince, passkeys, codesLeft } = factors
  const hasFactor = totpSince !== null || passkeys.length > 0
  return (
    <DefinitionList
      items={[
        {
          term: 'Kata sandi',
          value: passwordSince ? `Terakhir diganti ${day(passwordSince)}` : 'Terpasang',
          action: { href: '/kerja/akun/sandi', label: 'Ganti' },
        },
        {
          term: 'Aplikasi autentikator',
          value: totpSince ? `Aktif sejak ${day(totpSince)}` : muted('Belum dipasang'),
          action: {
            href: '/kerja/akun/keamanan/aplikasi',
            label: totpSince ? 'Kelola' : 'Pasang',
          },
        },
        {
          term: 'Kunci sandi (passkey)',
          value:
            passkeys.length > 0
              ? passkeys.map(({ nama }) => nama).join(', ')
              : muted('Belum ada. Masuk dengan sidik jari, wajah, atau PIN perangkat.'),
          action: {
            href: '/kerja/akun/keamanan/kunci',
            label: passkeys.length > 0 ? 'Kelola' : 'Buat',
          },
        },
        ...(hasFactor
          ? [
              {
                term: 'Kode pemulihan',
                value: `${codesLeft} kode belum dipakai`,
                action: { href: '/kerja/akun/keamanan/kode', label: 'Buat baru' },
              },
            ]
          : []),
        ...(office
          ? [
              {
                term: `Masuk dengan ${office.label}`,
                value: office.linked
                  ? 'Terhubung'
                  : muted('Terhubung sendiri saat pertama kali dipakai'),
              },
            ]
          : []),
      ]}
    />
  )
}

const muted = (text: string) => <span class="muted">{text}</span>

const Devices = ({ sessions, factors, zonaWaktu }: SecurityProps) => (
  <>
    <Table
      caption="Perangkat yang masuk"
      captionHidden
      rows={sessions}
      columns={[
        { key: 'perangkat', label: 'Perangkat', main: true, cell: (row) => <Device row={row} /> },
        { key: 'tempat', label: 'Alamat jaringan', cell: (row) => maskAddress(row.address) },
        { key: 'masuk', label: 'Masuk', cell: (row) => longMoment(row.since, zonaWaktu) },
        {
          key: 'terakhir',
          label: 'Terakhir dipakai',
          cell: (row) => (row.current ? 'Sekarang' : longMoment(row.seen, zonaWaktu)),
        },
        {
          key: 'aksi',
          label: 'Tindakan',
          width: 'narrow',
          cell: (row) => (row.current ? null : <EndSession row={row} />),
        },
      ]}
    />
    <div class="button-row">
      {sessions.length > 1 ? (
        <form method="post" action="/kerja/akun/sesi/lain/akhiri">
          <Button>Keluarkan semua perangkat lain</Button>
        </form>
      ) : null}
      {factors.rememberedBrowsers > 0 ? (
        <form method="post" action="/kerja/akun/keamanan/peramban/lupakan">
          <Button>Lupakan {factors.rememberedBrowsers} peramban yang diingat</Button>
        </form>
      ) : null}
    </div>
  </>
)

const Device = ({ row }: { row: SessionRow }) => (
  <>
    {deviceName(row.userAgent)}
    {row.current ? <span class="muted"> (perangkat ini)</span> : null}
  </>
)

const EndSession = ({ row }: { row: SessionRow }) => (
  <form method="post" action={`/kerja/akun/sesi/${row.id}/akhiri`}>
    <Button size="small" label={`Keluarkan ${deviceName(row.userAgent)}`}>
      Keluarkan
    </Button>
  </form>
)

const Events = ({ events, zonaWaktu }: SecurityProps) =>
  events.length === 0 ? (
    <Empty title="Belum ada peristiwa">
      Perubahan kata sandi, pemasangan faktor kedua, dan percobaan masuk yang ditolak akan tercatat
      di sini.
    </Empty>
  ) : (
    <Timeline
      entries={events.map((event) => ({
        title: labelEvent(event.peristiwa),
        when: longMoment(event.at, zonaWaktu),
        datetime: event.at.toISOString(),
        who: [event.perangkat, event.oleh].filter(Boolean).join(' · ') || undefined,
        state: /dikunci|tersalin/.test(event.peristiwa) ? ('late' as const) : undefined,
      }))}
    />
  )
