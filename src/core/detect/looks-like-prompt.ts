/** Endings under which a text may be a prompt; code, pictures and pages never are. */
const textual =
  /\.(?:txt|md|mdx|json|ya?ml|toml|xml|j2|jinja2?|hbs|mustache|liquid|njk|(?:go)?tmpl|tpl|prompty|prompt|poml|baml)$/iu;
/** Formats that hold nothing but prompts, wherever they lie. */
const promptEnding = /\.(?:prompty?|poml|baml|prompt\.(?:md|ya?ml|txt|json|toml|j2|xml))$/iu;
const templateEnding = /\.(?:j2|jinja2?|hbs|mustache|liquid|njk|(?:go)?tmpl|tpl)$/iu;
const dataEnding = /\.(?:json|ya?ml|toml)$/iu;

/** Folders of prompts: `prompts`, `llm_prompts`, `prompt-templates`, `personas`. */
const promptFolder =
  /^(?:.*[_.-])?(?:prompts?|personas?)(?:[_.-](?:templates?|library|store|files?|v?\d+))?$|^(?:prompttemplates?|systemprompts?)$/iu;
/** File names of prompts: `system_prompt`, `judge-prompt-v2`, `prompt`, `systemPrompt`, `persona`. */
const promptNames = [
  /(?:^|[_.\s-])(?:system)?prompts?(?:[_.\s-]|$)/iu,
  /[a-z\d]Prompts?(?:[A-Z_.\s-]|$)/u,
  /^(?:system|persona|instructions)(?:[_.-](?:message|msg|role|v?\d+|[a-z]{2}))?$/iu,
];

/** Folders in which a file is a document, a test, a translation, a copy or a tool's own. */
const elsewhere =
  /^(?:docs?|documentation|website|site|www|blog|wiki|content|pages|guides?|tutorials?|rfcs?|adrs?|specs?|plans?|proposals?|posts|tests?|__tests__|testing|e2e|fixtures?|testdata|test[_-]data|snapshots?|__snapshots__|__fixtures__|__mocks__|mocks?|cassettes?|node_modules|vendor|third[_-]party|dist|build|out|target|coverage|locales?|i18n|l10n|langs?|translations?|migrations|logs?|outputs?|results?|reports?|archive)$/iu;
/** Files for people, for tools, or for agents that work on the repository. */
const documents =
  /^(?:readme|changelog|changes|history|contributing|contributors|licen[cs]e|notice|authors|security|support|codeowners|code_of_conduct|requirements.*|constraints.*|robots|llms(?:-full)?|todo|roadmap|faq|index|package(?:-lock)?|tsconfig.*|agents?|claude|gemini|skills?|copilot-instructions|config|settings|schema|metadata|manifest)(?:[._-][a-z]{2}(?:[_-][a-z]{2,4})?)?\.[a-z\d]+$/iu;

/** Whether a file is by its name one for people, for tools or for agents, wherever it lies. */
export function isDocumentName(path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return documents.test(file) || /\.(?:cases|schema|config|test|spec)\.[a-z]+$/iu.test(file);
}

/** Whether a file may be a prompt by its path alone; where not, its text need not be read. */
export function couldBePrompt(path: string): boolean {
  if (!isOrdinaryText(path)) return false;
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  return promptEnding.test(file) || folders.some((folder) => promptFolder.test(folder)) || isNamedPrompt(file);
}

/** Folders of agents that work on the repository itself. */
const ofAgents = /(?:^|\/)(?:agents?|commands?|skills?|rules)\//iu;

/** Whether a file whose place says nothing may be one by its first words: a text, or a template. */
export function couldAddressModel(path: string): boolean {
  if (!isOrdinaryText(path) || ofAgents.test(path)) return false;
  return /\.(?:txt|md)$/iu.test(path) || templateEnding.test(path);
}

/** Words that a text for a model begins with, and hardly any other. */
const address =
  /^\s*(?:#[^\n]*\n+|<[^>\n]+>\s*|---\n[\s\S]{0,500}?\n---\n)*\s*(?:you are\b|you're an?\b|you will be\b|you (?:respond|reply|answer|explain|summari[sz]e|translate|classify|generate)\b|your (?:task|job|role|goal) is\b|act as\b|as an? (?:ai|expert|assistant|helpful)\b|given an? [^.\n]{3,60}, you\b|du bist\b|tu es\b|eres un)/iu;

/** Whether a text speaks to a model from its first words on. */
export function addressesModel(text: string): boolean {
  return address.test(text);
}

/** A text that is neither a document nor in a folder of other things. */
function isOrdinaryText(path: string): boolean {
  return textual.test(path) && !isDocumentName(path) && !isElsewhere(path);
}

/** Whether a file lies in a folder of documents, of tests, of copies or of some tool. */
export function isElsewhere(path: string): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((folder) => elsewhere.test(folder) || folder.startsWith('.'));
}

