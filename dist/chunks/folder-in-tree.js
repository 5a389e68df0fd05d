import { n as gitWord } from "./find-repository.js";

// src/hosts/git/folder-in-tree.ts
function folderInTree(folder) {
	return gitWord(folder, ["rev-parse", "--show-prefix"]);
}

export { folderInTree as t };