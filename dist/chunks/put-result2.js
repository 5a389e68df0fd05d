import { t as putResult } from "./put-result.js";

export { putResult };