/**
 * What `read-values.ts` does, as macros of DuckDB over the text of JSON values, since parsing each again takes longer than all else.
 * `odd_…` are functions of ours: what few values need is done where it is done for all in the other engine.
 */
export const logMacros: readonly string[] = [
  'logged_raw(j) AS CAST(j AS VARCHAR)',
  `logged_is_string(j) AS starts_with(logged_raw(j), '"')`,
  `logged_is_map(j) AS starts_with(logged_raw(j), '{')`,
  `logged_string(j) AS CASE WHEN contains(logged_raw(j), '\\') THEN json_extract_string(j, '$') ELSE logged_raw(j)[2:-2] END`,
  `logged_value(j) AS CASE WHEN logged_raw(j) <> 'null' THEN j END`,
  `logged_some(j) AS CASE WHEN logged_raw(j) NOT IN ('null', '""') THEN j END`,
  // Where a number is a name it is written as JavaScript writes it.
  `logged_text(j) AS CASE
    WHEN logged_is_string(j) THEN nullif(logged_string(j), '')
    WHEN regexp_full_match(logged_raw(j), '[0-9]{1,15}') THEN logged_raw(j)
    WHEN regexp_matches(logged_raw(j), '^[-0-9]') THEN odd_number(logged_raw(j)) END`,
  'logged_finite(n) AS CASE WHEN n >= 0 AND isfinite(n) THEN n END',
  `logged_quantity(j) AS CASE WHEN NOT contains(logged_raw(j), '_')
    THEN logged_finite(TRY_CAST(trim(logged_raw(j), '"') AS DOUBLE)) END`,
  // A text that may hold JSON begins with a bracket or a quote; one that begins with an escaped sign is looked at closely.
  `logged_is_plain(j) AS logged_is_string(j) AND NOT regexp_matches(logged_raw(j), '^"\\s*[{\\[\\\\]')`,
  `logged_map(j) AS CASE WHEN logged_is_map(j) THEN j
    WHEN logged_is_string(j) AND NOT logged_is_plain(j)
    THEN CASE WHEN json_type(TRY_CAST(json_extract_string(j, '$') AS JSON)) = 'OBJECT'
      THEN TRY_CAST(json_extract_string(j, '$') AS JSON) END END`,
  'logged_micro(ms) AS round(ms * 1e3) / 1e3',
  `logged_epoch(n) AS CASE WHEN n < 1e11 THEN logged_micro(n * 1e3) WHEN n < 1e14 THEN n
    WHEN n < 1e17 THEN logged_micro(n / 1e3) ELSE logged_micro(n / 1e6) END`,
  'logged_date(s) AS coalesce(CAST(epoch_ms(TRY_CAST(s AS TIMESTAMPTZ)) AS DOUBLE), odd_date(s))',
  `logged_time(j) AS CASE
    WHEN logged_is_string(j) THEN CASE WHEN logged_raw(j)[6] = '-' OR logged_quantity(j) IS NULL
      THEN logged_date(logged_string(j)) ELSE logged_epoch(logged_quantity(j)) END
    WHEN logged_quantity(j) > 0 THEN logged_epoch(logged_quantity(j)) END`,
  'logged_seconds(j) AS logged_micro(logged_quantity(j) * 1000)',
  'logged_between(a, z) AS CASE WHEN z >= a THEN logged_micro(z - a) END',
  // JavaScript counts what is beyond 16 bits as two.
  `logged_length(s) AS CASE WHEN strlen(s) = length(s) THEN length(s)
    ELSE length(s) + length(regexp_replace(s, '[^\\x{10000}-\\x{10FFFF}]+', '', 'g')) END`,
];

/** Keys of a reply by which it is told whether it is one of the two usual forms: a message, or a completion of a chat. */
export const replyKeys: readonly string[] = [
  ...['/role', '/content', '/parts', '/choices/0/role', '/choices/0/message/content', '/choices/0/message/parts'],
  ...['/system', '/instructions', '/systemInstruction', '/system_instruction'],
  ...['/messages', '/contents', '/input', '/candidates'],
];

const absent = (from: number): string =>
  replyKeys.flatMap((_, at) => (at >= from ? [`r[${at + 1}] IS NULL`] : [])).join(' AND ');

/** What a reply says; `said` is what the log holds of it, `r` its `replyKeys`. */
export const replyText = `CASE
  WHEN said IS NULL OR logged_raw(said) IN ('null', '""') THEN NULL
  WHEN logged_is_plain(said) THEN logged_string(said)
  WHEN logged_is_string(r[1]) AND logged_is_string(r[2]) AND logged_raw(r[1]) <> '""' AND r[3] IS NULL AND ${absent(6)}
    THEN logged_string(r[2])
  WHEN r[1] IS NULL AND r[4] IS NULL AND logged_is_string(r[5]) AND r[6] IS NULL AND ${absent(6)} THEN logged_string(r[5])
  ELSE odd_reply(logged_raw(said)) END`;

/** How many characters were sent; `m` are the messages of what was. */
export const sentLength = `CASE
  WHEN asked_of IS NULL OR logged_raw(asked_of) IN ('null', '""') THEN 0
  WHEN logged_is_plain(asked_of) THEN logged_length(logged_string(asked_of))
  WHEN len(m) > 0 AND list_bool_and(list_transform(m, lambda x:
    coalesce(x.role <> '' AND logged_is_string(x.content) AND x.parts IS NULL, false)))
    THEN list_sum(list_transform(m, lambda x: logged_length(logged_string(x.content))))
  ELSE odd_sent(logged_raw(asked_of)) END`;

/** The messages of what was sent, where it is a list of maps. */
export const sentMessages = `CASE WHEN starts_with(logged_raw(asked_of), '[')
  THEN TRY(json_transform(asked_of, '[{"role":"VARCHAR","content":"JSON","parts":"JSON"}]')) END`;
