import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { Design } from '../../core/design/design-review.ts';
import { decideVerdict, type GateVerdict } from '../../core/gate/decide-verdict.ts';
import type { GateRules } from '../../core/settings/compare-configs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { worst } from '../../core/verdict.ts';
import { gateOf } from './gate-of.ts';
import type { ReviewPorts } from './review-ports.ts';
import { cellsOfRun } from './run-rounds.ts';

/** A gate that does not judge this review, and whether it is the one to come or the one that was. */
export type OtherGate = GateRules & { readonly which: 'new' | 'old' };

/**
 * What another gate would make of the very same replies, in a sentence. It would have asked for others where it leaves other
 * doubts, so that this is what it says of these.
 */
export async function decideByOtherGate(
  results: readonly PromptResult[],
  { design, settings, other }: { readonly design: Design; readonly settings: Settings; readonly other: OtherGate },
  { deciding, breathe }: Pick<ReviewPorts, 'deciding' | 'breathe'>,
): Promise<string> {
  const rulesOf = gateOf(design, { ...settings, gate: other.gate, overrides: other.overrides });
  const changed: string[] = [];
  const verdicts: GateVerdict[] = [];
  for (const { run, verdict } of results) {
    const gate = rulesOf(run.design.change);
    const there = decideVerdict(await deciding.compareRows(await cellsOfRun(run, breathe), gate), gate);
    verdicts.push(there);
    const { path } = run.design.change;
    if (there.verdict !== verdict.verdict) changed.push(`\`${path}\` ${verdict.verdict} → ${there.verdict}`);
  }
  const whose = other.which === 'new' ? 'the new gate' : 'the gate as it was';
  const isOpen = (all: readonly GateVerdict[], { failOn }: Pick<GateRules, 'failOn'>) =>
    !all.some(({ verdict, rows }) => failOn.includes(worst([verdict, ...rows.map((row) => row.verdict)])));
  const [here, there] = [
    isOpen(
      results.map(({ verdict }) => verdict),
      settings,
    ),
    isOpen(verdicts, other),
  ];
  const blocked = here === there ? '' : `, and the merge would ${there ? 'not ' : ''}be blocked`;
  if (changed.length === 0)
    return `By ${whose} the same replies come to the same ${results.length === 1 ? 'verdict' : 'verdicts'}${blocked}.`;
  return `By ${whose} the same replies would come to another verdict: ${changed.join(', ')}${blocked}.`;
}
