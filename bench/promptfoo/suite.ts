import type { Json, JsonObject } from '../../src/core/json.ts';

/** Vars that every test of the suite has. */
const vars = { question: 'Can I return it?', name: 'Ada', days: 30, cities: ['x', 1], person: { first: 'Ada' } };

const texts = ['Yes', 'yes', ' Yes', '30 days', '{{name}}', '{{ days }} days', '{{ name | upper }}', '\\', 'ß', 'mat.'];
const lists: readonly Json[] = [
  ['Yes', 'receipt'],
  'cat, "mat", sat',
  ['{{name}}', 7],
  ['the', 'THE'],
  '30 days,receipt',
];
const sentences = ['the cat sat on the mat', 'you can return it within 30 days', 'Yes', "I can't help with that"];
const schema = { type: 'object', required: ['name', 'age'], properties: { age: { type: 'number' } } };
const patterns = ['^Yes$', '\\d+', '[A-Z]{3,}', 'cat|receipt', '^\\s', '(?=.*Ada)', '(\\w)\\1', '\\bmat\\b', '.$'];
const scripts = [
  'output.length > 10',
  "output.includes('30') || output.includes('Ada')",
  'JSON.parse(output).age',
  'const words = String(output).split(" "); words.length > 3',
  'if (output === "7") {\n  return { pass: true, score: 0.5, reason: "seven" };\n}\nreturn output.length / 100;\n',
  'context.vars.name === "Ada" && context.prompt.includes("return")',
  'throw new Error("no")',
  '"text"',
];

const databases =
  'Athena BigQuery DB2 FlinkSQL Hive MariaDB MySQL Noql PostgreSQL Redshift Snowflake Sqlite TransactSQL Trino'.split(
    ' ',
  );
const rights: readonly JsonObject[] = [
  { allowedTables: ['select::(.*)::users'] },
  { allowedTables: ['(select|delete|update)::(.*)::(users|orders)'], allowedColumns: ['select::(.*)::(.*)'] },
  { allowedColumns: ['select::users::name', 'select::orders::id'] },
  { allowedTables: [], allowedColumns: ['(.*)::(.*)::(.*)'] },
];

/** What the config's provider is said to be asked with: both tools hold calls against it. */
const tools: readonly JsonObject[] = [
  {
    type: 'function',
    function: {
      name: 'find_order',
      parameters: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    },
  },
  {
    type: 'function',
    function: {
      name: 'refund',
      parameters: {
        type: 'object',
        properties: { amount: { type: 'number', minimum: 1 } },
        additionalProperties: false,
      },
    },
  },
];

type Assertion = JsonObject & { readonly type: string };

const plain: readonly Assertion[] = [
  ...texts.flatMap((value) =>
    ['equals', 'contains', 'icontains', 'starts-with'].map((type): Assertion => ({ type, value })),
  ),
  ...lists.flatMap((value) =>
    ['contains-any', 'contains-all', 'icontains-any', 'icontains-all'].map((type): Assertion => ({ type, value })),
  ),
  ...patterns.map((value): Assertion => ({ type: 'regex', value })),
  ...[7, true, { name: 'Ada' }, [1, 2, 3]].map((value): Assertion => ({ type: 'equals', value })),
  { type: 'is-json' },
  { type: 'is-json', value: schema },
  { type: 'is-json', value: 'type: array\nitems: { type: number }' },
  { type: 'contains-json' },
  { type: 'contains-json', value: schema },
  { type: 'is-refusal' },
  ...[1, '6', { min: 3 }, { max: 5 }, { min: 2, max: 9 }].map((value): Assertion => ({ type: 'word-count', value })),
  ...[100, 1_000].map((threshold): Assertion => ({ type: 'latency', threshold })),
  ...[0.001, 0.05].map((threshold): Assertion => ({ type: 'cost', threshold })),
  { type: 'finish-reason', value: 'stop' },
  { type: 'finish-reason', value: 'LENGTH' },
  { type: 'tool-call-f1', value: 'find_order, refund' },
  { type: 'tool-call-f1', value: ['refund'], threshold: 0.6 },
  ...sentences.flatMap((value): readonly Assertion[] => [
    { type: 'levenshtein', value },
    { type: 'levenshtein', value, threshold: 20 },
    { type: 'rouge-n', value },
    { type: 'bleu', value, threshold: 0.3 },
    { type: 'gleu', value, threshold: 0.3 },
    { type: 'similar', value },
    { type: 'similar:euclidean', value, threshold: 0.5 },
  ]),
  { type: 'bleu', value: sentences },
  { type: 'similar', value: sentences, threshold: 0.9 },
  { type: 'is-html' },
  { type: 'contains-html' },
  { type: 'is-xml' },
  { type: 'is-xml', value: 'order.id,order.item' },
  { type: 'contains-xml' },
  { type: 'is-sql' },
  { type: 'contains-sql' },
  ...databases.map((databaseType): Assertion => ({ type: 'is-sql', value: { databaseType } })),
  ...['MySQL', 'PostgreSQL', 'Sqlite'].flatMap((databaseType): readonly Assertion[] => [
    { type: 'contains-sql', value: { databaseType } },
    ...rights.map((right): Assertion => ({ type: 'is-sql', value: { databaseType, ...right } })),
  ]),
  { type: 'contains-sql', value: rights[0] ?? {} },
  { type: 'is-valid-openai-tools-call' },
  ...scripts.map((value): Assertion => ({ type: 'javascript', value })),
  { type: 'javascript', value: 'output.length / 50', threshold: 0.4 },
];

const negated = plain
  .filter((_, index) => index % 2 === 0)
  .map((one): Assertion => ({ ...one, type: `not-${one.type}` }));
const transformed = [
  { type: 'equals', value: 'YES', transform: 'output.trim().toUpperCase()' },
  { type: 'contains', value: 'Ada', transform: 'JSON.parse(output).name' },
];

const pairs = [
  [
    { type: 'contains', value: 'Yes' },
    { type: 'icontains', value: 'receipt', weight: 2 },
  ],
  [{ type: 'is-json' }, { type: 'contains', value: 'Ada' }, { type: 'word-count', value: { max: 9 } }],
  [
    { type: 'bleu', value: 'the cat sat on the mat' },
    { type: 'icontains', value: 'cat' },
  ],
] as const;

const structured: readonly JsonObject[] = pairs.flatMap((assert): readonly JsonObject[] => [
  { assert },
  { assert, threshold: 0.3 },
  { assert, threshold: 0.6 },
  {
    assert: [
      { type: 'assert-set', threshold: 0.5, assert },
      { type: 'not-contains', value: '7' },
    ],
  },
  {
    assert: [
      { type: 'assert-set', assert, weight: 3 },
      { type: 'contains', value: 'a' },
    ],
    threshold: 0.7,
  },
  { assert: [...assert, { type: 'equals', value: 'Yes', weight: 0 }] },
]);

/** The config that both tools read. */
export const suite: JsonObject = {
  prompts: ['Answer: {{question}}'],
  providers: [{ id: 'openai:gpt-5.6-sol', config: { tools } }],
  tests: [
    ...[...plain, ...negated, ...transformed].map((assertion) => ({ vars, assert: [assertion] })),
    ...structured.map((test) => ({ vars, ...test })),
  ].map((test, index) => ({ description: `t${index}`, ...test, options: { disableVarExpansion: true } })),
};
