import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { LocalShop } from '../support/local-shop.ts';
import { reviewEdit } from '../support/review-edit.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';
import { type Artifacts, RecipeRun, readJobsRecipe } from '../support/run-recipe.ts';

const snapshotPath = 'prompts/answer.rendered.jsonl';
const casesPath = 'prompts/answer.cases.yml';
const ids = ['late', 'early', 'gift', 'sale', 'swap', 'loan'];

/** A program of a shop's that renders the requests of its golden cases. */
const program = (manner: string, only: readonly string[] = ids): string => `
const keys = Object.keys(process.env).filter((name) => /KEY|TOKEN/.test(name));
if (keys.length > 0) throw new Error('rendered with ' + keys.join());
for (const id of ${JSON.stringify(only)})
  console.log(JSON.stringify({ id, model: 'gpt-5.6-luna', messages: [
    { role: 'system', content: 'You answer {{shop}} ${manner}.' }, { role: 'user', content: 'What of ' + id + '?' } ] }));
`;
const lines = (manner: string, only: readonly string[] = ids, more: object = {}): string =>
  only
    .map((id) =>
      JSON.stringify({
        id,
        model: 'gpt-5.6-luna',
        ...more,
        messages: [
          { role: 'system', content: `You answer {{shop}} ${manner}.` },
          { role: 'user', content: `What of ${id}?` },
        ],
      }),
    )
    .join('\n');
const cases = (only: readonly string[] = ids): string =>
  `cases:\n${only.map((id) => `  - { id: ${id}, checks: [{ contains: "yes to ${id}" }] }`).join('\n')}\n`;
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
const committed = { [snapshotPath]: lines('briefly'), [casesPath]: cases() };

describe('a committed snapshot', () => {
  it('is reviewed by the requests as they stand in it, and a case that breaks blocks', async () => {
    const { asked, report, status } = await reviewEdit(committed, { [snapshotPath]: lines('warmly') }, rules, [], []);
    expect(asked).toHaveLength(2 * ids.length);
    expect(asked).toContainEqual(['system: You answer {{shop}} warmly.', 'user: What of gift?']);
    expect([report.verdict, status]).toEqual(['regressed', 1]);
    const [prompt] = report.prompts;
    expect([prompt.path, prompt.models[0].model]).toEqual([snapshotPath, { old: 'gpt-5.6-luna', new: 'gpt-5.6-luna' }]);
    const broken = prompt.models[0].cases.filter((one: { state: string }) => one.state === 'regressed');
    expect(broken.map((one: { id: string }) => one.id)).toEqual(['gift']);
    expect(prompt.diff).toContain('-  You answer {{shop}} briefly.\n+  You answer {{shop}} warmly.');
  });

  it('whose line asks something easier under the same id is not passed', async () => {
    const edit = lines('briefly').replace('What of gift?', 'Please say yes to gift.');
    const easy = { when: /Please say/, reply: 'I say yes to gift' };
    const { report } = await reviewEdit(committed, { [snapshotPath]: edit }, [easy, ...rules], [], []);
    expect(report.verdict).toBe('inconclusive');
    expect(report.prompts[0].models[0].reasons).toContainEqual(
      expect.objectContaining({ kind: 'other-question', cases: ['gift'], dropped: [], brought: [] }),
    );
  });

  it('has a row for each model that its lines name, with the parameters of each line', async () => {
    const [first, ...others] = ids;
    const edit = [
      lines('briefly', [first ?? ''], {
        model: 'gpt-5.6-sol',
        parameters: { temperature: 0, service_tier: 'priority' },
      }),
      lines('briefly', others),
    ].join('\n');
    const { report } = await reviewEdit(committed, { [snapshotPath]: edit }, rules, [], []);
    const rows = report.prompts[0].models.map((row: { model: object; cases: readonly object[] }) => [
      row.model,
      row.cases.length,
    ]);
    expect(rows).toEqual([
      [{ old: 'gpt-5.6-luna', new: 'gpt-5.6-sol' }, 1],
      [{ old: 'gpt-5.6-luna', new: 'gpt-5.6-luna' }, 5],
    ]);
    // What could ask at another price is held back, as of a prompt file.
    expect(report.prompts[0].notes.join()).toContain('Not sent: `service_tier`');
  });

  it('loses no old side by a new line, and tells the cases whose line is gone', async () => {
    const kept = ids.slice(1);
    const edit = { [snapshotPath]: lines('warmly', [...kept, 'new']), [casesPath]: cases([...kept, 'new']) };
    const { report } = await reviewEdit(committed, edit, rules, [], []);
    expect(report.prompts.map((one: { path: string; change: string }) => [one.path, one.change])).toEqual([
      [snapshotPath, 'modified'],
      [`${snapshotPath}#added`, 'added'],
    ]);
    expect(report.verdict).toBe('regressed');
    expect(report.unreviewed).toEqual([{ path: snapshotPath, why: 'no-line', detail: '1 of 7: late' }]);
  });

  it('is invalid where a case has no line, which the id that is meant is told of', async () => {
    const edit = { [snapshotPath]: lines('warmly'), [casesPath]: cases().replace('id: gift', 'id: gifts') };
    const { asked, report, status } = await reviewEdit(committed, edit, rules, [], []);
    expect([asked, report.verdict, status]).toEqual([[], 'invalid', 2]);
    expect(report.prompts[0].problems[0].fix).toContain('Did you mean `gift`?');
  });

  it('whose cases lose their checks is judged by what base asked of it', async () => {
    const edit = { [snapshotPath]: lines('warmly'), [casesPath]: 'cases: []\n' };
    const { report } = await reviewEdit(committed, edit, rules, [], []);
    expect(report.verdict).toBe('regressed');
    expect(report.prompts[0].casesChanged.weakened).toHaveLength(ids.length);
  });
});

