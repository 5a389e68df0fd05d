import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callFor, type Request, requestHash } from '../../../src/core/call.ts';
import type { GoldenCase } from '../../../src/core/golden-case.ts';
import type { Json, JsonObject } from '../../../src/core/json.ts';
import { HeldBytes, sendingBytes } from '../../../src/core/parts/held-bytes.ts';
import { filesOfParts, inlineParts } from '../../../src/core/parts/inline-parts.ts';
import { decodeBase64, mediaTypeOf } from '../../../src/core/parts/media-type.ts';
import { readParts } from '../../../src/core/parts/read-parts.ts';
import type { Message, Prompt } from '../../../src/core/prompt.ts';
import { engines } from '../../../src/core/template/engines.ts';
import { filesShown, inlineShown, messageOfParts } from '../../../src/core/template/prompt-parts.ts';
import { renderMessages } from '../../../src/core/template/render-messages.ts';
import { showParts } from '../../../src/core/template/show-parts.ts';
import { aCase } from '../../support/golden-case.ts';

const png = Buffer.from('\u0089PNG\r\n\u001a\nreceipt', 'latin1');
const sound = Buffer.from('RIFF....WAVEfmt ');

function promptOf(content: string, engine: Prompt['engine'] = 'mustache'): Prompt {
  return {
    path: 'p.txt',
    format: 'plain text',
    messages: [{ role: 'user', content }],
    engine,
    open: { engine: false, role: false },
    params: {},
    defaults: {},
    variables: engines[engine].variables(content),
    refersTo: [],
    notes: [],
  };
}

function caseWith(vars: JsonObject): GoldenCase {
  return aCase({ vars, at: { file: 'prompts/p.cases.yml', line: 3 } });
}

function inlined(
  vars: JsonObject,
  held = new HeldBytes(),
): { readonly vars: JsonObject; readonly told: readonly string[] } {
  const files = new Map([
    ['pictures/a.png', { kind: 'bytes' as const, base64: png.toString('base64') }],
    ['pictures/a.wav', { kind: 'bytes' as const, base64: sound.toString('base64') }],
  ]);
  const { cases, problems } = inlineParts([caseWith(vars)], files, held);
  return { vars: cases[0]?.vars ?? {}, told: problems.map(({ what }) => what) };
}

function rendered(content: string, vars: JsonObject, engine?: Prompt['engine']): ReturnType<typeof renderMessages> {
  return showParts((prompt, values) => renderMessages(prompt, values))(promptOf(content, engine), inlined(vars).vars);
}

const shown = { image: '../pictures/a.png' };

describe('a variable that shows something', () => {
  it('is known by its bytes, read beside the file that it is written in', () => {
    expect(filesOfParts([caseWith({ receipt: shown, other: { image: 'https://a.example/b.png' } })])).toEqual([
      'pictures/a.png',
    ]);
    const { vars } = inlined({ receipt: shown, name: 'Ada', order: { image: 'x', id: 7 } });
    const sha256 = createHash('sha256').update(png).digest('hex');
    expect(vars).toEqual({
      receipt: { ...shown, mediaType: 'image/png', bytes: png.length, sha256 },
      name: 'Ada',
      order: { image: 'x', id: 7 },
    });
    const url = `data:image/png;base64,${png.toString('base64')}`;
    expect(inlined({ receipt: { image: url } }).vars['receipt']).toMatchObject({ image: 'data:image/png', sha256 });
  });

  it.each<[Json, RegExp]>([
    [{ image: '../pictures/b.png' }, /which is not there/u],
    [{ image: '../../a.png' }, /leaves the repository/u],
    [{ image: '../pictures/a.wav' }, /as an image, and its content is audio\/wav/u],
    [{ audio: 'http://a.example/b.wav' }, /cannot show a sound from/u],
    [{ file: 'data:text/plain,hello' }, /not in base64/u],
    [{ file: 'data:text/plain;base64,+' }, /it is not base64/u],
    [{ file: 'data:text/plain;base64,AAAA' }, /no PNG/u],
  ])('is told where it cannot: %j', (value, why) => {
    expect(inlined({ receipt: value }).told).toEqual([expect.stringMatching(why)]);
  });
});

it('is told where a case says itself what the bytes are', () => {
  const sha256 = createHash('sha256').update(png).digest('hex');
  const claimed = { image: 'n1', mediaType: 'image/png', bytes: -1e12, sha256 };
  expect(inlined({ receipt: claimed }).told).toEqual([
    '`receipt` says itself what its bytes are, which only Promptgate does.',
  ]);
  expect(inlined({ shown, receipt: claimed }).told).toHaveLength(1);
  const { vars } = inlined({ shown });
  const held = new HeldBytes();
  held.keep({ base64: png.toString('base64') });
  expect(inlined(vars, held).told).toEqual([]);
});

