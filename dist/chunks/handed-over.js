import { E as string, l as array, v as literal, x as object } from "./zod.js";
import { n as readPlainJson } from "./read-plain-json.js";
import { t as resolvePath } from "./resolve-path.js";
import { r as snapshotEnding } from "./rendered-line.js";

// src/core/rendered/handed-over.ts
const manifestName = "promptgate-snapshot.json";
const mostFiles = 200;
const inside = string().max(4096).regex(snapshotEnding, { error: "must end in `.rendered.jsonl`" }).refine((path) => {
	const resolved = resolvePath("", path);
	return resolved.kind === "path" && resolved.path === path && !/\p{Cc}/u.test(path);
}, { error: "must be a path of the repository, and must not lead out of it" });
const manifest = object({
	version: literal(1),
	commit: string().regex(/^[0-9a-f]{40,64}$/u, { error: "must be the id of a commit" }),
	run: string().regex(/^\d{1,30}$/u).optional(),
	files: array(inside).min(1).max(mostFiles)
});
function readManifest(text, file) {
	const fix = "Have `promptgate snapshot --into FOLDER` write it.";
	const read = readPlainJson(text, file);
	if (read === void 0) return {
		reason: "files",
		what: "The file is no JSON.",
		at: { file },
		fix
	};
	const parsed = manifest.safeParse(read.value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	return {
		reason: "files",
		what: `${issue === void 0 || issue.path.length === 0 ? "" : `\`${issue.path.join(".")}\`: `}${issue?.message ?? "it cannot be read"}.`,
		at: { file },
		fix
	};
}
function writeManifest({ commit, run, files }) {
	const told = {
		version: 1,
		commit,
		...run !== void 0 && { run },
		files: [...new Set(files)].toSorted()
	};
	return `${JSON.stringify(told, void 0, 2)}\n`;
}

export { readManifest as n, writeManifest as r, manifestName as t };