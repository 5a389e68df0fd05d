import type { PortabilityReport } from '../../core/portability/portability-report.ts';
import { daysUntil } from '../../core/retirement/retirement-day.ts';
import { toMarkdown } from '../markdown/escape.ts';
import { linkTo } from '../markdown/link-to.ts';
import { showNumberOf } from '../show-quantity.ts';
import { listNames, own, type Phrase, plain, quote, say } from '../wording/say.ts';
import { promptMarkdown } from './prompt-markdown.ts';

export type RetiringModel = NonNullable<PortabilityReport['retiring']>[number];

/** GitHub refuses the body of an issue that is longer. */
const longest = 65_536;

/** The title of the issue about a model that ends, as plain text. */
export function titleOfRetiring({ model, day, prompts, roles }: RetiringModel): string {
  const users = [
    ...(prompts.length === 0 ? [] : [showNumberOf(prompts.length, 'prompt')]),
    ...roles.map((role) => (role === 'judge' ? 'the judge' : 'the simulated user')),
  ];
  return plain(say`${model} ends on ${own(`${day}: move ${users.join(' and ')}`)}`, (text) => text);
}

/** The issue about a model that ends: until when, who uses it, and on which successors each prompt is safe. */
export function writeRetiringIssue(
  retiring: RetiringModel,
  report: PortabilityReport,
  { run, marker }: { readonly run: string; readonly marker: string },
): string {
  const { model, day, prompts, roles, successors } = retiring;
  const left = daysUntil(day, report.startedAt);
  const head: readonly Phrase[] = [
    say`${model} ends on ${own(day)}${own(left > 0 ? `, in ${showNumberOf(left, 'day')}` : ': it may not answer any more')}.`,
    successors.length === 0
      ? say`No successor is known. Name some in the config: ${`successors: { ${model}: [...] }`}.`
      : say`Tried in its place: ${listNames(successors)}.`,
  ];
  const users = [
    ...prompts.map((path) => `- [ ] ${toMarkdown(say`${path}`)}`),
    ...roles.map((role) => `- [ ] ${toMarkdown(say`${role} of the config`)}`),
  ];
  const judged =
    roles.length === 0
      ? []
      : [
          'What grades or plays the user is compared in a pull request that changes it: both then judge the same replies.',
        ];
  const matrices = report.prompts.filter(({ reference, path }) => prompts.includes(path) && reference.model === model);
  const foot = [
    '**Next** · Write the model that you choose in the prompt, or in `models` of the config, and open a pull request: its review holds both against each other. This issue closes itself once nothing uses the model any more.',
    [`<sub>Promptgate, ${report.startedAt.slice(0, 10)}</sub>`, linkTo('This run', run)]
      .filter((part) => part !== '')
      .join(' · '),
    marker,
  ];
  const problems = report.problems.map(({ what }) => `- ${toMarkdown(say`Not asked: ${quote(what)}`)}`);
  const top = [...head.map(toMarkdown), ['Who uses it:', ...users].join('\n'), ...judged, ...problems];
  for (let count = matrices.length; count >= 0; count--) {
    const parts = matrices.slice(0, count).map((prompt) => promptMarkdown(prompt, true, report));
    const more =
      count < matrices.length ? [`… and ${showNumberOf(matrices.length - count, 'prompt')} more in the report.`] : [];
    const text = [...top, ...parts, ...more, ...foot].join('\n\n');
    if (text.length <= longest) return text;
  }
  return [toMarkdown(head[0] ?? []), ...foot].join('\n\n');
}

/** What the issue says once nothing needs it. */
export function writeRetired(
  model: string,
  { run, marker }: { readonly run: string; readonly marker: string },
): string {
  return [
    toMarkdown(
      say`No prompt, judge or simulated user here runs on ${model} any more, or it no longer ends within the time that is looked at.`,
    ),
    linkTo('This run', run),
    marker,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
