import { useState } from 'preact/hooks';
import { checkCommand } from '../reporters/html/links-of.ts';
import type { PageAsked, PageCase, PageEntry, PageIndex } from '../reporters/html/page-data.ts';
import { comparedChecks } from './checks-compared.tsx';
import { addressOf } from './use-view.ts';
import type { View } from './view.ts';

type Given = {
  readonly index: PageIndex;
  readonly entry: PageEntry;
  readonly one: PageCase;
  readonly asked: PageAsked;
  readonly model: number;
  readonly trial: number;
  readonly view: View;
};

/** What can be taken along: a link to what is looked at, the case as a prompt for a model, the command that asks again. */
export function CaseActions(given: Given) {
  const { index, entry, model, trial, view } = given;
  const [told, tell] = useState('');
  const path = index.prompts[entry.prompt]?.path ?? '';
  const command = index.mode === 'check' ? checkCommand([path]) : index.replay;
  const link = () =>
    addressOf({
      ...view,
      case: entry.id,
      model: index.models[model],
      trial: trial + 1,
      ...(index.prompts.length > 1 ? { prompt: path } : {}),
    });
  const copy = (what: string, text: string) =>
    void copyText(text).then((done) => tell(done ? `Copied ${what}.` : `Could not copy ${what}.`));
  return (
    <p class="actions">
      <button type="button" class="link" id="copy-link" onClick={() => copy('the link', link())}>
        Copy link
      </button>
      <button type="button" class="link" onClick={() => copy('the prompt', asPrompt(given))}>
        Copy as prompt
      </button>
      {command !== undefined && (
        <button type="button" class="link" title={command} onClick={() => copy('the command', command)}>
          Copy command
        </button>
      )}
      <span role="status" class="soft">
        {told}
      </span>
    </p>
  );
}

/** All that a model needs to mend the prompt: what was asked, both replies, what fails, what changed. */
function asPrompt({ index, entry, one, asked, model, trial }: Given): string {
  const prompt = index.prompts[entry.prompt];
  const fails = comparedChecks(asked, trial).changed.map(({ now }) => `- ${now.name}: ${now.reason}`);
  const said = (replies: PageAsked['old']) => replies[trial]?.text ?? replies.at(-1)?.text ?? '(none)';
  return [
    `A change of the prompt ${prompt?.path ?? ''} changed what the model ${index.models[model] ?? ''} replies to the case ${entry.id}. Fix the prompt so that the case passes again and nothing else changes.`,
    ...one.vars.map(({ name, text }) => `## ${name}\n${text}`),
    ...(asked.old.length === 0 ? [] : [`## Reply before\n${said(asked.old)}`]),
    `## Reply now\n${said(asked.new)}`,
    ...(fails.length === 0 ? [] : [`## What changed in its checks\n${fails.join('\n')}`]),
    ...(prompt === undefined || prompt.diff === '' ? [] : [`## What changed in the prompt\n${prompt.diff}`]),
  ].join('\n\n');
}

/** Puts a text on the clipboard. @returns whether it is there */
async function copyText(text: string): Promise<boolean> {
  try {
    // Pages that are no secure place have no clipboard.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
