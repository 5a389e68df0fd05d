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
  it('judge each prompt by its own gate and on its own models', async () => {
    const edit = { 'prompts/drafts/a.txt': prompt('warmly'), 'prompts/legal/b.txt': prompt('warmly') };
    const { report } = await reviewEdit(files, edit, rules, [], []);
    const [draft, legal] = verdicts(report);
    expect(draft?.[1]).not.toBe('regressed');
    expect([draft?.[2], legal]).toEqual([['other'], ['prompts/legal/b.txt', 'regressed', ['common']]]);
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
});
