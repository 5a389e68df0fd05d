import { t as openWorkingTree } from "./working-tree.js";

export { openWorkingTree };