import { z } from 'zod';
import type { Json } from '../../core/json.ts';
import type { Position, Problem } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { CheckScore } from '../../core/score.ts';
import { clip } from '../../core/text/clip.ts';
import { explainIssues } from '../../core/yaml/explain-issues.ts';
import type { Located, Path } from '../../core/yaml/located.ts';
import { asScore, brokenFile, scoreProblem } from './score-problem.ts';
import { crowdedCases, gatherTrials, type ListedTrial, longestText, missingTrial } from './trials.ts';
import type { ScoreFileRead, ScoreFormat, ScoreTrial } from './types.ts';

const anyJson = z.custom<Json>(() => true);
const scoreSchema = z.object({ value: anyJson.optional(), explanation: z.string().nullish() });
const sampleSchema = z.object({
  id: z.union([z.string(), z.number()]),
  epoch: z.number().default(1),
  scores: z.record(z.string(), scoreSchema).nullish(),
  error: z.object({ message: z.string() }).nullish(),
  invalidation: z.object({}).nullish(),
  output: z.object({ completion: z.string().nullish() }).nullish(),
  working_time: z.number().min(0).nullish(),
  total_time: z.number().min(0).nullish(),
});
type Sample = z.infer<typeof sampleSchema>;

/** The parts of an evaluation log (inspect_ai, log format `json`, version 2) that tell scores. */
const logSchema = z.object({
  status: z.string().optional(),
  eval: z.object({ task: z.string(), model: z.string().default('') }),
  samples: z.array(sampleSchema).nullish(),
});

export const inspectLog: ScoreFormat = {
  name: 'inspect',
  knownBy: 'keys',
  about: {
    recognisedBy: 'JSON with a `task` under `eval`, or a list of such logs',
    readAs: 'a task, its model, its samples; epochs are trials',
    notRead: [
      'packed logs (`.eval`): convert them with `inspect log convert LOG --to json`',
      'what a reducer made of epochs',
    ],
    example: {
      path: 'log.json',
      text: `{
  "version": 2,
  "status": "success",
  "eval": { "task": "refunds", "model": "openai/gpt-5.6-luna" },
  "samples": [
    { "id": "late", "epoch": 1, "scores": { "match": { "value": "C" } }, "output": { "completion": "No." } },
    { "id": "soon", "epoch": 1, "scores": { "match": { "value": "I" } }, "output": { "completion": "No." } }
  ]
}
`,
    },
    reference: { library: '`inspect_ai`, log version 2' },
  },
  called: 'an inspect_ai log',
  wanted: 'an inspect_ai log',
  repeat: (times) => `run \`inspect eval --epochs ${times}\``,
  read: (content, { file }) =>
    content.kind === 'value' && isLogs(content.located.value) ? readInspectLog(content.located, file) : undefined,
};

function isLogs(value: Json): boolean {
  const isLog = (one: Json): boolean => isObject(one) && isObject(one['eval']) && 'task' in one['eval'];
  return Array.isArray(value) ? value.length > 0 && value.every(isLog) : isLog(value);
}

/** Reads one evaluation log, or a list of them: a task is a subject, a model a row, a sample a case, an epoch a trial. */
function readInspectLog(located: Located, file: string): ScoreFileRead {
  const several = Array.isArray(located.value);
  const parsed = z.array(logSchema).safeParse(several ? located.value : [located.value], { reportInput: true });
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => (several ? issue : { ...issue, path: issue.path.slice(1) }));
    const [first, ...rest] = explainIssues(issues, located, () => []);
    return brokenFile(first ?? { reason: 'files', what: 'This evaluation log is not readable.', at: { file } }, rest);
  }
  const problems: Problem[] = [];
  const notes: string[] = [];
  const listed = parsed.data.flatMap((log, index): readonly PlacedTrial[] => {
    const under: Path = several ? [index] : [];
    const { task, model } = log.eval;
    if (log.samples == null || log.samples.length === 0) {
      problems.push({
        reason: 'files',
        what: `The evaluation log of \`${task}\` holds no samples.`,
        at: located.at([...under, 'samples']),
        fix: 'Log samples (they are by default), and convert it whole: `inspect log convert --to json`.',
      });
      return [];
    }
    if (log.status !== undefined && log.status !== 'success') {
      notes.push(
        `The evaluation \`${task}\` in ${file} ended as ${log.status}: samples it did not reach are not in it.`,
      );
    }
    const seen = new Set<string>();
    return log.samples.map((sample, position) => {
      const at = (path: Path) => located.at([...under, 'samples', position, ...path]);
      const key = `${sample.epoch} ${sample.id}`;
      if (seen.has(key)) {
        const what = `Epoch ${sample.epoch} of the sample \`${sample.id}\` is listed twice.`;
        problems.push({ reason: 'files', what, at: at([]), fix: 'Keep one of the two.' });
      }
      seen.add(key);
      const place = { subject: task, row: model, case: String(sample.id), order: sample.epoch, at };
      return { ...place, trial: readSample(sample, at, problems) };
    });
  });
  problems.push(...crowdedCases(listed, (index) => listed[index]?.at([]) ?? { file }));
  const [first, ...rest] = problems;
  if (first !== undefined) return brokenFile(first, rest);
  return { kind: 'read', file: { kind: 'inspect', subjects: gatherTrials(listed), notes } };
}

