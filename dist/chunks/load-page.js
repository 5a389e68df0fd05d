// src/wire/load-page.ts
async function loadPage() {
	return (await import("./load-page2.js")).loadPage();
}

export { loadPage as t };