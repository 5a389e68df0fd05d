import { stringify } from 'yaml';
import { inputDefault } from '../../src/core/settings/input-flags.ts';
import { inputs } from '../../src/core/settings/inputs.ts';
import { outputs } from '../../src/core/settings/outputs.ts';
import { showDefault } from './show-default.ts';

/**
 * The text of `action.yml`. An input that the config can set too has no default there (a default would always win
 * over the config): its description names it.
 * @param post whether the action has a step after the job.
 */
export function actionMetadata({ post }: { readonly post: boolean }): string {
  const metadata = {
    name: 'Promptgate',
    description: 'Prompt regression tests that gate pull requests',
    branding: { icon: 'git-pull-request', color: 'purple' },
    inputs: Object.fromEntries(
      inputs.map((input) => {
        const { name, description, config } = input;
        const value = inputDefault(input);
        if (config === undefined) return [name, { description, ...(value === undefined ? {} : { default: value }) }];
        const from = `the config's \`${config.join('.')}\``;
        const said = value === undefined ? from : `${from}, or ${showDefault(value)}`;
        return [name, { description: `${description} Default: ${said}.` }];
      }),
    ),
    outputs: Object.fromEntries(outputs.map(({ name, description }) => [name, { description }])),
    runs: {
      using: 'node24',
      main: 'dist/action.js',
      ...(post ? { post: 'dist/post.js', 'post-if': 'always()' } : {}),
    },
  };
  return `# Made by \`npm run generate\` from src/core/settings: edit there.\n${stringify(metadata, { lineWidth: 0 })}`;
}
