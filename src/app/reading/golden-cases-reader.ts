import { isSkillFile } from '../../core/agents/agent-files.ts';
import { isTriggerCase } from '../../core/agents/trigger-cases.ts';
import { findDuplicates } from '../../core/cases/case-ids.ts';
import { casesPaths } from '../../core/cases/cases-paths.ts';
import { filesOfChecks, inlineFiles } from '../../core/cases/inline-files.ts';
import { mergeStarters } from '../../core/cases/starters.ts';
import type { PlacedNote } from '../../core/cases/word-notes.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import type { Check, GoldenCase } from '../../core/golden-case.ts';
import type { JsonObject } from '../../core/json.ts';
import type { HeldBytes } from '../../core/parts/held-bytes.ts';
import { filesOfParts, inlineParts } from '../../core/parts/inline-parts.ts';
import type { Problem } from '../../core/problem.ts';
import type { FileText } from '../../core/pull-request.ts';
import { fixUnknown } from '../../core/yaml/explain-issues.ts';
import { type CasesRead, mergeChecks, nameCases, readCases } from '../../formats/cases/index.ts';
import type { PromptfooReader } from './promptfoo-reader.ts';
import type { RevisionFiles } from './revision-files.ts';

/** The golden cases of a prompt at one revision, what is wrong with them, and where they were looked for. */
export type GoldenCasesRead = {
  readonly cases: readonly GoldenCase[];
  readonly problems: readonly Problem[];
  readonly paths: readonly string[];
  /** Files their checks take content from, those that their variables show, and those that promptfoo's tests name. */
  readonly refersTo: readonly string[];
  /** What promptfoo's configs say that has no counterpart here, each with its place. */
  readonly suiteNotes: readonly PlacedNote[];
  /** Models that promptfoo's configs ask with them. */
  readonly models: readonly string[];
  /** Parameters that they ask the prompt with where it sets none itself. */
  readonly params: JsonObject;
};

/** Whose cases are read. */
export type CasesOwner = {
  /** The prompt's path, without its key. */
  readonly path: string;
  /** What its format cuts off for `{name}` in the pattern. */
  readonly suffix: string;
  /** Cases that the prompt file itself holds. */
  readonly cases: readonly GoldenCase[];
  /** They are the lines of a snapshot: what a file says of one of the same id goes before. */
  readonly areLines?: true;
  /** Of a file that holds several prompts: which one, and the keys of all. */
  readonly key?: { readonly own: string; readonly all: readonly string[] };
  /** Whether either side's template takes in a variable: what was said in the tests of a suite before may be one. */
  readonly takes?: (name: string) => boolean;
  /** Where else its cases may lie: beside the other file it is made of. Read where there is one. */
  readonly beside?: readonly { readonly path: string; readonly suffix: string }[];
  /** The version it succeeds, whose cases it takes on where it has none of its own. */
  readonly succeeds?: { readonly path: string; readonly suffix: string };
};

export type GoldenCasesReader = (files: RevisionFiles, owner: CasesOwner) => Promise<GoldenCasesRead>;

/**
 * Reads golden cases: those inside the prompt, those of every file that the pattern names and those of promptfoo's
 * configs that name the prompt, with the config's checks and the texts of files that checks refer to. A text that both
 * revisions share is parsed once.
 */
