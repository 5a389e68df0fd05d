import { afterEach, describe, expect, it } from 'vitest';
import {
  attackedBase,
  attackedCases,
  attackedCasesText,
  attackedModels,
  attackedPrompt,
  attackedText,
} from '../support/attacked-shop.ts';
import type { Files } from '../support/github-repository.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage | undefined;
afterEach(async () => {
  const violations = stage?.github.violations;
  await stage?.close();
  stage = undefined;
  expect(violations).toEqual([]);
});

/** What a pull request comes to that began before the base branch went on. */
async function attack(base: Files, since: Files, head: Files = {}) {
  const regressed = { [attackedPrompt]: attackedText('badly'), ...head };
  stage = await stageReview({ base, head: regressed, models: attackedModels });
  stage.repository.commit('main', since);
  const run = await stage.review();
  return { run, verdict: run.outputs['verdict'], comment: stage.github.comments(7)[0]?.body ?? '' };
}

const without: Files = Object.fromEntries(Object.entries(attackedBase).filter(([path]) => path !== attackedCases));

describe('A3: a pull request sits the exam of the branch it goes into', () => {
  it('cases that came to the base branch since the pull request began are asked, and said', async () => {
    const { run, verdict, comment } = await attack(without, { [attackedCases]: attackedCasesText() });
    expect([run.exitCode, verdict]).toEqual([1, 'regressed']);
    expect(comment).toContain('8 golden cases came to the base branch since this branch began');
    expect(stage?.github.requests.length).toBeLessThanOrEqual(12);
  });

  it('checks that the base branch tightened since are asked as it has them', async () => {
    const loose = { ...attackedBase, [attackedCases]: attackedCasesText('[{ min-words: 1 }]') };
    const { run, verdict, comment } = await attack(loose, { [attackedCases]: attackedCasesText() });
    expect([run.exitCode, verdict]).toEqual([1, 'regressed']);
    expect(comment).toContain('8 golden cases changed on the base branch since this branch began');
  });

  it('a cases file that was broken at the merge base and mended since counts as mended', async () => {
    const broken = { ...attackedBase, [attackedCases]: 'cases: [' };
    const trivial = { [attackedCases]: attackedCasesText('[{ min-words: 1 }]') };
    const { run, verdict } = await attack(broken, { [attackedCases]: attackedCasesText() }, trivial);
    expect([run.exitCode, verdict]).toEqual([1, 'regressed']);
  });

  it('cases that only the merge base has are asked too, where head drops them', async () => {
    const { run, verdict } = await attack(attackedBase, { [attackedCases]: null }, { [attackedCases]: null });
    expect([run.exitCode, verdict]).toEqual([1, 'regressed']);
  });
});
