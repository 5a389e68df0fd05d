import "./toolkit-rolldown-runtime.js";
import { t as DefaultArtifactClient } from "./toolkit-artifact.js";
import { copyFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

// src/hosts/runner/keep-report.ts
const longestMs = 6e4;
async function keepReport(name, { html, json }, run, say, signal) {
	if (process.env["ACTIONS_RESULTS_URL"] === void 0) {
		say("No artifact service here: the report stays on this machine.");
		return {
			links: {},
			lost: "The full report is not kept: this runner has no artifact service."
		};
	}
	if (signal.aborted) {
		say("The report is not kept as an artifact: the run was cancelled.");
		return {
			links: {},
			lost: "The full report could not be kept: the run was cancelled."
		};
	}
	const [page, archive] = await Promise.all([html === void 0 ? void 0 : tell(upload(`${name}.html`, [html], true), `${name}.html`, say, signal), tell(upload(name, [html, json].filter((file) => file !== void 0), false), name, say, signal)]);
	const addressOf = (id) => `${run}/artifacts/${id}`;
	const links = {
		...page?.id === void 0 ? {} : { report: addressOf(page.id) },
		...archive.id === void 0 ? {} : {
			archive: addressOf(archive.id),
			...downloadOf(run, name)
		}
	};
	const why = archive.why ?? page?.why;
	return {
		links,
		...why === void 0 ? {} : { lost: wordLost(why, archive.id !== void 0) }
	};
}
async function upload(name, files, alone) {
	const client = new DefaultArtifactClient();
	const [first] = files;
	if (first === void 0) return void 0;
	if (!alone) return (await client.uploadArtifact(name, [...files], dirname(first))).id;
	const file = join(dirname(first), name);
	if (file !== first) await copyFile(first, file);
	return (await client.uploadArtifact(name, [file], dirname(file), { skipArchive: true })).id;
}
async function tell(uploading, name, say, signal) {
	try {
		const late = setTimeout(longestMs, "late", {
			ref: false,
			signal
		});
		const id = await Promise.race([uploading, late]);
		if (typeof id === "string") throw new Error(`the artifact service did not take it within ${longestMs / 1e3} s`);
		if (id === void 0) throw new Error("the artifact service did not say where it is");
		say(`The report is kept as the artifact ${name} (${id}).`);
		return { id };
	} catch (fault) {
		const said = fault instanceof Error ? fault.message : String(fault);
		const why = signal.aborted ? "the run was cancelled" : said.replace(/\.$/u, "");
		say(`The report could not be kept as the artifact ${name}: ${why}.`);
		return { why };
	}
}
function wordLost(why, isArchived) {
	const mend = /already exists/iu.test(why) ? " Give each use of Promptgate in a workflow its own `name`." : "";
	return isArchived ? `The page could not be kept to be opened in the browser: ${why}.${mend} It is in the archive.` : `The full report could not be kept: ${why}.${mend}`;
}
function downloadOf(run, name) {
	const { host, repository, id } = /^https?:\/\/(?<host>[^/]+)\/(?<repository>[^/]+\/[^/]+)\/actions\/runs\/(?<id>\d+)$/u.exec(run)?.groups ?? {};
	if (host === void 0 || repository === void 0 || id === void 0) return {};
	return { download: `gh run download ${id} --repo ${host === "github.com" ? repository : `${host}/${repository}`} --name ${/^[\w.-]+$/u.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`}` };
}

export { keepReport };