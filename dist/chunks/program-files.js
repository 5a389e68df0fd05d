import { t as isObject } from "./is-object.js";
import { t as hash } from "./hash.js";

// src/core/paths/resolve-path.ts
function resolvePath(from, written) {
	if (written.trim() === "") return {
		kind: "refused",
		why: "the path is empty"
	};
	if (written.includes("\0")) return {
		kind: "refused",
		why: "the path holds a NUL character"
	};
	if (written.includes("\\")) return {
		kind: "refused",
		why: "the path holds a backslash; write forward slashes"
	};
	if (/^[a-z][a-z0-9+.-]*:/iu.test(written)) return {
		kind: "refused",
		why: "it is a URL or a drive, not a path"
	};
	if (written.startsWith("/")) return {
		kind: "refused",
		why: "the path is absolute; write it relative to this file"
	};
	if (/(?:^|\/)\.{0,2}$/u.test(written)) return {
		kind: "refused",
		why: "the path names a folder"
	};
	const parts = from.split("/").slice(0, -1);
	for (const part of written.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.pop() === void 0) return {
			kind: "refused",
			why: "the path leaves the repository"
		};
	}
	return {
		kind: "path",
		path: parts.join("/")
	};
}

// src/core/prompt-file/kind-of-prompt-file.ts
function kindOfPromptFile(text) {
	const match = /^\u{feff}?(?:[ \t]*#[^\n]*\n|[ \t]*\r?\n)*---[ \t]*\r?\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/u.exec(text);
	const matter = match?.groups?.["matter"] ?? "";
	const body = match === null ? text : text.slice(match[0].length);
	if (/^prompts\s*:\s*\r?\n\s+(?:system|user)\s*:/mu.test(text) && match === null) return "DotPrompt for .NET";
	if (/\{\{-?\s*(?:\.[A-Za-z_]|(?:range|with|if|template|define)\s+[$."(]|end\s*-?\}\})/u.test(body)) return "a Go template";
	if (/\{\{~?\s*(?:[#>]|(?:role|history|media|section|json)\b)/u.test(body) || /^(?:input|output|config|variant|ext)\s*:/mu.test(matter)) return "Dotprompt";
	return match !== null && /^(?:System|User|Assistant)\s*:/mu.test(body) || match !== null && /\{%/u.test(body) ? "LiteLLM" : "plain text";
}
function isJinjaFile(path) {
	return /\.(?:j2|jinja2?)$/iu.test(path);
}

// src/core/parts/media-type.ts
const mediaTypes = {
	image: [
		"image/png",
		"image/jpeg",
		"image/gif",
		"image/webp"
	],
	audio: ["audio/wav", "audio/mpeg"],
	file: ["application/pdf", "text/plain"]
};
function mediaTypeOf(bytes) {
	const has = (text, at = 0) => [...text].every((one, index) => bytes[at + index] === one.charCodeAt(0));
	if (has("PNG\r\n\n")) return "image/png";
	if (has("ÿØÿ")) return "image/jpeg";
	if (has("GIF87a") || has("GIF89a")) return "image/gif";
	if (has("RIFF") && has("WEBP", 8)) return "image/webp";
	if (has("RIFF") && has("WAVE", 8)) return "audio/wav";
	if (has("ID3") || isFrameOfMp3(bytes)) return "audio/mpeg";
	if (has("%PDF-")) return "application/pdf";
	return bytes.length > 0 && isText(bytes) ? "text/plain" : void 0;
}
function isFrameOfMp3([first = 0, second = 0]) {
	return first === 255 && (second & 230) === 226 && (second & 24) !== 8;
}
function isText(bytes) {
	for (let at = 0; at < bytes.length;) {
		const first = bytes[at] ?? 0;
		const more = first < 128 ? 0 : first >= 194 && first < 224 ? 1 : first >= 224 && first < 240 ? 2 : 3;
		if (first === 0 || first >= 128 && first < 194 || first > 244) return false;
		for (let next = 1; next <= more; next++) if (((bytes[at + next] ?? 0) & 192) !== 128) return false;
		at += more + 1;
	}
	return true;
}
const values = new Map([..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].map((digit, value) => [digit.charCodeAt(0), value]));
function decodeBase64(text) {
	const written = text.replaceAll(/\s+/gu, "").replace(/={1,2}$/u, "");
	if (written.length % 4 === 1) return void 0;
	const bytes = new Uint8Array(Math.floor(written.length * 3 / 4));
	let [held, bits, end] = [
		0,
		0,
		0
	];
	for (let at = 0; at < written.length; at++) {
		const value = values.get(written.charCodeAt(at));
		if (value === void 0) return void 0;
		held = (held << 6 | value) & 65535;
		bits += 6;
		if (bits < 8) continue;
		bits -= 8;
		bytes[end++] = held >> bits & 255;
	}
	return bytes;
}

// src/core/scoring/program-files.ts
const mostFiles = 500;
const mostBytes = 2e7;
function programFiles(command, tree, workspace) {
	const [program = ""] = command;
	const inside = workspace !== void 0 && command.find((word) => word === workspace || word.startsWith(`${workspace}/`));
	if (typeof inside === "string") return refused(`${inside} lies in the checkout, which may be the pull request's: name it from the repository's root`);
	const path = plain(program);
	if (program.includes("/") && !program.startsWith("/") && !tree.has(path)) return refused(`${program} is not on the base branch`);
	const paths = new Set(command.flatMap((word, at) => filesFor(word, command[at - 1], tree)));
	if (paths.size > mostFiles) return refused(`it would take ${paths.size} files along, and ${mostFiles} are most: ${own}`);
	const bytes = [...paths].reduce((sum, one) => sum + (tree.get(one)?.bytes ?? 0), 0);
	if (bytes > mostBytes) return refused(`the files beside it take ${bytes} bytes, and ${mostBytes} are most: ${own}`);
	return {
		kind: "files",
		paths: [...paths].toSorted()
	};
}
const own = "put it into a folder of its own";
function filesFor(word, before, tree) {
	const named = plain(word.slice(word.startsWith("-") ? word.indexOf("=") + 1 : 0));
	if (tree.has(named)) return under(named.slice(0, Math.max(0, named.lastIndexOf("/"))), tree);
	if (before === "-m") {
		const [first = "", ...rest] = word.split(".");
		return rest.length === 0 && tree.has(`${first}.py`) ? under("", tree) : under(first, tree);
	}
	return named === "" ? [] : under(named, tree);
}
function under(folder, tree) {
	const files = [...tree.values()].filter(({ mode }) => mode === "file").map(({ path }) => path);
	if (folder === "") return files.filter((path) => !path.includes("/"));
	return files.filter((path) => path.startsWith(`${folder}/`));
}
function plain(word) {
	return word.replace(/^(?:\.\/)+/u, "").replace(/\/+$/u, "");
}
function refused(why) {
	return {
		kind: "refused",
		why
	};
}
function scorerNamed(argument) {
	const named = isObject(argument) ? argument["scorer"] : argument;
	return typeof named === "string" ? named : "";
}
const code = /\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kts?|scala|cs|fs|php|pl|ex|exs|clj|lua|r|jl|sh|swift)$/iu;
function programVersion(command, tree, { workspace, beside }) {
	const found = programFiles(command, tree, workspace);
	if (found.kind === "refused") return void 0;
	const more = beside ? [...tree.keys()].filter((path) => code.test(path)) : [];
	const paths = [.../* @__PURE__ */ new Set([...found.paths, ...more])].toSorted();
	return paths.length === 0 ? void 0 : hash([command, paths.map((path) => [path, tree.get(path)?.id ?? ""])]);
}
async function versionOfPrograms({ scorers, applications }, readTree) {
	const commands = [...scorers.values(), ...applications.values()].flatMap((one) => one.kind === "command" ? [one.command] : []);
	if (commands.length === 0) return void 0;
	const tree = await readTree();
	return hash(commands.map((command) => programVersion(command, tree, { beside: false }) ?? command));
}

export { decodeBase64 as a, isJinjaFile as c, versionOfPrograms as i, kindOfPromptFile as l, programVersion as n, mediaTypeOf as o, scorerNamed as r, mediaTypes as s, programFiles as t, resolvePath as u };