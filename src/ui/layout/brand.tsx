export const productName = 'KPU HUB'

/** The word mark, a link to the start of the audience's pages. */
export const Brand = ({ href }: { href: string }) => (
  <a class="brand" href={href}>
    KPU <b>HUB</b>
  </a>
)
