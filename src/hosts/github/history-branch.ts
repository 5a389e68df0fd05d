import { z } from 'zod';
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
  const list = async (commit: string): Promise<ReadonlyMap<string, string>> => {
    const listed = await connection.ask(
      treeAnswer,
      async (octokit, where) => (await octokit.rest.git.getTree({ ...where, tree_sha: commit })).data,
    );
    const { tree } = orProblem(connection, reading, listed);
    return new Map(tree.flatMap(({ path, type, sha }) => (type === 'blob' ? [[path, sha] as const] : [])));
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
    const files = parent === undefined ? new Map<string, string>() : await list(parent);
    const grown = new Map<string, string>();
    for (const [name, grow] of changes) {
      const blob = files.get(name);
      grown.set(name, grow(blob === undefined ? '' : await text(blob)));
    }
    if (parent === undefined) grown.set('README.md', about);
    const written = await Promise.all(
      [...grown].map(async ([path, content]) => [path, await blobOf(content)] as const),
    );
    const others = [...files].filter(([path]) => !grown.has(path));
    const tree = await connection.ask(created, async (octokit, where) => {
      const entries = [...others, ...written].map(
        ([path, sha]) => ({ path, mode: '100644', type: 'blob', sha }) as const,
      );
      return (await octokit.rest.git.createTree({ ...where, tree: entries })).data;
    });
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
      const files = [...(await list(commit))].filter(([path]) => path.endsWith('.ndjson'));
      return new Map(await Promise.all(files.map(async ([path, blob]) => [path, await text(blob)] as const)));
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
      const blob = commit === undefined ? undefined : (await list(commit)).get(name);
      return blob === undefined ? '' : text(blob);
    },
    replaceFile: (name, whole, message) => land(new Map([[name, () => whole]]), message),
  };
}

/** Another run moved the reference, or made it, since it was read. */
function isTaken(refusal: Refusal): boolean {
  return refusal.kind === 'rejected' && (refusal.status === 422 || refusal.status === 409);
}
