import { describe, expect, it } from 'vitest';
import { requestsOfCell } from '../../../src/app/review/requests-of-cell.ts';
import type { DesignCell } from '../../../src/core/design/design-review.ts';
import type { Check } from '../../../src/core/golden-case.ts';
import type { Message } from '../../../src/core/prompt.ts';
import { inputsSchema } from '../../../src/core/settings/inputs.ts';
import { parseConfig } from '../../../src/core/settings/parse-config.ts';
import { resolveSettings } from '../../../src/core/settings/resolve-settings.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

function settings() {
  const parsed = parseConfig('models: [m]\njudge: grader\nsimulate: user\n', 'promptgate.yml');
  if (parsed.kind === 'broken') throw new Error('the config is broken');
  const resolved = resolveSettings(inputsSchema.parse({}), parsed.config);
  if (resolved.kind === 'broken') throw new Error('the settings are broken');
  return resolved.settings;
}

function calls(checks: readonly Check[], more: Partial<DesignCell> = {}, role: Message['role'] = 'system') {
  const request = {
    kind: 'chat',
    provider: 'default',
    model: 'm',
    messages: [{ role, content: 'Hi' }],
    params: {},
  } as const;
  const exam = { key: 'a', golden: aCase({ checks }), family: 'base', version: 'head', weight: 1 } as const;
  const cell: DesignCell = {
    prompt: 'p',
    row: 'm',
    exam,
    old: request,
    new: request,
    identical: false,
    comparison: 'c',
    copy: 0,
    ...more,
  };
  const found = new Map<string, { usual: number; most: number }>();
  for (const { request: one, perReply } of requestsOfCell(cell, settings(), checkKinds)) {
    const { usual, most } = found.get(one.model) ?? { usual: 0, most: 0 };
    found.set(one.model, { usual: usual + perReply.usual, most: most + perReply.most });
  }
  return Object.fromEntries(found);
}

const scenario = { persona: 'Angry.', goal: 'A refund.', turns: 4 };
const talk = aCheck({ kind: 'simulate', argument: { persona: 'Angry.', goal: 'A refund.', turns: 4 } });
const prefer = aCheck({ kind: 'prefer', argument: 'Kinder.' });

describe('the calls that one reply stands for', () => {
  it('are one without a conversation', () => {
    expect(calls([])).toEqual({ m: { usual: 1, most: 1 } });
  });

  it('are a reply and a message of the user’s for each turn, and a reply to an opening that asks', () => {
    expect(calls([talk], { scenario })).toEqual({ m: { usual: 4, most: 4 }, user: { usual: 4, most: 8 } });
    expect(calls([talk], { scenario }, 'user')).toMatchObject({ m: { usual: 5, most: 5 } });
  });

  it('are its steps where tools answer, to each message', () => {
    const golden = aCase({ checks: [], tools: { look: [{ returns: 1 }] }, maxSteps: 5 });
    const exam = { key: 'a', golden, family: 'base', version: 'head', weight: 1 } as const;
    expect(calls([], { exam })).toEqual({ m: { usual: 2, most: 5 } });
    expect(calls([], { exam, scenario })).toEqual({ m: { usual: 8, most: 20 } });
  });

  it('hold half a comparison of a pair, and none where nothing is compared', () => {
    expect(calls([prefer])).toMatchObject({ grader: { usual: 1, most: 2 } });
    expect(calls([prefer], { identical: true })).toMatchObject({ grader: { usual: 0, most: 0 } });
  });
});
