import { casesPaths } from '../../core/cases/cases-paths.ts';
import { wordNotes } from '../../core/cases/word-notes.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { canonicalJson, type JsonObject } from '../../core/json.ts';
import type { FilesHost, Sandbox } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import type { Revision } from '../../core/pull-request.ts';
import { needOf } from '../../core/scoring/needs-of.ts';
import { showOnOneLine } from '../../core/text/show-hidden.ts';
import { nameCases } from '../../formats/cases/index.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { createPromptfooReader } from '../reading/promptfoo-reader.ts';
import { filesOf } from '../reading/revision-files.ts';
import { writeCases } from './write-cases.ts';

/** A file that is to be written. */
export type ConvertedFile = { readonly path: string; readonly text: string };

export type ConvertPlace = FilesHost & { readonly now: Revision };

/**
 * What a promptfoo config comes to in our own form: a config and the cases files of the prompts it names. Writes nothing.
 * @throws ProblemError where the config is not there, cannot be read, or names no prompt
 */
export async function planConversion(
  config: string,
  place: ConvertPlace,
  sandbox: Sandbox,
): Promise<readonly ConvertedFile[]> {
  const tree = await place.tree(place.now);
  if (!tree.has(config)) throw fault(`There is no \`${config}\` in the repository.`, config);
  const files = filesOf(place, place.now, tree);
  const reader = createPromptfooReader(checkKinds, { sandbox, pick: () => [config] });
  const named = await reader.prompts(files);
  const once = [...new Map(named.map((prompt) => [`${prompt.path}#${prompt.held?.key ?? ''}`, prompt])).values()];
  const read = await Promise.all(
    once.map(async (prompt) => ({ prompt, ...(await reader.read(files, prompt.path, prompt.held?.key)) })),
  );
  // A config that cannot be read names no prompt, and says why to whoever asks for one.
  const asked = read.length > 0 ? read : [await reader.read(files, config)];
  const problems = [...new Map(asked.flatMap((one) => one.problems).map((one) => [one.what, one])).values()];
  const [first, ...rest] = problems;
  if (first !== undefined) throw new ProblemError(first, ...rest);
  if (read.length === 0) throw fault('This config names no prompt that is there.', config);
  const all = read.map(({ prompt, cases }): Converted => {
    const path = prompt.held === undefined ? prompt.path : fileFor(prompt.held.key, config);
    const suffix = formats.map((format) => format.suffix(path)).find((one) => one !== '') ?? '';
    const [casesPath = `${path}.cases.yml`] = casesPaths('{dir}/{name}.cases.yml', path, suffix);
    return { path, ...(prompt.held && { text: prompt.held.text }), casesPath, cases: nameCases(cases, []) };
  });
  const stored = new Set(read.flatMap((one) => one.cases.flatMap(({ storesAs }) => storesAs ?? [])));
  const notes = [
    ...wordNotes(read.flatMap((one) => one.notes)),
    ...[...stored].map(
      (name) => `\`${name}\`, which a test stores its reply as, is not carried over: give it a value.`,
    ),
  ];
  const models = [...new Set(read.flatMap((one) => one.models))];
  const names = new Set(read.flatMap((one) => Object.keys(one.params)));
  const common = [...names].flatMap((name) => {
    const values = read.map(({ params }) => params[name]);
    const [first, ...others] = values.map((value) => canonicalJson(value ?? null));
    return others.every((one) => one === first) ? [[name, values[0] ?? null] as const] : [];
  });
  const lost = [...names].filter((name) => common.every(([one]) => one !== name));
  return [
    {
      path: 'promptgate.yml',
      text: writeConfig(all, config, [...notes, ...wordLost(lost)], models, Object.fromEntries(common)),
    },
    ...all.flatMap(({ path, text, casesPath, cases }): readonly ConvertedFile[] => [
      ...(text === undefined ? [] : [{ path, text }]),
      { path: casesPath, text: writeCases(cases, config, casesPath) },
    ]),
  ];
}

type Converted = {
  readonly path: string;
  /** Of a prompt that was written in the config: its text, which gets a file. */
  readonly text?: string;
  readonly casesPath: string;
  readonly cases: readonly GoldenCase[];
};

/** Where a prompt that stood in the config is put: beside it, under its key. */
function fileFor(key: string, config: string): string {
  const name = key.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-+|-+$/gu, '');
  return `${config.slice(0, config.lastIndexOf('/') + 1)}prompts/${name || 'prompt'}.txt`;
}

function writeConfig(
  converted: readonly Converted[],
  config: string,
  notes: readonly string[],
  models: readonly string[],
  params: JsonObject,
): string {
  const cases = converted.flatMap((one) => one.cases);
  const needs = new Set(cases.flatMap(({ checks }) => checks.map((check) => needOf(check, checkKinds))));
  const judges = needs.has('judge') || needs.has('judge and embeddings');
  const embeds = needs.has('embeddings') || needs.has('judge and embeddings');
  return [
    `# Converted from ${showOnOneLine(config, 300)} by \`promptgate convert\`.`,
    ...notes.map((note) => `# ${showOnOneLine(note, 300)}`),
    'version: 1',
    'prompts:',
    ...converted.map(({ path }) => `  - ${JSON.stringify(path)}`),
    ...writeModels(models, params),
    ...(judges ? ['judge: gpt-5.6-sol # grades the checks that a model judges'] : []),
    ...(embeds ? ['embeddings: text-embedding-3-small # compares meanings'] : []),
    '',
  ].join('\n');
}

function wordLost(params: readonly string[]): readonly string[] {
  if (params.length === 0) return [];
  return [`Not carried, as not all prompts are asked so: ${params.map((name) => `\`${name}\``).join(', ')}.`];
}

function writeModels(named: readonly string[], params: JsonObject): readonly string[] {
  const [models, why] = named.length === 0 ? [['gpt-5.6-luna'], ' # the model your application asks'] : [named, ''];
  if (Object.keys(params).length === 0) return [`models: ${JSON.stringify(models)}${why}`];
  return ['models:', ...models.map((model) => `  - ${JSON.stringify({ model, params })}${why}`)];
}

function fault(what: string, file: string): ProblemError {
  return new ProblemError({ reason: 'files', what, at: { file } });
}
