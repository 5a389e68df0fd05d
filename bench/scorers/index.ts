/**
 * Replies a second of a scorer in Python, started for each reply and started once (`serve: true`), and the ratio:
 * `node bench/scorers/index.ts`. Docs: docs/scorers.md.
 */
import { openScorers } from '../../src/hosts/scorer/open-scorers.ts';

const once = 'import json, sys; json.load(sys.stdin); print(json.dumps({"score": 1}))';
const served =
  'import json, sys\nfor line in sys.stdin:\n    json.loads(line)\n    print(json.dumps({"score": 1}), flush=True)';

const scorers = openScorers({
  scorers: new Map([
    ['once', { command: ['python3', '-c', once] }],
    ['served', { command: ['python3', '-c', served], serve: true }],
  ]),
  cwd: process.cwd(),
  environment: process.env,
});

async function perSecond(name: string, replies: number): Promise<number> {
  const signal = new AbortController().signal;
  const from = performance.now();
  for (let at = 0; at < replies; at++) await scorers.run(name, { reply: { text: 'Within 30 days.' } }, signal);
  return (replies / (performance.now() - from)) * 1000;
}

await perSecond('served', 1);
const [slow, fast] = [await perSecond('once', 40), await perSecond('served', 4000)];
scorers.close();
process.stdout.write(`once ${slow.toFixed(1)}/s, served ${fast.toFixed(0)}/s, ratio ${Math.round(fast / slow)}\n`);
