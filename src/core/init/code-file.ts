/** A file of the application's code, which may say how it sends a prompt. */
export type CodeFile = { readonly path: string; readonly text: string };

const code = /\.(?:py|ts|tsx|js|jsx|mjs|cjs|go|rb|java|kt|cs|rs|php)$/iu;
const others =
  /(?:^|\/)(?:node_modules|vendor|dist|build|third_party|\.git|\.venv|venv|site-packages|tests?|__tests__|spec|docs?|examples?)\/|(?:^|\/)(?:test_[^/]*|[^/]*(?:_test|\.test|\.spec|\.min)\.[a-z]+)$/iu;
const longest = 200_000;
/** Libraries of agents, chains and retrieval, as code brings them in. */
const chains =
  /^[ \t]*(?:from|import|use|using|require|const|let|var)\b[^\n]{0,200}?\b(?:langchain|langgraph|llama_?index|crewai|autogen|haystack|pydantic_ai|semantic_kernel|smolagents|dspy|openai\/agents|mastra)\b/imu;

/** Whether code may answer by more than one prompt, as an agent, a chain or a retrieval pipeline does. */
export function isChain({ text }: CodeFile): boolean {
  return chains.test(text);
}

/** Whether a file may hold the code that sends a prompt, by its path and its size. */
export function isCode(path: string, bytes: number): boolean {
  return code.test(path) && !others.test(path) && bytes > 0 && bytes <= longest;
}
