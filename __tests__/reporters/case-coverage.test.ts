import { describe, expect, it } from 'vitest';
import { writeComment } from '../../src/reporters/comment.ts';
import { writeTerminal } from '../../src/reporters/terminal.ts';
import { buildPrompt, buildReport } from '../support/report-builder.ts';
import { writePage } from '../support/write-page.ts';

const whole = buildPrompt({ path: 'prompts/whole.txt' });
const asked = whole.exam.slice(0, 3);
const partly = buildPrompt({
  path: 'prompts/partly.txt',
  exam: asked.map((one, index) => (index === 0 ? { ...one, notRun: ['python'] } : one)),
  setAside: 6,
  unchecked: ['bare'],
});

/** The table's row of the prompt, as words. */
function rowOf(text: string, path: string): string {
  return text.split('\n').find((line) => line.includes(path) && /pass/u.test(line)) ?? '';
}

describe('a table of prompts whose cases were not all asked', () => {
  const report = buildReport({ prompts: [partly, whole] });
  const all = String(whole.exam.length);

  it('says in the comment how many were, and how many in part', () => {
    const body = writeComment(report, '');
    expect(body).toMatch(/^\| Prompt +\| Model +\| +Cases \| +Pass rate/mu);
    expect(rowOf(body, 'partly.txt')).toContain('| 3 of 10, 1 in part |');
    expect(rowOf(body, 'whole.txt')).toMatch(new RegExp(`\\| +${all} \\|`, 'u'));
  });

  it('says so in the terminal, and how many were where there is little room', () => {
    const text = writeTerminal(report, { colours: false, columns: 120 });
    expect(rowOf(text, 'partly.txt')).toContain(' 3 of 10, 1 in part');
    expect(rowOf(text, 'whole.txt')).toMatch(new RegExp(` ${all}(?: |$)`, 'u'));
    const narrow = writeTerminal(report, { colours: false, columns: 80 });
    expect(rowOf(narrow, 'partly.txt')).toMatch(/% +3 of 10/u);
  });

  it('says so on the page', () => {
    expect(writePage(report)).toContain('<td class="n">3 of 10, 1 in part</td>');
  });

  it('has no such column where all were asked by all they ask for', () => {
    const plain = buildReport({ prompts: [whole] });
    expect(writeTerminal(plain, { colours: false })).not.toMatch(/ cases +pass rate/u);
    expect(writeComment(plain, '')).not.toContain(' Cases |');
  });
});

it('the headline of a prompt of which cases were set aside counts those that were asked', () => {
  const report = buildReport({
    verdict: 'unreviewed',
    prompts: [partly],
    unreviewed: [{ path: 'prompts/partly.txt', why: 'not-run', detail: '6 of 9: a, b, c, d, e and 1 more' }],
  });
  const [headline] = writeTerminal(report, { colours: false, columns: 200 }).split('\n');
  expect(headline).toContain('Not checked: prompts/partly.txt was checked by 3 of its 10 cases');
});
