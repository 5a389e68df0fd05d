import { describe, expect, test } from 'vitest';
import { monitorOnRunner, type RunnerMonitorPorts } from '../../../src/app/monitor/monitor-on-runner.ts';
import { parseInputs } from '../../../src/core/settings/parse-inputs.ts';
import { createSandbox } from '../../../src/sandbox/create-sandbox.ts';
import { judgingSession } from '../../support/judging-session.ts';

/** Calls of days in one segment, on each day or every so many; on the last one replies of `times` the tokens. */
function logOf(times: number, days = 22, every = 1): string {
  return Array.from({ length: days }, (_, day) =>
    Array.from({ length: day % every === 0 ? 30 : 0 }, (_, at) => {
      const out = Math.round((40 + ((at * 7 + day * 3) % 40)) * (day === days - 1 ? times : 1));
      const time = new Date(Date.UTC(2026, 10, 1 + day, 0, at * 48)).toISOString();
      const usage = { input: 80, output: out };
      return JSON.stringify({
        time,
        input: 'Hi',
        output: 'x',
        model: 'm',
        segment: '<b>pro</b>',
        usage,
        usd: out / 1e5,
      });
    }).join('\n'),
  )
    .filter((lines) => lines !== '')
    .join('\n');
}

/** What alerts would be told by. */
const nobody = (): never => {
  throw new Error('nobody is to be told');
};

type Around = {
  readonly fork?: boolean;
  readonly grade?: number;
  readonly elsewhere?: boolean;
  readonly ofPull?: string;
};

async function run(text: string, given: Readonly<Record<string, string>>, config?: string, around: Around = {}) {
  const { fork = false, grade, elsewhere = true, ofPull } = around;
  const [outputs, told]: [Record<string, string>, string[]] = [{}, []];
  let summary = '';
  const here = { sha: 'a', ref: 'main' };
  // Of the host, only what is asked of it in this mode.
  const host: Pick<RunnerMonitorPorts['host'], 'pullRequest' | 'texts' | 'tree'> = {
    pullRequest: () => Promise.resolve({ tip: here, base: here, head: here, fork }),
    tree: () => Promise.resolve(new Map()),
    texts: (_, paths) =>
      Promise.resolve(
        new Map(
          paths.map((path) => [
            path,
            config !== undefined && path === 'promptgate.yml' ? { kind: 'text', text: config } : { kind: 'absent' },
          ]),
        ),
      ),
  };
  const files: Record<string, string> = {};
  const kept: { name: string; files: object }[] = [];
  const stage: Omit<RunnerMonitorPorts['stage'], 'writeInWorkspace' | 'say' | 'leaveLastWord'> = {
    setOutput: (name, value) => {
      outputs[name] = value;
    },
    writeSummary: (markdown) => {
      summary = markdown;
      return Promise.resolve();
    },
    annotate: ({ level, message }) => told.push(`${level}: ${message}`),
    writeFile: async (name, pieces) => {
      files[name] = '';
      for await (const piece of pieces) files[name] += piece;
      return `/tmp/${name}`;
    },
    loadPage: () => Promise.resolve({ program: '', pack: (page) => page, hash: () => 'sha256-x' }),
    keepReport: (name, held) => {
      kept.push({ name, files: held });
      return Promise.resolve({ links: {} });
    },
    redact: (whole) => whole.replaceAll('secret', '***'),
  };
  const monitor = {
    tool: { name: 'promptgate', version: '1.0.0' },
    openLogs: () =>
      Promise.resolve([
        {
          name: 'a.jsonl',
          async *text() {
            yield text;
          },
        },
      ]),
    loadPrices: () => Promise.resolve(() => undefined),
    now: () => Date.UTC(2026, 10, 28),
    bytesOf: (piece: string) => piece.length,
  };
  const parsed = parseInputs(new Map(Object.entries(given)));
  if (parsed.kind === 'broken') throw new Error(JSON.stringify(parsed.problems));
  const asking = {
    openAsking: () => Promise.resolve(judgingSession(grade === undefined ? { fails: 'No quota.' } : { grade })),
    hasKey: () => true,
    loadPrices: () => Promise.resolve(() => undefined),
    progress: { say: () => undefined, update: () => undefined, end: () => undefined },
    breathe: () => undefined,
    sandbox: createSandbox(),
  };
  const at = { id: '1', url: 'https://github.com/acme/shop/actions/runs/1' };
  const ports = {
    host,
    stage,
    monitor,
    run: at,
    elsewhere,
    ...(ofPull === undefined ? {} : { ofPull }),
    alertsOf: nobody,
    ...asking,
  } as unknown as RunnerMonitorPorts;
  const passes = await monitorOnRunner(parsed.inputs, ports, new AbortController().signal);
  return { passes, outputs, told, summary, report: files['promptgate.json'] ?? '', files, kept };
}

