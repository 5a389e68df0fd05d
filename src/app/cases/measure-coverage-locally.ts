import { designReview } from '../../core/design/design-review.ts';
import type { CoverageReport, PromptCoverage } from '../../core/golden-set/coverage-report.ts';
import { coverSegments, measureCoverage } from '../../core/golden-set/measure-coverage.ts';
import { explainIdle, selectFiles } from '../../core/golden-set/select-files.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import { scenarioOf } from '../../core/scoring/named-checks.ts';
import type { Screen } from '../../core/screen.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { filesOf } from '../reading/revision-files.ts';
import { examOf, modelChoice } from '../review/design-judged.ts';
import { readSettings } from '../review/read-settings.ts';
import { scoresByRequest } from '../review/remember-scores.ts';
import { createRenderPrompt } from '../review/render-prompt.ts';
import type { LocalResult } from '../show-locally.ts';
import type { CasesPorts } from './cases-ports.ts';
import { readGoldenSet } from './read-golden-set.ts';

export type CoverageAsked = {
  readonly inputs: Inputs;
  /** Prompts, case files, folders or globs that it is narrowed down to; none: all. */
  readonly files: readonly string[];
  /** A saved review, whose replies called tools. */
  readonly last?: Report;
  readonly json?: true;
  readonly screen: Screen;
};

/** What the golden cases of a working tree reach, as the command line shows it. @throws ProblemError where a file asked for is none */
export async function measureCoverageLocally(asked: CoverageAsked, ports: CasesPorts): Promise<LocalResult> {
  const report = await measure(asked, ports);
  const { writeCoverage } = await import('../../reporters/coverage.ts');
  const text =
    asked.json === true ? `${escapeHidden(JSON.stringify(report, null, 2))}\n` : writeCoverage(report, asked.screen);
  return { text: [text], files: [], faulty: report.problems.length > 0, open: true };
}

async function measure({ inputs, files, last }: CoverageAsked, ports: CasesPorts): Promise<CoverageReport> {
  const { tree, tool, sandbox } = ports;
  const { now } = tree;
  const { settings } = await readSettings(tree, { tip: now, base: now, head: now, fork: false }, inputs);
  const entries = await tree.tree(now);
  const set = await readGoldenSet({
    files: filesOf(tree, now, entries),
    settings,
    kinds: checkKinds,
    formats,
    sandbox,
  });
  const selectors = selectFiles(files, tree.folder);
  const selected = set.prompts.filter((one) =>
    selectors.length === 0
      ? true
      : [one.path, ...one.files].some((path) => selectors.some(({ selects }) => selects(path))),
  );
  const [idle, ...more] = selectors
    .filter(({ selects }) => !selected.some((one) => [one.path, ...one.files].some(selects)))
    .map((selector) => explainIdle(selector, { paths: [...entries.keys()], globs: settings.promptGlobs }));
  if (idle !== undefined) throw new ProblemError(idle, ...more);
  const session = await ports.openAsking(settings, 0);
  try {
    const prompts: PromptCoverage[] = [];
    const render = createRenderPrompt(sandbox);
    for (const one of selected) {
      if (one.kind !== 'prompt') continue;
      const exam = examOf(one.cases.filter(({ checks }) => checks.length > 0));
      const change = { path: one.path, change: 'added', new: one.prompt, exam, diff: '', notes: [] } as const;
      const design = designReview([change], modelChoice(settings), render, (golden) => scenarioOf(golden, checkKinds));
      const cells = design.prompts.flatMap((designed) => designed.cells);
      const kept = await scoresByRequest(cells, { history: session.history, breathe: ports.breathe });
      prompts.push(
        measureCoverage(one, {
          kept,
          segments: [...settings.segments.keys()],
          render,
          reviewed: last?.prompts.find(({ path }) => path === one.path),
        }),
      );
    }
    const all = set.prompts.flatMap((one) => (one.kind === 'prompt' ? one.cases : []));
    const segments = coverSegments(settings.segments.keys(), all);
    return {
      version: 1,
      tool,
      problems: [...set.problems, ...selected.flatMap((one) => ('problems' in one ? one.problems : []))],
      reached: prompts.reduce((sum, { reached }) => sum + reached, 0),
      of: prompts.reduce((sum, one) => sum + one.of, 0),
      prompts,
      unread: selected.flatMap((one) => (one.kind === 'unread' ? [{ path: one.path, format: one.format }] : [])),
      segments,
    };
  } finally {
    await session.close();
  }
}
