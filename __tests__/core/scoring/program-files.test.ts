import { describe, expect, it } from 'vitest';
import type { Tree } from '../../../src/core/pull-request.ts';
import { programFiles } from '../../../src/core/scoring/program-files.ts';

const treeOf = (paths: readonly string[], bytes = 10): Tree =>
  new Map(paths.map((path) => [path, { path, mode: 'file', id: path, bytes }]));

const tree = treeOf(['policy.py', 'README.md', 'eval/policy.py', 'eval/deep/words.py', 'evaluate.py', 'run.sh']);
const filesOf = (...command: string[]) => programFiles(command, tree, '/work/shop');

describe('the files of a scorer', () => {
  it('are those in the folder of what the command names, and below', () => {
    const own = { kind: 'files', paths: ['eval/deep/words.py', 'eval/policy.py'] };
    expect(filesOf('python', 'eval/policy.py')).toEqual(own);
    expect(filesOf('python', './eval/policy.py', '--fast')).toEqual(own);
    expect(filesOf('python', '-m', 'eval.policy')).toEqual(own);
    expect(filesOf('node', '--require=eval/policy.py')).toEqual(own);
    expect(filesOf('judge', 'eval/')).toEqual(own);
  });

  it('are those beside it at the root, and none where it names none', () => {
    const root = { kind: 'files', paths: ['README.md', 'evaluate.py', 'policy.py', 'run.sh'] };
    expect(filesOf('python', 'policy.py')).toEqual(root);
    expect(filesOf('./run.sh')).toEqual(root);
    expect(filesOf('judge', '--strict')).toEqual({ kind: 'files', paths: [] });
  });

  it('are never those of the checkout, nor a program that the base branch has not', () => {
    expect(filesOf('python', '/work/shop/eval/policy.py')).toMatchObject({ kind: 'refused' });
    expect(filesOf('/work/shop/bin/judge')).toMatchObject({ kind: 'refused' });
    expect(filesOf('bin/judge')).toEqual({ kind: 'refused', why: 'bin/judge is not on the base branch' });
    expect(filesOf('/usr/bin/judge', '/work/shopping')).toEqual({ kind: 'files', paths: [] });
  });

  it('are 500 at most, and not one more', () => {
    const many = (count: number) => treeOf(Array.from({ length: count }, (_, at) => `eval/${at}.py`));
    expect(programFiles(['python', 'eval/0.py'], many(500), '/w')).toMatchObject({ kind: 'files' });
    expect(programFiles(['python', 'eval/0.py'], many(501), '/w')).toMatchObject({ kind: 'refused' });
    expect(programFiles(['python', 'eval/0.py'], treeOf(['eval/0.py'], 20_000_001), '/w')).toMatchObject({
      kind: 'refused',
    });
  });
});
