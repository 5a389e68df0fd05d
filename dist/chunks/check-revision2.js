import { n as checkRevision, t as checkLocally } from "./check-revision.js";

export { checkRevision };