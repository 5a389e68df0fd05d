import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';
import { textsOfPage } from '../support/unpack-page.ts';

let shop: LocalShop | undefined;
let models: ModelService | undefined;
afterEach(async () => {
  await models?.close();
  shop?.remove();
});

const threeCases = ['case-1', 'case-2', 'case-3'];

/** Reviews an edit with `--json`, `--comment` and `--html`, and once more for the terminal from kept replies. */
async function reviewEdit(given: {
  readonly base: Files;
  readonly head: Files;
  readonly models: Omit<ModelScript, 'seed'>;
  readonly flags?: readonly string[];
}) {
  shop = new LocalShop({ 'promptgate.yml': 'version: 1\nmodels: [cheap]\n', ...given.base });
  models = await startModelService({ seed: 'nothing', ...given.models });
  shop.write(given.head);
  const args = ['review', '--base-url', models.url, '--store', 'replies.sqlite', ...(given.flags ?? [])];
  const { folder } = shop;
  const json = await runCli(folder, [...args, '--json', '--comment', 'comment.md', '--html', 'page.html']);
  const asked = models.stats().arrived;
  const terminal = await runCli(folder, args);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  return {
    status: json.status,
    report: reportSchema.parse(JSON.parse(json.stdout)),
    comment: read('comment.md'),
    page: textsOfPage(read('page.html')),
    terminal: terminal.stdout,
    asked,
  };
}

const shopBase = { [promptPath]: promptText('briefly'), [casesPath]: casesText(threeCases) };
const edited = { [promptPath]: promptText('warmly') };
const always = (reply: ModelScript['otherwise']): Omit<ModelScript, 'seed'> =>
  reply === undefined ? {} : { otherwise: reply };

describe('a prompt none of whose cases passes before', () => {
  it('is unreviewed, never a pass, and shows what the failing cases said on every surface', async () => {
    const done = await reviewEdit({ base: shopBase, head: edited, models: always('I would rather not say.') });
    expect([done.status, done.report.verdict]).toEqual([0, 'unreviewed']);
    const [row] = done.report.prompts[0]?.models ?? [];
    expect([row?.verdict, row?.reasons]).toEqual([
      'unreviewed',
      [{ kind: 'nothing-passes', row: 'cheap', side: 'old', cases: 3 }],
    ]);
    expect(row?.wouldSee).toEqual({ case: false, drop: null, halvedBy: null, couldFall: { cases: 0, of: 3 } });
    for (const text of [done.comment, done.page, done.terminal]) {
      expect(text).toMatch(/none of 3 golden cases passed before on/iu);
      expect(text).toContain('so nothing could break');
      expect(text).toContain('I would rather not say.');
      expect(text).toMatch(/contains: number 1\./);
      expect(text).not.toMatch(/would have (?:caught|seen)/i);
    }
  });

  it('blocks where `fail-on` names unreviewed', async () => {
    const flags = ['--fail-on', 'unreviewed'];
    const done = await reviewEdit({ base: shopBase, head: edited, models: always('No.'), flags });
    expect(done.status).toBe(1);
  });

  it('is unreviewed too where it is new, and its one case does not pass', async () => {
    const head = { 'prompts/new.txt': promptText('warmly'), 'prompts/new.cases.yml': casesText(['case-1']) };
    const done = await reviewEdit({ base: shopBase, head, models: always('No.') });
    expect(done.report.verdict).toBe('unreviewed');
    for (const text of [done.comment, done.page, done.terminal]) {
      expect(text).toMatch(/the one golden case does not pass on/iu);
    }
    expect(done.comment).toContain('No.');
  });
});

describe('a prompt some of whose cases pass before', () => {
  it('passes, and promises to have seen a break of those alone', async () => {
    const models = always(({ text }) => (text.includes('case-1?') ? 'It is number 1.' : 'I would rather not say.'));
    const done = await reviewEdit({ base: shopBase, head: edited, models });
    expect([done.status, done.report.verdict]).toEqual([0, 'pass']);
    expect(done.comment).toContain('A break of the one case that passed before would have been seen');
    expect(done.comment).not.toContain('points or more');
  });
});

