import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, type CDPSession, chromium as launcher, type Page } from 'playwright-core';
import { z } from 'zod';
import { buildLargeReport } from '../../__tests__/support/large-report.ts';
import { loadPage } from '../../src/hosts/page/load-page.ts';
import { writeHtml } from '../../src/reporters/html.ts';

// Opens large pages in a browser: their size, elements, and what a reader does in the processor's time of the page's main thread,
// which what else the machine does leaves alone. The median of several times; the first paint is the earliest of some loads.
// Ends with 1 where a figure is over its budget. npm run bench:page
const sizes = [
  { cases: 60, models: 3, sentences: 4 },
  { cases: 1_000, models: 6, sentences: 12 },
  { cases: 5_000, models: 3, sentences: 8 },
] as const;
const times = 7;
const loads = 3;

const columns = {
  file: { most: 10, unit: 'MB' },
  elements: { most: 2500, unit: '' },
  'first paint': { most: 500, unit: 'ms' },
  load: { most: 1000, unit: 'ms' },
  'longest task': { most: 200, unit: 'ms' },
  filter: { most: 50, unit: 'ms' },
  'search names': { most: 50, unit: 'ms' },
  'search replies': { most: 50, unit: 'ms' },
  'open a case': { most: 100, unit: 'ms' },
} as const;
type Column = keyof typeof columns;
const names = Object.keys(columns).filter((name): name is Column => name in columns);

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      tdur: z.number().optional(),
      args: z.object({ name: z.unknown().optional() }).optional(),
    }),
  ),
});

/** A page, and the milliseconds that its main thread has worked so far. */
class Watched {
  readonly page: Page;
  readonly #session: CDPSession;
  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async open(browser: Browser, file: string): Promise<Watched> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const watched = new Watched(page, session);
    await page.goto(pathToFileURL(file).href);
    await watched.until('document.querySelector("#case .side")');
    return watched;
  }

  async worked(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  }

  /** Waits until something holds and is drawn, looking once a frame. */
  async until(holds: string): Promise<void> {
    await this.page.evaluate(
      `new Promise((done) => { const look = () => (${holds}) ? requestAnimationFrame(() => setTimeout(done, 0)) : requestAnimationFrame(look); requestAnimationFrame(look); })`,
    );
  }

  /** The median of what an act takes until something holds, done several times, each time made ready for. */
  async measure(
    ready: (turn: number) => Promise<unknown>,
    act: (turn: number) => Promise<unknown>,
    holds: (turn: number) => string,
  ): Promise<number> {
    const taken: number[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      await ready(turn);
      await this.until('true');
      const before = await this.worked();
      await act(turn);
      await this.until(holds(turn));
      taken.push((await this.worked()) - before);
    }
    return median(taken);
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The longest task of a page's main thread in a trace, in milliseconds of the processor's time. */
function longestTask(trace: Buffer): number {
  const { traceEvents } = traceSchema.parse(JSON.parse(trace.toString()));
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && mains.has(`${pid} ${tid}`));
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
}

const row = (at: number) => `document.querySelectorAll('#matrix .lines .row')[${at}]`;
const found = 'document.querySelector(".found [role=status]").textContent';
const chip = 'document.querySelector(".chips .chip")';
const clearSearch =
  '(() => { const field = document.getElementById("search"); field.value = ""; field.dispatchEvent(new Event("input", { bubbles: true })); field.focus(); })()';

/** The first paint is told only some time after it. */
const firstPaint =
  'new Promise((done) => new PerformanceObserver((list) => { for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") done(startTime); }).observe({ type: "paint", buffered: true }))';

async function measurePage(browser: Browser, file: string): Promise<Readonly<Record<Column, number>>> {
  const opened: { readonly paint: number; readonly load: number; readonly longest: number }[] = [];
  for (let turn = 0; turn < loads; turn += 1) {
    await browser.startTracing(undefined, { categories: ['disabled-by-default-devtools.timeline'] });
    const watched = await Watched.open(browser, file);
    const load = await watched.worked();
    const paint: number = await watched.page.evaluate(firstPaint);
    // Reading all replies is the longest work that a page ever has.
    await watched.page.evaluate(clearSearch);
    await watched.page.keyboard.insertText('shipping');
    await watched.until(`!${found}.includes('searching')`);
    opened.push({ paint, load, longest: longestTask(await browser.stopTracing()) });
    await watched.page.close();
  }
  const watched = await Watched.open(browser, file);
  const { page } = watched;
  const elements: number = await page.evaluate('document.querySelectorAll("*").length');
  const cases: number = await page.evaluate(`Number(${found}.split(' of ')[0].replaceAll(',', ''))`);
  const press = () => page.evaluate(`${chip}.click()`);
  const filter = await watched.measure(
    (turn) => (turn === 0 ? Promise.resolve() : press()),
    press,
    () => `Number(${found}.split(' ')[0]) < ${cases}`,
  );
  await press();
  const open = await watched.measure(
    // The lines of other blocks than those that lie open.
    (turn) => page.evaluate(`document.getElementById('matrix').scrollTop = ${(turn * 34 * cases) / times}`),
    () => page.evaluate(`${row(12)}.click()`),
    () =>
      `document.querySelector('#case .side') && document.querySelector('#case h2').textContent === ${row(12)}.querySelector('.id').textContent`,
  );
  const search = (wanted: (turn: number) => string) =>
    watched.measure(
      () => page.evaluate(clearSearch),
      () => page.keyboard.insertText('shipping'),
      wanted,
    );
  const isFound = `Number(${found}.split(' ')[0]) < ${cases}`;
  const inNames = await search(() => isFound);
  await watched.until(`!${found}.includes('searching')`);
  const inReplies = await search(() => isFound);
  await page.close();
  return {
    file: statSync(file).size / 1e6,
    elements,
    'first paint': Math.min(...opened.map(({ paint }) => paint)),
    load: median(opened.map(({ load }) => load)),
    'longest task': median(opened.map(({ longest }) => longest)),
    filter,
    'search names': inNames,
    'search replies': inReplies,
    'open a case': open,
  };
}

const show = (name: Column, value: number) =>
  `${name === 'file' ? value.toFixed(1) : Math.round(value)} ${columns[name].unit}`.trim();
const tell = (cells: readonly string[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);

const folder = mkdtempSync(join(tmpdir(), 'promptgate-bench-'));
const form = await loadPage();
const browser = await launcher.launch({
  executablePath: await chromium.executablePath(),
  args: chromium.args.filter((arg) => arg !== '--single-process'),
  headless: true,
});
tell(['cases × models', ...names]);
tell(['-', ...names.map(() => '-')]);
try {
  for (const size of sizes) {
    const file = join(folder, `${size.cases}.html`);
    writeFileSync(file, [...writeHtml(buildLargeReport(size), form)].join(''));
    const measured = await measurePage(browser, file);
    const over = names.filter((name) => !(measured[name] <= columns[name].most));
    if (over.length > 0) process.exitCode = 1;
    tell([
      `${size.cases.toLocaleString('en')} × ${size.models}`,
      ...names.map((name) => (over.includes(name) ? `**${show(name, measured[name])}**` : show(name, measured[name]))),
    ]);
  }
  tell(['at most', ...names.map((name) => show(name, columns[name].most))]);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
