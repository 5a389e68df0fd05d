import { a as wireLocalAsking, i as wireLocal, n as openSessions, o as words, r as watchLocal, t as createBreathe } from "./wire-local.js";

export { wireLocalAsking };