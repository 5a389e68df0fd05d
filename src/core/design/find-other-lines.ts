import type { ExamCase } from '../exam.ts';
import type { Json } from '../json.ts';
import type { Message, Part } from '../prompt.ts';
import { isObject } from '../prompt-file/is-object.ts';
import type { BothSides } from '../side.ts';

/** A case with what its old prompt is asked as base has the case, and what its new one is asked. */
export type AskedCase = BothSides<readonly Message[]> & { readonly exam: ExamCase };

/**
 * The keys of the cases whose line in a snapshot asks something else under the same id. A line holds prompt and question alike. The
 * question is held to be what this line alone says in its last user turn: a word that leaves other lines too is the code's. Where that
 * turn is the whole line, each word that the line loses or gains is the question's, but for those that all such lines do; of one such line
 * each is.
 * What base's case says of it goes before: each text among its variables that its line holds, other than all lines, must be in the new
 * one, and where `question` is one of them, nothing else is asked for. Linear in the texts.
 */
export function findOtherLines(cases: readonly AskedCase[]): readonly string[] {
  const lines = cases.map(readCase);
  const several = idsOf(lines) > 1;
  const isInAll = (text: string): boolean => several && lines.every(({ old }) => standsIn(text, old));
  const wholes = lines.filter(({ isWhole }) => isWhole);
  const whole = { ids: idsOf(wholes), lost: linesBy(wholes, 'lost'), gained: linesBy(wholes, 'gained') };
  const isOfAll = (of: 'lost' | 'gained') => (word: string) => whole.ids > 1 && whole[of].get(word)?.size === whole.ids;
  const losing = linesBy(lines, 'lost');
  const isOther = ({ gone, isSaid, isWhole, lost, gained }: Line): boolean => {
    if (gone.some((text) => !isInAll(text))) return true;
    if (isSaid) return false;
    if (isWhole) return ![...lost].every(isOfAll('lost')) || ![...gained].every(isOfAll('gained'));
    return [...lost].some((word) => losing.get(word)?.size === 1);
  };
  return lines.filter(isOther).map(({ key }) => key);
}

function idsOf(lines: readonly Line[]): number {
  return new Set(lines.map(({ id }) => id)).size;
}

type Line = {
  readonly key: string;
  readonly id: string;
  /** All that the old line says. */
  readonly old: string;
  /** Texts among base's variables that the old line holds where the new one does not. */
  readonly gone: readonly string[];
  /** Base's case says what the question is. */
  readonly isSaid: boolean;
  /** Nothing in the old line is apart from its last user turn. */
  readonly isWhole: boolean;
  /** Words that the new turn has fewer times than the old one, and those that it has more. */
  readonly lost: ReadonlySet<string>;
  readonly gained: ReadonlySet<string>;
};

function readCase({ exam, old, new: next }: AskedCase): Line {
  const [before, after] = [lastTurn(old), lastTurn(next)];
  const [turn, newTurn] = [textOf(before), textOf(after)];
  const [whole, newWhole] = [textOf(old), textOf(next)];
  const gone = textsIn(exam.question ?? {}).filter((text) =>
    standsIn(text, turn) ? !standsIn(text, newTurn) : standsIn(text, whole) && !standsIn(text, newWhole),
  );
  const [had, has] = [countWords(turn, before), countWords(newTurn, after)];
  const said = exam.question?.['question'];
  return {
    key: exam.key,
    id: exam.golden.id,
    old: whole,
    gone,
    isSaid: typeof said === 'string' && standsIn(normalise(said), turn),
    isWhole: before.length === old.length,
    lost: moreOften(had, has),
    gained: moreOften(has, had),
  };
}

function moreOften(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set([...one].filter(([word, times]) => times > (other.get(word) ?? 0)).map(([word]) => word));
}

/** The lines, by id, that lose a word or gain one. */
function linesBy(lines: readonly Line[], of: 'gained' | 'lost'): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const line of lines)
    for (const word of line[of]) {
      const ids = found.get(word) ?? new Set();
      found.set(word, ids.add(line.id));
    }
  return found;
}

/** What the user says last, with what tools answered to it; all of it where no user speaks. */
function lastTurn(messages: readonly Message[]): readonly Message[] {
  const user = messages.findLastIndex(({ role }) => role === 'user');
  if (user === -1) return messages;
  const replied = messages.findLastIndex(({ role }, at) => at < user && role === 'assistant');
  return messages.filter(({ role }, at) => at > replied && (role === 'user' || (role === 'tool' && at > user)));
}

function textOf(messages: readonly Message[]): string {
  return normalise(messages.map(({ content }) => content).join('\n'));
}

/** Spacing is no matter, nor whether a text stands as a string of JSON. */
function normalise(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/\\[nrt]/gu, ' ')
    .replaceAll('\\', '');
  return plain.replaceAll(/\s+/gu, ' ').trim();
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [normalise(value)].filter((text) => text !== '');
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** Whether a text holds another that does not begin or end amid a word. */
function standsIn(text: string, whole: string): boolean {
  for (let at = whole.indexOf(text); at !== -1; at = whole.indexOf(text, at + 1)) {
    const isAmid = (place: number) => /^[A-Za-z0-9]{2}$/u.test(whole.slice(Math.max(0, place - 1), place + 1));
    if (!isAmid(at) && !isAmid(at + text.length)) return true;
  }
  return false;
}

/** Signs of scripts that set no spaces between words stand for themselves, as do drawings and those that reckon. */
const words =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{Extended_Pictographic}<>=+*\/^%$€£]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]+/gv;

/** How often each word is said, and each picture, sound or file shown. */
function countWords(text: string, messages: readonly Message[]): ReadonlyMap<string, number> {
  const shown = messages.flatMap(({ parts = [] }) => parts.flatMap(shownBy));
  const counts = new Map<string, number>();
  for (const word of [...(text.match(words) ?? []), ...shown]) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function shownBy(part: Part): readonly string[] {
  if (part.kind === 'text') return [];
  const { source } = part;
  return [source.kind === 'url' ? source.url : (source.sha256 ?? source.base64)];
}
