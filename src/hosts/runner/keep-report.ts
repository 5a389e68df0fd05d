import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DefaultArtifactClient } from '@actions/artifact';
import type { KeptReport, ReportFiles } from '../../core/report/report.ts';

/** What the comment waits for at most: a service that says nothing must not hold it back. A cancelled run waits for nothing. */
const longestMs = 60_000;

/**
 * Keeps a report as two artifacts of the run: an archive of page and JSON, and beside it the page by itself, which a browser shows
 * where an archive must be saved and unpacked first. A service that is missing or says no is told, never an error.
 * @param run address of the run
 */
export async function keepReport(
  name: string,
  { html, json }: ReportFiles,
  run: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<KeptReport> {
  if (process.env['ACTIONS_RESULTS_URL'] === undefined) {
    say('No artifact service here: the report stays on this machine.');
    return { links: {}, lost: 'The full report is not kept: this runner has no artifact service.' };
  }
  if (signal.aborted) {
    say('The report is not kept as an artifact: the run was cancelled.');
    return { links: {}, lost: 'The full report could not be kept: the run was cancelled.' };
  }
  const [page, archive] = await Promise.all([
    html === undefined ? undefined : tell(upload(`${name}.html`, [html], true), `${name}.html`, say, signal),
    tell(
      upload(
        name,
        [html, json].filter((file) => file !== undefined),
        false,
      ),
      name,
      say,
      signal,
    ),
  ]);
  const addressOf = (id: number): string => `${run}/artifacts/${id}`;
  const links = {
    ...(page?.id === undefined ? {} : { report: addressOf(page.id) }),
    ...(archive.id === undefined ? {} : { archive: addressOf(archive.id), ...downloadOf(run, name) }),
  };
  const why = archive.why ?? page?.why;
  return { links, ...(why === undefined ? {} : { lost: wordLost(why, archive.id !== undefined) }) };
}

type Upload = { readonly id?: number; readonly why?: string };

async function upload(name: string, files: readonly string[], alone: boolean): Promise<number | undefined> {
  const client = new DefaultArtifactClient();
  const [first] = files;
  if (first === undefined) return undefined;
  if (!alone) return (await client.uploadArtifact(name, [...files], dirname(first))).id;
  // An artifact that is no archive has the name of its file.
  const file = join(dirname(first), name);
  if (file !== first) await copyFile(first, file);
  return (await client.uploadArtifact(name, [file], dirname(file), { skipArchive: true })).id;
}

async function tell(
  uploading: Promise<number | undefined>,
  name: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Upload> {
  try {
    const late = setTimeout(longestMs, 'late', { ref: false, signal });
    const id = await Promise.race([uploading, late]);
    if (typeof id === 'string') throw new Error(`the artifact service did not take it within ${longestMs / 1000} s`);
    if (id === undefined) throw new Error('the artifact service did not say where it is');
    say(`The report is kept as the artifact ${name} (${id}).`);
    return { id };
  } catch (fault) {
    const said = fault instanceof Error ? fault.message : String(fault);
    const why = signal.aborted ? 'the run was cancelled' : said.replace(/\.$/u, '');
    say(`The report could not be kept as the artifact ${name}: ${why}.`);
    return { why };
  }
}

function wordLost(why: string, isArchived: boolean): string {
  const mend = /already exists/iu.test(why) ? ' Give each use of Promptgate in a workflow its own `name`.' : '';
  return isArchived
    ? `The page could not be kept to be opened in the browser: ${why}.${mend} It is in the archive.`
    : `The full report could not be kept: ${why}.${mend}`;
}

/** The command that fetches the archive of a run; none where the address is none of a run. */
function downloadOf(run: string, name: string): { readonly download?: string } {
  const { host, repository, id } =
    /^https?:\/\/(?<host>[^/]+)\/(?<repository>[^/]+\/[^/]+)\/actions\/runs\/(?<id>\d+)$/u.exec(run)?.groups ?? {};
  if (host === undefined || repository === undefined || id === undefined) return {};
  const place = host === 'github.com' ? repository : `${host}/${repository}`;
  return {
    download: `gh run download ${id} --repo ${place} --name ${/^[\w.-]+$/u.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`}`,
  };
}
