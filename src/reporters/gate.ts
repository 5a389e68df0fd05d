import type { GateReport } from '../core/report/gate-quality.ts';
import type { Screen } from '../core/screen.ts';
import { showPercent } from './show-quantity.ts';
import { type Pen, penFor } from './terminal/pen.ts';
import { own, quote, say } from './wording/say.ts';
import { wordQuality } from './wording/word-quality.ts';

/** What the gate does with the replies of its own repository, for a terminal: a paragraph for each prompt. */
export function writeGate({ prompts, problems }: GateReport, screen: Screen): string {
  const pen = penFor(screen);
  const told = problems.map(({ what, fix }) => say`${quote(what)}${fix === undefined ? [] : say` ${quote(fix)}`}`);
  const none = prompts.length === 0 && problems.length === 0 ? [own('No prompt here has golden cases.')] : [];
  const blocks = [...told, ...none].map((phrase) => pen.lines(phrase));
  return `${[...blocks, ...prompts.map((prompt) => promptBlock(prompt, pen))].map((block) => block.join('\n')).join('\n\n')}\n`;
}

function promptBlock(prompt: GateReport['prompts'][number], pen: Pen): readonly string[] {
  const head = pen.lines(say`${prompt.path}`).map((line) => pen.paint('head', line));
  return [...head, ...wordQuality(prompt).flatMap((phrase) => pen.lines(phrase))];
}

/** The badge as the endpoint of shields.io reads it: the highest share of false blocks among the prompts. */
export function writeBadge({ prompts }: GateReport): string {
  const shares = prompts.flatMap(({ measured }) => (measured === null ? [] : [measured.falseBlocks]));
  const worst = shares.toSorted((a, b) => b.share - a.share)[0];
  const message = worst === undefined ? 'too few replies kept' : `${showPercent(worst.share)} false blocks`;
  const color = worst === undefined ? 'lightgrey' : worst.share <= 0.05 ? 'brightgreen' : 'orange';
  return `${JSON.stringify({ schemaVersion: 1, label: 'prompt gate', message, color }, null, 2)}\n`;
}
