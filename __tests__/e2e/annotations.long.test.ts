import { afterEach, describe, expect, it } from 'vitest';
import type { Files } from '../support/github-repository.ts';
import {
  casesPath,
  casesText,
  promptPath,
  promptText,
  shopBase,
  shopModels,
  tenCases,
} from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { commandsIn } from '../support/runner-commands.ts';

let stage: ReviewStage | undefined;
afterEach(async () => {
  expect(stage?.github.violations).toEqual([]);
  await stage?.close();
  stage = undefined;
});

/** Answers rightly, but for two cases, on every model, where the prompt says `warmly`. */
const { rules: [rule] = [] } = shopModels([]);
const models = {
  rules: [{ when: /warmly[\s\S]*What is case-[38]\?/u, reply: 'I would rather not say.' }, ...(rule ? [rule] : [])],
};

async function annotated(head: Files, inputs: Record<string, string> = {}, base: Files = shopBase, key?: string) {
  stage = await stageReview({ base, head, models: key === undefined ? models : { ...models, key } });
  const run = await stage.review({ inputs });
  const annotations = commandsIn(run.stdout).filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
  expect(new Set(annotations.map(({ data }) => data)).size).toBe(annotations.length);
  return {
    run,
    said: annotations.map(({ name, data, properties }) => ({
      level: name,
      at: [properties.get('file'), properties.get('line')].filter((part) => part !== undefined).join(':'),
      message: data,
    })),
  };
}

const lineOf = (text: string, part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('what the action marks in the files of a pull request', () => {
  it('is the prompt once, at the first line that changed, and each broken case once, with all its models, where it is in head', async () => {
    const text = casesText(tenCases.filter((id) => id !== 'case-2')).replace('number 9.', 'number 9');
    const { run, said } = await annotated(
      { [promptPath]: promptText('warmly'), [casesPath]: text },
      { models: 'cheap, strong, third' },
    );
    expect(run.outputs['verdict']).toBe('regressed');
    const ofPrompt = said.filter(({ at }) => at.startsWith(promptPath));
    expect(ofPrompt.map(({ level, at }) => [level, at])).toEqual([
      ['error', `${promptPath}:${lineOf(promptText('warmly'), 'warmly')}`],
    ]);
    expect(ofPrompt[0]?.message).toMatch(
      /^Do not merge yet: 2 (?:of 10 )?cases .* on all 3 models[\s\S]*Now: I would rather/u,
    );
    const ofCases = said.filter(({ at }) => at.startsWith(casesPath));
    expect(ofCases.map(({ at }) => at).toSorted()).toEqual(
      ['id: case-3,', 'id: case-8,'].map((part) => `${casesPath}:${lineOf(text, part)}`).toSorted(),
    );
    for (const { message } of ofCases) expect(message).toMatch(/^case-[38] .* on cheap, strong and third: /u);
    expect(said).toHaveLength(3);
  });

  it('is no file that the pull request does not change, and the worst prompt first', async () => {
    const second = (path: string) => path.replace('policy', 'second');
    const base = { ...shopBase, [second(promptPath)]: promptText('briefly'), [second(casesPath)]: casesText() };
    const { said } = await annotated(
      { [second(promptPath)]: promptText('warmly'), [promptPath]: promptText('kindly') },
      { models: 'cheap' },
      base,
    );
    expect(said.map(({ level, at }) => [level, at.replace(/:.*/u, '')])).toEqual([['error', second(promptPath)]]);
  });

  it('is a fault once, not every case that it kept from being asked', async () => {
    const { run, said } = await annotated({ [promptPath]: promptText('warmly') }, {}, shopBase, 'sk-another');
    expect(run.outputs['verdict']).toBe('invalid');
    expect(said.map(({ level, at }) => [level, at])).toEqual([['error', `${promptPath}:4`]]);
    expect(said[0]?.message).toMatch(/key/u);
  });
});

it('`comment: changes` begins no comment for what passes, keeps up one that is there, with what became of it, and removes none', async () => {
  const quiet = { comment: 'changes' };
  stage = await stageReview({ base: shopBase, head: { [promptPath]: promptText('kindly') }, models });
  const bodies = () => stage?.github.comments(7).map(({ body }) => body) ?? [];
  expect((await stage.review({ inputs: quiet })).outputs['verdict']).toBe('pass');
  expect(bodies()).toEqual([]);
  stage.push({ [promptPath]: promptText('warmly') });
  expect((await stage.review({ inputs: quiet })).outputs['verdict']).toBe('regressed');
  expect(bodies()).toEqual([expect.stringContaining('Do not merge yet')]);
  const broken = stage.repository.git('rev-parse', 'topic').slice(0, 7);
  // Nothing of what is judged changes: the verdict is taken over, and the comment speaks of the new commit.
  stage.push({ 'README.md': '# A shop\n' });
  expect((await stage.review({ inputs: quiet })).outputs).toMatchObject({ verdict: 'regressed', calls: '0' });
  expect(bodies()).toEqual([expect.stringContaining(`\n\nStill regressed, since \`${broken}\`.\n\n`)]);
  stage.push({ [promptPath]: promptText('kindly') });
  expect((await stage.review({ inputs: quiet })).outputs['verdict']).toBe('pass');
  expect(bodies()).toEqual([
    expect.stringMatching(/^### ✅ Fine to merge[\s\S]*Was regressed at `\w{7}`, fixed here\./u),
  ]);
});