describe('replies that come empty or cut', () => {
  const empty = always({ text: '', finishReason: 'length' });

  it('make a review invalid where all of them are empty, and are told first with what to do', async () => {
    const done = await reviewEdit({ base: shopBase, head: edited, models: empty });
    expect([done.status, done.report.verdict]).toEqual([1, 'invalid']);
    const count = { of: 3, empty: 3, atLimit: { empty: 3, partial: 0 }, byFilter: { empty: 0, partial: 0 } };
    expect(done.report.prompts[0]?.models[0]?.replies).toEqual({ old: count, new: count });
    for (const text of [done.comment, done.page, done.terminal]) {
      const plain = text.replaceAll(/<\/?code>|`|&#96;/g, '').replaceAll(/\s+/g, ' ');
      expect(plain).toContain('3 of 3 replies on the old side and 3 of 3 on the new side are empty');
      expect(plain).toContain('the model stopped at its token limit. Raise max_tokens.');
      expect(plain).toContain('(empty; ended by length)');
    }
    expect(done.terminal.split('\n').slice(0, 5).join(' ')).toContain('3 of 3 replies');
    expect(done.comment.split('\n').slice(0, 5).join(' ')).toContain('3 of 3 replies');
  });

  it('are told of the side they came on, whatever the checks make of them', async () => {
    const models = always(({ text }) =>
      text.includes('warmly')
        ? { text: 'It is number 1. It is number 2. It is number 3. And', finishReason: 'length' }
        : { text: 'It is number 1. It is number 2. It is number 3.' },
    );
    const done = await reviewEdit({ base: shopBase, head: edited, models });
    expect([done.status, done.report.verdict]).toEqual([0, 'pass']);
    for (const text of [done.comment, done.page, done.terminal]) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(
        '3 of 3 replies on the new side were cut at the model’s token limit.',
      );
    }
  });

  it('never pass where the new side is empty and its checks do not mind', async () => {
    const cases = 'cases:\n  - { id: polite, vars: { question: "Hi" }, checks: [{ not-contains: "idiot" }] }\n';
    const models = always(({ text }) => (text.includes('warmly') ? { text: '' } : 'Hello!'));
    const done = await reviewEdit({ base: { ...shopBase, [casesPath]: cases }, head: edited, models });
    expect([done.status, done.report.verdict]).toEqual([1, 'invalid']);
    expect(done.terminal).toContain('the one reply of the new prompt is empty on cheap');
  });
});

describe('a pull request with a prompt that cannot be read', () => {
  const good = always(({ text }) => `It is number ${/case-(\d)/.exec(text)?.[1]}.`);
  const head = {
    ...edited,
    'prompts/bad.prompt.yml': 'messages:\n  - role: system\n   content: "x\n',
    'prompts/other.txt': 'Answer kindly: {{question}}\n',
    'prompts/other.cases.yml': 'cases:\n  - { id: a, vars: { question: "Hi" }, checks: [{ contians: "x" }] }\n',
  };

  it('has it and a prompt with unreadable cases invalid in their own rows, and the others reviewed', async () => {
    const done = await reviewEdit({ base: shopBase, head, models: good });
    expect([done.status, done.report.verdict]).toEqual([2, 'invalid']);
    expect(done.report.prompts.map(({ path, verdict, models }) => [path, verdict, models.length])).toEqual([
      ['prompts/bad.prompt.yml', 'invalid', 0],
      ['prompts/other.txt', 'invalid', 0],
      [promptPath, 'pass', 1],
    ]);
    expect(done.asked).toBe(6);
    for (const text of [done.comment, done.page, done.terminal]) {
      const plain = text.replaceAll(/\s+/g, ' ').replaceAll(/<[^>]*>|`/g, '');
      expect(plain).toContain('Not reviewed: 2 of 3 prompts');
      expect(plain).toContain('1 other prompt holds.');
      expect(plain).toMatch(/prompts\/other\.cases\.yml:2:\d+/);
      expect(plain).toContain('Not reviewed for it: prompts/other.txt.');
    }
  });

  it('is told once for all prompts that share what cannot be read', async () => {
    const shared = {
      'promptgate.yml': 'version: 1\nmodels: [cheap]\ncases: "{dir}/all.cases.yml"\n',
      'prompts/all.cases.yml': 'cases:\n  - { id: a, vars: { question: "Hi" }, checks: [{ contians: "x" }] }\n',
    };
    const others = { 'prompts/b.txt': 'Say {{question}}\n', 'prompts/c.txt': 'Tell {{question}}\n' };
    const done = await reviewEdit({ base: shared, head: others, models: good });
    const told = done.terminal.replaceAll(/\s+/g, ' ');
    expect(told.match(/contians/g)).toHaveLength(2);
    expect(told).toContain('Not reviewed for it: prompts/b.txt and prompts/c.txt.');
  });
});

describe('a prompt that fills in nothing of what its cases set', () => {
  const cases = (...values: readonly string[]): string =>
    `cases:\n${values.map((value) => `  - { id: ${value}, vars: { data: ${value}, kind: bill }, checks: [answers] }`).join('\n')}\n`;
  const path = 'prompts/extract.txt';
  const casesFile = 'prompts/extract.cases.yml';

  it('is invalid before the first call, and names prompt, variables and the mend', async () => {
    for (const values of [['a', 'b'], ['a']]) {
      const done = await reviewEdit({
        base: { [path]: 'Extract <data>.\n', [casesFile]: cases(...values) },
        head: { [path]: 'Extract <data>, all of it.\n' },
        models: always('ok'),
      });
      expect([done.status, done.report.verdict, done.asked]).toEqual([2, 'invalid', 0]);
      const told = done.terminal.replaceAll(/\s+/g, ' ');
      expect(told).toContain(
        `${path}: ${values.length === 1 ? 'Its one golden case sets' : 'Its 2 golden cases differ in'} data, kind`,
      );
      expect(told).toContain('Write {{data}} where the value belongs');
      await models?.close();
      shop?.remove();
    }
  });

  it('is asked where the edit took the variables out, and what does not fit is told as `cases check` tells it', async () => {
    const done = await reviewEdit({
      base: { [path]: 'Extract {{data}} {{kind}}.\n', [casesFile]: cases('a', 'b') },
      head: { [path]: 'Extract it.\n' },
      models: always('ok'),
    });
    expect([done.status, done.report.verdict]).toEqual([0, 'pass']);
    const told = done.terminal.replaceAll(/\s+/g, ' ');
    const words = '2 cases (a, b) give a value to data, which the prompt does not use.';
    expect(told).toContain(words);
    const checked = await runCli(shop?.folder ?? '', ['cases', 'check']);
    expect([checked.status, checked.stdout.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(words)]);
  });
});
