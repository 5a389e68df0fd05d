import "./toolkit-rolldown-runtime.js";
import { t as DefaultArtifactClient } from "./toolkit-artifact.js";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { tmpdir } from "node:os";

// src/hosts/runner/text-artifact.ts
const longestMs = 12e4;
async function downloadText({ id, run, digest }, { token, repository }) {
	const [repositoryOwner = "", repositoryName = ""] = repository.split("/");
	return inFolder(async (path) => {
		const { digestMismatch = false } = await soon(new DefaultArtifactClient().downloadArtifact(id, {
			path,
			findBy: {
				token,
				workflowRunId: run,
				repositoryOwner,
				repositoryName
			},
			...digest === void 0 ? {} : { expectedHash: digest }
		}));
		if (digestMismatch) return { why: "is not what its digest says" };
		const [file, ...more] = await readdir(path);
		if (file === void 0 || more.length > 0) return { why: "is not one file" };
		const bytes = await readFile(join(path, file));
		try {
			return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
		} catch {
			return { why: "is no text" };
		}
	});
}
async function uploadText(name, text, after) {
	if (process.env["ACTIONS_RESULTS_URL"] === void 0) throw new Error("this runner has no artifact service");
	await inFolder(async (folder) => {
		const client = new DefaultArtifactClient();
		const file = join(folder, name);
		await writeFile(file, text);
		await soon(client.uploadArtifact(name, [file], folder, { skipArchive: true }));
		if (after !== void 0) await soon(client.deleteArtifact(after)).catch(() => void 0);
	});
}
async function inFolder(work) {
	const folder = await mkdtemp(join(process.env["RUNNER_TEMP"] ?? tmpdir(), "promptgate-artifact-"));
	try {
		return await work(folder);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}
async function soon(asked) {
	const late = setTimeout(longestMs, void 0, { ref: false }).then(() => {
		throw new Error(`the artifact service did not answer within ${longestMs / 1e3} s`);
	});
	return Promise.race([asked, late]);
}

export { downloadText, uploadText };