import { dirname } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';

/** Uploads files as one artifact of the run. A service that is missing or says no is told, never an error. */
export async function uploadArtifact(
  name: string,
  files: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  if (process.env['ACTIONS_RESULTS_URL'] === undefined) {
    say('No artifact service here: the report stays on this machine.');
    return;
  }
  try {
    const { id } = await new DefaultArtifactClient().uploadArtifact(name, [...files], dirname(first));
    say(`The report is kept as the artifact ${name}${id === undefined ? '' : ` (${id})`}.`);
  } catch (fault) {
    say(`The report could not be kept as an artifact: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
