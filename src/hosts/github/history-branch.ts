import { z } from 'zod';
import { ProblemError } from '../../core/problem.ts';
import { blobAnswer, refAnswer, treeAnswer } from './answers.ts';
import type { Answered, GitHubConnection } from './connect-github.ts';
import { orProblem } from './reading-problem.ts';
import type { Refusal } from './refusal.ts';

/** The branch that keeps what scheduled runs saw. It shares no commit with the others. */
const historyBranch = 'promptgate-history';

const reference = `heads/${historyBranch}`;
const about = `# What Promptgate's scheduled runs saw

One line of JSON a run, prompt and model, in a file a month. Runs add lines, and change none.
The lines are described in \`schema/history.schema.json\` of Promptgate. Delete the branch to begin anew.
`;
/** Runs that land at once each win one of these. */
const mostAttempts = 10;

/** Text files in one folder that only grow, on a branch of their own. */
export type HistoryBranch = {
  /** All of them by name; none where there is no branch. @throws ProblemError */
  readonly read: () => Promise<ReadonlyMap<string, string>>;
  /** Adds lines to files, in one commit. @throws ProblemError where it may not, or others are always faster */
  readonly append: (added: ReadonlyMap<string, string>, message: string) => Promise<void>;
  /** A file by its name, empty where there is none: what is no history. @throws ProblemError */
  readonly readFile: (name: string) => Promise<string>;
  /** Puts another text in its place, in one commit. @throws ProblemError as `append` */
  readonly replaceFile: (name: string, text: string, message: string) => Promise<void>;
};

/** What files become, by name, from what they are. */
type Changes = ReadonlyMap<string, (before: string) => string>;

const created = z.object({ sha: z.string() });

const modes = ['100644', '100755', '040000', '120000', '160000'] as const;
const types = ['blob', 'tree', 'commit'] as const;
type Entry = {
  readonly path: string;
  readonly mode: (typeof modes)[number];
  readonly type: (typeof types)[number];
  readonly sha: string;
};

/**
 * Reads and writes the branch through the Git data API: blobs, a tree, a commit, then the reference moves, if nobody moved it
 * meanwhile. Never forced: of two runs at once the later one reads again and adds to what the first one wrote. A run that is killed
 * amid leaves objects that nothing refers to, and the branch as it was.
 * @param wait lets a moment pass before another attempt, longer after each
 */
