/**
 * `<passkey-form>`: a form whose field `jawaban` the browser's own passkey dialog fills. It stays
 * hidden where there is no script or no such dialog; `data-options` says where to ask what is wanted.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form || !('PublicKeyCredential' in window)) return
    this.hidden = false
    form.addEventListener('submit', (event) => {
      if (field(form).value) return
      event.preventDefault()
      if (form.reportValidity()) void this.#ask(form)
    })
  }

  async #ask(form: HTMLFormElement) {
    const note = this.querySelector('output')
    if (note) note.textContent = 'Menunggu perangkat Anda …'
    try {
      const answer = await this.#answer()
      field(form).value = JSON.stringify(answer)
      form.requestSubmit()
    } catch (error) {
      if (note) note.textContent = sentence(error)
    }
  }

  async #answer(): Promise<unknown> {
    const { options, make } = this.dataset
    const reply = await fetch(options ?? '', { method: 'POST' })
    if (!reply.headers.get('content-type')?.startsWith('application/json')) {
      location.reload()
      throw new DOMException('', 'AbortError')
    }
    const wanted = await reply.json()
    const credential =
      make === undefined
        ? await navigator.credentials.get({ publicKey: requestOf(wanted) })
        : await navigator.credentials.create({ publicKey: creationOf(wanted) })
    if (!(credential instanceof PublicKeyCredential)) throw new DOMException('', 'NotAllowedError')
    return jsonOf(credential)
  }
}

const field = (form: HTMLFormElement) => {
  const found = form.elements.namedItem('jawaban')
  if (!(found instanceof HTMLInputElement)) throw new TypeError('a form without jawaban')
  return found
}

const sentence = (error: unknown): string => {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'InvalidStateError') return 'Perangkat ini sudah terdaftar untuk akun Anda.'
  if (name === 'NotAllowedError') return 'Dibatalkan, atau waktunya habis. Coba lagi.'
  return 'Kunci sandi tidak dapat dipakai sekarang. Periksa sambungan, lalu coba lagi.'
}

type CreationJSON = Parameters<typeof PublicKeyCredential.parseCreationOptionsFromJSON>[0]
type RequestJSON = Parameters<typeof PublicKeyCredential.parseRequestOptionsFromJSON>[0]

const bytes = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

const text = (buffer: ArrayBuffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const keys = (list: readonly { id: string; type: string }[] = []) =>
  list.map(({ id }) => ({ type: 'public-key' as const, id: bytes(id) }))

// Safari before 18.4 and Firefox before 119 lack the functions for JSON.
const creationOf = (json: CreationJSON): PublicKeyCredentialCreationOptions =>
  'parseCreationOptionsFromJSON' in PublicKeyCredential
    ? PublicKeyCredential.parseCreationOptionsFromJSON(json)
    : ({
        ...(json as object),
        challenge: bytes(json.challenge),
        user: { ...json.user, id: bytes(json.user.id) },
        excludeCredentials: keys(json.excludeCredentials),
      } as unknown as PublicKeyCredentialCreationOptions)

const requestOf = (json: RequestJSON): PublicKeyCredentialRequestOptions =>
  'parseRequestOptionsFromJSON' in PublicKeyCredential
    ? PublicKeyCredential.parseRequestOptionsFromJSON(json)
    : {
        ...(json as object),
        challenge: bytes(json.challenge),
        allowCredentials: keys(json.allowCredentials),
      }

function jsonOf(credential: PublicKeyCredential): unknown {
  if ('toJSON' in credential) return credential.toJSON()
  const { id, type, response } = credential as PublicKeyCredential
  const parts: Record<string, string> = {}
  for (const name of [
    'clientDataJSON',
    'attestationObject',
    'authenticatorData',
    'signature',
    'userHandle',
  ]) {
    const part: unknown = Reflect.get(response, name)
    if (part instanceof ArrayBuffer) parts[name] = text(part)
  }
  return { id, rawId: id, type, response: parts, clientExtensionResults: {} }
}

customElements.define('passkey-form', PasskeyForm)
