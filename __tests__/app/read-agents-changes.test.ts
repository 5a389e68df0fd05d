import { describe, expect, it } from 'vitest';
import { readChanges } from '../../src/app/read-changes.ts';
import type { DetectionSettings } from '../../src/core/detect/find-candidates.ts';
import { showProblem } from '../../src/core/problem.ts';
import { formats } from '../../src/formats/prompts/index.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { type Files, twoRevisions } from '../support/two-revisions.ts';

const settings: DetectionSettings = {
  promptGlobs: ['**/prompts/**/*.md'],
  agentGlobs: ['**/AGENTS.md', '**/SKILL.md', '.cursor/rules/*.mdc', '**/*.agent.md'],
  casesPattern: '{dir}/{name}.cases.yml',
  defaultChecks: [{ value: { 'not-contains': 'As an AI' }, at: { file: 'promptgate.yml' } }],
  examChanges: 'ratchet',
  tags: [],
  roles: [],
  templates: [],
  assembled: [],
};

const skill = (name: string, description: string, body = 'Look the order up first.'): string =>
  `---\nname: ${name}\ndescription: ${description}\nlicense: MIT\n---\n\n${body}\n`;
const rules = '# Rules\n\nRun the tests with {{tool}} before you push.\n';
const shop: Files = {
  'AGENTS.md': rules,
  'skills/refunds/SKILL.md': skill('refunds', 'Gives money back.'),
  'skills/shipping/SKILL.md': skill('shipping', 'Tells where a parcel is.'),
};
const cases = `- { id: money, user: I want my money back, triggers: true }
- { id: parcel, user: Where is my parcel?, triggers: shipping }
- { id: steps, user: Refund order 7, checks: [{ contains: order }] }
`;

async function read(base: Files, head: Files, more: Partial<DetectionSettings> = {}) {
  const { host, pull, changed, asked } = twoRevisions(base, head);
  const given = { ...settings, ...more };
  const result = await readChanges({ host, pull, changed, settings: given, kinds: checkKinds, formats });
  const faults = [...result.problems, ...result.broken.flatMap(({ problems }) => problems)].map(showProblem);
  const kinds = result.changes.map(({ path, change }) => `${change} ${path}`);
  return { ...result, asked, faults, kinds };
}

