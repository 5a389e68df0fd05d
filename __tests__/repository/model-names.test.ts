import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Models of vendors that may be named: read in the price list that is bundled, or said by the vendor. None has a day of retirement yet. */
const living: readonly RegExp[] = [
  /^gpt-5\.6-(?:luna|sol|terra)(?:-2026-\d\d-\d\d)?$/u,
  /^gpt-6(?:\.1)?-[a-z]+$/u,
  /^claude-(?:opus|sonnet|haiku|fable)-5(?:[.-]\d)?(?:-\d{8}(?:-v1)?)?$/u,
  // Refuses sampling parameters, which is why a test names it.
  /^claude-opus-4-8$/u,
  /^gemini-3\.[5-9]-[a-z-]+$/u,
];

/** Of those that were named here once: when they are shut, and where that was read; `†`: second-hand, in November 2026. */
const retired = new Map<string, string>([
  ['gpt-5', '2026-12-11 †'],
  ['gpt-5-mini', '2026-12-11 †'],
  ['gpt-5-nano', '2026-12-11 †'],
  ['gpt-5-pro', '2026-12-11 †'],
  ['o3', '2026-12-11 †'],
  ['gpt-4o', '2027-01-14 †'],
  ['gpt-4o-mini', '2027-01-14 †'],
  ['gpt-4.1', '2027-01-14 †'],
  ['gpt-4.1-mini', '2027-01-14 †'],
  ['gemini-2.5-pro', '2026-12-01, answered by gemini-3.8-flash from then on †'],
  ['gemini-2.5-flash', '2026-12-01, answered by gemini-3.5-flash-lite from then on †'],
]);

/** What is data or history: decisions as they were written, prompts and exports as they came, and tests about old names themselves. */
const exempt: readonly RegExp[] = [
  /^docs\/(?:decisions|images)\//u,
  /^fixtures\/(?:prompt-formats|github-api|promptfoo)/u,
  /^__tests__\/repository\/model-names\.test\.ts$/u,
  // When they end is what it is about.
  /^src\/core\/retirement\//u,
  /^__tests__\/core\/served-model\.test\.ts$/u,
  /^__tests__\/e2e\/(?:another-model|attack-money)\.long\.test\.ts$/u,
];

/** A typing error on purpose, and a model that nobody will ever have. */
const invented: ReadonlySet<string> = new Set(['gpt-5.6-lnua', 'gpt-9-mini', 'gpt-5.6-luna-b']);

const root = join(import.meta.dirname, '../..');
const places = ['README.md', 'action.yml', 'docs', 'src', 'scripts', 'bench', 'fixtures', '__tests__'];
const name =
  /(?<![\w.-])(?:gpt-\d[\w.-]*[\w]|gemini-\d[\w.-]*[\w]|claude-(?:opus|sonnet|haiku|fable|\d)[\w.-]*\w|o[134](?:-mini|-pro)?(?=["'`:]))/gu;

it('every model of a vendor that docs, fixtures, demo and tests name is one that lives, or plainly invented', () => {
  const dead = places.flatMap(filesIn).flatMap((path) => {
    if (exempt.some((one) => one.test(path))) return [];
    const found = new Set(readFileSync(join(root, path), 'utf8').match(name) ?? []);
    return [...found]
      .map((one) => one.replace(/(?:\.(?:json|yml|yaml|ts|md|prompt))+$/u, ''))
      .filter((one) => !invented.has(one) && !living.some((known) => known.test(one)))
      .map((one) => `${path}: ${one} (${retired.get(one) ?? 'not in the table of this test'})`);
  });
  expect(dead).toEqual([]);
});

function filesIn(path: string): readonly string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter(
      (one) => one.isFile() && /\.(?:md|ts|tsx|mjs|json|jsonl|ya?ml|csv|txt|prompt|prompty|toml|html)$/u.test(one.name),
    )
    .map((one) => join(one.parentPath, one.name).slice(root.length + 1));
}
