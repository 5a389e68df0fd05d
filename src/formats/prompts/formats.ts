// Every prompt format that is read, a line each.
export { chat } from './chat.ts';
export { crewAi } from './crew-ai.ts';
export { dotprompt } from './dotprompt/dotprompt.ts';
export { geminiCommand } from './gemini-command.ts';
export { githubPrompt } from './github/github-prompt.ts';
export { langchain } from './langchain/langchain.ts';
export { liteLlm } from './litellm.ts';
export { llmTemplate } from './llm-template.ts';
export { plainText } from './plain-text.ts';
export { prompty } from './prompty/prompty.ts';
export { renderedSnapshot } from './rendered-snapshot.ts';
export { semanticKernel } from './semantic-kernel/semantic-kernel.ts';
export { textMap } from './text-map.ts';
export { vsCode } from './vs-code.ts';
