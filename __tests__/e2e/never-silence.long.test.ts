import { afterEach, describe, expect, it } from 'vitest';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { reviewEdit } from '../support/review-edit.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
let stage: ReviewStage | undefined;
afterEach(async () => {
  shop?.remove();
  await stage?.close();
  stage = undefined;
});

async function review(before: Files, after: Files, config = 'models: [a]\n') {
  shop = new LocalShop({ 'promptgate.yml': config, ...before });
  shop.write(after);
  const done = await runCli(shop.folder, ['review', '--store', 's.sqlite', '--json']);
  return { ...done, report: JSON.parse(done.stdout) };
}

const old = 'You are an agent of the shop. Be brief.\n';
const next = 'You are an agent of the shop. Be kind.\n';

describe('a changed file that looks like a prompt', () => {
  it.each(['prompts/sys.hbs', 'prompts/deep/sys.liquid', 'prompts/sys.xml', 'prompts/sys.poml'])(
    'is found by the default globs and told as not read, or reviewed: %s',
    async (path) => {
      const { report } = await review({ [path]: old }, { [path]: next });
      expect(report.verdict).toBe('unreviewed');
      expect(report.unreviewed.map((one: { path: string }) => one.path)).toEqual([path]);
    },
  );

  it('is listed with what to write where no glob names it, and is left alone where one excludes it', async () => {
    const path = 'src/prompt/markdown/worker.md';
    const { report } = await review({ [path]: old }, { [path]: next });
    expect(report.unreviewed).toEqual([{ path, why: 'no-glob' }]);
    expect(report.verdict).toBe('unreviewed');
    const told = await runCli(shop?.folder ?? '', ['review', '--store', 's.sqlite']);
    expect(told.stdout).toContain(path);
    expect(told.stdout.replaceAll(/\s+/g, ' ')).toContain('Name it under prompts in the config');
    shop?.remove();
    const excluded = await review(
      { [path]: old },
      { [path]: next },
      'prompts: ["prompts/**", "!src/**"]\nmodels: [a]\n',
    );
    expect(excluded.report.verdict).toBe('skipped');
  });

  it('is listed in a pull request too, at the cost of its own text alone', async () => {
    const base = { 'promptgate.yml': 'models: [a]\n', 'src/prompt/a.md': old, 'src/main.ts': 'a\n' };
    stage = await stageReview({ base, head: { 'src/prompt/a.md': next, 'src/main.ts': 'b\n' }, models: { rules: [] } });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict'], run.outputs['changed-prompts']]).toEqual([
      0,
      'unreviewed',
      '["src/prompt/a.md"]',
    ]);
    expect(run.summary).toContain('src/prompt/a.md');
    expect(stage.models.stats().arrived).toBe(0);
  });

  it('is told where a glob names it and no format has its shape', async () => {
    const text = (what: string) => `rules:\n  - prompt: |\n      ${what.repeat(20)}\n`;
    const { report } = await review(
      { 'prompts/rules.yaml': text('Be brief. ') },
      { 'prompts/rules.yaml': text('Be kind. ') },
    );
    expect(report.unreviewed).toMatchObject([{ path: 'prompts/rules.yaml', why: 'format' }]);
  });
});

describe('globs of a team', () => {
  it('that name a file which is no prompt are told so', async () => {
    const config = 'prompts: ["prompts/*.yml"]\nmodels: [a]\n';
    const { report } = await review({ 'prompts/data.yml': 'a: 1\n' }, { 'prompts/data.yml': 'a: 2\n' }, config);
    expect(report.skipped).toBe(
      'no prompt changed; `prompts/data.yml` is named by `prompts`, and no prompt by its content',
    );
  });

  it('that name nothing at all are told so, whatever changed', async () => {
    const config = 'prompts: ["promts/**/*.txt"]\nmodels: [a]\n';
    const { report } = await review({ 'src/a.ts': 'a\n' }, { 'src/a.ts': 'b\n' }, config);
    expect(report.skipped).toBe('the globs of `prompts` name no file of the repository');
  });

  it('are not spoken of where they name prompts, and another file changed', async () => {
    const config = 'prompts: ["prompts/*.txt"]\nmodels: [a]\n';
    const { report } = await review({ 'prompts/a.txt': old, 'docs/x.md': 'a\n' }, { 'docs/x.md': 'b\n' }, config);
    expect(report.skipped).toBe('no prompt changed');
  });
});

describe('a Go template', () => {
  it.each([
    ['prompts/a.txt', 'Dear {{.Name}}, how can we help?'],
    ['prompts/a.md', 'Help with {{ range .Items }}one of these {{ end }}things.'],
    ['prompts/c.txt', 'Dear {{ printf "%s" .Name }}, how can we help?'],
    ['prompts/a.yaml', 'user: With {{ .Q }}\nsystem: You help {{ .Name }} with it'],
    ['prompts/a.tmpl', 'Dear {{.Name}}, how can we help?'],
  ])('is named and never sent, with cases and without: %s', async (path, text) => {
    const cases = 'cases: [{ vars: { Name: Ada }, checks: [{ contains: yes }] }]\n';
    const beside = path.replace(/\.\w+$/u, '.cases.yml');
    for (const others of [{}, { [beside]: cases }]) {
      const { asked, report } = await reviewEdit({ [path]: text, ...others }, { [path]: `${text} Be kind.` });
      expect(asked).toEqual([]);
      expect(report.verdict).toBe('unreviewed');
      expect(report.unreviewed).toMatchObject([
        { path, detail: expect.stringMatching(/Go’s template|a Go template/u) },
      ]);
    }
  });
});
