import { n as reviewChanges, t as findChanges } from "./review-changes.js";

export { reviewChanges };