// src/store/store-schema.ts
const STORE_VERSION = 1;
const storeTables = `
create table if not exists replies (
  call text primary key, at real not null, used real not null, bytes integer not null, answer text not null
) strict, without rowid;
create index if not exists replies_by_use on replies (used);
create table if not exists comparisons (
  key text primary key, fingerprint text not null, at real not null, used real not null, json text not null
) strict, without rowid;
create index if not exists comparisons_by_use on comparisons (used);
create table if not exists runs (id integer primary key, at real not null, json text not null) strict;
pragma user_version = ${1};
`;

export { storeTables as t };