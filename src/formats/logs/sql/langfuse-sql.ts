import type { LogField } from '../../../core/logs/logged-call.ts';
import type { SqlOfFormat } from './call-columns.ts';
import { firstOf, keyOf, keysOf, quantity, withCached } from './sql-values.ts';

const kinds = {
  input: ['input', 'prompt_tokens', 'promptTokens', 'input_tokens'],
  out: ['output', 'completion_tokens', 'completionTokens', 'output_tokens'],
  cached: ['input_cached_tokens', 'input_cache_read', 'cache_read_input_tokens', 'cached_tokens'],
  reasoning: ['reasoning_tokens', 'output_reasoning_tokens', 'output_reasoning'],
  total: ['total', 'total_tokens', 'totalTokens'],
} as const;
const usageKeys = Object.values(kinds).flat();
const counted = (kind: keyof typeof kinds): string =>
  quantity(...kinds[kind].map((key) => `u[${usageKeys.indexOf(key) + 1}]`));

/** `langfuse.ts` as SQL. */
export const langfuseSql: SqlOfFormat = (keys, fields) => {
  const own = (field: LogField): string => keys.own(fields, field);
  const get = (name: string, camel: string): string => firstOf(keys.at(name), keys.at(camel));
  const type = keys.at('type');
  const apart =
    '(coalesce(t_input, 0) + coalesce(t_out, 0) < coalesce(t_total, 0) AND t_cached IS NOT NULL AND t_input IS NOT NULL)';
  const reasonedApart = 't_total = t_input + coalesce(t_out, 0) + t_cached + coalesce(t_reasoning, 0)';
  return [
    {
      u: keysOf(
        `logged_map(${firstOf(keys.at('usage_details'), keys.at('usageDetails'), keys.at('usage'))})`,
        usageKeys,
      ),
      started: `logged_time(${get('start_time', 'startTime')})`,
    },
    {
      t_input: counted('input'),
      t_out: counted('out'),
      t_cached: counted('cached'),
      t_reasoning: counted('reasoning'),
      t_total: counted('total'),
    },
    {
      kind: `CASE WHEN NOT coalesce(logged_is_string(${type}), false) THEN 2
        WHEN logged_string(${type}) <> 'GENERATION' THEN 1 ELSE 0 END`,
      time: 'started',
      segment: `logged_text(${firstOf(own('segment'), keys.path('metadata.segment'))})`,
      asked: `logged_text(${firstOf(own('model'), get('provided_model_name', 'providedModelName'), keys.at('model'))})`,
      served: `logged_text(${firstOf(own('served'), keys.path('metadata.response_model'))})`,
      prompt: `logged_text(${firstOf(own('prompt'), get('prompt_name', 'promptName'))})`,
      tokens_in: `CASE WHEN ${apart} THEN t_input + t_cached ELSE ${withCached('t_input', 't_cached')} END`,
      tokens_out: `CASE WHEN ${apart} AND ${reasonedApart} AND t_out IS NOT NULL THEN t_out + coalesce(t_reasoning, 0) ELSE t_out END`,
      tokens_cached: 't_cached',
      tokens_reasoning: 't_reasoning',
      usd: quantity(
        own('usd'),
        get('total_cost', 'totalCost'),
        keys.at('calculatedTotalCost'),
        keyOf(`logged_map(${get('cost_details', 'costDetails')})`, 'total'),
      ),
      latency: `coalesce(logged_quantity(${own('latencyMs')}), logged_seconds(${keys.at('latency')}),
        logged_between(started, logged_time(${get('end_time', 'endTime')})))`,
      ended: `lower(logged_text(${firstOf(own('finishReason'), keys.path('metadata.finish_reason'))}))`,
      failed: `coalesce(logged_text(${own('error')}) IS NOT NULL OR logged_raw(${keys.at('level')}) = '"ERROR"', false)`,
      said: firstOf(own('output'), keys.at('output')),
      asked_of: firstOf(own('input'), keys.at('input')),
    },
  ];
};
