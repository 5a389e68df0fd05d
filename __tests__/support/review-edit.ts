import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { Files } from './github-repository.ts';
import { LocalShop } from './local-shop.ts';
import { runCli } from './run-cli.ts';

/** What came of a review of an edit, and every conversation that a model was asked, written `role: content`. */
export type ReviewedEdit = {
  readonly status: number | null;
  readonly stderr: string;
  readonly report: ReturnType<typeof JSON.parse>;
  readonly asked: readonly (readonly string[])[];
};

/** Commits `files`, writes `edit` over them and reviews the working tree through the bundled command line. */
export async function reviewEdit(
  files: Files,
  edit: Files,
  rules: ModelScript['rules'] = [],
  args: readonly string[] = [],
  models: readonly string[] = ['a'],
): Promise<ReviewedEdit> {
  const shop = new LocalShop(files);
  const service = await startModelService({ seed: 'edit', rules });
  try {
    shop.write(edit);
    const flags = [
      ...models.flatMap((model) => ['--models', model]),
      '--base-url',
      service.url,
      '--store',
      's.sqlite',
      '--json',
      ...args,
    ];
    const { status, stdout, stderr } = await runCli(shop.folder, ['review', ...flags]);
    const asked = service
      .requests()
      .flatMap((call) =>
        call.kind === 'chat' ? [call.messages.map(({ role, content }) => `${role}: ${content}`)] : [],
      );
    const once = [...new Map(asked.map((messages) => [messages.join('\n'), messages])).values()].toSorted(byText);
    return { status, stderr, report: stdout === '' ? undefined : JSON.parse(stdout), asked: once };
  } finally {
    await service.close();
    shop.remove();
  }
}

function byText(one: readonly string[], other: readonly string[]): number {
  return one.join('\n') < other.join('\n') ? -1 : 1;
}
