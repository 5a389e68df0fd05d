import { expect, test } from 'vitest';
import { createGitHubHost } from '../../../src/hosts/github/create-github-host.ts';
import { readEvent } from '../../../src/hosts/github/read-event.ts';
import { GitHubRepository } from '../../support/github-repository.ts';
import { stageGitHub } from '../../support/github-stage.ts';

const prose = 'Answer from the policy.\nBe brief.\nBe kind.\nNever guess.\nSay when you do not know.\n';

test('the two trees are compared where even the list of the pull request is cut short', async () => {
  const repository = new GitHubRepository({ 'prompts/a.txt': prose, 'readme.md': 'hi\n' });
  repository.branch('topic');
  const many = Object.fromEntries(Array.from({ length: 3001 }, (_, index) => [`many/${index}.txt`, `file ${index}\n`]));
  repository.commit('topic', { ...many, 'prompts/a.txt': null, 'prompts/z.txt': prose, 'readme.md': 'ho\n' });
  const staged = await stageGitHub(repository, {});
  try {
    const event = await staged.github.pullRequestEvent(7, 'synchronize');
    const host = createGitHubHost(staged.connect({}), readEvent('pull_request', event));
    const pull = await host.pullRequest();
    if ('nothing' in pull) throw new Error(pull.nothing);
    const changed = await host.changedFiles(pull);
    expect(changed).toHaveLength(3003);
    expect(changed).toEqual(
      expect.arrayContaining([
        { path: 'prompts/z.txt', previousPath: 'prompts/a.txt', status: 'renamed' },
        { path: 'readme.md', status: 'modified' },
      ]),
    );
  } finally {
    await staged.close();
  }
});
