import type { DriftHistory } from '../app/drift/watch-drift.ts';
import { readHistory, writeHistory } from '../core/drift/read-history.ts';
import { hash } from '../core/hash.ts';
import { ProblemError } from '../core/problem.ts';
import type { GitHubConnection } from '../hosts/github/connect-github.ts';
import { findRunArtifacts, type RunArtifact } from '../hosts/github/run-artifacts.ts';

/** Where this run's artifacts are kept, and those of earlier ones. */
export type ArtifactPlace = {
  readonly connection: GitHubConnection;
  readonly token: string;
  /** Of this run: its id, and which attempt it is. */
  readonly run: { readonly id: number; readonly attempt: number };
  /** The default branch, where this run is of another one. */
  readonly branch?: string;
};

/** Several uses in one workflow have artifacts of their own. An artifact that is no archive has the name of its file. */
export function artifactName(what: string, ending: string, use: string | undefined): string {
  return `${what}${use === undefined ? '' : `-${hash(use).slice(0, 12)}`}.${ending}`;
}

/** What earlier runs kept: the newest, and those that its run may not have seen, the newest first. */
type Kept = {
  readonly texts: readonly { readonly text: string; readonly run: number }[];
  readonly notes: readonly string[];
};

/**
 * A history in an artifact of each run, which holds all that came before it too. Two runs at once do not see each other's: the next
 * one reads both.
 */
export function historyInArtifact(name: string, place: ArtifactPlace): DriftHistory {
  let lines = new Set<string>();
  const write = keepIn(name, place);
  return {
    async read() {
      const { texts, notes } = await readKept(name, place, isHistory);
      lines = new Set(texts.toReversed().flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== '')));
      const of = texts.map(({ run }) => run).join(' and ');
      return { ...readHistory([...lines].join('\n'), `the artifact ${name} of run ${of}`), notes };
    },
    async append(added) {
      for (const line of writeHistory(added).trimEnd().split('\n')) lines.add(line);
      await write([...lines, ''].join('\n'));
    },
  };
}

/** A text that each run keeps whole, such as who was told of an alert. */
export function textInArtifact(name: string, place: ArtifactPlace) {
  return {
    read: async (): Promise<string> => (await readKept(name, place, () => true)).texts[0]?.text ?? '',
    write: keepIn(name, place),
  };
}

function keepIn(name: string, { run }: ArtifactPlace): (text: string) => Promise<void> {
  // A later attempt finds what the earlier one kept, and has read it.
  let replaces = run.attempt > 1;
  return async (text) => {
    const { uploadText } = await import('../hosts/runner/text-artifact.ts');
    try {
      await uploadText(name, text, replaces);
      replaces = true;
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault);
      throw new ProblemError({
        reason: 'files',
        what: `the artifact \`${name}\` could not be kept: ${why.replace(/\.$/u, '')}.`,
        fix: /already exists/iu.test(why)
          ? 'Give each use of Promptgate in a workflow its own `name`.'
          : 'Run the job again; leave `history: artifact` out to keep the history on a branch.',
      });
    }
  };
}

async function readKept(name: string, place: ArtifactPlace, isWhole: (text: string) => boolean): Promise<Kept> {
  const { connection, token, run, branch } = place;
  const { downloadText } = await import('../hosts/runner/text-artifact.ts');
  const about = { name, run: run.id, ...(branch === undefined ? {} : { branch }) };
  const { trusted, expired } = await findRunArtifacts(connection, about);
  const texts: { readonly text: string; readonly run: number }[] = [];
  const notes: string[] = [];
  let newest: RunArtifact | undefined;
  for await (const artifact of trusted) {
    // Whatever was kept before the newest one's run began is in it.
    if (newest !== undefined && artifact.keptAt < newest.begunAt) break;
    const read = await fetched(name, artifact, () =>
      downloadText(artifact, { token, repository: connection.repository }),
    );
    if ('text' in read && isWhole(read.text)) {
      texts.push({ text: read.text, run: artifact.run });
      newest ??= artifact;
      continue;
    }
    const why = 'why' in read ? read.why : 'holds no line of a history';
    notes.push(`The artifact ${name} of run ${artifact.run} ${why}; it was left out, and an earlier one is read.`);
  }
  if (newest === undefined && expired !== undefined)
    notes.push(
      `The history begins anew: the artifact ${name} of ${expired.slice(0, 10)} has expired. Have runs more often than artifacts are kept, or keep the history on a branch.`,
    );
  return { texts, notes };
}

async function fetched<T>(name: string, { run }: RunArtifact, fetch: () => Promise<T>): Promise<T> {
  try {
    return await fetch();
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    throw new ProblemError({
      reason: 'files',
      what: `the artifact \`${name}\` of run ${run} could not be read: ${why.replace(/\.$/u, '')}.`,
      fix: 'Run the job again; delete the artifact if it lasts, and the one before it is read.',
    });
  }
}

function isHistory(text: string): boolean {
  const { lines, unread } = readHistory(text, '');
  return lines.length > 0 || unread.length === 0;
}
