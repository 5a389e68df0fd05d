import type { Report } from '../../core/report/report.ts';
import { own, type Phrase, quote, say } from './say.ts';

type Unreviewed = Report['unreviewed'][number];

/** Of one prompt, and of several. */
const causes = {
  'no-cases': ['it has no golden cases', 'they have no golden cases'],
  instructions: [
    'it holds instructions for agents, and has no golden cases',
    'they hold instructions for agents, and have no golden cases',
  ],
  'no-checks': ['none of its cases has a check', 'none of their cases has a check'],
  'not-run': [
    'nothing that some of its cases ask for can be run here',
    'nothing that some of their cases ask for can be run here',
  ],
  unrendered: [
    'its template cannot be rendered for some of its cases',
    'their templates cannot be rendered for some of their cases',
  ],
  'no-line': [
    'its snapshot has no line any more for some of its cases',
    'their snapshots have no line any more for some of their cases',
  ],
  'not-rendered': [
    'the code that renders it changed, and its snapshot did not follow',
    'the code that renders them changed, and their snapshots did not follow',
  ],
  'no-snapshot': [
    'it is code that `watch` names, and no snapshot shows what it renders',
    'they are code that `watch` names, and no snapshot shows what they render',
  ],
  'not-sent': ['it shows what is not sent in some of its cases', 'they show what is not sent in some of their cases'],
  format: ['its format is not read', 'their format is not read'],
  'no-glob': [
    'it looks like a prompt, and no glob of `prompts` names it',
    'they look like prompts, and no glob of `prompts` names them',
  ],
  template: ['its template is not filled here', 'their templates are not filled here'],
  removed: ['it was removed', 'they were removed'],
  unrecognised: ['it is no longer read as a prompt', 'they are no longer read as prompts'],
  'no-keys': ['there is no key to ask a model with', 'there is no key to ask a model with'],
  fork: ['the pull request is from a fork, which gets no keys', 'the pull request is from a fork, which gets no keys'],
  budget: ['the budget is too small', 'the budget is too small'],
} as const satisfies Record<Unreviewed['why'], readonly [string, string]>;

const mends = {
  'no-cases': 'Write some: docs/cases.md has examples.',
  instructions: 'Read what changed, or write cases: docs/agents.md has examples.',
  'no-checks': 'Add a check to its cases, such as `contains: "30 days"`.',
  'not-run': 'Put a check of `docs/checks.md` in their place.',
  unrendered: 'Give these cases the variables that the template needs, or remove them.',
  'no-line': 'If they are gone for good, this is told once; else render the snapshot anew with `promptgate snapshot`.',
  'not-rendered':
    'Render it anew with `promptgate snapshot -- COMMAND` and commit it. Where the code renders the same as before, a job of a workflow on `pull_request` that hands over what it renders shows that: docs/prompts-in-code.md.',
  'no-snapshot': 'Render one with `promptgate snapshot --file prompts/NAME.rendered.jsonl -- COMMAND` and commit it.',
  'not-sent':
    'Give pictures, sounds and files under `vars` of a golden case, ask in words alone, or exclude the prompt under `prompts` with `!`.',
  format: 'docs/formats.md lists the formats that are read.',
  'no-glob': 'Name it under `prompts` in the config, or exclude it there with `!`.',
  template: 'Write its variables as `{{name}}`, or name its engine under `templates` in the config.',
  removed: 'If it is in use still, under another name or in another place, bring its cases there.',
  unrecognised:
    'Give it a form that is read: docs/formats.md lists them. Or remove it and its cases, if it is no prompt any more.',
  'no-keys': 'Give the action `api-key`.',
  budget: 'Raise `max-calls` or `max-cost`, or narrow the cases down with `tags`.',
  fork: 'Someone of the repository can review it, or see `allow-forks`.',
} as const satisfies Record<Unreviewed['why'], string>;

/** Why nothing guards a changed prompt, with where and which. */
export function wordUnreviewed(one: Unreviewed): Phrase {
  const detail = one.detail === undefined ? [] : say` (${quote(one.detail)})`;
  return say`${wordCause(one)}${detail}`;
}

/** Why nothing guards a changed prompt, or several, in a few words. */
export function wordCause({ why }: Pick<Unreviewed, 'why'>, prompts = 1): Phrase {
  return own(causes[why][prompts === 1 ? 0 : 1]);
}

/** What would guard it. */
export function mendUnreviewed(one: Unreviewed): Phrase {
  const tagged = one.why === 'no-cases' && one.detail?.startsWith('none with the tag') === true;
  const general = own(tagged ? 'Give its cases one of the tags, or leave `tags` out.' : mends[one.why]);
  return one.fix === undefined ? general : say`${quote(one.fix)} ${general}`;
}
