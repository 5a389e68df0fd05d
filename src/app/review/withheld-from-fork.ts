import type { Design } from '../../core/design/design-review.ts';
import type { PullRequest } from '../../core/pull-request.ts';
import type { Report } from '../../core/report/report.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { ReviewPorts } from './review-ports.ts';

/**
 * A fork's pull request is reviewed where its run has keys. Where the event gives it the base's own (then its author
 * spends someone else's money), only under `allow-forks`. Else it is plainly unreviewed.
 */
export function withheldFromFork(
  design: Design,
  {
    request,
    ports,
    pull,
    settings,
  }: {
    readonly request: { readonly privileged?: boolean };
    readonly ports: Pick<ReviewPorts, 'hasKey'>;
    readonly pull: PullRequest;
    readonly settings: Settings;
  },
): Report['unreviewed'] | undefined {
  if (!pull.fork) return undefined;
  const providers = new Set(design.prompts.flatMap((prompt) => prompt.rows.map((row) => row.model.new.provider)));
  const lacksKeys = [...providers].some((name) => !ports.hasKey(settings, name));
  const runsApplication = [...providers].some((name) => settings.applications.has(name));
  const withheld = request.privileged === true && !settings.allowForks;
  if (!lacksKeys && !withheld && !runsApplication) return undefined;
  const [why, detail] = whyWithheld(withheld, lacksKeys);
  return design.prompts.map(({ change }) => ({ path: change.path, why, detail }));
}

function whyWithheld(withheld: boolean, lacksKeys: boolean): readonly ['fork' | 'no-keys', string] {
  if (withheld) return ['fork', '`allow-forks` is not set'];
  return lacksKeys ? ['no-keys', 'this run has no keys'] : ['fork', 'applications are not run for forks'];
}
