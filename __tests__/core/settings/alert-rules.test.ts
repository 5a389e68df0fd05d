import { expect, test } from 'vitest';
import { showProblem } from '../../../src/core/problem.ts';
import { parseConfig } from '../../../src/core/settings/parse-config.ts';

function read(rule: string, more = '') {
  return parseConfig(`alerts:\n  rules:\n    - { ${rule} }\n${more}`, 'promptgate.yml');
}

function ruleOf(rule: string) {
  const parsed = read(rule);
  return parsed.kind === 'config' ? parsed.config.alerts.rules[0] : undefined;
}

function refused(rule: string, more?: string): readonly string[] {
  const parsed = read(rule, more);
  return parsed.kind === 'broken' ? parsed.problems.map(showProblem) : [];
}

const at = (column: number) => `promptgate.yml:3:${column}: `;

test('rules are read as people write them', () => {
  expect(ruleOf('metric: latency-p95, above: 2s, for: 2 runs')).toEqual({
    ...{ metric: 'latency-p95', way: 'above', limit: 2000, against: 7, forRuns: 2 },
  });
  expect(ruleOf('metric: cost, falls: 0.5, against: 14d')).toEqual({
    ...{ metric: 'cost', way: 'falls', limit: 0.5, against: 14, forRuns: 1 },
  });
  expect(ruleOf('metric: errors, above: 2%')).toMatchObject({ limit: 0.02 });
  expect(ruleOf('metric: errors, above: 0.02')).toMatchObject({ limit: 0.02 });
});

test('rules are refused where they cannot be meant', () => {
  expect(refused('metric: cost')).toEqual([expect.stringContaining('must say one of')]);
  expect(refused('metric: cost, above: 1, rises: 5%')).toEqual([expect.stringContaining('must say one of')]);
  expect(refused('metric: cost, above: 5%')).toEqual([expect.stringContaining('must be dollars, such as 0.02')]);
  expect(refused('metric: errors, above: many')).toEqual([expect.stringContaining('must be a share such as `5%` or')]);
  expect(refused('metric: cost, rises: 5%, against: 36h')).toEqual([expect.stringContaining('must be whole days')]);
});

test('a share above 1 is refused with the percentage that is meant, since nothing could ever be beyond it', () => {
  expect(refused('metric: errors, above: 2')).toEqual([
    `${at(32)}\`alerts.rules[0].above\` is \`2\`: it must be a share such as \`2%\` or 0.02, since 2 is 200%.`,
  ]);
  expect(refused('metric: refusals, above: 2.5')).toEqual([expect.stringContaining('`2.5%` or 0.025')]);
  expect(refused('metric: errors, above: 1')).toEqual([expect.stringContaining('`1%` or 0.01, since 1 is 100%')]);
  for (const beyond of ['200%', '200'])
    expect(refused(`metric: errors, above: ${beyond}`)).toEqual([expect.stringContaining('must be at most `100%`')]);
});

test('a time without a unit is refused with both that it may be in', () => {
  expect(refused('metric: latency-p95, above: 8')).toEqual([
    `${at(37)}\`alerts.rules[0].above\` is \`8\`: it must be a time with its unit: \`8s\` or \`8ms\`.`,
  ]);
  expect(refused('metric: latency-p50, above: 8 s')).toEqual([expect.stringContaining('such as `8s` or `800ms`')]);
});

test('a metric that there is none of is told once, with those that may be meant, whatever its limit is', () => {
  const meant = 'there is no metric `latency`. Did you mean `latency-p50` or `latency-p95`?';
  expect(refused('metric: latency, above: 8s')).toEqual([`${at(17)}${meant}`]);
  expect(refused('metric: latency, above: 8')).toEqual([`${at(17)}${meant}`]);
  expect(refused('metric: eror, above: 2%')).toEqual([expect.stringContaining('Did you mean `errors`?')]);
  expect(refused('metric: politeness, below: 7')).toEqual([
    expect.stringMatching(/no metric `politeness`\. Known here: `calls`.* `monitor\.quality\.metrics` names\.$/u),
  ]);
});

test('the limit of a judged check is a grade', () => {
  const judged = 'monitor: { quality: { sample: 20, metrics: [policy] } }\n';
  expect(refused('metric: policy, below: 3.5', judged)).toEqual([]);
  expect(refused('metric: policy, below: 8s', judged)).toEqual([
    `${at(32)}\`alerts.rules[0].below\` is \`8s\`: it must be a score such as 7.`,
  ]);
});
