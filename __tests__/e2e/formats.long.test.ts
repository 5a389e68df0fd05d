import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/prompts/index.ts';
import { promptsByFormat } from '../support/prompts-by-format.ts';
import { reviewEdit } from '../support/review-edit.ts';

const rows = Object.entries(promptsByFormat);

describe('a repository with a prompt in each format', () => {
  it('has one of every format that is read', () => {
    expect(rows.map(([name]) => name).toSorted()).toEqual(formats.map(({ name }) => name).toSorted());
  });

  it('is reviewed in one run, each prompt as its format renders it, on either side', async () => {
    const files = rows.flatMap(([, { files: own }]) => Object.entries(own));
    const cases = rows.map(
      ([, { cases: path, vars }]) =>
        [path, `- { id: one, vars: ${JSON.stringify(vars)}, checks: [contains: yes] }\n`] as const,
    );
    const edited = rows.flatMap(
      ([
        ,
        {
          files: own,
          edit: [from, to],
        },
      ]) =>
        Object.entries(own).flatMap(([path, text]) =>
          text.includes(from) ? [[path, text.replace(from, to)] as const] : [],
        ),
    );
    const { status, stderr, report, asked } = await reviewEdit(
      Object.fromEntries([...files, ...cases]),
      Object.fromEntries(edited),
      [{ reply: () => 'yes' }],
    );
    expect([status, report?.unreviewed, report?.verdict], stderr).toEqual([0, [], 'pass']);
    const wanted = rows.flatMap(
      ([
        ,
        {
          asked: said,
          edit: [from, to],
        },
      ]) => [said, said.map((text) => text.replace(from, to))],
    );
    expect(asked.map((said) => said.join('\n')).toSorted()).toEqual(wanted.map((said) => said.join('\n')).toSorted());
    const changes = rows.map(([, { files: own, path, change = 'modified' }]) => [path ?? Object.keys(own)[0], change]);
    const reported = report.prompts.map(({ path, change }: { path: string; change: string }) => [path, change]);
    expect(reported.toSorted()).toEqual(changes.toSorted());
  });
});
