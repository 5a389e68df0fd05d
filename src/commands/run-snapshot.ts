import { mkdir } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { judgeSnapshot } from '../app/snapshot/judge-snapshot.ts';
import { ProblemError } from '../core/problem.ts';
import { manifestName, readManifest, writeManifest } from '../core/rendered/handed-over.ts';
import { snapshotEnding } from '../core/rendered/rendered-line.ts';
import { showHidden } from '../core/text/show-hidden.ts';
import { type SnapshotPlace, wireSnapshot } from '../wire/wire-snapshot.ts';
import type { CommandPlace } from './command-place.ts';
import { exits } from './exits.ts';

export type SnapshotOptions = {
  readonly check?: true;
  readonly file?: string;
  /** Folder for another job, which gets the snapshot instead of the working tree. */
  readonly into?: string;
  /** Names of environment variables, comma-separated. */
  readonly env?: string;
};

/**
 * `promptgate snapshot -- COMMAND`: has a team's own code render the requests of its golden cases, and writes them down, or tells
 * whether what is committed is still what it renders.
 * @returns the exit status; @throws ProblemError
 */
export async function runSnapshot(
  command: readonly string[],
  { check, file, into, env = '' }: SnapshotOptions,
  { terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  heedCancel();
  const [program, ...args] = command;
  if (program === undefined)
    throw fault('There is no command to run.', 'Write it behind `--`, such as `-- python render.py`.');
  const names = namesIn(env);
  const folder = process.cwd();
  const place = await wireSnapshot(folder, process.env, signal);
  const path = await findPath(place, file, folder);
  const rendered = await place.render([program, ...args], names);
  const renew = `promptgate snapshot${file === undefined ? '' : ` --file ${path}`} -- ${command.join(' ')}`;
  const { text, fresh, told } = judgeSnapshot(path, rendered, await place.read(path), renew);
  const tell = (lines: readonly string[]): void =>
    terminal.print(`${lines.map((one) => showHidden(one)).join('\n')}\n`);
  if (into !== undefined) await handOver(place, resolve(folder, into), path, text);
  if (check === true) {
    tell(told);
    return fresh ? exits.open : exits.closed;
  }
  if (into !== undefined) tell([`Wrote ${path} into ${into}, for another job.`]);
  else if (fresh) tell(told);
  else {
    await place.write(path, text);
    tell([`Wrote ${path}.`, ...told.slice(1, -1)]);
  }
  return exits.open;
}

/** Beside the snapshot stands which commit it was rendered at, and in which run. */
async function handOver(place: SnapshotPlace, into: string, path: string, text: string): Promise<void> {
  await mkdir(into, { recursive: true });
  const other = place.folder(into);
  const commit = await place.commit();
  const before = await other.read(manifestName);
  const known = before.kind === 'text' ? readManifest(before.text, manifestName) : undefined;
  if (known !== undefined && ('what' in known || known.commit !== commit))
    throw fault(`${join(into, manifestName)} is of another commit.`, 'Name an empty folder with --into.');
  await other.write(path, text);
  const files = [...(known?.files ?? []), path];
  await other.write(manifestName, writeManifest({ commit, ...(place.run !== undefined && { run: place.run }), files }));
}

/** The snapshot's path from the repository's root: the one that is named, else the only one there is. */
async function findPath(place: SnapshotPlace, named: string | undefined, folder: string): Promise<string> {
  if (named !== undefined) {
    const written = (isAbsolute(named) ? relative(folder, named) : named).replaceAll('\\', '/');
    const path = join(place.below, written).replaceAll('\\', '/');
    if (path.startsWith('../') || !snapshotEnding.test(path))
      throw fault(
        `${named} is no place for a snapshot.`,
        'Name a file in the repository that ends in `.rendered.jsonl`.',
      );
    return path;
  }
  const paths = await place.paths();
  // What was written for another job lies in the same tree, and is no snapshot of its own.
  const apart = paths
    .filter((path) => path.endsWith(`/${manifestName}`))
    .map((path) => path.slice(0, -manifestName.length));
  const found = paths.filter((path) => snapshotEnding.test(path) && !apart.some((folder) => path.startsWith(folder)));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const what =
    only === undefined
      ? 'There is no snapshot yet.'
      : `There are ${found.length} snapshots: ${found.slice(0, 5).join(', ')}.`;
  throw fault(what, 'Name the file with --file, such as `--file prompts/answer.rendered.jsonl`.');
}

/** A key that a command is given by name is one that its code can send anywhere. */
function namesIn(env: string): readonly string[] {
  const names = env
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const secret = names.find((name) => /key|token|secret|password|credential/iu.test(name));
  if (secret === undefined) return names;
  throw fault(
    `${secret} is not handed on: a snapshot is rendered without keys.`,
    'Leave it out of --env; rendering a request sends nothing.',
  );
}

function fault(what: string, fix: string): ProblemError {
  return new ProblemError({ reason: 'files', what, fix });
}
