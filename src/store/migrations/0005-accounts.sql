-- People of the case. The first five tables belong to better-auth, whose names of columns are kept; a test holds them to what it expects.

create table person (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean
);

create table session (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references person ("id") on delete cascade
);
create index session_person on session ("userId");

create table credential (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references person ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index credential_person on credential ("userId");

create table verification (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier on verification ("identifier");

create table second_factor (
  "id" text primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references person ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index second_factor_secret on second_factor ("secret");
create index second_factor_person on second_factor ("userId");

-- What a person may be in this case.
create table person_role (
  person text not null references person ("id") on delete cascade,
  role text not null,
  primary key (person, role)
);

-- The side that a liaison speaks for.
create table person_side (
  person text primary key references person ("id") on delete cascade,
  side text not null
);

create table api_token (
  id text primary key,
  person text not null references person ("id") on delete cascade,
  name text not null,
  -- SHA-256 of the token in hexadecimal: the token itself is shown once and kept nowhere.
  hash text not null unique,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index api_token_person on api_token (person);

-- Answers to writes by the key that their caller gave, so that a write sent twice is done once.
create table idempotent_write (
  caller text not null,
  key text not null,
  -- SHA-256 of method, path and body: a key stands for one request.
  request text not null,
  begun_at timestamptz not null,
  -- Null while it is being done.
  status int,
  media_type text,
  body text,
  primary key (caller, key)
);
create index idempotent_write_begun on idempotent_write (begun_at);
