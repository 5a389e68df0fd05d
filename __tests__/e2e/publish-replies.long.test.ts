import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { casesPath, promptPath, promptText, shopBase } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { unpackPage } from '../support/unpack-page.ts';

let stage: ReviewStage | undefined;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-published-'));
});
afterEach(async () => {
  expect(stage?.github.violations).toEqual([]);
  await stage?.close();
  stage = undefined;
  rmSync(folder, { recursive: true, force: true });
});

/** Three cases that break: the new replies name a customer, which a check finds and quotes, and a judge does too. */
async function published(config: string, sentences = 0) {
  const cases = ['one', 'two', 'three'].map(
    (id) =>
      `  - { id: ${id}, vars: { question: "What of ${id}, asks bob@example.org?" }, checks: [{ not-regex: "zyzzyva.*" }, { judge: "Is kind.", min: 7 }] }`,
  );
  stage = await stageReview({
    base: {
      ...shopBase,
      'promptgate.yml': `version: 1\nmodels: [cheap]\njudge: strict\n${config}`,
      [casesPath]: `cases:\n${cases.join('\n')}\n`,
    },
    head: { [promptPath]: promptText('warmly') },
    models: {
      rules: [
        {
          when: /Is kind/,
          reply: ({ text }) =>
            JSON.stringify({ reason: `It says “${/zyzzyva\S*/u.exec(text)?.[0] ?? 'nothing'}”.`, score: 9 }),
        },
        {
          when: /What of/,
          reply: ({ text }) =>
            text.includes('warmly')
              ? `Ask our zyzzyva at ada@example.com or +44 20 7946 0958.${Array.from({ length: sentences }, (_, at) => ` And so on ${at}.`).join('')}`
              : 'We cannot say.',
        },
      ],
    },
  });
  const temp = stage.repository.directory;
  const run = await stage.review({ temp, workspace: folder, inputs: { 'report-junit': 'junit.xml' } });
  const read = (path: string | undefined) => readFileSync(path ?? '', 'utf8');
  return {
    run,
    comment: stage.github.comments(7)[0]?.body ?? '',
    page: JSON.stringify(await unpackPage(read(run.outputs['report-html']))),
    all: {
      comment: stage.github.comments(7)[0]?.body ?? '',
      summary: run.summary,
      log: run.stdout,
      html: read(run.outputs['report-html']),
      json: read(run.outputs['report-json']),
      junit: read(join(folder, 'junit.xml')),
    },
  };
}

describe('what the action publishes of replies', () => {
  it('is no word of them, nor of what quotes them, under `publish-replies: none`: verdict and figures are the same', async () => {
    const { run, comment, page, all } = await published('publish-replies: none\n');
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    for (const [surface, text] of Object.entries({ ...all, page }))
      expect(text, surface).not.toMatch(/zyzzyva at|ada@/u);
    expect(page).toContain('is not published');
    expect(comment).toContain('(reply 1 is not published)');
    expect(comment).toContain('3 cases broke');
    expect(comment).toContain('replies are not published');
    expect(JSON.parse(all.json)).toMatchObject({ published: { replies: 'none', masked: false } });
  });

  it('is each reply whole in the comment under `publish-replies: full`, where an excerpt is its decisive part', async () => {
    const said = (text: string) => text.match(/And so on \d+\./gu)?.length ?? 0;
    const whole = await published('publish-replies: full\n', 100);
    expect(said(/^> ❌ \*\*Now\*\* .*$/mu.exec(whole.comment)?.[0] ?? '')).toBe(100);
    await stage?.close();
    const excerpt = await published('', 100);
    expect(said(/^> ❌ \*\*Now\*\* .*$/mu.exec(excerpt.comment)?.[0] ?? '')).toBeLessThan(30);
    expect(excerpt.all.json).toContain('And so on 99.');
  });

  it('is all of it without personal data under `mask: true`, in each form', async () => {
    const { run, page, all } = await published('mask: true\n');
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    for (const [surface, text] of Object.entries({ ...all, page }))
      expect(text, surface).not.toMatch(/ada@|example\.com|bob@|7946/u);
    expect(page).toContain('Ask our zyzzyva at [e-mail] or [phone].');
    expect(all.json).toContain('asks [e-mail]?');
    expect(all.comment).toContain('personal data is masked');
  });
});
