/** A floor of the house: one or more parts of `src/`, and what they may import beside themselves. */
export type Floor = {
  /** Folders of `src/`, or files that lie in it directly. */
  readonly parts: readonly string[];
  readonly holds: string;
  /** Parts of `src/` that it may import. */
  readonly imports: readonly string[];
  /** Node's own modules may be imported. */
  readonly node: boolean;
  /** Files it may import of parts beside core and itself; all where undefined. */
  readonly only?: RegExp;
  /** `only` in words, for people. */
  readonly onlyInWords?: string;
};

const rooms =
  /^src\/(?:formats\/(?:prompts|cases|scores|logs)|scorers|reporters)\/(?:index|types)\.ts$|^src\/reporters\/alerts\/(?:index|types)\.ts$|^src\/reporters\/(?:terminal|golden-set|coverage|gate|drift|monitor|portability|tables)\.ts$/u;

/** What runs in the page takes of the reporters: the shape of its data, and words. */
const ofPage =
  /^src\/reporters\/(?:html\/(?:page-data|links-of)|wording\/outcome|show-quantity|evidence-of|differing-words)\.ts$/u;

const adapters = ['providers', 'hosts', 'store', 'sandbox', 'embedded'] as const;

/** Who may import whom, from the ground up. The architecture test holds it; CONTRIBUTING and docs/architecture.md show it. */
export const floors: readonly Floor[] = [
  {
    parts: ['core'],
    holds: 'types, ports, settings, cases, statistics, verdict',
    imports: [],
    node: false,
  },
  {
    parts: ['formats'],
    holds: 'text → prompt, golden cases, scores or logged calls: a room each, one file or folder a format',
    imports: ['core'],
    node: false,
  },
  {
    parts: ['scorers'],
    holds: 'reply → score or question, one file a kind of check',
    imports: ['core'],
    node: false,
  },
  {
    parts: ['reporters'],
    holds: 'report → text, one file a target',
    imports: ['core'],
    node: false,
  },
  {
    parts: ['page'],
    holds: 'the program of the HTML report, in a browser',
    imports: ['core', 'reporters'],
    node: false,
    only: ofPage,
    onlyInWords: 'of the reporters the shape of its data, and words',
  },
  {
    parts: ['app'],
    holds: 'the story: asking, reviewing, publishing',
    imports: ['core', 'formats', 'scorers', 'reporters'],
    node: false,
    only: rooms,
    onlyInWords: 'of the rooms their indexes and types',
  },
  ...(
    [
      ['providers', 'how model services are spoken to'],
      ['hosts', 'GitHub, git, the runner, the file system, processes'],
      ['store', 'kept replies, in SQLite'],
      ['sandbox', 'code from a repository, in an interpreter that reaches nothing'],
      ['embedded', 'the model service and the GitHub of demo and tests'],
    ] as const
  ).map(([part, holds]): Floor => ({ parts: [part], holds, imports: ['core'], node: true })),
  {
    parts: ['wire'],
    holds: 'the one place that names adapters',
    imports: ['app', 'core', 'formats', 'scorers', 'reporters', ...adapters],
    node: true,
  },
  {
    parts: ['commands'],
    holds: 'what each command of the command line does',
    imports: ['app', 'wire', 'core', 'reporters'],
    node: true,
  },
  {
    parts: ['action.ts', 'post.ts'],
    holds: 'the action and its last step: read input, wire, run, exit',
    imports: ['app', 'wire', 'core', 'reporters'],
    node: true,
  },
  {
    parts: ['command-line.ts'],
    holds: 'the commands, their options and their help',
    imports: ['app', 'commands', 'wire', 'core', 'reporters'],
    node: true,
  },
  {
    parts: ['cli.ts'],
    holds: 'the entry of the command line',
    imports: ['command-line.ts', 'wire'],
    node: true,
  },
];
