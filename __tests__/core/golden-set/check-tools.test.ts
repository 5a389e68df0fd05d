import { expect, it } from 'vitest';
import type { GoldenCase } from '../../../src/core/golden-case.ts';
import { checkTools } from '../../../src/core/golden-set/check-tools.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';
import { buildCase, buildPrompt, buildReply, buildRow } from '../../support/report-builder.ts';

const declare = (name: string, ...names: readonly string[]) => ({
  type: 'function',
  function: { name, parameters: { type: 'object', properties: Object.fromEntries(names.map((one) => [one, {}])) } },
});
const prompt = { path: 'p.json', params: { tools: [declare('look', 'id', 'lang'), declare('refund', 'order')] } };
const told = (cases: readonly GoldenCase[], reviewed?: Parameters<typeof checkTools>[2], of = prompt) =>
  checkTools(of, cases, reviewed).map(
    ({ what, fix }) => `${what}${what.includes('ends there') || what.includes('ended there') ? ` ${fix}` : ''}`,
  );
const wants = (argument: object | string) => aCheck({ kind: 'tool-call', argument: argument as never });

it('names tools and arguments that no check, result or reply exercises', () => {
  expect(told([aCase({ checks: [wants({ name: 'look', arguments: { id: 1 } })] })])).toEqual([
    'No case exercises `refund`, of the tools that the prompt declares.',
    'No case exercises the argument `lang` of the tool `look`.',
  ]);
  expect(told([aCase({ tools: { refund: [{ when: { order: 1 }, returns: 1 }] }, checks: [wants('look')] })])).toEqual([
    'No case exercises the arguments `id`, `lang` of the tool `look`.',
    'The case `refund-window` wants a call of `look` and has no result for it: its conversation ends there. Paste into it: `tools: { look: [{ returns: {} }] }`',
  ]);
  expect(told([])).toEqual([]);
  expect(told([aCase()], undefined, { path: 'p', params: {} } as never)).toEqual([]);
});

it('takes what the new replies of a review called, and what none of the results fitted there', () => {
  const calls = [
    { name: 'look', arguments: '{"id":1,"lang":"en"}' },
    { name: 'refund', arguments: '{"order":2}' },
  ];
  const reply = (side: 'old' | 'new') => buildCase({ replies: [buildReply({ side, toolCalls: calls })] });
  const of = (side: 'old' | 'new') => buildPrompt({ models: [buildRow({ cases: [reply(side)] })] });
  expect(told([aCase()], of('new'))).toEqual([]);
  expect(told([aCase()], of('old'))).toHaveLength(1);
  const reasons = [
    { kind: 'no-result', row: 'm', calls: [{ case: 'refund-window', side: 'new', replies: 3, ...calls[1] }], of: 1 },
  ] as never;
  expect(told([aCase()], buildPrompt({ models: [buildRow({ cases: [reply('new')], reasons })] }))).toEqual([
    'In the last review no result of the case `refund-window` fitted refund({"order":2}): its conversation ended there. Paste into it: `tools: { refund: [{ when: { "order": 2 }, returns: {} }] }`',
  ]);
});

it('names results that no call of the prompt can get', () => {
  const tools = { drop: [{ returns: 1 }], look: [{ when: { idd: 1 }, returns: 1 }, { returns: 2 }] };
  expect(told([aCase({ tools }), aCase({ id: 'b', tools: { drop: [] } })]).slice(-2)).toEqual([
    '2 cases (`refund-window`, `b`) have results of `drop`, a tool that the prompt does not declare.',
    'The case `refund-window` has a result of `look` that hangs on `idd`, which the tool does not take.',
  ]);
});

it('names checks of calls that can never be made', () => {
  const checks = [
    wants('lok'),
    wants({ name: 'refund', arguments: { idd: 1, order: 1 } }),
    aCheck({ kind: 'not-tool-call', argument: 'refnd' }),
    aCheck({ kind: 'not-tool-call', argument: 'cancel_order' }),
  ];
  expect(told([aCase({ checks, tools: { look: [{ when: { id: 1, lang: 1 }, returns: 1 }] } })])).toEqual([
    'The case `refund-window` has a `tool-call` of `lok`, a tool that the prompt does not declare (did you mean `look`?).',
    'The case `refund-window` has a `tool-call` of `refund` with `idd`, which the tool does not take.',
    'The case `refund-window` has a `not-tool-call` of `refnd`, a tool that the prompt does not declare (did you mean `refund`?).',
    'The case `refund-window` wants a call of `refund` and has no result for it: its conversation ends there. Paste into it: `tools: { refund: [{ when: { "idd": 1, "order": 1 }, returns: {} }] }`',
  ]);
});
