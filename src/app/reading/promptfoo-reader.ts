import type { PlacedNote } from '../../core/cases/word-notes.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import { canonicalJson, type Json, type JsonObject } from '../../core/json.ts';
import type { Sandbox } from '../../core/ports.ts';
import { type Problem, showProblem } from '../../core/problem.ts';
import type { FileText } from '../../core/pull-request.ts';
import {
  agreeIn,
  type Config,
  mayBeConfigPath,
  type NamedPrompt,
  readConfig,
  readSuite,
  type Sources,
  type SuiteCase,
  type SuiteReading,
  selectCases,
} from '../../formats/cases/index.ts';
import type { RevisionFiles } from './revision-files.ts';

/** What the promptfoo configs of a revision say of one prompt. */
export type PromptfooRead = {
  readonly cases: readonly SuiteCase[];
  readonly problems: readonly Problem[];
  readonly notes: readonly PlacedNote[];
  /** Configs and the files that hold their tests and assertions. */
  readonly caseFiles: ReadonlySet<string>;
  /** Files that tests take texts or schemas from. */
  readonly refersTo: ReadonlySet<string>;
  /** Models that the configs ask, where nobody else names any. */
  readonly models: readonly string[];
  /** Parameters that the prompt is asked with where it sets none itself. */
  readonly params: JsonObject;
};

/** Reads the configs of a revision. Where there is none, nothing is read. */
export type PromptfooReader = {
  /** What they have for the prompt at `path`; without a `key`, for all that a config at `path` holds. */
  readonly read: (files: RevisionFiles, path: string, key?: string) => Promise<PromptfooRead>;
  /** The prompts that they name. */
  readonly prompts: (files: RevisionFiles) => Promise<readonly NamedPrompt[]>;
};

/** What configs are read with. */
type PromptfooMeans = {
  /** Where their scripts and templates are run; absent: they are not. */
  readonly sandbox?: Sandbox | undefined;
  /** Names of the team's own scorers, which may run what is not run here. */
  readonly scorers?: ReadonlySet<string>;
  /** Which of a revision's paths are read as configs; absent: all that may be some. */
  readonly pick?: (paths: readonly string[]) => readonly string[];
};

type Read<T> = SuiteReading & { readonly value: T };

/** Rounds of asking for files that files name: config, tests, their vars. More is a circle. */
const mostRounds = 12;
/** Most files that the configs of a revision take content from. */
const mostFiles = 2_000;

/** Creates a reader that reads each config and its tests once a revision, however many prompts they are for. */
export function createPromptfooReader(kinds: CheckKinds, means: PromptfooMeans = {}): PromptfooReader {
  const revisions = new WeakMap<RevisionFiles, Revision>();
  const revisionOf = (files: RevisionFiles): Revision => {
    const revision = revisions.get(files) ?? openRevision(files, kinds, means);
    revisions.set(files, revision);
    return revision;
  };
  return {
    read: async (files, path, key) => {
      const revision = revisionOf(files);
      const read = await Promise.all(revision.configs.map((config) => revision.read(config, path, key)));
      return {
        cases: read.flatMap((one) => one.cases),
        problems: read.flatMap((one) => one.problems),
        notes: read.flatMap((one) => one.notes),
        caseFiles: new Set(read.flatMap((one) => [...one.caseFiles])),
        refersTo: new Set(read.flatMap((one) => [...one.refersTo])),
        models: [...new Set(read.flatMap((one) => one.models))],
        params: agreeIn(read.map((one) => one.params)).shared,
      };
    },
    prompts: async (files) => {
      const revision = revisionOf(files);
      const read = await Promise.all(revision.configs.map(revision.prompts));
      return read.flat();
    },
  };
}

type Revision = {
  readonly configs: readonly string[];
  readonly read: (config: string, prompt: string, key: string | undefined) => Promise<PromptfooRead>;
  readonly prompts: (config: string) => Promise<readonly NamedPrompt[]>;
};

const nothing: PromptfooRead = {
  cases: [],
  problems: [],
  notes: [],
  caseFiles: new Set(),
  refersTo: new Set(),
  models: [],
  params: {},
};

function openRevision(
  files: RevisionFiles,
  kinds: CheckKinds,
  { sandbox, scorers = new Set(), pick = (paths) => paths.filter(mayBeConfigPath) }: PromptfooMeans,
): Revision {
  const texts = new Map<string, FileText>();
  const sources: Sources = {
    paths: new Set(files.paths()),
    found: new Map(),
    text: (path) => texts.get(path),
    parsed: new Map(),
  };
  const share = sharing();
  const complete = async <T>(read: (reading: SuiteReading) => T): Promise<Read<T>> => {
    for (let round = 1; ; round += 1) {
      const reading: SuiteReading = {
        sources,
        kinds,
        scorers,
        ...(sandbox && { sandbox }),
        filters: [],
        share,
        problems: [],
        notes: [],
        needs: new Set(),
        caseFiles: new Set(),
        refersTo: new Set(),
      };
      const value = read(reading);
      if (reading.needs.size === 0 || round === mostRounds)
        return { ...reading, value, problems: once(reading.problems) };
      if (texts.size + reading.needs.size > mostFiles)
        return { ...reading, value, problems: [tooMany(texts.size + reading.needs.size)] };
      await Promise.all([...reading.needs].map(async (path) => texts.set(path, await files.text(path))));
    }
  };
  const configs = keep((path: string) => complete((reading) => readConfig(path, reading)));
  const suites = keep((config: Config) => complete((reading) => readSuite(config, reading)));
  return {
    configs: pick([...sources.paths]).toSorted(),
    prompts: async (path) => (await configs(path)).value?.prompts ?? [],
    read: async (path, prompt, key) => {
      const config = await configs(path);
      if (config.value === undefined) return broken(config.problems, texts.get(path), prompt);
      if (!config.value.prompts.some((named) => named.path === prompt)) return nothing;
      const suite = await suites(config.value);
      const named = config.value.prompts.find(
        ({ path: where, held }) => where === prompt && (held === undefined || held.key === key),
      );
      return {
        cases: selectCases(suite.value.cases, config.value.prompts, prompt, key),
        problems: [...config.problems, ...suite.problems],
        notes: [...config.notes, ...suite.notes],
        caseFiles: new Set([path, ...config.caseFiles, ...suite.caseFiles]),
        refersTo: suite.refersTo,
        models: config.value.models,
        params: named === undefined ? {} : suite.value.params(named),
      };
    },
  };
}

/** A config that cannot be read is a fault of the prompts that it speaks of; others are told of it. */
function broken(problems: readonly Problem[], file: FileText | undefined, prompt: string): PromptfooRead {
  const name = prompt.slice(prompt.lastIndexOf('/') + 1);
  if (file?.kind === 'text' && file.text.includes(name)) return { ...nothing, problems };
  return {
    ...nothing,
    notes: problems.flatMap(({ what, at }) =>
      at === undefined ? [] : [{ text: `A promptfoo config is passed over: ${what}`, at }],
    ),
  };
}

function keep<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}

function sharing(): (value: Json) => Json {
  const shared = new Map<string, Json>();
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const key = canonicalJson(value);
    const first = shared.get(key) ?? value;
    shared.set(key, first);
    return first;
  };
}

function tooMany(count: number): Problem {
  const what = `promptfoo’s configs name ${count} files, more than the ${mostFiles} that are read.`;
  return { reason: 'files', what, at: { file: 'promptfooconfig.yaml' }, fix: 'Narrow their globs.' };
}

function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [showProblem(problem), problem])).values()];
}