describe('a template with a part', () => {
  it.each(['mustache', 'jinja', 'nunjucks'] as const)('shows it where its variable stands (%s)', (engine) => {
    const { messages, failed } = rendered(
      'Read {{ receipt }} for {{ name }}.',
      { receipt: shown, name: 'Ada' },
      engine,
    );
    expect(failed).toBeUndefined();
    expect(messages).toMatchObject([
      {
        content: 'Read [image: ../pictures/a.png] for Ada.',
        parts: [
          { kind: 'text', text: 'Read ' },
          { kind: 'image', name: '../pictures/a.png', source: { mediaType: 'image/png', base64: '' } },
          { kind: 'text', text: ' for Ada.' },
        ],
      },
    ]);
  });

  it('makes the same request by another name, but for files, whose names are sent, and for applications', () => {
    const known = { mediaType: 'image/png', bytes: 9, sha256: 'a'.repeat(64) };
    const render = showParts((prompt, values) => renderMessages(prompt, values));
    const request = (value: JsonObject, more: Partial<Request> = {}): Request => {
      const { messages } = render(promptOf('Read {{receipt}}.'), { receipt: value });
      return { kind: 'chat', provider: 'default', model: 'm', messages, params: {}, ...more };
    };
    const named = (name: string): JsonObject => ({ image: name, ...known });
    const [a, b] = ['a.png', 'b.png'].map((name) => request(named(name)));
    if (a === undefined || b === undefined) throw new Error('no requests');
    expect(a).not.toEqual(b);
    expect(requestHash(a)).toBe(requestHash(b));
    expect(callFor(a, 1, 'reply').id).toBe(callFor(b, 1, 'reply').id);
    expect(requestHash(a)).not.toBe(requestHash(request({ ...named('a.png'), sha256: 'b'.repeat(64) })));
    const files = ['a.pdf', 'b.pdf'].map((file) => request({ ...known, file, mediaType: 'application/pdf' }));
    expect(new Set(files.map(requestHash)).size).toBe(2);
    const subject = { prompt: { path: 'p.txt' }, case: 'one', vars: {} };
    expect(requestHash({ ...a, subject })).not.toBe(requestHash({ ...b, subject }));
  });

  it('sends no text of white space alone, and no parts where none is shown', () => {
    const { messages } = rendered('{{a}}\n\n{{b}}', { a: shown, b: shown });
    expect(messages[0]?.parts?.map(({ kind }) => kind)).toEqual(['image', 'image']);
    expect(rendered('{{name}}', { name: 'Ada', receipt: shown }).messages).toEqual([{ role: 'user', content: 'Ada' }]);
  });

  it.each(['{{ receipt | upper }}', '{{ receipt | truncate(9) }}', '{{ receipt | replace("a", "b") }}'])(
    'says that %s makes something else of it',
    (content) => {
      const { failed } = rendered(content, { receipt: shown }, 'jinja');
      expect(failed?.why).toBe('`receipt` is an image, and the template makes another text of it');
    },
  );

  it('is not fooled by a text that writes what a mark looks like', () => {
    const { messages } = rendered('{{name}} {{receipt}}', { name: '0'.repeat(32), receipt: shown });
    expect(messages[0]?.parts?.map(({ kind }) => kind)).toEqual(['text', 'image']);
  });

  it('shows no more than a request may hold', () => {
    const sha256 = 'a'.repeat(64);
    const large = { image: 'a.png', mediaType: 'image/png', bytes: 11 * 1024 * 1024, sha256 };
    const render = showParts((prompt, values) => renderMessages(prompt, values));
    expect(render(promptOf('{{a}}'), { a: large }).failed).toBeUndefined();
    expect(render(promptOf('{{a}}{{b}}'), { a: large, b: large }).failed?.why).toMatch(/at most 20971520 are sent/u);
  });
});

