import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

/** A service that is down: every call is answered with 503. */
function startDown(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(503).end('{"error":{"message":"no upstream"}}'));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('a port');
      resolve({ url: `http://127.0.0.1:${address.port}/v1`, server });
    });
  });
}

describe('a provider that is down and has a fallback', () => {
  let shop: LocalShop;
  let down: Awaited<ReturnType<typeof startDown>>;
  let models: ModelService;
  const start = async (breaks: readonly string[]) => {
    models = await startModelService({ seed: 'fallback', ...shopModels(breaks) });
    down = await startDown();
    shop = new LocalShop({
      ...shopBase,
      'promptgate.yml': `version: 1
models: [{ provider: router, model: cheap }]
providers: { router: { base-url: ${down.url}, fallback: default } }
`,
    });
    shop.write({ [promptPath]: promptText('warmly') });
  };
  afterEach(async () => {
    shop.remove();
    down.server.close();
    await models.close();
  });
  const review = async () => {
    const run = await runCli(shop.folder, ['review', '--base-url', models.url, '--json', '--store', 'replies.sqlite']);
    return { status: run.status, report: reportSchema.parse(JSON.parse(run.stdout)) };
  };

  describe('whose prompt holds', () => {
    beforeEach(() => start([]));
    it('is reviewed on what the fallback answered, and the report says who served what', async () => {
      const { status, report } = await review();
      expect([status, report.verdict]).toEqual([0, 'pass']);
      expect(report.problems).toEqual([]);
      const told = report.notes.filter((note) => note.includes('fallback'));
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/^router was down: its fallback, default, answered all \d+ calls\. .*503/);
    });
  });

  describe('whose prompt breaks a case', () => {
    beforeEach(() => start(['case-3']));
    it('is blocked as it would be without the fault', async () => {
      const { status, report } = await review();
      expect([status, report.verdict]).toEqual([1, 'regressed']);
    });
  });
});
