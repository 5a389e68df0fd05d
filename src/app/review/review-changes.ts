import type { ChangedFile } from '../../core/pull-request.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { readChanges } from '../read-changes.ts';
import { judgePrompts, type PlaceOfJudging } from './judge-prompts.ts';
import type { ReviewResult } from './review.ts';

/** Reviews the prompts that changed; undefined where none did. */
export async function reviewChanges(
  given: PlaceOfJudging & { readonly changed: readonly ChangedFile[] },
): Promise<ReviewResult | undefined> {
  const { ports, pull, changed, settings } = given;
  const read = await readChanges({ host: ports.host, pull, changed, settings, kinds: checkKinds, formats });
  if (read.prompts.length === 0 && read.problems.length === 0) return undefined;
  return judgePrompts(read, given);
}
