import { suffixOfInstructions } from '../../core/agents/agent-files.ts';
import { casesPaths } from '../../core/cases/cases-paths.ts';
import { readDefaultChecks } from '../../core/cases/read-default-checks.ts';
import type { PlacedNote } from '../../core/cases/word-notes.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import { findSources, type PromptSource } from '../../core/detect/prompt-sources.ts';
import { type GoldenCase, selectByTags } from '../../core/golden-case.ts';
import { HeldBytes } from '../../core/parts/held-bytes.ts';
import type { Sandbox } from '../../core/ports.ts';
import type { Problem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import { casesWithoutLine } from '../../core/rendered/pair-lines.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { namesGivenBy, settlePrompts } from '../../core/settle-prompts.ts';
import { findHalfRendered, type HalfRendered } from '../../core/template/find-foreign-markers.ts';
import type { Format } from '../../formats/prompts/types.ts';
import { type CasesOwner, createGoldenCasesReader, type GoldenCasesReader } from '../reading/golden-cases-reader.ts';
import { createPromptfooReader } from '../reading/promptfoo-reader.ts';
import { createSkillsReader, type SkillsReader } from '../reading/read-agent-file.ts';
import { type PromptSide, readPromptSides } from '../reading/read-prompt-sides.ts';
import { besideOf, suffixOf, takesIn } from '../reading/read-subjects.ts';
import type { RevisionFiles } from '../reading/revision-files.ts';

/** A prompt of the working tree with its golden cases, or why it is not read. */
export type GuardedPrompt = {
  readonly path: string;
  /** Where its cases are looked for, and which of these files there are. */
  readonly paths: readonly string[];
  readonly files: readonly string[];
} & (
  | {
      readonly kind: 'prompt';
      readonly prompt: Prompt;
      /** As its file, or the file under its key, has it. */
      readonly text: string;
      /** Markers of other template languages, which would be sent as they are written. */
      readonly unfilled: readonly HalfRendered[];
      /** Those with the tags asked for. */
      readonly cases: readonly GoldenCase[];
      readonly problems: readonly Problem[];
      readonly suiteNotes: readonly PlacedNote[];
    }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unread'; readonly format: string; readonly fix: string }
);

/** All prompts that the globs name, by path, and what is wrong with the checks of the config's `defaults`. */
export type GoldenSet = { readonly prompts: readonly GuardedPrompt[]; readonly problems: readonly Problem[] };

type Reading = {
  readonly files: RevisionFiles;
  readonly settings: Pick<
    Settings,
    | 'promptGlobs'
    | 'assembled'
    | 'agentGlobs'
    | 'casesPattern'
    | 'defaultChecks'
    | 'tags'
    | 'roles'
    | 'templates'
    | 'scorers'
  >;
  readonly kinds: CheckKinds;
  readonly formats: readonly Format[];
  /** Where scripts of tests are run; absent: they are not. */
  readonly sandbox?: Sandbox;
  /** Where what cases show is held until it is sent; absent: nothing is sent. */
  readonly held?: HeldBytes;
};

/** Reads every prompt of a revision with its golden cases, whether it changed or not. */
export async function readGoldenSet(reading: Reading): Promise<GoldenSet> {
  const { files, settings, kinds, sandbox, held = new HeldBytes() } = reading;
  const outer = readDefaultChecks(settings.defaultChecks, kinds);
  const readPromptfoo = createPromptfooReader(kinds, { sandbox, scorers: new Set(settings.scorers.keys()) });
  const readGolden = createGoldenCasesReader(settings.casesPattern, kinds, outer.checks, readPromptfoo, held);
  const sources = findSources(
    { has: files.has, all: files.paths() },
    settings,
    await readPromptfoo.prompts(files),
  ).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const skills = createSkillsReader(settings.agentGlobs);
  const read = await Promise.all(sources.map((source) => readSource(source, readGolden, { ...reading, skills })));
  const prompts = read.flat();
  const included = new Set(prompts.flatMap((one) => (one.kind === 'prompt' ? one.prompt.refersTo : [])));
  // What another prompt takes in is guarded with it.
  const isPart = (one: GuardedPrompt): boolean =>
    included.has(one.path) && one.kind === 'prompt' && one.cases.length === 0 && one.files.length === 0;
  return { prompts: prompts.filter((one) => !isPart(one)), problems: outer.problems };
}

async function readSource(
  source: PromptSource,
  readGolden: GoldenCasesReader,
  reading: Reading & { readonly skills: SkillsReader },
): Promise<readonly GuardedPrompt[]> {
  const sides = await readPromptSides(source, reading);
  if (sides.kind === 'one') return readGuarded(source, undefined, sides.side, readGolden, reading);
  const all = [...sides.sides.keys()];
  const read = await Promise.all(
    [...sides.sides].map(([own, side]) => readGuarded(source, { own, all }, side, readGolden, reading)),
  );
  return read.flat();
}

async function readGuarded(
  source: PromptSource,
  key: CasesOwner['key'],
  side: PromptSide,
  readGolden: GoldenCasesReader,
  { files, settings, formats }: Reading,
): Promise<readonly GuardedPrompt[]> {
  const { path } = source;
  switch (side.kind) {
    case 'none':
      return [];
    case 'broken':
    case 'unread': {
      const suffixes =
        source.agents === true
          ? [suffixOfInstructions(path)]
          : [...new Set(formats.map((format) => format.suffix(path)))];
      const paths = suffixes.flatMap((suffix) => casesPaths(settings.casesPattern, path, suffix));
      const place = { path, paths, files: paths.filter(files.has) };
      return [
        side.kind === 'broken'
          ? { kind: 'broken', ...place, problems: side.problems }
          : { kind: 'unread', ...place, format: side.format, fix: side.fix },
      ];
    }
    case 'prompt': {
      const { prompt } = side;
      const suffix = source.agents === true ? suffixOfInstructions(path) : suffixOf(path, side, formats);
      const owner = {
        path,
        suffix,
        cases: side.cases,
        ...(prompt.rendered !== undefined && { areLines: true as const }),
        takes: (name: string) => takesIn(side, name),
        ...(key !== undefined && { key }),
        ...besideOf(source, formats),
      };
      const golden = await readGolden(files, owner);
      const settled = settlePrompts({ next: prompt }, golden.cases, settings).next ?? prompt;
      const unfilled = findHalfRendered(settled, side.text, namesGivenBy(golden.cases));
      const cases = selectByTags(golden.cases, settings.tags);
      const { suiteNotes, paths } = golden;
      const problems = [...golden.problems, ...casesWithoutLine(prompt, golden.cases)];
      const place = { path: prompt.path, paths, files: paths.filter(files.has) };
      return [{ kind: 'prompt', ...place, prompt: settled, text: side.text, unfilled, cases, problems, suiteNotes }];
    }
  }
}
