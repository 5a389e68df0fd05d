import type { EngineName } from '../template/engine.ts';
import type { SendingSeen } from './find-sending.ts';
import type { SpacingSeen } from './find-spacing.ts';
import type { LaidOutPrompt } from './lay-out-prompt.ts';
import { schemaLine } from './write-cases.ts';

/** What a first config says. */
export type FirstConfig = {
  /** Globs, where the default ones do not name all prompts. */
  readonly prompts?: readonly string[];
  /** Prompts whose roles and templates their files leave open. */
  readonly laidOut: readonly LaidOutPrompt[];
  /** Texts that lines such as `SYSTEM:` divide. */
  readonly divided: readonly string[];
  /** Some golden cases are graded by a model. */
  readonly judged: boolean;
  readonly models: readonly string[];
};

/** A first `promptgate.yml`: the prompts that were found, how they are read, and the model they are asked on. */
export function writeConfig({ prompts, laidOut, divided, judged, models }: FirstConfig): string {
  const all = laidOut.map(({ path }) => path);
  const system = laidOut.filter(({ isSystem, sending }) => isSystem && sending === undefined).map(({ path }) => path);
  const seen = laidOut.flatMap(({ path, sending }) => (sending === undefined ? [] : [wordSending(path, sending)]));
  const engines = Map.groupBy(
    laidOut.flatMap(({ path, engine, spacing }) =>
      engine === undefined ? [] : [{ path, said: wordEngine(engine, spacing) }],
    ),
    ({ said }) => said,
  );
  return [
    schemaLine('promptgate'),
    'version: 1',
    ...(prompts === undefined ? [] : ['prompts:', ...prompts.map((glob) => `  - ${JSON.stringify(glob)}`)]),
    ...(system.length + seen.length + divided.length === 0
      ? []
      : [
          'roles: # whose message a text is; the case’s question follows as the user’s',
          ...(system.length === 0 ? [] : [`  - ${entry(system, all, 'system')}`]),
          ...seen,
          ...(divided.length === 0 ? [] : [`  - ${entry(divided, divided, 'turns')} # by its lines SYSTEM:, USER: …`]),
        ]),
    ...(engines.size === 0
      ? []
      : [
          'templates: # how variables are written',
          ...[...engines].map(
            ([said, held]) =>
              `  - { ${pathsOf(
                held.map(({ path }) => path),
                all,
              )}, ${said}`,
          ),
        ]),
    ...(models.length === 0
      ? ['# models: [gpt-5.6-luna] # beside the model that a prompt names itself']
      : [`models: [${models.map((model) => JSON.stringify(model)).join(', ')}]`]),
    `${judged ? '' : '# '}judge: gpt-5.6-sol # grades checks such as \`judge\` and \`rag\``,
    '# gate: { min-score: 0.7 }',
    '',
  ].join('\n');
}

/** Whose message a text is and what is joined to it, by its code: a reading of it that is to be checked. */
function wordSending(path: string, { role, joined, file, line }: SendingSeen): string {
  const texts = Object.entries(joined ?? {}).map(([key, text]) => `, ${key}: ${JSON.stringify(text)}`);
  return `  - { paths: [${JSON.stringify(path)}], role: ${role}${texts.join('')} } # as ${file}:${line} seems to send it: check`;
}

/** How variables are written, and why where code says it. */
function wordEngine(engine: EngineName, seen: SpacingSeen | undefined): string {
  if (seen === undefined) return `engine: ${engine} }`;
  const options = Object.entries(seen.spacing).map(([name, value]) => `${name}: ${value}`);
  return `engine: ${engine}, ${options.join(', ')} } # as ${seen.file}:${seen.line} sets them`;
}

function entry(paths: readonly string[], all: readonly string[], role: 'system' | 'turns'): string {
  return `{ ${pathsOf(paths, all)}, role: ${role} }`;
}

/** Paths of a rule: a file that holds several prompts goes by its own name only where the rule is of all of them. */
function pathsOf(paths: readonly string[], all: readonly string[]): string {
  const held = Map.groupBy(paths, fileOf);
  const whole = Map.groupBy(all, fileOf);
  const named = [...held].flatMap(([file, keyed]) => (keyed.length === whole.get(file)?.length ? [file] : keyed));
  return `paths: [${named.map((path) => JSON.stringify(path)).join(', ')}]`;
}

/** A prompt of several in a file goes by the file. */
function fileOf(path: string): string {
  return path.split('#', 1)[0] ?? path;
}

/** A first workflow: no checkout, no install, and no right that a review does not use. */
export function writeWorkflow(): string {
  return `# Reviews the prompts that a pull request changes. OWNER is whoever keeps the action.
name: promptgate
on:
  pull_request: { types: [opened, synchronize, reopened, labeled, unlabeled] }
  merge_group:
permissions: { contents: read, pull-requests: write, issues: read }
concurrency: { group: "promptgate-\${{ github.ref }}", cancel-in-progress: true }
jobs:
  promptgate:
    runs-on: ubuntu-latest
    steps:
      - uses: OWNER/promptgate@v1
        with:
          api-key: \${{ secrets.OPENAI_API_KEY }}
`;
}
