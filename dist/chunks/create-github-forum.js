import { t as createGitHubForum } from "./create-github-forum2.js";

export { createGitHubForum };