import { hash } from '../hash.ts';
import type { Host } from '../ports.ts';
import { type Problem, ProblemError } from '../problem.ts';
import type { ChangedFile, FileText, PullRequest, Revision, TreeEntry } from '../pull-request.ts';
import type { Side } from '../side.ts';
import type { HandedOver } from './handed-over.ts';

/** The snapshots of each side that other jobs rendered; a side without any has those that are committed. */
export type HandedOverSides = Readonly<Partial<Record<Side, HandedOver>>>;

/**
 * A host whose sides hold the snapshots that were handed over, as if they had been committed. Nothing else of what was handed over
 * is read, and nothing of it is believed: each side has to be of the commit that is compared.
 * @param read reads what was handed over, once the first tree is asked for. @throws ProblemError
 */
export function withHandedOver(host: Host, read: () => Promise<HandedOverSides>): Host {
  let comparing: Promise<{ readonly pull: PullRequest | undefined; readonly sides: HandedOverSides }> | undefined;
  const compared = () => {
    comparing ??= Promise.all([host.pullRequest(), read()]).then(([pull, sides]) => {
      return { pull: 'nothing' in pull ? undefined : pull, sides };
    });
    return comparing;
  };
  const textsAt = async (revision: Revision): Promise<ReadonlyMap<string, string> | undefined> => {
    const { pull, sides } = await compared();
    if (revision.sha === pull?.head.sha) return sides.new?.texts;
    return revision.sha === pull?.base.sha ? sides.old?.texts : undefined;
  };
  const text = async (revision: Revision, path: string): Promise<FileText> => {
    const over = (await textsAt(revision))?.get(path);
    return over === undefined ? host.text(revision, path) : { kind: 'text', text: over };
  };
  return {
    ...host,
    text,
    async tree(revision) {
      const [tree, texts] = await Promise.all([host.tree(revision), textsAt(revision)]);
      if (texts === undefined) return tree;
      return new Map([...tree, ...[...texts].map(([path, over]) => [path, entryOf(path, over)] as const)]);
    },
    async texts(revision, paths) {
      const over = await textsAt(revision);
      const left = over === undefined ? paths : paths.filter((path) => !over.has(path));
      const rest = await host.texts(revision, left);
      return new Map(
        paths.map((path): [string, FileText] => {
          const held = over?.get(path);
          return [path, held === undefined ? (rest.get(path) ?? { kind: 'absent' }) : { kind: 'text', text: held }];
        }),
      );
    },
    async changedFiles(pull) {
      const [changed, { sides }] = await Promise.all([host.changedFiles(pull), compared()]);
      const paths = [...new Set([...(sides.old?.texts.keys() ?? []), ...(sides.new?.texts.keys() ?? [])])];
      const found = await Promise.all(
        paths.map(async (path): Promise<readonly ChangedFile[]> => {
          const [before, after] = await Promise.all([text(pull.base, path), text(pull.head, path)]);
          if (before.kind === 'text' && after.kind === 'text' && before.text === after.text) return [];
          if (before.kind === 'absent' && after.kind === 'absent') return [];
          const status = before.kind === 'absent' ? 'added' : after.kind === 'absent' ? 'removed' : 'modified';
          return [{ path, status }];
        }),
      );
      return [...changed.filter(({ path }) => !paths.includes(path)), ...found.flat()];
    },
  };
}

function entryOf(path: string, text: string): TreeEntry {
  return { path, mode: 'file', id: hash(text), bytes: text.length };
}

/**
 * Makes sure that what was handed over is of the commits that are compared, and says where each side came from.
 * @param ownRun id of this workflow run, where the run is one with secrets whose workflow no pull request can change: then the old
 *   side must be rendered in it too, since what another run uploaded may be of the pull request's own making. That id is not known
 *   before it begins, so that no other run can claim it. And the new side must not be, since then code of the pull request ran in it.
 * @returns sentences for the report; @throws ProblemError
 */
export function tellHandedOver(
  { base, head }: Pick<PullRequest, 'base' | 'head'>,
  sides: HandedOverSides,
  ownRun: string | undefined,
): readonly string[] {
  const problems = (['old', 'new'] as const).flatMap((side): readonly Problem[] => {
    const over = sides[side];
    if (over === undefined) return [];
    const wanted = side === 'old' ? base.sha : head.sha;
    const named = side === 'old' ? 'the merge base' : 'the head of the pull request';
    if (over.commit !== wanted) {
      const what = `What \`rendered-${side}\` holds was rendered at ${short(over.commit)}, and ${named} is ${short(wanted)}.`;
      return [{ reason: 'files', what, fix: `Check out ${wanted} in the job that renders it.` }];
    }
    if (ownRun === undefined) return [];
    if (side === 'new') return over.run === ownRun && sides.old !== undefined ? [madeTogether] : [];
    if (over.run === ownRun) return [];
    const what =
      'What `rendered-old` holds was not rendered in this workflow run, so it may be of the pull request’s own making.';
    const fix =
      'Render the old side in a job of this workflow that checks out the merge base: docs/prompts-in-code.md shows it.';
    return [{ reason: 'files', what, fix }];
  });
  const [first, ...others] = problems;
  if (first !== undefined) throw new ProblemError(first, ...others);
  if (sides.old === undefined && sides.new === undefined) return [];
  const from = (side: Side): string => {
    const over = sides[side];
    if (over === undefined) return `the ${side} side is what is committed`;
    const run = over.run === undefined ? '' : ` in workflow run ${over.run}`;
    return `the ${side} side was rendered at ${short(over.commit)}${run} and handed over`;
  };
  return [`Rendered snapshots: ${from('old')}; ${from('new')}.`];
}

/** Whoever runs code in a run can upload what another job of that run is to upload. */
const madeTogether: Problem = {
  reason: 'files',
  what: 'What `rendered-new` holds was rendered in this workflow run, which has secrets: code of the pull request that runs in it could have made `rendered-old` as well.',
  fix: 'Render the new side in a workflow of its own on `pull_request`, and review after it: docs/prompts-in-code.md shows it.',
};

function short(sha: string): string {
  return `\`${sha.slice(0, 10)}\``;
}