type PlacedTrial = ListedTrial & { readonly at: (path: Path) => Position };

function readSample(sample: Sample, at: (path: Path) => Position, problems: Problem[]): ScoreTrial {
  const text = sample.output?.completion ?? undefined;
  const shown = text === undefined ? undefined : clip(text, longestText);
  if (sample.error != null) return missingTrial('failed', clip(sample.error.message, 1000), shown);
  if (sample.invalidation != null) return missingTrial('unscored', 'the sample was invalidated', shown);
  const graded = Object.entries(sample.scores ?? {}).flatMap(([scorer, { value, explanation }]) =>
    partsOf(scorer, value).map((part) => ({ ...part, explanation: clip(explanation ?? '', 1000) })),
  );
  const checks = graded.flatMap(({ name, path, value, explanation }): readonly CheckScore[] => {
    const grade = gradeOf(value);
    if (grade === undefined) return [];
    const score = asScore(grade.score);
    if (score === undefined) {
      problems.push(scoreProblem(grade.score, `the sample \`${sample.id}\` (${name})`, at(['scores', ...path])));
      return [];
    }
    const passed = grade.passes === undefined ? {} : { passed: grade.passes };
    const binary = grade.passes !== undefined;
    return [
      {
        kind: 'scored',
        check: name,
        scorer: name,
        value: score,
        ...passed,
        binary,
        weight: 1,
        required: false,
        reason: explanation,
      },
    ];
  });
  if (graded.length === 0) return missingTrial('unscored', 'the sample has no scores', shown);
  if (checks.length < graded.length) {
    const lost = graded.filter(({ value }) => gradeOf(value) === undefined).map(({ name }) => name);
    return missingTrial('unscored', `${lost.join(', ')} gave no score`, shown);
  }
  return trialOf(sample, checks, shown);
}

function trialOf(sample: Sample, checks: readonly CheckScore[], text: string | undefined): ScoreTrial {
  const scored = checks.flatMap((check) => (check.kind === 'scored' ? [check] : []));
  const seconds = sample.working_time ?? sample.total_time ?? undefined;
  const marked = scored.every(({ passed }) => passed !== undefined);
  return {
    outcome: {
      score: scored.reduce((sum, { value }) => sum + value, 0) / scored.length,
      ...(marked ? { passes: scored.every(({ passed }) => passed) } : {}),
      marks: scored.flatMap(({ passed }) => passed ?? []),
      metrics: Object.fromEntries(scored.map(({ check, value }) => [check, value])),
      ...(seconds === undefined ? {} : { latencyMs: seconds * 1000 }),
    },
    reply: { checks, ...(text === undefined ? {} : { text }) },
  };
}

/** A scorer's value may hold several: each is a check of its own. */
function partsOf(scorer: string, value: Json | undefined): readonly Part[] {
  const path = [scorer, 'value'];
  if (typeof value !== 'object' || value === null) return [{ name: scorer, path, value: value ?? null }];
  return Object.entries(value).map(([part, held]) => ({
    name: `${scorer}.${part}`,
    path: [...path, part],
    value: held,
  }));
}

type Part = { readonly name: string; readonly path: Path; readonly value: Json };

/** Grades in letters as the tool's own metrics count them: partial credit is half, no answer none. */
const letters: Readonly<Record<string, { readonly score: number; readonly passes?: boolean }>> = {
  C: { score: 1, passes: true },
  I: { score: 0, passes: false },
  P: { score: 0.5 },
  N: { score: 0, passes: false },
};

type Grade = { readonly score: Json; readonly passes?: boolean };

/** undefined: no score (the tool's own sign for that is NaN). */
function gradeOf(value: Json): Grade | undefined {
  if (value === null || value === 'NaN') return undefined;
  if (typeof value === 'boolean') return { score: value ? 1 : 0, passes: value };
  if (typeof value !== 'string') return { score: value };
  if (Object.hasOwn(letters, value)) return letters[value];
  if (/^(?:yes|true)$/iu.test(value)) return { score: 1, passes: true };
  if (/^(?:no|false)$/iu.test(value)) return { score: 0, passes: false };
  const number = value.trim() === '' ? Number.NaN : Number(value);
  return { score: Number.isFinite(number) ? number : value };
}
