import { expect, it } from 'vitest';
import type { Json } from '../../../src/core/json.ts';
import { compareTools, declaredTools } from '../../../src/core/tools/declared-tools.ts';

const tool = (name: string, properties: Json = {}, description = 'It looks.', required: Json = []): Json => ({
  type: 'function',
  function: { name, description, parameters: { type: 'object', properties, required } },
});
const id = { id: { type: 'string' } };

it.each<[string, Json, Json, readonly (readonly [string, readonly string[]])[]]>([
  ['nothing', [tool('a', id)], [tool('a', id)], []],
  ['their order', [tool('a'), tool('b')], [tool('b'), tool('a')], []],
  ['a tool added', [tool('a')], [tool('a'), tool('b')], [['b', ['added']]]],
  ['all removed', [tool('a')], null, [['a', ['removed']]]],
  ['a description', [tool('a')], [tool('a', {}, 'It finds.')], [['a', ['description changed']]]],
  ['an argument added', [tool('a')], [tool('a', id)], [['a', ['argument `id` added']]]],
  ['one removed', [tool('a', id)], [tool('a')], [['a', ['argument `id` removed']]]],
  ['one changed', [tool('a', id)], [tool('a', { id: { type: 'integer' } })], [['a', ['argument `id` changed']]]],
  ['what is required', [tool('a', id)], [tool('a', id, 'It looks.', ['id'])], [['a', ['schema changed']]]],
])('an edit of %s is told', (_, before, after, told) => {
  const changes = compareTools({ tools: before }, { tools: after });
  expect(changes.map(({ tool: name, what }) => [name, what])).toEqual(told);
});

it('the older form of the API declares tools too, and what names no function none', () => {
  expect(declaredTools({ functions: [{ name: 'a', description: 'x', parameters: {} }] })).toEqual([
    { name: 'a', description: 'x', parameters: {} },
  ]);
  expect(declaredTools({ tools: ['a', { type: 'mcp' }, { function: { name: 7 } }, null] })).toEqual([]);
});
