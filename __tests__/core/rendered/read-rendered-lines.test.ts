import { describe, expect, it } from 'vitest';
import { readManifest, writeManifest } from '../../../src/core/rendered/handed-over.ts';
import { readRenderedLines } from '../../../src/core/rendered/read-rendered-lines.ts';
import { compareSnapshots, writeRenderedLines } from '../../../src/core/rendered/write-rendered-lines.ts';

const file = 'prompts/a.rendered.jsonl';
const user = (content: unknown) => [{ role: 'user', content }];
const line = (written: object): string => JSON.stringify({ id: 'a', messages: user('Hi'), ...written });

function linesOf(text: string) {
  const read = readRenderedLines(text, file);
  if (read.kind === 'broken') throw new Error(read.problems[0].what);
  return read.lines;
}

describe('a rendered line', () => {
  it('holds messages, model and parameters, wherever these are written', () => {
    const tools = [{ type: 'function', function: { name: 'find' } }];
    const lines = linesOf(line({ model: 'm', temperature: 0, parameters: { maxTokens: 7, n: 3 }, tools, top_p: null }));
    expect(lines.get('a')).toEqual({
      model: 'm',
      params: { temperature: 0, max_tokens: 7, tools },
      messages: [{ role: 'user', content: 'Hi' }],
    });
  });

  it('keeps calls of tools, their answers and pictures', () => {
    const call = { id: 'c', type: 'function', function: { name: 'find', arguments: '{}' } };
    const messages = [
      ...user([
        { type: 'text', text: 'See ' },
        { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
      ]),
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: 'c', content: 'found' },
    ];
    const [seen, called, answer] = linesOf(line({ messages })).get('a')?.messages ?? [];
    expect(seen?.parts?.map(({ kind }) => kind)).toEqual(['text', 'image']);
    expect(called).toEqual({ role: 'assistant', content: '', toolCalls: [{ name: 'find', arguments: '{}', id: 'c' }] });
    expect(answer).toEqual({ role: 'tool', content: 'found', toolCallId: 'c' });
  });

  it.each([
    ['a key that is no part of a request', line({ system: 'You help.' }), 'system'],
    ['no message', line({ messages: [] }), 'messages'],
    ['a message that says nothing', line({ messages: user('') }), 'content'],
    ['an answer to no call', line({ messages: [{ role: 'tool', content: 'x' }] }), 'tool_call_id'],
    ['a part that is not sent', line({ messages: user([{ type: 'video_url', video_url: { url: 'x' } }]) }), 'parts'],
    ['no id', JSON.stringify({ messages: user('Hi') }), 'id'],
    ['an id that is there already', `${line({})}\n${line({})}`, 'has a line already'],
    ['no line at all', '\n \n', 'no line'],
    ['a text of the program', 'Rendering …', 'no JSON object'],
    ['a prototype', '{"id":"a","messages":[{"role":"user","content":"x"}],"__proto__":{"model":"m"}}', ''],
  ])('with %s is told with its line', (_, text, what) => {
    const read = readRenderedLines(text, file);
    const [problem] = read.kind === 'broken' ? read.problems : [];
    expect(`${problem?.what} ${problem?.fix}`).toContain(what);
    expect([problem?.at?.file, typeof problem?.at?.line]).toEqual([file, 'number']);
  });

  it('is the same once it is written and read again, and differs by what is sent alone', () => {
    const text = [
      line({ parameters: { b: 1, a: 2 }, response_format: { type: 'json_object' } }),
      line({ id: 'b', messages: user([{ type: 'input_audio', input_audio: { data: 'AAAA', format: 'mp3' } }]) }),
      line({ id: 'c' }),
    ].join('\n');
    const written = writeRenderedLines(linesOf(text));
    expect(writeRenderedLines(linesOf(written))).toBe(written);
    expect(linesOf(written)).toEqual(linesOf(text));
    const other = [
      line({ id: 'c' }),
      line({ parameters: { a: 2, b: 2 }, response_format: { type: 'json_object' } }),
      line({ id: 'd' }),
    ];
    expect(compareSnapshots(linesOf(text), linesOf(other.join('\n')))).toEqual({
      changed: ['a'],
      gone: ['b'],
      come: ['d'],
    });
    const turned = linesOf(written.trim().split('\n').toReversed().join('\n'));
    expect(compareSnapshots(linesOf(text), turned)).toEqual({ changed: [], gone: [], come: [] });
  });
});

describe('the manifest beside snapshots', () => {
  const commit = 'c'.repeat(40);

  it('says what was rendered, at which commit and in which run', () => {
    const told = { commit, run: '41', files: [file] };
    expect(readManifest(writeManifest(told), 'm.json')).toEqual({ version: 1, ...told });
  });

  it.each([
    ['no JSON', 'x', 'no JSON'],
    ['a path that leads out', JSON.stringify({ version: 1, commit, files: ['../a.rendered.jsonl'] }), 'lead out'],
    ['a file of another kind', JSON.stringify({ version: 1, commit, files: ['promptgate.yml'] }), '.rendered.jsonl'],
    ['no commit', JSON.stringify({ version: 1, commit: 'main', files: [file] }), 'commit'],
    ['more files than are read', JSON.stringify({ version: 1, commit, files: Array(201).fill(file) }), 'files'],
  ])('is refused where it holds %s', (_, text, what) => {
    const read = readManifest(text, 'm.json');
    expect('what' in read ? read.what : '').toContain(what);
  });
});
