/** First values by what a variable is called, two of each; they are there to be replaced. */
export const starterValues: readonly { readonly name: RegExp; readonly values: readonly [string, string] }[] = [
  {
    name: /question|query|message|input|prompt|request|turn/iu,
    values: ['Hello! What can you help me with?', 'I need help with something urgent. Where do I begin?'],
  },
  { name: /lang|locale/iu, values: ['English', 'German'] },
  { name: /name|author|user|customer/iu, values: ['Ada Lovelace', 'Grace Hopper'] },
  { name: /date|day/iu, values: ['2026-01-15', '2026-06-30'] },
  { name: /num|count|max|limit|age|score/iu, values: ['3', '10'] },
  {
    name: /./u,
    values: [
      'Replace this with a real text that your application would put here.',
      'Replace this with another one, as different from the first as your users’ are.',
    ],
  },
];
