import type { ReportReply } from '../../core/report/report.ts';
import { showChange, showScore } from '../show-quantity.ts';
import { wordCheckReason } from '../wording/reply-words.ts';
import { escapeName, escapeQuote } from './escape.ts';

type Scored = Extract<ReportReply['checks'][number], { readonly kind: 'scored' }>;

/** A graded check that fell by less between two replies is their wording, not a complaint. */
const leastFall = 0.05;
const most = 6;

/** What the checks say against the new reply, without a line end: those it fails, and grades that are lower than the old reply's, with both reasons. */
export function complaints(old: ReportReply | undefined, now: ReportReply | undefined): readonly string[] {
  return (now?.checks ?? [])
    .flatMap((check) => {
      if (check.kind === 'unscored') return [];
      const before = old?.checks.find((one): one is Scored => one.kind === 'scored' && one.check === check.check);
      const fell = !check.binary && before !== undefined && check.value < before.value - leastFall;
      return check.passed === false || fell ? [word(check, before)] : [];
    })
    .slice(0, most);
}

function word(check: Scored, before: Scored | undefined): string {
  const name = escapeName(check.check);
  if (check.binary) return `${name}: ${escapeQuote(wordCheckReason(check.reason))}`;
  const change = showChange(before?.value ?? null, check.value, showScore);
  const was = before === undefined || before.value <= check.value ? '' : ` (before: ${escapeQuote(before.reason)})`;
  return `${name} ${change}: ${escapeQuote(check.reason)}${was}`;
}
