-- The log: what was received and what people decided. Nothing here is ever changed or deleted but sealed parts.

create table entry (
  index bigint primary key check (index >= 0),
  kind text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  -- Canonical JSON; its UTF-8 bytes are the leaf. The columns above repeat what it says, for queries.
  leaf text not null,
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
);
create index entry_recorded_at on entry (recorded_at);

-- Complete subtrees of two leaves and more, so that proofs of any size are made without reading the log.
create table tree_node (
  level smallint not null check (level > 0),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

create table checkpoint (
  size bigint primary key check (size > 0),
  -- The signed note, with the cosignatures of witnesses as they come in.
  note text not null
);

-- Public halves of the keys that have signed this log.
create table log_key (
  verifier text primary key
);

-- Erasable: an entry commits only to salted hashes of its sealed parts.
create table sealed_part (
  entry bigint not null references entry,
  name text not null,
  salt bytea not null,
  part bytea not null,
  primary key (entry, name)
);
alter table sealed_part alter column part set storage external;

-- What entries are looked up by: a page's hash, where it came from, an incident. Computed from the entries.
create table entry_key (
  key text collate "C" not null,
  entry bigint not null references entry,
  primary key (key, entry)
);
