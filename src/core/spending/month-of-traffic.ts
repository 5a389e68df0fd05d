import type { ReportRow } from '../report/report.ts';
import type { Settings } from '../settings/settings.ts';

type Spending = NonNullable<ReportRow['spending']>;
type Spent = Spending['segments'][string];

/** What a month of the traffic costs that the config tells of segments: nothing where none has both traffic and cases. */
export function monthOf(
  segments: readonly (readonly [string, Spent])[],
  { segments: traffic }: Pick<Settings, 'segments'>,
): { readonly month?: NonNullable<Spending['month']> } {
  const flowing = segments.flatMap(([name, spent]) => {
    const replies = traffic.get(name)?.monthly;
    return replies === undefined ? [] : [{ replies, usd: spent.usd }];
  });
  if (flowing.length === 0) return {};
  const sum = (read: (usd: Spent['usd']) => number | null): number | null => {
    const parts = flowing.flatMap(({ replies, usd }) => {
      const value = read(usd);
      return value === null ? [] : [value * replies];
    });
    return parts.length < flowing.length ? null : parts.reduce((all, part) => all + part, 0);
  };
  const change = sum(({ delta }) => delta);
  // Errors of segments are of different cases: they add up by their squares.
  const reach = (of: 'low' | 'high'): number | null => {
    let squares = 0;
    for (const { replies, usd } of flowing) {
      const bound = usd[of];
      if (bound === null || usd.delta === null) return null;
      squares += (replies * (bound - usd.delta)) ** 2;
    }
    return Math.sqrt(squares);
  };
  const [below, above] = [reach('low'), reach('high')];
  return {
    month: {
      replies: flowing.reduce((all, { replies }) => all + replies, 0),
      old: sum(({ old }) => old),
      new: sum(({ new: now }) => now),
      low: change === null || below === null ? null : change - below,
      high: change === null || above === null ? null : change + above,
    },
  };
}
