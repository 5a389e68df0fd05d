import { suffixOfInstructions } from '../../core/agents/agent-files.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import type { PromptSource } from '../../core/detect/prompt-sources.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { canonicalJson } from '../../core/json.ts';
import type { HeldBytes } from '../../core/parts/held-bytes.ts';
import type { Side } from '../../core/side.ts';
import type { Format } from '../../formats/prompts/types.ts';
import type { ReadCandidate } from './compare-candidate.ts';
import type { CasesOwner, GoldenCasesRead, GoldenCasesReader } from './golden-cases-reader.ts';
import type { SkillsReader } from './read-agent-file.ts';
import { type PromptSide, type PromptSides, readPromptSides } from './read-prompt-sides.ts';
import type { SidesOfFiles } from './revision-files.ts';

type Reading = {
  readonly files: SidesOfFiles;
  readonly formats: readonly Format[];
  readonly kinds: CheckKinds;
  readonly readGolden: GoldenCasesReader;
  readonly held?: HeldBytes;
  readonly skills?: SkillsReader;
};

const nothing: PromptSide = { kind: 'none' };

/** A prompt with both sides and their golden cases. */
export type Subject = Omit<ReadCandidate, 'through' | 'unchangedToo'>;

/**
 * Reads a candidate's files at both revisions and the golden cases of each prompt that they hold: mostly one, of a
 * map of texts one a key, paired by key.
 */
export async function readSubjects(found: Candidate, reading: Reading): Promise<readonly Subject[]> {
  const { files, readGolden, formats, kinds, held, skills } = reading;
  const side = { formats, kinds, held, skills };
  const next = await readPromptSides(found.next, { files: files.next, ...side });
  const candidate = withNamedPredecessor(found, next);
  const old = await readPromptSides(candidate.old, { files: files.old, ...side });
  const tip = await files.openTip?.();
  const atTip = tip && (await readPromptSides(candidate.old ?? candidate.next, { files: tip, ...side }));
  const keys = [...new Set([...keysOf(next), ...keysOf(old)])];
  const read = async (key: string | undefined): Promise<Subject> => {
    const sides = { old: sideOf(old, key), next: sideOf(next, key) };
    const keyed = key === undefined ? undefined : { own: key, all: keys };
    const takes = (name: string): boolean => [sides.old, sides.next].some((side) => takesIn(side, name));
    const owner = (side: Side): CasesOwner => ({
      ...ownerOf(side, candidate, sides, keyed, formats),
      takes,
    });
    const own = atTip && sideOf(atTip, key);
    const [before, after, now] = await Promise.all([
      readGolden(files.old, owner('old')),
      readGolden(files.next, owner('new')),
      tip && readGolden(tip, { ...owner('old'), cases: own?.kind === 'prompt' ? own.cases : [] }),
    ]);
    const cases = { old: before, next: after, ...(now !== undefined && { tip: now }) };
    const asked = { old: withParams(sides.old, before), next: withParams(sides.next, after) };
    if (key === undefined) return { candidate, ...asked, cases };
    const touched = candidate.casesChanged || candidate.keyedCasesChanged;
    const alike = sameCases(before.cases, after.cases) && canonicalJson(before.params) === canonicalJson(after.params);
    const casesChanged = touched && !alike;
    return { candidate: { ...nameKey(candidate, key), casesChanged }, ...asked, cases };
  };
  // Where only one side holds several, the other's one prompt has no key.
  const plain = keys.length === 0 || old.kind !== next.kind ? [undefined] : [];
  const subjects = await Promise.all([...plain, ...keys].map(read));
  return keys.length === 0 ? subjects : subjects.filter(isThere);
}

/** promptfoo fills `_conversation` with what was said in the tests before, and other names where a test stores its reply. */
export function takesIn(side: PromptSide, name: string): boolean {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return side.kind === 'prompt' && new RegExp(`\\{[{%][^}]*\\b${escaped}\\b`, 'u').test(side.text);
}

/** A prompt that is asked as its promptfoo config says, where it says nothing itself. */
function withParams(side: PromptSide, { params }: GoldenCasesRead): PromptSide {
  if (side.kind !== 'prompt') return side;
  return { ...side, prompt: { ...side.prompt, params: { ...params, ...side.prompt.params } } };
}

