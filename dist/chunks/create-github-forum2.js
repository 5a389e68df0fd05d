import { t as createGitHubForum } from "./create-github-forum.js";

export { createGitHubForum };