import { showOnOneLine } from '../../core/text/show-hidden.ts';
import type { InitPlan } from './plan-init.ts';

const mostListed = 12;
const mostFixes = 5;
/** Longest line: paths and reasons come from the repository. */
const longest = 300;

/** A plan as the command line tells it. @param done whether its files are written by now */
export function wordPlan(
  { files, kept, unread, later, prompts, application, agents }: InitPlan,
  done: boolean,
): string {
  if (prompts === 0) {
    return [
      'No prompt was found: no file lies where prompts usually do, and no text speaks to a model.',
      'Name yours and run it again: promptgate init --prompts "path/of/your/prompts/**"',
      ...wordAgents(agents),
      '',
    ].join('\n');
  }
  const width = Math.max(0, ...files.slice(0, mostListed).map(({ path }) => path.length));
  const list = (lines: readonly string[]): readonly string[] => [
    ...lines.slice(0, mostListed).map((line) => `  ${showOnOneLine(line, longest)}`),
    ...(lines.length > mostListed ? [`  … and ${lines.length - mostListed} more`] : []),
  ];
  const blocks: readonly (readonly string[])[] = [
    [`${prompts === 1 ? 'One prompt' : `${prompts} prompts`} found.`],
    files.length === 0
      ? ['Nothing to write: all that a review needs is there.']
      : [
          done ? 'Written:' : 'To be written:',
          ...list(files.map(({ path, what }) => `${path.padEnd(width)}  ${what}`)),
        ],
    kept.length === 0 ? [] : ['Left as they are:', ...list(kept)],
    unread.length === 0
      ? []
      : [
          'Not guarded:',
          ...list(unread.map(({ path, why }) => `${path}: ${why.replace(/\.$/u, '')}`)),
          ...fixesOf(unread),
        ],
    later === 0 ? [] : [`${later} more prompts have no cases yet: run promptgate init again for the next ones.`],
    application === undefined
      ? []
      : [
          `${showOnOneLine(application, longest)} brings in agents, chains or retrieval: a review can ask your application in place of a model (docs/applications.md).`,
        ],
    wordAgents(agents),
    done || files.length === 0
      ? nextSteps(unread.length < prompts)
      : ['Nothing is written yet: run promptgate init to write it.'],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** That there are instructions for agents, which nobody asked to have reviewed. */
function wordAgents(paths: readonly string[]): readonly string[] {
  const [first] = paths;
  if (first === undefined) return [];
  const shown = showOnOneLine(first, longest);
  const found = paths.length === 1 ? `${shown} holds` : `${shown} and ${paths.length - 1} more files hold`;
  return [
    `${found} instructions for agents. They are reviewed only where \`agents\` of the config names them (docs/agents.md).`,
  ];
}

/** What to write, each once. */
function fixesOf(unread: InitPlan['unread']): readonly string[] {
  return [...new Set(unread.flatMap(({ fix }) => fix ?? []))]
    .slice(0, mostFixes)
    .map((fix) => `  → ${showOnOneLine(fix, longest)}`);
}

function nextSteps(canBeAsked: boolean): readonly string[] {
  return canBeAsked
    ? steps
    : ['Next: mend what is listed above. Until then a change of these prompts is told, and not asked about.'];
}

const steps: readonly string[] = [
  'Next:',
  '  1. Put what your users really send into the cases files, and checks that a good reply passes.',
  '  2. npx promptgate check     whether they pass today (the key in OPENAI_API_KEY)',
  '  3. Edit a prompt, then npx promptgate review     what the edit breaks',
  '  4. Commit, add the secret OPENAI_API_KEY to the repository, and write the action’s owner into the workflow.',
];
