import type { Refused } from '../../core/forum.ts';
import type { Acceptance } from '../../core/publish/acceptance.ts';
import type { Published } from '../../core/publish/publish-comment.ts';
import type { Report } from '../../core/report/report.ts';
import type { OutputName } from '../../core/settings/outputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Stage } from './stage.ts';

/** A label that is set and opens nothing is told; one that is not set is nothing to tell. */
export function tellUnaccepted(acceptance: Acceptance | undefined, { acceptLabel }: Settings, { say }: Stage): void {
  if (acceptance?.kind !== 'not-accepted' || acceptance.why === `the label ${acceptLabel} is not set`) return;
  say(`Not accepted: ${acceptance.why}.`);
}

/** What became of the comment. One that cannot be written is a warning, and decides nothing. */
export function tellPublished(
  published: Published,
  report: Pick<Report, 'verdict'>,
  setOutput: (name: OutputName, value: string) => void,
  stage: Stage,
): void {
  switch (published.kind) {
    case 'written':
      setOutput('comment-url', published.url);
      if (published.left !== undefined) {
        const message = `Another comment of ours, which shows something else, could not be removed: ${wordRefused(published.left)} Or delete it by hand.`;
        stage.annotate({ level: 'warning', title: 'Promptgate', message });
      }
      break;
    case 'kept':
      if (published.url !== undefined) setOutput('comment-url', published.url);
      break;
    case 'superseded':
      stage.say(`The comment was left alone: ${published.why}.`);
      break;
    case 'not-written': {
      if (report.verdict === 'skipped') break;
      const message = `The comment could not be written: ${wordRefused(published)} The verdict is not affected; the job summary has the table.`;
      stage.annotate({ level: 'warning', title: 'Promptgate', message });
    }
  }
}

/** Why, and what may help. */
export function wordRefused({ message, permission, fix }: Omit<Refused, 'kind'>): string {
  const help = permission === undefined ? fix : `Grant the job \`permissions: { ${permission} }\`.`;
  return [`${message.replace(/\.$/u, '')}.`, ...(help === undefined ? [] : [help])].join(' ');
}
