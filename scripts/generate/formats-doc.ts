import { markdownTable } from 'markdown-table';
import { formats, unreadFormats } from '../../src/formats/prompts/index.ts';

/** The text of `docs/formats.md`: what each format is recognised by, whether it is read, and how it is filled. */
export function formatsDoc(): string {
  const read = formats.map(({ name, about }) => [name, about.recognisedBy, about.filled, about.cases]);
  const unread = unreadFormats.map(({ name, recognisedBy, fix }) => [name, recognisedBy, fix]);
  return `${introduction}
## Read

${table(['format', 'recognised by', 'filled in', 'golden cases'], read)}

${github}
## Not read

A changed prompt of these formats is listed as \`unreviewed\`, never passed.

${table(['format', 'recognised by', 'what to do'], unread)}

${otherwise}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  return markdownTable(escaped, { alignDelimiters: false, padding: false });
}

const introduction = `<!-- Made by \`npm run generate\` from src/formats/prompts: edit there. -->
# Formats of prompt files

\`prompts\` says by globs which files may be prompts; what a file is, its content says. Beyond the table, \`roles\` and
\`templates\` of the config say whose message a text is and how its variables are written.

- A glob that begins with \`!\` excludes, wherever it stands in the list. The default excludes in \`.github/\` all but
  files of GitHub's own name and \`prompts/**/*.txt\`, by \`!.github/**/!(*.prompt.yml|*.prompt.yaml|*.txt)\`. A list of your own replaces the default.
- A changed file that looks like a prompt by place, name and text, and that no glob names, is listed as \`unreviewed\`.
  Documents, tests, translations and instructions of coding agents are not; exclude what else you mean to leave out.
`;

const github = `### GitHub's evaluators and test data

- The fields of a test case are filled into the evaluators: \`equals: "{{expected}}"\`, \`judge: "Says {{expected}}"\`,
  \`regex: "(?i){{expected}}"\` (where they are a part of the pattern). A test case without the field does not run them.
- Besides \`string\`, \`llm\` and \`uses\`, any check of [checks.md](checks.md) may stand among them under its name, with
  \`weight\`, \`required\` and \`min\`: \`- { name: is short, max-words: 50 }\`. Also read: \`regex: { pattern, flags, negate }\`,
  \`string: { regex | notContains | includes }\`, and \`type: regex\` (\`contains\`, …) with \`pattern\`, \`value\` or \`expected\`.
- \`testData\` may group its variables under \`vars\`, \`inputs\` or \`variables\`, and bring \`evaluators\` of its own. Where
  \`name\` tells all its items apart, it is their id.
- gh models itself knows \`string\` (equals, contains, startsWith, endsWith), \`llm\`, \`uses\` and variables beside
  \`expected\` alone; what it does not know it refuses or leaves out.
- What is not run is told with the reason and with what to write instead; the case is judged by its other checks.
`;

const otherwise = `Files of other endings that a glob asks for are listed too. A \`.json\`, \`.yml\`, \`.toml\` or \`.xml\` file without any of
these shapes is no prompt; where it looks like one, it is listed as \`unreviewed\`.
`;
