import "./rolldown-runtime.js";
import { o as engineNames, s as defaultPromptGlobs } from "./inputs.js";
import { r as matchPrompts } from "./match-prompts.js";
import { c as splitTurns, t as isNamedSystem } from "./settle-role.js";
import { A as engines, L as lookUp, R as checkKinds, a as formats, d as chooseEngine, n as filesOf } from "./promptfoo-reader.js";
import { t as starterValues } from "./starter-values.js";
import { a as readSettings, s as configPaths } from "./read-settings.js";
import { t as readGoldenSet } from "./read-golden-set.js";
import { n as findRepository, t as openWorkingTree } from "./working-tree.js";
import { t as exits } from "./exits.js";
import { t as readInputs } from "./read-inputs.js";
import { t as writeNew } from "./write-new.js";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";

// src/core/init/lay-out-prompt.ts
const turn = "question";
const identifier = /^[A-Za-z_]\w*(?:\.\w+)*$/u;
function layOutPrompt({ path, messages, open, engine: own, variables: known, defaults }) {
	const texts = messages.map(({ content }) => content);
	const names = new Set(engineNames.flatMap((name) => namesIn(texts, name)));
	const told = open.engine && names.size > 0 ? chooseEngine(texts, names) : void 0;
	const said = texts.join("\n").replaceAll(/^```[\s\S]*?^```/gmu, "");
	const guessed = told === "string-template" && isNamedSystem(path) && !/\$\{[A-Za-z_]\w*\}/u.test(said) ? "mustache" : told;
	const found = guessed === void 0 ? known : namesIn(texts, guessed);
	const variables = found.filter((name) => lookUp(name, defaults) === void 0);
	const turns = open.role && messages.length === 1 ? splitTurns(texts[0] ?? "") : void 0;
	const isSystem = turns === void 0 && open.role && found.length === 0 && messages.every(({ role }) => role === "user");
	return {
		path,
		variables: !isSystem && (turns ?? messages).some(({ role }) => role === "user") ? variables : [.../* @__PURE__ */ new Set([...variables, turn])],
		...guessed === void 0 || guessed === own ? {} : { engine: guessed },
		isSystem
	};
}
function namesIn(texts, engine) {
	return [...new Set(texts.flatMap((text) => engines[engine].variables(text)))].filter((name) => identifier.test(name));
}

