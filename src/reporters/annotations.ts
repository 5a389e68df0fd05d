import type { Position } from '../core/position.ts';
import { problemsOf } from '../core/report/problems-of.ts';
import type { Report } from '../core/report/report.ts';
import { clip } from '../core/text/clip.ts';
import { showHidden } from '../core/text/show-hidden.ts';
import { casesOf } from './cases-of.ts';
import { headlineOf } from './opening/opening-of.ts';
import { type Phrase, plain, say, upperFirst } from './wording/say.ts';
import { wordFallen } from './wording/word-fallen.ts';
import { wordReason } from './wording/word-reason.ts';
import { wordServed } from './wording/word-served.ts';
import { mendUnreviewed, wordUnreviewed } from './wording/word-unreviewed.ts';
import { worstPromptsFirst } from './worst-prompts-first.ts';

/** What the runner shows on the Files tab: lines and columns from 1. */
export type Annotation = {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  /** At most 4,096 characters, where the runner would cut it. */
  readonly message: string;
} & Partial<Position>;

const mostOfALevel = 10;
const longestMessage = 4096;

/** The report as annotations, at most ten of each level (the runner takes no more of a step): the verdict first, then what it rests on. */
export function writeAnnotations(given: Report): readonly Annotation[] {
  const report = worstPromptsFirst(given);
  const all = [
    ...verdict(report),
    ...problems(report),
    ...regressions(report),
    ...fallen(report),
    ...unreviewed(report),
    ...wordServed(report).map((told) => annotation('warning', 'Promptgate: another model answered', told, {})),
  ];
  const taken = { error: 0, warning: 0, notice: 0 };
  return all.filter(({ level }) => {
    taken[level] += 1;
    return taken[level] <= mostOfALevel;
  });
}

function verdict(report: Report): readonly Annotation[] {
  if (report.verdict === 'skipped') return [];
  const [only, ...more] = report.prompts;
  const at = only === undefined || more.length > 0 || only.change === 'removed' ? {} : { file: only.path };
  const level = !report.gate.open ? 'error' : report.verdict === 'pass' ? 'notice' : 'warning';
  return [annotation(level, `Promptgate: ${report.verdict}`, headlineOf(report), at)];
}

function problems(report: Report): readonly Annotation[] {
  return problemsOf(report).map(({ problem: { what, at, fix, reason } }) =>
    annotation('error', `Promptgate: ${reason}`, say`${what}${fix === undefined ? [] : say` ${fix}`}`, at ?? {}),
  );
}

/** Broken cases stand at the case; other reasons at the prompt. */
function regressions(report: Report): readonly Annotation[] {
  const level = report.gate.open ? 'warning' : 'error';
  return report.prompts.flatMap((prompt) => {
    const reasons = [...prompt.reasons, ...prompt.models.flatMap((row) => row.reasons)];
    return reasons.flatMap((reason): readonly Annotation[] => {
      // What is accepted without anyone's word is in the report; it marks no line.
      if (reason.kind === 'tolerated-case') return [];
      // It stands with its counts where the case is.
      if (reason.kind === 'leaning-case' && !reason.confirmed) return [];
      const named = 'case' in reason ? reason.case : undefined;
      const at = prompt.exam.find(({ id }) => id === named)?.at ?? { file: prompt.path };
      const blocking =
        reason.kind === 'case'
          ? reason.blocks
          : reason.kind === 'failing-case'
            ? report.gate.failOn.includes('failing')
            : prompt.verdict === 'regressed' || prompt.verdict === 'invalid';
      return [annotation(blocking ? level : 'warning', 'Promptgate', upperFirst(wordReason(reason, report.mode)), at)];
    });
  });
}

/** Cases that fell without proof, at the case. */
function fallen(report: Report): readonly Annotation[] {
  return casesOf(report, 'fell').map((placed) => {
    const { prompt, row, case: one } = placed;
    const at = prompt.exam.find(({ id }) => id === one.id)?.at ?? { file: prompt.path };
    return annotation(
      'warning',
      'Promptgate',
      say`${wordFallen([placed], say`on ${row.id}`)}, not proven by itself`,
      at,
    );
  });
}

function unreviewed(report: Report): readonly Annotation[] {
  return report.unreviewed.map((one) =>
    annotation('warning', 'Promptgate: unreviewed', say`${upperFirst(wordUnreviewed(one))}. ${mendUnreviewed(one)}`, {
      file: one.path,
    }),
  );
}

function annotation(level: Annotation['level'], title: string, phrase: Phrase, at: Partial<Position>): Annotation {
  const place = at.file === undefined ? at : { ...at, file: showHidden(at.file) };
  return { level, title, message: clip(plain(phrase, showHidden), longestMessage), ...place };
}
