import { n as writeInFolder, r as writeNewIn, t as rewriteIn } from "./write-in-folder2.js";

export { writeInFolder };