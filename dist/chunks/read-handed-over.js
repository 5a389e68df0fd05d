import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { n as readManifest, t as manifestName } from "./handed-over.js";
import { t as readFileText } from "./read-file-text2.js";
import { join, resolve } from "node:path";
import { stat } from "node:fs/promises";

// src/hosts/workspace/read-handed-over.ts
const mostBytes = 5242880;
const mostTogether = 52428800;
async function readHandedOver(workspace, folder) {
	const place = resolve(workspace, folder);
	if ((await stat(place).catch(() => void 0))?.isDirectory() !== true) throw new ProblemError({
		reason: "files",
		what: `There is no folder \`${folder}\` in the workspace.`,
		fix: "Download the artifact of the job that ran `promptgate snapshot --into` there."
	});
	const read = async (path) => {
		const file = await readFileText(path, {
			folder: place,
			inside: true,
			most: mostBytes
		});
		if (file.kind === "text") return file.text;
		throw new ProblemError({
			reason: "files",
			what: `It cannot be read: ${why(file)}.`,
			at: { file: join(folder, path) }
		});
	};
	const manifest = readManifest(await read(manifestName), join(folder, manifestName));
	if ("what" in manifest) throw new ProblemError(manifest);
	const texts = /* @__PURE__ */ new Map();
	let bytes = 0;
	for (const path of manifest.files) {
		const text = await read(path);
		bytes += text.length;
		if (bytes > mostTogether) {
			const what = `The snapshots in \`${folder}\` are longer than ${mostTogether} bytes together.`;
			throw new ProblemError({
				reason: "files",
				what,
				fix: "Render the cases that tell most."
			});
		}
		texts.set(path, text);
	}
	return {
		...manifest,
		texts
	};
}
function why(file) {
	return file.kind === "absent" ? "it is not there" : file.why;
}

export { readHandedOver };