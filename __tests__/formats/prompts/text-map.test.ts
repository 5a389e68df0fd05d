import { describe, expect, it } from 'vitest';
import { settlePrompts } from '../../../src/core/settle-prompts.ts';
import { textMap } from '../../../src/formats/prompts/text-map.ts';

function read(path: string, text: string): readonly string[] {
  if (!textMap.recognises(path, text)) return [];
  const file = textMap.read(path, text, new Map());
  const prompts = file.kind === 'prompts' ? file.prompts : file.kind === 'prompt' ? [file] : [];
  return prompts.map(({ prompt: { path: at, messages } }) => {
    return `${at}: ${messages.map(({ role, content }) => `${role} ${content}`).join(' | ')}`;
  });
}

describe('a map of texts', () => {
  it.each([
    ['YAML', 'p.yaml', 'version: 1\ngreet: Say a good day.\nbye: |\n  Say a good\n  bye.\n'],
    ['JSON', 'p.json', '{ "version": 1, "greet": "Say a good day.", "bye": "Say a good\\nbye." }'],
    ['TOML', 'p.toml', 'version = 1\nmade = 2026-11-28\ngreet = "Say a good day."\nbye = "Say a good\\nbye."\n'],
  ])('is a prompt a key in %s', (_, path, text) => {
    expect(read(path, text)).toEqual([`${path}#greet: user Say a good day.`, `${path}#bye: user Say a good\nbye.`]);
  });

  it('takes `summary` for a prompt where it holds one, and for a word about the others where it is a text', () => {
    const text = '[summary]\nprompt = "Sum it up in German."\n[notes]\nprompt = "Take notes of it."\n';
    expect(read('p.toml', text)).toEqual([
      'p.toml#summary: user Sum it up in German.',
      'p.toml#notes: user Take notes of it.',
    ]);
    expect(read('p.yml', 'summary: All of our prompts.\ngreet: Say a good day.\n')).toEqual([
      'p.yml#greet: user Say a good day.',
    ]);
  });

  it('has a text for each role, and groups of prompts', () => {
    const text = `agents:\n  support:\n    system: You are kind.\n    user: "{{q}}"\n    temperature: 0\n  sales: { prompt: Sell what you can. }\n`;
    expect(read('p.yml', text)).toEqual([
      'p.yml#agents.support: system You are kind. | user {{q}}',
      'p.yml#agents.sales: user Sell what you can.',
    ]);
  });

  it('puts a system’s text and its turn together by their keys, and one that could go with several with none', () => {
    const text = `review_system_prompt: You are strict.\nreview_user_template: "Look at {code} now."\nsystem_prompt: You are kind here.\nuser_prompt: "Help with {task} please."\nrule_format: "A rule: {rule} here."\n`;
    expect(read('p.yml', text)).toEqual([
      'p.yml#review_system_prompt: system You are strict. | user Look at {code} now.',
      'p.yml#system_prompt: system You are kind here. | user Help with {task} please.',
      'p.yml#rule_format: user A rule: {rule} here.',
    ]);
    const several =
      'system_prompt: You are kind here.\nuser_prompt: Help with it now.\nuser_template: Help with that now.\n';
    expect(read('p.yml', `${several}other: Say a good day.\n`)).toHaveLength(4);
  });

  it('has the prompts of groups in a list', () => {
    const groups = [
      { id: 'chat', name: 'Chat', order: 1, prompts: [{ id: 'greet', name: 'Greet', content: 'Say a good day.' }] },
      { id: 'keys', name: 'Keys', keywords: [{ id: 'a', content: 'a b c' }] },
    ];
    expect(read('p.json', JSON.stringify({ version: '1', categories: groups }))).toEqual([
      'p.json#categories.Chat.Greet: user Say a good day.',
    ]);
  });

  it('takes one other text beside the system’s for the user’s turn, and tells of texts that are nobody’s', () => {
    expect(read('p.toml', '[rank]\nsystem_message = "You rank."\nhuman_message = "Rank {all}."\n')).toEqual([
      'p.toml#rank: system You rank. | user Rank {all}.',
    ]);
    const text =
      'sum:\n  name: sum\n  system: You sum up.\n  prompt: "Sum up: {text}"\n  examples: One and two and three.\n';
    expect(read('p.yaml', text)).toEqual(['p.yaml#sum: system You sum up. | user Sum up: {text}']);
    const file = textMap.read('p.yaml', text, new Map());
    const [only] = file.kind === 'prompts' ? file.prompts : [];
    const line = { paths: ['p.yaml#sum.examples'], role: 'user' } as const;
    const settle = (roles: readonly (typeof line)[]) =>
      settlePrompts({ next: only?.prompt }, [], { roles, templates: [] });
    expect(settle([]).notes).toEqual([
      '`examples` is not sent: nothing says whose message it is. If your application sends it, write `roles: [{ paths: ["p.yaml#sum.examples"], role: user }]` in the config.',
    ]);
    expect(settle([line]).notes).toEqual([]);
    expect(settle([line]).next?.messages.at(-1)).toEqual({ role: 'user', content: 'One and two and three.' });
    expect(only?.text).toContain('One and two and three.');
  });

  it('has prompts in lists, by their names, and by number what the system is told', () => {
    expect(
      read('p.yaml', '- name: Key facts\n  text: Sum the listing up.\n- name: Pros\n  text: Name what is good.\n'),
    ).toEqual(['p.yaml#Key-facts: user Sum the listing up.', 'p.yaml#Pros: user Name what is good.']);
    expect(read('p.json', '{"all": [{"id": 1, "system_prompt": "You look things up."}], "v": 1}')).toEqual([
      'p.json#all.1: system You look things up.',
    ]);
  });

  it('takes no list of questions or messages for prompts', () => {
    expect(read('p.json', '[{"id": 1, "prompt": "Who wrote this text?", "category": "facts"}]')).toEqual([]);
    expect(read('p.yaml', '- role: system\n  name: ada\n  content: You are kind to all.\n')).toEqual([]);
  });

  it('is one prompt beside its model and other single words', () => {
    const text = 'model: gpt-5.6-luna\nversion: 3\nsystem_prompt: You sum up.\nuser_template: "Sum up: {text}"\n';
    expect(read('p.yaml', text)).toEqual(['p.yaml: system You sum up. | user Sum up: {text}']);
  });

  it('has the last text of a key that is written twice, and says so', () => {
    const text = 'greet: Say a good day.\nbye: Say a good bye.\ngreet: Say a better day.\n';
    expect(read('p.yaml', text)).toContain('p.yaml#greet: user Say a better day.');
    const file = textMap.read('p.yaml', text, new Map());
    const [first] = file.kind === 'prompts' ? file.prompts : [];
    expect(first?.prompt.notes).toMatchObject([{ text: expect.stringContaining('written twice'), at: { line: 3 } }]);
  });

  it('is one prompt where its keys are roles, or one text beside what is said of it', () => {
    expect(read('p.yml', 'name: support\nsystem: You are kind.\nuser: "{{q}}"\n')).toEqual([
      'p.yml: system You are kind. | user {{q}}',
    ]);
    expect(read('p.toml', 'description = "Sums a text up."\nprompt = "Sum this text up: {{q}}"\n')).toEqual([
      'p.toml: user Sum this text up: {{q}}',
    ]);
  });

  it.each([
    ['settings', 'a.yml', 'name: shop\nport: 80\nhosts: [a, b]\n'],
    ['a list', 'a.json', '["Say a good day.", "Say a good bye."]'],
    ['short values', 'a.yml', 'greet: Hello there\nlang: en\n'],
    ['what is not readable', 'a.toml', 'greet = '],
    ['another ending', 'a.txt', 'greet: Say a good day.'],
  ])('is not %s', (_, path, text) => {
    expect(read(path, text)).toEqual([]);
  });
});