// src/core/init/looks-like-prompt.ts
const others = /(?:^|\/)(?:node_modules|vendor|dist|build|docs?|test|tests|__tests__|fixtures|\.git|\.github|\.venv|site-packages)\/|(?:^|\/)(?:readme|changelog|contributing|licen[cs]e|notice|security|code_of_conduct|requirements|agents|claude|todo)[^/]*$/iu;
const textFile = /\.(?:txt|md)$/iu;
const longest = 64e3;
const address = /^\s*(?:#[^\n]*\n+|<[^>\n]+>\s*|---\n[\s\S]{0,500}?\n---\n)*\s*(?:you are\b|you're an?\b|you will be\b|your (?:task|job|role|goal) is\b|act as\b|as an? (?:ai|expert|assistant|helpful)\b|du bist\b|tu es\b|eres un)/iu;
function couldBePrompt(path, bytes) {
	return textFile.test(path) && bytes > 0 && bytes <= longest && !others.test(path) && !/\.cases\.[^/]+$/u.test(path);
}
function looksLikePrompt(path, text) {
	return address.test(text) || /(?:^|\/)[^/]*prompt[^/]*(?:\/|$)/iu.test(path) && /\b(?:you|your|the user)\b/iu.test(text);
}

// src/core/init/schema-line.ts
function schemaLine(schema) {
	return `# yaml-language-server: $schema=https://unpkg.com/promptgate/schema/${schema}.schema.json`;
}

// src/core/init/write-cases.ts
function writeCases({ path, variables }) {
	const cases = [0, 1].flatMap((at) => [`  - id: example-${at + 1}`, ...variables.length === 0 ? [] : ["    vars:", ...lay(valuesOf(variables, at), 6)]]);
	return `${schemaLine("cases")}
# Golden cases of ${path}: put values here that your users really send, and checks that a good reply passes.
defaults:
  checks: # of every case
    - answers # is no refusal
    - max-words: 400
    - not-contains: "As an AI"
cases:
${cases.slice(0, variables.length === 0 ? 1 : void 0).join("\n")}
    # Checks of this case alone, such as:
    # checks:
    #   - contains: "30 days"
    #   - { judge: "Answers the question, politely.", min: 7 } # with \`judge\` in promptgate.yml
`;
}
function valuesOf(variables, at) {
	let values = {};
	for (const name of variables) {
		const example = starterValues.find((one) => one.name.test(name))?.values[at] ?? "";
		values = put(values, name.split("."), example);
	}
	return values;
}
function put(values, [first = "", ...rest], value) {
	if (rest.length === 0) return {
		...values,
		[first]: value
	};
	const held = values[first] ?? {};
	return {
		...values,
		[first]: put(isObject(held) ? held : {}, rest, value)
	};
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function lay(values, indent) {
	return Object.entries(values).flatMap(([name, value]) => {
		const key = `${" ".repeat(indent)}${/^[A-Za-z_]\w*$/u.test(name) ? name : JSON.stringify(name)}:`;
		return isObject(value) ? [key, ...lay(value, indent + 2)] : [`${key} ${JSON.stringify(value)}`];
	});
}

// src/core/init/write-config.ts
function writeConfig({ prompts, laidOut, divided, judged, models }) {
	const system = laidOut.filter(({ isSystem }) => isSystem).map(({ path }) => path);
	const engines = Map.groupBy(laidOut.flatMap(({ path, engine }) => engine === void 0 ? [] : [{
		path: fileOf(path),
		engine
	}]), ({ engine }) => engine);
	return [
		schemaLine("promptgate"),
		"version: 1",
		...prompts === void 0 ? [] : ["prompts:", ...prompts.map((glob) => `  - ${JSON.stringify(glob)}`)],
		...system.length + divided.length === 0 ? [] : [
			"roles: # whose message a text is; the case’s question follows as the user’s",
			...system.length === 0 ? [] : [`  - ${entry(system, "role", "system")}`],
			...divided.length === 0 ? [] : [`  - ${entry(divided, "role", "turns")} # by its lines SYSTEM:, USER: …`]
		],
		...engines.size === 0 ? [] : ["templates: # how variables are written", ...[...engines].map(([engine, held]) => `  - ${entry(held.map(({ path }) => path), "engine", engine)}`)],
		...models.length === 0 ? ["# models: [gpt-5-mini] # beside the model that a prompt names itself"] : [`models: [${models.map((model) => JSON.stringify(model)).join(", ")}]`],
		`${judged ? "" : "# "}judge: gpt-5 # grades checks such as \`judge\` and \`rag\``,
		"# gate: { min-score: 0.7 }",
		""
	].join("\n");
}
function entry(paths, key, value) {
	return `{ paths: [${[...new Set(paths.map(fileOf))].map((path) => JSON.stringify(path)).join(", ")}], ${key}: ${value} }`;
}
function fileOf(path) {
	return path.split("#", 1)[0] ?? path;
}

// src/core/init/write-workflow.ts
function writeWorkflow() {
	return `# Reviews the prompts that a pull request changes. OWNER is whoever keeps the action.
name: promptgate
on:
  pull_request: { types: [opened, synchronize, reopened, labeled, unlabeled] }
  merge_group:
permissions: { contents: read, pull-requests: write, issues: read }
concurrency: { group: "promptgate-\${{ github.ref }}", cancel-in-progress: true }
jobs:
  promptgate:
    runs-on: ubuntu-latest
    steps:
      - uses: OWNER/promptgate@v1
        with:
          api-key: \${{ secrets.OPENAI_API_KEY }}
`;
}

// src/app/init/plan-init.ts
const workflow = ".github/workflows/promptgate.yml";
const mostCases = 25;
async function planInit(place, inputs) {
	const { now } = place;
	const tree = await place.tree(now);
	const { settings } = await readSettings(place, {
		tip: now,
		base: now,
		head: now,
		fork: false
	}, inputs);
	const config = configPaths(inputs).find((path) => tree.has(path));
	const found = config === void 0 && inputs.prompts === void 0 ? await findOthers(place, tree, settings) : [];
	const promptGlobs = found.length === 0 ? settings.promptGlobs : [...defaultPromptGlobs, ...found];
	const files = filesOf(place, now, tree);
	const set = await readGoldenSet({
		files,
		settings: {
			...settings,
			promptGlobs
		},
		kinds: checkKinds,
		formats
	});
	const laidOut = set.prompts.flatMap((one) => one.kind === "prompt" && isUnguarded(one) ? [one] : []).map((one) => ({
		one,
		laid: layOutPrompt(one.prompt)
	}));
	const written = laidOut.slice(0, mostCases).flatMap(({ one, laid }) => firstCases(one, laid));
	const ownModel = set.prompts.length > 0 && set.prompts.every((one) => one.kind === "prompt" && one.prompt.model !== void 0);
	const models = inputs.models ?? (ownModel ? [] : ["gpt-5-mini"]);
	const globs = inputs.prompts ?? (found.length === 0 ? void 0 : promptGlobs);
	const workflows = await findWorkflows(place, tree);
	const guarded = set.prompts.flatMap((one) => one.kind === "prompt" && one.cases.length > 0 ? [one] : []);
	return {
		files: [
			...config === void 0 && set.prompts.length > 0 ? [{
				path: inputs.config,
				text: writeConfig({
					...globs === void 0 ? {} : { prompts: globs },
					laidOut: laidOut.map(({ laid }) => laid),
					divided: set.prompts.flatMap((one) => one.kind === "prompt" && isDivided(one) ? [one.path] : []),
					judged: set.prompts.some(isJudged),
					models
				}),
				what: models.length === 0 ? "the config" : `the config, on ${models.join(", ")}`
			}] : [],
			...written,
			...workflows.length === 0 && set.prompts.length > 0 ? [{
				path: workflow,
				text: writeWorkflow(),
				what: "the workflow that reviews pull requests"
			}] : []
		],
		kept: [
			...config === void 0 ? [] : [config],
			...new Set(guarded.flatMap((one) => one.files)),
			...workflows
		],
		unread: set.prompts.flatMap(whyUnread),
		later: Math.max(0, laidOut.length - mostCases),
		prompts: set.prompts.length
	};
}
function isUnguarded(one) {
	return one.cases.length === 0 && one.files.length === 0 && one.problems.length === 0 && one.unfilled.length === 0;
}
function isDivided({ prompt: { messages, open, chatAfterFilling } }) {
	const [only, ...others] = messages;
	if (only === void 0 || others.length > 0 || !(open.role || chatAfterFilling === true)) return false;
	return splitTurns(only.content) !== void 0;
}
function isJudged(one) {
	const needs = new Set(one.kind === "prompt" ? one.cases.flatMap(({ checks }) => checks.map(({ kind }) => checkKinds.get(kind)?.needs)) : []);
	return needs.has("judge") || needs.has("judge and embeddings");
}
function firstCases({ paths }, laid) {
	const [path] = paths;
	if (path === void 0) return [];
	const vars = laid.variables.length === 0 ? "" : ` with ${laid.variables.join(", ")}`;
	return [{
		path,
		text: writeCases(laid),
		what: `first cases of ${laid.path}${vars}`
	}];
}
function whyUnread(one) {
	const { path } = one;
	switch (one.kind) {
		case "broken": return one.problems.slice(0, 1).map(({ what, fix }) => ({
			path,
			why: what,
			...fix !== void 0 && { fix }
		}));
		case "unread": return [{
			path,
			why: `its format is not read (${one.format})`,
			fix: one.fix
		}];
		case "prompt": {
			const [marker] = one.unfilled;
			if (marker !== void 0) return [{
				path,
				why: `line ${marker.line} is ${marker.writtenAs}, which is not filled`,
				fix: "Name its engine under `templates` in promptgate.yml, or give the variable a value."
			}];
			const [problem] = one.problems;
			if (problem !== void 0) return [{
				path,
				why: problem.what,
				...problem.fix !== void 0 && { fix: problem.fix }
			}];
			return one.cases.length > 0 && one.cases.every(({ checks }) => checks.length === 0) ? [{
				path,
				why: "none of its cases has a check",
				fix: "Add checks, or `evaluators`, where its cases are."
			}] : [];
		}
	}
}
async function findOthers(place, tree, { promptGlobs }) {
	const isNamed = matchPrompts(promptGlobs);
	const paths = [...tree.values()].filter(({ path, mode, bytes }) => mode === "file" && !isNamed(path) && couldBePrompt(path, bytes)).map(({ path }) => path);
	const texts = await place.texts(place.now, paths);
	const found = paths.filter((path) => {
		const file = texts.get(path);
		return file?.kind === "text" && looksLikePrompt(path, file.text);
	});
	return [...new Set(found.map(globOf))].toSorted();
}
function globOf(path) {
	const [, folder, ending] = /^(.*\/)[^/]+(\.[^./]+)$/u.exec(path) ?? [];
	return folder !== void 0 && /prompt/iu.test(folder) ? `${folder}*${ending}` : path;
}
async function findWorkflows(place, tree) {
	const paths = [...tree.keys()].filter((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/u.test(path));
	const texts = await place.texts(place.now, paths);
	return paths.filter((path) => {
		const file = texts.get(path);
		return path === workflow || file?.kind === "text" && /uses:.*promptgate/u.test(file.text);
	});
}

// src/app/init/word-plan.ts
const mostListed = 12;
const mostFixes = 5;
function wordPlan({ files, kept, unread, later, prompts }, done) {
	if (prompts === 0) return [
		"No prompt was found: no file lies where prompts usually do, and no text speaks to a model.",
		"Name yours and run it again: promptgate init --prompts \"path/of/your/prompts/**\"",
		""
	].join("\n");
	const width = Math.max(0, ...files.slice(0, mostListed).map(({ path }) => path.length));
	const list = (lines) => [...lines.slice(0, mostListed).map((line) => `  ${line}`), ...lines.length > mostListed ? [`  … and ${lines.length - mostListed} more`] : []];
	return `${[
		[`${prompts === 1 ? "One prompt" : `${prompts} prompts`} found.`],
		files.length === 0 ? ["Nothing to write: all that a review needs is there."] : [done ? "Written:" : "To be written:", ...list(files.map(({ path, what }) => `${path.padEnd(width)}  ${what}`))],
		kept.length === 0 ? [] : ["Left as they are:", ...list(kept)],
		unread.length === 0 ? [] : [
			"Not guarded:",
			...list(unread.map(({ path, why }) => `${path}: ${why.replace(/\.$/u, "")}`)),
			...fixesOf(unread)
		],
		later === 0 ? [] : [`${later} more prompts have no cases yet: run promptgate init again for the next ones.`],
		done || files.length === 0 ? nextSteps(unread.length < prompts) : ["Nothing is written yet: run promptgate init to write it."]
	].filter((block) => block.length > 0).map((block) => block.join("\n")).join("\n\n")}\n`;
}
function fixesOf(unread) {
	return [...new Set(unread.flatMap(({ fix }) => fix ?? []))].slice(0, mostFixes).map((fix) => `  → ${fix}`);
}
function nextSteps(canBeAsked) {
	return canBeAsked ? steps : ["Next: mend what is listed above. Until then a change of these prompts is told, and not asked about."];
}
const steps = [
	"Next:",
	"  1. Put what your users really send into the cases files, and checks that a good reply passes.",
	"  2. npx promptgate check     whether they pass today (the key in OPENAI_API_KEY)",
	"  3. Edit a prompt, then npx promptgate review     what the edit breaks",
	"  4. Commit, add the secret OPENAI_API_KEY to the repository, and write the action’s owner into the workflow."
];

// src/wire/wire-init.ts
async function wireInit(folder) {
	return openWorkingTree(await findRepository(folder));
}

// src/commands/run-init.ts
async function runInit({ dryRun, yes }, { given, terminal, signal, heedCancel }) {
	heedCancel();
	const inputs = readInputs(given);
	const place = await wireInit(process.cwd());
	try {
		const plan = await planInit(place, inputs);
		const found = plan.prompts > 0;
		if (dryRun === true || !found || plan.files.length === 0) {
			terminal.print(wordPlan(plan, false));
			return found ? exits.open : exits.input;
		}
		if (yes !== true && process.stdin.isTTY && process.stdout.isTTY) {
			terminal.print(wordPlan(plan, false));
			if (!await agrees(`Write ${plan.files.length === 1 ? "this file" : `these ${plan.files.length} files`}? [Y/n] `, signal)) return exits.open;
		}
		const files = [];
		for (const file of plan.files) if (await writeNew(join(place.root, file.path), file.text)) files.push(file);
		else terminal.say(`${file.path} is there already, though git does not see it: it stays as it is.`);
		terminal.print(wordPlan({
			...plan,
			files
		}, true));
		return exits.open;
	} finally {
		await place.close();
	}
}
async function agrees(question, signal) {
	const lines = createInterface({
		input: process.stdin,
		output: process.stderr
	});
	try {
		return !/^\s*n/iu.test(await lines.question(question, { signal }));
	} finally {
		lines.close();
	}
}

export { runInit };