/** Golden cases at head of each prompt that a candidate's files hold, as a review would read them. */
export async function readGoldenAtHead(
  candidate: Candidate,
  { files: { next: files }, readGolden, formats, kinds }: Reading,
): Promise<readonly GoldenCasesRead[]> {
  const read = await readPromptSides(candidate.next, { files, formats, kinds });
  const all = keysOf(read);
  const keys = read.kind === 'one' ? [undefined] : all;
  return Promise.all(
    keys.map((own) => {
      const sides = { old: nothing, next: sideOf(read, own) };
      return readGolden(files, ownerOf('new', candidate, sides, own === undefined ? undefined : { own, all }, formats));
    }),
  );
}

/** What the front matter says it succeeds is what it is compared with, where nothing else is. */
function withNamedPredecessor(candidate: Candidate, next: PromptSides): Candidate {
  const named = next.kind === 'one' && next.side.kind === 'prompt' ? next.side.prompt.successorOf : undefined;
  if (named === undefined || candidate.old !== undefined) return candidate;
  return { ...candidate, previousPath: named, old: { path: named, parts: [{ file: named }] }, succeeds: true };
}

function isThere({ old, next }: Subject): boolean {
  return old.kind !== 'none' || next.kind !== 'none';
}

function keysOf(sides: PromptSides): readonly string[] {
  return sides.kind === 'several' ? [...sides.sides.keys()] : [];
}

function sideOf(sides: PromptSides, key: string | undefined): PromptSide {
  if (sides.kind === 'one') return key === undefined ? sides.side : { kind: 'none' };
  return (key === undefined ? undefined : sides.sides.get(key)) ?? { kind: 'none' };
}

function nameKey(candidate: Candidate, key: string): Candidate {
  const { path, previousPath } = candidate;
  return {
    ...candidate,
    path: `${path}#${key}`,
    ...(previousPath !== undefined && { previousPath: `${previousPath}#${key}` }),
  };
}

/** Where a side's golden cases lie. A side that is no prompt goes by the other's format. */
function ownerOf(
  side: Side,
  { old, next, path: known, succeeds }: Candidate,
  sides: Pick<Subject, 'old' | 'next'>,
  key: CasesOwner['key'],
  formats: readonly Format[],
): CasesOwner {
  const [own, other] = side === 'old' ? [sides.old, sides.next] : [sides.next, sides.old];
  const source = side === 'old' ? (old ?? next) : (next ?? old);
  const path = source?.path ?? known;
  return {
    path,
    suffix:
      source?.agents === true
        ? suffixOfInstructions(path)
        : suffixOf(path, own.kind === 'prompt' ? own : other, formats),
    cases: own.kind === 'prompt' ? own.cases : [],
    ...(own.kind === 'prompt' && own.prompt.rendered !== undefined && { areLines: true }),
    ...(key !== undefined && { key }),
    ...besideOf(source, formats),
    ...(side === 'new' &&
      succeeds === true &&
      old !== undefined && { succeeds: { path: old.path, suffix: suffixOf(old.path, other, formats) } }),
  };
}

/** Golden cases of a prompt of several files may lie beside any of them. */
export function besideOf(source: PromptSource | undefined, formats: readonly Format[]): Pick<CasesOwner, 'beside'> {
  const others = source?.parts.filter(({ file }) => file !== source.path) ?? [];
  if (others.length === 0) return {};
  const suffixes = (path: string) => [...new Set(formats.map((format) => format.suffix(path)))];
  return { beside: others.flatMap(({ file }) => suffixes(file).map((suffix) => ({ path: file, suffix }))) };
}

/** What the format of a prompt cuts off its file name; a text that a config names is of no format by itself, but its file is. */
export function suffixOf(path: string, side: PromptSide, formats: readonly Format[]): string {
  if (side.kind !== 'prompt') return '';
  const format = formats.find(({ name }) => name === side.prompt.format);
  return format === undefined
    ? (formats.map((one) => one.suffix(path)).find((end) => end !== '') ?? '')
    : format.suffix(path);
}

function sameCases(old: readonly GoldenCase[], next: readonly GoldenCase[]): boolean {
  const shown = (cases: readonly GoldenCase[]): string =>
    canonicalJson(
      cases.map(({ at: _, checks, notRun, ...rest }) => ({
        ...rest,
        checks: checks.map(({ at: __, ...check }) => check),
        notRun: notRun.map(({ name }) => name),
      })),
    );
  return shown(old) === shown(next);
}
