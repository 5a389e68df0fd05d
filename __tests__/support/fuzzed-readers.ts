import { createHmac } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createPromptfooReader } from '../../src/app/reading/promptfoo-reader.ts';
import { filesOf } from '../../src/app/reading/revision-files.ts';
import { readAlertState } from '../../src/core/alerts/alert-state.ts';
import { afterAlerts, planAlerts } from '../../src/core/alerts/plan-alerts.ts';
import { diffPrompt } from '../../src/core/detect/diff-prompt.ts';
import { matchPrompts } from '../../src/core/detect/prompt-globs.ts';
import { followRow } from '../../src/core/drift/follow-row.ts';
import { readHistory, rowsOfHistory } from '../../src/core/drift/read-history.ts';
import { isWiderPattern } from '../../src/core/exam/is-wider-pattern.ts';
import { asksLess } from '../../src/core/exam/schema-demands.ts';
import { selectFiles } from '../../src/core/golden-set/select-files.ts';
import { appendCandidates } from '../../src/core/golden-set/write-candidates.ts';
import type { Json } from '../../src/core/json.ts';
import { readPlainJson } from '../../src/core/json-text/read-plain-json.ts';
import { isNamedBy } from '../../src/core/paths/match-globs.ts';
import { ProviderError } from '../../src/core/ports.ts';
import { type Problem, ProblemError } from '../../src/core/problem.ts';
import { isSignedComment, signComment } from '../../src/core/publish/find-comments.ts';
import { type Marker, readMarker } from '../../src/core/publish/marker.ts';
import { keyOf } from '../../src/core/publish/publish-issues.ts';
import { readManifest, writeManifest } from '../../src/core/rendered/handed-over.ts';
import { parseReport } from '../../src/core/report/parse-report.ts';
import { readMove } from '../../src/core/scoring/conversation.ts';
import { createSeal } from '../../src/core/seal/create-seal.ts';
import { parseConfig } from '../../src/core/settings/parse-config.ts';
import { parseInputs } from '../../src/core/settings/parse-inputs.ts';
import { engineNames } from '../../src/core/template/engine.ts';
import { engines } from '../../src/core/template/engines.ts';
import { readFilledChat } from '../../src/core/template/render-messages.ts';
import { readYaml } from '../../src/core/yaml/read-yaml.ts';
import { compileGlob } from '../../src/formats/cases/promptfoo/find-files.ts';
import { readCases } from '../../src/formats/cases/read-cases.ts';
import { logFormats } from '../../src/formats/logs/index.ts';
import { formats, readInstructions, readPromptfooPrompts, recogniseUnread } from '../../src/formats/prompts/index.ts';
import { scoreFormats } from '../../src/formats/scores/index.ts';
import { readScoreFile } from '../../src/formats/scores/read-score-file.ts';
import * as answers from '../../src/hosts/github/answers.ts';
import { queryFolders } from '../../src/hosts/github/query-folders.ts';
import { readEvent } from '../../src/hosts/github/read-event.ts';
import { joinMessage } from '../../src/providers/anthropic/join-message.ts';
import { readMessage } from '../../src/providers/anthropic/read-message.ts';
import { readApplicationAnswer } from '../../src/providers/application/read-application-answer.ts';
import { readRefusal as readAmazonRefusal, readConverse } from '../../src/providers/bedrock/read-converse.ts';
import { readEmbeddings, readGenerated, readRefusal } from '../../src/providers/gemini/read-generated.ts';
import { joinChunks } from '../../src/providers/openai/join-chunks.ts';
import { joinResponse } from '../../src/providers/openai/join-response.ts';
import { daysListed } from '../../src/providers/openai/list-retirements.ts';
import { readAnswer } from '../../src/providers/openai/read-answer.ts';
import { readResponse } from '../../src/providers/openai/responses.ts';
import { readArguments } from '../../src/providers/service/parts.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { openKeptIndex } from '../../src/store/kept-index.ts';
import { readKeptAnswer } from '../../src/store/recent-answers.ts';
import { readLogText } from './logged-calls.ts';
import { anInput } from './score-with.ts';
import { twoRevisions } from './two-revisions.ts';

type Told = readonly Problem[] | undefined;

