import { E as string, i as _enum, x as object } from "./zod.js";
import { n as inputs } from "./inputs.js";
import { r as readMarker } from "./marker.js";
import { n as redact, t as createLog } from "./create-log.js";
import { t as systemClock } from "./system-clock.js";
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";
import * as os from "os";
import { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants as constants$1, promises } from "fs";
import "path";
import { rename } from "node:fs/promises";

// src/core/publish/end-asking.ts
async function endAsking(forum, { pull, name, run, body }) {
	const listed = await forum.comments(pull);
	if (listed.kind === "refused") return;
	const ours = listed.value.flatMap((comment) => {
		const marker = comment.own ? readMarker(comment.body) : void 0;
		return marker?.name === name ? [{
			id: comment.id,
			asks: marker.asking === true && marker.run === run
		}] : [];
	});
	const isTold = ours.some(({ asks }) => !asks);
	const [first, ...more] = ours.filter(({ asks }) => asks);
	if (first === void 0) return;
	await (isTold ? forum.remove(first.id) : forum.update(first.id, body));
	for (const { id } of more) await forum.remove(id);
}

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/summary.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	filePath() {
		return __awaiter$1(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants$1.R_OK | constants$1.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	write(options) {
		return __awaiter$1(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	clear() {
		return __awaiter$1(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	stringify() {
		return this._buffer;
	}
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	addEOL() {
		return this.addRaw(EOL);
	}
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var ExitCode;
(function(ExitCode) {
	ExitCode[ExitCode["Success"] = 0] = "Success";
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}

// src/hosts/runner/open-runner.ts
async function openRunner() {
	const secrets = /* @__PURE__ */ new Set();
	const mask = (secret) => {
		secrets.add(secret);
		setSecret(secret);
	};
	for (const name of ["api-key", "github-token"]) if (getInput(name) !== "") mask(getInput(name));
	const unread = faultOfEvent(process.env["GITHUB_EVENT_PATH"]);
	const context = await readContext(unread === void 0);
	const repository = process.env["GITHUB_REPOSITORY"] ?? "";
	const problems = [...unread === void 0 ? [] : [unread], ...repository.includes("/") ? [] : [unset("GITHUB_REPOSITORY")]];
	let folder;
	return {
		inputs: new Map(inputs.map(({ name }) => [name, getInput(name)])),
		event: {
			name: context.eventName,
			payload: context.payload
		},
		problems,
		repository,
		sha: context.sha,
		ref: context.ref,
		actor: context.actor,
		apiUrl: context.apiUrl,
		run: {
			id: `${context.runId || 0}/${context.runAttempt || 1}`,
			url: `${context.serverUrl}/${repository}/actions/runs/${context.runId || 0}`
		},
		workspace: process.env["GITHUB_WORKSPACE"] ?? process.cwd(),
		mask,
		print: (text) => void process.stdout.write(text),
		setOutput,
		writeSummary: async (markdown) => {
			await summary.emptyBuffer().addRaw(`${headingOf(getInput("name"))}\n\n${markdown}`, true).write({ overwrite: true });
		},
		annotate: ({ level, title, message, file, line, column }) => levels[level](redact(message, secrets), {
			title,
			...file === void 0 ? {} : { file },
			...line === void 0 ? {} : { startLine: line },
			...column === void 0 ? {} : { startColumn: column }
		}),
		writeFile: async (name, pieces) => {
			folder ??= makeFolder();
			const path = join(folder, name);
			await pipeline$1(Readable.from(pieces), createWriteStream(path));
			return path;
		},
		saveState,
		state: getState
	};
}
function faultOfEvent(path) {
	if (path === void 0 || path === "") return unset("GITHUB_EVENT_PATH");
	try {
		JSON.parse(readFileSync(path, "utf8"));
		return;
	} catch (fault) {
		return {
			reason: "files",
			what: `The event of this run (GITHUB_EVENT_PATH, ${path}) cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`,
			fix: "Run the job again; the runner writes this file."
		};
	}
}
async function readContext(isReadable) {
	if (!isReadable) delete process.env["GITHUB_EVENT_PATH"];
	return (await import("./github.js")).context;
}
function unset(name) {
	return {
		reason: "config",
		what: `${name} is not set.`,
		fix: "Run this as a step of a workflow."
	};
}
function headingOf(name) {
	return ["## Promptgate", ...[process.env["GITHUB_JOB"] ?? "", name].filter((part) => /^[\w.-]+$/u.test(part)).map((part) => `\`${part}\``)].join(" · ");
}
const levels = {
	error,
	warning,
	notice
};
function makeFolder() {
	const temp = process.env["RUNNER_TEMP"] ?? tmpdir();
	mkdirSync(temp, { recursive: true });
	return mkdtempSync(join(temp, "promptgate-"));
}

// src/wire/kept-store.ts
const KEPT_BYTES = 268435456;
function storeOnRunner(env) {
	return join(env["RUNNER_TEMP"] ?? tmpdir(), "promptgate", "replies.sqlite");
}
async function restoreKept(settings, runner, env, progress) {
	const path = storeOnRunner(env);
	if (!settings.cache) return path;
	const { restoreCached } = await import("./actions-cache.js");
	const cached = {
		kind: "replies",
		path,
		name: settings.name ?? "",
		run: runner.run.id
	};
	runner.saveState("store", JSON.stringify(cached));
	const outcome = await restoreCached(cached);
	if (outcome.kind === "restored") progress.say("Replies of earlier runs are at hand.");
	if ("why" in outcome) {
		const why = `Replies of earlier runs are not at hand: ${outcome.why}.`;
		if (outcome.kind === "unavailable") progress.say(why);
		else runner.annotate({
			level: "warning",
			title: "Promptgate",
			message: why
		});
	}
	if (outcome.kind !== "late") return path;
	const at = join(path, "..", "replies-of-this-run.sqlite");
	runner.saveState("store", JSON.stringify({
		...cached,
		at
	}));
	return at;
}
async function keepStore(runner) {
	const log = createLog((text) => process.stdout.write(text));
	const index = cachedFile.safeParse(parseJson(runner.state("index")));
	if (index.success) {
		const { saveCached } = await import("./actions-cache.js");
		const outcome = await saveCached(index.data);
		if ("why" in outcome) log.say(`What files refer to is not kept for later runs: ${outcome.why}.`);
	}
	const left = cachedFile.safeParse(parseJson(runner.state("store")));
	if (!left.success) return;
	const [{ saveCached }, { openSqliteStore }] = await Promise.all([import("./actions-cache.js"), import("./sqlite-store.js")]);
	const { path, at } = left.data;
	const store = openSqliteStore(at ?? path, systemClock);
	store.prune(KEPT_BYTES);
	store.close();
	if (at !== void 0) await rename(at, path);
	const outcome = await saveCached(left.data);
	if ("why" in outcome) log.say(`Replies are not kept for later runs: ${outcome.why}.`);
}
const cachedFile = object({
	kind: _enum(["replies", "index"]),
	path: string().min(1),
	name: string(),
	run: string().min(1),
	at: string().min(1).optional()
});
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

export { endAsking as a, openRunner as i, restoreKept as n, storeOnRunner as r, keepStore as t };