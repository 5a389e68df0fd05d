import { describe, expect, it } from 'vitest';
import type { DriftRow } from '../../src/core/drift/drift-report.ts';
import { driftIssue, writeDrift } from '../../src/reporters/drift.ts';
import { renderMarkdown } from '../support/render-markdown.ts';

type Replies = NonNullable<DriftRow['replies']>;

const before = { at: '2026-11-12T05:17:00.000Z', text: 'You have 30 days to send it back, from the day it came.' };
const fallen: Replies[number] = {
  case: 'late-return',
  asked: 'Can I still return this?',
  before,
  now: 'You have 14 days to send it back, from the day it came.',
  fails: [{ check: 'contains: 30 days', reason: '"30 days" is not there' }],
};

function rowWith(replies: Replies): DriftRow {
  return {
    model: 'strong',
    verdict: 'drifted',
    served: ['strong'],
    layers: [],
    found: [{ layer: 'cases', channel: 'case', towards: 'lower' }],
    cases: replies.map((one) => one.case),
    replies,
    metrics: {},
    history: [],
    runs: 14,
    missing: { missing: 0, of: 2 },
  };
}

const at = { run: 'https://example.test/run', day: '2026-11-14T05:17:00.000Z', label: 'accept', marker: '<!-- m -->' };
const issue = (...replies: Replies) => driftIssue({ path: 'a.prompt.yml', row: rowWith(replies) }, at).body;

describe('replies in the issue about a drift', () => {
  it('stand one under the other with the words that differ underlined', () => {
    expect(issue(fallen)).toContain(
      [
        '**`late-return`**<br>Can I still return this?',
        '',
        '> **Before** (12 Nov 2026) · You have <ins>30</ins> days to send it back, from the day it came.',
        '>',
        '> **Now** · You have <ins>14</ins> days to send it back, from the day it came.',
        '',
        'Fails `contains: 30 days`: "30 days" is not there',
      ].join('\n'),
    );
  });

  it('show what the case expects where no reply from before is known, and how one comes to be', () => {
    const { before: _, ...alone } = fallen;
    const body = issue({ ...alone, reference: '30 days' });
    expect(body).toContain('> **Expected** · 30 days\n>\n> **Now** · You have 14 days');
    expect(body).toContain('`drift: { history-texts: true }`');
    expect(issue(fallen)).not.toContain('history-texts');
  });

  it('cannot act, whatever they say', () => {
    const hostile =
      '@ada closes #12 <img src=x onerror=alert(1)> <!-- m --> [a](javascript:b) `c` $d$ \u202e\n> | e |\n# f';
    const body = issue({
      ...fallen,
      case: hostile,
      asked: hostile,
      now: hostile,
      before: { ...before, text: `${hostile}!` },
    });
    expect(body.match(/<!--/gu)).toHaveLength(1);
    const page = renderMarkdown(body.replace('<!-- m -->', ''));
    expect(page).not.toMatch(/<img|<a [^>]*javascript|<h1|<table/u);
    expect(body).not.toMatch(/@ada|(?<!&)#12|\u202e/u);
  });

  it('are told by the terminal too', () => {
    const report = {
      version: 1,
      tool: { name: 'promptgate', version: '1' },
      startedAt: at.day,
      head: { sha: '', ref: '' },
      verdict: 'drifted',
      problems: [],
      notes: [],
      prompts: [{ path: 'a.prompt.yml', models: [rowWith([fallen])] }],
      calls: { made: 0, failed: 0 },
      open: false,
    } as const;
    const told = writeDrift(report, { colours: false, columns: 200 });
    expect(told).toContain('late-return before: You have 30 days to send it back, from the day it came.');
    expect(told).toContain('late-return now: You have 14 days');
  });
});
