import { describe, expect, it } from 'vitest';
import { reviewEdit } from '../support/review-edit.ts';
import { stageReview } from '../support/review-stage.ts';

const ids = ['late', 'early', 'gift', 'sale', 'swap', 'loan'];
const cases = (judged: string): string =>
  `cases:\n${ids.map((id) => `  - { id: ${id}, vars: { question: "What of ${id}?" }, checks: [{ contains: "${judged} to ${id}" }] }`).join('\n')}\n`;
const prompt = (manner: string): string => `You answer ${manner}.\n\n{{question}}\n`;
/** Breaks one case where the prompt says so. */
const rules = [
  {
    when: /What of/,
    reply: ({ text }: { readonly text: string }) => {
      const id = /What of (\w+)\?/.exec(text)?.[1] ?? '';
      return text.includes('warmly') && id === 'gift' ? 'No.' : `I say yes to ${id}`;
    },
  },
];
const files = {
  'promptgate.yml': `models: [common]
overrides:
  - { paths: ["prompts/drafts/**"], gate: { cases: warn, tolerance: 0.5 }, models: [other], owners: ["@ada"] }
  - { paths: ["prompts/legal/**"], owners: ["@shop/legal"] }
`,
  'prompts/drafts/a.txt': prompt('briefly'),
  'prompts/drafts/a.cases.yml': cases('yes'),
  'prompts/legal/b.txt': prompt('briefly'),
  'prompts/legal/b.cases.yml': cases('yes'),
};
type Shown = {
  readonly path: string;
  readonly verdict: string;
  readonly models: readonly { readonly model: { readonly new: string } }[];
};
const verdicts = ({ prompts }: { readonly prompts: readonly Shown[] }) =>
  prompts.map(({ path, verdict, models }) => [path, verdict, models.map(({ model }) => model.new)]);

describe('overrides', () => {
  it('judge each prompt by its own gate and on its own models, and one that names another by those of both', async () => {
    const edit = {
      'prompts/drafts/a.txt': prompt('warmly'),
      'prompts/legal/b.txt': prompt('warmly'),
      'prompts/legal/c.txt': `---\nsuccessor-of: prompts/drafts/a.txt\n---\n${prompt('warmly')}`,
      'prompts/legal/c.cases.yml': cases('yes'),
    };
    const { report } = await reviewEdit(files, edit, rules, [], []);
    const [draft, legal, heir] = verdicts(report);
    expect(draft?.[1]).not.toBe('regressed');
    expect([draft?.[2], legal]).toEqual([['other'], ['prompts/legal/b.txt', 'regressed', ['common']]]);
    expect(heir).toEqual(['prompts/legal/c.txt', 'regressed', ['other', 'common']]);
  });

  it('of the base branch alone name owners, whom the comment mentions where their prompt is regressed', async () => {
    const stage = await stageReview({
      base: files,
      head: {
        'promptgate.yml': files['promptgate.yml']
          .replace('@shop/legal', '@stranger')
          .replace('["prompts/legal/**"]', '["prompts/legal/**"], gate: { cases: warn, tolerance: 1 }'),
        'prompts/legal/b.txt': prompt('warmly'),
      },
      models: { rules },
    });
    try {
      const { exitCode, outputs } = await stage.review();
      expect([exitCode, outputs['verdict']]).toEqual([1, 'regressed']);
      const body = stage.github.comments(7)[0]?.body ?? '';
      expect(body).toContain('**Owners** · @shop/legal\n');
      expect(body).not.toMatch(/@stranger(?!&)/u);
      expect(body).not.toContain('@ada');
    } finally {
      await stage.close();
    }
  });

  it('stop prompts at a budget of their own, say so, and let the others go on', async () => {
    const own = `models: [common]
overrides:
  - { paths: ["prompts/drafts/**"], budget: { calls: 14 } }
  - { paths: ["prompts/large/**"], budget: { calls: 5 } }
`;
    const places = ['drafts/a', 'legal/b', 'large/c'];
    const edit = Object.fromEntries(places.map((place) => [`prompts/${place}.txt`, prompt('warmly')]));
    const begun = {
      'promptgate.yml': own,
      ...Object.fromEntries(
        places.flatMap((place) => [
          [`prompts/${place}.txt`, prompt('briefly')],
          [`prompts/${place}.cases.yml`, cases('yes')],
        ]),
      ),
    };
    const { report, status, stderr } = await reviewEdit(begun, edit, rules, [], []);
    const [draft, large, legal] = report.prompts;
    expect([draft.verdict, large.verdict, legal.verdict, status]).toEqual(['inconclusive', 'invalid', 'regressed', 1]);
    const stop = { kind: 'own-budget', row: 'common', of: 'calls', limit: 14, paths: ['prompts/drafts/**'] };
    expect(draft.models[0].reasons).toContainEqual(stop);
    expect([draft.rounds, legal.rounds > 1, report.ended]).toEqual([1, true, 'complete']);
    expect(large.problems[0]).toMatchObject({
      reason: 'budget',
      what: 'The budget of the `overrides` for `prompts/large/**` is 5 calls, and its first round needs 12 calls.',
    });
    const replies = (path: string): number =>
      report.prompts
        .filter((one: { path: string }) => one.path === path)
        .flatMap((one: { models: { cases: { replies: unknown[] }[] }[] }) => one.models.flatMap((row) => row.cases))
        .flatMap((one: { replies: unknown[] }) => one.replies).length;
    expect([replies(draft.path), replies(large.path)]).toEqual([12, 0]);
    expect(stderr).toMatch(/at most \d/);
    const plan = await reviewEdit(begun, edit, rules, ['--show', 'plan'], []);
    expect(plan.report.budgets).toEqual([
      { paths: ['prompts/drafts/**'], calls: 14, prompts: ['prompts/drafts/a.txt'] },
    ]);
    const { first, high } = plan.report.estimate;
    expect([first.calls, high.calls > 24]).toEqual([24, true]);
  });
});