export function openHistoryBranch(
  connection: GitHubConnection,
  wait: (attempt: number) => Promise<void>,
): HistoryBranch {
  const reading = { what: `The branch \`${historyBranch}\``, permission: 'contents: read' };
  const writing = { what: `The branch \`${historyBranch}\``, permission: 'contents: write', writes: true } as const;
  const tip = async (): Promise<string | undefined> => {
    const answered = await connection.ask(
      refAnswer,
      async (octokit, where) => (await octokit.rest.git.getRef({ ...where, ref: reference })).data,
    );
    if (answered.kind === 'refused' && answered.refusal.kind === 'missing') return undefined;
    return orProblem(connection, reading, answered).object.sha;
  };
  /** Of the branch's top folder: files, and whatever else people keep there. */
  const list = async (commit: string): Promise<readonly Entry[]> => {
    const listed = await connection.ask(
      treeAnswer,
      async (octokit, where) => (await octokit.rest.git.getTree({ ...where, tree_sha: commit })).data,
    );
    const { tree, truncated } = orProblem(connection, reading, listed);
    if (truncated)
      throw new ProblemError({
        reason: 'files',
        what: `The branch \`${historyBranch}\` holds more files than GitHub lists, so a commit would lose some.`,
        fix: 'Delete what is none of the history there, or begin the branch anew.',
      });
    return tree.flatMap((entry) => {
      const [mode, type] = [modes.find((one) => one === entry.mode), types.find((one) => one === entry.type)];
      return mode === undefined || type === undefined ? [] : [{ path: entry.path, mode, type, sha: entry.sha }];
    });
  };
  const text = async (blob: string): Promise<string> => {
    const answered = await connection.ask(
      blobAnswer,
      async (octokit, where) => (await octokit.rest.git.getBlob({ ...where, file_sha: blob })).data,
    );
    return Buffer.from(orProblem(connection, reading, answered).content, 'base64').toString('utf8');
  };
  const blobOf = async (content: string): Promise<string> => {
    const encoded = Buffer.from(content, 'utf8').toString('base64');
    const answered = await connection.ask(
      created,
      async (octokit, where) =>
        (await octokit.rest.git.createBlob({ ...where, content: encoded, encoding: 'base64' })).data,
    );
    return orProblem(connection, writing, answered).sha;
  };

  /** One attempt. @returns whether the branch moved */
  const change = async (changes: Changes, message: string): Promise<boolean> => {
    const parent = await tip();
    const entries = parent === undefined ? [] : await list(parent);
    const grown = new Map<string, string>();
    for (const [name, grow] of changes) {
      const held = entries.find(({ path, type }) => path === name && type === 'blob');
      grown.set(name, grow(held === undefined ? '' : await text(held.sha)));
    }
    if (parent === undefined) grown.set('README.md', about);
    const written = await Promise.all(
      [...grown].map(async ([path, content]) => {
        return { path, mode: '100644', type: 'blob', sha: await blobOf(content) } as const;
      }),
    );
    const whole = [...entries.filter(({ path }) => !grown.has(path)), ...written];
    const tree = await connection.ask(
      created,
      async (octokit, where) => (await octokit.rest.git.createTree({ ...where, tree: whole })).data,
    );
    const root = orProblem(connection, writing, tree).sha;
    const commit = await connection.ask(
      created,
      async (octokit, where) =>
        (
          await octokit.rest.git.createCommit({
            ...where,
            message,
            tree: root,
            parents: parent === undefined ? [] : [parent],
          })
        ).data,
    );
    const { sha } = orProblem(connection, writing, commit);
    const moved: Answered<unknown> = await connection.ask(z.unknown(), (octokit, where) =>
      parent === undefined
        ? octokit.rest.git.createRef({ ...where, ref: `refs/${reference}`, sha })
        : octokit.rest.git.updateRef({ ...where, ref: reference, sha, force: false }),
    );
    if (moved.kind === 'refused' && isTaken(moved.refusal)) return false;
    orProblem(connection, writing, moved);
    return true;
  };

  const land = async (changes: Changes, message: string): Promise<void> => {
    for (let attempt = 1; !(await change(changes, message)); attempt++) {
      if (attempt === mostAttempts) {
        const told = `other runs moved it at each of ${mostAttempts} attempts`;
        orProblem(connection, writing, { kind: 'refused', refusal: { kind: 'rejected', status: 422, message: told } });
      }
      await wait(attempt);
    }
  };

  return {
    async read() {
      const commit = await tip();
      if (commit === undefined) return new Map();
      const files = (await list(commit)).filter(({ path, type }) => type === 'blob' && path.endsWith('.ndjson'));
      return new Map(await Promise.all(files.map(async ({ path, sha }) => [path, await text(sha)] as const)));
    },
    append: (added, message) => {
      const grown = [...added].map(([name, lines]) => {
        const grow = (before: string) => `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines}`;
        return [name, grow] as const;
      });
      return land(new Map(grown), message);
    },
    async readFile(name) {
      const commit = await tip();
      const held = commit === undefined ? [] : await list(commit);
      const file = held.find(({ path, type }) => path === name && type === 'blob');
      return file === undefined ? '' : text(file.sha);
    },
    replaceFile: (name, whole, message) => land(new Map([[name, () => whole]]), message),
  };
}

/** Another run moved the reference, or made it, since it was read. */
function isTaken(refusal: Refusal): boolean {
  return refusal.kind === 'rejected' && (refusal.status === 422 || refusal.status === 409);
}
