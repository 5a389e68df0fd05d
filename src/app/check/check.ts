import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { readChanges } from '../read-changes.ts';
import { emptyReport } from '../review/empty-report.ts';
import { judgePrompts } from '../review/judge-prompts.ts';
import { defaultSettings, readSettings } from '../review/read-settings.ts';
import type { ReviewRequest, ReviewResult } from '../review/review.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { type NamedPrompts, pickChecked } from './pick-checked.ts';

export type CheckRequest = Pick<ReviewRequest, 'inputs' | 'show' | 'signal' | 'privileged'> & {
  /** Prompts, case files, folders or globs that it is narrowed down to; none: every guarded prompt. */
  readonly named: NamedPrompts;
};

/**
 * One check: do the golden cases of a revision pass today, without any change? It asks, scores and reports as a review
 * does, on one side.
 * @throws ProblemError where config or files cannot be read, or a name names nothing
 */
export async function check(request: CheckRequest, ports: ReviewPorts): Promise<ReviewResult> {
  const startedAt = new Date(ports.clock.now()).toISOString();
  const { host } = ports;
  const pull = await host.pullRequest();
  if ('nothing' in pull) {
    const settings = defaultSettings(request.inputs);
    return {
      report: { ...emptyReport(ports, settings, startedAt), verdict: 'skipped', skipped: pull.nothing },
      settings,
    };
  }
  const { settings, notes: noted } = await readSettings(host, pull, request.inputs);
  const handed = await ports.handedOver?.(pull);
  const notes = [...noted, ...(handed?.notes ?? [])];
  ports.begin();
  const tree = await host.tree(pull.head);
  const alone = { ...pull, base: pull.head };
  const read = await readChanges({
    host,
    pull: alone,
    changed: [],
    everyPrompt: true,
    settings,
    kinds: checkKinds,
    formats,
    sandbox: ports.sandbox,
    held: ports.held,
  });
  const picked = pickChecked(read, request.named, { paths: [...tree.keys()], globs: settings.promptGlobs });
  const place = { request, ports, pull, settings, notes: [...notes, ...picked.notes], startedAt };
  return judgePrompts(picked, place);
}
