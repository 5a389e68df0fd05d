import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { CaseForm } from './types.ts';

/** Cases as YAML: a list, or a map with `cases` and `defaults`. */
export const yamlCases: CaseForm = {
  name: 'yaml',
  about: {
    recognisedBy: '`.yml`, `.yaml`: a list, or a map with `cases` and `defaults`',
    notRead: [],
    example: {
      path: 'prompts/refund.cases.yml',
      text: `defaults:
  checks:
    - max-words: 60
cases:
  - id: late
    vars: { question: Can I return it after 40 days? }
    checks:
      - contains: 30 days
`,
    },
  },
  endings: ['.yml', '.yaml'],
  read: (text, path) => readYaml(text, path),
};
