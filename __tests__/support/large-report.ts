import type { Report, ReportCase, ReportReply } from '../../src/core/report/report.ts';
import { buildCheck, buildPrompt, buildReply, buildReport, buildRow } from './report-builder.ts';

export type ReportSize = {
  readonly prompts?: number;
  readonly cases: number;
  readonly models: number;
  /** Sentences of a reply: 2 where nothing is said. */
  readonly sentences?: number;
};

const topics = [
  'refund',
  'shipping',
  'warranty',
  'account',
  'invoice',
  'loyalty',
  'gift-card',
  'damage',
  'size',
  'order',
];
const matters = ['after-40-days', 'abroad', 'late-gift', 'twice', 'status', 'by-post', 'without-receipt', 'as-guest'];
const words =
  'the order parcel store credit repair policy delivery address receipt account within days please we can offer arrange check return label courier weekday answer thank you for asking about this'.split(
    ' ',
  );

/** A believable report of any size, the same each time: a few cases break, fall, waver, fail or get better, the rest hold. */
export function buildLargeReport({ prompts = 1, cases, models, sentences = 2 }: ReportSize): Report {
  const names = ['clerk', 'clerk-mini', 'poet', 'poet-small', 'scribe', 'scribe-large'].slice(0, models);
  const ids = Array.from({ length: cases }, (_, at) => {
    const round = Math.floor(at / (topics.length * matters.length));
    const id = `${topics[at % topics.length]}-${matters[Math.floor(at / topics.length) % matters.length]}`;
    return round === 0 ? id : `${id}-${round + 1}`;
  });
  const built = Array.from({ length: prompts }, (_, prompt) => {
    const worse = prompt % 3 === 0;
    const rows = names.map((id, model) => {
      const asked = ids.map((one, at) => caseOf(one, at, model, worse, sentences));
      const passed = (side: 'old' | 'new') =>
        asked.reduce((sum, one) => sum + (one[side].passes ?? 0) / Math.max(1, one[side].of), 0) / asked.length;
      const [old, now] = [passed('old'), passed('new')];
      const verdict = asked.some(({ state }) => state === 'regressed') ? ('regressed' as const) : ('pass' as const);
      return buildRow({
        id,
        model: { old: id, new: id },
        verdict,
        passRate: { old, new: now },
        score: { old, new: now, delta: now - old, low: now - old - 0.06, high: now - old + 0.06, p: 0.01 },
        cost: {
          old: 0.0004 * (model + 1) ** 2,
          new: 0.00037 * (model + 1) ** 2,
          perSegment: {
            guest: { old: 0.0004 * (model + 1), new: 0.00038 * (model + 1) },
            member: { old: 0.0005 * (model + 1), new: 0.0005 * (model + 1) },
          },
          monthly: { guest: { old: 48, new: 43.2, replies: 120_000 } },
        },
        latency: { p50: { old: 700 + 180 * model, new: 690 + 210 * model }, p95: { old: 1900, new: 1850 } },
        cases: asked,
      });
    });
    return buildPrompt({
      path: prompts === 1 ? 'prompts/support.prompt.yml' : `prompts/desk-${prompt + 1}.prompt.yml`,
      verdict: rows.some(({ verdict }) => verdict === 'regressed') ? 'regressed' : 'pass',
      exam: ids.map((id, at) => ({
        id,
        segment: segmentOf(at),
        tags: [topics[at % topics.length] ?? ''],
        weight: 1,
        vars: {
          question: `I bought something from you (${id.replaceAll('-', ' ')}) and would like to know what I can do about it now.`,
        },
        checks: [{ name: 'contains: 30 days', required: false }],
        at: { file: 'prompts/support.cases.yml', line: 4 + at * 4 },
      })),
      models: rows,
    });
  });
  const regressed = built.some(({ verdict }) => verdict === 'regressed');
  return buildReport({
    verdict: regressed ? 'regressed' : 'pass',
    gate: { open: !regressed, failOn: ['regressed', 'invalid'], acceptLabel: 'promptgate:accept' },
    prompts: built,
  });
}

function segmentOf(at: number): string {
  return at % 3 === 0 ? 'member' : 'guest';
}

type Course = { readonly state: ReportCase['state']; readonly old: number; readonly new: number; readonly of: number };

/** What becomes of a case: by its place, on most models alike. */
function courseOf(at: number, model: number, worse: boolean): Course {
  if (worse && at % 40 === 3 && model !== 2) return { state: 'regressed', old: 8, new: 0, of: 8 };
  if (worse && at % 50 === 20 && model === 1) return { state: 'fell', old: 3, new: 1, of: 3 };
  if (at % 20 === 11) return { state: 'failing', old: 0, new: 0, of: 3 };
  if (at % 15 === 7) return { state: 'flaky', old: 5 + (model % 2), new: 4 + (at % 3), of: 8 };
  if (at % 20 === 15) return { state: 'improved', old: 0, new: 8, of: 8 };
  return { state: 'same', old: 3, new: 3, of: 3 };
}

function caseOf(id: string, at: number, model: number, worse: boolean, sentences: number): ReportCase {
  const course = courseOf(at, model, worse);
  const replies = (['old', 'new'] as const).flatMap((side) =>
    Array.from({ length: course.of }, (_, trial) =>
      replyOf(side, trial, trial < course[side], { at, model, sentences }),
    ),
  );
  const tally = (side: 'old' | 'new') => ({
    scores: Array.from({ length: course.of }, (_, trial) => (trial < course[side] ? 1 : 0)),
    passes: course[side],
    of: course.of,
    missing: 0,
  });
  return {
    id,
    segment: segmentOf(at),
    family: 'base',
    identical: false,
    old: tally('old'),
    new: tally('new'),
    delta: (course.new - course.old) / course.of,
    p: course.state === 'regressed' ? 0.000_08 : 1,
    method: { kind: 'exact' },
    state: course.state,
    replies,
  };
}

type Place = { readonly at: number; readonly model: number; readonly sentences: number };

function replyOf(side: 'old' | 'new', trial: number, passes: boolean, { at, model, sentences }: Place): ReportReply {
  const start = passes
    ? 'Returns are possible within 30 days of delivery. Past that date we are glad to arrange store credit instead.'
    : 'We would love to make this right: send it back and we gladly refund the full price within 5 days.';
  const more = Array.from({ length: Math.max(0, sentences - 2) }, (_, sentence) =>
    Array.from(
      { length: 11 },
      (__, word) => words[(at * 31 + model * 17 + trial * 7 + sentence * 13 + word * (sentence + 3)) % words.length],
    ).join(' '),
  );
  return buildReply({
    side,
    trial,
    text: [start, ...more.map((sentence) => `${sentence}.`)].join(' '),
    score: passes ? 1 : 0,
    passes,
    latencyMs: 620 + ((at * 37 + model * 211 + trial * 53) % 900),
    costUsd: 0.0004 * (model + 1),
    checks: [
      buildCheck('contains: 30 days', passes, passes ? 'contains it' : 'does not contain "30 days"'),
      buildCheck('promises no refund', passes, passes ? 'holds' : 'says "gladly refund"'),
      buildCheck('max-words', true, '34 words'),
    ],
  });
}
