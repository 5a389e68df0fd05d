import type { Prompt } from '../prompt.ts';
import { splitTurns } from '../prompt-file/split-turns.ts';
import { isNamedSystem } from '../settle-role.ts';
import { chooseEngine } from '../template/choose-engine.ts';
import { type EngineName, engineNames } from '../template/engine.ts';
import { engines } from '../template/engines.ts';
import { lookUp } from '../template/fill-template.ts';
import { joinedVariables } from '../template/join-texts.ts';
import type { CodeFile } from './code-file.ts';
import { findSending, type SendingSeen } from './find-sending.ts';
import { findSpacing, type SpacingSeen } from './find-spacing.ts';
import { namesOfText, writtenForms } from './names-of-text.ts';

/** What a first golden case of a prompt needs, and what its file leaves for the config to say. */
export type LaidOutPrompt = {
  readonly path: string;
  /** Variables that a case gives a value to; the turn of the user among them. */
  readonly variables: readonly string[];
  /** How its variables are written, where that is to be said. */
  readonly engine?: EngineName;
  /** It takes no variable and has no role of its own: the system message before the user's turn. */
  readonly isSystem: boolean;
  /** How the code sends it, where that is to be said. */
  readonly sending?: SendingSeen;
  /** White space options of Jinja that the code sets. */
  readonly spacing?: SpacingSeen;
};

/** The variable of a case that is the user's turn. */
const turn = 'question';

const identifier = /^[A-Za-z_]\w*(?:\.\w+)*$/u;

/**
 * Lays out a prompt that has no golden cases yet: they would name its variables and tell how it is filled.
 * @param code of the repository, which may say how it is sent
 * @param text of its file
 */
export function layOutPrompt(
  { path, messages, open, engine: own, variables: known, defaults }: Prompt,
  code: readonly CodeFile[],
  text = '',
): LaidOutPrompt {
  const texts = messages.map(({ content }) => content);
  const names = new Set(engineNames.flatMap((name) => namesIn(texts, name)));
  const told = open.engine && names.size > 0 ? chooseEngine(texts, names) : undefined;
  // A bare `$name` in rules for a model is mostly code that they speak of.
  const said = texts.join('\n').replaceAll(/^```[\s\S]*?^```/gmu, '');
  const isCode = told === 'string-template' && isNamedSystem(path) && !/\$\{[A-Za-z_]\w*\}/u.test(said);
  const isText = told !== undefined && told !== 'jinja' && isNeverFilled(path, code);
  const guessed = isText ? 'none' : isCode ? 'mustache' : told;
  const found = guessed === undefined ? known : namesIn(texts, guessed);
  const variables = found.filter((name) => lookUp(name, defaults) === undefined);
  const turns = open.role && messages.length === 1 ? splitTurns(texts[0] ?? '') : undefined;
  const isOpen = turns === undefined && open.role && messages.every(({ role }) => role === 'user');
  // What a name says is settled; the code may still join something to it, or send it as the user's.
  const isNamed = open.role && messages.every(({ role }) => role === 'system') && isNamedSystem(path);
  const read = (isOpen || isNamed) && messages.length === 1 ? findSending(path, code) : undefined;
  const seen = isNamed && read?.isUnsaid === true ? { ...read, role: 'system' as const } : read;
  const sending = seen === undefined || isStripped(path, code) ? seen : withLineFeeds(seen, text);
  const isSystem = sending === undefined ? isOpen && found.length === 0 : sending.role === 'system';
  const joined = joinedVariables(sending?.joined);
  const spacing = (guessed ?? own) === 'jinja' ? findSpacing(path.split('#', 1)[0] ?? path, code) : undefined;
  const hasTurn = !isSystem && (sending?.role === 'user' || (turns ?? messages).some(({ role }) => role === 'user'));
  return {
    path,
    variables: [...new Set([...variables, ...joined, ...(hasTurn ? [] : [turn])])],
    ...(guessed === undefined || guessed === own ? {} : { engine: guessed }),
    ...(spacing !== undefined && { engine: 'jinja' as const, spacing }),
    isSystem: isSystem && !isNamed,
    ...(sending !== undefined && isNews(sending, path, found) && { sending }),
  };
}

