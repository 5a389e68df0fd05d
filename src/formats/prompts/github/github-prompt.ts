import type { CheckKinds } from '../../../core/check-kind.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { readMessages } from '../../../core/prompt-file/read-messages.ts';
import { suggestNearest } from '../../../core/suggest-nearest.ts';
import { listVariables } from '../../../core/template/fill-template.ts';
import { renderMessages } from '../../../core/template/render-messages.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { readYaml } from '../../../core/yaml/read-yaml.ts';
import type { OnePromptFormat, ReadPrompt } from '../types.ts';
import { aboutGitHub } from './about-github.ts';
import { readEvaluators } from './read-evaluators.ts';
import { readModel, readResponseFormat } from './read-model.ts';
import { readTestData } from './read-test-data.ts';

const byName = /\.prompt\.ya?ml$/iu;
const topKeys = /^(?:\{\s*)?["']?(?<key>\w+)["']?\s*:/gmu;
const ownKeys = /^(?:modelParameters|testData|evaluators|responseFormat|jsonSchema)\s*:/mu;

const keys = [
  'name',
  'description',
  'model',
  'modelParameters',
  'messages',
  'responseFormat',
  'jsonSchema',
  'testData',
  'evaluators',
] as const;

/**
 * GitHub's prompt files (`github/gh-models`, `pkg/prompt/prompt.go`): known by `messages` in a file of their name, or by
 * keys that only they have. Other files of that name (a `system` and a `template`, a list) are other formats'.
 */
export const githubPrompt: OnePromptFormat = {
  name: 'github',
  knownBy: 'name',
  about: aboutGitHub,
  recognises: (path, text) => {
    if (byName.test(path)) return ownKeys.test(text) || hasMessages(text);
    return /\.ya?ml$/iu.test(path) && /^messages\s*:/mu.test(text) && ownKeys.test(text);
  },
  read: readGitHubPrompt,
  mayHoldCases: (path) => /\.ya?ml$/iu.test(path),
  render: renderMessages,
  suffix: (path) => /(?:\.prompt)?\.ya?ml$/iu.exec(path)?.[0] ?? '',
};

/** Mistyped ones too: they are told as a fault rather than taken for another format. */
function hasMessages(text: string): boolean {
  const names = new Set(Array.from(text.matchAll(topKeys), ({ groups }) => groups?.['key'] ?? ''));
  return names.has('messages') || [...names].some((name) => suggestNearest(name, ['messages']) !== undefined);
}

function readGitHubPrompt(path: string, text: string, kinds: CheckKinds): ReadPrompt {
  const read = readYaml(text, path);
  if (read.kind === 'broken') return read;
  const { located } = read;
  const file = located.value;
  if (!isObject(file)) {
    const what = `A prompt file must be a map, not ${nameType(file)}.`;
    return {
      kind: 'broken',
      problems: [{ reason: 'files', what, at: located.at([]), fix: 'Write `messages:` with a list under it.' }],
    };
  }
  const problems: Problem[] = [];

  const nearby = Object.keys(file).filter((key) => !keys.some((known) => known === key));
  const doubtful = nearby.flatMap((key) => {
    const meant = suggestNearest(key, keys);
    return meant === undefined || Object.hasOwn(file, meant) ? [] : [{ key, meant }];
  });
  const mistyped = doubtful.find(({ meant }) => meant === 'messages');
  const { messages, problems: messageProblems } =
    mistyped === undefined ? readMessages(file['messages'], located, ['messages']) : { messages: [], problems: [] };
  if (mistyped !== undefined) {
    const at = located.at([mistyped.key], 'key');
    problems.push({
      reason: 'files',
      what: `The prompt has no \`messages\`, but \`${mistyped.key}\`.`,
      at,
      fix: 'Rename it to `messages`.',
    });
  }
  problems.push(...messageProblems);

  const model = readModel(
    file,
    located,
    nearby.filter((key) => key !== 'config'),
  );
  const format = readResponseFormat(file, located);
  const variables = [...new Set(messages.flatMap(({ content }) => listVariables(content)))];
  const uses = (name: string): boolean => variables.some((one) => one === name || one.startsWith(`${name}.`));
  const evaluators = readEvaluators(file['evaluators'] ?? null, ['evaluators'], { located, kinds });
  const tests = readTestData(file['testData'] ?? null, evaluators, { located, kinds, uses });
  problems.push(...model.problems, ...format.problems, ...evaluators.problems, ...tests.problems);
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest] };

  const prompt: Prompt = {
    path,
    format: githubPrompt.name,
    messages,
    engine: 'mustache',
    open: { engine: false, role: false },
    ...(model.model !== undefined && { model: model.model }),
    params: { ...model.params, ...format.params },
    defaults: {},
    variables,
    refersTo: [],
    notes: [
      ...doubtful.map(({ key, meant }) => ({
        text: `\`${key}\` is not read; did it mean \`${meant}\`?`,
        at: located.at([key], 'key'),
      })),
      ...model.notes,
      ...format.notes,
      ...evaluators.notes,
      ...tests.notes,
    ],
  };
  return { kind: 'prompt', prompt, cases: tests.cases };
}
