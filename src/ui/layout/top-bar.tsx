export type Person = { name: string; role: string; href?: string | undefined }
export type SearchBox = {
  action: string
  name?: string | undefined
  value?: string | undefined
  placeholder?: string | undefined
}

export type TopBarProps = {
  office: string
  year?: number | string | undefined
  search?: SearchBox | undefined
  person: Person
  signOut: string
}

/** Where you are, a search, who you are and the way out. */
export const TopBar = ({ office, year, search, person, signOut }: TopBarProps) => (
  <header class="topbar">
    <button class="topbar-menu" type="button" popovertarget="menu">
      Menu
    </button>
    <p class="topbar-office">
      {office} {year ? <span>{year}</span> : null}
    </p>
    {search ? <Search {...search} /> : null}
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