describe('promptgate snapshot', () => {
  it('writes what a command renders, without keys, and tells by its status whether it is fresh', async () => {
    const shop = new LocalShop({ 'render.mjs': program('briefly') });
    try {
      const env = { OPENAI_API_KEY: 'sk-of-the-shop-0123456789' };
      const run = (...args: readonly string[]) =>
        runCli(shop.folder, ['snapshot', ...args, '--', process.execPath, 'render.mjs'], env);
      const missing = await run();
      expect([missing.status, missing.stderr]).toEqual([2, expect.stringContaining('--file')]);
      const written = await run('--file', snapshotPath);
      expect([written.status, written.stdout]).toEqual([0, `Wrote ${snapshotPath}.\n`]);
      const fresh = await run('--check');
      expect([fresh.status, fresh.stdout]).toEqual([0, `${snapshotPath} is what your code renders: 6 cases.\n`]);
      shop.write({ 'render.mjs': program('warmly', [...ids.slice(1), 'new']) });
      const stale = await run('--check');
      expect(stale.status).toBe(1);
      expect(stale.stdout).toContain('  asked otherwise: early, gift, sale, swap, loan\n');
      expect(stale.stdout).toContain(
        '  not rendered any more: late\n  not in the file: new\nRenew it: promptgate snapshot',
      );
      expect(readFileSync(join(shop.folder, snapshotPath), 'utf8')).toContain('briefly');
      shop.write({ 'render.mjs': 'throw new Error("no database")' });
      const broken = await run('--check');
      expect([broken.status, broken.stderr]).toEqual([2, expect.stringContaining('no database')]);
      shop.write({ 'render.mjs': 'console.log("Rendering …")' });
      expect((await run()).stderr).toContain('This line is no JSON object');
      const named = await run('--env', 'OPENAI_API_KEY');
      expect([named.status, named.stderr]).toEqual([2, expect.stringContaining('without keys')]);
    } finally {
      shop.remove();
    }
  });
});

