import { join } from 'node:path';
import type { AlertPorts, KeptText } from '../app/alerts/raise-alerts.ts';
import { whyNoAlertState } from '../core/alerts/alert-state.ts';
import { hash } from '../core/hash.ts';
import type { Clock } from '../core/ports.ts';
import type { Inputs } from '../core/settings/inputs.ts';
import type { GitHubConnection } from '../hosts/github/connect-github.ts';
import { createGitHubIssues } from '../hosts/github/create-github-issues.ts';
import { openHistoryBranch } from '../hosts/github/history-branch.ts';
import type { Runner } from '../hosts/runner/open-runner.ts';
import { openKeptText } from '../store/kept-text.ts';
import { type ArtifactPlace, artifactName, textInArtifact } from './artifact-history.ts';
import { type AlertPlace, wireAlerts } from './wire-alerts.ts';

/** What alerts of a run of the action are raised with. */
export function wireRunAlerts(
  inputs: Pick<Inputs, 'history' | 'mode' | 'name'>,
  runner: Pick<Runner, 'workspace' | 'run' | 'repository' | 'annotate'>,
  place: Required<Pick<AlertPlace, 'env' | 'clock' | 'hide' | 'seal'>> & {
    readonly connection: GitHubConnection;
    readonly say: (line: string) => void;
    /** Where the history is in artifacts: who was told is in another one. */
    readonly artifacts?: ArtifactPlace;
  },
): AlertPorts {
  const { connection, say } = place;
  const warn = (message: string): void => runner.annotate({ level: 'warning', title: 'Promptgate', message });
  return {
    ...wireAlerts({ ...place, issues: createGitHubIssues(connection) }),
    kept: openAlertState(inputs, { ...place, warn, workspace: runner.workspace }),
    place: { run: runner.run.url, repository: runner.repository },
    warn,
    say,
  };
}

/** Who was told, as the action keeps it: beside the file that `history` names, else on the history's branch. */
function openAlertState(
  { history, mode, name }: Pick<Inputs, 'history' | 'mode' | 'name'>,
  place: {
    readonly workspace: string;
    readonly connection: GitHubConnection;
    readonly clock: Clock;
    readonly artifacts?: ArtifactPlace;
    readonly warn: (message: string) => void;
  },
): KeptText {
  if (history !== undefined && !(mode === 'drift' && history === 'artifact'))
    return openKeptText(join(place.workspace, `${history}.alerts.json`));
  if (place.artifacts !== undefined)
    return textInArtifact(artifactName('promptgate-alerts', 'json', name), place.artifacts, {
      whyNone: whyNoAlertState,
      warn: place.warn,
    });
  const wait = (attempt: number): Promise<void> => place.clock.sleep(attempt * (200 + 300 * Math.random()));
  const branch = openHistoryBranch(place.connection, wait);
  // Runs of other kinds, and other uses, may land at the same time: each has a file of its own.
  const file = `alerts-${mode}${name === undefined ? '' : `-${hash(name).slice(0, 12)}`}.json`;
  return {
    read: () => branch.readFile(file),
    write: (text) => branch.replaceFile(file, text, 'Keep who was told of an alert'),
  };
}
