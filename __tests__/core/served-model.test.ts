import { describe, expect, test } from 'vitest';
import { servedAs } from '../../src/core/served-model.ts';

const isKnown = (model: string) => /^(?:gpt|gemini|claude|mistral)-/u.test(model);

describe('the model that answered', () => {
  test.each([
    ['gpt-5-mini', 'gpt-5-mini-2025-08-07'],
    ['gpt-4', 'gpt-4-0613'],
    ['gpt-4-0613', 'gpt-4'],
    ['openai/gpt-5-mini', 'gpt-5-mini'],
    ['gemini-2.0-flash', 'models/gemini-2.0-flash-001'],
    ['claude-sonnet-4-5', 'claude-sonnet-4-5-20250929'],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', 'claude-sonnet-4-5'],
    ['mistral-large-latest', 'mistral-large-2411'],
    ['llama3', 'llama3:latest'],
  ])('is the one that was asked for: %s, %s', (asked, served) => {
    expect(servedAs(asked, served, isKnown)).toBe('asked');
  });

  test.each([
    ['gemini-2.5-pro', 'gemini-3.8-flash'],
    ['gpt-5', 'gpt-5-mini'],
    ['gpt-4', 'gpt-4-32k'],
    ['claude-3-5-sonnet', 'claude-3-7-sonnet'],
    ['gpt-4o-2024-08-06', 'gpt-4o-2024-11-20'],
  ])('is another one: %s, %s', (asked, served) => {
    expect(servedAs(asked, served, isKnown)).toBe('another');
  });

  test('is nobody knows which, where a deployment was asked for', () => {
    expect(servedAs('our-support-bot', 'gpt-4o-2024-08-06', isKnown)).toBe('alias');
  });
});
