import { z } from 'zod';
import type { Json } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { caseSchema, examCaseSchema } from '../../core/report/case-schema.ts';
import { tellWhole } from '../../core/report/parse-report.ts';
import type { ReportReply } from '../../core/report/report.ts';
import { outcomeOfScore } from '../../core/run/cell-of.ts';
import { explainIssues } from '../../core/yaml/explain-issues.ts';
import type { Located, Path } from '../../core/yaml/located.ts';
import { brokenFile } from './score-problem.ts';
import { crowdedCase, missingTrial } from './trials.ts';
import type { ScoreCase, ScoreFileRead, ScoreFormat, ScoreTrial, ShownReply } from './types.ts';

/** The parts of a saved report that tell the new side's scores. */
const savedSchema = z.object({
  verdict: z.string().exactOptional(),
  method: z.object({ sampling: z.string() }).exactOptional(),
  unreviewed: z.array(z.object({ path: z.string() })).default([]),
  prompts: z.array(
    z.object({
      path: z.string(),
      exam: z.array(examCaseSchema.pick({ id: true, weight: true })),
      models: z.array(
        z.object({
          id: z.string(),
          cases: z.array(caseSchema.pick({ id: true, identical: true, segment: true, replies: true })),
        }),
      ),
    }),
  ),
});
type Saved = z.infer<typeof savedSchema>;
type SavedCase = Saved['prompts'][number]['models'][number]['cases'][number];

/** What the review appends to a case that it also asked as the base branch had it. */
const asBase = ' (as base had it)';

export const savedReport: ScoreFormat = {
  name: 'report',
  knownBy: 'keys',
  about: {
    recognisedBy:
      'JSON with `tool`, `fingerprint` and a list of `prompts`: `promptgate.json`, or what `--json` printed',
    readAs:
      'its new side; save it under `sampling: fixed`, since an adaptive one has a single reply of each steady case',
    notRead: ['its old side', 'cases that ran as the base branch had them'],
    example: {
      path: 'promptgate.json',
      text: `{
  "tool": { "name": "promptgate" },
  "fingerprint": "5f0c1e",
  "verdict": "pass",
  "prompts": [
    {
      "path": "prompts/support.txt",
      "exam": [{ "id": "late", "weight": 1 }],
      "models": [
        {
          "id": "gpt-5.6-luna",
          "cases": [
            { "id": "late", "identical": false, "replies": [{ "side": "new", "trial": 0, "round": 1, "checks": [], "score": 1 }] }
          ]
        }
      ]
    }
  ]
}
`,
    },
  },
  called: 'a saved report',
  wanted: 'a saved Promptgate report',
  repeat: (times) => `save the reports under \`sampling: fixed\` with \`trials: ${times}\``,
  read: (content, { file }) =>
    content.kind === 'value' && isReport(content.located.value) ? readSavedReport(content.located, file) : undefined,
};

function isReport(value: Json): boolean {
  return (
    isObject(value) && Array.isArray(value['prompts']) && 'fingerprint' in value && isObject(value['tool'] ?? null)
  );
}

/** Reads the new side of a report that was saved earlier: `promptgate.json`, or what `--json` printed. */
function readSavedReport(located: Located, file: string): ScoreFileRead {
  const parsed = savedSchema.safeParse(tellWhole(located.value), { reportInput: true });
  if (!parsed.success) {
    const [first, ...rest] = explainIssues(parsed.error.issues, located, () => []);
    return brokenFile(first ?? { reason: 'files', what: 'This report is not readable.', at: { file } }, rest);
  }
  const { prompts } = parsed.data;
  const problems: Problem[] = [...listedTwice(prompts, located)];
  const subjects = prompts.flatMap(({ path, exam, models }, prompt) => {
    const weights = new Map(exam.map(({ id, weight }) => [id, weight]));
    const rows = models.flatMap(({ id, cases }, model) => {
      const uniform = uniformTrials(cases);
      const read = cases.flatMap((one, index) => {
        if (one.id.endsWith(asBase)) return [];
        const at = () => located.at(['prompts', prompt, 'models', model, 'cases', index]);
        problems.push(...crowdedCase(one.id, one.replies.filter(({ side }) => side === 'new').length, at));
        return readCase(one, weights.get(one.id) ?? 1, uniform);
      });
      return read.length === 0 ? [] : [{ id, cases: read }];
    });
    return rows.length === 0 ? [] : [{ name: path, rows }];
  });
  if (subjects.length === 0) problems.push(nothingAsked(parsed.data, located));
  const [first, ...rest] = problems;
  if (first !== undefined) return brokenFile(first, rest);
  return { kind: 'read', file: { kind: 'report', subjects, notes: notesOf(parsed.data, file) } };
}

