import { n as matchGlobs } from "./match-globs.js";

// src/core/detect/prompt-globs.ts
const textEndings = [
	"txt",
	"md",
	"json",
	"yml",
	"yaml",
	"j2",
	"jinja",
	"jinja2",
	"hbs",
	"mustache",
	"liquid",
	"njk",
	"xml",
	"toml",
	"tmpl",
	"prompty",
	"prompt",
	"poml",
	"baml"
];
const defaultPromptGlobs = [
	"**/*.prompt.{yml,yaml}",
	"**/*_prompt.{yml,yaml}",
	"**/*.prompt",
	"**/*.prompty",
	"**/*.prompt.md",
	`**/prompts/**/*.{${textEndings.join(",")}}`,
	"**/prompts.{yml,yaml,json,toml}",
	"**/*.rendered.jsonl",
	"**/*.{baml,poml}",
	"**/{system,system_prompt,system-prompt}.{txt,md}",
	"!.github/**/!(*.prompt.yml|*.prompt.yaml|*.txt)"
];
function matchPrompts(globs) {
	const wanted = named(globs.filter((glob) => !glob.startsWith("!")));
	const isWanted = matchGlobs(wanted);
	const isExcluded = matchExcluded(globs);
	return (path) => isWanted(path) && !isExcluded(path) && !/[^/]\.cases\.[^/]+$/u.test(path);
}
function matchAgents(globs = []) {
	return globs.length === 0 ? () => false : matchPrompts(globs);
}
function findExcluding(globs, path) {
	return globs.find((glob) => glob.startsWith("!") && matchExcluded([glob])(path));
}
function matchExcluded(globs) {
	const excluding = globs.filter((glob) => glob.startsWith("!"));
	return matchGlobs(named(excluding.map((glob) => glob.slice(1))));
}
function named(globs) {
	return globs.map((glob) => glob.trim().replace(/^\.?\//u, "")).filter((glob) => glob !== "");
}

export { matchPrompts as a, matchExcluded as i, findExcluding as n, matchAgents as r, defaultPromptGlobs as t };