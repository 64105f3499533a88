import { PageHead } from './layout/page-head.tsx'

/** The whole design system on one page: scales, colours, every component in its states. */
export const StyleGuide = () => <PageHead title="Gaya" subtitle="Segala bagian rupa" />
