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

/** What a run's further artifacts are called: nothing that it kept is taken away before what follows it is there. */
function numbered(name: string, number: number): string {
  return number === 1 ? name : name.replace(/\.(?=[a-z]+$)/u, `.${number}.`);
}

/** @returns which of its run it is; undefined where it is none of the name */
function numberOf(name: string, called: string): number | undefined {
  const number = Number(/\.(\d{1,6})\.[a-z]+$/u.exec(called)?.[1] ?? 1);
  return numbered(name, number) === called ? number : undefined;
}

/** What earlier runs kept: what was kept last, and all that its run may not have seen, the newest first. */
type Kept = {
  readonly texts: readonly { readonly text: string; readonly run: number; readonly keptAt: string }[];
  /** The newest text that is none. */
  readonly broken?: string;
  /** What is told of those that were left out, and beside. */
  readonly notes: { readonly broken: readonly string[]; readonly others: readonly string[] };
};

/**
 * A history in an artifact of each run, which holds all that came before it too. Two runs at once do not see each other's: the next
 * one reads both.
 */
export function historyInArtifact(name: string, place: ArtifactPlace): DriftHistory {
  let lines = new Set<string>();
  const artifacts = openArtifacts(name, place);
  return {
    async read() {
      const { texts, notes } = await artifacts.read(whyNoHistory);
      const [broken] = notes.broken;
      if (texts.length === 0 && broken !== undefined) throw allBroken(name, broken);
      lines = new Set(texts.toReversed().flatMap(({ text }) => text.split('\n').filter((line) => line.trim() !== '')));
      const of = [...new Set(texts.map(({ run }) => run))].join(' and ');
      return {
        ...readHistory([...lines].join('\n'), `the artifact ${name} of run ${of}`),
        notes: [...notes.broken, ...notes.others],
      };
    },
    async append(added) {
      for (const line of writeHistory(added).trimEnd().split('\n')) lines.add(line);
      await artifacts.write([...lines, ''].join('\n'));
    },
  };
}

/**
 * A text that each run keeps whole, such as who was told of an alert.
 * @param about `whyNone`: why a text is none, as a clause; undefined where it is one
 */
export function textInArtifact(
  name: string,
  place: ArtifactPlace,
  {
    whyNone,
    warn,
  }: { readonly whyNone: (text: string) => string | undefined; readonly warn: (message: string) => void },
) {
  const artifacts = openArtifacts(name, place);
  return {
    /** The newest whole one; where there is none, the newest broken one. */
    async read(): Promise<string> {
      const { texts, broken, notes } = await artifacts.read(whyNone);
      for (const note of [...notes.broken, ...notes.others]) warn(note);
      const [first] = notes.broken;
      if (texts.length === 0 && broken === undefined && first !== undefined) throw allBroken(name, first);
      return texts[0]?.text ?? broken ?? '';
    },
    write: artifacts.write,
  };
}

function openArtifacts(name: string, place: ArtifactPlace) {
  /** The number of the last one that this run kept. */
  let last = 0;
  return {
    async read(whyNone: (text: string) => string | undefined): Promise<Kept> {
      return readKept(name, place, whyNone, (number) => {
        // A later attempt goes on from what the earlier one kept, and has read it.
        last = Math.max(last, number);
      });
    },
    async write(text: string): Promise<void> {
      const { uploadText } = await import('../hosts/runner/text-artifact.ts');
      try {
        // The first one stays: it tells that this run kept any.
        await uploadText(numbered(name, last + 1), text, last > 1 ? numbered(name, last) : undefined);
        last += 1;
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
    },
  };
}

/** @param own takes the number of each that this very run kept in an earlier attempt */
async function readKept(
  name: string,
  place: ArtifactPlace,
  whyNone: (text: string) => string | undefined,
  own: (number: number) => void,
): Promise<Kept> {
  const { connection, token, run, branch } = place;
  const { downloadText } = await import('../hosts/runner/text-artifact.ts');
  const isNamed = (called: string): boolean => numberOf(name, called) !== undefined;
  const about = { name, isNamed, run: run.id, ...(branch === undefined ? {} : { branch }) };
  const texts: Kept['texts'][number][] = [];
  const left: string[] = [];
  const others: string[] = [];
  let broken: string | undefined;
  const { expired, strange } = await findRunArtifacts(connection, about, async (artifact) => {
    if (artifact.run === run.id && run.attempt > 1) own(numberOf(name, artifact.name) ?? 0);
    const read = await fetched(artifact, () => downloadText(artifact, { token, repository: connection.repository }));
    const why = 'why' in read ? read.why : whyNone(read.text);
    if ('text' in read && why === undefined) {
      texts.push({ text: read.text, run: artifact.run, keptAt: artifact.keptAt });
      return true;
    }
    if ('text' in read) broken ??= read.text;
    left.push(
      `The artifact ${artifact.name} of run ${artifact.run} ${why}; it was left out, and an earlier one is read.`,
    );
    return false;
  });
  if (texts.length === 0 && expired !== undefined)
    others.push(
      `The history begins anew: the artifact ${name} of ${expired.slice(0, 10)} has expired. Have runs more often than artifacts are kept, or keep the history on a branch.`,
    );
  if (strange > 0)
    others.push(
      `${strange === 1 ? 'An artifact' : `${strange} artifacts`} named ${name} ${strange === 1 ? 'was' : 'were'} not read: kept by runs of forks, pull requests or other branches.`,
    );
  // Artifacts of one run come newest first, and so do the runs, though of two at once the later one may have kept its own sooner.
  const sorted = texts.toSorted((a, b) => Date.parse(b.keptAt) - Date.parse(a.keptAt));
  return { texts: sorted, notes: { broken: left, others }, ...(broken === undefined ? {} : { broken }) };
}

async function fetched<T>({ name, run }: RunArtifact, fetch: () => Promise<T>): Promise<T> {
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

/** Nothing begins anew because all that there is cannot be read. */
function allBroken(name: string, first: string): ProblemError {
  return new ProblemError({
    reason: 'files',
    what: `no artifact \`${name}\` of this workflow’s runs can be read: ${first.replace(/; it was left out.*$/u, '')}.`,
    fix: 'Look at what keeps artifacts under this name; delete the broken ones to begin anew.',
  });
}

function whyNoHistory(text: string): string | undefined {
  const { lines, unread } = readHistory(text, '');
  return lines.length > 0 || unread.length === 0 ? undefined : 'holds no line of a history';
}