export function createGoldenCasesReader(
  pattern: string,
  kinds: CheckKinds,
  outer: readonly Check[],
  readPromptfoo: PromptfooReader,
  held: HeldBytes,
): GoldenCasesReader {
  const parsed = new Map<string, CasesRead>();
  const parse = (path: string, text: string): CasesRead => {
    const key = JSON.stringify([path, text]);
    const read = parsed.get(key) ?? readCases(path, text, kinds, outer);
    parsed.set(key, read);
    return read;
  };

  return async (files, owner) => {
    const { path, cases: own } = owner;
    const paths = pathsOf(pattern, owner, files);
    const texts = await readEach(paths.filter(files.has), files.text);
    const read = [...texts].map(([file, text]) => ofKey(readText(file, text, parse), owner));
    const withOuter = (golden: GoldenCase): GoldenCase => ({ ...golden, checks: mergeChecks(outer, golden.checks) });
    const besides = read.flatMap((one) => (one.kind === 'cases' ? one.cases : []));
    const told = new Set(owner.areLines === true ? besides.map(({ id }) => id) : []);
    const merged = mergeStarters([...own.filter(({ id }) => !told.has(id)).map(withOuter), ...besides]);
    const shown = filesOfParts(merged);
    const showing = inlineParts(merged, await readEach(shown, files.bytes), held);
    const written = showing.cases;
    const promptfoo = await readPromptfoo.read(files, path, owner.key?.own);
    const tests = nameCases(
      promptfoo.cases,
      written.map(({ id }) => id),
      owner.takes,
    );
    const cases = [...written, ...tests.map(withOuter)];
    const named = filesOfChecks(
      cases.flatMap(({ checks }) => checks),
      kinds,
    );
    const inlined = inlineFiles(cases, kinds, await readEach(named.paths, files.text));
    const broken = read.flatMap((one) => (one.kind === 'broken' ? one.problems : []));
    // A path that was refused is told as such, not as a file that is not there as well.
    const faults = named.problems.length > 0 ? named.problems : inlined.problems;
    return {
      cases: inlined.cases,
      problems: [...broken, ...promptfoo.problems, ...findDuplicates(cases), ...showing.problems, ...faults],
      paths,
      refersTo: [...named.paths, ...shown, ...promptfoo.refersTo],
      suiteNotes: promptfoo.notes,
      models: promptfoo.models,
      params: promptfoo.params,
    };
  };
}

/** Where cases are looked for: of a key first by its own name, then among those of the whole file. */
function pathsOf(
  pattern: string,
  { path, suffix, key, beside = [], succeeds }: CasesOwner,
  files: Pick<RevisionFiles, 'has'>,
): readonly string[] {
  const keyed = key === undefined ? [] : casesPaths(pattern, path, suffix, key.own);
  const others = beside.flatMap((one) => casesPaths(pattern, one.path, one.suffix).filter(files.has));
  const paths = [...keyed, ...casesPaths(pattern, path, suffix), ...others];
  if (succeeds === undefined || paths.some(files.has)) return paths;
  return [...paths, ...casesPaths(pattern, succeeds.path, succeeds.suffix)];
}

/** Of the cases in a file those of one key; a case for a key that there is not is a fault. */
function ofKey(read: CasesRead, { path, key }: CasesOwner): CasesRead {
  if (read.kind === 'broken') return read;
  const all = key?.all ?? [];
  const problems = read.cases.flatMap(({ prompt, at }): readonly Problem[] => {
    if (prompt === undefined || all.includes(prompt)) return [];
    const what =
      key === undefined
        ? `\`${path}\` holds one prompt, so a case takes no \`prompt\`.`
        : `\`${path}\` has no prompt \`${prompt}\`.`;
    return [{ reason: 'files', what, at, fix: key === undefined ? 'Leave it out.' : fixUnknown(prompt, all) }];
  });
  const isSkill = isSkillFile(path) && key !== undefined;
  const [first, ...rest] = [...problems, ...(isSkill ? [] : read.cases.flatMap(wrongTrigger))];
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest] };
  const own = read.cases.filter(({ prompt }) => prompt === undefined || prompt === key?.own);
  // Of a skill what it is picked by has the cases that ask for a pick, and what it says all others.
  return {
    kind: 'cases',
    cases: isSkill ? own.filter((one) => isTriggerCase(one) === (key.own === 'description')) : own,
  };
}

function wrongTrigger(golden: GoldenCase): readonly Problem[] {
  if (!isTriggerCase(golden)) return [];
  const what = '`triggers` asks whether a skill is picked, and this is no skill’s case.';
  const fix = 'Keep it beside a `SKILL.md` that `agents` of the config names.';
  return [{ reason: 'files', what, at: golden.at, fix }];
}

function readText(path: string, text: FileText, parse: (path: string, text: string) => CasesRead): CasesRead {
  switch (text.kind) {
    case 'text':
      return parse(path, text.text);
    case 'absent':
      return { kind: 'cases', cases: [] };
    case 'refused': {
      const what = `The golden cases cannot be read: ${text.why}.`;
      return { kind: 'broken', problems: [{ reason: 'files', what, at: { file: path } }] };
    }
  }
}

async function readEach<T>(
  paths: readonly string[],
  read: (path: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  return new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)));
}
