import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemError } from '../core/problem.ts';
import type { FileText } from '../core/pull-request.ts';
import { findRepository, folderInTree } from '../hosts/git/find-repository.ts';
import { gitWord } from '../hosts/git/run-git.ts';
import { openWorkingTree } from '../hosts/git/working-tree.ts';
import { cleanEnvironment } from '../hosts/scorer/clean-environment.ts';
import { runCommand } from '../hosts/scorer/run-command.ts';
import { readFileText } from '../hosts/workspace/read-file-text.ts';
import { writeInFolder } from '../hosts/workspace/write-in-folder.ts';

/** Rendering a golden set may have to load an application first. */
const limits = { timeoutMs: 600_000, answerBytes: 5 * 1024 * 1024 };

/** The variable that names the file a command may write its lines to, where its stdout is not its own. */
const fileVariable = 'PROMPTGATE_SNAPSHOT';

/** What a snapshot is taken with. */
export type SnapshotPlace = {
  /** Where this folder lies in the repository: with a slash at its end, or empty. */
  readonly below: string;
  /** Files of the working tree, from its root. */
  readonly paths: () => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<FileText>;
  readonly write: (path: string, text: string) => Promise<void>;
  /** Another folder that is written to, wherever it lies. */
  readonly folder: (path: string) => Pick<SnapshotPlace, 'read' | 'write'>;
  /** Runs a team's command and takes what it writes. @throws ProblemError */
  readonly render: (command: readonly [string, ...string[]], env: readonly string[]) => Promise<string>;
  readonly commit: () => Promise<string>;
  /** Id of the workflow run that this is a job of. */
  readonly run: string | undefined;
};

/** @throws ProblemError where there is no repository */
export async function wireSnapshot(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<SnapshotPlace> {
  const repository = await findRepository(folder);
  const { root } = repository;
  const within = (place: string): Pick<SnapshotPlace, 'read' | 'write'> => ({
    read: (path) => readFileText(path, { folder: place, inside: true, most: limits.answerBytes }),
    write: async (path, text) => {
      await writeInFolder(place, path, piecesOf(text));
    },
  });
  return {
    ...within(root),
    below: await folderInTree(folder),
    folder: within,
    paths: async () => {
      const tree = await openWorkingTree(repository);
      try {
        return [...(await tree.tree(tree.now)).keys()];
      } finally {
        await tree.close();
      }
    },
    commit: () => gitWord(root, ['rev-parse', 'HEAD']),
    run: environment['GITHUB_RUN_ID'],
    render: async (command, env) => {
      const named = Object.fromEntries(
        env.flatMap((name): [string, string][] => {
          const value = environment[name];
          return value === undefined ? [] : [[name, value]];
        }),
      );
      const own = await mkdtemp(join(tmpdir(), 'promptgate-snapshot-'));
      const file = join(own, 'lines.jsonl');
      try {
        const clean = { ...cleanEnvironment(environment), ...named, [fileVariable]: file };
        const said = await runCommand({ command, input: '', cwd: folder, environment: clean, limits, signal });
        if (said.kind !== 'text') {
          const what = `The command failed: ${said.kind === 'failed' ? said.why : 'it wrote no text'}.`;
          const fix = 'It runs without the keys of this environment; name what else it needs with --env.';
          throw new ProblemError({ reason: 'files', what, fix });
        }
        const written = await readFile(file, 'utf8').catch(() => undefined);
        return written ?? said.text;
      } finally {
        await rm(own, { recursive: true, force: true });
      }
    },
  };
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text;
}