/** What is joined behind a text whose last line feeds the code keeps: they are cut here before anything is joined. */
function withLineFeeds(seen: SendingSeen, text: string): SendingSeen {
  const [kept = ''] = /\n*$/u.exec(text.replaceAll('\r\n', '\n')) ?? [];
  if (seen.joined?.append === undefined || kept === '') return seen;
  return { ...seen, joined: { ...seen.joined, append: `${kept}${seen.joined.append}` } };
}

/** Whether what the code says is to be written down: a text with variables is the user's message without a word. */
function isNews({ role, joined }: SendingSeen, path: string, found: readonly string[]): boolean {
  if (isNamedSystem(path)) return role === 'user' || joined !== undefined;
  return role === 'system' || joined !== undefined || found.length === 0;
}

function namesIn(texts: readonly string[], engine: EngineName): readonly string[] {
  return [...new Set(texts.flatMap((text) => engines[engine].variables(text)))].filter((name) => identifier.test(name));
}

/** Whatever fills a template in code, of any language. */
const filling =
  /\.(?:format|format_map|safe_substitute|substitute|render|partial|compile)\(|\b(?:Template|PromptTemplate|ChatPromptTemplate|from_template|from_messages|render\w*|fill\w*|interpolate\w*|str_replace|strtr|sprintf|printf|mustache|handlebars|nunjucks|re\.sub|gsub|vformat|Formatter)\b|\.(?:replace|replaceAll|replace_all|gsub)\(\s*(?:[rfbu]?["'`/]\\?[{$%<[]|[a-z_]\w*\s*,|f["'`])|\$\{|%\s*(?:\(|\w+\s*$)/imu;

/** A line that gives back a text without the white space at its ends. */
const stripping = /\.(?:r?strip|trim|trimEnd|trim_end|TrimSpace|TrimRight|rtrim)\(|\b(?:trim|rtrim|TrimSpace)\(/u;

/**
 * Whether code that reads a text could fill something in: where nothing in it can, what stands between braces is text.
 * Unknown where no code is seen to read it.
 */
export function isNeverFilled(path: string, code: readonly CodeFile[]): boolean {
  const parts = namesOfText(writtenForms(path), code);
  return parts.length > 0 && !code.some(({ text }) => filling.test(text));
}

/** Whether code that reads a text cuts the white space at its ends: where it says `strip`, then or later, or the function does that it calls. */
export function isStripped(path: string, code: readonly CodeFile[]): boolean {
  const written = writtenForms(path);
  const mention = new RegExp(written.join('|') || '$^', 'u');
  return namesOfText(written, code).some(({ text, names }) => {
    const lines = text.split('\n').filter((line) => !/^\s*(?:#|\/\/)/u.test(line));
    const reading = lines.filter((line) => mention.test(line) || /\b(?:read\w*|open|load\w*)\(/iu.test(line));
    const called = new Set(
      reading.flatMap((line) => Array.from(line.matchAll(/\b([A-Za-z_]\w*)\(/gu), ([, name]) => name)),
    );
    return (
      reading.some((line) => stripping.test(line)) ||
      names.some((name) => new RegExp(`\\b${name}\\s*\\.(?:r?strip|trim\\w*|TrimSpace)\\(`, 'u').test(text)) ||
      code.some((file) => bodiesOf(file.text, called).some((body) => stripping.test(body)))
    );
  });
}

/** The first lines of the functions of some names. */
function bodiesOf(text: string, names: ReadonlySet<string | undefined>): readonly string[] {
  return Array.from(
    text.matchAll(
      /\b(?:def|function|func|fn)\s+(?:\([^)]*\)\s*)?([A-Za-z_]\w*)[^\n]*\n((?:(?!\s*(?:(?:export|async)\s+)*(?:def|function|func|fn)\b)[^\n]*\n){0,15})/gu,
    ),
  ).flatMap(([, name, body]) => (names.has(name) && body !== undefined ? [body] : []));
}
