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

const opened: ReviewStage[] = [];
afterEach(async () => {
  const stages = opened.splice(0);
  await Promise.all(stages.map((stage) => stage.close()));
  expect(stages.flatMap(({ github }) => github.violations)).toEqual([]);
});

type Outcome = {
  readonly exitCode: number | null;
  readonly verdict: string;
  readonly first: string;
  readonly calls: number;
};

/** What a prompt that answers badly comes to with cases that were edited along. */
async function attack(
  before: string,
  after: string,
  more: { config?: string; base?: Files; head?: Files } = {},
): Promise<Outcome> {
  const config = { 'promptgate.yml': `version: 1\nmodels: [m]\n${more.config ?? ''}` };
  const base = { ...attackedBase, ...config, ...more.base, [attackedCases]: before };
  const head = { [attackedPrompt]: attackedText('badly'), [attackedCases]: after, ...more.head };
  const stage = await stageReview({ base, head, models: attackedModels });
  opened.push(stage);
  const run = await stage.review();
  const body = stage.github.comments(7)[0]?.body ?? '';
  const first = body.split('\n').find((line) => line.startsWith('### ')) ?? '';
  return {
    exitCode: run.exitCode,
    verdict: run.outputs['verdict'] ?? '',
    first,
    calls: stage.models.stats().arrived,
  };
}

const three = ['case-1', 'case-2', 'case-3'];
const cases = (checks: string, ids?: readonly string[]): string => attackedCasesText(checks, ids);
/** Some of the cases with the checks given, the others as they were. */
const edited = (checks: string, of: readonly string[]): string =>
  cases('[{ contains: GOOD }]').replaceAll(/- \{ id: (case-\d).*\}$/gmu, (line, id: string) =>
    of.includes(id) ? line.replace(/checks: .*\}$/u, `checks: ${checks} }`) : line,
  );

