import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { driftReportSchema } from '../../src/core/drift/drift-report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { promptPath, promptText, shopBase } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

/** What the service does today; nothing that a caller could see says so. */
type Mood = { broken: readonly number[]; servedModel?: string; fingerprint?: string; adds?: string };

/** What else this machine does is no drift of the service: no reply takes any time. */
const still = {
  OPENAI_API_KEY: 'sk-drift-0123456789',
  NODE_OPTIONS: '--import=data:text/javascript,performance.now=()=>1',
};

describe('`promptgate drift` on a schedule', () => {
  let shop: LocalShop;
  let service: ModelService;
  const mood: Mood = { broken: [] };
  beforeEach(async () => {
    mood.broken = [];
    delete mood.servedModel;
    delete mood.fingerprint;
    delete mood.adds;
    shop = new LocalShop({ ...shopBase, 'promptgate.yml': 'version: 1\nmodels: [strong]\n' });
    service = await startModelService({
      seed: 'drift',
      rules: [
        {
          when: /What is case-/u,
          reply: ({ text, random }) => {
            const number = Number(/What is case-(\d+)\?/u.exec(text)?.[1]);
            const fails = random() < (mood.broken.includes(number) ? 0.9 : 0.03);
            const said = fails ? 'I would rather not say.' : `It is number ${number}.`;
            const { servedModel, fingerprint } = mood;
            return {
              text: mood.adds === undefined ? said : `${said} ${mood.adds}`,
              ...(servedModel === undefined ? {} : { servedModel }),
              ...(fingerprint === undefined ? {} : { fingerprint }),
            };
          },
        },
      ],
    });
  });
  afterEach(async () => {
    shop.remove();
    await service.close();
  });
  const drift = async (...args: readonly string[]) => {
    const run = await runCli(
      shop.folder,
      ['drift', '--base-url', service.url, '--history', 'history.ndjson', '--json', ...args],
      still,
    );
    const report = driftReportSchema.parse(JSON.parse(run.stdout));
    return { status: run.status, stderr: run.stderr, report, row: report.prompts[0]?.models[0] };
  };
  const runs = async (count: number, ...args: readonly string[]) => {
    const told: Awaited<ReturnType<typeof drift>>[] = [];
    for (let at = 0; at < count; at++) told.push(await drift(...args));
    return told;
  };

  it('raises nothing in thirty runs without a change, tells a silent swap at run 12 with its run and cases, and its end', async () => {
    const early = await runs(11);
    const [kept, aside] = ['history.ndjson', 'quiet.ndjson'].map((name) => join(shop.folder, name));
    if (kept === undefined || aside === undefined) throw new Error('two files');
    copyFileSync(kept, aside);
    mood.broken = [2, 5];
    const swapped = await runs(3, '--html', 'drift.html', '--comment', 'drift.md');
    const { row } = swapped.find(({ status }) => status === 1) ?? {};
    expect(row?.verdict).toBe('drifted');
    expect(row?.cases.length).toBeGreaterThan(0);
    for (const id of row?.cases ?? []) expect(['case-2', 'case-5']).toContain(id);
    const at = row?.history.findIndex((run) => run.at === row.since?.at) ?? 0;
    expect(Math.abs(at + 1 - 12)).toBeLessThanOrEqual(2);
    const page = readFileSync(join(shop.folder, 'drift.html'), 'utf8');
    expect(page).toMatch(/<h1><code>strong<\/code> answers <code>[^<]+<\/code> worse since /u);
    expect(page).toMatch(/aria-label="Score of the case case-[25] in the last runs/u);
    expect(page).toContain('I would rather not say.');
    expect(readFileSync(join(shop.folder, 'drift.md'), 'utf8')).toContain('xychart-beta');
    mood.broken = [];
    const back = await runs(2);
    expect(back.some((run) => run.row?.ended === true)).toBe(true);
    expect(back.at(-1)?.status).toBe(0);
    // The same eleven runs, and nineteen more without a change.
    copyFileSync(aside, kept);
    const quiet = [...early, ...(await runs(19))];
    expect(quiet.map(({ status }) => status)).toEqual(quiet.map(() => 0));
    expect(quiet.map((run) => run.row?.verdict)).toEqual([
      ...['baseline', 'baseline', 'baseline'],
      ...Array.from({ length: 27 }, () => 'steady'),
    ]);
    expect(quiet.at(-1)?.row?.runs).toBe(30);
  });

  it('tells in the very next run that the service names another model', async () => {
    mood.servedModel = 'strong-2026-05-06';
    await runs(2);
    mood.servedModel = 'strong-2026-11-01';
    const [next] = await runs(1);
    expect(next?.status).toBe(1);
    expect(next?.row?.found).toEqual([{ layer: 'served' }]);
    expect(next?.row?.servedBefore).toEqual(['strong-2026-05-06']);
    const text = await runCli(shop.folder, ['drift', '--base-url', service.url, '--history', 'history.ndjson'], still);
    expect(text.stdout.replaceAll(/\s+/gu, ' ')).toContain('strong answers prompts/policy.txt by another model since');
    expect(text.stdout).toContain('Answered by strong-2026-11-01; before, by strong-2026-05-06.');
  });

  it('tells another fingerprint as news, and as a drift only where the config names that layer', async () => {
    mood.fingerprint = 'fp_1';
    await runs(3);
    mood.fingerprint = 'fp_2';
    const [told] = await runs(1);
    expect([told?.status, told?.row?.found, told?.row?.fingerprint?.before]).toEqual([0, [], 'fp_1']);
    expect(told?.row?.fingerprint).toMatchObject({ now: 'fp_2', since: { at: told?.row?.history.at(-1)?.at } });
    shop.write({ 'promptgate.yml': 'version: 1\nmodels: [strong]\ndrift: { layers: [fingerprint, cases] }\n' });
    // What changed before the layer was named is no news.
    expect((await runs(2)).map(({ status }) => status)).toEqual([0, 0]);
    mood.fingerprint = 'fp_3';
    const text = await runCli(shop.folder, ['drift', '--base-url', service.url, '--history', 'history.ndjson'], still);
    expect(text.status).toBe(1);
    expect(text.stdout).toContain('with another fingerprint since');
    expect(text.stdout).toContain('fp_2 → fp_3');
  });

  it('tells replies that mean something else though all of them pass, and keeps no text for that', async () => {
    shop.write({ 'promptgate.yml': 'version: 1\nmodels: [strong]\nembeddings: vectors\n' });
    mood.adds = 'Anything else you would like to know?';
    await runs(5);
    mood.adds = 'Bananas grow where warm rain falls, far away from here.';
    const [told] = await runs(1);
    expect(told?.row?.verdict).toBe('drifted');
    expect(told?.row?.found).toEqual([{ layer: 'cases', channel: 'distance', towards: 'higher' }]);
    const history = readFileSync(join(shop.folder, 'history.ndjson'), 'utf8');
    expect(history.match(/"embedder"/gu)).toHaveLength(3);
    expect(history).not.toContain('Anything else');
  });

  it('never calls an edited prompt drift', async () => {
    await runs(5);
    shop.write({ [promptPath]: promptText('kindly') });
    mood.broken = [1, 2, 3, 4, 5];
    const after = await runs(2);
    expect(after.map(({ row }) => row?.verdict)).toEqual(['baseline', 'baseline']);
  });

  it('goes on where a killed run left half a line, and says so', async () => {
    await runs(2);
    appendFileSync(join(shop.folder, 'history.ndjson'), '{"kind":"run","version":1,"at":"2026-');
    const [first, second] = await runs(2);
    expect(first?.report.notes.join(' ')).toContain('history.ndjson:3 is no JSON; it was skipped.');
    expect(second?.row?.runs).toBe(4);
  });

  it('is invalid where no reply comes, and keeps nothing of it', async () => {
    await runs(2);
    const before = readFileSync(join(shop.folder, 'history.ndjson'), 'utf8');
    await service.close();
    const [run] = await runs(1);
    expect([run?.status, run?.report.verdict]).toEqual([1, 'invalid']);
    expect(readFileSync(join(shop.folder, 'history.ndjson'), 'utf8')).toBe(before);
  });
});
