import "./rolldown-runtime.js";
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";

// src/store/row-seal.ts
function createRowSeal(key, refused = () => void 0) {
	let isTold = false;
	const held = createSecretKey(key);
	const digest = (parts) => {
		const mac = createHmac("sha256", held);
		for (const part of parts) mac.update(`${part.length}:`).update(part);
		return mac.digest();
	};
	return {
		sign: (...parts) => digest(parts).toString("base64url"),
		isSigned: (signature, ...parts) => {
			const given = Buffer.from(typeof signature === "string" ? signature : "", "base64url");
			const right = digest(parts);
			const isOurs = given.length === right.length && timingSafeEqual(given, right);
			if (!isOurs && !isTold) refused();
			isTold ||= !isOurs;
			return isOurs;
		}
	};
}
const unsealed = {
	sign: () => "",
	isSigned: () => true
};

export { unsealed as n, createRowSeal as t };