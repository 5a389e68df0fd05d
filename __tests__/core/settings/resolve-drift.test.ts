import { expect, test } from 'vitest';
import { inputsSchema } from '../../../src/core/settings/inputs.ts';
import { parseConfig } from '../../../src/core/settings/parse-config.ts';
import { resolveDrift } from '../../../src/core/settings/resolve-drift.ts';

function resolved(config: string, inputs: Readonly<Record<string, string>> = {}) {
  const read = parseConfig(`version: 1\n${config}\n`, 'promptgate.yml');
  if (!('config' in read)) throw new Error(JSON.stringify(read));
  return resolveDrift(inputsSchema.parse(inputs), read.config);
}

test('a history is on a branch and holds no texts unless the config says so', () => {
  expect(resolved('')).toMatchObject({ history: 'branch', historyTexts: false });
  expect(resolved('drift: { history: artifact, history-texts: true }')).toMatchObject({
    history: 'artifact',
    historyTexts: true,
  });
});

test('the input `history: artifact` is the same, and a file of another name is none', () => {
  expect(resolved('', { history: 'artifact' }).history).toBe('artifact');
  expect(resolved('', { history: 'seen.ndjson' }).history).toBe('branch');
});

test('no texts are kept where none may be published', () => {
  expect(resolved('publish-replies: none\ndrift: { history-texts: true }').historyTexts).toBe(false);
});
