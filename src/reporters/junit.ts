import { XMLBuilder } from 'fast-xml-parser';
import type { Report, ReportPrompt, ReportRow } from '../core/report/report.ts';
import { problemsOf } from '../core/report/report-outcome.ts';
import { clip } from '../core/text/clip.ts';
import { showHidden } from '../core/text/show-hidden.ts';
import { type CaseOutcome, wordCaseOutcome } from './junit/word-case-outcome.ts';
import { openingOf } from './opening/opening-of.ts';
import { reasonsToTell } from './reasons-to-tell.ts';
import { lengthOf, type Phrase, plain, say, upperFirst } from './wording/say.ts';
import { unreviewedToTell } from './wording/unreviewed-to-tell.ts';
import { wordProblem } from './wording/word-problem.ts';
import { wordReason } from './wording/word-reason.ts';

/** Characters of an attribute, and of the text that tells what happened. */
const longest = { attribute: 300, text: 6000 };

type Test = { readonly name: string; readonly classname: string; readonly seconds?: number } & CaseOutcome;
type Suite = { readonly name: string; readonly tests: readonly Test[] };

/**
 * The report as JUnit XML, by both schemas that are in use: Ant's, which allows least (no attribute of `testsuites`, one outcome a
 * test, and every part of a suite in its order), and that of Jenkins' xunit plugin. A suite a prompt and model, a test a case. What the review holds against a case is a failure; what it could not score is an error; what it leaves open is
 * skipped with the reason, so that a file without failures means an open gate unless a rule broke, which is a test of its own.
 */
export function* writeJunit(report: Report): Generator<string> {
  const ofPrompts: Suite[] = [];
  for (const prompt of report.prompts) {
    for (const row of prompt.models) {
      ofPrompts.push(suiteOf(prompt, row, report));
      yield '';
    }
  }
  const suites = [whole(report, ofPrompts), ...ofPrompts].filter(({ tests }) => tests.length > 0);
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  });
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${opens}`;
  for (const [id, suite] of suites.entries()) {
    const built = String(builder.build({ testsuites: { testsuite: nodeOfSuite(suite, id, report) } }));
    yield built.slice(opens.length, built.lastIndexOf(closes));
  }
  yield `${closes}\n`;
}

/** What stands around each suite as it is built, and around all of them once. */
const [opens, closes] = ['<testsuites>\n', '</testsuites>'];

function nodeOfSuite({ name, tests }: Suite, id: number, report: Report): object {
  return {
    '@_id': id,
    '@_name': harmless(name, longest.attribute),
    '@_package': 'promptgate',
    '@_hostname': 'localhost',
    '@_tests': tests.length,
    '@_failures': count(tests, 'failure'),
    '@_errors': count(tests, 'error'),
    '@_skipped': count(tests, 'skipped'),
    '@_time': seconds(tests.reduce((sum, test) => sum + (test.seconds ?? 0), 0)),
    '@_timestamp': harmless(report.startedAt.replace(/\.\d+Z$/u, ''), longest.attribute),
    properties: '',
    testcase: tests.map(testOf),
    // A part without any text ends the action of EnricoMi.
    'system-out': text(tests.flatMap(toldOf)) || '\n',
    'system-err': '\n',
  };
}

function testOf({ name, classname, seconds: taken, ...outcome }: Test): object {
  return {
    '@_name': harmless(name, longest.attribute),
    '@_classname': harmless(classname, longest.attribute),
    '@_time': seconds(taken ?? 0),
    ...nodeOf(outcome),
  };
}

function nodeOf(outcome: CaseOutcome): object {
  if (outcome.kind === 'passed') return {};
  const message = harmless(wordOf(outcome.message), longest.attribute);
  if (outcome.kind === 'skipped') return { skipped: { '@_message': message } };
  return { [outcome.kind]: { '@_message': message, '@_type': outcome.type, '#text': text(outcome.told) } };
}

/** What is told of a test that passes: a suite has room for it, a test of Ant's schema has none. */
function toldOf(test: Test): readonly Phrase[] {
  return test.kind === 'passed' ? test.told.map((told) => say`${test.name}: ${told}`) : [];
}

/** What is wrong with the review as a whole, and what nothing guards. */
function whole(report: Report, suites: readonly Suite[]): Suite {
  const classname = 'promptgate';
  const problems = problemsOf(report).map((told): Test => {
    const message = wordProblem(told);
    return { name: told.problem.reason, classname, kind: 'error', type: told.problem.reason, message, told: [message] };
  });
  const unreviewed = unreviewedToTell(report).map(
    (message): Test => ({ name: wordOf(message), classname, kind: 'skipped', message }),
  );
  const rule = problems.length > 0 || suites.some(fails) ? [] : ruleOf(report);
  return { name: 'The review', tests: [...problems, ...rule, ...unreviewed] };
}

/** A gate that nothing else explains: a limit that broke, or a prompt on the whole, without one case that did. */
function ruleOf(report: Report): readonly Test[] {
  const { line, sentence } = openingOf(report);
  if (report.gate.open) return [];
  const told = report.prompts.flatMap((prompt) =>
    reasonsToTell(prompt).map((reason) => say`${prompt.path}: ${upperFirst(wordReason(reason, report.mode))}.`),
  );
  const type = report.verdict;
  return [
    { name: 'the gate', classname: 'promptgate', kind: 'failure', type, message: line, told: [sentence, ...told] },
  ];
}

function fails({ tests }: Suite): boolean {
  return tests.some(({ kind }) => kind === 'failure' || kind === 'error');
}

function suiteOf(prompt: ReportPrompt, row: ReportRow, report: Report): Suite {
  return {
    name: `${prompt.path} on ${row.id}`,
    tests: row.cases.map((one) => ({
      name: one.id,
      classname: classOf(prompt, row),
      seconds: one.replies.reduce((sum, { side, latencyMs = 0 }) => sum + (side === 'new' ? latencyMs : 0), 0) / 1000,
      ...wordCaseOutcome({ prompt, row, case: one }, report),
    })),
  };
}

/** Viewers take what is before the last dot for a package. */
function classOf({ path }: ReportPrompt, { id }: ReportRow): string {
  return `${path} on ${id}`.replaceAll('.', '·');
}

function count(tests: readonly Test[], kind: CaseOutcome['kind']): number {
  return tests.filter((test) => test.kind === kind).length;
}

function seconds(taken: number): string {
  return taken.toFixed(3);
}

function wordOf(phrase: Phrase): string {
  return plain(phrase, (outside) => outside);
}

function text(phrases: readonly Phrase[]): string {
  return harmless(
    phrases
      .filter((phrase) => lengthOf(phrase) > 0)
      .map(wordOf)
      .join('\n'),
    longest.text,
  );
}

/** Text that any XML reader takes: control characters are shown as what they are. */
function harmless(given: string, most: number): string {
  const shown = showHidden(clip(given, most)).replaceAll(/[\uFFFE\uFFFF]/gu, '\uFFFD');
  // Readers cut what is blank around a name, and take none for a name.
  return most === longest.attribute ? shown.replaceAll(/\s+/gu, ' ').trim() || '–' : shown;
}
