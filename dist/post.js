import "./chunks/rolldown-runtime.js";
import { E as string, h as int, x as object } from "./chunks/zod.js";
import { a as endAsking, i as openRunner, t as keepStore } from "./chunks/kept-store.js";
import { t as flushOutput } from "./chunks/flush-output.js";

// src/wire/end-left-comment.ts
const MOST_MS = 1e4;
async function endLeftComment(runner) {
	const left = runner.state("comment");
	if (left === "") return;
	const word = lastWord.parse(JSON.parse(left));
	const [{ connectGitHub }, { createGitHubForum }] = await Promise.all([import("./chunks/connect-github2.js"), import("./chunks/create-github-forum.js")]);
	const { apiUrl, repository, inputs } = runner;
	const signal = AbortSignal.timeout(MOST_MS);
	const token = inputs.get("github-token") ?? "";
	await endAsking(createGitHubForum(connectGitHub({
		token,
		apiUrl,
		repository,
		signal,
		patience: 0
	})), word);
}
const lastWord = object({
	pull: int(),
	name: string(),
	run: string(),
	body: string()
});

// src/post.ts
const opening = openRunner();
for (const [what, end] of [["The comment of this run may still say that it asks", endLeftComment], ["Replies are not kept for later runs", keepStore]]) try {
	await end(await opening);
} catch (fault) {
	process.stdout.write(`${what}: ${fault instanceof Error ? fault.name : "unknown fault"}\n`);
}
await flushOutput();
process.exit(0);

export {  };