describe('reading changed instructions of agents', () => {
  it('takes nothing for instructions that the config does not name, and asks for nothing then', async () => {
    const head = { ...shop, '.cursor/rules/style.mdc': 'Be brief.' };
    const { prompts, asked } = await read(shop, head, { agentGlobs: [] });
    expect(prompts).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('shows instructions without cases as changed, by a word of their own and with their diff', async () => {
    const head = { ...shop, 'AGENTS.md': rules.replace('before', 'after') };
    const { unreviewed, faults } = await read(shop, head);
    expect(faults).toEqual([]);
    expect(unreviewed).toMatchObject([
      { path: 'AGENTS.md', why: 'instructions', detail: 'cases would be in AGENTS.cases.yml' },
    ]);
    expect(unreviewed[0]?.diff).toContain('-Run the tests with {{tool}} before you push.');
    expect(unreviewed[0]?.diff).toContain('+Run the tests with {{tool}} after you push.');
  });

  it('sends instructions as they are written, as the system’s, with each case’s turn as the user’s', async () => {
    const guarded = {
      ...shop,
      'AGENTS.cases.yml': '- { id: push, vars: { question: May I? }, checks: [{ contains: test }] }',
    };
    const { changes, unreviewed } = await read(guarded, { ...guarded, 'AGENTS.md': '# Rules\n\n{% if x %}\n' });
    expect(unreviewed).toEqual([]);
    expect(changes).toMatchObject([
      {
        path: 'AGENTS.md',
        old: {
          turn: 'question',
          engine: 'none',
          messages: [{ role: 'system', content: '# Rules\n\nRun the tests with {{tool}} before you push.' }],
        },
        new: { messages: [{ role: 'system', content: '# Rules\n\n{% if x %}' }] },
        exam: { cases: [{ key: 'push', golden: { checks: [{ kind: 'not-contains' }, { kind: 'contains' }] } }] },
        notes: [],
      },
    ]);
  });

  it('parts the front matter of rules and agents off, though it is no YAML, and finds their cases', async () => {
    const rule = (body: string): string => `---\nglobs: *.ts\nalwaysApply: false\n---\n${body}\n`;
    const agent = (body: string): string => `---\nname: Reviewer\nmodel: sonnet\n---\n${body}\n`;
    const checked = '- { id: a, user: hi, checks: [{ contains: x }] }';
    const base = {
      '.cursor/rules/style.mdc': rule('Be brief.'),
      '.cursor/rules/style.cases.yml': checked,
      '.github/agents/review.agent.md': agent('Look twice.'),
      '.github/agents/review.agent.cases.yml': checked,
    };
    const head = {
      ...base,
      '.cursor/rules/style.mdc': rule('Be long.'),
      '.github/agents/review.agent.md': agent('Look once.'),
    };
    const { changes, unreviewed, faults } = await read(base, head);
    expect(faults).toEqual([]);
    expect(unreviewed).toEqual([]);
    expect(changes.map((one) => [one.path, one.new?.messages[0]?.content, one.new?.model])).toEqual([
      ['.cursor/rules/style.mdc', 'Be long.', undefined],
      ['.github/agents/review.agent.md', 'Look once.', undefined],
    ]);
  });

  it('parts a skill into what it says and what it is picked by, each with its own cases', async () => {
    const guarded = { ...shop, 'skills/refunds/SKILL.cases.yml': cases };
    const described = { ...guarded, 'skills/refunds/SKILL.md': skill('refunds', 'Knows accounting.') };
    const { changes, kinds, faults } = await read(guarded, described);
    expect(faults).toEqual([]);
    expect(kinds).toEqual(['modified skills/refunds/SKILL.md#description']);
    expect(changes[0]?.exam.cases.map(({ key }) => key)).toEqual(['money', 'parcel']);
    expect(changes[0]?.exam.cases[0]?.golden.checks.map(({ name }) => name)).toEqual(['triggers: true']);
    expect(changes[0]?.old?.messages[0]?.content).toContain('- refunds: Gives money back.\n- shipping: Tells where');
    expect(changes[0]?.new).toMatchObject({
      skill: 'refunds',
      params: {
        tools: [
          { function: { name: 'Skill', parameters: { properties: { skill: { enum: ['refunds', 'shipping'] } } } } },
        ],
      },
    });
    expect(changes[0]?.diff).toContain('+description: Knows accounting.');
    const said = await read(guarded, {
      ...guarded,
      'skills/refunds/SKILL.md': skill('refunds', 'Gives money back.', 'Guess.'),
    });
    expect(said.kinds).toEqual(['modified skills/refunds/SKILL.md#instructions']);
    expect(said.changes[0]?.exam.cases.map(({ key }) => key)).toEqual(['steps']);
  });

  it('says of which part of a skill nothing asks', async () => {
    const head = { ...shop, 'skills/refunds/SKILL.md': skill('refunds', 'Knows accounting.', 'Guess.') };
    const { unreviewed } = await read(shop, head);
    expect(unreviewed.map(({ path, why, detail }) => [path, why, detail])).toEqual([
      [
        'skills/refunds/SKILL.md#description',
        'instructions',
        'cases with `triggers` would be in skills/refunds/SKILL.cases.yml',
      ],
      ['skills/refunds/SKILL.md#instructions', 'instructions', 'cases would be in skills/refunds/SKILL.cases.yml'],
    ]);
  });

  it('asks a flipped or dropped trigger as base had it', async () => {
    const guarded = { ...shop, 'skills/refunds/SKILL.cases.yml': cases };
    for (const to of ['triggers: false', 'checks: [{ max-words: 900 }]']) {
      const head = { ...guarded, 'skills/refunds/SKILL.cases.yml': cases.replace('triggers: true', to) };
      const { changes } = await read(guarded, head);
      const asked = changes.find(({ path }) => path.endsWith('#description'))?.exam.cases;
      expect(asked?.filter(({ golden }) => golden.checks[0]?.argument === true).map(({ version }) => version)).toEqual([
        'base',
      ]);
    }
  });

  it('asks another skill again where its cases name the one that changed, and no third one', async () => {
    const asked = (trigger: string): string =>
      `- { id: a, user: hi, triggers: ${trigger} }\n- { id: b, user: ho, triggers: true }\n`;
    const base = {
      ...shop,
      'skills/jokes/SKILL.md': skill('jokes', 'Tells jokes.'),
      'skills/refunds/SKILL.cases.yml': cases,
      'skills/shipping/SKILL.cases.yml': asked('refunds'),
      'skills/jokes/SKILL.cases.yml': asked('false'),
    };
    const edited = await read(base, { ...base, 'skills/refunds/SKILL.md': skill('refunds', 'Knows accounting.') });
    expect(edited.kinds).toEqual([
      'modified skills/refunds/SKILL.md#description',
      'dependency skills/shipping/SKILL.md#description',
    ]);
    expect(edited.changes[1]?.notes).toEqual([
      'It is asked since `refunds` changed, which its cases name as picked instead.',
    ]);
    const said = await read(base, {
      ...base,
      'skills/refunds/SKILL.md': skill('refunds', 'Gives money back.', 'Guess.'),
    });
    expect(said.kinds).toEqual(['modified skills/refunds/SKILL.md#instructions']);
  });

  it('names the line of front matter that is no YAML, and leaves such a skill out of the others’ catalogue', async () => {
    const broken = { ...shop, 'skills/shipping/SKILL.md': skill('shipping', 'Use when: a parcel is lost') };
    const { faults } = await read(shop, broken);
    expect(faults[0]).toMatch(/^skills\/shipping\/SKILL\.md:3:\d+: Not readable as YAML/u);
    const guarded = { ...broken, 'skills/refunds/SKILL.cases.yml': cases };
    const { changes } = await read(guarded, {
      ...guarded,
      'skills/refunds/SKILL.md': skill('refunds', 'Knows accounting.'),
    });
    expect(changes[0]?.new?.messages[0]?.content).not.toContain('- shipping');
    expect(changes[0]?.notes).toEqual([expect.stringContaining('`skills/shipping/SKILL.md` is not among the skills')]);
  });

  it('offers no skill that its file keeps from the model, and one without a description by its name alone', async () => {
    const guarded = { ...shop, 'skills/refunds/SKILL.cases.yml': cases };
    const hidden = skill('refunds', 'Gives money back.').replace('license: MIT', 'disable-model-invocation: true');
    const { changes } = await read(guarded, { ...guarded, 'skills/refunds/SKILL.md': hidden });
    expect(changes.map(({ path }) => path)).toContain('skills/refunds/SKILL.md#description');
    expect(changes[0]?.new?.messages[0]?.content).not.toContain('- refunds');
    const bare = await read(guarded, { ...guarded, 'skills/refunds/SKILL.md': 'Look the order up first.\n' });
    expect(bare.changes[0]?.new?.messages[0]?.content).toContain('- refunds: \n- shipping');
  });

  it('asks no pick among skills of which two have one name and other words, or that are more than are offered', async () => {
    const guarded = { ...shop, 'skills/refunds/SKILL.cases.yml': cases };
    const edit = { ...guarded, 'skills/refunds/SKILL.md': skill('refunds', 'Knows accounting.') };
    // One that the pull request brings may take the place of another in silence.
    const taken = await read(guarded, { ...edit, 'a/SKILL.md': skill('shipping', 'Nothing.') });
    expect(taken.faults).toEqual([
      'skills/shipping/SKILL.md:1: The skills `a/SKILL.md` and `skills/shipping/SKILL.md` have one name, `shipping`, and different descriptions: which of them is picked by it is not known. Give each a name of its own, or exclude one under `agents` with `!`.',
    ]);
    const asksShipping = { ...guarded, 'skills/shipping/SKILL.cases.yml': '- { id: a, user: hi, triggers: refunds }' };
    const own = await read(asksShipping, { ...asksShipping, 'a/SKILL.md': skill('refunds', 'Nothing.') });
    expect(own.broken.map(({ path }) => path)).toContain('skills/shipping/SKILL.md#description');
    const copy = await read(guarded, { ...edit, 'a/SKILL.md': skill('shipping', 'Tells where a parcel is.') });
    expect([copy.faults, copy.changes[0]?.new?.params]).toMatchObject([
      [],
      { tools: [{ function: { parameters: { properties: { skill: { enum: ['refunds', 'shipping'] } } } } }] },
    ]);
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, at) => [`a/${at}/SKILL.md`, skill(`s${at}`, 'None.')]),
    );
    const cut = await read({ ...guarded, ...many }, { ...edit, ...many });
    expect(cut.faults[0]).toContain('skills/refunds/SKILL.md: `agents` names 503 skills, and 500 are offered at most');
    const mended = await read({ ...guarded, 'a/SKILL.md': skill('shipping', 'Nothing.') }, edit);
    expect([mended.faults, mended.changes[0]?.old !== undefined]).toEqual([[], true]);
  });

  it('says that a trigger beside anything but a skill asks nothing', async () => {
    const base = { ...shop, 'AGENTS.cases.yml': '- { id: a, user: hi, triggers: true }' };
    const { faults } = await read(base, { ...base, 'AGENTS.md': 'x' });
    expect(faults).toEqual([
      expect.stringMatching(/^AGENTS\.cases\.yml:1:\d+: `triggers` asks whether a skill is picked/u),
    ]);
  });
});
