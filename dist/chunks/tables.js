// src/reporters/tables.ts
const tables = [{
	name: "junit",
	about: "the cases as JUnit XML",
	load: async () => (await import("./junit.js")).writeJunit
}, {
	name: "csv",
	about: "the cases as a table",
	load: async () => (await import("./csv.js")).writeCsv
}];
function tablesIn(given) {
	return tables.flatMap((table) => {
		const path = given[table.name];
		return typeof path === "string" ? [{
			table,
			path
		}] : [];
	});
}

export { tablesIn as n, tables as t };