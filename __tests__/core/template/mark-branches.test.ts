import { describe, expect, it } from 'vitest';
import { markHandlebarsBranches } from '../../../src/core/template/handlebars/mark-branches.ts';

function marked(template: string) {
  const made = markHandlebarsBranches(template, 0);
  if (made.kind === 'failed') return made;
  const text = made.branches.reduce((held, { mark }, at) => held.replace(mark, `[${at}]`), made.template);
  return { text, ways: made.branches.map(({ way, tag, line }) => `${line} ${tag} ${way}`) };
}

describe('the marks of a Handlebars template', () => {
  it('stand at the head of a condition, of each that follows it, and of what is left', () => {
    expect(marked('{{#if a}}A\n{{else if b}}B{{else}}C{{/if}}')).toEqual({
      text: '{{#if a}}[0]A\n{{else if b}}[1]B{{else}}[2]C{{/if}}',
      ways: ['1 {{#if a}} holds', '2 {{else if b}} holds', '2 {{else if b}} fails'],
    });
    expect(marked('{{#if a}}A{{~/if}}')).toEqual({
      text: '{{#if a}}[0]A{{else}}[1]{{~/if}}',
      ways: ['1 {{#if a}} holds', '1 {{#if a}} fails'],
    });
  });

  it('tell loops, sections and their opposites apart', () => {
    expect(marked('{{#each xs as |x|}}{{#unless x}}A{{/unless}}{{/each}}')).toMatchObject({
      text: '{{#each xs as |x|}}[0]{{#unless x}}[1]A{{else}}[2]{{/unless}}{{else}}[3]{{/each}}',
      ways: [
        '1 {{#each xs as |x|}} items',
        '1 {{#unless x}} fails',
        '1 {{#unless x}} holds',
        '1 {{#each xs as |x|}} empty',
      ],
    });
    expect(marked('{{#list}}A{{/list}}{{^list}}B{{/list}}')).toMatchObject({
      ways: ['1 {{#list}} holds', '1 {{#list}} fails', '1 {{^list}} fails', '1 {{^list}} holds'],
    });
  });

  it('leave comments, escaped tags, helpers of code, partials and values alone', () => {
    for (const template of [
      '{{! {{#if a}} }}',
      '{{!-- {{#if a}} --}}x',
      '\\{{#if a}}',
      '{{#translate "de"}}x{{else}}y{{/translate}}',
      '{{#> layout}}x{{/layout}}',
      '{{#*inline "a"}}x{{/inline}}',
      '{{{a}}} {{else_name}} {{json "}}"}}',
    ])
      expect(marked(template)).toEqual({ text: template, ways: [] });
    expect(marked('{{{{raw}}}}{{#if a}}{{{{/raw}}}}')).toMatchObject({ kind: 'failed' });
  });

  it('are put into nothing that the parser does not read', () => {
    for (const template of ['{{/if}}', '{{#if', '{{#if a}}{{else}}{{else}}', '{{#}}', '{{! '.repeat(6000)])
      expect(marked(template)).toMatchObject({ kind: 'failed' });
  });
});
