import { describe, expect, it } from 'vitest';
import { faultOf, scoreWith, valueFor } from '../support/score-with.ts';

describe('checks of HTML replies', () => {
  it.each([
    ['<p>Hello</p>', 1],
    ['  <div>a</div>\n<br>', 1],
    ['<!DOCTYPE html><html><head><title>x</title></head><body>text</body></html>', 1],
    ['<my-button>Buy</my-button>', 1],
    ['<body>text</body>', 1],
    ['<p>unclosed', 1],
    ['Hello <b>you</b>', 0],
    ['```html\n<p>x</p>\n```', 0],
    ['<?xml version="1.0"?><p/>', 0],
    ['<order><id>7</id></order>', 0],
    ['Hello', 0],
    ['<!-- only a comment -->', 0],
    [' ', 0],
  ])('html on %j scores %d', (text, value) => {
    expect(valueFor('html', null, text)).toBe(value);
    expect(valueFor('not-html', null, text)).toBe(1 - value);
  });

  it.each([
    ['Say <b>yes</b> to it.', 1],
    ['A line<br>and another', 1],
    ['<!DOCTYPE html>', 1],
    ['<x-y a="1">', 1],
    ['<x-y /> and', 1],
    ['<!-- note --> &amp;', 1],
    ['3 < 4 and 5 > 4', 0],
    ['Fish &amp; chips', 0],
    ['<custom>', 0],
    ['<!-- a -- b --> only', 0],
    ['', 0],
  ])('contains-html on %j scores %d', (text, value) => {
    expect(valueFor('contains-html', null, text)).toBe(value);
    expect(valueFor('not-contains-html', null, text)).toBe(1 - value);
  });

  it('has no score for a reply whose few characters stand for millions of elements', () => {
    const open = Array.from({ length: 2_000 }, (_, index) => `<b id=${index}>`).join('');
    expect(valueFor('html', null, `<div>${open}</div>${'<div>x</div>'.repeat(2_000)}`)).toBe('unscored');
  });
});

describe('checks of XML replies', () => {
  it.each<[string, string | string[] | null, number]>([
    ['<a/>', null, 1],
    ['<?xml version="1.0"?>\n<order id="7"><id>A</id></order>\n', null, 1],
    ['<order><id>A</id><item/></order>', ['order.id', 'order.item'], 1],
    ['<order id="7"/>', 'order.@_id', 1],
    ['<order><item/><item><n>2</n></item></order>', 'order.item.1.n', 1],
    ['<order><id>A</id></order>', 'order.item', 0],
    ['<order/>', 'order.constructor', 0],
    ['<a>&lt;&#x41;<![CDATA[<b>&c]]></a>', null, 1],
    ['<a/><b/>', null, 0],
    ['<a/> and more', null, 0],
    ['<!DOCTYPE a>\n<!-- note -->\n<a/>', null, 1],
    ['<a>]]></a>', null, 0],
    ['<a><b></a></b>', null, 0],
    ['<a>', null, 0],
    ['<a b=1/>', null, 0],
    ['<a>fish & chips</a>', null, 0],
    ['<a>&nbsp;</a>', null, 0],
    ['Here: <a/>', null, 0],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', null, 0],
    ['```xml\n<a/>\n```', null, 0],
    ['', null, 0],
  ])('xml on %j with %j scores %d', (text, paths, value) => {
    expect(valueFor('xml', paths, text)).toBe(value);
    expect(valueFor('not-xml', paths, text)).toBe(1 - value);
  });

  it.each<[string, string | string[] | null, number]>([
    ['Here it is: <order><id>A</id></order>, at your service.', 'order.id', 1],
    ['<order><id>A</id></order>', 'id', 0],
    ['<id>A</id> and <item>x</item>', ['id', 'item'], 1],
    ['<open> <id>A</id>', 'id', 1],
    ['<open> <id>A</id> </other> <item/>', 'item', 1],
    ['```xml\n<a b=">"/>\n```', null, 1],
    ['<!-- <a/> -->', null, 0],
    ['a < b and c > d', null, 0],
    ['<a>', null, 0],
    ['', null, 0],
  ])('contains-xml on %j with %j scores %d', (text, paths, value) => {
    expect(valueFor('contains-xml', paths, text)).toBe(value);
    expect(valueFor('not-contains-xml', paths, text)).toBe(1 - value);
  });

  it('names what is missing and what is wrong', () => {
    const reason = (kind: string, paths: string | null, text: string) =>
      (scoreWith(kind, paths, { text }) as { reason?: string }).reason;
    expect(reason('xml', 'order.item', '<order/>')).toBe('is XML without order.item');
    expect(reason('xml', null, '<a>')).toMatch(/^is not XML: .*\(line 1\)$/u);
    expect(reason('contains-xml', 'a.b', 'x <a/>')).toBe('contains XML without a.b');
    expect(faultOf('xml', { requiredElements: [] })).toMatch(/paths of elements/u);
  });
});

it.each(['html', 'contains-html', 'xml', 'contains-xml'])('%s bears a megabyte of half-written markup', (kind) => {
  for (const part of ['<a ', '<a>', '<!--', '<a "', '<p><b>', '</a>', '<a/>', '&a', ' a=', '<![CDATA[']) {
    const text = part.repeat(200_000);
    expect(['scored', 'unscored']).toContain(scoreWith(kind, null, { text }).kind);
  }
});
