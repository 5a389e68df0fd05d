import { describe, expect, it } from 'vitest';
import { selectFiles } from '../../../src/core/golden-set/select-files.ts';

const paths = ['a.txt', 'prompts/a.txt', 'prompts/b/[x].txt', 'prompts/b/x.txt', '.github/prompts/c.txt'];

describe('files named on a command line', () => {
  it.each([
    ['prompts/a.txt', '', ['prompts/a.txt']],
    ['./a.txt', 'prompts/', ['prompts/a.txt']],
    ['../a.txt', 'prompts/', ['a.txt']],
    ['.', '', paths],
    ['.', 'prompts/b/', ['prompts/b/[x].txt', 'prompts/b/x.txt']],
    ['prompts/', '', ['prompts/a.txt', 'prompts/b/[x].txt', 'prompts/b/x.txt']],
    ['prompt', '', []],
    ['**/a.txt', '', ['a.txt', 'prompts/a.txt']],
    ['*/prompts/*', '', ['.github/prompts/c.txt']],
    ['prompts/b/[x].txt', '', ['prompts/b/[x].txt', 'prompts/b/x.txt']],
    ['../../a.txt', 'prompts/', []],
  ])('`%s` in `%s` selects %j', (written, folder, selected) => {
    const [selector] = selectFiles([written], folder);
    expect(paths.filter((path) => selector?.selects(path))).toEqual(selected);
  });
});
