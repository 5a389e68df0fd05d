// src/core/scoring/has-own-name.ts
function hasOwnName(kind, name) {
	return name !== kind && !name.startsWith(`${kind}: `);
}

export { hasOwnName as t };