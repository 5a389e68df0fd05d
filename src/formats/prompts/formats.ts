// Every prompt format that is read, a line each.
export { chat } from './chat.ts';
export { githubPrompt } from './github/github-prompt.ts';
export { langchain } from './langchain.ts';
export { plainText } from './plain-text.ts';
export { textMap } from './text-map.ts';
