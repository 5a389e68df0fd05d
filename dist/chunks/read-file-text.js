import { t as readFileText } from "./read-file-text2.js";

export { readFileText };