import type { Child } from 'hono/jsx'
import { DataSpecimens } from './guide/data-specimens.tsx'
import { FormSpecimens } from './guide/form-specimens.tsx'
import { Foundations } from './guide/foundations.tsx'
import { GridSpecimens } from './guide/grid-specimens.tsx'
import { LayoutSpecimens } from './guide/layout-specimens.tsx'
import { PageHead } from './layout/page-head.tsx'
import { ButtonLink } from './form/button.tsx'

/** The whole design system on one page: scales, colours, every component in its states. */
export const StyleGuide = () => (
  <div class="guide">
    <PageHead title="Gaya" subtitle="Setiap bagian rupa, dalam setiap keadaannya.">
      <ButtonLink href="#dasar">Tindakan kedua</ButtonLink>
      <ButtonLink href="#dasar" kind="main">
        Tindakan utama
      </ButtonLink>
    </PageHead>
    <Part id="dasar" title="Dasar">
      <Foundations />
    </Part>
    <Part id="formulir" title="Formulir">
      <FormSpecimens />
    </Part>
    <Part id="tata-letak" title="Tata letak">
      <LayoutSpecimens />
    </Part>
    <Part id="data" title="Data">
      <DataSpecimens />
    </Part>
    <Part id="besar" title="Tabel besar dan grafik">
      <GridSpecimens />
    </Part>
  </div>
)

const Part = ({ id, title, children }: { id: string; title: string; children?: Child }) => (
  <section class="guide-part" id={id} aria-labelledby={`${id}-judul`}>
    <h2 id={`${id}-judul`}>{title}</h2>
    {children}
  </section>
)
