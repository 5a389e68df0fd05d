import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';
import {
  refundsSkill,
  rulesText,
  skillCasesPath,
  skilledModel,
  skilledShop,
  skillPath,
  skillText,
} from '../support/skilled-shop.ts';
import { spokenApis } from '../support/spoken-apis.ts';
import { textsOfPage } from '../support/unpack-page.ts';

let shop: LocalShop;
let models: ModelService;
let stage: ReviewStage | undefined;

beforeEach(async () => {
  shop = new LocalShop(skilledShop);
  models = await startModelService({ seed: 'skills', rules: skilledModel() });
});
afterEach(async () => {
  await models.close();
  await stage?.close();
  stage = undefined;
  shop.remove();
});

async function review(files: Record<string, string>, ...more: readonly string[]) {
  shop.write(files);
  const asked = ['--json', '--html', 'report.html', '--comment', 'comment.md'];
  const done = await runCli(shop.folder, ['review', '--base-url', models.url, ...asked, ...more]);
  const report = reportSchema.parse(JSON.parse(done.stdout));
  const read = (name: string) => readFileSync(`${shop.folder}/${name}`, 'utf8');
  return {
    ...done,
    report,
    row: report.prompts[0]?.models[0],
    comment: read('comment.md'),
    html: textsOfPage(read('report.html')).replaceAll(/<[^>]+>/gu, ''),
  };
}

const [stolen, greedy] = [
  refundsSkill('Knows accounting.'),
  skillText(
    'shipping',
    'Tells where a parcel is, and takes back what customers return or cancel, with money.',
    'Look.',
  ),
];
const described = `${skillPath}#description`;

describe('a skill', () => {
  it('that no longer triggers by its description is regressed, and what is picked instead is told on every surface', async () => {
    const done = await review({ [skillPath]: stolen, 'skills/shipping/SKILL.md': greedy });
    expect([done.status, done.report.verdict]).toEqual([1, 'regressed']);
    expect(done.report.prompts.map(({ path }) => path)).toEqual([described]);
    const states = done.row?.cases.map(({ id, state }) => `${id} ${state}`);
    expect(states).toEqual(['money regressed', 'return regressed', 'cancel regressed', 'parcel same', 'joke same']);
    expect(done.row?.picks?.find((one) => one.case === 'money')).toEqual({
      ...{ case: 'money', skill: 'refunds', wanted: 'refunds' },
      ...{ old: [{ skill: 'refunds', replies: 6 }], new: [{ skill: 'shipping', replies: 6 }] },
    });
    expect(done.comment).toContain('refunds/SKILL.md&#35;description');
    expect(done.comment).toContain('(no text; it picks refunds)');
    expect(done.comment).toContain('picked "shipping" instead');
    expect(done.comment).toContain('| `refunds` | `shipping` | `cheap` | 0 → 18 | `money`, `return`, `cancel` |');
    const terminal = await runCli(shop.folder, ['review', '--base-url', models.url]);
    for (const text of [terminal.stdout.replaceAll(/\s+/gu, ' '), done.html])
      expect(text).toMatch(/On cheap shipping is picked instead of refunds: 0 → 18 replies/u);
  });

  it('that is kept from the model is regressed too, and an edit of its text does not ask what it is picked by', async () => {
    const hidden = refundsSkill().replace('---\n\n#', 'disable-model-invocation: true\n---\n\n#');
    const done = await review({ [skillPath]: hidden });
    expect([done.status, done.report.prompts.map(({ path, verdict }) => `${verdict} ${path}`)]).toEqual([
      1,
      [`regressed ${described}`],
    ]);
    const before = models.stats().arrived;
    const edited = await review({
      [skillPath]: refundsSkill(undefined, 'Refunds are paid soon. Always name the days.'),
    });
    expect(edited.report.prompts.map(({ path, verdict }) => `${verdict} ${path}`)).toEqual([
      `regressed ${skillPath}#instructions`,
    ]);
    expect(edited.row?.cases.map(({ id, state }) => `${id} ${state}`)).toEqual(['days regressed', 'hello same']);
    // Two sides of two cases, and one of them again to name it: none of the five that ask for a pick.
    expect(models.stats().arrived - before).toBe(14);
  });

  it('is told what it adds where the config asks for it, which decides nothing', async () => {
    shop.write({ 'promptgate.yml': `${skilledShop['promptgate.yml']}withhold: ["**/SKILL.md"]\n` });
    const kept = refundsSkill(undefined, 'Refunds are paid within 30 days, always. Name the days.');
    const done = await review({ [skillPath]: kept });
    expect([done.status, done.report.verdict]).toEqual([0, 'pass']);
    expect(done.row?.withheld).toMatchObject({
      ...{ passRate: { with: 1, without: 0.5 }, score: { with: 1, without: 0.5, adds: 0.5 }, proven: true },
      cases: { needed: ['days'], idle: ['hello'] },
    });
    expect(done.comment).toContain('| `cheap` | 50% | 100% | 100% | adds 50 points, beyond chance | `days` |');
    expect(done.html).toContain(
      'adds 50 points on cheap, beyond chance: 100% of replies pass with it, 50% without. Without it days breaks.',
    );
    // Nothing is asked where the money is for the review alone.
    const short = await review({ [skillPath]: kept }, '--max-calls', '4', '--store', 'short.sqlite');
    expect(short.report.verdict).toBe('pass');
    expect(short.row?.withheld).toBeUndefined();
    expect(short.report.notes.join(' ')).toContain('#instructions` adds was not asked');
  });

  it.each(spokenApis)('is picked by its description over api: %s', async (api) => {
    const key = 'sk-of-one-service-0123456789';
    const model = { anthropic: 'claude-opus-4-8', bedrock: 'claude-opus-4-8', gemini: 'gemini-3.5-flash' };
    const named = api in model ? model[api as keyof typeof model] : 'gpt-5.6-luna';
    shop.remove();
    shop = new LocalShop({
      ...skilledShop,
      'promptgate.yml': `agents: ["**/SKILL.md"]
providers: { native: { api: ${api}, base-url: ${models.url}, key: NATIVE_KEY } }
models: [{ provider: native, model: ${named}, params: { max_tokens: 300, tool_choice: none, tools: [] } }]
`,
    });
    shop.write({ [skillPath]: stolen });
    const run = await runCli(shop.folder, ['review', '--json'], { NATIVE_KEY: key });
    const report = reportSchema.parse(JSON.parse(run.stdout));
    expect(report.problems).toEqual([]);
    expect([report.verdict, report.calls.failed]).toEqual(['regressed', 0]);
    expect(report.prompts[0]?.models[0]?.picks?.map(({ case: id, old }) => [id, old[0]?.skill])).toEqual([
      ...[
        ['money', 'refunds'],
        ['return', 'refunds'],
        ['cancel', 'refunds'],
      ],
      ...[
        ['parcel', 'shipping'],
        ['joke', null],
      ],
    ]);
  });
});

