import { describe, expect, it } from 'vitest';
import { matchPrompts } from '../../../src/core/detect/prompt-globs.ts';
import {
  folderOfConfig,
  foldersAbove,
  foldersWithConfigs,
  fromRoot,
  nearestFolder,
} from '../../../src/core/settings/config-folder.ts';
import { configPaths } from '../../../src/core/settings/config-paths.ts';
import { type Config, parseConfig } from '../../../src/core/settings/parse-config.ts';

function configOf(text: string): Config {
  const parsed = parseConfig(text, 'services/billing/promptgate.yml');
  if (parsed.kind === 'broken') throw new Error(parsed.problems[0].what);
  return parsed.config;
}

describe('the configs of folders', () => {
  it('are files of that name in any folder but those of the root', () => {
    const paths = [
      'promptgate.yml',
      '.github/promptgate.yml',
      'a/promptgate.yml',
      'a/b/promptgate.yml',
      'a/xpromptgate.yml',
    ];
    expect(foldersWithConfigs(paths)).toEqual(['a', 'a/b']);
    for (const path of ['.github/workflows/promptgate.yml', 'a/.github/promptgate.yml', '.x/promptgate.yml'])
      expect([folderOfConfig(path), foldersAbove([path]).filter((folder) => folder !== 'a')]).toEqual([undefined, []]);
  });

  it('hold for what lies below, the nearest first', () => {
    const folders = ['a', 'a/b'];
    expect(['a/b/x.txt', 'a/bc/x.txt', 'ab/x.txt', 'a/b'].map((path) => nearestFolder(path, folders))).toEqual([
      'a/b',
      'a',
      '',
      'a',
    ]);
    expect(foldersAbove(['a/b/x.txt', 'a/y.txt', 'z.txt'])).toEqual(['a/b', 'a']);
  });

  it('are not looked for where a config is chosen by name', () => {
    expect(configPaths({ config: 'promptgate.yml' })).toHaveLength(2);
    expect(configPaths({ config: './promptgate.yml' })).toEqual(['promptgate.yml']);
    expect(configPaths({ config: 'eval/gate.yml' })).toEqual(['eval/gate.yml']);
  });
});

describe('the paths of a folder’s config', () => {
  const has = (path: string): boolean => ['services/billing/eval/policy.py', 'services/billing/lib'].includes(path);
  const config = fromRoot(
    configOf(`
prompts: ["texts/*.txt", "!texts/draft.txt", { name: invoice, messages: [{ role: system, file: ./s.txt }, { role: user, files: [a.txt, b.txt] }] }]
agents: [AGENTS.md]
withhold: [AGENTS.md]
roles: [{ paths: ["texts/**"], role: system }]
templates: [{ paths: ["texts/**"], engine: jinja }]
watch: [src/*.py, { paths: [lib/**], for: ["snap/*.rendered.jsonl"] }]
cases: cases/{name}.cases.yml
overrides: [{ paths: ["texts/**", "!texts/x.txt"], gate: {} }]
scorers: { policy: { command: [python, --lib=lib, eval/policy.py, other.py] } }
providers: { app: { command: [python, ./eval/policy.py] } }
`),
    'services/billing',
    has,
  );
  const at = (path: string): string => `services/billing/${path}`;

  it('are relative to it', () => {
    expect(config.prompts.slice(0, 2)).toEqual([at('texts/*.txt'), `!${at('texts/draft.txt')}`]);
    expect(config.prompts[2]).toMatchObject({
      name: at('invoice'),
      messages: [{ file: at('s.txt') }, { files: [at('a.txt'), at('b.txt')] }],
    });
    expect([config.agents, config.withhold]).toEqual([[at('AGENTS.md')], [at('AGENTS.md')]]);
    expect([config.roles[0]?.paths, config.templates[0]?.paths]).toEqual([[at('texts/**')], [at('texts/**')]]);
    expect(config.watch).toEqual([at('src/*.py'), { paths: [at('lib/**')], for: [at('snap/*.rendered.jsonl')] }]);
    expect(config.cases).toBe(at('cases/{name}.cases.yml'));
    expect(config.overrides[0]?.paths).toEqual([at('texts/**'), `!${at('texts/x.txt')}`]);
  });

  it('are words of commands too, where the folder has such a file', () => {
    expect(config.scorers['policy']).toMatchObject({
      command: ['python', `--lib=${at('lib')}`, at('eval/policy.py'), 'other.py'],
    });
    expect(config.providers['app']).toMatchObject({ command: ['python', at('eval/policy.py')] });
  });

  it('stay what they are by default', () => {
    const plain = configOf('models: [a]');
    expect(fromRoot(plain, 'services/billing', has)).toEqual(plain);
  });

  it('name their folder alone, whatever it is called', () => {
    const folder = 'a (old) [x]{y}!';
    const [glob = ''] = fromRoot(configOf('prompts: ["*.txt"]'), folder, has).prompts;
    const isPrompt = matchPrompts(typeof glob === 'string' ? [glob] : []);
    expect([isPrompt(`${folder}/p.txt`), isPrompt('a old x/p.txt')]).toEqual([true, false]);
  });
});
