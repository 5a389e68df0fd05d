import { n as folderInTree, t as findRepository } from "./find-repository2.js";

export { findRepository, folderInTree };