describe('`mode: monitor`', () => {
  test('tells a cost that rose in the summary and the outputs, and fails where `fail-on` names it', async () => {
    const given = { mode: 'monitor', logs: 'a.jsonl' };
    const told = await run(logOf(2), given);
    expect(told.passes).toBe(true);
    expect(told.outputs).toMatchObject({ verdict: 'moved', 'report-json': '/tmp/promptgate.json' });
    expect(JSON.parse(told.outputs['moved'] ?? '')).toContainEqual(
      expect.objectContaining({ metric: 'usdPerCall', moved: 'rose', since: '2026-11-22' }),
    );
    expect(told.told).toEqual([expect.stringMatching(/^warning: .*got worse/u)]);
    expect(told.summary).toMatch(/^### 660 calls from 2026-11-01 to 2026-11-22: \$/u);
    expect(told.summary).toContain('- The cost of a call rose by');
    expect(told.summary).not.toContain('<b>');
    expect(told.outputs['report-html']).toBe('/tmp/promptgate.html');
    expect(told.files['promptgate.html']).toMatch(/<h1>The cost of a call rose by \d+%<\/h1>/u);
    expect(told.files['promptgate.html']).toContain('href="https://github.com/acme/shop/actions/runs/1"');
    expect(told.files['promptgate.html']).not.toContain('<b>pro');
    expect(told.kept).toEqual([
      { name: 'promptgate-monitor', files: { json: '/tmp/promptgate.json', html: '/tmp/promptgate.html' } },
    ]);
    expect((await run(logOf(2), { ...given, artifact: '' })).kept).toEqual([]);
    const failed = await run(logOf(2), { ...given, 'fail-on': 'moved' });
    expect([failed.passes, failed.told[0]?.slice(0, 6)]).toEqual([false, 'error:']);
    const byConfig = await run(logOf(2), given, 'fail-on: [moved]\n');
    expect([byConfig.passes, byConfig.told[0]?.slice(0, 6)]).toEqual([false, 'error:']);
  });

  test('is steady where nothing rose', async () => {
    const quiet = await run(logOf(1), { mode: 'monitor', logs: 'a.jsonl', 'fail-on': 'moved' });
    expect([quiet.passes, quiet.outputs['verdict'], quiet.outputs['moved'], quiet.told]).toEqual([
      true,
      'steady',
      '[]',
      [],
    ]);
  });

  const asked = { mode: 'monitor', logs: 'a.jsonl' };
  const judged = 'judge: m\nmonitor: { quality: { sample: 10, metrics: [helpfulness] } }\n';

  test('has a sample judged where the config says so, and rules of grades by it', async () => {
    const rules = 'alerts: { rules: [{ metric: helpfulness, below: 7 }, { metric: sentiment, below: 0 }] }\n';
    const done = await run(logOf(1), asked, judged + rules, { grade: 2 });
    expect([done.passes, done.outputs['verdict'], done.outputs['calls']]).toEqual([true, 'steady', '10']);
    expect(done.summary).toMatch(/^\|`helpfulness` \(1–10\) *\|all *\| *2\.0\|1\.0 to [34]\.\d\| *10\| *0\|$/mu);
    expect(JSON.parse(done.outputs['alerts'] ?? '')).toMatchObject([
      { metric: 'helpfulness', is: 'broken', value: 2 },
      { metric: 'sentiment', is: 'unknown' },
    ]);
    const strict = await run(logOf(1), { ...asked, 'fail-on': 'alert' }, judged + rules, { grade: 2 });
    expect([strict.passes, strict.outputs['verdict']]).toEqual([false, 'steady']);
    expect(strict.told).toEqual([expect.stringMatching(/^error: An alert of a rule is open \(`fail-on: alert`\)/u)]);
    const good = await run(logOf(1), { ...asked, 'fail-on': 'alert' }, judged + rules, { grade: 9 });
    expect([good.passes, good.told]).toEqual([true, []]);
    expect(done.summary).toContain('- Alert: Helpfulness is 2.00, below 7.00.');
    expect(done.summary).toContain(
      '- Not checked: sentiment below 0.00, because nothing in this run says the sentiment',
    );
  });

  test('is invalid and fails where grades were asked for and no call got one', async () => {
    const done = await run(logOf(1), { ...asked, 'fail-on': 'never' }, judged);
    expect([done.passes, done.outputs['verdict'], done.outputs['reason']]).toEqual([false, 'invalid', 'judge']);
    expect(done.told).toEqual([expect.stringMatching(/^error: .*no call got a grade/u)]);
    expect(done.summary).toContain('10 calls have no `helpfulness` grade: No quota.');
    const withheld = await run(logOf(1), asked, `${judged}publish-replies: none\n`);
    expect(withheld.report).not.toContain('No quota.');
  });

  test('asks no model for a fork, and offers no case where nothing chooses one', async () => {
    const fork = await run(logOf(1), asked, judged, { fork: true, grade: 2 });
    expect([fork.passes, fork.outputs['verdict'], fork.outputs['calls']]).toEqual([true, 'steady', undefined]);
    expect(fork.told).toEqual([expect.stringMatching(/^notice: Nothing is judged .* from a fork/u)]);
    // One that follows a fork's run on the default branch: `pullOffered` and `alertsOf` would throw.
    const follows = { ofPull: 'it follows a run of a fork', grade: 2 };
    const after = await run(logOf(1), { ...asked, 'pull-request': 'true' }, judged, follows);
    expect([after.passes, after.outputs['verdict'], after.outputs['calls']]).toEqual([true, 'steady', undefined]);
    expect(after.told).toEqual([
      expect.stringMatching(/^notice: Nothing is judged by a model, kept, told or offered/u),
    ]);
    const nothing = await run(logOf(1), { ...asked, 'pull-request': 'true' });
    expect([nothing.passes, nothing.outputs['reason']]).toEqual([false, 'config']);
    expect(nothing.told).toEqual([expect.stringContaining('No case is offered: the config has no sample judged.')]);
  });

  test.each([
    ['no day has the same weekday before it', 3, 1, 'Nothing is compared'],
    ['the days before are too few to say what chance does', 8, 7, 'It is unknown whether anything got worse'],
  ])('is unknown where %s, is told as such, and fails where `fail-on` names that', async (_, days, every, told) => {
    const given = { mode: 'monitor', logs: 'a.jsonl', 'fail-on': 'moved' };
    const first = await run(logOf(9, days, every), given);
    expect([first.passes, first.outputs['verdict'], first.outputs['moved']]).toEqual([true, 'unknown', '[]']);
    expect(first.told).toEqual([expect.stringMatching(/^warning: It is unknown whether anything got worse/u)]);
    expect(first.summary).toContain(told);
    expect(first.summary).not.toContain('No change');
    const strict = await run(logOf(9, days, every), { ...given, 'fail-on': 'moved, unknown' });
    expect([strict.passes, strict.told[0]?.slice(0, 6)]).toEqual([false, 'error:']);
  });

  test.each([
    ['no logs are named', logOf(1), {}, 'config'],
    ['no line is a call', 'x\ny\n', { logs: 'a.jsonl' }, 'files'],
  ])('is invalid and fails where %s', async (_, text, given, reason) => {
    // Rules, of which there are none left, are not held to logs that nobody could read: nothing ends by it.
    const broken = await run(text, { mode: 'monitor', ...given }, undefined, { elsewhere: false });
    expect([broken.passes, broken.outputs]).toEqual([false, { verdict: 'invalid', reason }]);
    expect(broken.told[0]).toMatch(/^error: /u);
    expect(broken.summary).toContain('The logs could not be read');
  });
});
