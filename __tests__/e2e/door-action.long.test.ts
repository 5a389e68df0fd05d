import { afterEach, describe, expect, it } from 'vitest';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

let stage: ReviewStage | undefined;
afterEach(async () => {
  expect(stage?.github.violations ?? []).toEqual([]);
  await stage?.close();
  stage = undefined;
});

const config = { 'promptgate.yml': 'models: [a]\n' };

/** A pull request through the bundled action; a model keeps its manners where it is told to. */
async function pullRequest(base: Files, head: Files) {
  const rules = [{ when: 'Good manners', reply: () => 'yes' }, { reply: () => 'no' }];
  stage = await stageReview({ base: { ...config, ...base }, head, models: { rules } });
  const run = await stage.review();
  const sent = stage.models
    .requests()
    .flatMap((call) => (call.kind === 'chat' ? [call.messages.map(({ role, content }) => `${role}: ${content}`)] : []));
  const asked = [...new Map(sent.map((one) => [one.join('\n'), one])).values()].toSorted((a, b) =>
    a.join('\n') < b.join('\n') ? -1 : 1,
  );
  const [comment] = stage.github.comments(7);
  return { run, asked, comment: comment?.body ?? '', models: stage.models };
}

const cases = (line: string): string =>
  `cases:\n${['One', 'Two', 'Three'].map((value) => `  - { ${line.replace('VALUE', value)}, checks: [contains: yes] }`).join('\n')}\n`;

describe('the action on a Jinja prompt', () => {
  const files = {
    'prompts/desk/help.md.j2':
      "{% include 'parts/rules.j2' %}\n{% for one in asked %}- {{ one | upper }}\n{% endfor %}",
    'prompts/parts/rules.j2': 'Good manners{% if shop %} at {{ shop }}{% endif %}.\n',
    'prompts/desk/help.cases.yml': cases('vars: { shop: Acme, asked: [VALUE, again] }'),
  };

  it('asks it as Python renders it, with the template that it takes in at each side’s commit', async () => {
    const { run, asked, comment } = await pullRequest(files, {
      'prompts/parts/rules.j2': 'Bad manners{% if shop %} at {{ shop }}{% endif %}.\n',
    });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(JSON.parse(run.outputs['changed-prompts'] ?? '[]')).toEqual(['prompts/desk/help.md.j2']);
    expect(asked).toContainEqual(['user: Good manners at Acme.\n- ONE\n- AGAIN\n']);
    expect(asked).toContainEqual(['user: Bad manners at Acme.\n- ONE\n- AGAIN\n']);
    expect(comment).toContain('prompts/parts/rules.j2');
  });

  it('is invalid with the line of the template where that cannot be rendered, before any call', async () => {
    const { run, models } = await pullRequest(files, {
      'prompts/parts/rules.j2': 'Good manners.\n{{ shop.address.street }}\n',
    });
    expect([run.exitCode, run.outputs['verdict'], models.stats().arrived]).toEqual([1, 'invalid', 0]);
    expect(run.stdout).toMatch(/^::error .*file=prompts\/parts\/rules\.j2,line=2/mu);
  });
});

describe('the action on a map of texts', () => {
  it('reviews the keys that changed, each by its own cases', async () => {
    const map = (greet: string, bye: string): string =>
      `version: 3\ngreet:\n  system: ${greet} manners for all.\n  user: "To {{name}}"\nbye: ${bye} manners for {{name}}\n`;
    const { run, asked, comment } = await pullRequest(
      {
        'prompts.yaml': map('Good', 'Good'),
        'prompts.greet.cases.yml': cases('vars: { name: VALUE }'),
        'prompts.cases.yml': cases('prompt: bye, vars: { name: VALUE }'),
      },
      { 'prompts.yaml': map('Good', 'Bad') },
    );
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(JSON.parse(run.outputs['changed-prompts'] ?? '[]')).toEqual(['prompts.yaml#bye']);
    expect(asked).toContainEqual(['user: Bad manners for One']);
    expect(asked.every((messages) => messages.length === 1)).toBe(true);
    expect(comment).toContain('prompts.yaml#bye');
  });
});

