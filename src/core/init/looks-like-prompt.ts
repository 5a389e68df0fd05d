import { addressesModel } from '../detect/looks-like-prompt.ts';

/** Files that are read by people, or are nobody's own. */
const others =
  /(?:^|\/)(?:node_modules|vendor|dist|build|docs?|test|tests|__tests__|fixtures|\.git|\.github|\.venv|site-packages)\/|(?:^|\/)(?:readme|changelog|contributing|licen[cs]e|notice|security|code_of_conduct|requirements|agents|claude|todo)[^/]*$/iu;
const textFile = /\.(?:txt|md|j2|jinja2?)$/iu;
/** `default_prompts.toml`: texts by name. `prompts.toml` itself the default globs name. */
const mapFile = /(?:^|\/)[^/]*[^/a-z]prompts?\.(?:ya?ml|json|toml)$/iu;
const longest = 64_000;

/** Whether a file could be a prompt by its path alone: a text that is no document, or what says that it holds prompts. */
export function couldBePrompt(path: string, bytes: number): boolean {
  return (
    (textFile.test(path) || mapFile.test(path)) &&
    bytes > 0 &&
    bytes <= longest &&
    !others.test(path) &&
    !/\.cases\.[^/]+$/u.test(path)
  );
}

/** Whether a text file is a prompt by what is in it: it speaks to a model, or lies where prompts are kept. */
export function looksLikePrompt(path: string, text: string): boolean {
  return (
    addressesModel(text) ||
    (/(?:^|\/)[^/]*prompt[^/]*(?:\/|$)/iu.test(path) && /\b(?:you|your|the user)\b/iu.test(text))
  );
}
