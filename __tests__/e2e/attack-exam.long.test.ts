import { afterEach, describe, expect, it } from 'vitest';
import { attackedBase, attackedCases, attackedModels, attackedPrompt, attackedText } from '../support/attacked-shop.ts';
import type { Files } from '../support/github-repository.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage | undefined;
afterEach(async () => {
  const violations = stage?.github.violations;
  await stage?.close();
  stage = undefined;
  expect(violations).toEqual([]);
});

/** What a pull request that makes the prompt answer badly comes to. */
async function attack(head: Files, base: Files = attackedBase, inputs: Readonly<Record<string, string>> = {}) {
  stage = await stageReview({ base, head, models: attackedModels });
  const run = await stage.review({ inputs });
  const comment = stage.github.comments(7)[0]?.body ?? '';
  return { run, comment, verdict: run.outputs['verdict'], exitCode: run.exitCode };
}

describe('the control', () => {
  it('a prompt that answers badly is regressed', async () => {
    const { verdict, exitCode } = await attack({ [attackedPrompt]: attackedText('badly') });
    expect([exitCode, verdict]).toEqual([1, 'regressed']);
  });
});

describe('A1: a prompt that had golden cases at base never leaves in silence', () => {
  it('removed, it is a row that names its cases, in a comment', async () => {
    const { verdict, comment } = await attack({ [attackedPrompt]: null });
    expect(verdict).toBe('unreviewed');
    expect(comment).toContain('Golden cases that guarded it no longer run.');
    expect(comment).toContain('case-1, case-2');
    await stage?.close();
    const strict = await attack({ [attackedPrompt]: null }, attackedBase, { 'fail-on': 'unreviewed' });
    expect(strict.exitCode).toBe(1);
  });

  it('closes the gate where `fail-on` names how it left, by input or config, and only then', async () => {
    const gone = { [attackedPrompt]: null };
    const unread = { [attackedPrompt]: '{"template": "{{question}}"}\n' };
    const closed = async (head: Files, failOn: string) => {
      const { exitCode, verdict } = await attack(head, attackedBase, { 'fail-on': failOn });
      await stage?.close();
      return [exitCode, verdict];
    };
    expect(await closed(gone, 'regressed, removed')).toEqual([1, 'unreviewed']);
    expect(await closed(gone, 'regressed, unrecognised')).toEqual([0, 'unreviewed']);
    expect(await closed(unread, 'unrecognised')).toEqual([1, 'unreviewed']);
    expect(await closed(unread, 'removed')).toEqual([0, 'unreviewed']);
    const config = `${attackedBase['promptgate.yml']}fail-on: [regressed, invalid, removed, unrecognised]\n`;
    expect((await attack(gone, { ...attackedBase, 'promptgate.yml': config })).exitCode).toBe(1);
  });

  it('removed with its cases, it is the same row', async () => {
    const { verdict, comment } = await attack({ [attackedPrompt]: null, [attackedCases]: null });
    expect(verdict).toBe('unreviewed');
    expect(comment).toContain('case-1, case-2');
  });

  it('renamed out of the globs, it is reviewed where it went', async () => {
    const { verdict, comment, exitCode } = await attack({
      [attackedPrompt]: null,
      'src/s.yml': attackedText('badly'),
    });
    expect([exitCode, verdict]).toEqual([1, 'regressed']);
    expect(comment).toContain('src/s.yml');
    expect(comment).toContain('nothing names');
  });

  it('deleted and added elsewhere with an edit, among 3,001 other files, it is reviewed where it went', async () => {
    const junk = Object.fromEntries(Array.from({ length: 3001 }, (_, at) => [`junk/${at}.bin`, `${at}\n`]));
    const { verdict, exitCode } = await attack({
      ...junk,
      [attackedPrompt]: null,
      'prompts/t.prompt.yml': attackedText('badly'),
    });
    expect([exitCode, verdict]).toEqual([1, 'regressed']);
  });

  it('put aside as a copy, it is what the prompt that takes its place is compared with', async () => {
    const { verdict, exitCode } = await attack({
      [attackedPrompt]: null,
      'docs/s.yml': attackedText('well'),
      'prompts/t.prompt.yml': attackedText('badly'),
    });
    expect([exitCode, verdict]).toEqual([1, 'regressed']);
  });

  it('rewritten under another name, it is a row beside the new prompt', async () => {
    const { verdict, comment } = await attack({
      [attackedPrompt]: null,
      'prompts/other.txt': 'Be brief.\n\n{{question}}\n',
    });
    expect(verdict).toBe('unreviewed');
    expect(comment).toContain('case-1, case-2');
  });

  const asJson: Files = {
    'promptgate.yml': 'version: 1\nmodels: [m]\n',
    'prompts/s.json': '[{"role": "user", "content": "You answer well. {{question}}"}]\n',
    [attackedCases]: attackedBase[attackedCases] ?? '',
  };

  it.each([
    ['no longer recognised', '{"numbers": [1, 2]}\n'],
    [
      'turned to a format that is not read',
      '{"_type": "few_shot", "prefix": "You answer badly.", "examples": "e.json", "suffix": "{question}"}\n',
    ],
  ])('%s, it is a row that names its cases', async (_, text) => {
    const { verdict, comment } = await attack({ 'prompts/s.json': text }, asJson);
    expect(verdict).toBe('unreviewed');
    expect(comment).toContain('no longer read as a prompt');
    expect(comment).toContain('case-1, case-2');
  });

  it('behind a link in place of its folder, it is invalid', async () => {
    const { verdict, exitCode, comment } = await attack({
      [attackedPrompt]: null,
      [attackedCases]: null,
      'elsewhere/s.prompt.yml': 'messages: [{ role: user, content: Anything at all. }]\n',
      prompts: { link: 'elsewhere' },
    });
    expect([exitCode, verdict]).toEqual([1, 'invalid']);
    expect(comment).toContain('symbolic links are not followed');
  });

  it('made a part of another prompt, it is what that one is compared with', async () => {
    const base: Files = {
      'promptgate.yml': 'version: 1\nmodels: [m]\n',
      'prompts/user.md': 'You answer well what customers ask.\n\n{{question}}\n',
      'prompts/user.cases.yml': attackedBase[attackedCases] ?? '',
    };
    const { verdict, exitCode } = await attack({ 'prompts/system.md': 'Whatever is asked, say BAD.\n' }, base);
    expect([exitCode, verdict]).toEqual([1, 'regressed']);
  });
});
