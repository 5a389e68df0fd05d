import { rmSync } from 'node:fs';
import type { Host } from '../core/ports.ts';
import { programFiles, programVersion } from '../core/scoring/program-files.ts';
import type { Settings } from '../core/settings/settings.ts';
import { layOutFiles } from '../hosts/scorer/lay-out-files.ts';

/** Where the team's programs run and what a reader should know of it, or why none does. */
export type ProgramPlace =
  | {
      readonly kind: 'at';
      readonly cwd: string;
      readonly notes: readonly string[];
      /** A hash of what a command runs; undefined where that cannot be told. */
      readonly version: (command: readonly string[]) => string | undefined;
      readonly leave: () => void;
    }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Lays the files of the base branch that the commands name into a folder of their own: nothing of the pull request's is run, be it
 * checked out or not.
 */
export async function programPlace(
  { scorers, applications }: Settings,
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
): Promise<ProgramPlace> {
  const used = applications.size === 0 ? 'scorers' : 'scorers and applications';
  if (await isFork()) return { kind: 'refused', why: `${used} are not run for a fork's pull request` };
  const pull = await host.pullRequest();
  if ('nothing' in pull) return { kind: 'refused', why: pull.nothing };
  const tip = await host.tree(pull.tip);
  const kinds = [
    { who: 'Scorers', all: scorers },
    { who: 'Applications', all: applications },
  ].map(({ who, all }) => ({
    who,
    commands: [...all.values()].flatMap((one) => (one.kind === 'command' ? [one.command] : [])),
    paths: new Set<string>(),
  }));
  for (const { commands, paths } of kinds) {
    for (const command of commands) {
      const found = programFiles(command, tip, workspace);
      if (found.kind === 'refused')
        return { kind: 'refused', why: `\`${command.join(' ')}\` is not run: ${found.why}` };
      for (const path of found.paths) paths.add(path);
    }
  }
  const texts = await host.texts(pull.tip, [...new Set(kinds.flatMap(({ paths }) => [...paths]))]);
  const files = new Map(
    [...texts].flatMap(([path, read]) => (read.kind === 'text' ? [[path, read.text] as const] : [])),
  );
  const cwd = layOutFiles(files, temp);
  const [head, base] = await Promise.all([host.tree(pull.head), host.tree(pull.base)]);
  const told = kinds.flatMap(({ who, paths }) => {
    const changed = [...paths].filter((path) => head.get(path)?.id !== base.get(path)?.id);
    const left = [...paths].filter((path) => !files.has(path));
    return [
      ...(changed.length === 0
        ? []
        : [`${who} ran as the base branch has them; this pull request changes ${list(changed)}.`]),
      ...(left.length === 0 ? [] : [`Left out beside ${who.toLowerCase()}, since they are no texts: ${list(left)}.`]),
    ];
  });
  return {
    kind: 'at',
    cwd,
    notes: told,
    version: (command) => programVersion(command, tip, { workspace, beside: false }),
    leave: () => rmSync(cwd, { recursive: true, force: true }),
  };
}

function list(all: readonly string[]): string {
  return all
    .slice(0, 5)
    .map((path) => `\`${path}\``)
    .join(', ');
}
