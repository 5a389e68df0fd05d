import type { Breathe } from '../../core/breathe.ts';
import type { Forum } from '../../core/forum.ts';
import type { PageForm } from '../../core/page-form.ts';
import type { LastWord } from '../../core/publish/end-asking.ts';
import type { KeptReport, ReportFiles } from '../../core/report/report.ts';
import type { Seal } from '../../core/seal/create-seal.ts';
import type { OutputName } from '../../core/settings/outputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Annotation, HowFar } from '../../reporters/index.ts';

/** Where a run on GitHub shows what it found. Nothing here can change the verdict. */
export type Stage = {
  readonly setOutput: (name: OutputName, value: string) => void;
  readonly writeSummary: (markdown: string) => Promise<void>;
  readonly annotate: (annotation: Annotation) => void;
  /** Writes a file of the report; its path. */
  readonly writeFile: (name: string, pieces: Iterable<string> | AsyncIterable<string>) => Promise<string>;
  /** Writes a file where the workflow asked for it, within the workspace; its path. */
  readonly writeInWorkspace: (path: string, pieces: AsyncIterable<string>) => Promise<string>;
  readonly keepReport: (name: string, files: ReportFiles) => Promise<KeptReport>;
  /** Removes secrets from what is shown where the runner does not mask them. */
  readonly redact: (text: string) => string;
  /** What the HTML report is written with. */
  readonly loadPage: () => Promise<PageForm>;
  readonly say: (line: string) => void;
  /** Leaves for the step after the job what to say in this run's name, should it still say then that it asks. Nothing more to say: no argument. */
  readonly leaveLastWord: (word?: LastWord) => void;
};

export type PublishPorts = {
  readonly breathe: Breathe;
  readonly forum: Forum;
  /** The same conversation for what nobody waits for, or has no time to: it answers soon or not at all. */
  readonly hurriedForum: (signal?: AbortSignal) => Forum;
  /** How far asking is; undefined before the first reply. */
  readonly howFar: () => HowFar | undefined;
  readonly stage: Stage;
  /** Signs what later runs may take over; undefined where this run holds no key. */
  readonly sealOf: (settings: Settings) => Seal | undefined;
  /** Run id and attempt, and the address of the run's page. */
  readonly run: { readonly id: string; readonly url: string };
};

/** What tells our comments apart: the action's `name`, and those of other modes from a review's. No `name` holds a blank. */
export function nameOfComment({ name = '', mode }: Pick<Settings, 'name' | 'mode'>): string {
  return mode === 'check' || mode === 'portability' ? `${name} ${mode}` : name;
}
