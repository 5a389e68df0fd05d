import { t as connectGitHub } from "./connect-github.js";

export { connectGitHub };