import { markdownTable } from 'markdown-table';
import type { FormatAbout, Reference } from '../../src/formats/about.ts';
import { caseForms } from '../../src/formats/cases/index.ts';
import { logFormats } from '../../src/formats/logs/index.ts';
import { formats, unreadFormats } from '../../src/formats/prompts/index.ts';
import { scoreFormats } from '../../src/formats/scores/index.ts';

/** The text of `docs/formats.md`: each format of prompts, golden cases, score files and logs, and which prompts are not read. */
export function formatsDoc(): string {
  const read = formats.map(({ name, about }) => [linked(name), about.recognisedBy, about.filled, about.cases]);
  const unread = unreadFormats.map(({ name, recognisedBy, fix }) => [name, recognisedBy, fix]);
  const prompts = formats.map(({ name, about }) => [heading(name), ...told(about), ...(about.more ?? '').split('\n')]);
  const cases = caseForms.map(({ name, about }) => [
    heading(`cases as ${name}`),
    `- Recognised by: ${about.recognisedBy}.`,
    ...told(about),
  ]);
  const scores = scoreFormats.map(({ name, about }) => [
    heading(`scores: ${name}`),
    `- Recognised by: ${about.recognisedBy}.`,
    `- Read as: ${about.readAs}.`,
    ...told(about),
  ]);
  const logs = logFormats.map(({ title, about }) => [
    heading(`logs: ${title}`),
    `- Recognised by: ${about.recognisedBy}.`,
    ...told(about),
  ]);
  return `${introduction}
## Prompts

${table(['format', 'recognised by', 'filled in', 'golden cases'], read)}

${prompts.map(joined).join('\n\n')}

## Prompts that are not read

A changed prompt of these formats is listed as \`unreviewed\`, never passed.

${table(['format', 'recognised by', 'what to do'], unread)}

${otherwise}
## Golden cases

Files beside a prompt, as \`cases\` of the config says. Test data in GitHub's prompt files and the tests of promptfoo's configs are
read where they stand: [above](#github), and [promptfoo.md](promptfoo.md). What a case may hold: [cases.md](cases.md).

${cases.map(joined).join('\n\n')}

## Score files

What \`compare\` takes: [compare.md](compare.md).

${scores.map(joined).join('\n\n')}

## Logs

What \`cases add\` takes: [golden-set.md](golden-set.md). Each file is read as what its first records are: JSON Lines, JSON over several
lines, a list of maps or CSV, plain or packed by gzip.

${logs.map(joined).join('\n\n')}
`;
}

/** The table of `docs/compare.md`. */
export const scoreFilesTable = {
  'score-files': (): string =>
    table(
      ['file', 'recognised by', 'read as'],
      scoreFormats.map(({ called, about }) => [called, about.recognisedBy, about.readAs]),
    ),
};

function joined(lines: readonly string[]): string {
  return lines.join('\n').trim();
}

function heading(name: string): string {
  return `### ${name}\n`;
}

/** The name of a prompt format as a link to its own part, by the anchor that GitHub makes of a heading. */
function linked(name: string): string {
  const anchor = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
  return `[${name}](#${anchor})`;
}

function told({ notRead, example, reference }: FormatAbout): readonly string[] {
  const ending = /\.(?<ending>\w+)$/u.exec(example.path)?.groups?.['ending'] ?? '';
  const language = ({ yml: 'yaml', prompt: 'handlebars', prompty: 'jinja' } as const)[ending] ?? ending;
  const fence = '`'.repeat(Math.max(3, ...Array.from(example.text.matchAll(/`+/gu), ([marks]) => marks.length + 1)));
  return [
    ...(notRead.length === 0 ? [] : [`- Not read: ${notRead.join('; ')}.`]),
    ...(reference === undefined ? [] : [`- Reference: ${wordReference(reference)}`]),
    '',
    `\`${example.path}\`:`,
    '',
    `${fence}${language}`,
    example.text.trimEnd(),
    fence,
    '',
  ];
}

function wordReference({ library, suite }: Reference): string {
  if (suite === undefined) return `${library}.`;
  const { name, passed, of, on, leftOut } = suite;
  const rest = leftOut === undefined ? '' : ` Left out: ${leftOut}.`;
  return `${library}. ${passed} of ${of} of ${name} pass (${on}).${rest}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  return markdownTable(escaped, { alignDelimiters: false, padding: false });
}

const introduction = `<!-- Made by \`npm run generate\` from src/formats: edit there. -->
# Formats of prompts, golden cases, score files and logs

\`prompts\` says by globs which files may be prompts; what a file is, its content says. Beyond the table, \`roles\` and
\`templates\` of the config say whose message a text is and how its variables are written.

- A glob that begins with \`!\` excludes, wherever it stands in the list. The default excludes in \`.github/\` all but
  files of GitHub's own name and \`prompts/**/*.txt\`, by \`!.github/**/!(*.prompt.yml|*.prompt.yaml|*.txt)\`. A list of your own replaces the default.
- A changed file that looks like a prompt by place, name and text, and that no glob names, is listed as \`unreviewed\`.
  Documents, tests, translations and instructions of coding agents are not; exclude what else you mean to leave out.
`;

const otherwise = `Files of other endings that a glob asks for are listed too. A \`.json\`, \`.yml\`, \`.toml\` or \`.xml\` file without any of
these shapes is no prompt; where it looks like one, it is listed as \`unreviewed\`.
`;
