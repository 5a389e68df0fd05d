import { describe, expect, it } from 'vitest';
import { readChanges } from '../../../src/app/read-changes.ts';
import type { DetectionSettings } from '../../../src/core/detect/find-candidates.ts';
import { showProblem } from '../../../src/core/problem.ts';
import { formats } from '../../../src/formats/prompts/index.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { letterFormat } from '../../support/letter-format.ts';
import { type Files, twoRevisions } from '../../support/two-revisions.ts';

async function read(
  base: Files,
  edit: Files,
  gone: readonly string[] = [],
  assembled: DetectionSettings['assembled'] = [],
) {
  const head = Object.fromEntries(Object.entries({ ...base, ...edit }).filter(([path]) => !gone.includes(path)));
  const { host, pull, changed, asked } = twoRevisions(base, head);
  const result = await readChanges({
    host,
    pull,
    changed,
    settings: {
      promptGlobs: ['**/*.letter', '**/prompts/**/*.{md,j2}'],
      casesPattern: '{dir}/{name}.cases.yml',
      defaultChecks: [],
      examChanges: 'ratchet',
      tags: [],
      roles: [],
      templates: [],
      assembled,
    },
    kinds: checkKinds,
    formats: [letterFormat, ...formats],
  });
  return {
    kinds: result.changes.map(({ path, change }) => `${change} ${path}`),
    said: result.changes.map(({ old, new: next }) => [old, next].map((side) => side?.messages[0]?.content)),
    through: result.changes.map(({ through }) => through),
    models: result.changes.map(({ old, new: next }) => [old?.model, next?.model]),
    faults: result.broken.flatMap(({ problems }) => problems.map(showProblem)),
    asked,
  };
}

const cases = '- { id: a, vars: { q: x }, checks: [{ contains: x }] }';
const shop: Files = {
  'mail/shop/first.letter': 'Answer {{q}}.\n>> policy\n',
  'mail/shop/first.cases.yml': cases,
  'mail/shop/second.letter': 'Be short about {{q}}.\n>> tone\n',
  'mail/shop/second.cases.yml': cases,
  'mail/shop/third.letter': 'Nothing else about {{q}}.\n',
  'mail/shop/third.cases.yml': cases,
  'mail/_policy.hbs': '30 days.\n>> small-print\n',
  'mail/shop/_tone.hbs': 'Be kind.\n',
  'mail/_small-print.hbs': 'No refund of sale goods.\n',
};

describe('a format that takes in other files', () => {
  it('has every prompt reviewed that uses a changed one, itself or through others, each side with the text of its own commit', async () => {
    const { kinds, said } = await read(shop, { 'mail/_small-print.hbs': 'Sale goods too.\n' });
    expect(kinds).toEqual(['dependency mail/shop/first.letter']);
    expect(said).toEqual([
      ['Answer {{q}}.\n30 days.\nNo refund of sale goods.', 'Answer {{q}}.\n30 days.\nSale goods too.'],
    ]);
  });

  it('takes the nearest of its places, also where that one is new', async () => {
    const { kinds, said } = await read(shop, { 'mail/shop/_policy.hbs': '60 days.\n' });
    expect(kinds).toEqual(['dependency mail/shop/first.letter']);
    expect(said[0]?.[1]).toBe('Answer {{q}}.\n60 days.');
  });

  it('reads a file beside it that need not be there, come, changed or gone', async () => {
    const came = await read(shop, { 'mail/shop/third.json': 'gpt-5.6-luna\n' });
    expect([came.kinds, came.models]).toEqual([['dependency mail/shop/third.letter'], [[undefined, 'gpt-5.6-luna']]]);
    const gone = await read({ ...shop, 'mail/shop/third.json': 'gpt-5.6-luna\n' }, {}, ['mail/shop/third.json']);
    expect([gone.kinds, gone.models]).toEqual([['dependency mail/shop/third.letter'], [['gpt-5.6-luna', undefined]]]);
  });

  it('asks for none of the prompts where what changed cannot be used by them', async () => {
    const { asked } = await read(shop, { 'docs/guide.md': 'More.' });
    expect(asked).toEqual(['tree head', 'tree base']);
  });

  it.each([
    [
      'is gone',
      {},
      ['mail/_small-print.hbs'],
      'mail/_policy.hbs:2: `small-print` is not there: nothing lies at `mail/_small-print.hbs`, or where else it may lie. Add the file, or mend the name.',
    ],
    [
      'takes itself in',
      { 'mail/_small-print.hbs': 'Line.\n\n>> policy\n' },
      [],
      'mail/_small-print.hbs:3: `mail/_policy.hbs` takes itself in, through `mail/_small-print.hbs`. Take one of these names out.',
    ],
    [
      'leads out of the repository',
      { 'mail/_small-print.hbs': '>> /../../../../etc/passwd\n' },
      [],
      'mail/_small-print.hbs:1: `/../../../../etc/passwd` cannot be read: the path leaves the repository. Name a file of this repository.',
    ],
    [
      'is a link',
      { 'mail/_small-print.hbs': { mode: 'symlink' } },
      [],
      'mail/_policy.hbs:2: `small-print` cannot be read from `mail/_small-print.hbs`: symbolic links are not followed. Name a file of this repository.',
    ],
    [
      'is too long',
      { 'mail/_small-print.hbs': 'x'.repeat(1_000_001) },
      [],
      'mail/shop/first.letter: The prompt uses files of more than 1000000 characters. Write it in fewer and shorter files.',
    ],
    [
      'takes in too many',
      {
        'mail/_small-print.hbs': Array.from({ length: 120 }, (_, at) => `>> n${at}`).join('\n'),
        ...Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`mail/_n${at}.hbs`, 'x'])),
      },
      [],
      'mail/shop/first.letter: The prompt uses more than 100 files. Write it in fewer and shorter files.',
    ],
  ] as const)('is invalid, by file and line, where one %s', async (_, edit, gone, fault) => {
    const { faults, kinds } = await read(shop, edit, gone);
    expect([kinds, faults]).toEqual([[], [fault]]);
  });
});

