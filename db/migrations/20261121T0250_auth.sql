-- Accounts and sessions, seen by hub_auth alone. The first four tables are better-auth's own,
-- spelled as it spells them, so that its updates keep fitting.

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table auth.session (
  id text primary key,
  "userId" text not null references auth."user" (id) on delete cascade,
  token text not null unique,
  "expiresAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create index session_akun on auth.session ("userId");
create index session_expires on auth.session ("expiresAt");

create table auth.account (
  id text primary key,
  "userId" text not null references auth."user" (id) on delete cascade,
  issuer text not null,
  "accountId" text not null,
  "providerId" text not null,
  password text,
  scope text,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  unique (issuer, "accountId")
);
create index account_akun on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);
create index verification_value on auth.verification (value);

-- What was tried and how often, for one account or one network address.
create table auth.percobaan (
  kunci bytea primary key,
  jumlah int not null check (jumlah >= 0),
  sejak timestamptz not null,
  terkunci_sampai timestamptz
);
comment on column auth.percobaan.kunci is 'HMAC dari surel atau alamat jaringan; yang diketik sendiri tidak disimpan';
create index percobaan_sejak on auth.percobaan (sejak);

revoke all on all tables in schema auth from public;
grant select, insert, update, delete on all tables in schema auth to hub_auth;
