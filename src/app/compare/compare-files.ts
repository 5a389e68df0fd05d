import type { Clock, Host } from '../../core/ports.ts';
import { ProblemError } from '../../core/problem.ts';
import type { FileText, PullRequest } from '../../core/pull-request.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { BothSides } from '../../core/side.ts';
import { nothingSpent } from '../review/empty-report.ts';
import { readSettings, readSettingsHere } from '../review/read-settings.ts';
import type { ReviewResult } from '../review/review.ts';
import { compareScoreFiles, type ScoreText } from './compare-score-files.ts';

export type ComparePorts = {
  readonly clock: Pick<Clock, 'now'>;
  readonly tool: { readonly name: string; readonly version: string };
  /** Reads a score file, or a config where there is no pull request to read it from. */
  readonly readFile: (path: string) => Promise<FileText>;
};

/**
 * Compares two score files with the settings of a pull request's base branch, or of this folder where there is none.
 * @throws ProblemError where config or files cannot be read
 */
export async function compareFiles(
  { inputs, paths, pull }: { readonly inputs: Inputs; readonly paths: BothSides<string>; readonly pull?: ComparedPull },
  ports: ComparePorts,
): Promise<ReviewResult> {
  const startedAt = new Date(ports.clock.now()).toISOString();
  const { settings, notes } =
    pull === undefined
      ? await readSettingsHere(ports.readFile, inputs)
      : await readSettings(pull.host, pull.request, inputs);
  const old = await readScores(paths.old, ports);
  const next = await readScores(paths.new, ports);
  const named = { base: { sha: '', ref: paths.old }, head: { sha: '', ref: paths.new } };
  const report = compareScoreFiles(
    { old, new: next },
    {
      ...(inputs.columns === undefined ? {} : { columns: inputs.columns }),
      tool: ports.tool,
      pull: pull?.request ?? named,
      startedAt,
      settings: { ...settings, mode: 'compare' },
      notes,
      spent: nothingSpent,
    },
  );
  return { report, settings, ...(pull === undefined ? {} : { pull: pull.request }) };
}

export type ComparedPull = { readonly host: Pick<Host, 'texts'>; readonly request: PullRequest };

async function readScores(path: string, { readFile }: ComparePorts): Promise<ScoreText> {
  const file = await readFile(path);
  switch (file.kind) {
    case 'text':
      return { path, text: file.text };
    case 'absent':
      throw new ProblemError({
        reason: 'files',
        what: 'there is no such file.',
        at: { file: path },
        fix: 'Check the path, and that the step which writes it ran before.',
      });
    case 'refused':
      throw new ProblemError({ reason: 'files', what: `the file is not read: ${file.why}.`, at: { file: path } });
  }
}
