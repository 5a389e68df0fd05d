import { t as readInputs } from "./read-inputs2.js";

export { readInputs };