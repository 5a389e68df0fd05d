import { markdownTable } from 'markdown-table';
import { seededRandom } from '../../src/core/statistics/random.ts';
import { type JudgedSeen, type JudgedWorld, simulateJudge } from './simulate-judge.ts';

/** `most`: alarms in hundredths that are none, and runs until one that is. */
const worlds: readonly (JudgedWorld & { readonly most: { readonly falsely: number; readonly delay?: number } })[] = [
  { name: 'nothing changes', runs: 30, days: 0, most: { falsely: 1 } },
  { name: 'nothing changes, the judge’s days scatter by 0.1 points', runs: 30, days: 0.1 / 9, most: { falsely: 5 } },
  { name: 'nothing changes, the judge’s days scatter by 0.2 points', runs: 30, days: 0.2 / 9, most: { falsely: 5 } },
  {
    name: 'the judge is a point of ten lower from run 13 on',
    runs: 18,
    judge: { at: 12, by: 1 / 9 },
    days: 0,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'the judge is a point of ten lower from run 5 on',
    runs: 10,
    judge: { at: 4, by: 1 / 9 },
    days: 0,
    most: { falsely: 1, delay: 3 },
  },
  {
    name: 'the replies are a point of ten worse from run 13 on',
    runs: 18,
    model: { at: 12, by: 1 / 9 },
    days: 0,
    most: { falsely: 1, delay: 3 },
  },
];

/** Twelve cases of about 0.8, three replies each, graded on days that scatter by a quarter of a point: falls of the model beside a move of the judge. */
const small = { cases: 12, replies: 3, worth: [0.75, 0.85], days: 0.03 } as const;
const both: readonly JudgedWorld[] = [
  { ...small, name: 'the replies are 0.15 worse from run 21 on', runs: 32, model: { at: 20, by: 0.15 } },
  {
    ...small,
    name: 'the judge is 0.1 milder from run 16 on, the replies 0.4 worse from run 23 on',
    runs: 34,
    judge: { at: 15, by: -0.1 },
    model: { at: 22, by: 0.4 },
  },
  {
    ...small,
    name: 'the judge is 0.1 stricter from run 16 on, the replies 0.4 worse from run 23 on',
    runs: 34,
    judge: { at: 15, by: 0.1 },
    model: { at: 22, by: 0.4 },
  },
  {
    ...small,
    name: 'the judge is 0.06 stricter and the replies 0.4 worse from run 21 on',
    runs: 32,
    judge: { at: 20, by: 0.06 },
    model: { at: 20, by: 0.4 },
  },
  {
    ...small,
    name: 'quiet days (0.01); the judge is 0.05 stricter from run 16 on, the replies 0.5 worse from run 23 on',
    days: 0.01,
    runs: 34,
    judge: { at: 15, by: 0.05 },
    model: { at: 22, by: 0.5 },
  },
  {
    ...small,
    name: 'the replies are 0.4 worse from run 21 on, the judge 0.25 stricter from run 22 on',
    runs: 32,
    judge: { at: 21, by: 0.25 },
    model: { at: 20, by: 0.4 },
  },
];

/** What is told of the model where the judge may have moved as well: of the first schedules of many, for each is followed to its end. */
function tellBoth(seed: number, schedules: number, missed: string[]): string {
  const several = Math.ceil(schedules / 25);
  const rows = both.map((world, index) => {
    const random = seededRandom([seed, 400 + index]);
    const seen = Array.from({ length: several }, () => simulateJudge(world, () => random() / 4294967296));
    const at = world.model?.at ?? 0;
    const found = seen.flatMap(({ model }) => (model !== undefined && model >= at ? [model - at + 1] : []));
    const count = (held: (one: JudgedSeen) => boolean): number => seen.filter(held).length;
    const early = count(({ model }) => model !== undefined && model < at);
    const isQuiet = count(({ last }) => last === 'quiet');
    if (isQuiet > 0) missed.push(`${world.name}: ${isQuiet} of ${several} schedules end without a word of the model`);
    const delay = found.reduce((sum, runs) => sum + runs, 0) / Math.max(1, found.length);
    return [world.name, `${found.length} of ${several}`, `${early}`, delay.toFixed(1), `${isQuiet}`];
  });
  return [
    `Judge and model, ${several} schedules each; 12 cases × 3 replies of about 0.8, and 8 texts. Days scatter by 0.03 where no other is named:`,
    '',
    markdownTable(
      [['what happens', 'told as the model’s', 'told before', 'runs until told', 'quiet at the end'], ...rows],
      {
        padding: false,
        alignDelimiters: false,
      },
    ),
  ].join('\n');
}

/** What the watch of a judge attains. @param missed is told of targets that are not */
export function tellJudges(seed: number, schedules: number, missed: string[]): string {
  const several = Math.ceil(schedules / 10);
  const rows = worlds.map((world, index) => {
    const random = seededRandom([seed, 300 + index]);
    const seen = Array.from({ length: several }, () => simulateJudge(world, () => random() / 4294967296));
    const change = (world.judge ?? world.model)?.at ?? Number.POSITIVE_INFINITY;
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
    const isSteady = change === Number.POSITIVE_INFINITY;
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
    '',
    tellBoth(seed, schedules, missed),
  ].join('\n');
}
