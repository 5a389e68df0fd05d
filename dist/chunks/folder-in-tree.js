import { r as gitWord } from "./working-tree.js";

// src/hosts/git/folder-in-tree.ts
function folderInTree(folder) {
	return gitWord(folder, ["rev-parse", "--show-prefix"]);
}

export { folderInTree as t };