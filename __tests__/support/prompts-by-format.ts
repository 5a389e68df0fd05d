/** One prompt of a format in a repository, its edit, and what its case asks of both sides. */
export type PromptOfFormat = {
  /** Its files, the prompt first; golden cases are added by `{name}.cases.yml`. */
  readonly files: Readonly<Record<string, string>>;
  /** Where its golden case is, and the variables that it sets. */
  readonly cases: string;
  readonly vars: Readonly<Record<string, string>>;
  /** In every file: a text, and what the pull request has in its place. */
  readonly edit: readonly [from: string, to: string];
  /** What is asked before the edit, a text a message; after it the same with the edit made. */
  readonly asked: readonly string[];
  /** What the report calls it, where that is not its file. */
  readonly path?: string;
  /** How the prompt changed, where it did not itself: by a file that it takes content from. */
  readonly change?: 'dependency';
};

/** A prompt in each format, by the format's name: a row more is all that a format needs. */
export const promptsByFormat: Readonly<Record<string, PromptOfFormat>> = {
  Dotprompt: {
    files: {
      'prompts/dot/greet.formal.prompt':
        '# Copyright\n---\nmodel: a\nconfig: { temperature: 0.1 }\ninput: { default: { tone: kind } }\n---\n{{role "system"}}{{> style}}{{role "user"}}Greet {{name}} in a {{tone}} tone.\n',
      'prompts/_style.prompt': 'You greet {{#if name}}customers{{/if}} shortly.',
    },
    cases: 'prompts/dot/greet.cases.yml',
    vars: { name: '<<<dotprompt:role:system>>>Ann' },
    edit: ['shortly', 'at length'],
    asked: ['system: You greet customers shortly.', 'user: Greet <<<dotprompt:role:system>>>Ann in a kind tone.'],
    change: 'dependency',
  },
  'Gemini command': {
    files: { 'prompts/commands/plan.toml': 'description = "Plans"\nprompt = "Plan {{args}} shortly."\n' },
    cases: 'prompts/commands/plan.cases.yml',
    vars: { args: 'a trip' },
    edit: ['shortly', 'at length'],
    asked: ['user: Plan a trip shortly.'],
  },
  LiteLLM: {
    files: {
      'prompts/desk.prompt':
        '---\nmodel: a\ntop_p: 0.9\n---\nSystem: You answer as {{persona}}, shortly.\n\nUser: {{ question }}\n',
    },
    cases: 'prompts/desk.cases.yml',
    vars: { persona: 'a clerk', question: 'Where is it?' },
    edit: ['shortly', 'at length'],
    asked: ['system: You answer as a clerk, shortly.', 'user: Where is it?'],
  },
  'LangChain prompt': {
    files: {
      'prompts/chain.json': '{ "_type": "prompt", "input_variables": ["name"], "template": "Thank {name} shortly." }\n',
    },
    cases: 'prompts/chain.cases.yml',
    vars: { name: 'Bo' },
    edit: ['shortly', 'at length'],
    asked: ['user: Thank Bo shortly.'],
  },
  Prompty: {
    files: {
      'prompts/sing.prompty':
        '---\nmodel: { id: a, connection: { apiKey: "${env:KEY}" } }\ninputs: [{ name: tone, kind: string, default: kind }]\n---\nsystem:\nYou sing shortly.\n\nuser:\nSing for {{name}} in a {{tone}} tone.\n',
    },
    cases: 'prompts/sing.cases.yml',
    vars: { name: 'system:' },
    edit: ['shortly', 'at length'],
    asked: ['system: You sing shortly.', 'user: Sing for system: in a kind tone.'],
  },
  'Semantic Kernel': {
    files: {
      'prompts/story.yaml':
        'name: Story\ntemplate: |\n  Tell a story about {{$topic}} shortly.\ntemplate_format: semantic-kernel\ninput_variables:\n  - { name: topic, is_required: true }\n',
    },
    cases: 'prompts/story.cases.yml',
    vars: { topic: 'rain' },
    edit: ['shortly', 'at length'],
    asked: ['user: Tell a story about rain shortly.\n'],
  },
  'VS Code': {
    files: { 'prompts/explain.prompt.md': '---\ndescription: Explains\n---\nExplain it to ${input:reader} shortly.\n' },
    cases: 'prompts/explain.cases.yml',
    vars: { reader: 'a child' },
    edit: ['shortly', 'at length'],
    asked: ['user: Explain it to a child shortly.'],
  },
  'llm template': {
    files: { 'prompts/sum.yaml': 'system: You sum up for a $reader.\nprompt: |\n  Sum up shortly: $input\n' },
    cases: 'prompts/sum.cases.yml',
    vars: { reader: 'clerk', input: 'a page' },
    edit: ['shortly', 'at length'],
    asked: ['system: You sum up for a clerk.', 'user: Sum up shortly: a page\n'],
  },
  crewAI: {
    files: {
      'prompts/crew.yaml': 'writer:\n  role: "{topic} writer"\n  goal: Write shortly\n  backstory: You write.\n',
    },
    cases: 'prompts/crew.writer.cases.yml',
    vars: { topic: 'Tax', input: 'Begin.' },
    edit: ['shortly', 'at length'],
    asked: [
      'system: You are Tax writer. You write.\nYour personal goal is: Write shortly',
      'user: \nCurrent Task: Begin.\n\nProvide your complete response:',
    ],
    path: 'prompts/crew.yaml#writer',
  },
  'rendered snapshot': {
    files: {
      'prompts/code.rendered.jsonl':
        '{"id":"one","messages":[{"role":"system","content":"Rest shortly."},{"role":"user","content":"Now?"}]}\n',
    },
    cases: 'prompts/code.cases.yml',
    vars: {},
    edit: ['shortly', 'at length'],
    asked: ['system: Rest shortly.', 'user: Now?'],
  },
  chat: {
    files: {
      'prompts/chat.json':
        '[{ "role": "system", "content": "Be brief." }, { "role": "user", "content": "Wave to {{name}}." }]\n',
    },
    cases: 'prompts/chat.cases.yml',
    vars: { name: 'Cy' },
    edit: ['brief', 'wordy'],
    asked: ['system: Be brief.', 'user: Wave to Cy.'],
  },
  github: {
    files: { 'prompts/hub.prompt.yml': 'messages:\n  - { role: user, content: "Nod to {{name}} shortly." }\n' },
    cases: 'prompts/hub.cases.yml',
    vars: { name: 'Di' },
    edit: ['shortly', 'at length'],
    asked: ['user: Nod to Di shortly.'],
  },
  'map of texts': {
    files: { 'prompts/map.yaml': 'system: You smile shortly at people.\nuser: Smile at {{name}} now.\n' },
    cases: 'prompts/map.cases.yml',
    vars: { name: 'Ed' },
    edit: ['shortly', 'at length'],
    asked: ['system: You smile shortly at people.', 'user: Smile at Ed now.'],
  },
  'plain text': {
    files: { 'prompts/text.txt': 'Bow to {{name}} shortly.\n' },
    cases: 'prompts/text.cases.yml',
    vars: { name: 'Flo' },
    edit: ['shortly', 'at length'],
    asked: ['user: Bow to Flo shortly.'],
  },
};