describe('the action on a promptfoo config of an unusual name', () => {
  it('finds it by its content, and reviews the inline prompt and the file that it names', async () => {
    const suite = (inline: string): string =>
      `prompts:\n  - { label: inline, raw: "${inline} manners. {{q}}" }\n  - file://texts/ask.txt\nproviders: [openai:a]\n` +
      'tests:\n  - { vars: { q: One }, assert: [{ type: contains, value: yes }] }\n  - { vars: { q: Two }, assert: [{ type: contains, value: yes }] }\n';
    const { run, asked } = await pullRequest(
      { 'quality/evals/01_tone.yaml': suite('Good'), 'quality/evals/texts/ask.txt': 'Good manners: {{ q | upper }}\n' },
      { 'quality/evals/01_tone.yaml': suite('Bad'), 'quality/evals/texts/ask.txt': 'Good manners! {{ q | upper }}\n' },
    );
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(JSON.parse(run.outputs['changed-prompts'] ?? '[]')).toEqual([
      'quality/evals/01_tone.yaml#inline',
      'quality/evals/texts/ask.txt',
    ]);
    expect(asked).toContainEqual(['user: Bad manners. One']);
    expect(asked).toContainEqual(['user: Good manners! TWO']);
  });
});

describe('`cases check`', () => {
  const check = async (files: Files) => {
    const shop = new LocalShop({ ...config, ...files });
    try {
      const done = await runCli(shop.folder, ['cases', 'check', '--json']);
      const report = JSON.parse(done.stdout);
      const found = report.prompts.flatMap((prompt: { readonly path: string; readonly findings: readonly Told[] }) =>
        prompt.findings.map(({ severity, what, at }) => `${severity} ${at?.file}:${at?.line}: ${what}`),
      );
      return { status: done.status, report, found };
    } finally {
      shop.remove();
    }
  };
  type Told = {
    readonly severity: string;
    readonly what: string;
    readonly at?: { readonly file: string; readonly line: number };
  };

  it('knows the variables of a Jinja prompt, those of what it takes in too', async () => {
    const { found } = await check({
      'prompts/help.j2': "{% include 'rules.j2' %}{% if tone %}{{ tone }}{% endif %}{{ question }}",
      'prompts/rules.j2': 'For {{ company }}.',
      'prompts/help.cases.yml':
        'cases:\n  - { vars: { question: A, company: Acme }, checks: [contains: yes] }\n  - { vars: { question: B, compny: Acme }, checks: [contains: yes] }\n',
    });
    expect(found).toEqual([
      expect.stringMatching(/^weak prompts\/help\.cases\.yml:3: .* gives no value to `\{\{ company \}\}`/u),
    ]);
  });

  it('tells of each key of a map by its own cases', async () => {
    const { found, report } = await check({
      'prompts.toml': 'greet = "Good manners for {name} always"\nbye = "Say good bye to {name}"\n',
      'prompts.greet.cases.yml': 'cases: [{ vars: { name: Ann }, checks: [contains: yes] }]\n',
      'prompts.cases.yml': 'cases: [{ prompt: bye, vars: { nam: Ann }, checks: [contains: yes] }]\n',
    });
    expect(
      report.prompts.map(({ path, cases: count }: { readonly path: string; readonly cases: number }) => [path, count]),
    ).toEqual([
      ['prompts.toml#greet', 1],
      ['prompts.toml#bye', 1],
    ]);
    expect(found).toEqual([
      expect.stringContaining('sets `nam`, and the prompt fills in none of it.'),
      expect.stringMatching(/^weak prompts\.cases\.yml:1: .*gives no value to `\{name\}`/u),
    ]);
  });
});
