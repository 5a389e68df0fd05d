import { designReview } from '../../core/design/design-review.ts';
import type { GateReport } from '../../core/report/gate-quality.ts';
import { scenarioOf } from '../../core/scoring/named-checks.ts';
import type { Screen } from '../../core/screen.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { settingsFor } from '../../core/settings/override-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import type { CasesPorts } from '../cases/cases-ports.ts';
import { type GuardedPrompt, readGoldenSet } from '../cases/read-golden-set.ts';
import { filesOf } from '../reading/revision-files.ts';
import { examOf, modelChoice } from '../review/design-judged.ts';
import { readSettings } from '../review/read-settings.ts';
import { keptCases } from '../review/remember-scores.ts';
import { createRenderPrompt } from '../review/render-prompt.ts';
import type { LocalResult } from '../show-locally.ts';

export type GateAsked = {
  readonly inputs: Inputs;
  readonly json?: true;
  /** File for the badge. */
  readonly badge?: string;
  readonly screen: Screen;
};

export async function measureGateLocally(asked: GateAsked, ports: CasesPorts): Promise<LocalResult> {
  const report = await measure(asked.inputs, ports);
  const { writeBadge, writeGate } = await import('../../reporters/gate.ts');
  const text =
    asked.json === true ? `${escapeHidden(JSON.stringify(report, null, 2))}\n` : writeGate(report, asked.screen);
  const files = asked.badge === undefined ? [] : [{ path: asked.badge, text: [writeBadge(report)] }];
  return { text: [text], files, faulty: report.problems.length > 0, open: true };
}

async function measure(inputs: Inputs, ports: CasesPorts): Promise<GateReport> {
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
  const broken = set.prompts.flatMap((one) => (one.kind === 'broken' ? one.problems : []));
  const guarded = set.prompts.flatMap((one) => (one.kind === 'prompt' && one.cases.length > 0 ? [one] : []));
  const session = await ports.openAsking(settings, 0);
  try {
    const prompts: GateReport['prompts'][number][] = [];
    for (const one of guarded) {
      const own = settingsFor(one, settings);
      const design = designOf(one, own, ports);
      const [prompt] = design.prompts;
      if (prompt === undefined || prompt.problems.length > 0) continue;
      const gate = { ...own.gate, sampling: settings.sampling, trials: settings.trials };
      const kept = await keptCases(prompt.cells, { history: session.history, breathe: () => undefined });
      prompts.push({ path: one.path, ...(await ports.deciding.measureGate(kept, gate, 1)) });
    }
    return { version: 1, tool, problems: [...set.problems, ...broken], prompts };
  } finally {
    await session.close();
  }
}

function designOf(
  { path, prompt, cases }: Extract<GuardedPrompt, { readonly kind: 'prompt' }>,
  settings: Settings,
  { sandbox }: Pick<CasesPorts, 'sandbox'>,
) {
  const exam = examOf(cases.filter(({ checks }) => checks.length > 0));
  const change = { path, change: 'added', new: prompt, exam, diff: '', notes: [] } as const;
  return designReview([change], modelChoice(settings), createRenderPrompt(sandbox), (golden) =>
    scenarioOf(golden, checkKinds),
  );
}
