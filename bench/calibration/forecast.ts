import { forecastRounds } from '../../src/core/gate/forecast-rounds.ts';
import { seededRandom } from '../../src/core/statistics/random.ts';
import { drawCases, type Effect, type Mix } from './case-mix.ts';
import { ladder, type Scenario, settingsOf } from './scenario.ts';
import { emptyCell, simulatePrompt } from './simulate-prompt.ts';

// What reviews of the calibration's mix ask, beside what was forecast for them before the first call.
// node bench/calibration/forecast.ts [seed]

/** What pull requests do: most change nothing for the worse. */
const effects: readonly Effect[] = ['none', 'none', 'none', 'one breaks', 'a fifth lose fifty points'];

export type ForecastDesign = Pick<Scenario, 'cases' | 'models' | 'sampling' | 'trials'> & { readonly mix?: Mix };

/** Replies a case, model and side: forecast, and spent on the average of so many reviews. */
export function spentOfForecast(design: ForecastDesign, reviews: number, seed: number) {
  const random = seededRandom([seed, design.cases * design.models]);
  let spent = 0;
  for (let at = 0; at < reviews; at++) {
    const scenario: Scenario = { ...ladder, ...design, effect: effects[at % effects.length] ?? 'none' };
    const cases = drawCases(design.cases, scenario.effect, random, design.mix);
    spent += simulatePrompt(cases, scenario, settingsOf(scenario), random).replies / reviews;
  }
  const cells = Array.from({ length: design.models }, (_, row) =>
    Array.from({ length: design.cases }, (__, index) => emptyCell(`model ${row}`, index, undefined)),
  ).flat();
  const settings = settingsOf({ ...ladder, ...design, effect: 'none' });
  const [first = { low: 0, usual: 0, high: 0 }] = forecastRounds(cells, settings).cells;
  return { low: first.low / 2, usual: first.usual / 2, high: first.high / 2, spent };
}

if (import.meta.main) {
  const seed = Number(process.argv[2] ?? 20261128);
  process.stdout.write(
    '| sampling | trials | models | cases | forecast | spent | ratio |\n| - | - | - | - | - | - | - |\n',
  );
  for (const [sampling, trials] of [
    ['adaptive', 12],
    ['adaptive', 6],
    ['confirm', 12],
  ] as const) {
    for (const models of [1, 2, 3, 6]) {
      for (const cases of [5, 20, 60]) {
        const reviews = Math.max(20, Math.round(3000 / cases / models));
        const { usual, spent } = spentOfForecast({ sampling, trials, models, cases }, reviews, seed);
        const figures = [usual, spent, usual / spent].map((figure) => figure.toFixed(2));
        process.stdout.write(`| ${[sampling, trials, models, cases, ...figures].join(' | ')} |\n`);
      }
    }
  }
}
