import type { Report } from '../../core/report/report.ts';
import { plainAddress } from '../markdown/link-to.ts';

export type Link = { readonly text: string; readonly address: string };

/** Where a report leads: its pull request, its run. */
export function linksOf({ links, pullRequest }: Report): readonly Link[] {
  const run = plainAddress(links.run);
  const repository = repositoryOf(run);
  return [
    ...(repository === undefined || pullRequest === undefined
      ? []
      : [{ text: `Pull request #${pullRequest}`, address: `${repository}/pull/${pullRequest}` }]),
    ...(run === undefined ? [] : [{ text: 'Run', address: run }]),
  ];
}

/** Where the files of head are shown, up to their path; undefined where that is not known. */
export function filesAtHead({ links, head }: Report): string | undefined {
  const repository = repositoryOf(plainAddress(links.run));
  return repository === undefined || !/^[0-9a-f]{40}$/u.test(head.sha) ? undefined : `${repository}/blob/${head.sha}/`;
}

/** The address of a file, or of `file:line`, below `folder`. */
export function fileAddress(folder: string, at: string): string {
  const { path = at, line } = /^(?<path>.*):(?<line>\d+)$/su.exec(at)?.groups ?? {};
  const encoded = path.toWellFormed().split('/').map(encodeURIComponent).join('/');
  return `${folder}${encoded}${line === undefined ? '' : `#L${line}`}`;
}

/** For a shell in a checkout: judges the report's replies again and asks nothing, or checks again. Undefined of score files. */
export function replayOf({ mode, base, head, prompts }: Report): string | undefined {
  if (mode === 'compare') return undefined;
  if (mode === 'check') return checkCommand(prompts.map(({ path }) => path).slice(0, 3));
  const [old, now] = [base.sha, head.sha].map((sha) => (/^[0-9a-f]{40}$/u.test(sha) ? sha.slice(0, 12) : undefined));
  // What this machine asked it has kept.
  if (old === undefined || now === undefined) return 'npx promptgate review';
  return `git switch --detach ${now} && npx promptgate review --base ${old} --from-run promptgate.json`;
}

/** For a shell, which takes nothing in the paths for its own. */
export function checkCommand(paths: readonly string[]): string {
  const quoted = paths.map((path) => (/^[\w./-]+$/u.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`));
  return ['npx promptgate check', ...quoted].join(' ');
}

function repositoryOf(run: string | undefined): string | undefined {
  return /^(https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+)\/actions\/runs\/\d+/u.exec(run ?? '')?.[1];
}
