import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { askPromptfoo } from './ask-promptfoo.ts';
import { askPromptgate } from './ask-promptgate.ts';
import { replies } from './replies.ts';
import { suite } from './suite.ts';

// How far our reading of promptfoo's tests agrees with promptfoo itself: every test on every reply, passed or not.
// npm run bench:promptfoo -- --install        installs promptfoo into a folder of its own first (about 400 MB)
// npm run bench:promptfoo -- --in FOLDER      takes the one that is installed there
const wanted = '0.121';
const { values } = parseArgs({ options: { install: { type: 'boolean' }, in: { type: 'string' } } });
const folder = values.in ?? (values.install === true ? install() : undefined);
if (folder === undefined) {
  console.error('Say --install, or --in FOLDER where promptfoo is installed.');
  process.exit(2);
}

const tests = testsOf();
const ours = await askPromptgate(suite, replies);
const theirs = await askPromptfoo(folder, suite, replies);
const both = tests.flatMap((test, index) =>
  replies.flatMap((reply, place) => {
    const [here, there] = [ours.passes[index]?.[place], theirs[index]?.[place]];
    return here === undefined || there === undefined ? [] : [{ test, reply, here, there }];
  }),
);
const differ = both.filter(({ here, there }) => here !== there);
const version = /"version": "([^"]+)"/u.exec(
  readFileSync(`${folder}/node_modules/promptfoo/package.json`, 'utf8'),
)?.[1];

console.log(`promptfoo ${version}: ${tests.length} tests × ${replies.length} replies`);
console.log(
  `both run: ${both.length}, agree: ${both.length - differ.length} (${percent(both.length - differ.length)})`,
);
console.log(`not run here: ${ours.notRun.length}`);
for (const line of ours.notRun) console.log(`  ${line}`);
console.log('differ:');
for (const { test, reply, here, there } of differ) {
  const shown = reply.toolCalls === undefined ? JSON.stringify(reply.text.slice(0, 60)) : 'calls';
  console.log(`  ${test}: ${shown} ${here ? 'passes' : 'fails'} here, ${there ? 'passes' : 'fails'} there`);
}
process.exit(0);

function percent(agree: number): string {
  return `${((100 * agree) / both.length).toFixed(2)} %`;
}

function testsOf(): readonly string[] {
  const held = suite['tests'];
  return Array.isArray(held) ? held.map((test) => JSON.stringify(test.assert).slice(0, 140)) : [];
}

function install(): string {
  const into = mkdtempSync(join(tmpdir(), 'promptfoo-'));
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--omit=optional'];
  execFileSync('npm', ['install', `promptfoo@${wanted}`, 'node-sql-parser@5', ...flags], {
    cwd: into,
    stdio: 'inherit',
  });
  return into;
}
