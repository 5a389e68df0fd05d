import type { JsonObject } from '../../core/json.ts';
import type { Position } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import { kindOfPromptFile } from '../../core/prompt-file/kind-of-prompt-file.ts';
import { readFrontMatter } from '../../core/prompt-file/read-front-matter.ts';
import { showValue } from '../../core/template/fill-template.ts';
import { type RenderedMessages, renderWith } from '../../core/template/render-messages.ts';
import { type Marker, namesOfMarkers, replaceMarkers } from '../../core/template/replace-markers.ts';
import type { OnePromptFormat, ReadPrompt } from './types.ts';

const ending = /\.(?:prompt|agent|chatmode)\.md$/iu;

/**
 * Prompt files and agents (once chat modes) of VS Code: what is said to the agent, or what it is told of itself. The editor adds to
 * both what it knows alone; here the file's own text is asked.
 */
export const vsCode: OnePromptFormat = {
  name: 'VS Code',
  knownBy: 'name',
  about: {
    recognisedBy: '`.prompt.md`, `.agent.md`, `.chatmode.md`',
    filled: '`${input:name}`, and by their names the editor’s own variables: `${selection}`, `${file}` …',
    cases: 'beside it, in `{name}.cases.yml`',
    notRead: [
      '`model`, `tools`, `agent` and `mode` of the front matter, which the editor’s own names stand in: noted',
      'files that it refers to by `#file:` or a link: noted, and not sent',
    ],
    example: {
      path: 'prompts/review.prompt.md',
      text: `---
description: Reviews a change
agent: ask
---
Name the worst fault of this change, for \${input:reader:who reads it}:

\${selection}
`,
    },
    reference: { library: 'VS Code’s documentation of prompt files and custom agents' },
    more: 'The text of a `.prompt.md` is the user’s, that of an `.agent.md` the system’s. What the editor’s agent is told beside it nobody publishes as a library.',
  },
  recognises: (path, text) => ending.test(path) && kindOfPromptFile(text) !== 'Dotprompt',
  read: readPromptFile,
  render: renderPromptFile,
  suffix: (path) => ending.exec(path)?.[0] ?? '',
};

function readPromptFile(path: string, text: string): ReadPrompt {
  const read = readFrontMatter(path, text);
  if (read.kind === 'broken') return read;
  const { matter, body, at, bodyLine } = read;
  const normal = body.replaceAll('\r\n', '\n');
  const content = normal.trim();
  const firstLine = bodyLine + normal.slice(0, normal.length - normal.trimStart().length).split('\n').length - 1;
  if (content === '') {
    const fix = 'Write what the agent is to do below the front matter.';
    return {
      kind: 'broken',
      problems: [{ reason: 'files', what: 'The prompt is empty.', at: { file: path, line: bodyLine }, fix }],
    };
  }
  const added = ['agent', 'mode', 'model', 'tools'].filter((key) => (matter[key] ?? null) !== null);
  const [first = ''] = added;
  const prompt: Prompt = {
    path,
    format: vsCode.name,
    messages: [{ role: /\.prompt\.md$/iu.test(path) ? 'user' : 'system', content }],
    engine: 'string-template',
    firstLine,
    open: { engine: false, role: false },
    params: {},
    defaults: {},
    variables: namesOfMarkers(content, places, readMarker),
    refersTo: [],
    notes: [
      ...(added.length === 0
        ? []
        : [
            {
              text: `${added.map((key) => `\`${key}\``).join(', ')}: the editor’s own, and not sent. The models of the config are asked, with this text alone.`,
              at: at([first], 'key'),
            },
          ]),
      ...findReferences(content, { file: path, line: firstLine }),
    ],
  };
  return { kind: 'prompt', prompt, cases: [] };
}

/** Variables that the editor knows. */
const own =
  'workspaceFolder|workspaceFolderBasename|selection|selectedText|file|fileBasename|fileDirname|fileBasenameNoExtension';
const places = new RegExp(`\\$\\{(?:input:([A-Za-z_][\\w-]*)(?::[^{}\\n]*)?|(${own}))\\}`, 'gu');
const readMarker = ([, input, known = '']: readonly string[]): Marker => ({ name: input ?? known });

function renderPromptFile(prompt: Prompt, vars: JsonObject): RenderedMessages {
  const shown = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, showValue(value)]));
  return renderWith({ fill: (template) => replaceMarkers(template, places, shown, readMarker) }, prompt, vars);
}

/** References that are told. */
const mostTold = 5;

/** What the editor would add of the files that a text refers to. */
function findReferences(content: string, from: Position): Prompt['notes'] {
  const link = /#file:(?<file>[^\s,;)\]]+)|\]\((?<target>(?![a-z]+:|#)[^()\s]+)\)/giu;
  const found = Array.from(content.matchAll(link), ({ groups, index }) => ({
    name: groups?.['file'] ?? groups?.['target'] ?? '',
    line: (from.line ?? 1) + content.slice(0, index).split('\n').length - 1,
  }));
  return [...new Map(found.map((one) => [one.name, one])).values()].slice(0, mostTold).map(({ name, line }) => ({
    text: `\`${name}\` is a file that the editor may add; it is not sent.`,
    at: { file: from.file, line },
  }));
}
