import { markdownTable } from 'markdown-table';
import { seededRandom } from '../../src/core/statistics/random.ts';
import { type CanarySeen, type CanaryWorld, simulateCanary } from './simulate-canary.ts';

/** `most`: false alarms in hundredths, and runs until the alarm. */
const canaries: readonly (CanaryWorld & { readonly most: { readonly falsely: number; readonly delay?: number } })[] = [
  { name: 'nothing changes', method: 'logprobs', runs: 30, days: 0, most: { falsely: 1 } },
  {
    name: 'nothing changes, days scatter as replies do',
    method: 'logprobs',
    runs: 30,
    days: 0.05,
    most: { falsely: 1 },
  },
  { name: 'nothing changes', method: 'border', runs: 30, days: 0.02, most: { falsely: 1 } },
  {
    name: 'another model from run 13 on (0.1 nats)',
    method: 'logprobs',
    runs: 40,
    days: 0.02,
    change: 12,
    moves: 0.1,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'another model from run 13 on (0.3 nats)',
    method: 'logprobs',
    runs: 40,
    days: 0.05,
    change: 12,
    moves: 0.3,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'another model in runs 13 to 20 (0.3 nats)',
    method: 'logprobs',
    runs: 40,
    days: 0.02,
    change: 12,
    back: 20,
    moves: 0.3,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'another model from run 13 on (0.3 nats)',
    method: 'border',
    runs: 40,
    days: 0.02,
    change: 12,
    moves: 0.3,
    most: { falsely: 1, delay: 5 },
  },
];

/** What canaries attain, as a table. @param missed takes what they do not attain */
export function tellCanaries(seed: number, schedules: number, missed: string[]): string {
  const table = canaries.map((row, index) => {
    const random = seededRandom([seed, 1_000 + index]);
    const seen = Array.from({ length: schedules }, () => simulateCanary(row, () => random() / 4294967296));
    return tellCanary(row, seen, missed);
  });
  return markdownTable(
    [
      [
        'what happens to a canary',
        'method',
        'false alarm',
        'found',
        'runs until told',
        'begin within 2 runs',
        'end told',
      ],
      ...table,
    ],
    { padding: false, alignDelimiters: false },
  );
}

function tellCanary(row: (typeof canaries)[number], seen: readonly CanarySeen[], missed: string[]): readonly string[] {
  const { change = Number.POSITIVE_INFINITY, back } = row;
  const falsely = percent(seen.filter(({ alarm }) => alarm !== undefined && alarm < change).length, seen.length);
  if (falsely > row.most.falsely) missed.push(`canary, ${row.name}: false alarms ${falsely.toFixed(1)} %`);
  if (row.change === undefined) return [row.name, row.method, `${falsely.toFixed(1)} %`, '', '', '', ''];
  const found = seen.filter(({ alarm }) => alarm !== undefined && alarm >= change);
  const delay = found.reduce((sum, { alarm = 0 }) => sum + alarm - change + 1, 0) / found.length;
  if (row.most.delay !== undefined && !(delay <= row.most.delay))
    missed.push(`canary, ${row.name}: ${delay.toFixed(1)} runs until told`);
  const near = found.filter(({ since = Number.NaN }) => Math.abs(since - change) <= 2);
  const over = seen.filter((one) => back !== undefined && one.over !== undefined && one.over >= back);
  return [
    row.name,
    row.method,
    `${falsely.toFixed(1)} %`,
    `${percent(found.length, seen.length).toFixed(0)} %`,
    delay.toFixed(1),
    `${percent(near.length, found.length).toFixed(0)} %`,
    back === undefined ? '' : `${percent(over.length, seen.length).toFixed(0)} %`,
  ];
}

function percent(count: number, of: number): number {
  return (100 * count) / Math.max(1, of);
}