/** What reads text that someone else wrote. It returns a value, or faults as data; it never throws. */
export type FuzzedReader = {
  readonly name: string;
  /** What inputs are made of. */
  readonly seeds: readonly string[];
  /** @returns faults that were told, where the reader tells faults */
  readonly read: (text: string) => Told | Promise<Told>;
  /** Inputs in `test:long`, where they are fewer than of the others. */
  readonly inputs?: number;
};

/** As much of a saved report as is read of one. */
const savedReport = {
  tool: {},
  fingerprint: '',
  verdict: 'pass',
  unreviewed: [],
  prompts: [
    {
      path: 'a',
      exam: [{ id: 'x', weight: 1 }],
      models: [{ id: 'm', cases: [{ id: 'x', replies: [{ side: 'new', trial: 0, round: 1, checks: [], score: 1 }] }] }],
    },
  ],
};

const root = new URL('../../', import.meta.url);

/** Longer fixtures say nothing more, and take longer to read. */
const longestSeed = 2_500;

/** The texts of fixtures that are short enough. */
function textsOf(...globs: readonly string[]): readonly string[] {
  return globSync(globs, { cwd: root })
    .toSorted()
    .map((path) => readFileSync(new URL(path, root), 'utf8'))
    .filter((text) => text.length <= longestSeed);
}

/** JSON of a fixture without its blanks, and with but the first `most` entries of each list. */
function shortened(path: string, most: number): string {
  const cut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.slice(0, most).map(cut);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, cut(held)]));
  };
  return JSON.stringify(cut(JSON.parse(readFileSync(new URL(path, root), 'utf8').replaceAll(': NaN', ': null'))));
}

const prompts = textsOf('fixtures/{demo,door}/**/prompts/**/*.{yml,yaml,json,txt,md,j2,jinja2,prompt,toml}');
const casesFiles = textsOf('fixtures/{demo,door}/**/*.cases.yml', 'fixtures/promptfoo/tests/**/*');
const suites = textsOf('fixtures/**/promptfooconfig.{yaml,yml,json}');
const configs = textsOf('fixtures/{demo,door}/**/promptgate.yml');
const templates = [
  ...textsOf('fixtures/door/**/*.{j2,jinja2}', 'fixtures/jinja/**/*.{j2,jinja2,txt,json}'),
  ...markers(),
];
const scoreFiles = [
  ...textsOf('fixtures/score-files/*.{json,csv}'),
  shortened('fixtures/score-files/promptfoo.json', 2),
  shortened('fixtures/score-files/inspect.json', 2),
  readFileSync(new URL('fixtures/score-files/promptfoo-repeat.csv', root), 'utf8').slice(0, 1_500),
  JSON.stringify(savedReport),
];

/** The first lines of each log of a format: what is said there is said again. */
function logsOf(format: string): readonly string[] {
  return globSync(`fixtures/logs/${format}/*`, { cwd: root })
    .toSorted()
    .map((path) => readFileSync(new URL(path, root), 'utf8'))
    .map((text) => text.slice(0, Math.max(longestSeed, text.indexOf('\n'))));
}

function markers(): readonly string[] {
  return ['Hello {{name}}, {{ user.name }}', 'Hi {name!r:>10}', 'Dear $name and ${other}', '%(name)s has %(n)d %%'];
}