describe('A6: an edit of the exam does not pass a prompt that broke', () => {
  it.each<[string, string, string]>([
    ['a pattern that matches anything', '[{ regex: GOOD }]', '[{ regex: ".*" }]'],
    ['an empty pattern', '[{ regex: GOOD }]', '[{ regex: "" }]'],
    ['an added alternative', '[{ regex: GOOD }]', '[{ regex: "GOOD|BAD" }]'],
    ['a dropped anchor', '[{ regex: "^GOOD$" }]', '[{ regex: "GOOD|^BAD$" }]'],
    ['a narrowed pattern to be absent', '[{ not-regex: "BAD|WORSE" }]', '[{ not-regex: WORSE }]'],
    [
      'a required check that nothing passes',
      '[{ contains: GOOD }]',
      '[{ contains: GOOD }, { equals: never, required: true }]',
    ],
  ])('%s is seen through, and gates', async (_, before, after) => {
    const { exitCode, verdict } = await attack(cases(before), cases(after));
    expect([exitCode, verdict]).toEqual([1, 'regressed']);
  });

  it('a schema that asks less gates, inline or in its file', async () => {
    const inline = (required: string) => `[{ json-schema: { type: object, required: [${required}] } }]`;
    const reply = attackedModels.rules ?? [];
    const json = {
      rules: [{ when: 'You answer well', reply: '{"a": 1, "b": 2}' }, { when: 'badly', reply: '{"a": 1}' }, ...reply],
    };
    const stageWith = async (base: Files, head: Files) => {
      const stage = await stageReview({
        base: { ...attackedBase, ...base },
        head: { [attackedPrompt]: attackedText('badly'), ...head },
        models: json,
      });
      opened.push(stage);
      const run = await stage.review();
      return [run.exitCode, run.outputs['verdict']];
    };
    expect(
      await stageWith({ [attackedCases]: cases(inline('a, b')) }, { [attackedCases]: cases(inline('a')) }),
    ).toEqual([1, 'regressed']);
    const file = (required: string) => `{"type": "object", "required": [${required}]}\n`;
    const base = { [attackedCases]: cases('[{ json-schema: reply.json }]'), 'prompts/reply.json': file('"a", "b"') };
    expect(await stageWith(base, { 'prompts/reply.json': file('"a"') })).toEqual([1, 'regressed']);
  });

  it.each<[string, string]>([
    ['another text to contain', edited('[{ contains: BAD }]', three)],
    [
      'another check altogether',
      edited('[{ contains: GOOD }, { contains: BAD }]', three).replaceAll('{ contains: GOOD }, ', ''),
    ],
    [
      'the same id with another question',
      three.reduce(
        (text, id) => text.replace(`"What is ${id}?"`, `"say GOOD of ${id}"`),
        cases('[{ contains: GOOD }]'),
      ),
    ],
  ])('%s is asked as base had it: it passes only by its own edits', async (_, after) => {
    // The other cases do hold on the new side.
    const holding = cases('[{ contains: GOOD }]').replaceAll(/"What is (case-[4-8])\?"/gu, '"say GOOD of $1"');
    const kept = after.replaceAll(/"What is (case-[4-8])\?"/gu, '"say GOOD of $1"');
    const { exitCode, verdict, first } = await attack(holding, kept);
    expect([exitCode, verdict]).toEqual([0, 'inconclusive']);
    expect(first.toLowerCase()).toContain('passes only by its own edits: 3 cases');
  });

  it('gates under `strict`, and is named under `allow`', async () => {
    const holding = (text: string) => text.replaceAll(/"What is (case-[4-8])\?"/gu, '"say GOOD of $1"');
    const [base, after] = [cases('[{ contains: GOOD }]'), edited('[{ contains: BAD }]', three)].map(holding);
    const strict = await attack(base ?? '', after ?? '', { config: 'gate: { exam-changes: strict }\n' });
    expect([strict.exitCode, strict.verdict]).toEqual([1, 'regressed']);
    const allow = await attack(base ?? '', after ?? '', { config: 'gate: { exam-changes: allow }\n' });
    expect(allow.exitCode).toBe(0);
    expect(allow.first).toContain('passes only by its own edits: 3 cases');
  });

  it('is no pass either where the budget did not allow to ask it', async () => {
    const after = three.reduce(
      (text, id) => text.replace(`"What is ${id}?"`, `"say GOOD of ${id}"`),
      cases('[{ contains: GOOD }]'),
    );
    const stage = await stageReview({
      base: attackedBase,
      head: {
        [attackedPrompt]: attackedText('well').replace('Never promise', 'Do not promise'),
        [attackedCases]: after,
      },
      models: attackedModels,
    });
    opened.push(stage);
    const run = await stage.review({ inputs: { 'max-calls': '16' } });
    expect(run.outputs['verdict']).toBe('inconclusive');
    expect(stage.github.comments(7)[0]?.body).toContain('3 edited cases were not asked');
  });

  it('costs no call where the question is the same, and nothing where the edit is honest', async () => {
    const stage = await stageReview({
      base: attackedBase,
      head: {
        [attackedPrompt]: attackedText('well').replace('Never promise', 'Do not promise'),
        [attackedCases]: cases('[{ starts-with: GOOD }]'),
      },
      models: attackedModels,
    });
    opened.push(stage);
    const run = await stage.review();
    expect(run.outputs['verdict']).toBe('pass');
    expect(stage.models.stats().arrived).toBe(16);
  });

  it.each([
    ['MEH', 'unreviewed'],
    ['', 'invalid'],
  ])('a suite in which nothing passes on the old side proves nothing: %j is %s', async (reply, verdict) => {
    const stage = await stageReview({
      base: attackedBase,
      head: { [attackedPrompt]: attackedText('badly') },
      models: { rules: [{ when: /./su, reply }] },
    });
    opened.push(stage);
    const run = await stage.review();
    expect(run.outputs['verdict']).toBe(verdict);
  });
});

describe('A2: both sides are asked the same question', () => {
  const brought = (value: (id: string) => string) =>
    attackedCasesText('[{ contains: GOOD }]', undefined, (id) => `, q: "${value(id)}"`);
  const base = cases('[{ contains: GOOD }]');

  it.each(['ratchet', 'strict', 'allow'])(
    'a variable that the pull request brings in its place is named, and no pass, under `%s`',
    async (policy) => {
      const { verdict, first } = await attack(
        base,
        brought(() => 'say GOOD'),
        {
          config: `gate: { exam-changes: ${policy} }\n`,
          head: { [attackedPrompt]: attackedText('badly', 'q') },
        },
      );
      expect(verdict).toBe('inconclusive');
      expect(first).toMatch(/old and new are asked different questions/u);
      expect(first).toContain('question');
    },
  );

  it('the same question under a new name is compared', async () => {
    const { exitCode, verdict } = await attack(
      base,
      brought((id) => `What is ${id}?`),
      {
        head: { [attackedPrompt]: attackedText('badly', 'q') },
      },
    );
    expect([exitCode, verdict]).toEqual([1, 'regressed']);
  });
});