function notesOf({ unreviewed, method }: Saved, file: string): readonly string[] {
  const missing = unreviewed.map(({ path }) => `\`${path}\` was not reviewed in ${file}: it has no scores to compare.`);
  if (method === undefined || method.sampling === 'fixed') return missing;
  // Which rounds were asked depended on this file's own replies: labels can no longer be swapped freely with another's.
  const sampled = `${file} was sampled until its own review was decided, so that chance blocks somewhat more often here than \`alpha\` says: compare reports of \`sampling: fixed\` to keep that promise.`;
  return [...missing, sampled];
}

function nothingAsked({ verdict }: Saved, located: Located): Problem {
  const why = verdict === undefined ? '' : ` (its verdict is \`${verdict}\`)`;
  return {
    reason: 'files',
    what: `This report holds no scores: nothing was asked in its review${why}.`,
    at: located.at([verdict === undefined ? 'prompts' : 'verdict']),
    fix: 'Give the report of a review that asked its cases.',
  };
}

/** No review writes the same prompt, row or case twice: one of the two would be passed over. */
function listedTwice(prompts: Saved['prompts'], located: Located): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (what: string, names: readonly string[], path: Path) => {
    const seen = new Set<string>();
    for (const [index, name] of names.entries()) {
      if (seen.has(name)) {
        const at = located.at([...path, index]);
        const fix = 'Keep one of the two.';
        problems.push({ reason: 'files', what: `The ${what} \`${name}\` is listed twice.`, at, fix });
      }
      seen.add(name);
    }
  };
  check(
    'prompt',
    prompts.map(({ path }) => path),
    ['prompts'],
  );
  for (const [prompt, { models }] of prompts.entries()) {
    check(
      'model',
      models.map(({ id }) => id),
      ['prompts', prompt, 'models'],
    );
    for (const [model, { cases }] of models.entries()) {
      check(
        'case',
        cases.map(({ id }) => id),
        ['prompts', prompt, 'models', model, 'cases'],
      );
    }
  }
  return problems;
}

/** Trials that every case was asked, however its replies turned out. A case whose sides are the same request is asked once. */
function uniformTrials(cases: readonly SavedCase[]): number {
  return cases
    .filter(({ identical }) => !identical)
    .map(({ replies }) => replies.filter(({ side }) => side === 'new').length)
    .filter((count) => count > 0)
    .reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY);
}

function readCase({ id, segment, replies }: SavedCase, weight: number, uniform: number): readonly ScoreCase[] {
  const trials = replies
    .filter(({ side }) => side === 'new')
    .toSorted((one, other) => one.trial - other.trial)
    .map((reply, index): ScoreTrial => (index < uniform ? readTrial(reply) : { ...readTrial(reply), topUp: true }));
  return trials.length === 0 ? [] : [{ id, weight, ...(segment === undefined ? {} : { segment }), trials }];
}

function readTrial(reply: ReportReply): ScoreTrial {
  const {
    side: _,
    trial: __,
    round: ___,
    score,
    passes,
    costUsd,
    latencyMs,
    firstTokenMs,
    kept: ____,
    ...rest
  } = reply;
  const shown: ShownReply = rest;
  if (score === undefined) {
    const missing = reply.error !== undefined && reply.error.reason !== 'unscored' ? 'failed' : 'unscored';
    const bare = missingTrial(missing, 'the report has no score for it');
    return { outcome: bare.outcome, reply: shown.error === undefined ? { ...shown, ...bare.reply } : shown };
  }
  const held = { value: score, checks: reply.checks, ...(passes === undefined ? {} : { passes }) };
  const measured = {
    ...(costUsd === undefined ? {} : { costUsd }),
    ...(latencyMs === undefined ? {} : { latencyMs }),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
  };
  return { outcome: { ...outcomeOfScore(held), ...measured }, reply: shown };
}
