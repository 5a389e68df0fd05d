import "./rolldown-runtime.js";
import { p as casesPaths } from "./may-concern.js";
import { t as wordNotes } from "./word-notes.js";
import { t as canonicalJson } from "./json.js";
import { i as showPosition, t as ProblemError } from "./problem.js";
import { n as needOf } from "./needs-of.js";
import { n as showHidden, r as showOnOneLine } from "./show-hidden.js";
import { m as formats, s as nameCases } from "./cases.js";
import { t as checkKinds } from "./scorers.js";
import { n as filesOf, t as createPromptfooReader } from "./promptfoo-reader.js";
import { t as require_dist } from "./dist2.js";
import { n as folderInTree, t as findRepository } from "./find-repository2.js";
import { t as openWorkingTree } from "./working-tree.js";
import { n as openLogs } from "./open-logs.js";
import { r as writeNewIn, t as rewriteIn } from "./write-in-folder2.js";
import { t as createSandbox } from "./create-sandbox.js";
import { t as exits } from "./exits.js";
import { isAbsolute, join, relative } from "node:path";

// src/wire/wire-tree.ts
var import_dist = require_dist();
async function wireConversion(folder) {
	const tree = await wireInit(folder);
	const sandbox = createSandbox();
	return {
		...tree,
		sandbox,
		below: await folderInTree(folder),
		close: async () => {
			sandbox.close();
			await tree.close();
		}
	};
}
async function wireInit(folder) {
	const tree = await openWorkingTree(await findRepository(folder));
	return {
		...tree,
		writeNew: (path, text) => writeNewIn(tree.root, path, text)
	};
}
async function wireCasesAdd(folder) {
	const place = await wireConversion(folder);
	return {
		...place,
		files: place,
		openLogs: (named) => openLogs(named, {
			folder,
			stdin: process.stdin
		}),
		rewrite: (path, texts) => rewriteIn(place.root, path, texts)
	};
}

// src/app/convert/write-cases.ts
const longest$1 = 300;
function writeCases(cases, from, file) {
	return `${comment([`Golden cases, converted from ${from} by \`promptgate convert\`.`, "Checks read what a reply says; of a reply that only calls tools they read nothing: `tool-call` reads calls."])}\n${cases.map((golden) => writeCase(golden, file)).join("\n")}`;
}
function writeCase(golden, file) {
	const lost = [
		...golden.wrap === void 0 ? [] : ["not carried: prefix and suffix: write them into the prompt"],
		...golden.scoring === void 0 ? [] : [`not carried: the script that scores it (${golden.scoring.script.name})`],
		...golden.notRun.map(({ name, why, at }) => `not carried: ${name} (${showPosition(at)})${why ? `: ${why}` : ""}`),
		...golden.checks.flatMap((check) => lostOf(check))
	];
	const { id, tags, weight, min, vars, context, reference, checks } = golden;
	const written = {
		id,
		...tags.length > 0 && { tags: [...tags] },
		...weight !== 1 && { weight },
		...min !== void 0 && { min: Math.min(1, Math.max(0, min)) },
		vars,
		...context.length > 0 && { context: [...context] },
		...reference !== void 0 && { reference },
		checks: checks.filter(isCarried).map((check) => writeCheck(check, file))
	};
	const text = (0, import_dist.stringify)([written], { lineWidth: 0 });
	return lost.length === 0 ? text : `${comment(lost)}${text}`;
}
function isCarried({ transforms, contextFrom }) {
	return transforms === void 0 && contextFrom === void 0;
}
function lostOf(check) {
	const about = `${check.name} (${showPosition(check.at)})`;
	if (!isCarried(check)) return [`not carried: ${about}: a script makes what it reads`];
	return check.set === void 0 ? [] : [`${about} was in a set that passed by its mean, from ${check.set.min} on`];
}
function writeCheck({ kind, name, argument, options, weight, min, not, required }, file) {
	const own = name === kind || name.startsWith(`${kind}: `) || name.startsWith("not ") ? void 0 : name;
	return {
		[kind]: argumentOf(kind, argument, file),
		...options,
		...own !== void 0 && { name: own },
		...weight !== 1 && { weight: Math.round(weight * 1e6) / 1e6 },
		...required && { required },
		...not === true && { not },
		...min !== void 0 && { min }
	};
}
function argumentOf(kind, argument, file) {
	if (kind !== "javascript" || typeof argument !== "object" || argument === null || !("source" in argument)) return argument;
	const { source: _, file: script, ...rest } = argument;
	return {
		file: pathFrom(file, String(script)),
		...rest
	};
}
function pathFrom(file, to) {
	const [from, target] = [file.split("/").slice(0, -1), to.split("/")];
	let shared = 0;
	while (shared < from.length && from[shared] === target[shared]) shared += 1;
	return [...from.slice(shared).map(() => ".."), ...target.slice(shared)].join("/");
}
function comment(lines) {
	return lines.map((line) => `# ${showOnOneLine(line, longest$1)}\n`).join("");
}

