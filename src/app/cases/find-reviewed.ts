import { requestHash } from '../../core/call.ts';
import { designReview } from '../../core/design/design-review.ts';
import { scenarioOf } from '../../core/scoring/named-checks.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { readChanges } from '../read-changes.ts';
import { modelChoices } from '../review/design-judged.ts';
import { createRenderPrompt } from '../review/render-prompt.ts';
import { setAside } from '../review/set-aside.ts';
import type { CasesPorts } from './cases-ports.ts';
import type { ReviewedComparisons } from './get-replies.ts';

/** The comparisons that a review of the working tree asks: its replies are kept under them. */
export async function findReviewed(
  { openReview, sandbox }: Pick<CasesPorts, 'openReview' | 'sandbox'>,
  settings: Settings,
): Promise<ReviewedComparisons> {
  const host = await openReview();
  if (host === undefined) return new Map();
  try {
    const pull = await host.pullRequest();
    if ('nothing' in pull) return new Map();
    const changed = await host.changedFiles(pull);
    const { changes } = await readChanges({ host, pull, changed, settings, kinds: checkKinds, formats, sandbox });
    const design = designReview(
      changes.map((change) => setAside(change).change),
      modelChoices(settings),
      createRenderPrompt(sandbox),
      (golden) => scenarioOf(golden, checkKinds),
    );
    const asked = design.prompts.flatMap(({ cells }) =>
      cells.flatMap(({ new: request, comparison }) =>
        request === undefined ? [] : [{ key: requestHash(request), comparison }],
      ),
    );
    const byRequest = Map.groupBy(asked, ({ key }) => key);
    return new Map([...byRequest].map(([key, held]) => [key, held.map(({ comparison }) => comparison)]));
  } finally {
    await host.close();
  }
}
