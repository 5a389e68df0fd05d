import { describe, expect, it } from 'vitest';
import { findSpacing } from '../../../src/core/init/find-spacing.ts';
import { isNamedBy } from '../../../src/core/paths/match-globs.ts';

const both = { 'trim-blocks': true, 'lstrip-blocks': true };
const loader = (folder: string, options: string): string =>
  `import jinja2\nimport os\n\nenv = jinja2.Environment(\n    loader=jinja2.FileSystemLoader(os.path.join(HERE, "${folder}")),\n${options})\n`;

describe('white space options in code', () => {
  it('are those of the environment that loads the folder of the template', () => {
    const code = [
      { path: 'app/web.py', text: loader('pages', '    trim_blocks=False,\n') },
      { path: 'app/llm.py', text: loader('prompts', '    trim_blocks=True,\n    lstrip_blocks=True,\n') },
    ];
    expect(findSpacing('app/prompts/ask.j2', code)).toEqual({ spacing: both, file: 'app/llm.py', line: 4 });
    expect(findSpacing('app/pages/home.j2', code)).toBeUndefined();
    expect(findSpacing('app/other/home.j2', code)).toBeUndefined();
  });

  it('are those of the file that names the template, or of all files where they agree', () => {
    const made = 'from jinja2 import Environment\ne = Environment(autoescape=f(1), trim_blocks=True)\n';
    const plain = { path: 'b.py', text: 'from jinja2 import Environment\ne = Environment()\n' };
    const named = { path: 'a.py', text: `${made}t = e.get_template("ask.j2")\n` };
    const seen = { spacing: { 'trim-blocks': true }, file: 'a.py', line: 2 };
    expect(findSpacing('texts/ask.j2', [plain, named])).toEqual(seen);
    expect(findSpacing('texts/tell.j2', [named])).toEqual(seen);
    expect(findSpacing('texts/tell.j2', [plain, named])).toBeUndefined();
  });

  it('are found where they are set after it was made, and in Nunjucks’ own spelling', () => {
    const set = 'from jinja2 import Environment\nenv = Environment(loader=x)\nenv.trim_blocks = True\n';
    expect(findSpacing('t.j2', [{ path: 'a.py', text: set }])?.spacing).toEqual({ 'trim-blocks': true });
    const script =
      'import nunjucks from "nunjucks";\nnunjucks.configure("x", { trimBlocks: true, lstripBlocks: true });\n';
    expect(findSpacing('t.j2', [{ path: 'a.ts', text: script }])?.spacing).toEqual(both);
  });
});

describe('a rule by path', () => {
  it('of a file that holds several prompts is of each of them', () => {
    expect(isNamedBy('prompts/texts.yaml#welcome', ['prompts/*.yaml'])).toBe(true);
    expect(isNamedBy('prompts/texts.yaml#welcome', ['prompts/texts.yaml#other'])).toBe(false);
  });
});