describe('a message of a prompt that shows something', () => {
  const url = `data:image/png;base64,${png.toString('base64')}`;
  const base64 = png.toString('base64');
  it.each<[string, Json]>([
    ['OpenAI, chat', { type: 'image_url', image_url: { url: '{{at}}', detail: 'low' } }],
    ['OpenAI, responses', { type: 'input_image', image_url: '{{at}}' }],
    ['Anthropic', { type: 'image', source: { type: 'url', url: '{{at}}' } }],
    ['AI SDK', { type: 'image', image: '{{at}}' }],
  ])('is read as %s writes it, its address a template', (_, part) => {
    const parts = readParts([{ type: 'text', text: 'Read it, {{name}}.' }, part]) ?? [];
    const prompt = { ...promptOf(''), messages: [{ role: 'user' as const, ...messageOfParts(parts) }] };
    expect(engines.mustache.variables(prompt.messages[0]?.content ?? '')).toEqual(['name', 'at']);
    const render = showParts((one, values) => renderMessages(one, values));
    const sentTo = (vars: JsonObject) => {
      const { messages, failed } = render(prompt, { name: 'Ada', ...inlined(vars).vars });
      return failed?.why ?? messages[0]?.parts?.[1];
    };
    expect(sentTo({ at: 'https://a.example/b.png' })).toMatchObject({ source: { url: 'https://a.example/b.png' } });
    expect(sentTo({ at: url })).toMatchObject({ source: { kind: 'data', mediaType: 'image/png', base64 } });
    expect(sentTo({ at: shown })).toMatchObject({ kind: 'image', source: { bytes: png.length }, name: shown.image });
    expect(sentTo({ at: 'http://a.example/b.png' })).toMatch(/shows an image at .*, from where none can be read/u);
  });

  it.each<[Json, object]>([
    [{ type: 'input_audio', input_audio: { data: sound.toString('base64'), format: 'wav' } }, { kind: 'audio' }],
    [
      { type: 'file', file: { filename: 'a.png', file_data: url } },
      { kind: 'file', name: 'a.png' },
    ],
    [{ type: 'input_file', file_url: 'https://a.example/a.pdf' }, { kind: 'file' }],
    [
      { type: 'document', source: { type: 'base64', media_type: 'text/plain', data: 'R3LDvMOfZQ==' } },
      { kind: 'file' },
    ],
    [{ type: 'file', data: base64, mediaType: 'image/png' }, { kind: 'image' }],
  ])('is read: %j', (part, wanted) => {
    expect(readParts([part])?.[0]).toMatchObject(wanted);
  });

  it.each<Json>([
    [{ type: 'text', text: 'alone' }],
    [{ type: 'video_url', video_url: { url } }],
    [{ type: 'file', file: { file_id: 'file-7' } }],
    'a text',
  ])('is not read: %j', (content) => {
    expect(readParts(content)).toBeUndefined();
  });

  it('is known by its content where it is a file beside the prompt, and told where that is not there', () => {
    const parts = readParts([{ type: 'image_url', image_url: { url: '../pictures/a.png' } }]) ?? [];
    const prompt = {
      ...promptOf(''),
      path: 'prompts/p.json',
      messages: [{ role: 'user' as const, ...messageOfParts(parts) }],
    };
    expect(filesShown(prompt)).toEqual(['pictures/a.png']);
    const bytes = new Map([['pictures/a.png', { kind: 'bytes' as const, base64 }]]);
    const read = inlineShown(prompt, bytes, new HeldBytes());
    expect(read.prompt.messages[0]?.parts).toMatchObject([{ source: { mediaType: 'image/png', bytes: png.length } }]);
    expect(read.prompt.refersTo).toEqual(['pictures/a.png']);
    expect(inlineShown(prompt, new Map(), new HeldBytes()).problems).toMatchObject([
      { what: 'A message shows `../pictures/a.png`, which is not there.', at: { file: 'prompts/p.json' } },
    ]);
  });
});

describe('bytes', () => {
  it('are known by their beginnings', () => {
    const known = [png, sound, Buffer.from('%PDF-1.7'), Buffer.from('Grüße'), Buffer.from([0xff, 0xfb, 0x90, 0x64])];
    expect(known.map(mediaTypeOf)).toEqual(['image/png', 'audio/wav', 'application/pdf', 'text/plain', 'audio/mpeg']);
    expect([[0, 1], [0xc3], [0xff, 0xfe, 0x41, 0], []].map((one) => mediaTypeOf(Uint8Array.from(one)))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are decoded as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const written = Buffer.from(bytes).toString('base64');
        expect(decodeBase64(written)).toEqual(bytes);
        expect(decodeBase64(written.replaceAll(/.{7}/gu, '$&\n'))).toEqual(bytes);
      }),
    );
    expect(decodeBase64('a')).toBeUndefined();
    expect(decodeBase64('§§§§')).toBeUndefined();
  });

  it('are put into a request where it is sent, and never before', async () => {
    const held = new HeldBytes();
    const { vars } = inlined({ receipt: shown }, held);
    const { messages } = showParts((prompt, values) => renderMessages(prompt, values))(promptOf('{{receipt}}'), vars);
    expect(JSON.stringify(messages)).not.toContain(png.toString('base64'));
    const sent: (readonly Message[])[] = [];
    const provider = sendingBytes(
      {
        ask: (request) => {
          if (request.kind === 'chat') sent.push(request.messages);
          return Promise.reject(new Error('asked'));
        },
      },
      held,
    );
    const request = { kind: 'chat', provider: 'p', model: 'm', messages, params: {} } as const;
    await expect(provider.ask(request, new AbortController().signal)).rejects.toThrow('asked');
    expect(sent[0]?.[0]?.parts).toMatchObject([{ kind: 'image', source: { base64: png.toString('base64') } }]);
  });
});
