import { askedSkills } from '../agents/skills.ts';
import { type Request, requestHash, type Subject } from '../call.ts';
import type { ExamCase } from '../exam.ts';
import type { GoldenCase } from '../golden-case.ts';
import { hash } from '../hash.ts';
import type { JsonObject } from '../json.ts';
import { type Problem, showProblem } from '../problem.ts';
import type { Message, Prompt } from '../prompt.ts';
import type { PromptChange } from '../prompt-change.ts';
import type { ModelRef, Row } from '../row.ts';
import type { Scenario } from '../scenario.ts';
import type { BothSides } from '../side.ts';
import type { RenderedMessages } from '../template/render-messages.ts';
import { findOtherQuestions, type OtherQuestion } from './find-other-question.ts';
import { hearing, messagesOf, varsOf, withHistory } from './messages-of.ts';
import { nearOf } from './near-copies.ts';
import { answeredByApplications, type ModelChoice } from './rows-of.ts';
import { type PromptRows, rowsOfLines } from './rows-of-lines.ts';
import { findRenderFailure, renderAtLeast, type UnrenderedCase, withoutUnrendered } from './without-unrendered.ts';

/** Fills a prompt's templates; `formats/prompts/index.ts` knows how for each format. */
export type RenderPrompt = (prompt: Prompt, vars: JsonObject) => RenderedMessages;

/** One case of one row with the requests of its sides. A side that does not exist (an added prompt's old one) has none. */
export type DesignCell = {
  readonly prompt: string;
  readonly row: string;
  readonly exam: ExamCase;
  readonly old?: Request;
  readonly new?: Request;
  /** The conversation to be held from these requests on, where the case has one: the same on both sides. */
  readonly scenario?: Scenario;
  /** Where it asks for a pick among skills: the name of the one that each side's description is of. */
  readonly skills?: Partial<BothSides<string>>;
  /** Both sides are the same request: asked once. */
  readonly identical: boolean;
  /**
   * Hash of both sides' requests, the scenario and what tools answer: under it replies are kept together or not at all. Cases that render alike are
   * counted apart, since replies that two cells shared would not be independent.
   */
  readonly comparison: string;
  /** How many earlier cells of the prompt have the same requests. */
  readonly copy: number;
  /** Key of the first of the cases that ask nearly the same as this one, where there are several. */
  readonly near?: string;
  /** The old side's replies are those of another row, which has them asked: what is estimated counts them there. */
  readonly oldIsShared?: true;
};

export type PromptDesign = {
  readonly change: PromptChange;
  readonly rows: readonly Row[];
  /** Why it cannot be asked: no model, or one that is not allowed. */
  readonly problems: readonly Problem[];
  readonly cells: readonly DesignCell[];
  /**
   * Cases that head edited as base had them. Where the question is the same their replies are those of `cells`, scored by what
   * base asked of them.
   */
  readonly edits?: readonly DesignCell[];
  /** Cases in which the two sides are not asked the same. */
  readonly otherQuestions?: readonly OtherQuestion[];
  /** Cases that no side could be rendered for: they are not asked. */
  readonly unrendered?: readonly UnrenderedCase[];
};

/** All that will be asked, before the first call. */
export type Design = { readonly prompts: readonly PromptDesign[]; readonly problems: readonly Problem[] };

/** Turns what changed into rows, cases and requests. Pure. */
export function designReview(
  changes: readonly PromptChange[],
  choiceOf: ModelChoice | ((change: PromptChange) => ModelChoice),
  renderWhole: RenderPrompt,
  scenarioOf: (golden: GoldenCase) => Scenario | undefined,
): Design {
  const problems: Problem[] = [];
  const prompts: PromptDesign[] = [];
  for (const read of changes) {
    if (read.new === undefined) continue;
    const choice = typeof choiceOf === 'function' ? choiceOf(read) : choiceOf;
    const renderOne = answeredByApplications(choice) ? renderAtLeast(renderWhole) : renderWhole;
    const told = new Set<string>();
    const render = hearing(renderOne, told);
    const met = findRenderFailure(read.new, casesOf(read), render);
    const { change: written, unrendered } = met ? withoutUnrendered(read, render) : { change: read, unrendered: [] };
    const whole = withoutBrokenOld(written, render);
    const { problems: found, leftOut, ...rows } = rowsOfLines(whole, choice);
    const change = noting(whole, leftOut);
    const failure = unrendered.length > 0 ? findRenderFailure(read.new, casesOf(written), render) : met;
    const all = failure === undefined ? found : [...found, failure];
    problems.push(...all);
    const aside = unrendered.length > 0 && { unrendered };
    const asked = designPrompt(change, { ...rows, applications: choice.applications ?? new Set() }, render, scenarioOf);
    const notes = [...change.notes, ...told];
    prompts.push({ ...asked, change: { ...change, notes }, ...aside, problems: all });
  }
  return { prompts, problems };
}

/** What is not sent is told: a reply without it may be another one. */
function noting(change: PromptChange, leftOut: readonly string[]): PromptChange {
  if (leftOut.length === 0) return change;
  const names = leftOut.map((name) => `\`${name}\``).join(', ');
  const note = `Not sent: ${names}. Such parameters may ask another model, at another price or place; list them under \`allowed-params\` in the base branch's config to send them.`;
  return { ...change, notes: [...change.notes, note] };
}

