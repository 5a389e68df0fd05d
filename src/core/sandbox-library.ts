/** SQL as databases speak it, each by a parser of its own. */
export const sqlDialects = [
  'athena',
  'bigquery',
  'db2',
  'flinksql',
  'hive',
  'mariadb',
  'mysql',
  'noql',
  'postgresql',
  'redshift',
  'snowflake',
  'sqlite',
  'transactsql',
  'trino',
] as const;

export type SqlDialect = (typeof sqlDialects)[number];

/** Libraries that scripts in the sandbox can be given. What stands before the `/` is the global that the script finds. */
export type SandboxLibrary = 'nunjucks' | `sql/${SqlDialect}`;
