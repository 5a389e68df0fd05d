import type { Json } from '../../core/json.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt, Role } from '../../core/prompt.ts';
import { isJinjaFile, kindOfPromptFile } from '../../core/prompt-file/kind-of-prompt-file.ts';
import { readFrontMatter } from '../../core/prompt-file/read-front-matter.ts';
import { readParams } from '../../core/prompt-file/read-params.ts';
import { listVariables, showValue } from '../../core/template/fill-template.ts';
import { readJinjaNames } from '../../core/template/jinja/render-jinja.ts';
import { whyNotJoined } from '../../core/template/join-texts.ts';
import { renderMessages } from '../../core/template/render-messages.ts';
import { fixUnknown } from '../../core/yaml/explain-issues.ts';
import type { OnePromptFormat, ReadPrompt } from './types.ts';

const roles = ['user', 'system', 'developer'] as const satisfies readonly Role[];

/** Files that lie among prompts and are read by people, not by models. */
const documents =
  /(?:^|\/)(?:readme|changelog|contributing|licen[cs]e|notice|codeowners|code_of_conduct|requirements|robots)(?:[._-][a-z]{2}(?:-[a-z]{2})?)?\.(?:md|txt)$/iu;

/** A page of nothing but headings and links to other files, as the folders of large collections have. */
function isContents(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const link = /^\s*(?:[-*+]|\d+\.)?\s*\[[^\]]*\]\([^)\s]+\)\s*$/u;
  return lines.some((line) => link.test(line)) && lines.every((line) => link.test(line) || /^#{1,6}\s/u.test(line));
}

/** `.prompt` is plain text where none of the tools that took the ending is recognised. */
const isPlainPrompt = (path: string, text: string): boolean =>
  /\.prompt$/iu.test(path) && kindOfPromptFile(text) === 'plain text';

/**
 * A prompt that is nothing but its text, in `.txt`, `.md`, `.prompt` or a Jinja template: one message, of the user unless the front matter says
 * `role: system`. Front matter may also set the model and its parameters; its other keys are the file's own.
 */
export const plainText: OnePromptFormat = {
  name: 'plain text',
  knownBy: 'anything',
  about: {
    recognisedBy:
      '`.txt`, `.md`, `.j2`, `.jinja`, `.jinja2`, and `.prompt` that shows no other format; not READMEs, tables of contents and the like',
    filled:
      'Jinja in its own files; else `{{name}}`, or by `templates`: told by the golden cases where it says nothing',
    cases: 'beside it, in `{name}.cases.yml`',
    notRead: ['keys of the front matter beside `role`, `model`, `successor-of` and the parameters'],
    example: {
      path: 'prompts/support.md',
      text: `---
role: system
model: gpt-5.6-luna
temperature: 0.2
---
You answer questions about orders, in at most {{words}} words.
`,
    },
  },
  recognises: (path, text) =>
    isJinjaFile(path) ||
    (/\.(?:txt|md)$/iu.test(path) && !/\.prompt\.md$/iu.test(path) && !documents.test(path) && !isContents(text)) ||
    isPlainPrompt(path, text),
  read: readPlainText,
  render: renderMessages,
  suffix: (path) =>
    /(?:(?:\.prompt)?(?:\.(?:txt|md)|(?:\.(?:txt|md))?\.(?:j2|jinja2?))|\.prompt)$/iu.exec(path)?.[0] ?? '',
};

function readPlainText(path: string, text: string): ReadPrompt {
  const read = readFrontMatter(path, text);
  if (read.kind === 'broken') return read;
  const { matter, body, at } = read;
  const problems: Problem[] = [];
  const { role: writtenRole = 'user', model } = matter;
  const role = roles.find((one) => one === writtenRole);
  if (role === undefined) {
    const what = `\`${showValue(writtenRole)}\` is no role of a prompt of one message.`;
    problems.push({ reason: 'files', what, at: at(['role']), fix: fixUnknown(showValue(writtenRole), roles) });
  }
  const successorOf = matter['successor-of'];
  if (successorOf !== undefined && typeof successorOf !== 'string') {
    const what = '`successor-of` must be the path of a prompt.';
    problems.push({ reason: 'files', what, at: at(['successor-of']), fix: 'Write it from the repository’s root.' });
  }
  if (model !== undefined && typeof model !== 'string') {
    problems.push({ reason: 'files', what: '`model` must be a text.', at: at(['model']), fix: 'Write its id.' });
  }
  const joined = { prepend: textOf(matter['prepend']), append: textOf(matter['append']) };
  for (const key of ['prepend', 'append'] as const) {
    const why = joined[key] === undefined ? undefined : whyNotJoined(joined[key]);
    if (why !== undefined) problems.push({ reason: 'files', what: `\`${key}\` ${why}.`, at: at([key]) });
  }
  const isJoined = (joined.prepend ?? joined.append) !== undefined;
  const isJinja = isJinjaFile(path);
  const normal = body.replaceAll('\r\n', '\n');
  // Jinja itself says what becomes of the line feeds at the ends of a template.
  const content = isJinja ? normal : normal.replaceAll(/^\n+|\n+$/gu, '');
  const firstLine = lineAt(text.replaceAll('\r\n', '\n'), content);
  const names = isJinja ? readJinjaNames(content) : undefined;
  if (names?.kind === 'failed') {
    const { why, line } = names.failure;
    const what = `The template cannot be read: ${why}.`;
    problems.push({ reason: 'files', what, at: { file: path, line: firstLine + line - 1 }, fix: 'Mend the template.' });
  }
  if (content.trim() === '') {
    problems.push({
      reason: 'files',
      what: 'The prompt is empty.',
      at: { file: path, line: 1 },
      fix: 'Write its text, or remove the file.',
    });
  }
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest] };

  const { params, doubtful } = readParams(matter);
  const prompt: Prompt = {
    path,
    format: plainText.name,
    messages: [{ role: role ?? 'user', content, ...(isJoined && { joined }) }],
    engine: isJinja ? 'jinja' : 'mustache',
    firstLine,
    ...(names?.kind === 'names' && { optional: names.optional }),
    open: { engine: !isJinja, role: matter['role'] === undefined },
    ...(typeof model === 'string' && { model }),
    ...(typeof successorOf === 'string' && { successorOf: successorOf.replace(/^\.?\//u, '') }),
    params,
    defaults: {},
    variables: names?.kind === 'names' ? names.names : listVariables(content),
    refersTo: [],
    notes: doubtful.map(({ key, meant }) => ({
      text: `The front matter's \`${key}\` is not sent; did it mean \`${meant}\`?`,
      at: at([key], 'key'),
    })),
  };
  return { kind: 'prompt', prompt, cases: [] };
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Line of a file in which a part of it begins. */
function lineAt(text: string, part: string): number {
  const at = text.indexOf(part);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
