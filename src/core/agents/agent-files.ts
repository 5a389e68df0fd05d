/** The two prompts that a skill's file holds: what it says once it is picked, and what makes an agent pick it. */
export const skillKeys = ['instructions', 'description'] as const;
export type SkillKey = (typeof skillKeys)[number];

/** Whether a file is a skill's by its name, as agents look for skills: `SKILL.md` in a folder of its own. */
export function isSkillFile(path: string): boolean {
  return /(?:^|\/)SKILL\.md$/iu.test(path);
}

/** Whether a file is by its name instructions for agents that work on the repository. What it holds is not looked into. */
export function isNamedForAgents(path: string): boolean {
  if (/(?:^|\/)(?:node_modules|vendor)\//u.test(path)) return false;
  return /(?:^|\/)(?:(?:AGENTS|CLAUDE|GEMINI|SKILL|copilot-instructions)\.md|\.cursor\/rules\/.*\.mdc|[^/]+\.agent\.md)$/iu.test(
    path,
  );
}

/** What is cut off the name of an agents' file for `{name}` in the pattern of case files: `SKILL.cases.yml`, `style.cases.yml`. */
export function suffixOfInstructions(path: string): string {
  return /\.mdc?$/iu.exec(path)?.[0] ?? '';
}