describe('code that is watched', () => {
  const watched = {
    ...committed,
    'promptgate.yml': 'watch: ["src/**/*.mjs", "!src/tests/**"]\n',
    'src/render.mjs': program('briefly'),
    'src/tests/render.mjs': '',
  };

  it('makes its snapshot unreviewed until that follows', async () => {
    const forgot = await reviewEdit(watched, { 'src/render.mjs': program('warmly') }, rules, [], []);
    expect([forgot.report.verdict, forgot.asked]).toEqual(['unreviewed', []]);
    expect(forgot.report.unreviewed).toEqual([
      { path: snapshotPath, why: 'not-rendered', detail: 'src/render.mjs changed' },
    ]);
    const edit = { 'src/render.mjs': program('warmly'), [snapshotPath]: lines('warmly') };
    const followed = await reviewEdit(watched, edit, rules, [], []);
    expect([followed.report.verdict, followed.report.unreviewed]).toEqual(['regressed', []]);
    const other = await reviewEdit(watched, { 'src/tests/render.mjs': '// more' }, rules, [], []);
    expect(other.report.verdict).toBe('skipped');
  });

  it('is itself unreviewed where no snapshot shows what it renders, and judges what else changed', async () => {
    const { [snapshotPath]: _, [casesPath]: __, ...files } = watched;
    const { report, stderr } = await reviewEdit(files, { 'src/render.mjs': program('warmly') }, rules, [], []);
    expect([report.unreviewed[0]?.path, report.unreviewed[0]?.why]).toEqual(['src/render.mjs', 'no-snapshot']);
    expect(stderr).toBe('');
    // The exam of a stale snapshot is held all the same.
    const weaker = { 'src/render.mjs': program('warmly'), [casesPath]: cases().replace('yes to gift', 'to') };
    const held = await reviewEdit(watched, weaker, rules, [], []);
    expect(
      held.report.prompts[0].casesChanged.edited.length + held.report.prompts[0].casesChanged.weakened.length,
    ).toBe(1);
  });
});

