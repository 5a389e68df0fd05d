import { type HistoryRead, rowName } from '../../core/drift/read-history.ts';
import { findLabelled } from '../../core/publish/publish-issues.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { wordRefused } from '../publish/tell-published.ts';
import type { AcceptedDrifts } from './drift-run.ts';
import { issuesOf, readTold } from './tell-issues.ts';
import type { SchedulePorts } from './watch-on-schedule.ts';

/**
 * Rows whose issue wears the label, as far as it counts: set by a person with write permission, after the issue told what it tells now,
 * and not taken by an earlier run already (one that was killed before it closed the issue). In doubt it does not count, and the notes
 * say why.
 */
export async function readAccepted(
  settings: Settings,
  kept: HistoryRead,
  ports: Pick<SchedulePorts, 'issues' | 'forum' | 'sealOf'>,
): Promise<AcceptedDrifts> {
  const label = settings.acceptLabel;
  const labelled = await findLabelled(ports.issues, label, issuesOf(settings, ports));
  if (labelled.kind === 'refused') return { rows: new Set(), notes: [] };
  const rows = new Set<string>();
  const notes: string[] = [];
  for (const { key, issue } of labelled.value) {
    const not = (why: string): number => notes.push(`The label \`${label}\` of ${issue.url} does not count: ${why}`);
    const asked = await ports.forum.labelling(issue.number, label);
    if (asked.kind === 'refused') {
      not(`who set it could not be read. ${wordRefused(asked)}`);
      continue;
    }
    const { value: set } = asked;
    const since = readTold(issue.body)?.since;
    if (set === null) not('nothing tells who set it. Set it anew.');
    else if (!set.mayAccept) not(`${set.by}, who set it, has no write permission.`);
    else if (since === undefined || set.at <= since) not('it was set before the issue last changed. Set it again.');
    else if (!isTaken(key, set.at, kept)) rows.add(key);
  }
  return { rows, notes };
}

function isTaken(key: string, at: string, { lines }: HistoryRead): boolean {
  return lines.some((line) => line.kind === 'accepted' && rowName(line.prompt, line.model) === key && line.at > at);
}
