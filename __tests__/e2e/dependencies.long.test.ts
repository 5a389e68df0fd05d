import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';
import { textsOfPage } from '../support/unpack-page.ts';

const cases = 'cases: [{ id: days, vars: { question: How long? }, checks: [contains: "30 days"] }]\n';
/** Two prompts that share a policy, one through another file, a third that shares nothing, and one whose check has a schema. */
const base = {
  'promptgate.yml': 'version: 1\nmodels: [gpt-5.6-luna]\n',
  'support/prompts/chat.md': 'Answer {{ question }}\n{% include "shared/policy.md" %}\n',
  'support/prompts/chat.cases.yml': cases,
  'support/prompts/mail.j2': 'Write a mail about {{ question }}\n{% include "prompts/parts/rules.j2" %}\n',
  'support/prompts/mail.cases.yml': cases,
  'support/prompts/parts/rules.j2': 'Rules:\n{% include "shared/policy.md" %}\n',
  'support/prompts/alone.md': 'Say {{ question }} again.\n',
  'support/prompts/alone.cases.yml': cases,
  'support/prompts/json.md': 'Reply to {{ question }} in JSON.\n',
  'support/prompts/json.cases.yml':
    'cases: [{ vars: { question: a }, checks: [json-schema: ../../schemas/reply.json] }]\n',
  'schemas/reply.json': '{ "type": "object" }\n',
  'support/shared/policy.md': 'Goods go back within 30 days.\n',
};
const policyPath = 'support/shared/policy.md';
const loose = { [policyPath]: 'Goods go back within a month.\n' };

/** The model reads the policy out. */
const rules = [
  { when: /JSON/u, reply: () => '{}' },
  { when: /within 30 days/u, reply: () => 'Within 30 days.' },
  { when: /./u, reply: () => 'Within a month.' },
];

describe('a change of a file behind prompts, which are not in the diff', () => {
  let models: ModelService;
  beforeAll(async () => {
    models = await startModelService({ seed: 'behind', rules });
  });
  afterAll(() => models.close());

  async function review(edit: Readonly<Record<string, string>>) {
    const shop = new LocalShop(base);
    try {
      shop.write(edit);
      const files = ['--html', 'report.html', '--comment', 'comment.md', '--store', 'replies.sqlite'];
      const done = await runCli(shop.folder, ['review', '--base-url', models.url, '--json', ...files]);
      const more = ['--base-url', models.url, '--store', 'replies.sqlite'];
      const terminal = await runCli(shop.folder, ['review', ...more]);
      const read = (name: string) => readFileSync(`${shop.folder}/${name}`, 'utf8');
      const report = reportSchema.parse(JSON.parse(done.stdout));
      const page = textsOfPage(read('report.html'));
      return { status: done.status, report, comment: read('comment.md'), page, terminal: terminal.stdout };
    } finally {
      shop.remove();
    }
  }

  it('has each prompt that uses it reviewed, each side with the text of its commit, and every surface says through what', async () => {
    const { status, report, comment, page, terminal } = await review(loose);
    expect([status, report.verdict]).toEqual([1, 'regressed']);
    expect(report.prompts.map(({ path, change, verdict }) => [path, change, verdict])).toEqual([
      ['support/prompts/chat.md', 'dependency', 'regressed'],
      ['support/prompts/mail.j2', 'dependency', 'regressed'],
    ]);
    expect(report.prompts.map(({ through }) => through?.map(({ path }) => path))).toEqual([[policyPath], [policyPath]]);
    const through = 'support/prompts/chat.md and support/prompts/mail.j2';
    expect(comment.replaceAll('`', '')).toContain(`- Changed through ${policyPath}: ${through}.`);
    expect(comment.match(/\+Goods go back within a month/gu)).toHaveLength(1);
    expect(page.replaceAll(/<\/?code>/gu, '')).toContain(`Changed through ${policyPath}: ${through}.`);
    expect(terminal.replaceAll(/\s+/gu, ' ')).toContain(`Changed through ${policyPath}: ${through}.`);
    expect(terminal).toContain('[-30 days-]{+a month+}');
  });

  it('has the prompt reviewed whose check takes its schema from it, and says so', async () => {
    const { report } = await review({ 'schemas/reply.json': '{ "type": "object", "required": ["days"] }\n' });
    expect(report.prompts.map(({ path, change, through }) => [path, change, through?.[0]?.path])).toEqual([
      ['support/prompts/json.md', 'dependency', 'schemas/reply.json'],
    ]);
  });

  it('is invalid in the rows of both where they take themselves in, by file and line', async () => {
    const { status, report } = await review({ [policyPath]: 'Days.\n{% include "shared/policy.md" %}\n' });
    expect([status, report.verdict]).toEqual([2, 'invalid']);
    const problems = report.prompts.flatMap((prompt) => prompt.problems ?? []);
    expect(problems.map(({ at }) => at?.file)).toEqual([policyPath, policyPath]);
    expect(problems[0]?.what).toContain('takes itself in');
    expect(problems[0]?.at?.line).toBe(2);
  });
});

describe('the same through the API of GitHub', () => {
  let stage: ReviewStage;
  beforeAll(async () => {
    stage = await stageReview({ base, head: loose, models: { rules } });
  });
  afterAll(() => stage.close());

  it('is reviewed alike, in one comment that says through what, in few requests', async () => {
    const run = await stage.review();
    expect(stage.github.violations).toEqual([]);
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(JSON.parse(run.outputs['changed-prompts'] ?? '[]')).toEqual([
      'support/prompts/chat.md',
      'support/prompts/mail.j2',
    ]);
    const [comment, ...others] = stage.github.comments(7);
    expect(others).toEqual([]);
    expect(comment?.body).toContain(`Changed through \`${policyPath}\``);
    // Reading it takes seven: two more than a prompt in the diff, for the names in texts and for the texts that they name.
    const reading = stage.github.requests.findIndex(({ path }) => path.includes('/issues/7/comments'));
    expect(reading).toBeLessThanOrEqual(7);
  });
});
