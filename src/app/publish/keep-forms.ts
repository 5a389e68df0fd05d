import type { PageForm } from '../../core/page-form.ts';
import { tryOutput } from './outputs-of.ts';
import type { Stage } from './stage.ts';

/** What a run found as the files that are kept of it. */
export type Forms = {
  readonly json: () => string;
  readonly html: (form: PageForm) => Promise<string>;
};

/** Writes what a run found as JSON and as a page, sets where they are, and keeps both as an artifact, where one has a name. */
export async function keepForms(forms: Forms, artifact: string, stage: Stage): Promise<void> {
  const json = await tryOutput('The report promptgate.json', stage, () =>
    stage.writeFile('promptgate.json', [stage.redact(forms.json())]),
  );
  const html = await tryOutput('The report promptgate.html', stage, async () =>
    stage.writeFile('promptgate.html', [stage.redact(await forms.html(await stage.loadPage()))]),
  );
  await tryOutput('The paths of the report', stage, () => {
    if (json !== undefined) stage.setOutput('report-json', stage.redact(json));
    if (html !== undefined) stage.setOutput('report-html', stage.redact(html));
  });
  if (artifact === '' || (json ?? html) === undefined) return;
  const files = { ...(json === undefined ? {} : { json }), ...(html === undefined ? {} : { html }) };
  await tryOutput('The artifact', stage, () => stage.keepReport(artifact, files));
}
