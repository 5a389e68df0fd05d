/**
 * Holds a format against its own conformance suite, which lies in a checked-out repository, and prints the figure and what
 * does not pass. Run: node scripts/conformance.ts dotprompt ../dotprompt/spec, node scripts/conformance.ts prompty ../prompty/schema
 */
import { createSandbox } from '../src/sandbox/create-sandbox.ts';
import { dotpromptCases } from './conformance/dotprompt-cases.ts';
import { promptyCases } from './conformance/prompty-cases.ts';
import type { Tried } from './conformance/tried.ts';

const suites = { dotprompt: dotpromptCases, prompty: promptyCases } as const;

const [name = '', folder] = process.argv.slice(2);
const suite = Object.entries(suites).find(([known]) => known === name)?.[1];
if (suite === undefined || folder === undefined) {
  console.error(`Usage: node scripts/conformance.ts ${Object.keys(suites).join('|')} FOLDER`);
  process.exit(2);
}
const sandbox = createSandbox();
const tried: readonly Tried[] = suite(folder, sandbox);
sandbox.close();
for (const { test, expected, got } of tried.filter(({ passed }) => !passed))
  console.log(`${test}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(got)}`);
console.log(`${tried.filter(({ passed }) => passed).length} of ${tried.length} pass`);