function casesOf({ exam }: PromptChange): readonly ExamCase[] {
  return [...exam.cases, ...(exam.edits ?? [])];
}

/** An old side that cannot be rendered is nothing to compare with: the new one is shown as an added prompt's is. */
function withoutBrokenOld(change: PromptChange, render: RenderPrompt): PromptChange {
  const failure = change.old && findRenderFailure(change.old, casesOf(change), render);
  if (failure === undefined) return change;
  const { old: _, ...rest } = change;
  return { ...rest, notes: [...change.notes, `The old side is left out: ${showProblem(failure)}`] };
}

function designPrompt(
  change: PromptChange,
  { rows, rowOf, applications }: Pick<PromptRows, 'rows' | 'rowOf'> & { readonly applications: ReadonlySet<string> },
  render: RenderPrompt,
  scenarioOf: (golden: GoldenCase) => Scenario | undefined,
): Omit<PromptDesign, 'problems'> {
  const ask = (prompt: Prompt, golden: GoldenCase): readonly Message[] => messagesOf(prompt, golden, render);
  const tell = ({ path, text, model }: Prompt, golden: GoldenCase): Subject => ({
    prompt: { path, ...(text === undefined ? {} : { text }), ...(model === undefined ? {} : { model }) },
    case: golden.id,
    vars: varsOf(golden),
  });
  const { old: before, new: after } = change;
  const renderCase = (exam: ExamCase): RenderedCase => ({
    exam,
    scenario: scenarioOf(exam.golden),
    old: before && { messages: ask(before, exam.golden), subject: tell(before, exam.golden) },
    new: after && { messages: ask(after, exam.golden), subject: tell(after, exam.golden) },
  });
  const cellsOf = (cases: readonly ExamCase[]): readonly DesignCell[] => {
    const rendered = cases.map(renderCase);
    const seen = new Map<string, number>();
    const isTold = (row: Row): boolean => applications.has(row.model.new.provider);
    const near = new Map([...new Set(rows.map(isTold))].map((told) => [told, nearOf(cases, after ?? before, told)]));
    return rows.flatMap((row) =>
      rendered.flatMap((sides): readonly DesignCell[] => {
        const own = rowOf(sides.exam.golden, row);
        if (own === undefined) return [];
        const first = near.get(isTold(row))?.get(sides.exam.key);
        return [
          {
            ...cellOf(change.path, { row: own, applications }, sides, seen),
            ...askedSkills({ old: before?.skill, new: after?.skill }),
            ...(first === undefined ? {} : { near: first }),
          },
        ];
      }),
    );
  };
  // Without an old side, or where both are the same, nothing can fall.
  const edits = before === undefined ? [] : cellsOf(change.exam.edits ?? []).filter(({ identical }) => !identical);
  const others =
    before === undefined || after === undefined
      ? []
      : findOtherQuestions(change.exam.cases, { old: before, new: after }, ask);
  return {
    change,
    rows,
    cells: cellsOf(change.exam.cases),
    ...(edits.length > 0 && { edits }),
    ...(others.length > 0 && { otherQuestions: others }),
  };
}

type RenderedCase = {
  readonly exam: ExamCase;
  readonly scenario: Scenario | undefined;
  readonly old: RenderedSide | undefined;
  readonly new: RenderedSide | undefined;
};

type RenderedSide = { readonly messages: readonly Message[]; readonly subject: Subject };

/** @param seen how often each pair of requests came before; counted up here */
function cellOf(
  prompt: string,
  { row, applications }: { readonly row: Row; readonly applications: ReadonlySet<string> },
  { exam, scenario, ...sides }: RenderedCase,
  seen: Map<string, number>,
): DesignCell {
  const request = (side: RenderedSide | undefined, ref: ModelRef): Request | undefined =>
    side && {
      kind: 'chat',
      provider: ref.provider,
      model: ref.model,
      messages: withHistory(side.messages, exam.golden.history),
      params: ref.params,
      ...(applications.has(ref.provider) ? { subject: side.subject } : {}),
    };
  const before = request(sides.old, row.model.old);
  const after = request(sides.new, row.model.new);
  const hashes = [before, after].map((side) => (side === undefined ? '' : requestHash(side)));
  const { tools, maxSteps } = exam.golden;
  const steps = tools === undefined ? [] : [{ tools, maxSteps: maxSteps ?? null }];
  const pair = hash([...hashes, ...(scenario === undefined ? [] : [scenario]), ...steps]);
  const nth = seen.get(pair) ?? 0;
  seen.set(pair, nth + 1);
  return {
    prompt,
    row: row.id,
    exam,
    ...(before === undefined ? {} : { old: before }),
    ...(after === undefined ? {} : { new: after }),
    ...(scenario === undefined ? {} : { scenario }),
    identical: before !== undefined && hashes[0] === hashes[1],
    comparison: nth === 0 ? pair : hash([pair, nth]),
    copy: nth,
  };
}
