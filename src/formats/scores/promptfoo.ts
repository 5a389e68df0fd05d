import type { Json } from '../../core/json.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import type { Located } from '../../core/yaml/located.ts';
import { isPromptfooResult, promptfooResultsAt, readPromptfooResults } from './read-promptfoo-results.ts';
import { isPromptfooTable, readPromptfooTable } from './read-promptfoo-table.ts';
import type { ScoreFileRead, ScoreFormat } from './types.ts';

/** What promptfoo saves with `-o`, in each of its forms. */
export const promptfooResults: ScoreFormat = {
  name: 'promptfoo',
  knownBy: 'keys',
  about: {
    recognisedBy:
      '`-o results.json`, `.yaml`, `.jsonl` or `.csv`: results with `success` and `gradingResult`, or columns `Status`, `Score`, `Named Scores`',
    readAs: 'a prompt, its providers, its tests; `--repeat` gives several trials',
    notRead: [
      'of the CSV cost and latency, which it does not have; its scores are rounded to two decimals',
      'HTML and XML',
    ],
    example: {
      path: 'results.jsonl',
      text: `{"promptIdx":0,"testIdx":0,"provider":{"id":"openai:gpt-5.6-luna"},"prompt":{"label":"support"},"vars":{"question":"Why?"},"success":true,"score":1,"gradingResult":{"componentResults":[]}}
{"promptIdx":0,"testIdx":1,"provider":{"id":"openai:gpt-5.6-luna"},"prompt":{"label":"support"},"vars":{"question":"How?"},"success":false,"score":0,"gradingResult":{"componentResults":[]}}
`,
    },
    reference: { library: '`promptfoo` 0.121' },
  },
  called: 'promptfoo results',
  wanted: 'the results of promptfoo (JSON, JSON Lines, YAML or CSV)',
  repeat: (times) => `run \`promptfoo eval --repeat ${times}\``,
  read: (content, { file }) =>
    content.kind === 'table'
      ? isPromptfooTable(content.grid)
        ? readPromptfooTable(content.grid)
        : undefined
      : readValue(content.located, file),
};

function readValue(located: Located, file: string): ScoreFileRead | undefined {
  const { value } = located;
  if (Array.isArray(value)) {
    const results: readonly Json[] = value;
    const isList = results.length > 0 && results.every(isPromptfooResult);
    return isList ? readPromptfooResults(located, [], file) : undefined;
  }
  if (isPromptfooResult(value)) {
    const listed: Located = { value: [value], at: ([, ...path], on) => located.at(path, on) };
    return readPromptfooResults(listed, [], file);
  }
  const list = isObject(value) ? promptfooResultsAt(value) : undefined;
  return list === undefined ? undefined : readPromptfooResults(located, list, file);
}
