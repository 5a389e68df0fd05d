import type { RenderPrompt } from '../design/design-review.ts';
import { varsOf } from '../design/messages-of.ts';
import { nearCopies } from '../design/near-copies.ts';
import { isChecked } from '../exam/compare-case.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Prompt } from '../prompt.ts';
import type { ReportPrompt } from '../report/report.ts';
import { lookUp } from '../template/fill-template.ts';
import { argumentNames, declaredTools } from '../tools/declared-tools.ts';
import { coverBranches } from './cover-branches.ts';
import type { CoverageReport, PromptCoverage } from './coverage-report.ts';
import { usedCalls } from './used-calls.ts';

/** What each version of a prompt scored (0–1, a reply each) in one case on one model. */
export type KeptRequests = { readonly case: string; readonly requests: readonly (readonly number[])[] };

/** What is known of a prompt beside its file and its cases. */
type KnownOfPrompt = {
  /** What the store keeps of its cases. */
  readonly kept: readonly KeptRequests[];
  /** Names of the config's segments. */
  readonly segments: readonly string[];
  readonly render: RenderPrompt;
  /** It in a report of a review, where one is given: tools that its replies called are reached. */
  readonly reviewed?: ReportPrompt | undefined;
};

/** Means that are nearer than this are the same: sums of the same scores may differ in their last digits. */
const same = 1e-9;

/**
 * What of a prompt its golden cases reach.
 */
export function measureCoverage(
  {
    path,
    prompt,
    text,
    cases,
  }: {
    readonly path: string;
    readonly prompt: Prompt;
    readonly text: string;
    readonly cases: readonly GoldenCase[];
  },
  { kept, segments, render, reviewed }: KnownOfPrompt,
): PromptCoverage {
  const asked = cases.filter(isChecked);
  const variables = coverNames(prompt.variables, (name) => asked.some((golden) => gives(golden, name, prompt)));
  const branches = coverBranches(prompt, text, asked, render);
  const declared = declaredTools(prompt.params);
  const used = usedCalls(asked, reviewed);
  const tools = coverNames(
    declared.map(({ name }) => name),
    (name) => used.has(name),
  );
  const given = declared.flatMap((tool) =>
    argumentNames(tool).map((name) => ({
      name: `${tool.name}.${name}`,
      isUsed: used.get(tool.name)?.has(name) === true,
    })),
  );
  const reachedArguments = new Set(given.filter(({ isUsed }) => isUsed).map(({ name }) => name));
  const args = coverNames(
    given.map(({ name }) => name),
    (name) => reachedArguments.has(name),
  );
  const ofSegments = coverSegments(segments, asked);
  const parts = [variables, branches, tools, args, ofSegments];
  return {
    path,
    cases: asked.length,
    reached: sum(parts.map(({ of, unreached }) => of - unreached.length)),
    of: sum(parts.map(({ of }) => of)),
    variables,
    branches,
    tools,
    arguments: args,
    segments: ofSegments,
    silent: findSilent(asked, kept),
    copies: nearCopies(prompt, asked).map((group) => group.flatMap((index) => asked[index]?.id ?? [])),
  };
}

/** Segments of the config of which no case is. */
export function coverSegments(segments: Iterable<string>, cases: readonly GoldenCase[]): CoverageReport['segments'] {
  const held = new Set(cases.filter(isChecked).flatMap(({ segment }) => segment ?? []));
  return coverNames([...segments], (name) => held.has(name));
}

function coverNames(names: readonly string[], isReached: (name: string) => boolean): PromptCoverage['variables'] {
  const all = [...new Set(names)];
  return { of: all.length, unreached: all.filter((name) => !isReached(name)) };
}

/** Whether a case itself gives a variable its value: by its default alone nothing of it is tried. */
function gives(golden: GoldenCase, name: string, { turn }: Prompt): boolean {
  return lookUp(name, varsOf(golden)) !== undefined || (name === turn && golden.user !== undefined);
}

/** Cases that scored every version of the prompt the same. */
function findSilent(cases: readonly GoldenCase[], kept: readonly KeptRequests[]): PromptCoverage['silent'] {
  const compared = kept.filter(({ requests }) => requests.filter(({ length }) => length > 0).length > 1);
  const byCase = Map.groupBy(compared, (one) => one.case);
  const known = cases.filter(({ id }) => byCase.has(id));
  const silent = known.filter(({ id }) => byCase.get(id)?.every(({ requests }) => areSame(requests)) === true);
  return { of: known.length, cases: silent.map(({ id }) => id) };
}

function areSame(requests: readonly (readonly number[])[]): boolean {
  const means = requests.filter(({ length }) => length > 0).map((scores) => sum(scores) / scores.length);
  return Math.max(...means) - Math.min(...means) < same;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
