import type { PromptAbout } from '../types.ts';

/** What docs/formats.md says of Semantic Kernel's prompts. */
export const aboutSemanticKernel: PromptAbout = {
  recognisedBy:
    'JSON or YAML with a `template` beside `execution_settings`, a `template_format` of its own (`semantic-kernel`, `handlebars`, `liquid`) or `input_variables` with names; `skprompt.txt`',
  filled: '`{{$name}}`; in Handlebars and Liquid `{{name}}` and `{{a.b}}`',
  cases: 'beside it, in `{name}.cases.yml`',
  notRead: [
    'calls of functions (`{{Plugin.Fn $x}}`), loops, conditions and helpers of Handlebars and Liquid: a prompt with some is `unreviewed`',
    '`<image>`, `<audio>` and `<binary>`: likewise',
    '`allow_dangerously_set_content`: no value opens a message here',
    '`function_choice_behavior` and `output_variable`',
  ],
  example: {
    path: 'prompts/story.yaml',
    text: `name: Story
template: |
  <message role="system">You tell stories of {{$length}} sentences.</message>
  <message role="user">A story about {{$topic}}</message>
template_format: semantic-kernel
input_variables:
  - name: topic
    is_required: true
  - name: length
execution_settings:
  default:
    temperature: 0.6
`,
  },
  reference: { library: '`Microsoft.SemanticKernel`, `KernelPromptTemplate.cs` and `ChatPromptParser.cs`' },
  more: `What stands outside of \`<message>\` is left out where there is such an element, as .NET does; Python makes messages of it. A text that is not XML
as a whole (\`a < b\`) is one message of the user, tags and all. Without such elements values are sent as they are, as Python does; .NET
writes them for HTML. The settings are those of \`default\`, else the first.`,
};
