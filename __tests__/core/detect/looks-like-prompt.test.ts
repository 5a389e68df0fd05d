import { describe, expect, it } from 'vitest';
import {
  addressesModel,
  couldAddressModel,
  couldBePrompt,
  holdsPrompt,
  looksLikePrompt,
} from '../../../src/core/detect/looks-like-prompt.ts';

const spoken = 'You are a helpful assistant of {{shop}}.\n';

describe('whether a file looks like a prompt', () => {
  it.each([
    ['src/prompt/markdown/worker.md', spoken],
    ['src/llm_prompts/judge.txt', 'Rate the answer.\n'],
    ['app/personas/pirate.md', 'Ein Pirat, der Deutsch spricht.\n'],
    ['config/judge-prompt-v2.txt', 'Rate the answer.\n'],
    ['src/systemPrompt.md', spoken],
    ['lib/instructions.md', spoken],
    ['app/prompt/sys.hbs', '{{> header}}\n'],
    ['a/templates/issue_prompt.j2', 'Fix #{{ issue }}.\n'],
    ['chat/summary.prompt.txt', 'Sum up.\n'],
    ['lib/x.prompty', '---\n---\nsystem:\n'],
    ['src/prompt/chat.yaml', '- role: system\n  content: Help.\n'],
    ['src/prompt/texts.yaml', `template: |-\n  ${'Extract the facts of the text. '.repeat(5)}\n`],
    ['src/prompt/texts.json', `{"summarize_prompt": "${'Extract the facts of the text. '.repeat(5)}"}`],
  ])('%s does', (path, text) => {
    expect(couldBePrompt(path)).toBe(true);
    expect(looksLikePrompt(path, text)).toBe(true);
  });

  it.each([
    ['README.md', spoken],
    ['prompt/README.de.md', spoken],
    ['prompt/CHANGELOG.md', spoken],
    ['AGENTS.md', spoken],
    ['.claude/prompts/review.md', spoken],
    ['.cursor/rules/prompt.md', spoken],
    ['docs/prompts.md', spoken],
    ['docs/guide/prompt-engineering.md', spoken],
    ['website/blog/system-prompt.md', spoken],
    ['tests/prompt.txt', spoken],
    ['packages/a/__fixtures__/prompts/a.txt', spoken],
    ['node_modules/x/prompts/a.txt', spoken],
    ['locales/de/prompts.json', '{"prompt_title": "Frage"}'],
    ['src/prompt/index.ts', spoken],
    ['src/prompts.py', spoken],
    ['exercises/practice/bob/.docs/instructions.md', 'Your task is to determine what Bob will reply.\n'],
    ['public/robots.txt', 'User-agent: *\n'],
    ['src/promptly/notes.txt', spoken],
    ['src/prompt/config.yaml', 'version: v1\nllm: gpt-5.6-sol\n'],
    ['src/prompt/flags.yaml', 'prompt: short\nsystem: linux\n'],
    ['src/prompt/notes.md', '# Prompts\n\n## Usage\n\nSee [the list](./list.md).\n'],
    ['src/prompt/empty.md', '\n'],
    ['evals/a-prompt.cases.yml', '- role: user\n  content: x\n'],
    ['config/system.md', '# The system\n\nIt has two parts.\n'],
  ])('%s does not', (path, text) => {
    expect(looksLikePrompt(path, text)).toBe(false);
  });

  it.each([
    ['config/proompts/code.jinja2', 'You respond exclusively in code.\n'],
    ['texts/commit.j2', 'Given a git diff, you write a message.\n'],
    ['texts/desk.txt', '# Desk\n\nYou are the desk of a shop.\n'],
  ])('its first words tell where its place does not: %s', (path, text) => {
    expect(couldBePrompt(path)).toBe(false);
    expect(couldAddressModel(path) && addressesModel(text)).toBe(true);
  });

  it('words to a reader, and instructions of agents that work on the repository, are no prompt', () => {
    expect(addressesModel('Given a number, the function returns its root.\n')).toBe(false);
    expect(addressesModel('You can install it with npm.\n')).toBe(false);
    for (const path of ['plugin/agents/reviewer.md', 'skills/a/use.md', 'docs/guide.md', 'src/main.ts', 'README.md']) {
      expect(couldAddressModel(path)).toBe(false);
    }
  });

  it('a block of text under `prompt` in any data is one; a word behind it is not', () => {
    expect(holdsPrompt('promptfoo.yaml', 'prompts:\n  - name: a\n    prompt: |\n      Say hello.\n')).toBe(true);
    expect(holdsPrompt('config/app.yaml', 'prompt: yes\n')).toBe(false);
  });

  it('answers for texts of any size', () => {
    for (const text of ['{'.repeat(100_000), 'prompt: '.repeat(20_000), '['.repeat(100_000), 'a '.repeat(200_000)]) {
      for (const path of ['prompt/a.md', 'prompt/a.json', 'prompt/a.txt']) looksLikePrompt(path, text);
    }
  });
});
