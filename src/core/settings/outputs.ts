/** Every output of the action, in the order of the README. Structured ones are JSON texts. */
export const outputs = [
  {
    name: 'verdict',
    description:
      '`regressed`, `invalid`, `inconclusive`, `unreviewed`, `pass` or `skipped`; of a check `failing` too; of a drift run `drifted`, `invalid`, `baseline` or `steady`; of `monitor` `moved`, `invalid`, `unknown` (nothing could be compared) or `steady`.',
  },
  {
    name: 'reason',
    description: 'Of `invalid`: `config`, `provider`, `budget`, `judge`, `files` or `permission`.',
  },
  { name: 'score-old', description: 'Mean score of the old side over the shared cases, 0–1.' },
  { name: 'score-new', description: 'Mean score of the new side over the shared cases, 0–1.' },
  { name: 'score-delta', description: 'New minus old, −1 to 1.' },
  { name: 'regressed-cases', description: 'JSON list of `{prompt, case, model}`.' },
  { name: 'failing-cases', description: 'Of a check: JSON list of `{prompt, case, model}`.' },
  { name: 'drifted', description: 'Of a drift run: JSON list of `{prompt, model, since}`.' },
  {
    name: 'alerts',
    description:
      'Of a drift run: JSON list of what somebody was told of, `{rule, prompt, model, state, sent}` (of a `canary` or `judge` without `prompt`); of a monitor run: of the rules that are broken, over or not known, `{rule, is, segment, value, sent}`.',
  },
  { name: 'moved', description: 'Of `monitor`: JSON list of `{metric, moved, since, segment, model, prompt}`.' },
  { name: 'changed-prompts', description: 'JSON list of paths.' },
  { name: 'calls', description: 'Calls made in this run.' },
  { name: 'cost-usd', description: 'Dollars spent in this run, as far as prices are known.' },
  { name: 'report-json', description: 'Path of the JSON report.' },
  { name: 'report-html', description: 'Path of the HTML report.' },
  { name: 'report-junit', description: 'Path of the JUnit XML, where `report-junit` asked for one.' },
  { name: 'comment-url', description: 'Address of the comment.' },
] as const;

export type OutputName = (typeof outputs)[number]['name'];
