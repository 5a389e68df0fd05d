import { t as createGitHubIssues } from "./create-github-issues2.js";

export { createGitHubIssues };