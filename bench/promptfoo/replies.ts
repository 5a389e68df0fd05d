import type { ToolCall } from '../../src/core/reply.ts';

/** A reply that both tools are shown. */
export type SuiteReply = {
  readonly text: string;
  readonly toolCalls?: readonly ToolCall[];
  readonly latencyMs?: number;
  readonly costUsd?: number;
  readonly finishReason?: string;
};

/** Replies made to differ in what rules of text trip over: white space, fences, case, scripts, structure, calls. */
export const replies: readonly SuiteReply[] = [
  { text: 'Yes' },
  { text: ' Yes\n', latencyMs: 900, costUsd: 0.02 },
  { text: 'yes, you can return it within 30 days with the receipt.' },
  { text: 'No, only within 30 days. Please keep the receipt.', finishReason: 'length' },
  { text: '' },
  { text: '{"name": "Ada", "age": 36, "tags": ["a", "b"], "email": "ada@example.com"}' },
  { text: '```json\n{"name": "Bo", "age": "old"}\n```' },
  { text: 'Here it is:\n{"name": "Bo", "age": 7}\nThat is all.' },
  { text: '[1, 2, 3]' },
  { text: '7', costUsd: 0.0001 },
  { text: 'I’m sorry, but I can’t help with that.' },
  { text: 'Als Antwort: Straße, Größe und 42 €.' },
  { text: 'DEAR SIR, THE CAT SAT ON THE MAT. THE CAT SAT.', latencyMs: 5_000 },
  { text: '<html><body><p>Hello <b>Ada</b></p></body></html>' },
  { text: '<order><id>7</id><item>tea</item></order>' },
  { text: 'SELECT name, age FROM users WHERE age > 30 ORDER BY name;' },
  { text: 'Use this:\n\n```sql\nSELECT id FROM orders\n```\n' },
  {
    text: '',
    toolCalls: [{ name: 'find_order', arguments: '{"id":"A-7"}' }],
    finishReason: 'tool_calls',
  },
  {
    text: '',
    toolCalls: [
      { name: 'find_order', arguments: '{"id":"A-7"}' },
      { name: 'refund', arguments: '{"amount":12.5}' },
      { name: 'refund', arguments: '{"amount":1}' },
    ],
    finishReason: 'tool_calls',
  },
  ...[
    { name: 'find_order', arguments: '{"id":7}' },
    { name: 'cancel', arguments: '{}' },
    { name: 'refund', arguments: '{"amount":2,"note":"x"}' },
    { name: 'refund', arguments: '{"amount":' },
    { name: 'refund', arguments: '{}' },
  ].map((call): SuiteReply => ({ text: '', toolCalls: [call], finishReason: 'tool_calls' })),
  { text: 'SELECT name age FROM users' },
  { text: 'SELECT DISTINCT name FROM users -- select a b from c' },
  { text: 'SELECT `id FROM orders' },
  { text: 'DELETE FROM orders WHERE id = 7; UPDATE users SET age = 1;' },
  { text: 'SELECT * FROM generate_series(1, 5)' },
  { text: 'SELECT TOP 5 [first name] FROM [users]' },
  { text: "SELECT data->>'name' FROM users LIMIT 3" },
  {
    text: 'WITH t AS (SELECT id, sum(total) AS s FROM orders GROUP BY id)\nSELECT t.id, users.name FROM t JOIN users ON users.id = t.id',
  },
  { text: '~~~\nSELECT 1\n~~~\n```python\nprint(1)\n```\n```\nSELECT id FROM users\n```' },
  { text: '```SQL\nSELECT id FRM users\n```' },
  { text: 'The cat sat on the mat' },
  { text: '{"name": "Ada", "age": 36' },
];
