import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

const ids = ['late', 'early', 'gift', 'sale', 'swap', 'loan'];
const cases = `cases:\n${ids.map((id) => `  - { id: ${id}, vars: { question: "What of ${id}?" }, checks: [{ contains: "yes to ${id}" }] }`).join('\n')}\n`;
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
const [support, bill] = ['prompts/support.txt', 'services/billing/texts/bill.txt'];
const billingConfig = (url: string): string => `models: ["bank:ledger"]
prompts: ["texts/*.txt"]
providers: { bank: { base-url: "${url}", key: BILLING_KEY } }
gate: { cases: warn, tolerance: 0.5 }
overrides: [{ paths: ["texts/**"], owners: ["@shop/billing"] }]
fail-on: never
`;
const base = (url: string) => ({
  'promptgate.yml': 'models: [clerk]\n',
  'services/billing/promptgate.yml': billingConfig(url),
  [support]: prompt('briefly'),
  [support.replace('.txt', '.cases.yml')]: cases,
  [bill]: prompt('briefly'),
  [bill.replace('.txt', '.cases.yml')]: cases,
});
const edit = { [support]: prompt('warmly'), [bill]: prompt('warmly') };
const note = '1 prompt is reviewed by `services/billing/promptgate.yml`, the nearest config above it.';

describe('a folder with a config of its own', () => {
  let bank: ModelService;
  let stage: ReviewStage;
  beforeAll(async () => {
    bank = await startModelService({ seed: 'bank', rules });
    stage = await stageReview({ base: base(bank.url), head: edit, models: { rules } });
  });
  afterAll(async () => {
    await Promise.all([stage.close(), bank.close()]);
  });

  it('reviews its prompts by it, in one run with one comment, and takes the verdict over as one', async () => {
    const env = { BILLING_KEY: 'sk-billing-9876543210' };
    const first = await stage.review({ env });
    expect([first.exitCode, first.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(JSON.parse(first.outputs['changed-prompts'] ?? '')).toEqual([support, bill]);
    expect(JSON.parse(first.outputs['regressed-cases'] ?? '').map((one: { model: string }) => one.model)).toContain(
      'clerk',
    );
    const models = (service: ModelService) =>
      new Set(service.requests().flatMap((call) => (call.kind === 'chat' ? [call.model] : [])));
    expect([[...models(stage.models)], [...models(bank)]]).toEqual([['clerk'], ['ledger']]);
    const comments = stage.github.comments(7);
    expect(comments).toHaveLength(1);
    const body = comments[0]?.body ?? '';
    for (const told of [support, bill, 'clerk', 'ledger', note.replaceAll('`', '')])
      expect(body.replaceAll(/[`\\]/gu, '')).toContain(told);
    expect(`${body}${first.summary}`).not.toContain('sk-billing');
    const asked = [stage.models, bank].map((service) => service.requests().length);
    const again = await stage.review({ env });
    expect([again.exitCode, again.outputs['verdict']]).toEqual([1, 'regressed']);
    expect([stage.models, bank].map((service) => service.requests().length)).toEqual(asked);
    expect(stage.github.violations).toEqual([]);
  });

  it('is held to by the command line too, within the limits of its inputs, and not where a config is named', async () => {
    const shop = new LocalShop(base(bank.url));
    try {
      shop.write(edit);
      const review = async (...flags: string[]) => {
        const run = await runCli(
          shop.folder,
          ['review', '--base-url', stage.models.url, '--json', '--store', 's.sqlite', ...flags],
          { BILLING_KEY: 'sk-billing-9876543210' },
        );
        return JSON.parse(run.stdout);
      };
      const report = await review();
      const rows = report.prompts.map(
        (one: { path: string; verdict: string; config?: string; models: { id: string }[] }) => [
          one.path,
          one.config,
          one.models.map(({ id }) => id),
        ],
      );
      expect(rows).toEqual([
        [support, undefined, ['clerk']],
        [bill, 'services/billing/promptgate.yml', ['bank:ledger']],
      ]);
      expect(report.prompts[0].verdict).toBe('regressed');
      expect(report.prompts[1].verdict).not.toBe('regressed');
      expect(report.notes).toContain(note);
      expect(report.notes).toContain(
        "Of `services/billing/promptgate.yml` `fail-on` is not used: the root's config says it for the whole run.",
      );
      const most = report.calls.made - 1;
      shop.write({ 'promptgate.yml': `models: [clerk]\nbudget: { calls: ${most} }\n`, 's.sqlite': '' });
      const capped = await review();
      expect(capped.calls.made).toBeLessThanOrEqual(most);
      expect(capped.stoppedBy).toEqual({ limit: 'max-calls', value: most });
      expect(capped.notes.join('\n')).toMatch(
        /^For `services\/billing\/promptgate\.yml` \d+ calls and \$5\.00 were left/mu,
      );
      const plan = await review('--show', 'plan', '--max-calls', '20');
      expect(plan.configs.map(({ config }: { config: string }) => config)).toEqual([
        'promptgate.yml',
        'services/billing/promptgate.yml',
      ]);
      const named = await review('--config', './promptgate.yml', '--show', 'plan');
      expect(named.prompts.map((one: { path: string }) => one.path)).toEqual([support]);
    } finally {
      shop.remove();
    }
  });

  it('that comes with the pull request does not hold yet, and must be readable', async () => {
    const { 'services/billing/promptgate.yml': config, ...files } = base(bank.url);
    const newer = await stageReview({
      base: files,
      head: {
        'services/billing/promptgate.yml': config,
        'services/broken/promptgate.yml': 'models: {',
        [bill.replace('texts', 'prompts')]: prompt('briefly'),
      },
      models: { rules },
    });
    try {
      const { outputs } = await newer.review({ env: { BILLING_KEY: 'sk-billing-9876543210' } });
      expect([outputs['verdict'], outputs['reason']]).toEqual(['invalid', 'config']);
      const body = newer.github.comments(7)[0]?.body ?? '';
      expect(body).toContain('services/broken/promptgate.yml');
      expect(body.replaceAll(/[`\\]/gu, '')).toContain('services/billing/promptgate.yml is new: once it is merged');
    } finally {
      await newer.close();
    }
  });
});
