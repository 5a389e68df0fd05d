import { rmSync } from 'node:fs';
import type { Host } from '../core/ports.ts';
import { scorerFiles } from '../core/scoring/scorer-files.ts';
import type { Settings } from '../core/settings/settings.ts';
import { layOutFiles } from '../hosts/scorer/lay-out-files.ts';

/** Where scorers run and what a reader should know of it, or why none does. */
export type ScorerPlace =
  | { readonly kind: 'at'; readonly cwd: string; readonly notes: readonly string[]; readonly leave: () => void }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Lays the files of the base branch that the commands name into a folder of their own: nothing of the pull request's is run, be it
 * checked out or not.
 */
export async function scorerPlace(
  { scorers }: Settings,
  {
    host,
    isFork,
    workspace,
    temp,
  }: {
    readonly host: Host;
    readonly isFork: () => Promise<boolean>;
    readonly workspace: string;
    readonly temp: string | undefined;
  },
): Promise<ScorerPlace> {
  const commands = [...scorers.values()].flatMap((scorer) => (scorer.kind === 'command' ? [scorer.command] : []));
  if (await isFork()) return { kind: 'refused', why: "scorers are not run for a fork's pull request" };
  const pull = await host.pullRequest();
  if ('nothing' in pull) return { kind: 'refused', why: pull.nothing };
  const tip = await host.tree(pull.tip);
  const paths = new Set<string>();
  for (const command of commands) {
    const found = scorerFiles(command, tip, workspace);
    if (found.kind === 'refused') return { kind: 'refused', why: `\`${command.join(' ')}\` is not run: ${found.why}` };
    for (const path of found.paths) paths.add(path);
  }
  const texts = await host.texts(pull.tip, [...paths]);
  const files = new Map(
    [...texts].flatMap(([path, read]) => (read.kind === 'text' ? [[path, read.text] as const] : [])),
  );
  const cwd = layOutFiles(files, temp);
  const [head, base] = await Promise.all([host.tree(pull.head), host.tree(pull.base)]);
  const changed = [...paths].filter((path) => head.get(path)?.id !== base.get(path)?.id);
  const left = [...paths].filter((path) => !files.has(path));
  const list = (all: readonly string[]): string =>
    all
      .slice(0, 5)
      .map((path) => `\`${path}\``)
      .join(', ');
  return {
    kind: 'at',
    cwd,
    notes: [
      ...(changed.length === 0
        ? []
        : [`Scorers ran as the base branch has them; this pull request changes ${list(changed)}.`]),
      ...(left.length === 0 ? [] : [`Left out beside scorers, since they are no texts: ${list(left)}.`]),
    ],
    leave: () => rmSync(cwd, { recursive: true, force: true }),
  };
}
