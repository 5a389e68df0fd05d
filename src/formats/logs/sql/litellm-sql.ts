import { wordedCalls } from '../litellm.ts';
import type { SqlOfFormat } from './call-columns.ts';
import { firstOf, keyOf, literal, quantity, text, withCached } from './sql-values.ts';

/** `litellm.ts` as SQL. */
export const litellmSql: SqlOfFormat = (keys, fields) => {
  const own = (field: Parameters<typeof keys.own>[1]): string => keys.own(fields, field);
  const map = (json: string): string => `logged_map(${json})`;
  const type = keys.at('call_type');
  const name = firstOf(own('prompt'), keyOf('managed', 'prompt_id'));
  const details = (of: string): string => map(keyOf('usage', of));
  return [
    { response: map(keys.at('response')), metadata: map(keys.at('metadata')) },
    {
      managed: map(keyOf('metadata', 'prompt_management_metadata')),
      usage: `coalesce(${map(keyOf('response', 'usage'))}, ${map(keyOf('metadata', 'usage_object'))}, ${map(keys.at('usage_object'))})`,
      choice: map("json_extract(response, '/choices/0')"),
      started: `logged_time(${keys.at('startTime')})`,
      answer: firstOf(own('output'), keys.at('response')),
    },
    {
      sent: quantity(keys.at('prompt_tokens')),
      cached: quantity(
        keyOf(details('prompt_tokens_details'), 'cached_tokens'),
        keyOf('usage', 'cache_read_input_tokens'),
      ),
    },
    {
      kind: `CASE WHEN NOT coalesce(logged_is_string(${type}), false) THEN 2
        WHEN logged_string(${type}) <> '' AND NOT regexp_matches(logged_string(${type}), ${literal(wordedCalls.source)}) THEN 1 ELSE 0 END`,
      time: 'started',
      segment: `logged_text(${firstOf(own('segment'), keyOf('metadata', 'segment'), keyOf(map(keyOf('metadata', 'requester_metadata')), 'segment'))})`,
      asked: text(own('model'), keys.at('model_group'), keys.at('model')),
      served: text(own('served'), keyOf('response', 'model'), keys.at('model')),
      prompt: `logged_text(${name})`,
      tokens_in: withCached('sent', 'cached'),
      tokens_out: quantity(keys.at('completion_tokens')),
      tokens_cached: 'cached',
      tokens_reasoning: quantity(keyOf(details('completion_tokens_details'), 'reasoning_tokens')),
      usd: quantity(own('usd'), keys.at('response_cost'), keys.at('spend')),
      latency: `coalesce(logged_quantity(${own('latencyMs')}), logged_between(started, logged_time(${keys.at('endTime')})))`,
      ended: `lower(logged_text(${firstOf(own('finishReason'), keyOf('choice', 'finish_reason'))}))`,
      failed: `coalesce(logged_text(${own('error')}) IS NOT NULL OR logged_text(${firstOf(keys.at('status'), keyOf('metadata', 'status'))}) = 'failure', false)`,
      said: `CASE WHEN logged_raw(answer) NOT IN ('{}', '[]', '"{}"') THEN answer END`,
      asked_of: `coalesce(${notEmpty(firstOf(own('input'), keys.at('messages')))}, ${keys.at('proxy_server_request')})`,
    },
  ];
};

/** The table of spend keeps the whole request where it keeps texts at all. */
function notEmpty(json: string): string {
  return `CASE WHEN logged_raw(${json}) NOT IN ('[]', '{}', '""', '"[]"', '"{}"') THEN ${json} END`;
}
