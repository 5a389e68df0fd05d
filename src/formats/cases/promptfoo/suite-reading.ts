import type { PlacedNote } from '../../../core/cases/word-notes.ts';
import type { CheckKinds } from '../../../core/check-kind.ts';
import type { Json } from '../../../core/json.ts';
import type { Sandbox } from '../../../core/ports.ts';
import type { Position, Problem } from '../../../core/problem.ts';
import type { FileText } from '../../../core/pull-request.ts';
import type { LocatedRead } from '../../../core/yaml/located.ts';
import { readYaml } from '../../../core/yaml/read-yaml.ts';
import { readJsonLines } from '../read-json.ts';
import type { TemplateFilter } from './fill-value.ts';
import type { FilesFound } from './find-files.ts';
import { readCsvTests } from './read-csv-tests.ts';

/** The files of a revision as far as they are at hand. */
export type Sources = {
  /** All paths of the revision. */
  readonly paths: ReadonlySet<string>;
  /** What written paths and globs were found to name so far; grows. */
  readonly found: Map<string, FilesFound>;
  /** The text of a file; `undefined` where it was not asked for yet. */
  readonly text: (path: string) => FileText | undefined;
  /** What was made of texts so far; grows. */
  readonly parsed: Map<string, LocatedRead>;
};

/** What the reading of one config comes across; grows as it goes. */
export type SuiteReading = {
  readonly sources: Sources;
  readonly kinds: CheckKinds;
  /** Names of the team's own scorers, which may run what is not run here. */
  readonly scorers: ReadonlySet<string>;
  /** Where templates and scripts are run; absent: they are not. */
  readonly sandbox?: Sandbox;
  /** Filters of the config's own, for its templates. */
  readonly filters: readonly TemplateFilter[];
  /** The one value for all equal arguments of checks: kinds keep what they made of an argument by its object. */
  readonly share: (argument: Json) => Json;
  readonly problems: Problem[];
  readonly notes: PlacedNote[];
  /** Files that must be read before the reading can be finished. */
  readonly needs: Set<string>;
  /** Files that hold tests or assertions. */
  readonly caseFiles: Set<string>;
  /** Files that tests take texts or schemas from. */
  readonly refersTo: Set<string>;
};

/** What a source could give: its text, not yet, or never (the problem is told). */
export type SourceText = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'none' };

/** The text of a file that `at` refers to. Where it is not at hand it is noted as needed. */
export function fileText(path: string, at: Position, { sources, needs, problems }: SuiteReading): SourceText {
  const file = sources.text(path);
  if (file === undefined) {
    needs.add(path);
    return { kind: 'none' };
  }
  if (file.kind === 'text') return { kind: 'text', text: file.text };
  const why = file.kind === 'absent' ? 'it is not there' : file.why;
  problems.push({ reason: 'files', what: `\`${path}\` cannot be read: ${why}.`, at });
  return { kind: 'none' };
}

/** The value of a file that `at` refers to, by its ending: CSV as tests, JSON Lines as a list, else YAML (and so JSON). */
export function parsedFile(path: string, at: Position, reading: SuiteReading): LocatedRead | undefined {
  const file = fileText(path, at, reading);
  if (file.kind === 'none') return undefined;
  const { parsed } = reading.sources;
  const read = parsed.get(path) ?? parse(path, file.text);
  parsed.set(path, read);
  if (read.kind === 'broken') reading.problems.push(...read.problems);
  return read;
}

function parse(path: string, text: string): LocatedRead {
  if (/\.csv$/iu.test(path)) return readCsvTests(text, path);
  return /\.jsonl$/iu.test(path) ? readJsonLines(text, path) : readYaml(text, path);
}
