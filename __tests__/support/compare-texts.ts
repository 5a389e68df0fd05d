import { compareScoreFiles } from '../../src/app/compare/compare-score-files.ts';
import { nothingSpent } from '../../src/app/review/empty-report.ts';
import { defaultInputs, defaultSettings } from '../../src/app/review/read-settings.ts';
import type { Report } from '../../src/core/report/report.ts';
import type { Settings } from '../../src/core/settings/settings.ts';

/** What a comparison runs by where nothing is said. */
export const compareSettings: Settings = { ...defaultSettings(defaultInputs()), mode: 'compare' };

/** The report on two score files of these texts. */
export function compareTexts(old: string, next: string, more: Partial<Settings> = {}, ending = 'json'): Report {
  return compareScoreFiles(
    { old: { path: `old.${ending}`, text: old }, new: { path: `new.${ending}`, text: next } },
    {
      tool: { name: 'promptgate', version: '0.0.0' },
      pull: { base: { sha: '', ref: 'old' }, head: { sha: '', ref: 'new' } },
      startedAt: '2026-01-05T10:00:00.000Z',
      settings: { ...compareSettings, ...more },
      notes: [],
      spent: nothingSpent,
    },
  );
}
