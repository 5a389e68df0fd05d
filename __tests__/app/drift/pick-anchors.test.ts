import { describe, expect, test } from 'vitest';
import { type JudgedPlace, pickAnchors } from '../../../src/app/drift/pick-anchors.ts';
import type { DesignCell } from '../../../src/core/design/design-review.ts';
import type { AnchorLine } from '../../../src/core/drift/drift-line.ts';
import { judgedChecks } from '../../../src/core/scoring/named-checks.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

const judge = { provider: 'default', model: 'strict', params: {} };
const deps = { kinds: checkKinds, votes: 1, roles: { judge } };
const reference = 'You can return it within thirty days, if it is unworn and you have the receipt.';

const placesOf = (count: number, rubric = 'Is it right?', more = {}): readonly JudgedPlace[] =>
  Array.from({ length: count }, (_, at) => {
    const checks = [aCheck({ kind: 'judge', argument: rubric })];
    const golden = aCase({ id: `case-${at}`, reference: `${reference} That is rule ${at}.`, checks, ...more });
    const exam = { key: golden.id, golden, family: 'base', version: 'head', weight: 1 } as const;
    const cell: DesignCell = { prompt: '', row: '', exam, identical: true, comparison: '', copy: 0 };
    return judgedChecks(golden, checkKinds).map((named) => {
      return { id: `shop.txt, ${golden.id}: judge`, path: 'shop.txt', cell, named };
    });
  }).flat();
const keys = (anchors: ReturnType<typeof pickAnchors>) => anchors.map(({ key }) => key);

describe('texts for the judge to grade again', () => {
  const first = pickAnchors(placesOf(12), [], new Set(), deps);
  test('are at most eight references, some of them whole and some their beginnings', () => {
    expect(first).toHaveLength(8);
    const texts = first.map(({ given }) => given.text);
    expect(texts.some((text) => text.endsWith('.'))).toBe(true);
    expect(texts.some((text) => text.length < reference.length / 1.5)).toBe(true);
  });
  test('stay the same where cases are added', () => {
    const more = pickAnchors(placesOf(40), [], new Set(keys(first)), deps);
    expect(keys(more).toSorted()).toEqual(keys(first).toSorted());
  });
  test('are others where the rubric or the judge is another', () => {
    const rubric = pickAnchors(placesOf(12, 'Is it kind?'), [], new Set(), deps);
    const other = pickAnchors(placesOf(12), [], new Set(), { ...deps, roles: { judge: { ...judge, model: 'mild' } } });
    for (const anchor of [...rubric, ...other]) expect(keys(first)).not.toContain(anchor.key);
  });
  test('a whole reference is judged without itself beside it', () => {
    for (const { given } of first)
      expect(given.golden.reference === undefined).toBe(given.text.includes('That is rule'));
  });
});

test('a kept reply comes before references, and is left out once its case asks something else', () => {
  const places = placesOf(1);
  const [place] = places;
  const line: AnchorLine = {
    ...{ kind: 'anchor', version: 1, at: '2026-01-01T00:00:00.000Z', run: '1', prompt: '*judge*', model: 'strict' },
    ...{ id: place?.id ?? '', key: 'of another question', text: 'Within thirty days.' },
  };
  expect(pickAnchors(places, [line], new Set(), deps).map(({ given }) => given.text)).not.toContain(line.text);
});
