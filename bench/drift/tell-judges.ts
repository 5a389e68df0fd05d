import { markdownTable } from 'markdown-table';
import { seededRandom } from '../../src/core/statistics/random.ts';
import { type JudgedWorld, simulateJudge } from './simulate-judge.ts';

/** `most`: alarms in hundredths that are none, and runs until one that is. */
const worlds: readonly (JudgedWorld & { readonly most: { readonly falsely: number; readonly delay?: number } })[] = [
  { name: 'nothing changes', runs: 30, days: 0, most: { falsely: 1 } },
  { name: 'nothing changes, the judge’s days scatter by 0.1 points', runs: 30, days: 0.1 / 9, most: { falsely: 5 } },
  { name: 'nothing changes, the judge’s days scatter by 0.2 points', runs: 30, days: 0.2 / 9, most: { falsely: 5 } },
  {
    name: 'the judge is a point of ten lower from run 13 on',
    runs: 30,
    change: 12,
    judge: 1 / 9,
    days: 0,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'the judge is a point of ten lower from run 5 on',
    runs: 30,
    change: 4,
    judge: 1 / 9,
    days: 0,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'the replies are a point of ten worse from run 13 on',
    runs: 30,
    change: 12,
    model: 1 / 9,
    days: 0,
    most: { falsely: 1, delay: 3 },
  },
];

/** What the watch of a judge attains. @param missed is told of targets that are not */
export function tellJudges(seed: number, schedules: number, missed: string[]): string {
  const several = Math.ceil(schedules / 4);
  const rows = worlds.map((world, index) => {
    const random = seededRandom([seed, 300 + index]);
    const seen = Array.from({ length: several }, () => simulateJudge(world, () => random() / 4294967296));
    const { change = Number.POSITIVE_INFINITY } = world;
    const share = (count: number): number => (100 * count) / several;
    const told = (name: 'judge' | 'model') => seen.flatMap((one) => one[name] ?? []);
    const moved = world.model === undefined ? 'judge' : 'model';
    const other = moved === 'judge' ? 'model' : 'judge';
    const early = share(told(moved).filter((at) => at < change).length);
    const wrong = share(told(other).length);
    const found = told(moved).filter((at) => at >= change);
    const delay = found.reduce((sum, at) => sum + at - change + 1, 0) / Math.max(1, found.length);
    if (early > world.most.falsely) missed.push(`${world.name}: false alarms ${early.toFixed(1)} %`);
    if (wrong > world.most.falsely) missed.push(`${world.name}: the other is told in ${wrong.toFixed(1)} %`);
    if (world.most.delay !== undefined && !(found.length > 0 && delay <= world.most.delay))
      missed.push(`${world.name}: ${delay.toFixed(1)} runs until told`);
    const isSteady = world.change === undefined;
    return [
      world.name,
      ...[`${(isSteady ? Math.max(early, wrong) : early).toFixed(1)} %`, isSteady ? '' : `${wrong.toFixed(1)} %`],
      ...(isSteady ? ['', ''] : [`${share(found.length).toFixed(0)} %`, delay.toFixed(1)]),
    ];
  });
  const head = ['what happens', 'false alarm', 'told as the other’s', 'found', 'runs until told'];
  return [
    `The judge, ${several} schedules each; 40 cases × 2 replies that it alone scores, and 8 texts of its own, which it grades with a standard`,
    'deviation of half a point of ten:',
    '',
    markdownTable([head, ...rows], { padding: false, alignDelimiters: false }),
  ].join('\n');
}
