import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { engineNames } from '../../src/core/template/engine.ts';
import { logFormats } from '../../src/formats/logs/index.ts';
import { formats } from '../../src/formats/prompts/index.ts';
import { scoreFormats } from '../../src/formats/scores/index.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { expectHarmless, fuzzReader, harmOf } from '../support/fuzz-reader.ts';
import { foundInputs, fuzzedReaders } from '../support/fuzzed-readers.ts';

const root = new URL('../../', import.meta.url);

describe('what reads text from outside', () => {
  test.each(fuzzedReaders.map((reader) => [reader.name, reader] as const))(
    '%s: returns a value or faults with their place, whatever it is given',
    async (_, reader) => {
      expectHarmless(await fuzzReader(reader, reader.inputs === undefined ? 40 : 8, 7));
    },
  );

  test.each(
    fuzzedReaders.flatMap((reader) =>
      foundInputs(reader.name).map(({ file, text }) => [reader.name, file, { reader, text }] as const),
    ),
  )('%s: %s, which did harm once, does none', async (_, __, { reader, text }) => {
    expect(await harmOf(reader, text)).toBeUndefined();
  });
});

describe('the table of readers', () => {
  const names = new Set(fuzzedReaders.map(({ name }) => name));

  test('holds every format, engine and kind of check, each with something to begin with', () => {
    const wanted = [
      ...formats.map(({ name }) => `prompt format ${name}`),
      ...engineNames.map((name) => `template ${name}`),
      ...scoreFormats.map(({ name }) => `score file ${name}`),
      ...logFormats.map(({ name }) => `log format ${name}`),
      ...[...checkKinds.keys()].map((kind) => `check ${kind}`),
    ];
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
    expect(fuzzedReaders.filter(({ seeds }) => seeds.join('') === '').map(({ name }) => name)).toEqual([]);
  });

  test('holds what every file with a parser in it reads', () => {
    const parsers =
      /JSON\.parse\(|parseToml\(|(?:from |import\()'(?:yaml|csv-parse\/sync|parse5|fast-xml-parser|node-sql-parser|smol-toml)'/u;
    const files = globSync('src/**/*.ts', { cwd: root, exclude: ['src/embedded/**'] }).filter((file) =>
      parsers.test(readFileSync(new URL(file, root), 'utf8')),
    );
    expect(files.toSorted()).toEqual(Object.keys(readBy).toSorted());
    expect(Object.values(readBy).filter((name) => name !== ours && !names.has(name))).toEqual([]);
  });
});

/** Text that we wrote ourselves, or the runner did, and that nobody else can write to. */
const ours = 'ours';

/** By which reader of the table the text is given to each file that holds a parser. */
const readBy: Readonly<Record<string, string>> = {
  'src/core/alerts/alert-state.ts': 'state of alerts',
  'src/app/convert/write-cases.ts': ours,
  'src/formats/cases/csv/read-csv-rows.ts': 'cases format csv',
  'src/formats/cases/csv/read-csv.ts': 'cases format csv',
  'src/core/golden-set/write-candidates.ts': 'cases file that is added to',
  'src/core/json-text/json-members.ts': 'JSON text',
  'src/core/json-text/read-plain-json.ts': 'JSON text',
  'src/core/kept-lines.ts': 'history of drift',
  'src/core/monitor/call-sample.ts': ours,
  'src/core/publish/marker.ts': 'comment and its signature',
  'src/core/publish/publish-issues.ts': 'issue of ours',
  'src/core/report/parse-report.ts': 'saved report',
  'src/core/scoring/conversation.ts': 'move of a simulated user',
  'src/core/yaml/read-yaml.ts': 'YAML text',
  'src/core/yaml/yaml-values.ts': 'YAML text',
  'src/core/tools/call-arguments.ts': 'check tool-call',
  'src/formats/cases/promptfoo/fill-value.ts': 'promptfoo config',
  'src/formats/logs/read-values.ts': 'log format plain',
  'src/formats/logs/split-lines.ts': 'log format plain',
  'src/formats/logs/split-rows.ts': 'log format langfuse',
  'src/formats/logs/split-values.ts': 'log format open-telemetry',
  'src/formats/prompts/github/read-model.ts': 'prompt format github',
  'src/formats/prompts/promptfoo.ts': 'JSON text',
  'src/formats/prompts/read-toml.ts': 'prompt format map of texts',
  'src/formats/scores/read-csv-grid.ts': 'score file table',
  'src/formats/scores/read-json-text.ts': 'score file scores',
  'src/hosts/runner/open-runner.ts': 'event file',
  'src/hosts/scorer/served-scorer.ts': 'check score',
  'src/hosts/scorer/clean-environment.ts': ours,
  'src/wire/end-left-comment.ts': ours,
  // Its own library's body.
  'src/providers/bedrock/read-converse.ts': 'answers of a model service',
  'src/providers/gemini/create-gemini-provider.ts': ours,
  // A copy of our own messages.
  'src/providers/application/create-application-provider.ts': ours,
  'src/providers/application/read-application-answer.ts': 'answer of an application',
  'src/providers/gemini/read-generated.ts': 'answers of a model service',
  'src/providers/anthropic/join-message.ts': 'streamed events',
  'src/providers/openai/list-retirements.ts': 'list of models',
  'src/providers/service/parts.ts': 'arguments of a call',
  'src/providers/service/read-body.ts': 'answers of a model service',
  'src/sandbox/realm.ts': 'check javascript',
  'src/scorers/contains-json.ts': 'check contains-json',
  'src/scorers/fields/wanted-json.ts': 'check json-fields',
  'src/scorers/html.ts': 'check html',
  'src/scorers/json/query-json.ts': 'check json-path',
  'src/scorers/json/read-json-reply.ts': 'check json',
  'src/scorers/json/schema-argument.ts': 'check json-schema',
  'src/scorers/judging/read-answer.ts': 'check judge',
  'src/scorers/markup/find-xml.ts': 'check xml',
  'src/scorers/score.ts': 'check score',
  'src/reporters/junit.ts': ours,
  // What the page's own build packed.
  'src/page/open-data.ts': ours,
  'src/scorers/words/tell-language.ts': 'check language',
  'src/store/kept-index.ts': 'kept index',
  'src/store/recent-answers.ts': 'kept replies',
  // Signed rows: a text that nobody but a run with the keys wrote.
  'src/store/score-history.ts': ours,
  'src/store/version-history.ts': ours,
  'src/wire/kept-store.ts': ours,
};
