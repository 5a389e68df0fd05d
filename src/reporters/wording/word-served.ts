import { canonicalJson } from '../../core/json.ts';
import type { Report } from '../../core/report/report.ts';
import { list, own, type Phrase, say } from './say.ts';

/** Another model answered than the one that was asked for: what the replies say, they say of that one. */
export function wordServed(report: Report): readonly Phrase[] {
  const others = report.served.flatMap(({ asked, others = [], replies = 0 }) =>
    others.length === 0
      ? []
      : [
          say`${asked} was answered by ${list(
            others.map((other) => say`${other.model} in ${own(`${other.replies} of ${replies}`)}`),
            ', ',
            ' and ',
          )} replies.`,
        ],
  );
  return [...others, ...wordRecounts(report)];
}

/** An equal request counts other tokens than before: nothing else of it changed, so something of the service did. */
function wordRecounts({ recounted = [], startedAt }: Report): readonly Phrase[] {
  return recounted.map(({ model, calls, of, ratio, since }) => {
    const share = calls === of ? '' : ` (${calls} of ${of} calls)`;
    const told = `${ratio.toFixed(2)} × the input tokens of ${showAge(since, startedAt)}${share}`;
    return say`The same request to ${model} counts ${own(told)}: its tokenizer, a hidden prompt or the gateway changed.`;
  });
}

const day = 86_400_000;

function showAge(since: string, now: string): string {
  const ms = Date.parse(now) - Date.parse(since);
  if (ms >= 2 * day) return `${Math.round(ms / day)} days ago`;
  const hours = Math.round(ms / 3_600_000);
  return hours >= 2 ? `${hours} hours ago` : 'an earlier run';
}

/** `2026-11-29 14:05 UTC`. What is no time, in a report that someone else wrote, is none here either. */
function showMinute(at: string): string {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) return 'some time';
  const iso = new Date(ms).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** When one model took another's place, a line each. */
export function wordServedChanges({ served }: Report): readonly Phrase[] {
  return served.flatMap(({ asked, changes = [] }) =>
    changes.map(({ from, to, at, kept, mixed }) => {
      const when = own(showMinute(at));
      const how = mixed ? ' (by turns)' : kept ? ' (those before were kept replies)' : '';
      return say`${asked}: from ${when} on, ${to} answered, not ${from}${own(how)}.`;
    }),
  );
}

/** What was sent otherwise than it was written, since a service would not take it so; without full stops. */
export function wordAdapted({ adapted }: Report): readonly Phrase[] {
  return adapted.flatMap(({ model, params: { api, ...params } }) => [
    ...(api === 'responses'
      ? [say`${model} was asked by the Responses API, since chat completions refused what was asked of it`]
      : []),
    ...(Object.keys(params).length === 0
      ? []
      : [say`${model} refused parameters, adapted on both sides: ${canonicalJson(params)}`]),
  ]);
}
