import { describe, expect, it } from 'vitest';
import { holdParams, knownParams } from '../../../src/core/prompt-file/read-params.ts';

describe('the parameters of a prompt', () => {
  it('are sent where they shape a reply', () => {
    const params = Object.fromEntries(knownParams.map((name) => [name, name === 'tools' ? [] : 1]));
    expect(holdParams(params)).toEqual({ params, leftOut: [] });
  });

  it('are named and left out where they could do more, unless they are allowed by name', () => {
    const params = { temperature: 1, service_tier: 'priority', constructor: 1, _n: 2 };
    expect(holdParams(params)).toEqual({ params: { temperature: 1 }, leftOut: ['service_tier', 'constructor', '_n'] });
    expect(holdParams(params, ['service_tier'])).toEqual({
      params: { temperature: 1, service_tier: 'priority' },
      leftOut: ['constructor', '_n'],
    });
  });

  it('hold no tools that the service runs itself', () => {
    const own = { type: 'function', function: { name: 'look' } };
    const tools = [own, { type: 'mcp', server_url: 'x' }, { type: 'web_search' }, 'x', { name: 'anthropic' }];
    expect(holdParams({ tools })).toEqual({
      params: { tools: [own, { name: 'anthropic' }] },
      leftOut: ['tools (mcp)', 'tools (web_search)', 'tools (unknown)'],
    });
    expect(holdParams({ tools: [{ type: 'mcp' }] }).params).toEqual({});
    // Gemini's have no type, and one that is no list is sent as if it were.
    const untyped = [{ google_search: {} }, { url_context: {} }, { name: 'x', code_execution: {} }];
    expect(holdParams({ tools: untyped })).toEqual({
      params: {},
      leftOut: ['tools (google_search)', 'tools (url_context)', 'tools (name)'],
    });
    expect(holdParams({ tools: { type: 'mcp', server_url: 'x' } })).toEqual({ params: {}, leftOut: ['tools (mcp)'] });
    expect(holdParams({ tools: { google_search: {} } }).leftOut).toEqual(['tools (google_search)']);
    expect(holdParams({ tools: own }).params).toEqual({ tools: [own] });
    expect(holdParams({ tools: [] })).toEqual({ params: { tools: [] }, leftOut: [] });
    expect(holdParams({ tools }, ['tools']).params).toEqual({ tools });
  });
});
