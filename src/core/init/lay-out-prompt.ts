import type { Prompt } from '../prompt.ts';
import { splitTurns } from '../prompt-file/split-turns.ts';
import { isNamedSystem } from '../settle-role.ts';
import { chooseEngine } from '../template/choose-engine.ts';
import { type EngineName, engineNames } from '../template/engine.ts';
import { engines } from '../template/engines.ts';
import { joinedVariables } from '../template/join-texts.ts';
import { lookUp } from '../template/look-up.ts';
import type { CodeFile } from './code-file.ts';
import { isNeverFilled, isStripped } from './filling-of.ts';
import { findSending, type SendingSeen } from './find-sending.ts';
import { findSpacing, type SpacingSeen } from './find-spacing.ts';

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
