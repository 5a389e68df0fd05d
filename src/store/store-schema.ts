/** Raised whenever a table changes its shape: a file of another version is set aside, not converted. */
export const STORE_VERSION = 3;

/** Times are milliseconds since 1970. `used` is when a reply was last kept or found: the least recently used go first.
 * `tokens`: input tokens that a service counted for a request. `history`: what replies scored, the latest of each cell.
 * `versions`: what replies to merged versions of a prompt came to; `line` is the prompt on a model.
 * `shared`: calls that the reply of another answers too. `seal`: the signature of a run that held the provider's keys. */
export const storeTables = `
create table if not exists replies (
  call text primary key, at real not null, used real not null, bytes integer not null, answer text not null, seal text not null
) strict, without rowid;
create index if not exists replies_by_use on replies (used);
create table if not exists shared (call text primary key, answered_by text not null, seal text not null) strict, without rowid;
create table if not exists comparisons (
  key text primary key, fingerprint text not null, at real not null, used real not null, json text not null
) strict, without rowid;
create index if not exists comparisons_by_use on comparisons (used);
create table if not exists history (
  id integer primary key, cell text not null, comparison text not null, request text not null, at real not null,
  scores text not null, seal text not null, unique (cell, comparison, request)
) strict;
create table if not exists versions (
  id integer primary key, line text not null, version text not null, at real not null, figures text not null,
  seal text not null, unique (line, version)
) strict;
create table if not exists tokens (request text primary key, at real not null, tokens integer not null, seal text not null) strict, without rowid;
create table if not exists runs (id integer primary key, at real not null, json text not null) strict;
pragma user_version = ${STORE_VERSION};
`;
