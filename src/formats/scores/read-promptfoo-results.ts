import { z } from 'zod';
import { canonicalJson, type Json, type JsonObject } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { CheckScore } from '../../core/score.ts';
import { clip } from '../../core/text/clip.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';
import { explainIssues } from '../../core/yaml/explain-issues.ts';
import type { Located, Path } from '../../core/yaml/located.ts';
import { type PromptfooCase, promptfooCaseNames } from './read-promptfoo-table.ts';
import { asScore, brokenFile, scoreProblem } from './score-problem.ts';
import { crowdedCases, gatherTrials, longestText, missingTrial } from './trials.ts';
import type { ScoreFileRead, ScoreTrial } from './types.ts';

const json = z.custom<Json>(() => true);
const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const componentSchema = z.object({
  pass: z.boolean(),
  score: z.number(),
  reason: z.string().nullish(),
  assertion: z
    .object({
      type: z.string(),
      metric: z.string().nullish(),
      value: json.optional(),
      weight: z.number().nullish(),
    })
    .nullish(),
});
type Component = z.infer<typeof componentSchema>;

const resultSchema = z.object({
  provider: z.union([z.string(), z.object({ id: z.string().nullish(), label: z.string().nullish() })]).nullish(),
  prompt: z.object({ label: z.string().nullish(), raw: z.string().nullish() }).nullish(),
  testIdx: z.number().optional(),
  description: z.string().nullish(),
  vars: jsonObject.nullish(),
  testCase: z.object({ description: z.string().nullish(), vars: jsonObject.nullish() }).nullish(),
  success: z.boolean(),
  score: z.number().nullish(),
  /** 0 none, 1 an assertion, 2 an error; older files have none. */
  failureReason: z.number().nullish(),
  error: z.string().nullish(),
  response: z.object({ output: json.optional(), cached: z.boolean().nullish() }).nullish(),
  gradingResult: z.object({ componentResults: z.array(componentSchema.nullable()).nullish() }).nullish(),
  namedScores: z.record(z.string(), z.number()).nullish(),
  latencyMs: z.number().min(0).nullish(),
  cost: z.number().min(0).nullish(),
});
type Result = z.infer<typeof resultSchema>;

/** Where the list of results is: in the saved evaluation, or in the summary that its library hands out. */
export function promptfooResultsAt(value: JsonObject): Path | undefined {
  const { results } = value;
  if (isObject(results) && Array.isArray(results['results'])) return ['results', 'results'];
  const isList =
    Array.isArray(results) && (isObject(value['stats']) || isObject(value['table']) || isPromptfooResult(results[0]));
  return isList ? ['results'] : undefined;
}

/** One result as promptfoo lists it, in its JSON or a line of its JSON Lines. */
export function isPromptfooResult(result: Json | undefined): boolean {
  return isObject(result) && 'success' in result && ('gradingResult' in result || 'promptIdx' in result);
}

/**
 * Reads promptfoo's results: a prompt is a subject, a provider a row, a test case (by its description, else its vars) a
 * case, a repetition a trial. An assertion that failed is a score; an error is a missing trial.
 */
export function readPromptfooResults(located: Located, list: Path, file: string): ScoreFileRead {
  const written = list.reduce<Json | undefined>(
    (held, step) => (isObject(held) ? held[step] : undefined),
    located.value,
  );
  const parsed = z.array(resultSchema).safeParse(written, { reportInput: true });
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [...list, ...issue.path] }));
    const [first, ...rest] = explainIssues(issues, located, () => []);
    return brokenFile(first ?? { reason: 'files', what: 'These results are not readable.', at: { file } }, rest);
  }
  const results = parsed.data;
  if (results.length === 0) {
    const fix = 'Run the evaluation, and save it with `promptfoo eval -o results.json`.';
    return brokenFile({ reason: 'files', what: 'The evaluation holds no results.', at: located.at(list), fix });
  }
  const problems: Problem[] = [];
  const nameOf = promptfooCaseNames(results.map(caseOf));
  const listed = results.map((result, index) => ({
    subject: result.prompt?.label ?? result.prompt?.raw ?? '',
    row: providerOf(result),
    case: nameOf(caseOf(result)),
    order: result.testIdx ?? index,
    trial: readResult(result, problems, () => located.at([...list, index, 'score'])),
  }));
  problems.push(...crowdedCases(listed, (index) => located.at([...list, index])));
  const [first, ...rest] = problems;
  if (first !== undefined) return brokenFile(first, rest);
  return { kind: 'read', file: { kind: 'promptfoo', subjects: gatherTrials(listed), notes: [] } };
}

function providerOf({ provider }: Result): string {
  if (typeof provider === 'string') return provider;
  // A label left empty is none.
  return provider?.label || provider?.id || '';
}

function caseOf(result: Result): PromptfooCase {
  return {
    description: result.testCase?.description ?? result.description ?? '',
    vars: result.testCase?.vars ?? result.vars ?? {},
  };
}

function readResult(result: Result, problems: Problem[], at: () => NonNullable<Problem['at']>): ScoreTrial {
  const output = result.response?.output;
  const text =
    output == null ? undefined : clip(typeof output === 'string' ? output : canonicalJson(output), longestText);
  if (isError(result)) return missingTrial('failed', clip(result.error ?? 'the tool recorded an error', 1000), text);
  if (result.score == null) return missingTrial('unscored', 'the result has no score', text);
  const score = asScore(result.score);
  if (score === undefined) {
    problems.push(scoreProblem(result.score, `the case \`${promptfooCaseNames([])(caseOf(result))}\``, at()));
    return missingTrial('unscored', 'its score is none', text);
  }
  const checks = (result.gradingResult?.componentResults ?? []).flatMap((component) => {
    const value = asScore(component?.score);
    return component === null || value === undefined ? [] : [checkOf(component, value)];
  });
  const metrics = Object.entries(result.namedScores ?? {}).flatMap(([name, value]) => {
    const taken = asScore(value);
    return taken === undefined ? [] : [[name, taken] as const];
  });
  // A reply from the tool's own cache was neither waited nor paid for now.
  const { latencyMs, cost } = result.response?.cached === true ? {} : result;
  return {
    outcome: {
      score,
      passes: result.success,
      marks: checks.flatMap(({ binary, value }) => (binary ? [value === 1] : [])),
      metrics: Object.fromEntries(metrics),
      ...(latencyMs == null ? {} : { latencyMs }),
      ...(cost == null ? {} : { costUsd: cost }),
    },
    reply: { checks, ...(text === undefined ? {} : { text }) },
  };
}

/** A failed assertion leaves its reason in `error` too: only where nothing was graded is that an error. */
function isError({ failureReason, error, gradingResult, response }: Result): boolean {
  if (failureReason != null) return failureReason === 2;
  return error != null && error !== '' && gradingResult == null && response?.output == null;
}

function checkOf({ pass, reason, assertion }: Component, value: number): Extract<CheckScore, { kind: 'scored' }> {
  const scorer = assertion?.type ?? 'assertion';
  const wanted = assertion?.value;
  const shown = wanted == null ? '' : showOnOneLine(typeof wanted === 'string' ? wanted : canonicalJson(wanted), 60);
  return {
    kind: 'scored',
    check: assertion?.metric ?? (shown === '' ? scorer : `${scorer}: ${shown}`),
    scorer,
    value,
    passed: pass,
    binary: value === 0 || value === 1,
    weight: assertion?.weight ?? 1,
    required: false,
    reason: clip(reason ?? '', 1000),
  };
}
