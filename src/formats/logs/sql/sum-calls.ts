import { callColumns, type SqlSteps } from './call-columns.ts';
import { replyKeys, replyText, sentLength, sentMessages } from './macros.ts';
import { literal } from './sql-values.ts';

/** What calls are told by: how replies end, and what is the beginning of a refusal. */
export type SumAsked = {
  /** SELECT of records: the columns of `RecordKeys`, all NULL where a record is no map, and `file`. */
  readonly source: string;
  readonly steps: SqlSteps;
  /** Bins of latencies to an octave. */
  readonly latencyBin: number;
  /** Finish reasons, in small letters, of replies that were cut, and of those that a service declined. */
  readonly cut: readonly string[];
  readonly declined: readonly string[];
  /** An expression of RE2 that every refusal has in small letters. */
  readonly refusalHint: string;
  /** Tokens from which on each call without a bill is priced by itself; models of which all are. */
  readonly longFrom: number;
  readonly exact: readonly string[];
  /** The length of what is sent is measured of one call in as many: to read messages takes longer than all else. */
  readonly measuredOneIn: number;
};

/** Of a reply no more is looked at for a refusal. */
const opening = 600;

/**
 * Sums of calls, a row for each day, segment, model, prompt and what they are priced by. `counted` says of calls without a bill
 * whether their tokens in (1) and out (2) are known, and is −1 of those with one; `long_…` are set where a call is priced by itself.
 */
export function sumCallsSql(asked: SumAsked): string {
  const { source, steps, latencyBin, cut, declined, refusalHint, longFrom, exact, measuredOneIn } = asked;
  const list = (texts: readonly string[]): string => `(${texts.map(literal).join(', ')})`;
  const isExact =
    exact.length === 0 ? 'false' : `(coalesce(asked, '') IN ${list(exact)} OR coalesce(served, '') IN ${list(exact)})`;
  const known = (column: string): string =>
    `CASE WHEN failed THEN nullif(tokens_${column}, 0) ELSE tokens_${column} END AS t_${column}`;
  const ofCalls = (columns: readonly (readonly [string, string])[]): string =>
    columns.map(([name, value]) => `CASE WHEN kind = 0 THEN ${value} END AS ${name}`).join(', ');
  // Subqueries and no WITH: what is named there is kept whole before it is read.
  const records = [
    ...steps.map(columnsOf),
    `SELECT file, ${callColumns.join(', ')}`,
    `SELECT *, CASE WHEN logged_is_map(said) THEN json_extract(said, [${replyKeys.map(literal).join(', ')}]) END AS r,
      tokens_in IS NOT NULL AND hash(asked_of) % ${measuredOneIn} = 0 AS is_read`,
    `SELECT *, CASE WHEN is_read THEN ${sentMessages} END AS m`,
    `SELECT * EXCLUDE (m, r, is_read), CASE WHEN NOT failed THEN ${replyText} END AS reply,
      CASE WHEN is_read THEN ${sentLength} END AS sent`,
    `SELECT *,
      logged_length(reply) AS reply_length,
      NOT failed AND CASE
        WHEN coalesce(ended, '') IN ${list(declined)} THEN true
        WHEN coalesce(regexp_matches(lower(substr(reply, 1, ${opening})), ${literal(refusalHint)}), false)
          THEN odd_refusal(substr(reply, 1, ${opening}))
        ELSE false END AS refused,
      NOT failed AND coalesce(ended, '') IN ${list(cut)} AS truncated,
      ${['in', 'out', 'cached', 'reasoning'].map(known).join(', ')},
      least(coalesce(tokens_cached, 0), coalesce(tokens_in, 0)) AS c,
      coalesce(tokens_in, 0) AS i, coalesce(tokens_out, 0) AS o,
      usd IS NULL AND (coalesce(tokens_in, 0) > ${longFrom} OR ${isExact}) AS is_long,
      coalesce(sent > 0 AND (NOT failed OR tokens_in > 0), false) AS is_measured,
      CASE WHEN latency > 0 THEN CAST(ceil(log2(latency) * ${latencyBin}) AS INTEGER) END AS bin`,
  ].reduce((held, select) => `${select}\nFROM (${held})`, source);
  return `SELECT kind, CASE WHEN kind = 2 THEN file END AS file,
  ${ofCalls([
    ['day', 'floor(time / 864e5)'],
    ...['segment', 'asked', 'served', 'prompt', 'failed', 'is_long'].map((name): [string, string] => [name, name]),
    [
      'counted',
      'CASE WHEN usd IS NULL THEN (tokens_in IS NOT NULL)::INTEGER + 2 * (tokens_out IS NOT NULL)::INTEGER ELSE -1 END',
    ],
    ...['in', 'out', 'cached'].map((name): [string, string] => [
      `long_${name}`,
      `CASE WHEN is_long THEN tokens_${name} END`,
    ]),
  ])},
  count(*)::DOUBLE AS calls, max(time) AS latest,
  ${['t_in', 't_out', 't_cached', 't_reasoning', 'reply_length', 'usd'].map(momentsOf).join(', ')},
  (count(*) FILTER (is_measured))::DOUBLE AS n_sent, (sum(sent) FILTER (is_measured))::DOUBLE AS s_sent,
  (sum(t_in) FILTER (is_measured))::DOUBLE AS s_sent_tokens,
  sum(c) AS s_c, sum(i) AS s_i, sum(o) AS s_o,
  sum(c * c) AS s_cc, sum(i * i) AS s_ii, sum(o * o) AS s_oo, sum(i * c) AS s_ic, sum(i * o) AS s_io, sum(c * o) AS s_co,
  (count(*) FILTER (refused))::DOUBLE AS refusals, (count(*) FILTER (truncated))::DOUBLE AS truncated,
  min(latency) AS least, max(latency) AS most, (count(*) FILTER (latency = 0))::DOUBLE AS zeros,
  map_keys(histogram(bin)) AS bins, map_values(histogram(bin))::DOUBLE[] AS in_bins
FROM (${records})
GROUP BY ALL
ORDER BY calls DESC, kind, day, segment, asked, served, prompt, failed, counted`;
}

function columnsOf(step: Readonly<Record<string, string>>): string {
  const names = Object.keys(step);
  return `SELECT *, ${names.map((name) => `${step[name]} AS ${name}`).join(', ')}`;
}

function momentsOf(column: string): string {
  // Sums with a correction: a billion small costs add up to what they are.
  const [total, squares] = [column, `${column} * ${column}`].map((value) => `fsum(${value})::DOUBLE`);
  return `{count: count(${column})::DOUBLE, total: ${total}, squares: ${squares}} AS ${column}`;
}
