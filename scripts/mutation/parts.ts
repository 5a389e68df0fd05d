/** What is mutated together, and the tests that must notice. */
type MutatedPart = { readonly mutate: readonly string[]; readonly testFiles: readonly string[] };

/** How the null distribution of a sum is counted, and how it is drawn, beside which tests and bounds stand. */
const sums = 'src/core/statistics/{lattice-sum,subset-sums,two-sums}.ts';
const draws = 'src/core/statistics/{deck,draw-source,monte-carlo,random}.ts';
const statisticsTests = ['__tests__/core/statistics/*.test.ts'];

/** What is looked at round by round, what a look would have seen, and what is said of it, beside what is compared. */
const looks =
  'src/core/gate/{case-look,gate-sample,pick-topped-up,repeats,replay-looks,schedule,suite-look,take-look}.ts';
const forecasts = 'src/core/gate/{even-drop,forecast-rounds,plan-diagnosis,see-design}.ts';
const reasons =
  'src/core/gate/{decide-verdict,doubt-reasons,regression-reasons,verdict-of-reason,with-reasons,worst-case}.ts';
const gateTests = ['__tests__/core/gate/*.test.ts', '__tests__/core/statistics/gate-vectors.test.ts'];

/** Parts on whose correctness a verdict, a purse or a reader's trust rests, in the order in which they are run. */
export const mutatedParts: Readonly<Record<string, MutatedPart>> = {
  exam: { mutate: ['src/core/exam/*.ts'], testFiles: ['__tests__/core/exam/*.test.ts'] },
  statistics: {
    mutate: ['src/core/statistics/*.ts', `!${sums}`, `!${draws}`],
    testFiles: [...statisticsTests, '__tests__/core/gate/even-drop.test.ts'],
  },
  'statistics-sums': { mutate: [sums], testFiles: statisticsTests },
  'statistics-draws': { mutate: [draws], testFiles: statisticsTests },
  money: {
    mutate: ['src/core/money/*.ts', 'src/app/ask/{ceilings,ledger,waiting-line}.ts'],
    testFiles: ['__tests__/core/money/*.test.ts', '__tests__/app/ask/{budget,ceilings,ledger}.test.ts'],
  },
  'take-over': {
    mutate: ['src/core/seal/*.ts', 'src/core/publish/*.ts', 'src/app/publish/take-over.ts'],
    testFiles: ['__tests__/core/seal/*.test.ts', '__tests__/core/publish/*.test.ts', '__tests__/app/publish/*.test.ts'],
  },
  escaping: {
    mutate: [
      'src/core/text/{clip,show-hidden}.ts',
      'src/reporters/markdown/{escape,fence}.ts',
      'src/reporters/html/markup.ts',
      'src/reporters/json/json-pieces.ts',
      'src/reporters/terminal/pen.ts',
      'src/hosts/log/*.ts',
    ],
    testFiles: [
      '__tests__/core/text/*.test.ts',
      '__tests__/reporters/{markup,json}.test.ts',
      '__tests__/reporters/{html,json,markdown,terminal}/*.test.ts',
      '__tests__/hosts/log/*.test.ts',
    ],
  },
  gate: { mutate: ['src/core/gate/*.ts', `!${looks}`, `!${forecasts}`, `!${reasons}`], testFiles: gateTests },
  'gate-reasons': { mutate: [reasons], testFiles: gateTests },
  'gate-looks': { mutate: [looks], testFiles: gateTests },
  'gate-forecasts': { mutate: [forecasts], testFiles: gateTests },
};