describe('what a prompt changed through', () => {
  it('is told with its own diff, also where the prompt itself changed, and cut where that is long', async () => {
    const edit = {
      'mail/shop/first.letter': 'Answer {{q}} well.\n>> policy\n',
      'mail/_policy.hbs': `60 days.\n>> small-print\n${'One more line of it.\n'.repeat(1_500)}`,
    };
    const { kinds, through } = await read(shop, edit);
    expect(kinds).toEqual(['modified mail/shop/first.letter']);
    const [told] = through[0] ?? [];
    expect(told?.path).toBe('mail/_policy.hbs');
    expect(told?.diff).toContain('-30 days.\n');
    expect(told?.diff).toMatch(/\+One more line of it\.\n\\ The rest is left out\.\n$/u);
    expect(told?.diff?.length).toBeLessThan(20_100);
  });

  it('is each changed file of a prompt that goes by a name of the config, whose own diff shows it', async () => {
    const files: Files = { 'src/system.md': 'Be kind.', 'src/user.md': 'Ask {{q}}', 'src/user.cases.yml': cases };
    const assembled: DetectionSettings['assembled'] = ['chat', 'mail'].map((name) => ({
      name,
      messages: [
        { role: 'system', file: 'src/system.md' },
        { role: 'user', file: 'src/user.md' },
      ],
    }));
    const { kinds, through } = await read(files, { 'src/system.md': 'Be strict.' }, [], assembled);
    expect(kinds).toEqual(['modified src/chat', 'modified src/mail']);
    expect(through).toEqual([[{ path: 'src/system.md' }], [{ path: 'src/system.md' }]]);
  });
});

describe('a text that includes others', () => {
  const files: Files = {
    'app/prompts/help.md': "Help with {{ q }}.\n{% include 'rules.md' %}\n",
    'app/prompts/help.cases.yml': cases,
    'app/prompts/rules.md': "Rules:\n{% include 'shared/policy.md' %}\n",
    'app/shared/policy.md': 'Be kind.\n',
    'app/docs/policy.md': 'For people.\n',
  };

  it('is reviewed where one of them changed that lies elsewhere, whatever the endings', async () => {
    const { kinds } = await read(files, { 'app/shared/policy.md': 'Be strict.\n' });
    expect(kinds).toContain('dependency app/prompts/help.md');
  });

  it('is not where only a file of the same name changed', async () => {
    const { kinds } = await read(files, { 'app/docs/policy.md': 'For all people.\n' });
    expect(kinds).toEqual([]);
  });
});
