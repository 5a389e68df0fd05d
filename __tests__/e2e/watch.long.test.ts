import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { keepsCompiled } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
let models: ModelService | undefined;
afterEach(async () => {
  await models?.close();
  shop?.remove();
});

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

/** Watches a working tree; `until` waits for words on stdout or stderr that came after those it waited for last. */
function watchIn({ folder }: LocalShop, url: string, ...flags: readonly string[]) {
  const args = ['review', '--watch', '--base-url', url, '--store', 's.sqlite', '--html', 'r.html', ...flags];
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, ...keepsCompiled };
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, from] = ['', 0];
  const heard = new EventTarget();
  const ended = once(child, 'close').then(([status]) => status);
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      heard.dispatchEvent(new Event('said'));
    });
  const until = async (words: string): Promise<string> => {
    for (;;) {
      const at = said.indexOf(words, from);
      if (at >= 0) {
        const passed = said.slice(from, at + words.length);
        from = at + words.length;
        return passed;
      }
      if (child.exitCode !== null) throw new Error(`it ended: ${said}`);
      await Promise.race([once(heard, 'said'), ended]);
    }
  };
  return { until, interrupt: () => child.kill('SIGINT'), ended };
}

it('reviews again at a save, asks what changed alone, and ends with the last verdict’s status', async () => {
  shop = new LocalShop(shopBase);
  models = await startModelService({ seed: 'watch', ...shopModels(['case-3', 'case-8']) });
  const watching = watchIn(shop, models.url);
  expect(await watching.until('Watching for saves; Ctrl-C ends.')).toContain('no prompt changed');

  shop.write({ [promptPath]: promptText('warmly') });
  expect(await watching.until('Watching for saves')).toMatch(/Do not merge yet: 2 cases broke on cheap/u);
  const first = models.requests().length;
  expect(await watching.until('max-cost $5.00.')).toContain(`This session: 2 reviews, ${first} calls, $`);

  // Neither a file that is not under review nor one that git ignores or that we write ourselves makes it say anything new.
  shop.write({ 'README.md': '# The shop\n' });
  expect(await watching.until('Watching for saves')).toContain('README.md: nothing under review changed.');
  expect(models.requests()).toHaveLength(first);

  shop.write({ [promptPath]: promptText('kindly') });
  expect(await watching.until('Watching for saves')).toContain('Fine to merge');
  // The old side's replies are kept: only the new prompt is asked.
  expect(models.requests().length - first).toBeLessThan(first);
  watching.interrupt();
  expect(await watching.ended).toBe(0);
});

it('ends by itself once a session has spent what it may', async () => {
  shop = new LocalShop(shopBase);
  models = await startModelService({ seed: 'watch', ...shopModels([]) });
  const watching = watchIn(shop, models.url, '--max-calls', '45', '--baseline-age', '0');
  await watching.until('Watching for saves');
  shop.write({ [promptPath]: promptText('warmly') });
  await watching.until('Watching for saves');
  shop.write({ [promptPath]: promptText('kindly') });
  await watching.until('This session has spent what it may (3 reviews, ');
  expect(await watching.ended).toBe(0);
});
