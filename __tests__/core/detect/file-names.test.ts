import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { couldMention, fileNames } from '../../../src/core/detect/file-names.ts';

function mentions(text: string, path: string): boolean {
  const found = fileNames.extract(text);
  return found === undefined || couldMention(found.names, path);
}

describe('the names of files in a text', () => {
  it('are found however the text writes them', () => {
    const written = [
      '- json-schema: schemas/reply.json',
      '- { json-schema: ../reply.json }',
      '[{"json-schema":"reply.json"}]',
      '"schemas\\/reply.json"',
      '"schemas/reply\\u002ejson"',
      '"schemas/re\\x70ly.json"',
      '"text\\nreply.json"',
      'case-1,"file://schemas/reply.json",x',
      "'C:\\schemas\\reply.json'",
      'file://reply.json:call',
      '$ref: reply.json#/definitions/a',
    ];
    for (const text of written) expect(mentions(text, 'schemas/reply.json'), text).toBe(true);
  });

  it('are not found in prose and in other names', () => {
    const prose = 'Returns are accepted within 30 days. See 3.14, e.g. here; reply.jsonl, my-reply.json, reply.js on.';
    expect(mentions(prose, 'schemas/reply.json')).toBe(false);
    expect(fileNames.extract('Within 30 days. Or 2.5 weeks.')?.names).toEqual([]);
  });

  it('go by their last part where a name has spaces or signs, and stay open where that is no name', () => {
    expect(mentions('- json-schema: "my schema (2).json"', 'schemas/my schema (2).json')).toBe(true);
    expect(mentions('- json-schema: "reply+v2.json"', 'reply+v2.json')).toBe(true);
    expect(mentions('nothing at all', 'schemas/reply')).toBe(true);
  });

  it('are never missed where a path stands between quotes', () => {
    const name = fc.stringMatching(/^[\p{L}\p{N} ._+()@-]{1,12}\.(?:json|yaml|yml|txt)$/u);
    fc.assert(
      fc.property(name, fc.string(), fc.string(), (file, before, after) => {
        const text = `${JSON.stringify(before)}: ${JSON.stringify(`dir/${file}`)}, ${JSON.stringify(after)}`;
        expect(mentions(text, `other/${file}`)).toBe(true);
      }),
    );
  });

  it('are too many to put down in a list of files', () => {
    const list = Array.from({ length: 501 }, (_, index) => `${index}.json`).join('\n');
    expect(fileNames.extract(list)).toBeUndefined();
    expect(mentions(list, 'any.json')).toBe(true);
  });
});
