import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Files } from '../support/github-repository.ts';
import { type ReviewedEdit, reviewEdit } from '../support/review-edit.ts';

const door = new URL('../../fixtures/door/', import.meta.url).pathname;

type Expected = {
  readonly asked: Readonly<Record<string, readonly string[]>>;
  readonly unreviewed: Readonly<Record<string, string>>;
  readonly invalid: Readonly<Record<string, string>>;
};
const expected: Expected = parse(readFileSync(join(door, 'expected.yml'), 'utf8'));

function filesBelow(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

type Unreviewed = { readonly path: string; readonly why: string; readonly detail?: string };
type Row = { readonly path: string; readonly problems?: readonly { readonly what: string }[] };

describe('a pull request that changes prompts of every shape that repositories have', () => {
  let done: ReviewedEdit;
  beforeAll(async () => {
    done = await reviewEdit(
      filesBelow(join(door, 'base')),
      filesBelow(join(door, 'head')),
      [{ reply: () => 'yes' }],
      [],
      [],
    );
  });

  it.each(Object.entries(expected.asked))('asks %s as its own application would', (_, messages) => {
    expect(done.asked).toContainEqual(messages);
  });

  it('asks nothing that is not expected on either side: each prompt has as many requests as it has sides', () => {
    expect(done.asked.length).toBe(2 * Object.keys(expected.asked).length);
  });

  it('has a row for each prompt that is asked or cannot be, and names each other file with why', () => {
    const rows: readonly Row[] = done.report.prompts;
    const unreviewed: readonly Unreviewed[] = done.report.unreviewed;
    const named = Object.fromEntries(unreviewed.map(({ path, why }) => [path, why]));
    const told = rows.map(({ path }) => path).filter((path) => named[path] === undefined);
    expect(told.toSorted()).toEqual([...Object.keys(expected.asked), ...Object.keys(expected.invalid)].toSorted());
    expect(named).toEqual(expected.unreviewed);
    for (const [path, why] of Object.entries(expected.invalid)) {
      expect(rows.find((row) => row.path === path)?.problems?.[0]?.what).toContain(why);
    }
  });

  it('says where a file cannot be read that looks like a prompt', () => {
    const unreviewed: readonly Unreviewed[] = done.report.unreviewed;
    expect(unreviewed.find(({ path }) => path === 'named/prompts/broken.yaml')?.detail).toMatch(
      /^named\/prompts\/broken\.yaml:\d+:\d+: Not readable as YAML/u,
    );
  });
});
