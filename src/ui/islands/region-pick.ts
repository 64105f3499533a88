const svg = 'http://www.w3.org/2000/svg'
const names = ['kiri', 'atas', 'lebar', 'tinggi'] as const

const share = (value: number) => Math.min(1, Math.max(0, value))

/** A form of four numbers (percent) that can be drawn on the preview instead. */
class RegionPick extends HTMLElement {
  connectedCallback() {
    const preview = document.querySelector<HTMLElement>(this.dataset['preview'] ?? '')
    if (!preview) return
    this.querySelector('[data-hint]')?.removeAttribute('hidden')
    preview.dataset['drawable'] = ''
    let from: [number, number] | null = null
    preview.addEventListener('pointerdown', (event) => {
      event.preventDefault()
      preview.setPointerCapture(event.pointerId)
      from = placeIn(preview, event)
    })
    preview.addEventListener('pointermove', (event) => {
      if (from) this.show(preview, from, placeIn(preview, event))
    })
    const stop = () => {
      from = null
    }
    preview.addEventListener('pointerup', stop)
    preview.addEventListener('pointercancel', stop)
  }

  show(preview: HTMLElement, [ax, ay]: [number, number], [bx, by]: [number, number]) {
    const region = [Math.min(ax, bx), Math.min(ay, by), Math.abs(bx - ax), Math.abs(by - ay)]
    const rect = rectIn(preview)
    for (const [index, attribute] of ['x', 'y', 'width', 'height'].entries())
      rect.setAttribute(attribute, String(region[index]))
    for (const [index, name] of names.entries()) {
      const input = this.querySelector<HTMLInputElement>(`input[name=${name}]`)
      // Rounded down, so that left and width together never leave the page.
      if (input) input.value = String(Math.floor((region[index] ?? 0) * 1000) / 10)
    }
  }
}

function placeIn(preview: HTMLElement, { clientX, clientY }: PointerEvent): [number, number] {
  const box = preview.getBoundingClientRect()
  return [share((clientX - box.left) / box.width), share((clientY - box.top) / box.height)]
}

function rectIn(preview: HTMLElement): SVGRectElement {
  const found = preview.querySelector('rect')
  if (found) return found
  const layer = document.createElementNS(svg, 'svg')
  layer.setAttribute('class', 'evidence-region')
  layer.setAttribute('viewBox', '0 0 1 1')
  layer.setAttribute('preserveAspectRatio', 'none')
  layer.setAttribute('aria-hidden', 'true')
  const rect = document.createElementNS(svg, 'rect')
  layer.append(rect)
  preview.append(layer)
  return rect
}

customElements.define('region-pick', RegionPick)