const casesCsv = 'id,question,expected,contains\na,Why?,"Because, so",30 days\nb,"Say ""no""",,';
const casesLines = '{"id":"a","vars":{"question":"x"},"checks":[{"contains":"y"}]}\n{"id":"b","vars":{}}';
const samples = '{"input":[{"role":"system","content":"x"},{"role":"user","content":"y"}],"ideal":["a","b"]}';
const judged = [
  '{"reason":"so","score":7}',
  '```json\n{"score": 3, "reason": "x"}\n```',
  '<think>x</think>{"a":[{"score":1}]}',
];
const replies = [
  ...[
    'No, 30 days.',
    '{"a":{"b":[1,2,"x"]}}',
    '```json\n[1]\n```',
    '<p>Hi <b>there</b></p>',
    '<order><id>7</id></order>',
  ],
  ...[
    'SELECT a, b FROM t WHERE c = 1;',
    '```sql\nDELETE FROM t\n```',
    'It costs $3.50, or 1,200.5 kg',
    '客户 👩‍👩‍👧 é',
  ],
];
const response = JSON.stringify({
  id: 'resp_1',
  model: 'm-1',
  status: 'incomplete',
  incomplete_details: { reason: 'max_output_tokens' },
  output: [
    { type: 'reasoning', encrypted_content: 'x' },
    { type: 'message', content: [{ type: 'output_text', text: 'a' }] },
    { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' },
  ],
  usage: { input_tokens: 3, output_tokens: 1, output_tokens_details: { reasoning_tokens: 1 } },
});
const message = JSON.stringify({
  id: 'msg_1',
  model: 'm-1',
  content: [
    { type: 'thinking', thinking: '', signature: 'x' },
    { type: 'text', text: 'a' },
    { type: 'tool_use', id: 'c', name: 'f', input: {} },
  ],
  stop_reason: 'tool_use',
  usage: { input_tokens: 3, output_tokens: 1, cache_read_input_tokens: 2 },
});
const generated = JSON.stringify({
  candidates: [
    { content: { parts: [{ text: 'a' }, { functionCall: { name: 'f', args: {} } }] }, finishReason: 'STOP' },
  ],
  embeddings: [{ values: [0, 1] }],
  modelVersion: 'm-1',
  usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 1, thoughtsTokenCount: 1 },
});
const conversed =
  '{"output":{"message":{"role":"assistant","content":[{"text":"hi"},{"toolUse":{"toolUseId":"c","name":"f","input":{"a":1}}}]}},"stopReason":"end_turn","usage":{"inputTokens":3,"outputTokens":1,"cacheReadInputTokens":2}}';
const refusal = JSON.stringify({
  error: { message: 'slow', status: 'RESOURCE_EXHAUSTED', details: [{ retryDelay: '3s' }] },
});
const completion = JSON.stringify({
  id: 'c',
  model: 'm',
  choices: [
    { message: { content: 'x', tool_calls: [{ function: { name: 'f', arguments: '{}' } }] }, finish_reason: 'stop' },
  ],
  usage: { prompt_tokens: 1, completion_tokens: 2, prompt_tokens_details: { cached_tokens: 0 } },
});
const embedding = JSON.stringify({
  model: 'm',
  data: [{ index: 0, embedding: [0.1, 2] }],
  usage: { prompt_tokens: 3 },
});
const events = [
  {
    action: 'labeled',
    number: 1,
    pull_request: { number: 1, base: { sha: 'a', ref: 'main' }, head: { sha: 'b', ref: 'x' } },
  },
  {
    merge_group: {
      head_sha: 'b',
      head_ref: 'refs/heads/gh-readonly-queue/main/pr-1-a',
      base_sha: 'a',
      base_ref: 'main',
    },
  },
  {
    before: 'a',
    after: 'b',
    ref: 'refs/heads/main',
    inputs: { 'pull-request': '7' },
    workflow_run: { pull_requests: [] },
  },
].map((event) => JSON.stringify(event));
const listing = JSON.stringify({
  repository: {
    d0: { oid: 'a'.repeat(40), entries: [{ name: 'x', mode: 33188, type: 'blob', oid: 'b'.repeat(40), size: 3 }] },
  },
});
const gitHubAnswers = [
  listing,
  JSON.stringify([{ filename: 'a', status: 'renamed', previous_filename: 'b' }]),
  JSON.stringify({
    truncated: false,
    tree: [{ path: 'a', mode: '100644', type: 'blob', sha: 'a'.repeat(40), size: 1 }],
  }),
  JSON.stringify([
    { id: 1, body: 'x', html_url: 'u', created_at: 't', updated_at: 't', user: { login: 'l', id: 1, type: 'Bot' } },
  ]),
];
const seal = createSeal(['a key that is long enough'], 'fuzz');
const marker: Marker = {
  version: 1,
  name: '',
  run: '1/1',
  startedAt: 1,
  head: 'a',
  verdict: 'pass',
  judged: [{ fingerprint: 'f' }],
  carried: { outputs: { calls: '1' } },
};
const keptAnswer = JSON.stringify({
  text: 'x',
  toolCalls: [],
  usage: {},
  servedModel: 'm',
  servedBy: 'd',
  latencyMs: 1,
  at: 2,
});
const indexKey = new Uint8Array(32);
const indexBody = `${JSON.stringify(['x 1', 'names', ['a']])}\n${JSON.stringify(['x 2', 'none', []])}`;
const diffs = ['--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n', 'a\nb\nc', ''];
const globs = [
  'prompts/**/*.{txt,md}',
  '!prompts/[a-c]*',
  '**/!(x|y).yml',
  '{dir}/{name}.cases.yml',
  '*a*a*b',
  '@(a|b)/?.txt',
];
const patterns = ['\\b30\\b', '(?i)^(yes|no)$', '[a-z]+@[a-z]{2,}\\.com', 'a|b|c', '\\p{L}+(?:x|y)*?'];
const schemas = [
  '{"type":"object","required":["a"],"properties":{"a":{"enum":[1,2]},"b":{"$ref":"#/$defs/c"}},"$defs":{"c":{}}}',
];