describe('instructions of agents', () => {
  it('that have no cases are shown with their diff, unreviewed, and cost nothing', async () => {
    const done = await review({ 'AGENTS.md': rulesText.replace('before', 'after') });
    expect([done.status, done.report.verdict, models.stats().arrived]).toEqual([0, 'unreviewed', 0]);
    expect(done.report.unreviewed).toMatchObject([{ path: 'AGENTS.md', why: 'instructions' }]);
    expect(done.comment).toContain('Not checked: `AGENTS.md` holds instructions for agents, and has no golden cases');
    expect(done.comment).toContain('Instructions: +1 −1 lines');
    expect(done.comment).toContain('+Run the tests after you push.');
    expect(done.html).toContain('Run the tests after you push.');
    const closed = await review({}, '--fail-on', 'unreviewed');
    expect(closed.status).toBe(1);
  });

  it('are reviewed as the base branch names them: a fork’s pull request hides none by its own config', async () => {
    stage = await stageReview({
      base: skilledShop,
      head: { 'promptgate.yml': 'version: 1\nmodels: [cheap]\n', [skillPath]: stolen, 'AGENTS.md': 'Push.\n' },
      models: { rules: skilledModel() },
      github: { pulls: [{ number: 7, base: 'main', head: 'topic', headRepository: 'stranger/support' }] },
    });
    const result = await stage.review();
    expect(result.outputs['verdict']).toBe('regressed');
    expect(JSON.parse(result.outputs['changed-prompts'] ?? '')).toEqual([described, 'AGENTS.md']);
    const [comment] = stage.github.comments(7);
    expect(comment?.body).toContain('`agents`');
  });

  it('are checked like other golden cases, and left alone by `init`', async () => {
    const sound = await runCli(shop.folder, ['cases', 'check']);
    expect([sound.status, sound.stderr]).toEqual([0, '']);
    expect(sound.stdout).toContain(described);
    const text = String(skilledShop[skillCasesPath]).replace('triggers: shipping', 'triggers: shiping');
    shop.write({ [skillCasesPath]: text });
    const weak = await runCli(shop.folder, ['cases', 'check', skillCasesPath]);
    expect(weak.stdout.replaceAll(/\s+/gu, ' ')).toContain(
      'parcel wants the skill shiping to be picked, which is not offered. Did it mean shipping?',
    );
    shop.write({ 'promptgate.yml': 'models: [cheap]\n', 'prompts/a.txt': 'You answer {{question}}.\n' });
    const init = await runCli(shop.folder, ['init', '--yes']);
    expect(init.stdout).toContain('AGENTS.md and 2 more files hold instructions for agents.');
    expect(init.stdout).not.toContain('AGENTS.cases.yml');
  });
});
