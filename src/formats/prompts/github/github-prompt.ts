import type { CheckKinds } from '../../../core/check-kind.ts';
import type { Problem } from '../../../core/problem.ts';
import type { Prompt } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { readMessages } from '../../../core/prompt-file/read-messages.ts';
import { nameParams } from '../../../core/prompt-file/read-params.ts';
import { suggestNearest } from '../../../core/suggest-nearest.ts';
import { listVariables } from '../../../core/template/fill-template.ts';
import { renderMessages } from '../../../core/template/render-messages.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { readYaml } from '../../../core/yaml/read-yaml.ts';
import type { Format, ReadPrompt } from '../types.ts';
import { readEvaluators } from './read-evaluators.ts';
import { readResponseFormat } from './read-response-format.ts';
import { readTestData } from './read-test-data.ts';

const byName = /\.prompt\.ya?ml$/iu;
const otherFormats = /^(?:_type|template_format|execution_settings)\s*:/mu;
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

/** GitHub's prompt files (`github/gh-models`, `pkg/prompt/prompt.go`): known by their name, or by keys that only they have. */
export const githubPrompt: Format = {
  name: 'github',
  recognises: (path, text) => {
    if (byName.test(path)) return /^messages\s*:/mu.test(text) || !otherFormats.test(text);
    return /\.ya?ml$/iu.test(path) && /^messages\s*:/mu.test(text) && ownKeys.test(text);
  },
  read: readGitHubPrompt,
  render: renderMessages,
  suffix: (path) => /(?:\.prompt)?\.ya?ml$/iu.exec(path)?.[0] ?? '',
};

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
  const wrong = (what: string, key: string, fix: string): void => {
    problems.push({ reason: 'files', what, at: located.at([key]), fix });
  };

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

  const { model, modelParameters = {} } = file;
  if (model !== undefined && model !== null && typeof model !== 'string')
    wrong('`model` must be a text.', 'model', 'Write its id.');
  if (!isObject(modelParameters) && modelParameters !== null) {
    wrong(
      `\`modelParameters\` must be a map, not ${nameType(modelParameters)}.`,
      'modelParameters',
      'Write `temperature: 0` under it.',
    );
  }
  const format = readResponseFormat(file, located);
  const evaluators = readEvaluators(file['evaluators'] ?? null, located, kinds);
  const tests = readTestData(file['testData'] ?? null, located, evaluators);
  problems.push(...format.problems, ...evaluators.problems, ...tests.problems);
  const [first, ...rest] = problems;
  if (first !== undefined) return { kind: 'broken', problems: [first, ...rest] };

  const prompt: Prompt = {
    path,
    format: githubPrompt.name,
    messages,
    ...(typeof model === 'string' && { model }),
    params: { ...(isObject(modelParameters) && nameParams(modelParameters)), ...format.params },
    defaults: {},
    variables: [...new Set(messages.flatMap(({ content }) => listVariables(content)))],
    refersTo: [],
    notes: [
      ...doubtful.map(({ key, meant }) => ({
        text: `\`${key}\` is not read; did it mean \`${meant}\`?`,
        at: located.at([key], 'key'),
      })),
      ...format.notes,
      ...evaluators.notes,
    ],
  };
  return { kind: 'prompt', prompt, cases: tests.cases };
}
