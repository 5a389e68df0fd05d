import { describe, expect, it } from 'vitest';
import { ReplyCollection } from '../../../src/app/cases/reply-collection.ts';
import type { DesignCell } from '../../../src/core/design/design-review.ts';
import type { Check } from '../../../src/core/golden-case.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

function cell(id: string, checks: readonly Check[]): DesignCell {
  const golden = aCase({ id, checks });
  return {
    prompt: 'shop.txt',
    row: 'clerk',
    exam: { key: id, golden, family: 'base', version: 'head', weight: 1 },
    new: { kind: 'chat', provider: 'default', model: 'clerk', messages: [{ role: 'user', content: id }], params: {} },
    identical: false,
    comparison: id,
    copy: 0,
  };
}

const judge = aCheck({ kind: 'judge', argument: 'Helps.' });
const polite = aCheck({ kind: 'judge', argument: 'Polite.', name: 'polite' });
const cells = (count: number, checks: readonly Check[]) =>
  Array.from({ length: count }, (_, nth) => cell(`c${nth}-${checks.length}`, checks));

/** Asks until nothing is wanted any more. @returns how many replies that took */
function askAll(collection: ReplyCollection, say: (id: string, trial: number) => string): number {
  let asked = 0;
  for (let wanted = collection.next(); wanted.length > 0; wanted = collection.next()) {
    for (const one of wanted) collection.came(one, say(one.cell.exam.key, one.trial));
    asked += wanted.length;
  }
  return asked;
}

describe('replies to be judged', () => {
  it('are twenty, one of each case before a second of any', () => {
    const collection = new ReplyCollection(cells(50, [judge]), 12);
    expect(collection.next()).toHaveLength(20);
    expect(askAll(collection, (id, trial) => `${id} ${trial}`)).toBe(20);
    const few = new ReplyCollection(cells(3, [judge]), 12);
    expect(new Set(few.next().map(({ cell: one }) => one.exam.key)).size).toBe(3);
    expect(askAll(few, (id, trial) => `${id} ${trial}`)).toBe(20);
  });

  it('are twenty for each metric', () => {
    const collection = new ReplyCollection([...cells(30, [judge]), ...cells(25, [judge, polite])], 12);
    expect(askAll(collection, (id) => id)).toBe(40);
  });

  it('are not asked on and on of a model that knows but one, nor of a case beyond its trials', () => {
    expect(askAll(new ReplyCollection(cells(3, [judge]), 12), (id) => id)).toBe(6);
    expect(askAll(new ReplyCollection(cells(3, [judge]), 2), (id, trial) => `${id} ${trial}`)).toBe(6);
  });

  it('are forecast as if each were new, and the forecast asks nothing', () => {
    const collection = new ReplyCollection(cells(3, [judge]), 12);
    const forecast = [...collection.forecast().values()].reduce((sum, count) => sum + count, 0);
    expect(forecast).toBe(20);
    expect(collection.texts).toEqual([]);
  });
});
