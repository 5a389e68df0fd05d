import { describe, expect, it } from 'vitest';
import { findSending } from '../../../src/core/init/find-sending.ts';

const seen = (text: string, path = 'prompts/summarize.txt', file = 'app.py') =>
  findSending(path, [{ path: file, text }]);

describe('how code sends a text', () => {
  it.each([
    ['p = open("prompts/summarize.txt").read()\nask(messages=[{"role": "system", "content": p}])\n', 'system'],
    ['with open("prompts/summarize.txt") as f:\n    p_text = f.read()\nreturn ask(system=p_text.strip())\n', 'system'],
    ['SUMMARY_PROMPT = load("summarize.txt")\n\ncreate(model=m, instructions=SUMMARY_PROMPT)\n', 'system'],
    ['pt = load_prompt("summarize")\nprompt = pt.format(text=text)\nmodel.generate_content(prompt)\n', 'user'],
    ['m = [{"role": "user", "content": load_prompt("summarize")}]\n', 'user'],
    ['chat = [SystemMessage(content=read_text("prompts/summarize.txt"))]\n', 'system'],
  ])('%j', (text, role) => {
    expect(seen(text)).toMatchObject({ role, file: 'app.py' });
  });

  it('shows where a function takes it from the one that reads it, whatever other texts go by that name', () => {
    const text = `class Notes:
    def notes(self, lecture):
        prompt = self._get_notes_prompt()
        return self.ask(messages=[
            {"role": "system", "content": prompt},
            {"role": "user", "content": lecture},
        ])

    def points(self, lecture):
        prompt = "List the points."
        return self.ask(messages=[{"role": "user", "content": prompt}])

    def _get_notes_prompt(self):
        prompt_file = PROMPTS / "summarize.txt"
        if prompt_file.exists():
            return prompt_file.read_text()
`;
    expect(seen(text)).toEqual({ role: 'system', file: 'app.py', line: 5 });
    // A line that only gives the text its name sends nothing; an argument of that name does.
    expect(seen('prompt = load_prompt("summarize.txt")\nshow(prompt)\n')).toBeUndefined();
    expect(seen('SUMMARY_TEXT = load("summarize.txt")\nask(\n    prompt=SUMMARY_TEXT,\n)\n')).toMatchObject({
      role: 'user',
    });
  });

  it('shows what is joined to a key of a file, and what is joined as JSON by its own name', () => {
    const text =
      'let jsonPrompt = JSON.parse(await readFile(path));\nlet prompt = jsonPrompt["make-card"] + "\\n" + JSON.stringify(answers);\n';
    expect(seen(text, 'prompts/cards.json#make-card', 'a.js')).toMatchObject({
      role: 'user',
      joined: { append: '\n{{answers}}' },
    });
    expect(seen('p_text = read("summarize.txt")\nask(p_text + "\\n" + json.dumps(rows, indent=2))\n')).toMatchObject({
      joined: { append: '\n{{rows}}' },
    });
  });

  it('shows in TypeScript and Go, and in another file than the one that reads it', () => {
    const script =
      'const SUMMARY = readFileSync(join(dir, "summarize.txt"), "utf8");\ngenerateText({ model, system: SUMMARY, prompt });\n';
    expect(seen(script, undefined, 'a.ts')).toMatchObject({ role: 'system', line: 2 });
    const go =
      'summaryPrompt := load("summarize.txt")\nopenai.ChatCompletionMessage{Role: openai.ChatMessageRoleSystem, Content: summaryPrompt},\n';
    expect(seen(go, undefined, 'a.go')).toMatchObject({ role: 'system' });
    const files = [
      { path: 'texts.py', text: 'SUMMARY_PROMPT = Path("prompts/summarize.txt").read_text()\n' },
      {
        path: 'ask.py',
        text: 'from texts import SUMMARY_PROMPT\n\nask({"role": "system", "content": SUMMARY_PROMPT})\n',
      },
    ];
    expect(findSending('prompts/summarize.txt', files)).toEqual({ role: 'system', file: 'ask.py', line: 3 });
  });

  it.each([
    ['p_text = read("summarize.txt")\nask(p_text + "\\n\\n" + article)\n', { append: '\n\n{{article}}' }],
    [
      'p_text = read("summarize.txt")\nmodel.generate_content(f"{p_text}\\n\\nText: {req.body}")\n',
      { append: '\n\nText: {{body}}' },
    ],
    [
      'p_text = read("summarize.txt")\nfull = f"""Read this: {article}\n{p_text}"""\n',
      { prepend: 'Read this: {{article}}\n' },
    ],
    ['p_text = read("summarize.txt")\nfull = "\\n".join([p_text, article])\n', { append: '\n{{article}}' }],
  ])('shows what is joined to it: %j', (text, joined) => {
    expect(seen(text)).toMatchObject({ role: 'user', joined });
  });

  it.each([
    [
      'system = read("prompts/summarize.txt").strip() + f"\\n\\nKnown:\\n{knowledge:.2f}"\nask(system=system, user=q)\n',
      { append: '\n\nKnown:\n{{knowledge}}' },
    ],
    [
      'self.system_prompt = Path("summarize.txt").read_text()\nself.system_prompt += f"""\n---\n{base}\n"""\nask({"role": "system", "content": self.system_prompt})\n',
      { append: '\n---\n{{base}}\n' },
    ],
    [
      'p_text = read("summarize.txt")\nask({"role": "system", "content": p_text + "\\n" + "\\n\\n".join(notes)})\n',
      { append: '\n{{notes}}' },
    ],
  ])('shows what is joined to a system’s message: %j', (text, joined) => {
    expect(seen(text)).toMatchObject({ role: 'system', joined });
  });

  it('leaves out what is joined where it is sent in another way', () => {
    const text =
      'p_text = read("summarize.txt")\nfull = f"{p_text}\\n{q}"\nother(full)\nask({"role": "system", "content": p_text})\n';
    expect(seen(text)?.joined).toBeUndefined();
  });

  it('shows what a template of JavaScript joins to it', () => {
    const text =
      'const base = await readFile("prompts/summarize.txt", "utf8");\nconst all = `${base}\\n---\\n${input.trim()}`;\n';
    expect(seen(text, undefined, 'a.ts')?.joined).toEqual({ append: '\n---\n{{input}}' });
  });

  it('is unknown where it shows nothing, sends it both ways, or only speaks of it', () => {
    expect(seen('x = open("prompts/other.txt").read()\nask({"role": "system", "content": x})\n')).toBeUndefined();
    expect(seen('# summarize.txt is read elsewhere\nask({"role": "system", "content": prompt})\n')).toBeUndefined();
    const both =
      'p_text = read("summarize.txt")\na = {"role": "system", "content": p_text}\nb = {"role": "user", "content": p_text}\n';
    expect(seen(both)).toBeUndefined();
  });

  it('leaves out what another function joins to a text of the same name, and names that only end like it', () => {
    const functions =
      'def summarize(t):\n    prompt = load("summarize.txt", t=t)\n    return ask(prompt)\n\ndef answer(q):\n    prompt = load("qa.txt")\n    prompt += f"\\n\\nUser: {q}"\n    return ask(prompt)\n';
    expect(seen(functions)?.joined).toBeUndefined();
    expect(seen(functions, 'prompts/qa.txt')?.joined).toEqual({ append: '\n\nUser: {{q}}' });
    const names =
      'class A:\n    def __init__(self):\n        self.template = read("prompts/summarize.txt")\n        self.sort_template = read("prompts/sort.txt")\n\n    def sort(self, m):\n        return ask(self.sort_template + "\\n" + m)\n\n    def sum(self, m):\n        return ask({"role": "user", "content": self.template})\n';
    expect(seen(names)).toMatchObject({ role: 'user', line: 10 });
    expect(seen(names)?.joined).toBeUndefined();
  });
});
