export type Person = { name: string; role: string; href?: string | undefined }
export type SearchBox = {
  action: string
  name?: string | undefined
  value?: string | undefined
  placeholder?: string | undefined
}

/** How many notices are unread (counted to 100), and the page that lists them. */
export type Notices = { unread: number; href: string }

export type TopBarProps = {
  office: string
  year?: number | string | undefined
  search?: SearchBox | undefined
  notices?: Notices | undefined
  person: Person
  signOut: string
}

/** Where you are, a search, who you are and the way out. */
export const TopBar = ({ office, year, search, notices, person, signOut }: TopBarProps) => (
  <header class="topbar">
    <button class="topbar-menu" type="button" popovertarget="menu">
      Menu
    </button>
    <p class="topbar-office">
      {office} {year ? <span>{year}</span> : null}
    </p>
    {search ? <Search {...search} /> : null}
    {notices ? <Bell {...notices} /> : null}
    <button class="topbar-person" type="button" popovertarget="akun">
      <b>{person.name}</b>
      <span>{person.role}</span>
    </button>
    <div class="account" id="akun" popover="auto">
      <p>
        <b>{person.name}</b>
        <br />
        <span class="muted small">{person.role}</span>
      </p>
      {person.href ? <a href={person.href}>Akun saya</a> : null}
      <form method="post" action={signOut}>
        <button type="submit">Keluar</button>
      </form>
    </div>
  </header>
)

const Bell = ({ unread, href }: Notices) => {
  const shown = unread > 99 ? '99+' : String(unread)
  return (
    <a
      class="topbar-bell"
      href={href}
      aria-label={unread > 0 ? `Pemberitahuan, ${shown} belum dibaca` : 'Pemberitahuan'}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4" />
      </svg>
      {unread > 0 ? (
        <span class="topbar-unread" aria-hidden="true">
          {shown}
        </span>
      ) : null}
    </a>
  )
}

const Search = ({ action, name = 'q', value, placeholder = 'Cari' }: SearchBox) => (
  <search class="topbar-search">
    <form action={action} method="get">
      <input
        type="search"
        name={name}
        value={value}
        placeholder={placeholder}
        aria-label="Cari"
        data-shortcut="/"
      />
    </form>
  </search>
)