/** JSON as it comes from a file of ours: at most 100 levels of it. */
function writtenJson(text: string): Json | undefined {
  return readPlainJson(text, 'a.json')?.value;
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const values = { name: 'Ann', n: 3, user: { name: 'x', tags: ['a', 'b'] }, question: 'Why?', items: [1, 2, { a: 1 }] };

/** What an answer is read with, quoting nothing. */
const quote = (text: string) => text.slice(0, 80);
const sent = { model: 'm', params: {} };

/** A refusal of the provider is its way to say that an answer is none. */
function refusing(read: () => unknown): void {
  try {
    read();
  } catch (fault) {
    if (!(fault instanceof ProviderError)) throw fault;
  }
}

/** Kinds with a parser of their own are given as much as other readers; what runs in the sandbox takes milliseconds each. */
function inputsOf(kind: string, needs: string): { readonly inputs?: number } {
  if (needs === 'sandbox' || /sql$/u.test(kind)) return { inputs: 500 };
  return /^(?:contains-)?(?:json|xml|html)|^(?:regex|judge|tool-call|llm)$/u.test(kind) ? {} : { inputs: 2_000 };
}

/** Every kind of check, whatever its argument, with a reply of any content; an argument of any content besides. */
function kindsOfChecks(): readonly FuzzedReader[] {
  return [...checkKinds.values()].map((kind): FuzzedReader => {
    const argument = kind.argument.safeParse(kind.example ?? null);
    const written = JSON.stringify(kind.example ?? null);
    return {
      name: `check ${kind.kind}`,
      seeds: [...replies, written, ...judged],
      ...inputsOf(kind.kind, kind.needs),
      read: (text) => {
        kind.argument.safeParse(writtenJson(text) ?? text);
        if (!argument.success) return;
        const about = anInput({ argument: argument.data, text });
        const result = kind.compare === undefined ? kind.score(about) : undefined;
        // What it asks may be answered with anything.
        if (result?.kind !== 'ask' || kind.compare !== undefined) return;
        const [first] = result.questions;
        const answer = { kind: 'text' as const, text };
        kind.score({ ...about, answers: new Map([[first.id, answer]]) });
      },
    };
  });
}

/** Every reader of text from outside. A format that is new must be here: a test says so. */
const driftSeed = [1, 2, 3, 4, 5]
  .map((day) =>
    JSON.stringify({
      kind: 'run',
      version: 1,
      at: `2026-11-0${day}T05:00:00.000Z`,
      run: `${day}`,
      prompt: 'a.txt',
      model: 'm',
      served: [{ model: 'm', replies: 2 }],
      cases: [{ id: 'a', key: 'k', input: 9, values: { score: [1, 0], pass: [1, 0], length: [9, 3] }, missing: 0 }],
    }),
  )
  .join('\n');

export const fuzzedReaders: readonly FuzzedReader[] = [
  ...formats.map(
    (format): FuzzedReader => ({
      name: `prompt format ${format.name}`,
      seeds: [...prompts, format.about.example.text],
      read: (text) => {
        let told: readonly Problem[] = [];
        for (const path of [
          'prompts/a.prompt.yml',
          'prompts/a.json',
          'prompts/a.yaml',
          'prompts/a.toml',
          'prompts/a.j2',
          'prompts/a.txt',
          format.about.example.path,
        ]) {
          if (!format.recognises(path, text)) continue;
          const read = format.read(path, text, checkKinds);
          if (read.kind === 'broken') told = read.problems;
          if (read.kind === 'prompt') format.render(read.prompt, values);
          if (read.kind === 'prompts') for (const { prompt } of read.prompts.slice(0, 3)) format.render(prompt, values);
          break;
        }
        return told;
      },
    }),
  ),
  {
    name: 'instructions of agents',
    seeds: [
      '---\nname: refunds\ndescription: >\n  Gives money\n  back.\ndisable-model-invocation: true\nlicense: MIT\n---\n\n# Refunds\n@docs/a.md\n',
      '---\nglobs: *.ts\nalwaysApply: true\n---\nBe brief.\n',
      ...prompts,
    ],
    read: (text) =>
      ['skills/a/SKILL.md', '.cursor/rules/a.mdc'].flatMap((path) => {
        const read = readInstructions(path, text);
        return read.kind === 'broken' ? read.problems : [];
      }),
  },
  {
    name: 'prompt formats that are known and not read',
    seeds: prompts,
    read: (text) => {
      for (const path of ['a.prompt', 'a.yaml', 'a.json', 'a.md']) recogniseUnread(path, text);
      readPromptfooPrompts('a.txt', text);
      readFilledChat(text);
    },
  },
  ...['yml', 'json', 'jsonl', 'csv'].map(
    (ending): FuzzedReader => ({
      name: `cases format ${ending}`,
      seeds: ending === 'csv' ? [casesCsv] : ending === 'jsonl' ? [casesLines, samples] : casesFiles,
      read: (text) => {
        const read = readCases(`a.cases.${ending}`, text, checkKinds, []);
        return read.kind === 'broken' ? read.problems : undefined;
      },
    }),
  ),
  ...scoreFormats.map(
    ({ name: kind, about }): FuzzedReader => ({
      name: `score file ${kind}`,
      seeds: [...scoreFiles, about.example.text, 'case,trial,score\na,0,1\n', '{"a":[1,0.5]}'],
      read: (text) => {
        const read = readScoreFile(text, kind === 'table' ? 'a.csv' : 'a.json');
        return read.kind === 'broken' ? read.problems : undefined;
      },
    }),
  ),
  ...logFormats.map(
    ({ name }): FuzzedReader => ({
      name: `log format ${name}`,
      seeds: logsOf(name),
      read: (text) => {
        const held = JSON.stringify({ input: text, output: text, variables: text });
        const [read, inside] = [text, held].map((log) => readLogText(log, 'a.jsonl', { piece: 300 }));
        return [...(read?.tally.faults ?? []), ...(inside?.tally.faults ?? [])];
      },
    }),
  ),
  {
    name: 'cases file that is added to',
    seeds: casesFiles,
    read: (text) => {
      const candidate = {
        reason: 'rare',
        notes: [],
        vars: { q: 'x' },
        history: [],
        at: { file: 'a', line: 1 },
      } as const;
      const added = appendCandidates(text, 'a.cases.yml', [candidate]);
      return added.kind === 'broken' ? [added.problem] : undefined;
    },
  },
  {
    name: 'saved report',
    seeds: scoreFiles,
    read: (text) => {
      try {
        parseReport(text, 'promptgate.json');
        return undefined;
      } catch (fault) {
        if (fault instanceof ProblemError) return fault.problems;
        throw fault;
      }
    },
  },
  {
    name: 'config',
    seeds: configs,
    read: (text) => {
      const read = parseConfig(text, 'promptgate.yml');
      if (read.kind === 'broken') return read.problems;
      // What it says is used on every path.
      matchPrompts(read.config.prompts.filter((glob) => typeof glob === 'string'))('prompts/a.txt');
      for (const { paths } of read.config.templates ?? []) isNamedBy('prompts/a.txt', paths);
      return undefined;
    },
  },
  {
    name: 'inputs',
    seeds: ['30s', '5', 'a, b\nc', 'regressed, invalid', 'true', '1,000', 'free=120000'],
    read: (text) => {
      for (const name of ['timeout', 'models', 'fail-on', 'max-cost', 'prompts', 'traffic', 'tags', text.slice(0, 20)])
        parseInputs(new Map([[name, text]]));
    },
  },
  {
    name: 'promptfoo config',
    seeds: suites,
    read: async (text) => {
      const files = { 'promptfooconfig.yaml': text, 'p.txt': '{{q}}', 'tests.csv': casesCsv };
      const { host, pull } = twoRevisions(files, files);
      const revision = filesOf(host, pull.head, await host.tree(pull.head));
      const reader = createPromptfooReader(checkKinds);
      await reader.prompts(revision);
      return (await reader.read(revision, 'p.txt')).problems;
    },
  },
  ...engineNames.map(
    (name): FuzzedReader => ({
      name: `template ${name}`,
      seeds: templates,
      read: (text) => {
        const engine = engines[name];
        engine.variables(text);
        engine.fill(text, values);
      },
    }),
  ),
  {
    name: 'snapshot manifest',
    seeds: [writeManifest({ commit: 'c'.repeat(40), run: '41', files: ['prompts/a.rendered.jsonl'] })],
    read: (text) => {
      const read = readManifest(text, 'manifest.json');
      return 'what' in read ? [read] : undefined;
    },
  },
  {
    name: 'JSON text',
    seeds: [...schemas, ...judged, casesLines, ...textsOf('fixtures/**/*.json')],
    read: (text) => void readPlainJson(text, 'a.json'),
  },
  {
    name: 'YAML text',
    seeds: [...casesFiles, ...configs, ...suites],
    read: (text) => {
      const read = readYaml(text, 'a.yml');
      return read.kind === 'broken' ? read.problems : undefined;
    },
  },
  {
    name: 'event file',
    seeds: events,
    read: (text) => {
      for (const name of ['pull_request', 'merge_group', 'push', 'workflow_dispatch', 'workflow_run', 'issue_comment'])
        readEvent(name, jsonOf(text));
    },
  },
  {
    name: 'answers of GitHub',
    seeds: gitHubAnswers,
    read: async (text) => {
      const value = jsonOf(text);
      for (const shape of Object.values(answers)) shape.safeParse(value);
      const known = new Map();
      const ask = () => Promise.resolve({ kind: 'answered' as const, value: { data: value, errors: [] } });
      const door = { isOpen: () => true, shut: () => undefined, ask };
      await queryFolders(door, 'a/b', [['head:x', 'deep']], known);
    },
  },
  {
    name: 'answers of a model service',
    seeds: [completion, embedding, response, message, generated, refusal, conversed],
    read: (text) => {
      const request = { kind: 'chat', ...sent, provider: 'default', messages: [] } as const;
      for (const read of [readResponse, readMessage, readGenerated, readConverse])
        refusing(() => read(text, request, quote));
      refusing(() => readEmbeddings(text, { ...request, kind: 'embedding', texts: ['a'] }, quote));
      for (const tell of [readRefusal, readAmazonRefusal]) tell(new Response(null, { status: 429 }), text);
      refusing(() => readAnswer(text, { kind: 'chat', ...sent, provider: 'default', messages: [] }, quote));
      refusing(() => readAnswer(text, { kind: 'embedding', ...sent, provider: 'default', texts: ['a'] }, quote));
    },
  },
  {
    name: 'answer of an application',
    seeds: [
      'Thirty days.',
      '{"text":"Thirty days.","usage":{"inputTokens":10,"usd":0.1},"trace":[{"step":"search","contexts":["a"]}]}',
      '{"toolCalls":[{"name":"get_order","arguments":{"id":"A1"}},{"id":"x","function":{"name":"f","arguments":"{}"}}]}',
      '{"error":{"code":3}}',
    ],
    read: (text) => {
      for (const mustBeObject of [true, false]) readApplicationAnswer(text, mustBeObject);
    },
  },
  {
    name: 'arguments of a call',
    seeds: ['{"id":"A1","lines":[1,2]}', ''],
    read: (text) => {
      refusing(() => readArguments('get_order', text));
    },
  },
  {
    name: 'comment and its signature',
    seeds: [signComment(marker, (first) => `${first}\n### Fine`, seal), '<!-- promptgate {} -->'],
    read: (text) => {
      const read = readMarker(text);
      if (read !== undefined) isSignedComment(read, text, seal);
    },
  },
  {
    name: 'streamed events',
    seeds: [
      '[{"type":"message_start","message":{"content":[]}},{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","name":"f"}},{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{}"}}]',
      '[{"choices":[{"index":0,"delta":{"content":"a"}}]}]',
    ],
    read: (text) => {
      const events = writtenJson(text);
      if (!Array.isArray(events)) return;
      const timed = events.map((data: unknown, ms) => ({ data, ms }));
      for (const join of [joinMessage, joinChunks, joinResponse]) refusing(() => join(timed));
    },
  },
  {
    name: 'history of drift',
    seeds: [driftSeed],
    read: (text) => {
      const { lines } = readHistory(text, 'history.ndjson');
      for (const rows of rowsOfHistory(lines).values()) followRow(rows);
    },
  },
  {
    name: 'state of alerts',
    seeds: [
      '{"version":1,"entries":[{"key":"a","runs":2,"told":["slack"],"since":"2026-11-29T05:17:00.000Z","toldMs":1,"seenMs":2,"about":{"kind":"test"}}]}',
    ],
    read: (text) => {
      const read = readAlertState(text);
      if (typeof read === 'string') return;
      const moment = { at: '', now: 3, cooldownMs: 0, targets: ['slack', 'smtp'], place: {} } as const;
      const seen = read.entries.map(({ key, about }) => ({ key, about, is: 'wrong', forRuns: 1 }) as const);
      afterAlerts(read, seen, planAlerts(read, seen, moment), moment);
    },
  },
  {
    name: 'issue of ours',
    seeds: ['Text\n<!-- promptgate-issue {"key":"a","kind":"drift","version":1} -->'],
    read: (text) => void keyOf({ body: text }, { kind: 'drift', seal: undefined }),
  },
  {
    name: 'list of models',
    seeds: ['{"data":[{"id":"a","shutdown_date":"2026-12-11"},{"id":"b"}]}'],
    read: (text) => {
      try {
        daysListed(text);
      } catch (fault) {
        if (!(fault instanceof SyntaxError)) throw fault;
      }
    },
  },
  { name: 'kept replies', seeds: [keptAnswer], read: (text) => void readKeptAnswer(text) },
  {
    name: 'kept index',
    seeds: [indexBody],
    read: (text) => {
      const signed = createHmac('sha256', indexKey).update(text).digest('hex');
      for (const kept of [text, `${JSON.stringify({ version: 1, seal: signed })}\n${text}`])
        openKeptIndex(kept, indexKey).find('x', '1');
    },
  },
  { name: 'move of a simulated user', seeds: judged, read: (text) => void readMove(text) },
  {
    name: 'diff of two prompts',
    seeds: diffs,
    read: (text) => void diffPrompt([{ path: 'a', text }], [{ path: 'b', text: text.slice(1) }]),
  },
  {
    name: 'globs',
    seeds: globs,
    read: (text) => {
      // A path is at most so long.
      if (text.length > 1_000) return;
      matchPrompts([text])('prompts/a/support.txt');
      isNamedBy('prompts/a/support.txt', [text]);
      for (const { selects } of selectFiles([text], 'prompts/')) selects('prompts/a/support.txt');
      compileGlob(text)?.('prompts/a/support.txt');
    },
  },
  {
    name: 'patterns and schemas held against each other',
    seeds: [...patterns, ...schemas],
    read: (text) => {
      for (const other of patterns) isWiderPattern(text, other);
      const schema = writtenJson(text);
      if (schema !== undefined) asksLess(schema, { type: 'object' });
    },
  },
  ...kindsOfChecks(),
];

/** Inputs that once did harm, by reader: what was found stays found. */
export function foundInputs(reader: string): readonly { readonly file: string; readonly text: string }[] {
  const folder = new URL(`fixtures/fuzz/${reader.replaceAll(' ', '-').toLowerCase()}/`, root);
  if (!existsSync(folder)) return [];
  return globSync('*', { cwd: folder }).map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }));
}
