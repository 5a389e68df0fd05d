import { n as folderInTree, t as findRepository } from "./find-repository2.js";
import { t as openWorkingTree } from "./working-tree.js";
import { n as suggestSuccessors, t as loadRetirements } from "./load-retirements.js";
import { a as wireLocalAsking } from "./wire-local.js";

// src/wire/wire-check.ts
async function wireCheck(inputs, surroundings, { folder, ...place }) {
	const { root, now, tree, text, texts, bytes, close } = await openWorkingTree(await findRepository(folder));
	const asking = wireLocalAsking(inputs, surroundings, {
		root,
		now: () => tree(now),
		...place
	});
	return {
		...asking,
		host: {
			tree,
			text,
			texts,
			bytes,
			pullRequest: () => Promise.resolve({
				tip: now,
				base: now,
				head: now,
				fork: false
			}),
			changedFiles: () => Promise.resolve([])
		},
		loadRetirements: (settings) => loadRetirements(settings, inputs, surroundings),
		suggestSuccessors,
		root,
		folder: await folderInTree(folder),
		close: async () => {
			await asking.close();
			await close();
		}
	};
}

export { wireCheck as t };