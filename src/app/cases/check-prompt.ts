import { designReview } from '../../core/design/design-review.ts';
import { findUnfilled } from '../../core/design/find-unfilled.ts';
import { answeredByApplications, type ModelChoice } from '../../core/design/rows-of.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { checkCopies, checkGuarding, checkLabels } from '../../core/golden-set/check-cases.ts';
import { checkDeclared } from '../../core/golden-set/check-declared.ts';
import { checkTools } from '../../core/golden-set/check-tools.ts';
import { checkTriggers } from '../../core/golden-set/check-triggers.ts';
import { checkVariables } from '../../core/golden-set/check-variables.ts';
import { type Finding, weak, wrong } from '../../core/golden-set/finding.ts';
import type { CheckedPrompt } from '../../core/golden-set/golden-set-report.ts';
import type { Sandbox } from '../../core/ports.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import type { ReportPrompt } from '../../core/report/report.ts';
import { findUnscorable } from '../../core/scoring/find-unscorable.ts';
import { scenarioOf } from '../../core/scoring/named-checks.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { clip } from '../../core/text/clip.ts';
import { checkKinds } from '../../scorers/index.ts';
import { examOf, modelChoice } from '../review/design-judged.ts';
import { createRenderPrompt } from '../review/render-prompt.ts';
import type { GuardedPrompt } from './read-golden-set.ts';

/**
 * Tells what is wrong and what is weak about the golden cases of one prompt.
 * @param needs checks of it that need what is not configured
 * @param reviewed it in a report of a review, where one is given
 */
export function checkPrompt(
  one: GuardedPrompt,
  settings: Settings,
  needs: readonly Problem[],
  sandbox: Sandbox,
  reviewed?: ReportPrompt,
): CheckedPrompt {
  const { path } = one;
  const empty = { path, files: [], cases: 0, labelled: 0, checks: {} };
  switch (one.kind) {
    case 'broken':
      return { ...empty, findings: inOrder(one.problems.map(wrong)) };
    case 'unread': {
      const what = `Nothing guards this prompt: its format is not read (${one.format}).`;
      return {
        ...empty,
        findings: [weak(what, { file: path }, `${one.fix} docs/formats.md lists the formats that are read.`)],
      };
    }
    case 'prompt': {
      const { prompt, cases, files, paths, problems } = one;
      const written = new Set(paths);
      const choice = modelChoice(settings);
      // An application is told all that a case sets, and may fill in more.
      const told = answeredByApplications(choice);
      const unfilled = told ? [] : one.unfilled;
      return {
        ...empty,
        format: prompt.format,
        files: [...new Set([...files, ...cases.map(({ at }) => at.file)])],
        cases: cases.length,
        labelled: cases.filter(({ label }) => label !== undefined).length,
        checks: countKinds(cases.flatMap((golden) => golden.checks)),
        findings: inOrder([
          ...[...problems, ...needs].map(wrong),
          ...findUnscorable(cases, checkKinds).map(wrong),
          ...unaskedBy(prompt, cases, told ? choice : anyModel, sandbox),
          ...unfilled.map(({ marker, writtenAs, line, fix }) =>
            weak(
              `Nothing guards this prompt: \`${clip(marker, 60)}\` is ${writtenAs}, and is not filled here.`,
              { file: path, line },
              fix ?? 'Write its variables as `{{name}}`, or name its engine under `templates` in the config.',
            ),
          ),
          // Cases that cannot be read may be all there are: that they are none is not told beside it.
          ...(problems.length > 0 && cases.length === 0
            ? []
            : checkGuarding({ path, cases, paths, tags: settings.tags })),
          ...(told || unfilled.length > 0 || prompt.rendered !== undefined
            ? []
            : checkVariables(prompt, cases, { kinds: checkKinds, written })),
          ...checkDeclared(prompt, cases),
          ...(prompt.skill === undefined ? checkTools(prompt, cases, reviewed) : checkTriggers(prompt, cases)),
          ...checkLabels(cases, checkKinds),
          ...checkCopies(prompt, cases),
          ...[...prompt.notes, ...one.suiteNotes].map(({ text, at }) => weak(text, at ?? { file: path })),
        ]),
      };
    }
  }
}

const any = { provider: 'default', model: 'any' };
const anyModel: ModelChoice = { models: [{ ...any, params: {} }], resolve: () => any };

/** Whether a review would ask nothing: no case could make a difference, or what they show is not sent. */
function unaskedBy(
  prompt: Prompt,
  cases: readonly GoldenCase[],
  choice: ModelChoice,
  sandbox: Sandbox,
): readonly Finding[] {
  const asked = cases.filter(({ checks }) => checks.length > 0);
  const change = { path: prompt.path, change: 'added', new: prompt, exam: examOf(asked), diff: '', notes: [] } as const;
  const design = designReview([change], choice, createRenderPrompt(sandbox), (golden) =>
    scenarioOf(golden, checkKinds),
  );
  return design.prompts.flatMap((one) => {
    const unsent = (one.unrendered ?? []).flatMap(({ problem }) => (problem.unsent ? [problem] : []));
    const problems = one.problems.length > 0 ? one.problems : (findUnfilled(one) ?? []);
    return [problems]
      .flat()
      .map(wrong)
      .concat(unsent.map(({ what, at, fix }) => weak(what, at ?? { file: prompt.path }, fix)));
  });
}

/** What is wrong first, each told once. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const once = [...new Map(findings.map((one) => [JSON.stringify(one), one])).values()];
  return [
    ...once.filter(({ severity }) => severity === 'wrong'),
    ...once.filter(({ severity }) => severity === 'weak'),
  ];
}

function countKinds(checks: readonly { readonly kind: string }[]): Readonly<Record<string, number>> {
  const alike = Map.groupBy(checks, ({ kind }) => kind);
  return Object.fromEntries([...alike].map(([kind, held]): [string, number] => [kind, held.length]).toSorted());
}
