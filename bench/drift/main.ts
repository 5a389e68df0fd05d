import { writeFileSync } from 'node:fs';
import { markdownTable } from 'markdown-table';
import { seededRandom } from '../../src/core/statistics/random.ts';
import { type Seen, simulate, type World } from './simulate.ts';
import { tellCanaries } from './tell-canaries.ts';
import { tellJudges } from './tell-judges.ts';
import { tellReading } from './tell-reading.ts';

// Plays schedules of runs through the product's own modules and prints what the watch attains beside what it promises.
// node bench/drift/main.ts [seed] [schedules a row] [file to write the table to]
const seed = Number(process.argv[2] ?? 20261129);
const schedules = Number(process.argv[3] ?? 1_000);
const file = process.argv[4];

const lower = (rate: number): number => Math.max(0, rate - 0.1);
const broken = (rate: number, steadiest: boolean): number => (steadiest ? 0 : rate);

/** `most`: false alarms in hundredths, and runs until the alarm. */
type Row = World & { readonly most: { readonly falsely: number; readonly delay?: number } };

const rows: readonly Row[] = [
  { name: 'nothing changes', cases: 40, replies: 2, runs: 30, most: { falsely: 1 } },
  { name: 'nothing changes', cases: 12, replies: 3, runs: 30, most: { falsely: 1 } },
  { name: 'nothing changes', cases: 200, replies: 1, runs: 30, most: { falsely: 1 } },
  {
    name: 'all 10 points lower from run 13 on',
    cases: 40,
    replies: 2,
    runs: 40,
    change: 12,
    after: lower,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'all 10 points lower from run 26 on',
    cases: 40,
    replies: 2,
    runs: 50,
    change: 25,
    after: lower,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'one case broken from run 13 on',
    cases: 40,
    replies: 2,
    runs: 40,
    change: 12,
    after: broken,
    most: { falsely: 1, delay: 5 },
  },
  {
    name: 'one case broken from run 26 on',
    cases: 40,
    replies: 2,
    runs: 50,
    change: 25,
    after: broken,
    most: { falsely: 1, delay: 5 },
  },
  {
    name: 'one case broken from run 9 on',
    cases: 12,
    replies: 3,
    runs: 30,
    change: 8,
    after: broken,
    most: { falsely: 1, delay: 5 },
  },
  {
    name: 'all 10 points lower in runs 13 to 20',
    cases: 40,
    replies: 2,
    runs: 40,
    change: 12,
    back: 20,
    after: lower,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'replies mean something else from run 13 on (5 degrees)',
    cases: 40,
    replies: 2,
    runs: 40,
    change: 12,
    farther: 5 / 90,
    most: { falsely: 1, delay: 4 },
  },
  {
    name: 'one case broken in runs 13 to 20',
    cases: 40,
    replies: 2,
    runs: 40,
    change: 12,
    back: 20,
    after: broken,
    most: { falsely: 1, delay: 5 },
  },
];

const missed: string[] = [];
const table = rows.map((row, index) => {
  const random = seededRandom([seed, index]);
  const several = row.cases > 100 ? Math.ceil(schedules / 4) : schedules;
  const seen = Array.from({ length: several }, () => simulate(row, () => random() / 4294967296));
  return tell(row, seen);
});
const canaryTable = tellCanaries(seed, schedules, missed);
const judgeTable = tellJudges(seed, schedules, missed);
const text = [
  `Simulated on ${new Date().toISOString().slice(0, 10)} with \`npm run bench:drift -- ${seed} ${schedules}\`.`,
  '',
  markdownTable(
    [
      [
        'what happens',
        'cases × replies',
        'false alarm',
        'a drop of 5 points',
        'found',
        'runs until told',
        'begin within 2 runs',
        'interval holds it',
        'end told',
        'runs after it',
      ],
      ...table,
    ],
    { padding: false, alignDelimiters: false },
  ),
  '',
  canaryTable,
  '',
  judgeTable,
  '',
  tellReading(seed),
  '',
  missed.length === 0 ? 'All targets are met.' : `Targets missed: ${missed.join('; ')}.`,
  '',
].join('\n');
process.stdout.write(text);
if (file !== undefined) writeFileSync(file, text);
process.exitCode = missed.length === 0 ? 0 : 1;

function tell(row: Row, seen: readonly Seen[]): readonly string[] {
  const { change = Number.POSITIVE_INFINITY, back = Number.POSITIVE_INFINITY } = row;
  const falsely = percent(seen.filter(({ alarm }) => alarm !== undefined && alarm.at < change).length, seen.length);
  const found = seen.flatMap(({ alarm }) => (alarm === undefined || alarm.at < change ? [] : [alarm]));
  const delay = found.reduce((sum, { at }) => sum + at - change + 1, 0) / found.length;
  if (falsely > row.most.falsely) missed.push(`${row.name}: false alarms ${falsely.toFixed(1)} %`);
  if (row.most.delay !== undefined && !(delay <= row.most.delay))
    missed.push(`${row.name}: ${delay.toFixed(1)} runs until told`);
  const naive = `${percent(seen.filter((one) => one.naive).length, seen.length).toFixed(0)} %`;
  const size = `${row.cases} × ${row.replies}`;
  if (row.change === undefined) return [row.name, size, `${falsely.toFixed(1)} %`, naive, '', '', '', '', '', ''];
  const over = seen.flatMap((one) => (one.over === undefined ? [] : [one.over - back + 1]));
  return [
    row.name,
    size,
    `${falsely.toFixed(1)} %`,
    naive,
    `${percent(found.length, seen.length).toFixed(1)} %`,
    delay.toFixed(1),
    `${percent(found.filter(({ since }) => Math.abs(since - change) <= 2).length, found.length).toFixed(0)} %`,
    `${percent(found.filter(({ from, to }) => from <= change && change <= to).length, found.length).toFixed(0)} %`,
    row.back === undefined ? '' : `${percent(over.filter((runs) => runs > 0).length, seen.length).toFixed(0)} %`,
    row.back === undefined ? '' : (over.reduce((sum, runs) => sum + runs, 0) / over.length).toFixed(1),
  ];
}

function percent(count: number, of: number): number {
  return (100 * count) / Math.max(1, of);
}