// src/app/convert/plan-conversion.ts
async function planConversion(config, place, sandbox) {
	const tree = await place.tree(place.now);
	if (!tree.has(config)) throw fault(`There is no \`${config}\` in the repository.`, config);
	const files = filesOf(place, place.now, tree);
	const reader = createPromptfooReader(checkKinds, {
		sandbox,
		pick: () => [config]
	});
	const named = await reader.prompts(files);
	const once = [...new Map(named.map((prompt) => [`${prompt.path}#${prompt.held?.key ?? ""}`, prompt])).values()];
	const read = await Promise.all(once.map(async (prompt) => ({
		prompt,
		...await reader.read(files, prompt.path, prompt.held?.key)
	})));
	const asked = read.length > 0 ? read : [await reader.read(files, config)];
	const [first, ...rest] = [...new Map(asked.flatMap((one) => one.problems).map((one) => [one.what, one])).values()];
	if (first !== void 0) throw new ProblemError(first, ...rest);
	if (read.length === 0) throw fault("This config names no prompt that is there.", config);
	const all = read.map(({ prompt, cases }) => {
		const path = prompt.held === void 0 ? prompt.path : fileFor(prompt.held.key, config);
		const suffix = formats.map((format) => format.suffix(path)).find((one) => one !== "") ?? "";
		const [casesPath = `${path}.cases.yml`] = casesPaths("{dir}/{name}.cases.yml", path, suffix);
		return {
			path,
			...prompt.held && { text: prompt.held.text },
			casesPath,
			cases: nameCases(cases, [])
		};
	});
	const stored = new Set(read.flatMap((one) => one.cases.flatMap(({ storesAs }) => storesAs ?? [])));
	const notes = [...wordNotes(read.flatMap((one) => one.notes)), ...[...stored].map((name) => `\`${name}\`, which a test stores its reply as, is not carried over: give it a value.`)];
	const models = [...new Set(read.flatMap((one) => one.models))];
	const names = new Set(read.flatMap((one) => Object.keys(one.params)));
	const common = [...names].flatMap((name) => {
		const values = read.map(({ params }) => params[name]);
		const [first, ...others] = values.map((value) => canonicalJson(value ?? null));
		return others.every((one) => one === first) ? [[name, values[0] ?? null]] : [];
	});
	const lost = [...names].filter((name) => common.every(([one]) => one !== name));
	return [{
		path: "promptgate.yml",
		text: writeConfig(all, config, [...notes, ...wordLost(lost)], models, Object.fromEntries(common))
	}, ...all.flatMap(({ path, text, casesPath, cases }) => [...text === void 0 ? [] : [{
		path,
		text
	}], {
		path: casesPath,
		text: writeCases(cases, config, casesPath)
	}])];
}
function fileFor(key, config) {
	const name = key.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-").replaceAll(/^-+|-+$/gu, "");
	return `${config.slice(0, config.lastIndexOf("/") + 1)}prompts/${name || "prompt"}.txt`;
}
function writeConfig(converted, config, notes, models, params) {
	const cases = converted.flatMap((one) => one.cases);
	const needs = new Set(cases.flatMap(({ checks }) => checks.map((check) => needOf(check, checkKinds))));
	const judges = needs.has("judge") || needs.has("judge and embeddings");
	const embeds = needs.has("embeddings") || needs.has("judge and embeddings");
	return [
		`# Converted from ${showOnOneLine(config, 300)} by \`promptgate convert\`.`,
		...notes.map((note) => `# ${showOnOneLine(note, 300)}`),
		"version: 1",
		"prompts:",
		...converted.map(({ path }) => `  - ${JSON.stringify(path)}`),
		...writeModels(models, params),
		...judges ? ["judge: gpt-5.6-sol # grades the checks that a model judges"] : [],
		...embeds ? ["embeddings: text-embedding-3-small # compares meanings"] : [],
		""
	].join("\n");
}
function wordLost(params) {
	if (params.length === 0) return [];
	return [`Not carried, as not all prompts are asked so: ${params.map((name) => `\`${name}\``).join(", ")}.`];
}
function writeModels(named, params) {
	const [models, why] = named.length === 0 ? [["gpt-5.6-luna"], " # the model your application asks"] : [named, ""];
	if (Object.keys(params).length === 0) return [`models: ${JSON.stringify(models)}${why}`];
	return ["models:", ...models.map((model) => `  - ${JSON.stringify({
		model,
		params
	})}${why}`)];
}
function fault(what, file) {
	return new ProblemError({
		reason: "files",
		what,
		at: { file }
	});
}

// src/commands/run-convert.ts
const longest = 300;
async function runConvert(named, { dryRun }, { terminal }) {
	const folder = process.cwd();
	const place = await wireConversion(folder);
	try {
		const written = (isAbsolute(named) ? relative(folder, named) : named).replaceAll("\\", "/");
		const files = await planConversion(join(place.below, written).replaceAll("\\", "/"), place, place.sandbox);
		if (dryRun === true) {
			terminal.print(showHidden(files.map(({ path, text }) => `# ${showOnOneLine(path, longest)}\n${text}`).join("\n")));
			return exits.open;
		}
		const kept = [];
		for (const file of files) {
			const end = await place.writeNew(file.path, file.text);
			if (end === "written") terminal.print(`Wrote ${showOnOneLine(file.path, longest)}.\n`);
			else if (end === "there") kept.push(file);
			else terminal.say(wordUnwritten(file.path));
		}
		for (const { path } of kept) terminal.say(`${path} is there already, and stays as it is: --dry-run prints what it would hold.`);
		return exits.open;
	} finally {
		await place.close();
	}
}
function wordUnwritten(path) {
	return `${showOnOneLine(path, longest)} is not written: a symbolic link on its way leads out of this repository. Remove the link, then run this again.`;
}

export { wireInit as i, wordUnwritten as n, wireCasesAdd as r, runConvert as t };