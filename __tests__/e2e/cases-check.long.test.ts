import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { goldenSetReportSchema } from '../../src/core/golden-set/golden-set-report.ts';
import type { Files } from '../support/github-repository.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, shopBase } from '../support/policy-shop.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
afterEach(() => shop?.remove());

/** Checks the golden cases of a shop with these files besides its own. */
function check(files: Files, ...args: readonly string[]): Promise<CliResult> {
  shop = new LocalShop({ ...shopBase, ...files });
  return runCli(shop.folder, ['cases', 'check', ...args]);
}

async function findings(files: Files, ...args: readonly string[]) {
  const done = await check(files, '--json', ...args);
  const report = goldenSetReportSchema.parse(JSON.parse(done.stdout));
  const all = [...report.prompts.flatMap((prompt) => prompt.findings), ...report.findings];
  const told = all.map(({ severity, what, at, fix = '' }) => {
    return `${severity} ${at?.file}:${at?.line ?? ''}:${at?.column ?? ''} ${what} ${fix}`;
  });
  return { status: done.status, stderr: done.stderr, report, told };
}

describe('`promptgate cases check`', () => {
  it('exits 0 where nothing is wrong, and counts cases and checks', async () => {
    const done = await check({});
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(done.stdout).toMatch(/^Nothing is wrong with 1 prompt, 10 golden cases\n/);
    expect(done.stdout).toContain('10 cases; in prompts/policy.cases.yml; checks: contains 10');
  });

  it('exits 2 with file, line, column and mend for what would make a review invalid', async () => {
    const wrong = {
      [casesPath]: casesText().replace('contains', 'conains'),
      'prompts/a.txt': '{{q}}',
      'prompts/a.cases.yml':
        '- { id: a, vars: { q: "1" }, checks: [{ judge: "Good." }, { score: policy }] }\n- { id: b, vars: { q: "2" }, checks: [similar, rouge] }\n',
      'prompts/b.yml': 'model: x\nmessages: []\n',
      'prompts/c.txt': '{{q}}',
      'prompts/c.cases.yml':
        '- { id: a, vars: { q: 1 }, checks: [json] }\n- { id: a, vars: { q: 2 }, checks: [json] }\n',
    };
    const { status, told, report } = await findings(wrong);
    expect(status).toBe(2);
    expect(told).toEqual([
      expect.stringMatching(
        /^wrong prompts\/a\.cases\.yml:1:\d+ the check `judge` is graded .* no judge .* `judge: gpt-5.6-sol`/,
      ),
      expect.stringMatching(/^wrong prompts\/a\.cases\.yml:1:\d+ the check `score` names a scorer .*: `policy`/),
      expect.stringMatching(/^wrong prompts\/a\.cases\.yml:2:\d+ the check `similar` .* no embedding model/),
      expect.stringMatching(/^wrong prompts\/a\.cases\.yml:2:\d+ `similar` can score no reply: .*The case `b`/),
      expect.stringMatching(/^wrong prompts\/a\.cases\.yml:2:\d+ `rouge` can score no reply: .*The case `b`/),
      expect.stringMatching(/^wrong prompts\/b\.yml:2:\d+ The prompt has no messages/),
      expect.stringMatching(/^wrong prompts\/c\.cases\.yml:2:\d+ The case `a` is there already, at prompts\/c\.cases/),
      expect.stringMatching(/^wrong prompts\/policy\.cases\.yml:2:\d+ There is no check `conains`.*`contains`/),
    ]);
    expect(report.wrong).toBe(told.length);
  });

  it('names cases that ask nearly the same and are checked alike', async () => {
    const { told, status } = await findings({
      'prompts/a.txt': '{{q}}',
      'prompts/a.cases.yml': [
        '- { id: a, vars: { q: "How long do I have to send the red kettle back?" }, checks: [{ contains: days }] }',
        '- { id: b, vars: { q: "how long do I have to send the red kettle back, please" }, checks: [{ contains: days }] }',
        '- { id: c, vars: { q: "Do you repair watches?" }, checks: [{ contains: days }] }',
        '',
      ].join('\n'),
    });
    expect(status).toBe(0);
    expect(told).toContainEqual(
      expect.stringMatching(/^weak prompts\/a\.cases\.yml:1:\d+ 2 cases \(`a`, `b`\) ask nearly the same: /),
    );
  });

  it('tells everything that is wrong with a file in one run, an unknown key beside the rest', async () => {
    const { told } = await findings({
      'prompts/a.txt': '{{q}}',
      'prompts/a.cases.yml': `- { id: a, vras: { q: 1 }, checks: [json] }\n- { id: a, vars: { q: 2 }, checks: [{ icontains: x }] }\n- { id: c, vars: { q: 2 }, checks: [{ regex: "(" }] }\n`,
    });
    expect(told.filter((one) => one.startsWith('wrong'))).toEqual([
      expect.stringMatching(/^wrong prompts\/a\.cases\.yml:1:\d+ unknown key `vras`.*`vars`/),
      expect.stringMatching(
        /^wrong prompts\/a\.cases\.yml:2:\d+ There is no check `icontains`\. Write `contains` with `ignore-case: true`/,
      ),
      expect.stringMatching(/^wrong prompts\/a\.cases\.yml:2:\d+ The case `a` is there already/),
      expect.stringMatching(/^wrong prompts\/a\.cases\.yml:3:\d+ The argument of `regex` is wrong/),
    ]);
  });

  it('begins with a summary by kind, lists no clean prompts where there are many, and only faults with --only faults', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [`prompts/p${at}.txt`, '{{question}}']).concat(
        Array.from({ length: 8 }, (_, at) => [
          `prompts/p${at}.cases.yml`,
          at < 6
            ? '- { id: a, vars: { question: x }, checks: [json] }\n'
            : '- { id: a, vars: { question: x, more: y }, checks: [json] }\n',
        ]),
      ),
    );
    const done = await check({
      ...many,
      'prompts/bad.txt': '{{q}}',
      'prompts/bad.cases.yml': '- { id: a, vars: { q: x, r: y }, checks: [jsn] }\n',
    });
    expect(done.stdout).toContain('7 prompts are clean.');
    expect(done.stdout.replaceAll(/\s+/gu, ' ')).toMatch(
      /2 × weak The case …? ?.*a value to .*such as prompts\/p6\.cases\.yml/,
    );
    expect(done.stdout).not.toContain('prompts/p0.txt');
    const faults = await runCli(shop?.folder ?? '', ['cases', 'check', '--only', 'faults']);
    expect(faults.stdout).toContain('There is no check jsn');
    expect(faults.stdout).not.toMatch(/weak |p6/);
    const json = await runCli(shop?.folder ?? '', ['cases', 'check', '--only', 'faults', '--json']);
    const { prompts } = goldenSetReportSchema.parse(JSON.parse(json.stdout));
    expect(prompts.map(({ path }) => path)).toEqual(['prompts/bad.txt']);
    expect(prompts.flatMap(({ findings: all }) => all.map(({ severity }) => severity))).toEqual(['wrong']);
  });

  it('tells a fault of a shared cases file once, with every prompt it concerns', async () => {
    const { told } = await findings({
      'promptgate.yml': 'version: 1\nmodels: [strong]\ncases: "{dir}/all.cases.yml"\n',
      'prompts/one.txt': 'One {{question}}',
      'prompts/all.cases.yml': '- { id: a, vars: { question: x }, checks: [{ judge: Good. }] }\n',
    });
    const judged = told.filter((one) => one.includes('no judge'));
    expect(judged).toEqual([expect.stringMatching(/It concerns `prompts\/policy\.txt` too\./)]);
  });

  it('tells weaknesses and exits 0: what nothing guards, what nobody asks, variables that do not fit', async () => {
    const weak = {
      'prompts/a.txt': 'Answer {{question}} in {{language}}.',
      'prompts/a.cases.yml':
        '- { id: typo, vars: { qestion: x, language: en }, checks: [json] }\n- { id: more, vars: { question: x, language: en, tone: warm }, checks: [json] }\n- { id: bare, vars: { question: x, language: en } }\n',
      'prompts/suport.txt': 'Help.',
      'prompts/support.cases.yml': '- { id: a }\n',
      'b.prompt': 'Tell {{.Name}} of it.',
    };
    const { status, told } = await findings(weak);
    expect(status).toBe(0);
    expect(told).toEqual([
      expect.stringMatching(/^weak b\.prompt:: Nothing guards this prompt: its format is not read \(a Go template\)/),
      expect.stringMatching(/^weak prompts\/a\.cases\.yml:3:3 The case `bare` has no check/),
      expect.stringMatching(
        /^weak prompts\/a\.cases\.yml:1:3 The case `typo` gives no value to `\{\{question\}\}`.*`qestion`/,
      ),
      expect.stringMatching(/^weak prompts\/a\.cases\.yml:2:3 The case `more` gives a value to `tone`/),
      expect.stringMatching(
        /^weak prompts\/suport\.txt:: Nothing guards .* no golden cases.*`prompts\/suport\.cases\.yml`/,
      ),
      expect.stringMatching(
        /^weak prompts\/support\.cases\.yml:: .* belong to no prompt.*`prompts\/suport\.cases\.yml`/,
      ),
    ]);
  });

  it('tells of a prompt in a format that is not read, and never calls the cases beside it nobody’s', async () => {
    const { status, told } = await findings({
      'src/cities.prompt': 'Tell of {{.City}}.\n',
      'src/cities.cases.yml': 'cases: [{ vars: { city: Oslo }, checks: [answers] }]\n',
    });
    expect([status, told]).toEqual([0, [expect.stringContaining('its format is not read (a Go template)')]]);
    expect(told.join('')).not.toContain('belong to no prompt');
  });

  it('reads testData and promptfoo’s tests, and names what is not run', async () => {
    const { status, told, report } = await findings({
      'a.prompt.yml':
        'messages:\n  - { role: user, content: "{{input}}" }\ntestData: [{ input: hi, expected: hello }]\nevaluators: [{ name: polite, uses: acme/politeness }]\n',
      'b/p.prompt.yml': 'messages:\n  - { role: user, content: "{{q}}" }\n',
      'b/promptfooconfig.yaml':
        'prompts: [file://p.prompt.yml]\ntests:\n  - vars: { q: hi }\n    assert:\n      - { type: contains, value: x }\n      - { type: moderation }\n',
    });
    expect(status).toBe(0);
    expect(told).toEqual([
      expect.stringMatching(/^weak a\.prompt\.yml:4:\d+ `polite` is not run.* will have no score/),
      expect.stringMatching(/^weak b\/promptfooconfig\.yaml:6:\d+ `moderation` is not run: .* is checked only in part/),
    ]);
    expect(report.prompts.map(({ files, cases }) => [files, cases]).slice(0, 2)).toEqual([
      [['a.prompt.yml'], 1],
      [['b/promptfooconfig.yaml'], 1],
    ]);
  });

  it('narrows down to the files, folders or globs that are named from where one stands, and refuses those that name nothing', async () => {
    const more = { 'prompts/old/a.txt': 'x', 'prompts/old/b.txt': 'y' };
    const { report } = await findings(more, 'prompts/old', casesPath);
    expect(report.prompts.map(({ path }) => path)).toEqual(['prompts/old/a.txt', 'prompts/old/b.txt', promptPath]);
    const folder = join(shop?.folder ?? '', 'prompts/old');
    const one = await runCli(folder, ['cases', 'check', '../**/a.txt', '--json']);
    expect(JSON.parse(one.stdout).prompts).toMatchObject([{ path: 'prompts/old/a.txt' }]);
    const none = await runCli(folder, ['cases', 'check', 'prompts/old/a.txt']);
    expect([none.status, none.stdout]).toEqual([2, '']);
    expect(none.stderr).toContain('`prompts/old/a.txt` names no prompt and no file of golden cases');
  });

  it('tells a config that cannot be read, as a review would', async () => {
    const { status, told } = await findings({ 'promptgate.yml': 'version: 1\nmodells: [a]\n' });
    expect([status, told]).toEqual([2, [expect.stringMatching(/^wrong promptgate\.yml:2:1 .*modells.*models/)]]);
  });

  it('shows no text of a file that acts on the terminal, and follows no link', async () => {
    const hostile = hostileTexts.map(
      (text, at) =>
        `- { id: ${JSON.stringify(`${text.slice(0, 100)}${at}`)}, vars: { ${JSON.stringify(`${text} `)}: 1 } }`,
    );
    shop = new LocalShop({
      ...shopBase,
      'prompts/evil\u001b[2J.txt': 'Hi {{x}}',
      'prompts/h.txt': 'Hi {{x}}',
      'prompts/h.cases.yml': hostile.join('\n'),
    });
    symlinkSync('/etc/hostname', join(shop.folder, 'prompts/link.txt'));
    const done = await runCli(shop.folder, ['cases', 'check']);
    expect(done.status).toBe(2);
    expect(done.stdout).toMatch(/prompts\/link\.txt: .*symbolic links are not followed/);
    expect(done.stdout).not.toMatch(/[^\P{Cc}\n]|\u202e|\u200b/u);
    expect(Math.max(...done.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('needs a repository, and says so where there is no prompt', async () => {
    shop = new LocalShop({ 'README.md': '# Nothing yet\n' });
    const empty = await runCli(shop.folder, ['cases', 'check']);
    expect([empty.status, empty.stdout]).toEqual([0, expect.stringContaining('There is no prompt')]);
    const outside = await runCli('/', ['cases', 'check'], { GIT_CEILING_DIRECTORIES: '/' });
    expect([outside.status, outside.stdout]).toEqual([2, '']);
    expect(outside.stderr).toContain('not inside a git working tree');
  });
});
