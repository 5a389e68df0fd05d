import type { LogField } from '../../../core/logs/logged-call.ts';
import { plainNames } from '../plain-fields.ts';
import type { SqlOfFormat } from './call-columns.ts';
import { keyOf, keysOf, quantity, text, withCached } from './sql-values.ts';

const readFields: readonly LogField[] = [
  ...(['time', 'prompt', 'segment', 'model', 'served', 'input', 'output', 'usage', 'tokensIn', 'tokensOut'] as const),
  ...(['tokensCached', 'tokensReasoning', 'usd', 'latencyMs', 'finishReason', 'error'] as const),
];

const usageKeys = [
  ...['in', 'input', 'input_tokens', 'prompt_tokens', 'inputTokens'],
  ...['out', 'output', 'output_tokens', 'completion_tokens', 'outputTokens'],
  ...['cached', 'cached_tokens', 'cachedTokens', 'cache_read_input_tokens'],
  ...['reasoning', 'reasoning_tokens', 'reasoningTokens'],
  ...['prompt_tokens_details', 'input_tokens_details', 'completion_tokens_details', 'output_tokens_details'],
];
const used = (key: string): string => `u[${usageKeys.indexOf(key) + 1}]`;
const detail = (of: readonly string[], key: string): string =>
  keyOf(`logged_map(coalesce(${of.map((name) => `logged_value(${used(name)})`).join(', ')}))`, key);

/** `plain.ts` as SQL. */
export const plainSql: SqlOfFormat = (keys, fields) => {
  const found = readFields.map((field): readonly [string, string] => {
    const own = fields[field];
    const places = own === undefined ? (plainNames[field] ?? []).map((name) => keys.at(name)) : [keys.path(own)];
    return [
      `f_${field}`,
      places.length === 0 ? 'NULL' : `coalesce(${places.map((at) => `logged_some(${at})`).join(', ')})`,
    ];
  });
  const sent = quantity('f_tokensIn', ...usageKeys.slice(0, 5).map(used));
  const cached = quantity(
    'f_tokensCached',
    ...usageKeys.slice(10, 14).map(used),
    detail(['prompt_tokens_details', 'input_tokens_details'], 'cached_tokens'),
  );
  const named = 'logged_map(f_prompt)';
  return [
    Object.fromEntries(found),
    { u: keysOf('logged_map(f_usage)', usageKeys) },
    { sent, cached },
    {
      kind: `CASE WHEN f_input IS NULL AND f_output IS NULL AND f_error IS NULL AND f_prompt IS NULL
        THEN 2 ELSE 0 END`,
      time: 'logged_time(f_time)',
      segment: 'logged_text(f_segment)',
      asked: 'logged_text(f_model)',
      served: `coalesce(logged_text(f_served), CASE WHEN logged_is_map(f_output) THEN ${text(keyOf('f_output', 'model'))} END)`,
      prompt: `CASE WHEN f_input IS NULL THEN NULL WHEN ${named} IS NULL THEN logged_text(f_prompt)
        ELSE ${text(...['name', 'id', 'path'].map((key) => keyOf(named, key)))} END`,
      tokens_in: withCached('sent', 'cached'),
      tokens_out: quantity('f_tokensOut', ...usageKeys.slice(5, 10).map(used)),
      tokens_cached: 'cached',
      tokens_reasoning: quantity(
        'f_tokensReasoning',
        ...usageKeys.slice(14, 17).map(used),
        detail(['completion_tokens_details', 'output_tokens_details'], 'reasoning_tokens'),
      ),
      usd: 'logged_quantity(f_usd)',
      latency: 'logged_quantity(f_latencyMs)',
      ended: 'lower(logged_text(f_finishReason))',
      failed: `coalesce(logged_is_map(f_error) OR logged_raw(f_error) = 'true' OR logged_text(f_error) IS NOT NULL, false)`,
      said: 'f_output',
      asked_of: fields.prompt === undefined ? 'coalesce(f_input, f_prompt)' : 'f_input',
    },
  ];
};
