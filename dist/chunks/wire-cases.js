import { t as ProblemError } from "./problem.js";
import { n as folderInTree, t as findRepository } from "./find-repository2.js";
import { a as wireLocalAsking, s as openGitHost } from "./wire-local.js";
import { t as openWorkingTree } from "./working-tree.js";

// src/wire/wire-cases.ts
async function wireCases(inputs, surroundings, { folder, ...place }) {
	const { root, now, tree, text, texts, bytes, close } = await openWorkingTree(await findRepository(folder));
	const asking = wireLocalAsking(inputs, surroundings, {
		root,
		...place
	});
	return {
		...asking,
		tree: {
			now,
			tree,
			text,
			texts,
			bytes,
			folder: await folderInTree(folder)
		},
		openReview: () => openReview(folder),
		close: async () => {
			await asking.close();
			await close();
		}
	};
}
async function openReview(folder) {
	try {
		return await openGitHost({ folder });
	} catch (fault) {
		if (fault instanceof ProblemError) return void 0;
		throw fault;
	}
}

export { wireCases as t };