/** Whether a file looks like a prompt, by its place and its name first, then by what it says. */
export function looksLikePrompt(path: string, text: string): boolean {
  if (!couldBePrompt(path) || text.trim() === '') return false;
  if (promptEnding.test(path) || templateEnding.test(path)) return true;
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  if (dataEnding.test(file)) return holdsMessages(text) || holdsTexts(text) || promptKey.test(text);
  if (speaksToModel(text) || hasPlaceholder(text)) return true;
  if (/\.(?:txt|xml)$/iu.test(file) && isNamedPrompt(file)) return true;
  return folders.some((folder) => promptFolder.test(folder)) && !isDocument(text);
}

function isNamedPrompt(file: string): boolean {
  const stem = stemOf(file);
  // Instructions in plain words are most often for people; filled from a template they are for a model.
  return (
    promptNames.some((name) => name.test(stem)) || (templateEnding.test(file) && /[_.-]instructions?$/iu.test(stem))
  );
}

function stemOf(file: string): string {
  return file.replace(/\.[^.]+$/u, '');
}

/** Sentences that are said to a model and hardly ever to a reader of documents, within the first lines. */
function speaksToModel(text: string): boolean {
  const start = text.slice(0, 4_000);
  return (
    /(?:^|[\n.:>"'|*#]\s*)(?:you are|you're|you will be|act as|you act as|your (?:task|job|role|goal) is|as an? (?:expert|ai|assistant))\b/iu.test(
      start,
    ) ||
    /\b(?:respond|reply|answer) (?:only )?(?:with|in) (?:json|valid|only|a|the)\b|\b(?:return|output) only\b|\bdo not (?:include|output|mention|add any)\b/iu.test(
      start,
    ) ||
    /^#+\s*(?:identity|role|persona|your (?:task|role))\b|\bI want you to\b/imu.test(start) ||
    /^(?:system|user|assistant|human)\s*:/imu.test(start) ||
    /<(?:system|instructions?|role|task|context)>/iu.test(start)
  );
}

function hasPlaceholder(text: string): boolean {
  return /\{\{\s*[a-z_][\w.]*\s*\}\}|(?<![{$\\])\{[a-z_]\w*\}(?!\})|\$\{[a-z_]\w*\}/iu.test(text);
}

function holdsMessages(text: string): boolean {
  return (
    /["']?role["']?\s*:\s*["']?(?:system|developer|user|assistant)\b/iu.test(text) &&
    /["']?content["']?\s*:/iu.test(text)
  );
}

/** Keys that hold a prompt and nothing else, with a text of several words behind them. */
const promptKey =
  /^\s*["']?(?:(?:system|user|human|agent|base|developer)_?(?:prompt|message|instructions?)|prompt_template|systemPrompt|userPrompt|backstory)["']?\s*[:=]\s*(?:[|>][-+\d]*\s*$|"{3}|'{3}|["']?\S+ \S+ \S+ \S+|["'][^"'\n]+$)|^\s*(?:- )?prompt:\s*[|>][-+\d]*\s*$/mu;

/** Data of tools, which speak of no model. */
const toolData =
  /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[^/]*|openapi|manifest|metadata|schema)\.[a-z]+$|\.(?:cases|schema|test|spec)\.[a-z]+$/iu;

/** Whether YAML, JSON or TOML could hold a prompt by its path alone, where no prompts are looked for. */
export function couldHoldPrompt(path: string): boolean {
  return dataEnding.test(path) && !toolData.test(path) && !isElsewhere(path);
}

/** Whether such a file holds one, by its keys. */
export function holdsPrompt(path: string, text: string): boolean {
  return couldHoldPrompt(path) && promptKey.test(text);
}

/** A map of texts of which one is called what prompts are called, and long enough to be one. */
function holdsTexts(text: string): boolean {
  const key =
    /["']?\w*(?:prompt|system|template|instructions?|persona|user|role|backstory)\w*["']?\s*[:=]\s*(?<value>[^\n]*)/giu;
  const found = Array.from(text.matchAll(key));
  // Lists of short ones: each may be no more than a question.
  const short = found.filter(({ groups }) => /\S \S+ \S+ \S/u.test(groups?.['value'] ?? ''));
  if (short.length > 2 || /["']?prompts["']?\s*[:=]\s*\[\s*["'][^"'\n]{20}/u.test(text)) return true;
  return found.some(({ groups, index, 0: written }) => {
    const value = groups?.['value'] ?? '';
    const isBlock = /^(?:[|>][-+\d]*|"{3}|'{3})\s*$/u.test(value);
    return isBlock ? text.length - index - written.length > 80 : value.length > 120;
  });
}

/** Told by what documents have and prompts do not: pictures, headings of a manual, links to other pages. */
function isDocument(text: string): boolean {
  return (
    /!\[[^\]]*\]\(|\]\((?:\.{0,2}\/)?[\w./-]+\.md(?:#[^)]*)?\)|\b(?:npm|pip|brew|cargo) install\b/iu.test(text) ||
    /^#+\s*(?:installation|getting started|usage|table of contents|changelog|contributing|license)\b/imu.test(text)
  );
}
