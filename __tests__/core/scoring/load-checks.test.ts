import { expect, it } from 'vitest';
import type { CheckKind } from '../../../src/core/check-kind.ts';
import { loadChecks } from '../../../src/core/scoring/named-checks.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { words } from '../../../src/wire/wire-local.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

it('loads what the checks of the cases need, once for all of them, and nothing else', async () => {
  const loaded: string[] = [];
  const watched = [...checkKinds].map(([name, kind]): [string, CheckKind] => [
    name,
    { ...kind, load: async () => void loaded.push(name) },
  ]);
  const cases = [aCase({ checks: [aCheck({ kind: 'html' })] }), aCase({ checks: [aCheck({ kind: 'html' })] })];
  await loadChecks([...cases, aCase({ checks: [aCheck({ kind: 'rag' })] })], new Map(watched), words);
  expect(loaded).toEqual(['html', 'faithfulness', 'answer-relevance', 'context-relevance']);
});
