import chromium from '@sparticuz/chromium';
import fc from 'fast-check';
import { type Browser, chromium as launcher } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dailySeed } from '../support/daily-seed.ts';
import { anyShape, anyTexts, fillReport, textsOfAReport } from '../support/filled-report.ts';
import { staticPartOf } from '../support/unpack-page.ts';
import { writePage } from '../support/write-page.ts';

const seed = dailySeed();
/** In each place two texts, one after the other: it is the number of pages that takes its time. */
const pages = 20_000 / textsOfAReport / 2;
const anyPage = fc.tuple(anyShape, anyTexts, anyTexts).map(([shape, first, second]) =>
  fillReport(
    shape,
    first.map((text, at) => text + (second[at] ?? '')),
  ),
);
/** Pages that are handed to the browser together; it loads one after the other. */
const batch = 100;

/** What the static part of a page of ours never holds (of drawings, all but charts of lines and words), and what would run, load or lead away in one. */
const foreign =
  'script,img,iframe,frame,object,embed,svg:not(figure.chart > svg[role=img]),svg :not(g,line,rect,circle,path,text,title),math,form,input,button,textarea,select,video,audio,base,link,template,area,map,[onerror],[onload],[onclick],[onfocus],[onmouseover],[autofocus],[srcdoc],[src],a:not([rel=noreferrer])';

/** Loads page after page into a frame, and tells what is in each that is not ours. Source text: it runs in the browser. */
const looksIn = `async (pages, foreign) => {
  const found = [];
  const frame = document.body.appendChild(document.createElement('iframe'));
  for (const [at, text] of pages.entries()) {
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.srcdoc = text;
    await loaded;
    const held = frame.contentDocument;
    for (const one of held.querySelectorAll(foreign)) found.push(at + ': ' + one.outerHTML.slice(0, 200));
    if (held.querySelector('.band h1') === null) found.push(at + ': no verdict');
  }
  frame.remove();
  return found;
}`;

let browser: Browser;

beforeAll(async () => {
  const executablePath = await chromium.executablePath();
  browser = await launcher.launch({ executablePath, args: chromium.args, headless: true });
});

afterAll(async () => {
  await browser.close();
});

test('20,000 hostile texts in pages of every shape: a browser runs, asks for and adds nothing', async () => {
  const page = await browser.newPage();
  const happened: string[] = [];
  page.on('request', (request) => void happened.push(`asked for ${request.url()}`));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => happened.push(`said ${dialog.message()}`)));
  page.on('popup', () => void happened.push('opened a window'));
  page.on('console', (message) => void happened.push(`wrote ${message.text()}`));
  await page.setContent('<!doctype html><title>ours</title>');
  const drawn = fc.sample(anyPage, { numRuns: pages, seed });
  for (let from = 0; from < drawn.length; from += batch) {
    const htmls = drawn.slice(from, from + batch).map((report) => staticPartOf(writePage(report)));
    const found = await page.evaluate(`(${looksIn})(${JSON.stringify(htmls)}, ${JSON.stringify(foreign)})`);
    expect(found).toEqual([]);
    expect(await page.title()).toBe('ours');
    // A frame with a text of its own is no request to anybody.
    expect(happened.filter((what) => what !== 'asked for about:srcdoc')).toEqual([]);
  }
});
