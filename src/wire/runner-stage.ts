import type { Stage } from '../app/publish/stage.ts';
import { createLog, redact } from '../hosts/log/create-log.ts';
import type { Runner } from '../hosts/runner/open-runner.ts';
import { loadPage } from './load-page.ts';

/** Where a run of the action shows what it found, and what it must never show. */
export type RunnerStage = {
  readonly stage: Stage;
  /** Masks a secret in all that is shown from now on, by the runner and by this. */
  readonly hide: (secret: string | undefined) => void;
  /** Writes a line to the step's log. */
  readonly say: (line: string) => void;
};

/** @param signal ends what waits for the artifact's service */
export function openStage(runner: Runner, signal: AbortSignal): RunnerStage {
  const secrets = new Set<string>();
  const clean = (text: string): string => redact(text, secrets);
  const log = createLog(runner.print);
  const say = (line: string): void => log.say(clean(line));
  let isWordLeft = false;
  return {
    hide: (secret) => {
      if (secret === undefined || secret === '') return;
      runner.mask(secret);
      secrets.add(secret);
    },
    say,
    stage: {
      setOutput: runner.setOutput,
      writeSummary: runner.writeSummary,
      annotate: (annotation) => runner.annotate({ ...annotation, message: clean(annotation.message) }),
      writeFile: runner.writeFile,
      writeInWorkspace: async (path, pieces) => {
        const { writeInFolder } = await import('../hosts/workspace/write-in-folder.ts');
        return writeInFolder(runner.workspace, path, pieces);
      },
      keepReport: async (name, files) => {
        const { keepReport } = await import('../hosts/runner/keep-report.ts');
        return keepReport(name, files, runner.run.url, say, signal);
      },
      redact: clean,
      loadPage,
      say,
      leaveLastWord: (word) => {
        if (word !== undefined || isWordLeft)
          runner.saveState('comment', word === undefined ? '' : JSON.stringify(word));
        isWordLeft = word !== undefined;
      },
    },
  };
}