describe('snapshots that jobs hand over', () => {
  let stage: ReviewStage;
  let run: RecipeRun;

  afterEach(async () => {
    run.close();
    await stage.close();
  });

  async function open(head: Readonly<Record<string, string>>) {
    stage = await stageReview({
      base: { 'render.py': program('briefly'), [casesPath]: cases(), 'promptgate.yml': 'watch: ["*.py"]\n' },
      head,
      models: { rules },
    });
    return stage.github.pullRequestEvent(7, 'opened');
  }
  const verdictOf = (step: StepResult | undefined) => [step?.exitCode, step?.outputs['verdict']];
  const secrets = { OPENAI_API_KEY: 'sk-of-the-shop-0123456789' };

  it('are reviewed by a job of their own, as the recipe has it: both sides without secrets, and said where from', async () => {
    const payload = await open({ 'render.py': program('warmly') });
    const recipe = readJobsRecipe('prompts-in-code.md', 'promptgate');
    const contexts = { github: { event: payload, token: 'ghs_stage' }, secrets };
    run = new RecipeRun(stage, contexts, 41);
    const own: Artifacts = new Map();
    for (const job of Object.values(recipe.jobs)) {
      const step = await run.run(job, { name: 'pull_request', payload }, { own });
      if (step === undefined) {
        expect([...own.keys()]).toEqual(['rendered-old', 'rendered-new']);
        for (const folder of own.values())
          expect(RecipeRun.filesOf(folder)).toEqual(['promptgate-snapshot.json', snapshotPath]);
        continue;
      }
      expect(verdictOf(step)).toEqual([1, 'regressed']);
      const body = stage.github.comments(7)[0]?.body ?? '';
      expect(body).toContain('gift');
      expect(body).toContain('in workflow run 41 and handed over');
      // Rendered at head, it is fresh, whatever `watch` names.
      expect(body).not.toContain('did not follow');
    }
    expect(JSON.stringify(run.environments)).not.toContain(secrets.OPENAI_API_KEY);
  });

  it('after another workflow come from its run on the new side alone: an old side of its making is refused', async () => {
    const payload = await open({ 'render.py': program('warmly') });
    const head = stage.repository.git('rev-parse', 'topic').trim();
    const after = {
      action: 'completed',
      workflow_run: {
        ...{ id: 41, event: 'pull_request', conclusion: 'success', head_sha: head, head_branch: 'topic' },
        head_repository: { full_name: 'shop/support', owner: { login: 'shop' } },
        pull_requests: [],
      },
      ...z.object({ repository: z.looseObject({}) }).parse(payload),
    };
    const before = readJobsRecipe('prompts-in-code.md', 'promptgate').jobs['render'];
    const recipe = readJobsRecipe('prompts-in-code.md', 'promptgate-after-render');
    if (before === undefined) throw new Error('the page shows no job that renders');
    const uploaded: Artifacts = new Map();
    const first = new RecipeRun(stage, { github: { event: payload }, secrets: {} }, 41);
    await first.run(before, { name: 'pull_request', payload }, { own: uploaded });
    run = new RecipeRun(stage, { github: { event: after, token: 'ghs_stage' }, secrets }, 42);
    const event = { name: 'workflow_run', payload: after };
    const own: Artifacts = new Map();
    const of = (id: string) => (id === '41' ? uploaded : undefined);
    const [old, review] = Object.values(recipe.jobs);
    if (old === undefined || review === undefined) throw new Error('the page shows two jobs');
    await run.run(old, event, { own, of });
    const reviewed = await run.run(review, event, { own, of });
    expect([verdictOf(reviewed), reviewed?.summary]).toEqual([[1, 'regressed'], expect.stringContaining('gift')]);
    expect(stage.models.requests().length).toBeGreaterThan(0);
    // Its word that the code renders the same as before does not clear what `watch` says.
    const claimed = uploaded.get('rendered-new') ?? '';
    writeFileSync(join(claimed, snapshotPath), lines('briefly'));
    const same = await run.run(review, event, { own, of });
    expect([same?.outputs['verdict'], same?.summary]).toEqual([
      'unreviewed',
      expect.stringContaining('did not follow'),
    ]);
    const calls = stage.models.requests().length;
    // The pull request renders an old side that breaks as the new one does, and hands over both.
    const forged = uploaded.get('rendered-old') ?? '';
    writeFileSync(join(forged, snapshotPath), lines('warmly'));
    const step = await run.run(review, event, { own: new Map([['rendered-old', forged]]), of });
    expect(verdictOf(step)).toEqual([1, 'invalid']);
    expect(step?.summary).toContain('pull request’s own making');
    expect(stage.models.requests()).toHaveLength(calls);
    first.close();
  });

  it('of another commit, or beside links that lead out, are refused', async () => {
    const payload = await open({ 'render.py': program('warmly') });
    const recipe = readJobsRecipe('prompts-in-code.md', 'promptgate').jobs['promptgate'];
    if (recipe === undefined) throw new Error('the page shows the review');
    run = new RecipeRun(stage, { github: { event: payload, token: 'ghs_stage' }, secrets }, 41);
    const shop = new LocalShop({ 'README.md': '' });
    try {
      const commit = 'a'.repeat(40);
      const manifest = { version: 1, commit, files: [snapshotPath] };
      shop.write({ 'promptgate-snapshot.json': JSON.stringify(manifest), [snapshotPath]: lines('briefly') });
      const own = new Map([
        ['rendered-old', shop.folder],
        ['rendered-new', shop.folder],
      ]);
      const step = await run.run(recipe, { name: 'pull_request', payload }, { own });
      expect(verdictOf(step)).toEqual([1, 'invalid']);
      expect(step?.summary).toContain('`aaaaaaaaaa`');
      shop.git('rm', '-q', '-f', '--cached', 'README.md');
      shop.write({ 'promptgate-snapshot.json': JSON.stringify({ ...manifest, files: ['../x.rendered.jsonl'] }) });
      const out = await run.run(recipe, { name: 'pull_request', payload }, { own });
      expect([verdictOf(out), out?.summary]).toEqual([[1, 'invalid'], expect.stringContaining('must not lead out')]);
      expect(stage.models.requests()).toEqual([]);
    } finally {
      shop.remove();
    }
  });
});
