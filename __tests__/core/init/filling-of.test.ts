import { describe, expect, it } from 'vitest';
import { isNeverFilled, isStripped } from '../../../src/core/init/lay-out-prompt.ts';

const path = 'prompts/extract.txt';
const read = 'with open("prompts/extract.txt") as f:\n    system_prompt = f.read()\n';
const code = (text: string, file = 'app.py') => [{ path: file, text }];

describe('a text that code reads', () => {
  it('is never filled where nothing in the code fills anything', () => {
    expect(isNeverFilled(path, code(`${read}ask(system_prompt)\n`))).toBe(true);
    expect(isNeverFilled(path, code(`${read}name = name.replace("\\n", " ")\nask(system_prompt)\n`))).toBe(true);
  });

  it.each([
    'ask(system_prompt.format(year=2026))',
    'ask(system_prompt.replace("{year}", "2026"))',
    'for key in values: system_prompt = system_prompt.replace(key, values[key])',
    'ask(Template(system_prompt).safe_substitute(values))',
    'chain = PromptTemplate.from_template(system_prompt)',
  ])('may be filled by %s', (line) => {
    expect(isNeverFilled(path, code(`${read}${line}\n`))).toBe(false);
  });

  it('may be filled where no code is seen to read it', () => {
    expect(isNeverFilled(path, code('print("hello")\n'))).toBe(false);
  });

  it('is stripped where the line that reads it does so, or the function that it calls', () => {
    expect(isStripped(path, code('text = open("prompts/extract.txt").read().strip()\n'))).toBe(true);
    const loader = 'def load_prompt(name):\n    file = DIR / name\n    return file.read_text().strip()\n';
    expect(isStripped(path, [...code(loader, 'texts.py'), ...code('t = load_prompt("extract.txt")\n')])).toBe(true);
    expect(isStripped(path, code(`${read}ask(f"{system_prompt.strip()} {text}")\n`))).toBe(true);
    expect(isStripped(path, code(read))).toBe(false);
    const kept = 'def load_prompt(name):\n    return (DIR / name).read_text()\n\ndef tidy(a):\n    return a.strip()\n';
    expect(isStripped(path, [...code(kept, 'texts.py'), ...code('t = load_prompt("extract.txt")\n')])).toBe(false);
  });
});
