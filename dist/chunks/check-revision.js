import { n as checkRevision, t as checkLocally } from "./check-revision2.js";

export { checkRevision };