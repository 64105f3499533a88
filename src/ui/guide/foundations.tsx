import { contrast, edgePairs, type Pair, pairs, readTokens, type Scheme } from './contrast.ts'
import { Specimen } from './specimen.tsx'

const sizes = [
  { name: 'xxl', px: 32, use: 'Angka utama' },
  { name: 'xl', px: 24, use: 'Judul halaman' },
  { name: 'l', px: 18, use: 'Judul bagian' },
  { name: 'm', px: 15, use: 'Isi' },
  { name: 's', px: 13, use: 'Tabel dan keterangan' },
]
const spaces = [4, 8, 12, 16, 24, 32, 48]
const schemes: readonly Scheme[] = ['light', 'dark']
const ratio = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1, minimumFractionDigits: 1 })

/** Scales and colours, with the contrast that was measured. */
export const Foundations = () => (
  <>
    <Specimen name="Huruf" file="styles/tokens.css">
      <ul class="guide-list">
        {sizes.map(({ name, px, use }) => (
          <li class="guide-type" data-size={name}>
            <span>{use}</span>
            <span class="small muted">{px} px</span>
          </li>
        ))}
      </ul>
    </Specimen>
    <Specimen name="Jarak" file="styles/tokens.css">
      <ul class="guide-list">
        {spaces.map((px) => (
          <li class="row">
            <svg width={px} height="12" aria-hidden="true">
              <rect width={px} height="12" fill="var(--brand-fill)" />
            </svg>
            <span class="small muted">{px} px</span>
          </li>
        ))}
      </ul>
    </Specimen>
    <Specimen name="Warna teks di atas latarnya" file="styles/tokens.css">
      <Colours pairs={pairs} least={4.5} />
    </Specimen>
    <Specimen name="Garis yang bermakna" file="styles/tokens.css">
      <Colours pairs={edgePairs} least={3} />
    </Specimen>
  </>
)

const Colours = ({ pairs, least }: { pairs: readonly Pair[]; least: number }) => {
  const tokens = readTokens()
  return (
    <ul class="guide-colours">
      {pairs.map(({ text, on }) => (
        <li>
          {schemes.map((scheme) => {
            const front = tokens.get(text)?.[scheme] ?? '#000000'
            const back = tokens.get(on)?.[scheme] ?? '#ffffff'
            return <Swatch front={front} back={back} value={contrast(front, back)} />
          })}
          <span class="small">
            {text} <span class="muted">di {on}</span>
          </span>
        </li>
      ))}
      <li class="small muted">Paling rendah {ratio.format(least)}</li>
    </ul>
  )
}

const Swatch = ({ front, back, value }: { front: string; back: string; value: number }) => (
  <svg width="52" height="28" role="img" aria-label={`Kontras ${ratio.format(value)}`}>
    <rect x="0.5" y="0.5" width="51" height="27" rx="4" fill={back} stroke="var(--line)" />
    <text x="26" y="18" fill={front} text-anchor="middle">
      {ratio.format(value)}
    </text>
  </svg>
)
