import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { ReportRow } from '../report/report.ts';
import type { Counted } from './counted-replies.ts';

type Ignored = NonNullable<NonNullable<ReportRow['spending']>['ignored']>[number];

/**
 * Parameters that are set and change nothing that can be seen, in the replies of one side: an effort of reasoning without a token
 * of reasoning in any reply, a limit of tokens that replies exceed. What a service does not count is not held against it.
 */
export function findIgnored(counted: readonly Counted[]): readonly Ignored[] {
  const [first] = counted;
  if (first?.request === undefined) return [];
  const { params } = first.request;
  return [...effortIgnored(params, counted), ...limitExceeded(params, counted)];
}

function effortIgnored(params: JsonObject, counted: readonly Counted[]): readonly Ignored[] {
  const found = effortOf(params);
  const counts = counted.flatMap(({ usage }) => usage.reasoningTokens ?? []);
  if (found === undefined || counts.length < counted.length || counts.some((tokens) => tokens > 0)) return [];
  return [{ ...found, why: 'no-reasoning', replies: counted.length, of: counted.length }];
}

const none: ReadonlySet<Json> = new Set(['none', 'minimal', 'disabled']);

function effortOf(params: JsonObject): Pick<Ignored, 'param' | 'value'> | undefined {
  const { reasoning, thinking } = params;
  const written: readonly (readonly [string, Json | undefined])[] = [
    ['reasoning_effort', params['reasoning_effort']],
    ['reasoning.effort', isObject(reasoning) ? reasoning['effort'] : undefined],
    ['reasoning.max_tokens', isObject(reasoning) ? reasoning['max_tokens'] : undefined],
    ['thinking.budget_tokens', isObject(thinking) ? thinking['budget_tokens'] : undefined],
  ];
  const [found] = written.flatMap(([param, value]) =>
    (typeof value === 'string' && !none.has(value)) || (typeof value === 'number' && value > 0)
      ? [{ param, value: String(value) }]
      : [],
  );
  return found;
}

const limits = ['max_completion_tokens', 'max_output_tokens', 'max_tokens'] as const;

/** A conversation's usage is of all its turns, each of which has the limit to itself. */
function limitExceeded(params: JsonObject, counted: readonly Counted[]): readonly Ignored[] {
  const [param] = limits.filter((name) => typeof params[name] === 'number');
  const limit = param === undefined ? undefined : params[param];
  if (param === undefined || typeof limit !== 'number' || limit <= 0) return [];
  const single = counted.filter(({ run, usage }) => run.conversation === undefined && usage.estimated !== true);
  const beyond = single.filter(({ usage }) => (usage.outputTokens ?? 0) > limit).length;
  if (beyond === 0) return [];
  return [{ param, value: String(limit), why: 'exceeded', replies: beyond, of: single.length }];
}
