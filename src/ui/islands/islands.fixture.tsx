import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Child } from 'hono/jsx'
import { buildAssets, findAsset } from '../assets.ts'
import { Diff } from '../data/diff.tsx'
import { Button } from '../form/button.tsx'
import { ConfirmDialog } from '../form/confirm-dialog.tsx'
import { DraftDone } from '../form/draft-done.tsx'
import { FileInput } from '../form/file-input.tsx'
import { Form } from '../form/form.tsx'
import { Select } from '../form/select.tsx'
import { TextInput } from '../form/text-input.tsx'
import { GridSpecimens } from '../guide/grid-specimens.tsx'
import { StaffLayout } from '../layout/staff-layout.tsx'
import { StyleGuide } from '../style-guide.tsx'

const policy = "default-src 'self'; frame-ancestors 'none'"

const render = (page: { toString: () => string }) => page.toString()

const frame = (content: Child, flash?: string) =>
  render(
    <StaffLayout
      title="Uji"
      office="Kantor contoh"
      person={{ name: 'Sari', role: 'operator' }}
      menu={[{ items: [{ href: '/', label: 'Beranda' }] }]}
      search={{ action: '/' }}
      flash={flash ? { tone: 'ok', text: flash } : undefined}
    >
      <h1>Uji</h1>
      {content}
    </StaffLayout>,
  )

const places = ['Ambon', 'Bandung', 'Bandung Barat', 'Kota Bandung', 'Denpasar']

const form = (problem?: string) => (
  <Form
    action="/kirim"
    draft="uji"
    upload
    problems={problem ? [{ field: 'judul', message: problem }] : []}
  >
    <TextInput name="judul" label="Judul" error={problem} />
    <TextInput name="sandi" label="Sandi" type="password" />
    <Select
      name="kota"
      label="Kota"
      placeholder="Pilih"
      filterable
      options={places.map((label) => ({ value: label, label }))}
    />
    <FileInput name="berkas" label="Berkas" />
    <Button kind="main">Kirim</Button>
  </Form>
)

const pages: Readonly<Record<string, () => string>> = {
  '/gaya': () => frame(<StyleGuide />),
  '/bulan': () => frame(<GridSpecimens />),
  '/formulir': () => frame(form()),
  '/masalah': () => frame(form('Tuliskan judul')),
  '/terkirim': () => frame(<Diff before="a" after="b" />, 'Terkirim.'),
  '/resi': () => frame(<DraftDone draft="uji" />),
  '/tanya': () =>
    frame(
      <ConfirmDialog
        id="tanya"
        trigger="Hapus"
        title="Hapus?"
        confirm="Ya, hapus"
        action="/kirim"
        fallback="/terkirim"
      />,
    ),
}

/** A server of pages that use every island, under the policy of the product. */
export const serveIslands = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-pulau-'))
  const assets = await buildAssets(folder)
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://uji').pathname
    const file = findAsset(assets, path)
    if (file) {
      response.setHeader('content-type', file.contentType)
      return response.end(await readFile(file.path))
    }
    if (request.method === 'POST') {
      request.resume()
      return response.writeHead(303, { location: '/terkirim' }).end()
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', policy)
    return response.end(pages[path]?.() ?? frame(<p>Kosong</p>))
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true })
    },
  }
}
