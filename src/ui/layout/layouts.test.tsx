import { parse } from 'node-html-parser'
import { describe, expect, it } from 'vitest'
import { ErrorPage, type ErrorStatus } from './error-page.tsx'
import { PageHead } from './page-head.tsx'
import { PrintLayout } from './print-layout.tsx'
import { PortalLayout } from './portal-layout.tsx'
import { StaffLayout } from './staff-layout.tsx'

const staff = parse(
  String(
    <StaffLayout
      title="Daftar"
      office="Kantor contoh"
      year={2026}
      person={{ name: 'Sari', role: 'Operator', href: '/akun' }}
      menu={[
        {
          label: 'Layanan',
          items: [
            { href: '/a', label: 'Pekerjaan', count: 3, tone: 'late', current: true },
            { href: '/b', label: 'Kosong', count: 0 },
          ],
        },
      ]}
      search={{ action: '/cari', value: 'kata' }}
      crumbs={[{ href: '/', label: 'Beranda' }]}
      flash={{ tone: 'ok', text: 'Tersimpan.' }}
    >
      <PageHead title="Daftar" subtitle="Semua baris" />
    </StaffLayout>,
  ),
)

describe('a page of the staff', () => {
  it('is Indonesian, has a title and one h1', () => {
    expect(staff.querySelector('html')?.getAttribute('lang')).toBe('id')
    expect(staff.querySelector('title')?.text).toBe('Daftar – KPU HUB')
    expect(staff.querySelectorAll('h1')).toHaveLength(1)
  })

  it('leads past the menu to the content', () => {
    const link = staff.querySelector('a.skip-link')
    expect(staff.querySelector('main')?.id).toBe(link?.getAttribute('href')?.slice(1))
  })

  it('says where one is and what is late', () => {
    const current = staff.querySelector('nav[aria-label="Menu utama"] a[aria-current=page]')
    expect(current?.text).toBe('Pekerjaan3 terlambat')
  })

  it('shows no count of zero', () => {
    expect(staff.querySelector('a[href="/b"]')?.text).toBe('Kosong')
  })

  it('opens the menu on a phone without script', () => {
    const button = staff.querySelector('button[popovertarget=menu]')
    expect(button?.text.trim()).toBe('Menu')
    expect(staff.getElementById('menu')?.getAttribute('popover')).toBe('auto')
  })

  it('lets the person leave by a form', () => {
    const form = staff.querySelector('form[action="/keluar"]')
    expect(form?.getAttribute('method')).toBe('post')
    expect(form?.querySelector('button')?.text).toBe('Keluar')
  })

  it('tells what has just happened', () => {
    expect(staff.querySelector('output')?.text).toBe('Tersimpan.')
  })
})

describe('a page of the citizens', () => {
  const portal = parse(
    String(
      <PortalLayout title="Mulai" office="Kantor contoh" back={{ href: '/', label: 'Kembali' }} />,
    ),
  )

  it('loads the small script and no font', () => {
    expect(portal.querySelector('script')?.getAttribute('src')).toContain('/aset/portal')
    expect(portal.querySelector('link[rel=preload]')).toBeNull()
  })

  it('leads back', () => {
    expect(portal.querySelector('main a[href="/"]')?.text).toBe('Kembali')
  })
})

describe('a page for paper', () => {
  it('says its turn and leads back on the screen', () => {
    const sheet = parse(
      String(
        <PrintLayout
          title="Lampiran"
          orientation="landscape"
          back={{ href: '/a', label: 'Kembali' }}
        />,
      ),
    )
    expect(sheet.querySelector('.sheet')?.getAttribute('data-orientation')).toBe('landscape')
    expect(sheet.querySelector('nav a')?.getAttribute('href')).toBe('/a')
    expect(sheet.querySelector('h1')?.text).toBe('Lampiran')
  })
})

describe('an error page', () => {
  const statuses: ErrorStatus[] = [401, 403, 404, 409, 413, 422, 429, 500, 503]

  it.each(statuses)('%i says what happened and what to do next', (status) => {
    const page = parse(String(<ErrorPage status={status} />))
    expect(page.querySelectorAll('h1')).toHaveLength(1)
    expect(page.querySelectorAll('main > p').length).toBeGreaterThanOrEqual(3)
    expect(page.querySelector('main a.button')?.getAttribute('href')).toBe('/')
  })

  it('shows the request id and the sentence of a refusal', () => {
    const page = parse(String(<ErrorPage status={409} message="Sudah ditutup." requestId="r-1" />))
    expect(page.querySelector('main')?.text).toContain('Sudah ditutup.')
    expect(page.querySelector('code')?.text).toBe('r-1')
  })
})
