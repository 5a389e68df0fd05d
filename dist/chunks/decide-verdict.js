import { n as suggestNearest } from "./looks-like-key.js";
import { C as verdictOfReason, m as logChoose, p as choose } from "./model-named.js";
import { n as worst, t as verdicts } from "./verdict.js";
import { t as sides } from "./side.js";

// src/core/prompt-file/is-object.ts
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/core/yaml/name-type.ts
function nameType(value) {
	if (value === void 0) return "nothing";
	if (value === null) return "empty";
	if (Array.isArray(value)) return "a list";
	switch (typeof value) {
		case "object": return "a map";
		case "string": return "a text";
		case "number": return "a number";
		case "boolean": return "true or false";
	}
}

// src/core/run/outcome-of-score.ts
function outcomeOfScore({ value, passes, checks }) {
	return {
		score: value,
		...passes === void 0 ? {} : { passes },
		marks: checks.flatMap((check) => check.kind === "scored" && check.binary ? [check.value === 1] : []),
		metrics: metricsOf(checks)
	};
}
function metricsOf(checks) {
	const values = /* @__PURE__ */ new Map();
	for (const check of checks) {
		if (check.kind === "unscored") continue;
		const named = check.check !== check.scorer && !check.check.startsWith(`${check.scorer}: `);
		for (const name of named ? [check.scorer, check.check] : [check.scorer]) values.set(name, [...values.get(name) ?? [], check.value]);
	}
	return Object.fromEntries([...values].map(([name, held]) => [name, held.reduce((sum, value) => sum + value, 0) / held.length]));
}

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class CsvError extends Error {
	constructor(code, message, options, ...contexts) {
		if (Array.isArray(message)) message = message.join(" ").trim();
		super(message);
		if (Error.captureStackTrace !== void 0) Error.captureStackTrace(this, CsvError);
		this.code = code;
		for (const context of contexts) for (const key in context) {
			const value = context[key];
			this[key] = Buffer.isBuffer(value) ? value.toString(options.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
		}
	}
};

// node_modules/csv-parse/lib/utils/is_object.js
const is_object = function(obj) {
	return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
const normalize_columns_array = function(columns) {
	const normalizedColumns = [];
	for (let i = 0, l = columns.length; i < l; i++) {
		const column = columns[i];
		if (column === void 0 || column === null || column === false) normalizedColumns[i] = { disabled: true };
		else if (typeof column === "string" || typeof column === "number") normalizedColumns[i] = { name: `${column}` };
		else if (is_object(column)) {
			if (typeof column.name !== "string") throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
				"Option columns missing name:",
				`property "name" is required at position ${i}`,
				"when column is an object literal"
			]);
			normalizedColumns[i] = column;
		} else throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
			"Invalid column definition:",
			"expect a string or a literal object,",
			`got ${JSON.stringify(column)} at position ${i}`
		]);
	}
	return normalizedColumns;
};

// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
	constructor(size = 100) {
		this.size = size;
		this.length = 0;
		this.buf = Buffer.allocUnsafe(size);
	}
	prepend(val) {
		if (Buffer.isBuffer(val)) {
			const length = this.length + val.length;
			if (length >= this.size) {
				this.resize();
				if (length >= this.size) throw Error("INVALID_BUFFER_STATE");
			}
			const buf = this.buf;
			this.buf = Buffer.allocUnsafe(this.size);
			val.copy(this.buf, 0);
			buf.copy(this.buf, val.length);
			this.length += val.length;
		} else {
			const length = this.length++;
			if (length === this.size) this.resize();
			const buf = this.clone();
			this.buf[0] = val;
			buf.copy(this.buf, 1, 0, length);
		}
	}
	append(val) {
		const length = this.length++;
		if (length === this.size) this.resize();
		this.buf[length] = val;
	}
	clone() {
		return Buffer.from(this.buf.slice(0, this.length));
	}
	resize() {
		const length = this.length;
		this.size = this.size * 2;
		const buf = Buffer.allocUnsafe(this.size);
		this.buf.copy(buf, 0, 0, length);
		this.buf = buf;
	}
	toString(encoding) {
		if (encoding) return this.buf.toString(encoding, 0, this.length);
		else return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
	}
	toJSON() {
		return this.toString("utf8");
	}
	reset() {
		this.length = 0;
	}
};

// node_modules/csv-parse/lib/api/init_state.js
const init_state = function(options) {
	const timchars = [
		32,
		9,
		10,
		13,
		12,
		11,
		160,
		5760,
		8192,
		8193,
		8194,
		8195,
		8196,
		8197,
		8198,
		8199,
		8200,
		8201,
		8202,
		8232,
		8233,
		8239,
		8287,
		12288,
		65279
	].reduce((acc, codepoint) => {
		const encoded = Buffer.from(String.fromCharCode(codepoint), options.encoding);
		if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) return acc;
		acc.push(encoded);
		return acc;
	}, []);
	const timcharFirstBytes = /* @__PURE__ */ new Uint8Array(256);
	for (const t of timchars) timcharFirstBytes[t[0]] = 1;
	return {
		bomSkipped: false,
		bufBytesStart: 0,
		castField: options.cast_function,
		commenting: false,
		delimiterBufPrevious: void 0,
		delimiterDiscovered: false,
		error: void 0,
		enabled: options.from_line === 1,
		escaping: false,
		escapeIsQuote: Buffer.isBuffer(options.escape) && Buffer.isBuffer(options.quote) && Buffer.compare(options.escape, options.quote) === 0,
		expectedRecordLength: Array.isArray(options.columns) ? options.columns.length : void 0,
		field: new ResizeableBuffer(20),
		firstLineToHeaders: options.cast_first_line_to_header,
		needMoreDataSize: Math.max(options.comment !== null ? options.comment.length : 0, ...options.delimiter ? options.delimiter.map((delimiter) => delimiter.length) : [], options.delimiter_auto ? 1 : 0, options.quote !== null ? options.quote.length : 0, ...timchars.map((t) => t.length)),
		previousBuf: void 0,
		quoting: false,
		stop: false,
		rawBuffer: new ResizeableBuffer(100),
		record: [],
		recordHasError: false,
		record_length: 0,
		recordDelimiterMaxLength: options.record_delimiter.length === 0 ? 0 : Math.max(...options.record_delimiter.map((v) => v.length)),
		trimChars: [Buffer.from(" ", options.encoding)[0], Buffer.from("	", options.encoding)[0]],
		wasQuoting: false,
		wasRowDelimiter: false,
		timchars,
		timcharFirstBytes
	};
};

// node_modules/csv-parse/lib/utils/underscore.js
const underscore = function(str) {
	return str.replace(/([A-Z])/g, function(_, match) {
		return "_" + match.toLowerCase();
	});
};

// node_modules/csv-parse/lib/api/normalize_options.js
const normalize_options = function(opts) {
	const options = {};
	for (const opt in opts) options[underscore(opt)] = opts[opt];
	if (options.encoding === void 0 || options.encoding === true) options.encoding = "utf8";
	else if (options.encoding === null || options.encoding === false) options.encoding = null;
	else if (typeof options.encoding !== "string" && options.encoding !== null) throw new CsvError("CSV_INVALID_OPTION_ENCODING", [
		"Invalid option encoding:",
		"encoding must be a string or null to return a buffer,",
		`got ${JSON.stringify(options.encoding)}`
	], options);
	if (options.bom === void 0 || options.bom === null || options.bom === false) options.bom = false;
	else if (options.bom !== true) throw new CsvError("CSV_INVALID_OPTION_BOM", [
		"Invalid option bom:",
		"bom must be true,",
		`got ${JSON.stringify(options.bom)}`
	], options);
	options.cast_function = null;
	if (options.cast === void 0 || options.cast === null || options.cast === false || options.cast === "") options.cast = void 0;
	else if (typeof options.cast === "function") {
		options.cast_function = options.cast;
		options.cast = true;
	} else if (options.cast !== true) throw new CsvError("CSV_INVALID_OPTION_CAST", [
		"Invalid option cast:",
		"cast must be true or a function,",
		`got ${JSON.stringify(options.cast)}`
	], options);
	if (options.cast_date === void 0 || options.cast_date === null || options.cast_date === false || options.cast_date === "") options.cast_date = false;
	else if (options.cast_date === true) options.cast_date = function(value) {
		const date = Date.parse(value);
		return !isNaN(date) ? new Date(date) : value;
	};
	else if (typeof options.cast_date !== "function") throw new CsvError("CSV_INVALID_OPTION_CAST_DATE", [
		"Invalid option cast_date:",
		"cast_date must be true or a function,",
		`got ${JSON.stringify(options.cast_date)}`
	], options);
	options.cast_first_line_to_header = void 0;
	if (options.columns === true) options.cast_first_line_to_header = void 0;
	else if (typeof options.columns === "function") {
		options.cast_first_line_to_header = options.columns;
		options.columns = true;
	} else if (Array.isArray(options.columns)) options.columns = normalize_columns_array(options.columns);
	else if (options.columns === void 0 || options.columns === null || options.columns === false) options.columns = false;
	else throw new CsvError("CSV_INVALID_OPTION_COLUMNS", [
		"Invalid option columns:",
		"expect an array, a function or true,",
		`got ${JSON.stringify(options.columns)}`
	], options);
	if (options.group_columns_by_name === void 0 || options.group_columns_by_name === null || options.group_columns_by_name === false) options.group_columns_by_name = false;
	else if (options.group_columns_by_name !== true) throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME", [
		"Invalid option group_columns_by_name:",
		"expect an boolean,",
		`got ${JSON.stringify(options.group_columns_by_name)}`
	], options);
	else if (options.columns === false) throw new CsvError("CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME", ["Invalid option group_columns_by_name:", "the `columns` mode must be activated."], options);
	if (options.comment === void 0 || options.comment === null || options.comment === false || options.comment === "") options.comment = null;
	else {
		if (typeof options.comment === "string") options.comment = Buffer.from(options.comment, options.encoding);
		if (!Buffer.isBuffer(options.comment)) throw new CsvError("CSV_INVALID_OPTION_COMMENT", [
			"Invalid option comment:",
			"comment must be a buffer or a string,",
			`got ${JSON.stringify(options.comment)}`
		], options);
	}
	if (options.comment_no_infix === void 0 || options.comment_no_infix === null || options.comment_no_infix === false) options.comment_no_infix = false;
	else if (options.comment_no_infix !== true) throw new CsvError("CSV_INVALID_OPTION_COMMENT", [
		"Invalid option comment_no_infix:",
		"value must be a boolean,",
		`got ${JSON.stringify(options.comment_no_infix)}`
	], options);
	if (options.delimiter_auto === void 0 || options.delimiter_auto === null || options.delimiter_auto === false) options.delimiter_auto = false;
	else if (options.delimiter_auto === true) options.delimiter_auto = {};
	else if (!is_object(options.delimiter_auto)) throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
		"Invalid option delimiter_auto:",
		"delimiter_auto must be a boolean or a configuration object,",
		`got ${JSON.stringify(options.delimiter_auto)}`
	], options);
	if (options.delimiter_auto) {
		if (options.delimiter_auto.preferred === void 0) options.delimiter_auto.preferred = {
			[",".charCodeAt(0)]: 1.8,
			["	".charCodeAt(0)]: 1.8,
			[";".charCodeAt(0)]: 1.6,
			[" ".charCodeAt(0)]: 1.6,
			[":".charCodeAt(0)]: 1.5,
			[".".charCodeAt(0)]: 1.4,
			["/".charCodeAt(0)]: 1.4
		};
		else if (!is_object(options.delimiter_auto.preferred)) throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"preferred must be an object,",
			`got ${JSON.stringify(options.delimiter_auto.preferred)}`
		], options);
		if (options.delimiter_auto.score === void 0) options.delimiter_auto.score = (info, options) => {
			return (info.total - info.std) * (options.preferred[info.char_code] || 1);
		};
		else if (typeof options.delimiter_auto.score !== "function") throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"score must be a function,",
			`got ${JSON.stringify(options.delimiter_auto.score)}`
		], options);
		if (options.delimiter_auto.size === void 0) options.delimiter_auto.size = 2048;
		else if (typeof options.delimiter_auto.size !== "number") throw new CsvError("CSV_INVALID_OPTION_DELIMITER_AUTO", [
			"Invalid option delimiter_auto:",
			"size must be a number,",
			`got ${JSON.stringify(options.delimiter_auto.size)}`
		], options);
	}
	const delimiter_json = JSON.stringify(options.delimiter);
	if (options.delimiter_auto !== false) options.delimiter = [];
	if (!Array.isArray(options.delimiter)) {
		if (options.delimiter === void 0 || options.delimiter === null || options.delimiter === false) options.delimiter = Buffer.from(",", options.encoding);
		options.delimiter = [options.delimiter];
	}
	options.delimiter = options.delimiter.map(function(delimiter) {
		if (typeof delimiter === "string") delimiter = Buffer.from(delimiter, options.encoding);
		if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) throw new CsvError("CSV_INVALID_OPTION_DELIMITER", [
			"Invalid option delimiter:",
			"delimiter must be a non empty string or buffer or array of string|buffer,",
			`got ${delimiter_json}`
		], options);
		return delimiter;
	});
	if (options.escape === void 0 || options.escape === true) options.escape = Buffer.from("\"", options.encoding);
	else if (typeof options.escape === "string") options.escape = Buffer.from(options.escape, options.encoding);
	else if (options.escape === null || options.escape === false) options.escape = null;
	if (options.escape !== null) {
		if (!Buffer.isBuffer(options.escape)) throw new Error(`Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`);
	}
	if (options.from === void 0 || options.from === null) options.from = 1;
	else {
		if (typeof options.from === "string" && /\d+/.test(options.from)) options.from = parseInt(options.from);
		if (Number.isInteger(options.from)) {
			if (options.from < 0) throw new Error(`Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`);
		} else throw new Error(`Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`);
	}
	if (options.from_line === void 0 || options.from_line === null) options.from_line = 1;
	else {
		if (typeof options.from_line === "string" && /\d+/.test(options.from_line)) options.from_line = parseInt(options.from_line);
		if (Number.isInteger(options.from_line)) {
			if (options.from_line <= 0) throw new Error(`Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`);
		} else throw new Error(`Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`);
	}
	if (options.ignore_last_delimiters === void 0 || options.ignore_last_delimiters === null) options.ignore_last_delimiters = false;
	else if (typeof options.ignore_last_delimiters === "number") {
		options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
		if (options.ignore_last_delimiters === 0) options.ignore_last_delimiters = false;
	} else if (typeof options.ignore_last_delimiters !== "boolean") throw new CsvError("CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS", [
		"Invalid option `ignore_last_delimiters`:",
		"the value must be a boolean value or an integer,",
		`got ${JSON.stringify(options.ignore_last_delimiters)}`
	], options);
	if (options.ignore_last_delimiters === true && options.columns === false) throw new CsvError("CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS", ["The option `ignore_last_delimiters`", "requires the activation of the `columns` option"], options);
	if (options.info === void 0 || options.info === null || options.info === false) options.info = false;
	else if (options.info !== true) throw new Error(`Invalid Option: info must be true, got ${JSON.stringify(options.info)}`);
	if (options.max_record_size === void 0 || options.max_record_size === null || options.max_record_size === false) options.max_record_size = 0;
	else if (Number.isInteger(options.max_record_size) && options.max_record_size >= 0) {} else if (typeof options.max_record_size === "string" && /\d+/.test(options.max_record_size)) options.max_record_size = parseInt(options.max_record_size);
	else throw new Error(`Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`);
	if (options.objname === void 0 || options.objname === null || options.objname === false) options.objname = void 0;
	else if (Buffer.isBuffer(options.objname)) {
		if (options.objname.length === 0) throw new Error(`Invalid Option: objname must be a non empty buffer`);
		if (options.encoding === null) {} else options.objname = options.objname.toString(options.encoding);
	} else if (typeof options.objname === "string") {
		if (options.objname.length === 0) throw new Error(`Invalid Option: objname must be a non empty string`);
	} else if (typeof options.objname === "number") {} else throw new Error(`Invalid Option: objname must be a string or a buffer, got ${options.objname}`);
	if (options.objname !== void 0) {
		if (typeof options.objname === "number") {
			if (options.columns !== false) throw Error("Invalid Option: objname index cannot be combined with columns or be defined as a field");
		} else if (options.columns === false) throw Error("Invalid Option: objname field must be combined with columns or be defined as an index");
	}
	if (options.on_record === void 0 || options.on_record === null) options.on_record = void 0;
	else if (typeof options.on_record !== "function") throw new CsvError("CSV_INVALID_OPTION_ON_RECORD", [
		"Invalid option `on_record`:",
		"expect a function,",
		`got ${JSON.stringify(options.on_record)}`
	], options);
	if (options.on_skip !== void 0 && options.on_skip !== null && typeof options.on_skip !== "function") throw new Error(`Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`);
	if (options.quote === null || options.quote === false || options.quote === "") options.quote = null;
	else {
		if (options.quote === void 0 || options.quote === true) options.quote = Buffer.from("\"", options.encoding);
		else if (typeof options.quote === "string") options.quote = Buffer.from(options.quote, options.encoding);
		if (!Buffer.isBuffer(options.quote)) throw new Error(`Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`);
	}
	if (options.raw === void 0 || options.raw === null || options.raw === false) options.raw = false;
	else if (options.raw !== true) throw new Error(`Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`);
	if (options.record_delimiter === void 0) options.record_delimiter = [];
	else if (typeof options.record_delimiter === "string" || Buffer.isBuffer(options.record_delimiter)) {
		if (options.record_delimiter.length === 0) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a non empty string or buffer,",
			`got ${JSON.stringify(options.record_delimiter)}`
		], options);
		options.record_delimiter = [options.record_delimiter];
	} else if (!Array.isArray(options.record_delimiter)) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
		"Invalid option `record_delimiter`:",
		"value must be a string, a buffer or array of string|buffer,",
		`got ${JSON.stringify(options.record_delimiter)}`
	], options);
	options.record_delimiter = options.record_delimiter.map(function(rd, i) {
		if (typeof rd !== "string" && !Buffer.isBuffer(rd)) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a string, a buffer or array of string|buffer",
			`at index ${i},`,
			`got ${JSON.stringify(rd)}`
		], options);
		else if (rd.length === 0) throw new CsvError("CSV_INVALID_OPTION_RECORD_DELIMITER", [
			"Invalid option `record_delimiter`:",
			"value must be a non empty string or buffer",
			`at index ${i},`,
			`got ${JSON.stringify(rd)}`
		], options);
		if (typeof rd === "string") rd = Buffer.from(rd, options.encoding);
		return rd;
	});
	if (typeof options.relax_column_count === "boolean") {} else if (options.relax_column_count === void 0 || options.relax_column_count === null) options.relax_column_count = false;
	else throw new Error(`Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`);
	if (typeof options.relax_column_count_less === "boolean") {} else if (options.relax_column_count_less === void 0 || options.relax_column_count_less === null) options.relax_column_count_less = false;
	else throw new Error(`Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`);
	if (typeof options.relax_column_count_more === "boolean") {} else if (options.relax_column_count_more === void 0 || options.relax_column_count_more === null) options.relax_column_count_more = false;
	else throw new Error(`Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`);
	if (typeof options.relax_quotes === "boolean") {} else if (options.relax_quotes === void 0 || options.relax_quotes === null) options.relax_quotes = false;
	else throw new Error(`Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`);
	if (typeof options.skip_empty_lines === "boolean") {} else if (options.skip_empty_lines === void 0 || options.skip_empty_lines === null) options.skip_empty_lines = false;
	else throw new Error(`Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`);
	if (typeof options.skip_records_with_empty_values === "boolean") {} else if (options.skip_records_with_empty_values === void 0 || options.skip_records_with_empty_values === null) options.skip_records_with_empty_values = false;
	else throw new Error(`Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`);
	if (typeof options.skip_records_with_error === "boolean") {} else if (options.skip_records_with_error === void 0 || options.skip_records_with_error === null) options.skip_records_with_error = false;
	else throw new Error(`Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`);
	if (options.rtrim === void 0 || options.rtrim === null || options.rtrim === false) options.rtrim = false;
	else if (options.rtrim !== true) throw new Error(`Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`);
	if (options.ltrim === void 0 || options.ltrim === null || options.ltrim === false) options.ltrim = false;
	else if (options.ltrim !== true) throw new Error(`Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`);
	if (options.trim === void 0 || options.trim === null || options.trim === false) options.trim = false;
	else if (options.trim !== true) throw new Error(`Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`);
	if (options.trim === true && opts.ltrim !== false) options.ltrim = true;
	else if (options.ltrim !== true) options.ltrim = false;
	if (options.trim === true && opts.rtrim !== false) options.rtrim = true;
	else if (options.rtrim !== true) options.rtrim = false;
	if (options.to === void 0 || options.to === null) options.to = -1;
	else if (options.to !== -1) {
		if (typeof options.to === "string" && /\d+/.test(options.to)) options.to = parseInt(options.to);
		if (Number.isInteger(options.to)) {
			if (options.to <= 0) throw new Error(`Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`);
		} else throw new Error(`Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`);
	}
	if (options.to_line === void 0 || options.to_line === null) options.to_line = -1;
	else if (options.to_line !== -1) {
		if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) options.to_line = parseInt(options.to_line);
		if (Number.isInteger(options.to_line)) {
			if (options.to_line <= 0) throw new Error(`Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`);
		} else throw new Error(`Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`);
	}
	return options;
};

// node_modules/csv-parse/lib/utils/delimiter_discover.js
const delimiter_discover = function(records, options) {
	if (!options) ({delimiter_auto: options} = normalize_options({ delimiter_auto: true }));
	if (typeof records === "string") records = Buffer.from(records);
	if (Buffer.isBuffer(records)) records = ((data) => {
		const records = [];
		const parser = transform({ delimiter: [] });
		const push = (record) => records.push(record);
		const close = () => {};
		const error = parser.parse(data, true, push, close);
		if (error !== void 0) throw error;
		return records;
	})(records);
	const info = Array(127).fill().map(() => ({ lines: [] }));
	records.map(([record], line) => {
		for (let i = 0, l = record.length; i < l; i++) {
			const code = record.charCodeAt(i);
			if (info[code].lines[line] === void 0) info[code].lines[line] = 0;
			info[code].lines[line]++;
		}
	});
	info.map((info, i) => {
		info.char_code = i;
		info.std = std(info.lines);
		info.total = info.lines.reduce((acc, val) => acc + val, 0);
		info.preferred = !!options.preferred[i];
		info.score = options.score(info, options);
	});
	const result = info.reduce((acc, info) => acc.score > info.score ? acc : info, {});
	return String.fromCharCode(result.char_code);
};
const std = function(array) {
	const n = array.length;
	if (n === 0) return 0;
	const mean = array.reduce((a, b) => a + b) / n;
	return Math.sqrt(array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n);
};

// node_modules/csv-parse/lib/api/index.js
const isRecordEmpty = function(record) {
	return record.every((field) => field == null || field.toString && field.toString().trim() === "");
};
const cr = 13;
const nl = 10;
const boms = {
	utf8: Buffer.from([
		239,
		187,
		191
	]),
	utf16le: Buffer.from([255, 254])
};
const transform = function(original_options = {}) {
	const info = {
		bytes: 0,
		bytes_records: 0,
		comment_lines: 0,
		empty_lines: 0,
		invalid_field_length: 0,
		lines: 1,
		records: 0
	};
	const options = normalize_options(original_options);
	return {
		info,
		original_options,
		options,
		state: init_state(options),
		__needMoreData: function(i, bufLen, end) {
			if (end) return false;
			const { encoding, escape, quote } = this.options;
			const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
			return bufLen - i - 1 < Math.max(needMoreDataSize, recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength, quoting ? (escape === null ? 0 : escape.length) + quote.length : 0, quoting ? quote.length + recordDelimiterMaxLength : 0);
		},
		parse: function(nextBuf, end, push, close) {
			const { bom, comment_no_infix, delimiter_auto, encoding, from_line, ltrim, max_record_size, raw, relax_quotes, rtrim, skip_empty_lines, to, to_line } = this.options;
			let { comment, escape, quote, record_delimiter } = this.options;
			const { bomSkipped, delimiterDiscovered, delimiterBufPrevious, rawBuffer, escapeIsQuote } = this.state;
			if (!delimiterDiscovered && delimiter_auto) {
				let delimiterBuf;
				if (delimiterBufPrevious === void 0) delimiterBuf = nextBuf;
				else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) delimiterBuf = delimiterBufPrevious;
				else delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
				nextBuf = void 0;
				if (end || delimiterBuf.length > delimiter_auto.size) {
					this.options.delimiter = [Buffer.from(delimiter_discover(delimiterBuf, this.options.delimiter_auto))];
					this.state.previousBuf = delimiterBuf;
					this.state.delimiterBufPrevious = void 0;
					this.state.delimiterDiscovered = true;
				} else {
					this.state.delimiterBufPrevious = delimiterBuf;
					return;
				}
			}
			const { previousBuf } = this.state;
			let buf;
			if (previousBuf === void 0) {
				if (nextBuf === void 0) {
					close();
					return;
				} else buf = nextBuf;
			} else if (previousBuf !== void 0 && nextBuf === void 0) buf = previousBuf;
			else buf = Buffer.concat([previousBuf, nextBuf]);
			if (bomSkipped === false) {
				if (bom === false) this.state.bomSkipped = true;
				else if (buf.length < 3) {
					if (end === false) {
						this.state.previousBuf = buf;
						return;
					}
				} else {
					for (const encoding in boms) if (boms[encoding].compare(buf, 0, boms[encoding].length) === 0) {
						const bomLength = boms[encoding].length;
						this.state.bufBytesStart += bomLength;
						buf = buf.slice(bomLength);
						const options = normalize_options({
							...this.original_options,
							encoding
						});
						for (const key in options) this.options[key] = options[key];
						({comment, escape, quote} = this.options);
						break;
					}
					this.state.bomSkipped = true;
				}
			}
			const bufLen = buf.length;
			let pos = 0;
			for (; pos < bufLen; pos++) {
				if (this.__needMoreData(pos, bufLen, end)) break;
				if (this.state.wasRowDelimiter === true) {
					this.info.lines++;
					this.state.wasRowDelimiter = false;
				}
				if (to_line !== -1 && this.info.lines > to_line) {
					this.state.stop = true;
					close();
					return;
				}
				if (this.state.quoting === false && record_delimiter.length === 0) {
					if (this.__autoDiscoverRecordDelimiter(buf, pos)) record_delimiter = this.options.record_delimiter;
				}
				const chr = buf[pos];
				if (raw === true) rawBuffer.append(chr);
				if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) this.state.wasRowDelimiter = true;
				if (this.state.escaping === true) this.state.escaping = false;
				else {
					if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
						if (escapeIsQuote) {
							if (this.__isQuote(buf, pos + escape.length)) {
								this.state.escaping = true;
								pos += escape.length - 1;
								continue;
							}
						} else {
							this.state.escaping = true;
							pos += escape.length - 1;
							continue;
						}
					}
					if (this.state.commenting === false && this.__isQuote(buf, pos)) {
						if (this.state.quoting === true) {
							const nextChr = buf[pos + quote.length];
							const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
							const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
							const isNextChrDelimiter = this.__isDelimiter(buf, pos + quote.length, nextChr);
							const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
							if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) pos += escape.length - 1;
							else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
								this.state.quoting = false;
								this.state.wasQuoting = true;
								pos += quote.length - 1;
								continue;
							} else if (relax_quotes === false) {
								const err = this.__error(new CsvError("CSV_INVALID_CLOSING_QUOTE", [
									"Invalid Closing Quote:",
									`got "${String.fromCharCode(nextChr)}"`,
									`at line ${this.info.lines}`,
									"instead of delimiter, record delimiter, trimable character",
									"(if activated) or comment"
								], this.options, this.__infoField()));
								if (err !== void 0) return err;
							} else {
								this.state.quoting = false;
								this.state.wasQuoting = true;
								this.state.field.prepend(quote);
								pos += quote.length - 1;
							}
						} else if (this.state.field.length !== 0) {
							if (relax_quotes === false) {
								const info = this.__infoField();
								const bom = Object.keys(boms).map((b) => boms[b].equals(this.state.field.toString()) ? b : false).filter(Boolean)[0];
								const err = this.__error(new CsvError("INVALID_OPENING_QUOTE", [
									"Invalid Opening Quote:",
									`a quote is found on field ${JSON.stringify(info.column)} at line ${info.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
									bom ? `(${bom} bom)` : void 0
								], this.options, info, { field: this.state.field }));
								if (err !== void 0) return err;
							}
						} else {
							this.state.quoting = true;
							pos += quote.length - 1;
							continue;
						}
					}
					if (this.state.quoting === false) {
						const recordDelimiterLength = this.__isRecordDelimiter(chr, buf, pos);
						if (recordDelimiterLength !== 0) {
							if (this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) this.info.comment_lines++;
							else {
								if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
									this.state.enabled = true;
									this.__resetField();
									this.__resetRecord();
									pos += recordDelimiterLength - 1;
									continue;
								}
								if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
									this.info.empty_lines++;
									pos += recordDelimiterLength - 1;
									continue;
								}
								this.info.bytes = this.state.bufBytesStart + pos;
								const errField = this.__onField();
								if (errField !== void 0) return errField;
								this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
								const errRecord = this.__onRecord(push);
								if (errRecord !== void 0) return errRecord;
								if (to !== -1 && this.info.records >= to) {
									this.state.stop = true;
									close();
									return;
								}
							}
							this.state.commenting = false;
							pos += recordDelimiterLength - 1;
							continue;
						}
						if (this.state.commenting) continue;
						if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
							if (this.__compareBytes(comment, buf, pos, chr) !== 0) {
								this.state.commenting = true;
								continue;
							}
						}
						const delimiterLength = this.__isDelimiter(buf, pos, chr);
						if (delimiterLength !== 0) {
							this.info.bytes = this.state.bufBytesStart + pos;
							const errField = this.__onField();
							if (errField !== void 0) return errField;
							pos += delimiterLength - 1;
							continue;
						}
					}
				}
				if (this.state.commenting === false) {
					if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) return this.__error(new CsvError("CSV_MAX_RECORD_SIZE", [
						"Max Record Size:",
						"record exceed the maximum number of tolerated bytes",
						`of ${max_record_size}`,
						`at line ${this.info.lines}`
					], this.options, this.__infoField()));
				}
				const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
				const rappend = rtrim === false || this.state.wasQuoting === false;
				if (lappend === true && rappend === true) this.state.field.append(chr);
				else if (rtrim === true && !this.__isCharTrimable(buf, pos)) return this.__error(new CsvError("CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE", [
					"Invalid Closing Quote:",
					"found non trimable byte after quote",
					`at line ${this.info.lines}`
				], this.options, this.__infoField()));
				else {
					if (lappend === false) pos += this.__isCharTrimable(buf, pos) - 1;
					continue;
				}
			}
			if (end === true) {
				if (this.state.quoting === true) {
					const err = this.__error(new CsvError("CSV_QUOTE_NOT_CLOSED", ["Quote Not Closed:", `the parsing is finished with an opening quote at line ${this.info.lines}`], this.options, this.__infoField()));
					if (err !== void 0) return err;
				} else if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
					this.info.bytes = this.state.bufBytesStart + pos;
					const errField = this.__onField();
					if (errField !== void 0) return errField;
					const errRecord = this.__onRecord(push);
					if (errRecord !== void 0) return errRecord;
				} else if (this.state.wasRowDelimiter === true) this.info.empty_lines++;
				else if (this.state.commenting === true) this.info.comment_lines++;
			} else {
				this.state.bufBytesStart += pos;
				this.state.previousBuf = buf.slice(pos);
			}
			if (this.state.wasRowDelimiter === true) {
				this.info.lines++;
				this.state.wasRowDelimiter = false;
			}
		},
		__onRecord: function(push) {
			const { columns, group_columns_by_name, encoding, info, from, relax_column_count, relax_column_count_less, relax_column_count_more, raw, skip_records_with_empty_values } = this.options;
			const { enabled, record } = this.state;
			if (enabled === false) return this.__resetRecord();
			const recordLength = record.length;
			if (columns === true) {
				if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
					this.__resetRecord();
					return;
				}
				return this.__firstLineToColumns(record);
			}
			if (columns === false && this.info.records === 0) this.state.expectedRecordLength = recordLength;
			if (recordLength !== this.state.expectedRecordLength) {
				const err = columns === false ? new CsvError("CSV_RECORD_INCONSISTENT_FIELDS_LENGTH", [
					"Invalid Record Length:",
					`expect ${this.state.expectedRecordLength},`,
					`got ${recordLength} on line ${this.info.lines}`
				], this.options, this.__infoField(), { record }) : new CsvError("CSV_RECORD_INCONSISTENT_COLUMNS", [
					"Invalid Record Length:",
					`columns length is ${columns.length},`,
					`got ${recordLength} on line ${this.info.lines}`
				], this.options, this.__infoField(), { record });
				if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
					this.info.invalid_field_length++;
					this.state.error = err;
				} else {
					const finalErr = this.__error(err);
					if (finalErr) return finalErr;
				}
			}
			if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
				this.__resetRecord();
				return;
			}
			if (this.state.recordHasError === true) {
				this.__resetRecord();
				this.state.recordHasError = false;
				return;
			}
			this.info.records++;
			if (from === 1 || this.info.records >= from) {
				const { objname } = this.options;
				if (columns !== false) {
					const obj = {};
					for (let i = 0, l = record.length; i < l; i++) {
						if (columns[i] === void 0 || columns[i].disabled) continue;
						if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
							if (Array.isArray(obj[columns[i].name])) obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
							else obj[columns[i].name] = [obj[columns[i].name], record[i]];
						} else Object.defineProperty(obj, columns[i].name, {
							value: record[i],
							enumerable: true,
							writable: true,
							configurable: true
						});
					}
					if (raw === true || info === true) {
						const extRecord = Object.assign({ record: obj }, raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {}, info === true ? { info: this.__infoRecord() } : {});
						const err = this.__push(objname === void 0 ? extRecord : [obj[objname], extRecord], push);
						if (err) return err;
					} else {
						const err = this.__push(objname === void 0 ? obj : [obj[objname], obj], push);
						if (err) return err;
					}
				} else if (raw === true || info === true) {
					const extRecord = Object.assign({ record }, raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {}, info === true ? { info: this.__infoRecord() } : {});
					const err = this.__push(objname === void 0 ? extRecord : [record[objname], extRecord], push);
					if (err) return err;
				} else {
					const err = this.__push(objname === void 0 ? record : [record[objname], record], push);
					if (err) return err;
				}
			}
			this.__resetRecord();
		},
		__firstLineToColumns: function(record) {
			const { firstLineToHeaders } = this.state;
			try {
				const headers = firstLineToHeaders === void 0 ? record : firstLineToHeaders.call(null, record);
				if (!Array.isArray(headers)) return this.__error(new CsvError("CSV_INVALID_COLUMN_MAPPING", [
					"Invalid Column Mapping:",
					"expect an array from column function,",
					`got ${JSON.stringify(headers)}`
				], this.options, this.__infoField(), { headers }));
				const normalizedHeaders = normalize_columns_array(headers);
				this.state.expectedRecordLength = normalizedHeaders.length;
				this.options.columns = normalizedHeaders;
				this.__resetRecord();
				return;
			} catch (err) {
				return err;
			}
		},
		__resetRecord: function() {
			if (this.options.raw === true) this.state.rawBuffer.reset();
			this.state.error = void 0;
			this.state.record = [];
			this.state.record_length = 0;
		},
		__onField: function() {
			const { cast, encoding, rtrim, max_record_size } = this.options;
			const { enabled, wasQuoting } = this.state;
			if (enabled === false) return this.__resetField();
			let field = this.state.field.toString(encoding);
			if (rtrim === true && wasQuoting === false) field = field.trimRight();
			if (cast === true) {
				const [err, f] = this.__cast(field);
				if (err !== void 0) return err;
				field = f;
			}
			this.state.record.push(field);
			if (max_record_size !== 0 && typeof field === "string") this.state.record_length += field.length;
			this.__resetField();
		},
		__resetField: function() {
			this.state.field.reset();
			this.state.wasQuoting = false;
		},
		__push: function(record, push) {
			const { on_record } = this.options;
			if (on_record !== void 0) {
				const info = this.__infoRecord();
				try {
					record = on_record.call(null, record, info);
				} catch (err) {
					return err;
				}
				if (record === void 0 || record === null) return;
			}
			this.info.bytes_records += this.info.bytes;
			push(record);
		},
		__cast: function(field) {
			const { columns, relax_column_count } = this.options;
			if (Array.isArray(columns) === true && relax_column_count && this.options.columns.length <= this.state.record.length) return [void 0, void 0];
			if (this.state.castField !== null) try {
				const info = this.__infoField();
				return [void 0, this.state.castField.call(null, field, info)];
			} catch (err) {
				return [err];
			}
			if (this.__isFloat(field)) return [void 0, parseFloat(field)];
			else if (this.options.cast_date !== false) {
				const info = this.__infoField();
				return [void 0, this.options.cast_date.call(null, field, info)];
			}
			return [void 0, field];
		},
		__compareBytes: function(sourceBuf, targetBuf, targetPos, firstByte) {
			if (sourceBuf[0] !== firstByte) return 0;
			const sourceLength = sourceBuf.length;
			for (let i = 1; i < sourceLength; i++) if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
			return sourceLength;
		},
		__isCharTrimable: function(buf, pos) {
			const { timchars, timcharFirstBytes } = this.state;
			const first = buf[pos];
			if (first === void 0 || timcharFirstBytes[first] === 0) return 0;
			loop1: for (let i = 0; i < timchars.length; i++) {
				const timchar = timchars[i];
				for (let j = 0; j < timchar.length; j++) if (timchar[j] !== buf[pos + j]) continue loop1;
				return timchar.length;
			}
			return 0;
		},
		__isDelimiter: function(buf, pos, chr) {
			const { delimiter, ignore_last_delimiters } = this.options;
			if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) return 0;
			else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) return 0;
			loop1: for (let i = 0; i < delimiter.length; i++) {
				const del = delimiter[i];
				if (del[0] === chr) {
					for (let j = 1; j < del.length; j++) if (del[j] !== buf[pos + j]) continue loop1;
					return del.length;
				}
			}
			return 0;
		},
		__isEscape: function(buf, pos, chr) {
			const { escape } = this.options;
			if (escape === null) return false;
			const l = escape.length;
			if (escape[0] === chr) {
				for (let i = 0; i < l; i++) if (escape[i] !== buf[pos + i]) return false;
				return true;
			}
			return false;
		},
		__isFloat: function(value) {
			return value - parseFloat(value) + 1 >= 0;
		},
		__isQuote: function(buf, pos) {
			const { quote } = this.options;
			if (quote === null) return false;
			const l = quote.length;
			for (let i = 0; i < l; i++) if (quote[i] !== buf[pos + i]) return false;
			return true;
		},
		__isRecordDelimiter: function(chr, buf, pos) {
			const { record_delimiter } = this.options;
			const recordDelimiterLength = record_delimiter.length;
			loop1: for (let i = 0; i < recordDelimiterLength; i++) {
				const rd = record_delimiter[i];
				const rdLength = rd.length;
				if (rd[0] !== chr) continue;
				for (let j = 1; j < rdLength; j++) if (rd[j] !== buf[pos + j]) continue loop1;
				return rd.length;
			}
			return 0;
		},
		__autoDiscoverRecordDelimiter: function(buf, pos) {
			const { encoding } = this.options;
			const rds = [
				Buffer.from("\r\n", encoding),
				Buffer.from("\n", encoding),
				Buffer.from("\r", encoding)
			];
			loop: for (let i = 0; i < rds.length; i++) {
				const l = rds[i].length;
				for (let j = 0; j < l; j++) if (rds[i][j] !== buf[pos + j]) continue loop;
				this.options.record_delimiter.push(rds[i]);
				this.state.recordDelimiterMaxLength = rds[i].length;
				return rds[i].length;
			}
			return 0;
		},
		__error: function(msg) {
			const { encoding, raw, skip_records_with_error } = this.options;
			const err = typeof msg === "string" ? new Error(msg) : msg;
			if (skip_records_with_error) {
				this.state.recordHasError = true;
				if (this.options.on_skip !== void 0) try {
					this.options.on_skip(err, raw ? this.state.rawBuffer.toString(encoding) : void 0);
				} catch (err) {
					return err;
				}
				return;
			} else return err;
		},
		__infoDataSet: function() {
			return {
				...this.info,
				columns: this.options.columns
			};
		},
		__infoRecord: function() {
			const { columns, raw, encoding } = this.options;
			return {
				...this.__infoDataSet(),
				bytes_records: this.info.bytes,
				error: this.state.error,
				header: columns === true,
				index: this.state.record.length,
				raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
			};
		},
		__infoField: function() {
			const { columns } = this.options;
			const isColumns = Array.isArray(columns);
			const bytes_records = this.info.bytes_records;
			return {
				...this.__infoRecord(),
				bytes_records,
				column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
				quoting: this.state.wasQuoting
			};
		}
	};
};

// node_modules/csv-parse/lib/sync.js
const parse = function(data, opts = {}) {
	if (typeof data === "string") data = Buffer.from(data);
	const records = opts && opts.objname ? Object.create(null) : [];
	const parser = transform(opts);
	const push = (record) => {
		if (parser.options.objname === void 0) records.push(record);
		else records[record[0]] = record[1];
	};
	const close = () => {};
	const error = parser.parse(data, true, push, close);
	if (error !== void 0) throw error;
	return records;
};

// src/core/yaml/fix-unknown.ts
function fixUnknown(name, known) {
	const nearest = suggestNearest(name, known);
	return nearest === void 0 ? `Known here: ${known.join(", ")}.` : `Did you mean \`${nearest}\`?`;
}

// src/core/statistics/hypergeometric.ts
const known = /* @__PURE__ */ new Map();
function hypergeometric(marked, size) {
	const key = size < 64 ? size * 128 + marked : -1;
	const found = known.get(key);
	if (found !== void 0) return found;
	const low = Math.max(0, marked - size);
	const high = Math.min(size, marked);
	const all = logChoose(2 * size, marked);
	const result = {
		low,
		masses: Float64Array.from({ length: high - low + 1 }, (_, i) => Math.exp(logChoose(size, low + i) + logChoose(size, marked - low - i) - all))
	};
	if (key >= 0) known.set(key, result);
	return result;
}

// src/core/statistics/integer-steps.ts
const mostScale = 1e3;
const mostMultiple = 1e7;
function integerSteps(weights, sizes) {
	const scale = wholeScale(new Set(weights));
	let multiple = 1;
	for (const size of new Set(sizes)) {
		multiple = multiple / greatestDivisor(multiple, size) * size;
		if (multiple > mostMultiple) return null;
	}
	if (scale === null) return null;
	const steps = weights.map((weight, i) => Math.round(weight * scale) * (multiple / (sizes[i] ?? 1)));
	const shared = steps.reduce(greatestDivisor, 0);
	return shared === 0 ? steps : steps.map((step) => step / shared);
}
function wholeScale(weights) {
	const [first] = weights;
	if (first === void 0) return 1;
	const ratios = [...weights].map((weight) => weight / first);
	for (let scale = 1; scale <= mostScale; scale++) if (ratios.every((ratio) => isWhole(ratio * scale))) return scale / first;
	return null;
}
function isWhole(value) {
	return Math.round(value) > 0 && Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, value);
}
function greatestDivisor(a, b) {
	return b === 0 ? a : greatestDivisor(b, a % b);
}

// src/core/statistics/stratum.ts
function stratumOf(before, after) {
	const first = after[0];
	let sum = 0;
	let total = 0;
	let binary = true;
	let informative = false;
	for (const value of after) sum += value;
	for (const values of [before, after]) for (const value of values) {
		total += value;
		if (value !== 0 && value !== 1) binary = false;
		if (value !== first) informative = true;
	}
	return {
		size: after.length,
		old: before,
		new: after,
		sum,
		total,
		binary,
		informative
	};
}
function valuesOf({ old, new: after }) {
	const values = [];
	for (const side of [old, after]) for (const value of side) {
		let at = values.length;
		for (; at > 0 && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
		values[at] = value;
	}
	return values;
}

// src/core/statistics/subset-sums.ts
function subsetSums(values, most = values.length) {
	const ways = binomials(values.length);
	const starts = [0];
	for (let size = 0, end = 0; size <= most; size++) {
		end += ways[size] ?? 0;
		starts.push(end);
	}
	const sums = new Float64Array(starts[most + 1] ?? 0);
	for (let taken = 0; taken < values.length; taken++) {
		const held = binomials(taken);
		for (let size = Math.min(most, taken + 1); size > 0; size--) mergeShifted({
			values: sums,
			start: starts[size] ?? 0,
			count: held[size] ?? 0
		}, {
			values: sums,
			start: starts[size - 1] ?? 0,
			count: held[size - 1] ?? 0
		}, values[taken] ?? 0);
	}
	return {
		values: sums,
		starts
	};
}
function mergeShifted(into, from, shift) {
	const first = into.start;
	let i = first + into.count - 1;
	let j = from.start + from.count - 1;
	for (let at = i + from.count; j >= from.start; at--) {
		const added = (from.values[j] ?? 0) + shift;
		const kept = i < first ? Number.NEGATIVE_INFINITY : into.values[i] ?? 0;
		if (kept > added) {
			into.values[at] = kept;
			i--;
		} else {
			into.values[at] = added;
			j--;
		}
	}
}
function countPairsUpTo(a, b, limit) {
	let count = 0;
	let j = b.start + b.count - 1;
	for (let i = a.start; i < a.start + a.count; i++) {
		const left = limit - (a.values[i] ?? 0);
		while (j >= b.start && (b.values[j] ?? 0) > left) j--;
		if (j < b.start) break;
		count += j - b.start + 1;
	}
	return count;
}
function stretchOf({ values, starts }, j) {
	const start = starts[j] ?? values.length;
	return {
		values,
		start,
		count: (starts[j + 1] ?? start) - start
	};
}
function wholeOf(values) {
	return {
		values,
		start: 0,
		count: values.length
	};
}
const pascal = [[1]];
function binomials(n) {
	for (let row = pascal.length; row <= n; row++) {
		const above = pascal[row - 1] ?? [];
		pascal.push(Array.from({ length: row + 1 }, (_, k) => (above[k - 1] ?? 0) + (above[k] ?? 0)));
	}
	return pascal[n] ?? [];
}

// src/core/statistics/labellings.ts
function countLabellings(stratum) {
	return choose(2 * stratum.size, stratum.size);
}
function labellingSums(stratum) {
	const { size } = stratum;
	const { values: sums, start, count } = stretchOf(subsetSums(valuesOf(stratum), size), size);
	return sums.subarray(start, start + count);
}
const mostMerged = 12;
function crossSums(a, b) {
	const sums = new Float64Array(a.length * b.length);
	if (b.length > mostMerged) {
		let at = 0;
		for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) sums[at++] = (a[i] ?? 0) + (b[j] ?? 0);
		return sums.sort();
	}
	for (let j = 0; j < b.length; j++) mergeShifted({
		values: sums,
		start: 0,
		count: j * a.length
	}, wholeOf(a), b[j] ?? 0);
	return sums;
}

// src/core/statistics/inverse-fourier.ts
function inverseFourier(real, imaginary, cosines, sines) {
	const n = real.length;
	reverseBits(real, imaginary);
	for (let width = 2; width <= n; width *= 2) {
		const half = width / 2;
		const stride = n / width;
		for (let start = 0; start < n; start += width) for (let j = 0; j < half; j++) {
			const a = start + j;
			const b = a + half;
			const c = cosines[j * stride] ?? 0;
			const s = sines[j * stride] ?? 0;
			const br = real[b] ?? 0;
			const bi = imaginary[b] ?? 0;
			const tr = br * c - bi * s;
			const ti = br * s + bi * c;
			const ar = real[a] ?? 0;
			const ai = imaginary[a] ?? 0;
			real[b] = ar - tr;
			imaginary[b] = ai - ti;
			real[a] = ar + tr;
			imaginary[a] = ai + ti;
		}
	}
	for (let i = 0; i < n; i++) {
		real[i] = (real[i] ?? 0) / n;
		imaginary[i] = (imaginary[i] ?? 0) / n;
	}
}
function reverseBits(real, imaginary) {
	const n = real.length;
	let j = 0;
	for (let i = 1; i < n; i++) {
		let bit = n / 2;
		for (; j & bit; bit /= 2) j ^= bit;
		j ^= bit;
		if (i >= j) continue;
		swap(real, i, j);
		swap(imaginary, i, j);
	}
}
function swap(values, i, j) {
	const held = values[i] ?? 0;
	values[i] = values[j] ?? 0;
	values[j] = held;
}

// src/core/statistics/lattice-sum.ts
const mostConvolution = 3e6;
function latticeWork(terms) {
	const { plain, length } = convolutionWork(terms);
	if (plain <= mostConvolution) return plain;
	const each = terms.reduce((sum, { masses, count }) => sum + masses.length + 2 * Math.log2(count + 1), 0);
	return circleSize(terms, length) * (each / 2 + Math.log2(length));
}
function gridLength(terms) {
	return terms.reduce((length, { masses, step, count }) => length + (masses.length - 1) * step * count, 1);
}
function latticeSum(terms) {
	const { plain, length } = convolutionWork(terms);
	return plain <= mostConvolution ? convolve(terms, length) : invert(terms, length);
}
function convolutionWork(terms) {
	let plain = 0;
	let length = 1;
	for (const { masses, step, count } of terms) {
		const range = (masses.length - 1) * step;
		plain += masses.length * (count * length + range * count * (count - 1) / 2);
		length += range * count;
	}
	return {
		plain,
		length
	};
}
function circleSize(terms, length) {
	return 2 ** Math.ceil(Math.log2(Math.min(length, 2 * spread(terms).reach + 2)));
}
function convolve(terms, length) {
	let held = new Float64Array(length);
	let next = new Float64Array(length);
	let used = 1;
	held[0] = 1;
	for (const { masses, step, count } of terms) for (let time = 0; time < count; time++) {
		const grown = used + (masses.length - 1) * step;
		next.fill(0, 0, grown);
		for (let j = 0; j < used; j++) {
			const mass = held[j] ?? 0;
			if (mass === 0) continue;
			for (let i = 0, at = j; i < masses.length; i++, at += step) next[at] = (next[at] ?? 0) + mass * (masses[i] ?? 0);
		}
		[held, next] = [next, held];
		used = grown;
	}
	return {
		start: 0,
		masses: held
	};
}
function invert(terms, length) {
	const { mean } = spread(terms);
	const size = circleSize(terms, length);
	const cosines = Float64Array.from({ length: size }, (_, i) => Math.cos(2 * Math.PI * i / size));
	const sines = Float64Array.from({ length: size }, (_, i) => Math.sin(2 * Math.PI * i / size));
	const real = new Float64Array(size).fill(1);
	const imaginary = new Float64Array(size);
	for (const term of terms) multiplyCharacteristic(term, {
		real,
		imaginary,
		cosines,
		sines
	});
	for (let j = 1; j < size / 2; j++) {
		real[size - j] = real[j] ?? 0;
		imaginary[size - j] = -(imaginary[j] ?? 0);
	}
	inverseFourier(real, imaginary, cosines, sines);
	const start = size >= length ? 0 : Math.round(mean) - size / 2;
	const first = (start % size + size) % size;
	return {
		start,
		masses: Float64Array.from({ length: size }, (_, i) => Math.max(0, real[(first + i) % size] ?? 0))
	};
}
function spread(terms) {
	let mean = 0;
	let squares = 0;
	for (const { masses, step, count } of terms) {
		mean += count * step * masses.reduce((sum, mass, i) => sum + mass * i, 0);
		squares += count * ((masses.length - 1) * step) ** 2;
	}
	return {
		mean,
		reach: Math.ceil(Math.sqrt(.5 * Math.log(0x2c68af0bb140000) * squares))
	};
}
function multiplyCharacteristic(term, { real, imaginary, cosines, sines }) {
	const size = real.length;
	for (let j = 0; j <= size / 2; j++) {
		const turn = j * term.step % size;
		let cr = 0;
		let ci = 0;
		for (let i = 0, at = 0; i < term.masses.length; i++, at = (at + turn) % size) {
			cr += (term.masses[i] ?? 0) * (cosines[at] ?? 0);
			ci -= (term.masses[i] ?? 0) * (sines[at] ?? 0);
		}
		let rr = real[j] ?? 0;
		let ri = imaginary[j] ?? 0;
		for (let power = term.count; power > 0; power = Math.floor(power / 2)) {
			if (power % 2 === 1) [rr, ri] = [rr * cr - ri * ci, rr * ci + ri * cr];
			[cr, ci] = [cr * cr - ci * ci, 2 * cr * ci];
		}
		real[j] = rr;
		imaginary[j] = ri;
	}
}

// src/core/statistics/deck.ts
function stackDeck(strata) {
	const given = layOut(strata, identity(strata.length));
	const keys = Float64Array.from(given.sizes, (_, i) => keyOf(given, i));
	const order = orderBy(keys, (one, other) => compareStrata(given, one, other));
	return {
		...layOut(strata, order),
		seed: seedOf(order, keys)
	};
}
function layOut(strata, order) {
	const { length } = order;
	const sizes = new Int32Array(length);
	const starts = new Int32Array(length);
	const [steps, sums, totals] = [
		new Float64Array(length),
		new Float64Array(length),
		new Float64Array(length)
	];
	const values = new Float64Array(strata.reduce((count, { stratum }) => count + 2 * stratum.size, 0));
	let start = 0;
	for (let i = 0; i < length; i++) {
		const held = strata[order[i] ?? 0];
		if (held === void 0) continue;
		const { stratum, step } = held;
		starts[i] = start;
		sizes[i] = stratum.size;
		steps[i] = step;
		totals[i] = stratum.total;
		sums[i] = stratum.sum;
		start = copySorted(stratum.new, values, copySorted(stratum.old, values, start));
	}
	return {
		values,
		starts,
		sizes,
		steps,
		sums,
		totals
	};
}
function copySorted(from, into, start) {
	const end = start + from.length;
	for (let at = start; at < end; at++) {
		const value = from[at - start] ?? 0;
		let j = at - 1;
		for (; j >= start && (into[j] ?? 0) > value; j--) into[j + 1] = into[j] ?? 0;
		into[j + 1] = value;
	}
	return end;
}
function identity(length) {
	return Int32Array.from({ length }, (_, i) => i);
}
function orderBy(keys, compare) {
	const { length } = keys;
	const room = Math.floor(2 ** 53 / Math.max(1, length));
	const sorted = keys.map((key, i) => key % room * length + i).sort();
	const order = Int32Array.from(sorted, (held) => held % length);
	const keyAt = (i) => Math.floor((sorted[i] ?? 0) / length);
	for (let from = 0; from < length;) {
		let to = from + 1;
		while (to < length && keyAt(to) === keyAt(from)) to++;
		if (to - from > 1) order.subarray(from, to).sort(compare);
		from = to;
	}
	return order;
}
function compareStrata({ steps, sizes, starts, values }, one, other) {
	const by = (steps[one] ?? 0) - (steps[other] ?? 0) || (sizes[one] ?? 0) - (sizes[other] ?? 0);
	if (by !== 0) return by;
	const [a, b] = [starts[one] ?? 0, starts[other] ?? 0];
	for (let i = 0; i < 2 * (sizes[one] ?? 0); i++) {
		const apart = (values[a + i] ?? 0) - (values[b + i] ?? 0);
		if (apart !== 0) return apart;
	}
	return 0;
}
function keyOf({ steps, sizes, starts, values }, index) {
	let hash = mix(2166136261, steps[index] ?? 0);
	const start = starts[index] ?? 0;
	for (let i = 0; i < 2 * (sizes[index] ?? 0); i++) hash = mix(hash, values[start + i] ?? 0);
	return hash >>> 0;
}
const word = /* @__PURE__ */ new Float64Array(1);
const halves = new Uint32Array(word.buffer);
function mix(hash, value) {
	word[0] = value;
	const low = Math.imul(hash ^ (halves[0] ?? 0), 16777619);
	const high = Math.imul(low ^ low >>> 15 ^ (halves[1] ?? 0), 16777619);
	return high ^ high >>> 13;
}
function seedOf(order, keys) {
	let a = 2166136261;
	let b = 3421674724;
	for (const index of order) {
		const key = keys[index] ?? 0;
		a = Math.imul(a ^ key, 16777619) ^ a >>> 15;
		b = Math.imul(b ^ key ^ a, 16777619) ^ b >>> 13;
	}
	return [a, b];
}

// src/core/statistics/random.ts
function seededRandom(seed) {
	let a = seed[0] | 0;
	let b = seed[1] | 0;
	let c = -1640531527;
	let counter = 1;
	function next() {
		const result = (a + b | 0) + counter | 0;
		counter = counter + 1 | 0;
		a = b ^ b >>> 9;
		b = c + (c << 3) | 0;
		c = (c << 21 | c >>> 11) + result;
		c |= 0;
		return result >>> 0;
	}
	for (let i = 0; i < 12; i++) next();
	return next;
}
function randomBelow(random, below) {
	return Math.floor(random() / 4294967296 * below);
}

// src/core/statistics/slack.ts
const probabilitySlack = 1e-12;
const scoreSlack = 1e-9;

// src/core/statistics/monte-carlo.ts
const mostDrawn = 4e6;
const mostBlocks = 128;
const heldBits = 7;
const picksAtOnce = 4;
function drawLabellings(strata, draws) {
	const deck = stackDeck(strata);
	const random = seededRandom(deck.seed);
	const { length } = deck.sizes;
	const change = new Float64Array(draws);
	if (deck.values.length * draws <= 2 * mostDrawn) for (let draw = 0; draw < draws; draw++) change[draw] = drawnChange(deck, 0, length, random);
	else {
		const step = Math.ceil(length / mostBlocks);
		for (let from = 0; from < length; from += step * picksAtOnce) addDraws(change, Array.from({ length: picksAtOnce }, (_, i) => heldChanges(deck, from + i * step, Math.min(length, from + (i + 1) * step), random)), random);
	}
	const slack = scoreSlack * deck.steps.reduce((most, step) => Math.max(most, step), 0);
	let atMost = 0;
	let atLeast = 0;
	for (let draw = 0; draw < draws; draw++) {
		const by = change[draw] ?? 0;
		if (by <= slack) atMost++;
		if (by >= -slack) atLeast++;
	}
	return {
		draws,
		atMost,
		atLeast
	};
}
function heldChanges(deck, from, to, random) {
	const held = new Float64Array(2 ** heldBits);
	let mirror = 0;
	for (let i = from; i < to; i++) mirror += (deck.steps[i] ?? 0) * ((deck.totals[i] ?? 0) - 2 * (deck.sums[i] ?? 0));
	for (let i = 0; i < held.length; i += 2) {
		const change = i === 0 ? 0 : drawnChange(deck, from, to, random);
		held[i] = change;
		held[i + 1] = mirror - change;
	}
	return held;
}
function addDraws(change, held, random) {
	const [a = none, b = none, c = none, d = none] = held;
	const mask = 2 ** heldBits - 1;
	for (let draw = 0; draw < change.length; draw++) {
		const bits = random();
		const first = (a[bits & mask] ?? 0) + (b[bits >>> heldBits & mask] ?? 0);
		const second = (c[bits >>> 14 & mask] ?? 0) + (d[bits >>> 21 & mask] ?? 0);
		change[draw] = (change[draw] ?? 0) + first + second;
	}
}
const none = new Float64Array(2 ** heldBits);
function drawnChange({ values, starts, sizes, steps, sums }, from, to, random) {
	let change = 0;
	for (let i = from; i < to; i++) {
		const sum = drawnSum(values, starts[i] ?? 0, sizes[i] ?? 0, random);
		change += (steps[i] ?? 0) * (sum - (sums[i] ?? 0));
	}
	return change;
}
function drawnSum(values, start, size, random) {
	let sum = 0;
	for (let i = 0; i < size; i++) {
		const at = start + i;
		const j = at + randomBelow(random, 2 * size - i);
		const drawn = values[j] ?? 0;
		values[j] = values[at] ?? 0;
		values[at] = drawn;
		sum += drawn;
	}
	return sum;
}

// src/core/statistics/permutation-test.ts
const uninformative = {
	p: 1,
	better: 1,
	least: 1,
	method: { kind: "exact" },
	spend: (threshold) => threshold >= 1 ? 1 : 0
};
function testOnGrid(masses, at, ends) {
	const cumulative = new Float64Array(masses.length);
	let sum = 0;
	for (let i = 0; i < masses.length; i++) {
		sum += masses[i] ?? 0;
		cumulative[i] = sum;
	}
	const upTo = (i) => i < 0 ? 0 : cumulative[Math.min(i, masses.length - 1)] ?? 0;
	return {
		p: clamp(upTo(at), ends.least),
		better: clamp(sum - upTo(at - 1), ends.most),
		least: ends.least,
		method: { kind: "exact" },
		spend: (threshold) => {
			const above = firstAbove(cumulative, threshold + probabilitySlack);
			return above === 0 ? 0 : Math.min(1, cumulative[above - 1] ?? 0);
		}
	};
}
function testOnSums(sorted, observed) {
	const n = sorted.length;
	const upTo = (limit) => firstAbove(sorted, limit) / n;
	const least = upTo((sorted[0] ?? 0) + scoreSlack);
	return {
		p: upTo(observed + scoreSlack),
		better: 1 - upTo(observed - scoreSlack),
		least,
		method: { kind: "exact" },
		spend: (threshold) => {
			if (threshold + 1e-12 < least) return 0;
			const next = sorted[Math.floor((threshold + probabilitySlack) * n)];
			return next === void 0 ? 1 : upTo(next - scoreSlack);
		}
	};
}
function firstAbove(values, limit) {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if ((values[middle] ?? 0) > limit) high = middle;
		else low = middle + 1;
	}
	return low;
}
function clamp(p, floor) {
	return Math.min(1, Math.max(p, floor));
}

// src/core/statistics/suite-test.ts
const longestGrid = 2e6;
const mostWork = 1e7;
const mostListed$1 = 65536;
const fewestDraws$1 = 9999;
const mostDraws$1 = 99999;
function suiteTest(cases, threshold) {
	const parts = informativeParts(cases);
	if (parts.length === 0) return uninformative;
	if (!parts.every(({ stratum }) => stratum.binary)) return listed(parts) ?? sampled(parts, threshold, "graded");
	const steps = integerSteps(parts.map(({ weight }) => weight), parts.map(({ size }) => size));
	return (steps && onGrid(parts.map(({ stratum }) => stratum), steps)) ?? sampled(parts, threshold, "grid");
}
function informativeParts(cases) {
	return cases.flatMap(({ weight, strata }) => {
		const size = strata.reduce((sum, stratum) => sum + stratum.size, 0);
		return weight > 0 ? strata.filter((one) => one.informative).map((stratum) => ({
			stratum,
			weight,
			size
		})) : [];
	});
}
function onGrid(strata, steps) {
	const terms = /* @__PURE__ */ new Map();
	let at = 0;
	let least = 1;
	let most = 1;
	strata.forEach(({ total, size, sum }, i) => {
		const step = steps[i] ?? 0;
		const { low, masses } = hypergeometric(total, size);
		at += step * (sum - low);
		least *= masses[0] ?? 0;
		most *= masses[masses.length - 1] ?? 0;
		const key = `${total}/${size}/${step}`;
		const held = terms.get(key);
		if (held === void 0) terms.set(key, { term: {
			masses,
			step,
			count: 1
		} });
		else held.term = {
			...held.term,
			count: held.term.count + 1
		};
	});
	const distinct = [...terms.values()].map(({ term }) => term);
	if (gridLength(distinct) > longestGrid || latticeWork(distinct) > mostWork) return null;
	const { start, masses } = latticeSum(distinct);
	return testOnGrid(masses, at - start, {
		least,
		most
	});
}
function listed(parts) {
	if (parts.reduce((product, { stratum }) => product * countLabellings(stratum), 1) > mostListed$1) return null;
	const heaviest = Math.max(...parts.map(stepOf));
	const scaled = parts.map((part) => {
		const step = stepOf(part) / heaviest;
		return {
			sums: labellingSums(part.stratum).map((sum) => sum * step),
			observed: part.stratum.sum * step
		};
	});
	const lists = scaled.map(({ sums }) => sums);
	lists.sort((a, b) => b.length - a.length);
	return testOnSums(lists.reduce(crossSums), scaled.reduce((sum, { observed }) => sum + observed, 0));
}
function sampled(parts, threshold, because) {
	const heaviest = parts.reduce((greatest, part) => Math.max(greatest, stepOf(part)), 0);
	const strata = parts.map((part) => ({
		stratum: part.stratum,
		step: stepOf(part) / heaviest
	}));
	const wanted = Math.min(mostDraws$1, Math.ceil(20 / Math.max(threshold, 1e-9)) - 1);
	const few = drawLabellings(strata, fewestDraws$1);
	const { draws, atMost, atLeast } = (1 + few.atMost) / (few.draws + 1) > 10 * threshold || wanted <= fewestDraws$1 ? few : drawLabellings(strata, wanted);
	return {
		p: (1 + atMost) / (draws + 1),
		better: (1 + atLeast) / (draws + 1),
		least: 1 / (draws + 1),
		method: {
			kind: "monte-carlo",
			draws,
			because
		},
		spend: (share) => share
	};
}
function stepOf({ weight, size }) {
	return weight / size;
}

// src/core/gate/measured-batch.ts
function measureBatches(cell, measure) {
	return cell.batches.flatMap(({ round, uniform, pairs }) => {
		const before = [];
		const after = [];
		for (const pair of pairs) {
			const old = valueUnder(pair.old, measure);
			const now = valueUnder(pair.new, measure);
			if (old === void 0 || now === void 0) continue;
			before.push(old);
			after.push(now);
		}
		return after.length === 0 ? [] : [{
			round,
			uniform,
			stratum: stratumOf(before, after)
		}];
	});
}
function isOutcome(outcome) {
	return !("missing" in outcome);
}
function valueUnder(outcome, measure) {
	return isOutcome(outcome) ? measure(outcome) : void 0;
}
function scoreOf(outcome) {
	return outcome.score;
}
function caseMeasure(cell) {
	return passesTell(cell) ? ({ passes }) => passes ? 1 : 0 : scoreOf;
}
function passesTell(cell) {
	return cell.batches.every(({ pairs }) => pairs.every((pair) => [pair.old, pair.new].every((one) => !isOutcome(one) || one.passes !== void 0 && one.partlyMarked !== true)));
}
function swiftness({ latencyMs }) {
	return latencyMs === void 0 ? void 0 : -Math.log(Math.max(1, latencyMs));
}

// src/core/gate/answered.ts
function countMissing(cells, side, round) {
	let missing = 0;
	let of = 0;
	for (const { batches } of cells) for (const batch of batches) {
		if (batch.round > round) continue;
		of += batch.pairs.length;
		for (const pair of batch.pairs) if (!isOutcome(pair[side])) missing++;
	}
	return {
		missing,
		of
	};
}
function compareAnswered(cells, round, alpha) {
	const old = countMissing(cells, "old", round);
	const now = countMissing(cells, "new", round);
	if (old.missing + now.missing === 0) return null;
	const cases = cells.map(({ batches }) => ({
		weight: 1,
		strata: batches.filter((batch) => batch.round <= round && batch.pairs.length > 0).map(({ pairs }) => stratumOf(pairs.map((pair) => isOutcome(pair.old) ? 1 : 0), pairs.map((pair) => isOutcome(pair.new) ? 1 : 0)))
	}));
	const { p } = suiteTest(cases, alpha);
	return {
		old: 1 - old.missing / old.of,
		new: 1 - now.missing / now.of,
		p
	};
}

// src/core/statistics/case-test.ts
const mostListed = 1024;
const mostUnscreened = 1e6;
const screenDraws = 199;
const screenTail = 20;
const mostCounted = 11e6;
const mostHalf = 13;
const mostPaired = 2 ** 18;
const fewestDraws = 9999;
const mostDraws = 999999;
function caseTest(strata, threshold) {
	const parts = strata.filter((stratum) => stratum.informative);
	const [first] = parts;
	if (first === void 0) return uninformative;
	if (parts.every((stratum) => stratum.binary)) return binaryTest(parts);
	const labellings = parts.reduce((product, stratum) => product * countLabellings(stratum), 1);
	const observed = parts.reduce((sum, stratum) => sum + stratum.sum, 0);
	if (labellings <= mostListed) return testOnSums(listSums(parts), observed);
	const screened = labellings > mostUnscreened ? screen(parts) : null;
	if (screened !== null) return screened;
	if (labellings <= mostCounted) {
		const counted = parts.length === 1 ? countByHalves(first) : countByBatches(parts);
		if (counted !== null) return counted;
	}
	return sampledTest(parts, threshold);
}
function binaryTest(strata) {
	const masses = strata.map(({ total, size }) => hypergeometric(total, size));
	const at = strata.reduce((sum, stratum, i) => sum + stratum.sum - (masses[i]?.low ?? 0), 0);
	const sum = latticeSum(masses.map((one) => ({
		masses: one.masses,
		step: 1,
		count: 1
	})));
	const ends = {
		least: masses.reduce((product, one) => product * (one.masses[0] ?? 0), 1),
		most: masses.reduce((product, one) => product * (one.masses[one.masses.length - 1] ?? 0), 1)
	};
	return testOnGrid(sum.masses, at - sum.start, ends);
}
function listSums(strata) {
	const [first, ...others] = strata.map(labellingSums).sort((a, b) => b.length - a.length);
	return first === void 0 ? /* @__PURE__ */ new Float64Array(1) : others.reduce(crossSums, first);
}
function countByHalves(stratum) {
	if (stratum.size > mostHalf) return null;
	const values = valuesOf(stratum);
	const low = subsetSums(values.filter((_, i) => i % 2 === 0));
	const high = subsetSums(values.filter((_, i) => i % 2 === 1));
	return countedTest([stratum], countLabellings(stratum), (limit) => {
		let count = 0;
		for (let j = 0; j <= stratum.size; j++) count += countPairsUpTo(stretchOf(low, j), stretchOf(high, stratum.size - j), limit);
		return count;
	});
}
function countByBatches(strata) {
	const [first, second, ...others] = strata.toSorted((a, b) => b.size - a.size);
	if (first === void 0 || second === void 0) return null;
	const rest = others.reduce((product, stratum) => product * countLabellings(stratum), 1);
	if (rest * (countLabellings(first) + countLabellings(second)) > mostPaired) return null;
	const [a, b] = [wholeOf(labellingSums(first)), wholeOf(labellingSums(second))];
	const shifts = listSums(others);
	return countedTest(strata, a.count * b.count * rest, (limit) => shifts.reduce((count, shift) => count + countPairsUpTo(a, b, limit - shift), 0));
}
function countedTest(strata, all, upTo) {
	const observed = strata.reduce((sum, stratum) => sum + stratum.sum, 0);
	return {
		p: upTo(observed + scoreSlack) / all,
		better: (all - upTo(observed - scoreSlack)) / all,
		least: leastOf(strata),
		method: { kind: "exact" },
		spend: (threshold) => threshold
	};
}
function screen(strata) {
	const drawn = drawLabellings(strata.map((stratum) => ({
		stratum,
		step: 1
	})), screenDraws);
	return Math.min(drawn.atMost, drawn.atLeast) < screenTail ? null : drawnTest(strata, drawn);
}
function sampledTest(strata, threshold) {
	const wanted = Math.ceil(10 / Math.max(threshold, 1e-9)) - 1;
	return drawnTest(strata, drawLabellings(strata.map((stratum) => ({
		stratum,
		step: 1
	})), Math.min(mostDraws, Math.max(fewestDraws, wanted))));
}
function drawnTest(strata, { draws, atMost, atLeast }) {
	return {
		p: (1 + atMost) / (draws + 1),
		better: (1 + atLeast) / (draws + 1),
		least: leastOf(strata),
		method: {
			kind: "monte-carlo",
			draws,
			because: "labellings"
		},
		spend: (share) => share
	};
}
function leastOf(strata) {
	let product = 1;
	for (const stratum of strata) {
		const { size } = stratum;
		const values = valuesOf(stratum);
		const edge = values[size - 1] ?? 0;
		let below = 0;
		while ((values[below] ?? edge) < edge - scoreSlack) below++;
		let upTo = size;
		while (upTo < values.length && (values[upTo] ?? 0) <= edge + 1e-9) upTo++;
		product *= choose(upTo - below, size - below) / choose(2 * size, size);
	}
	return product;
}

// src/core/statistics/tarone-holm.ts
function taroneHolm(family, alpha) {
	const rejected = /* @__PURE__ */ new Map();
	let first = 0;
	let alive = family.map((_, i) => i).filter((i) => (family[i]?.least ?? 1) <= alpha + probabilitySlack);
	for (let step = 0; alive.length > 0; step++) {
		const threshold = testableThreshold(alive.map((i) => family[i]?.least ?? 1), alpha);
		if (threshold === 0) break;
		if (step === 0) first = threshold;
		const found = alive.filter((i) => (family[i]?.p ?? 1) <= threshold + probabilitySlack);
		if (found.length === 0) break;
		for (const i of found) rejected.set(i, threshold);
		alive = alive.filter((i) => !rejected.has(i));
	}
	return {
		rejected,
		first
	};
}
function testableThreshold(least, alpha) {
	const ascending = least.toSorted((a, b) => a - b);
	let testable = ascending.length;
	for (let k = 1; k <= ascending.length; k++) {
		while (testable > 0 && (ascending[testable - 1] ?? 0) > alpha / k + 1e-12) testable--;
		if (testable <= k) return testable === 0 ? 0 : alpha / k;
	}
	return 0;
}

// src/core/gate/case-look.ts
const caseShare = .4;
const addedShare = .25;
const caseDrop = -.5;
function isBroken(delta) {
	return delta <= caseDrop + scoreSlack;
}
function familyBudgets(cells, budget) {
	const share = caseShare * budget;
	const hasAdded = cells.some(({ cell }) => cell.family === "added");
	return {
		base: hasAdded ? share * .75 : share,
		added: hasAdded ? share * addedShare : 0
	};
}
function lookAtCases(cells, round, budget) {
	const budgets = familyBudgets(cells, budget);
	const smallest = Math.min(...Object.values(budgets).filter((one) => one > 0)) / Math.max(1, cells.length);
	const tests = cells.map((cell) => testCell(cell, round, smallest));
	let keep = 1;
	const found = cells.map(() => ({
		confirmed: null,
		improved: false
	}));
	for (const family of ["base", "added"]) {
		const members = cells.flatMap(({ cell }, i) => {
			const tested = tests[i];
			return cell.family === family && tested ? [{
				i,
				test: tested.test
			}] : [];
		});
		const worse = taroneHolm(members.map(({ test }) => test), budgets[family]);
		const better = mirrored(members.map(({ test }) => test), budgets[family]);
		members.forEach(({ i, test }, index) => {
			if (worse.first > 0) keep *= 1 - test.spend(worse.first);
			found[i] = {
				confirmed: worse.rejected.get(index) ?? null,
				improved: better.rejected.has(index)
			};
		});
	}
	return {
		spent: 1 - keep,
		cells: tests.map((tested, i) => {
			if (tested === null) return null;
			const { confirmed = null, improved = false } = found[i] ?? {};
			const { test, delta } = tested;
			return {
				test,
				delta,
				improved,
				confirmed: confirmed === null ? null : {
					round,
					p: test.p,
					alpha: confirmed,
					delta
				}
			};
		})
	};
}
function mirrored(tests, alpha) {
	return taroneHolm(tests.map(({ better, least }) => ({
		p: better,
		least
	})), alpha);
}
function testCell({ cell, batches }, round, threshold) {
	if (cell.identical) return null;
	const strata = batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum);
	const size = strata.reduce((sum, stratum) => sum + stratum.size, 0);
	if (size === 0) return null;
	const delta = strata.reduce((sum, stratum) => sum + 2 * stratum.sum - stratum.total, 0) / size;
	return {
		test: caseTest(strata, threshold),
		delta
	};
}

// src/core/gate/compare-case.ts
const steadyRange = 1 / 3;
function compareCase(cell, index, looks) {
	const last = looks.at(-1);
	const tested = last?.cases.cells[index] ?? null;
	const old = tally(cell, "old", last?.round);
	const now = tally(cell, "new", last?.round);
	const confirmed = confirmedAt(index, looks);
	const state = stateOf({
		cell,
		old,
		new: now,
		confirmed,
		improved: tested?.improved ?? false
	});
	return {
		case: cell.case,
		family: cell.family,
		weight: cell.weight,
		identical: cell.identical,
		old,
		new: now,
		delta: tested?.delta ?? (cell.identical && now.of > 0 ? 0 : null),
		p: tested?.test.p ?? null,
		better: tested?.test.better ?? null,
		method: tested?.test.method ?? null,
		confirmed,
		state
	};
}
function confirmedAt(index, looks) {
	const all = looks.flatMap((look) => look.cases.cells[index]?.confirmed ?? []);
	return all.find(({ delta }) => isBroken(delta)) ?? all[0] ?? null;
}
function tally(cell, side, round = Number.POSITIVE_INFINITY) {
	const asked = cell.batches.filter((batch) => batch.round <= round).flatMap(({ pairs }) => pairs.map((pair) => pair[side]));
	const scored = asked.filter(isOutcome);
	const marked = scored.filter(({ passes }) => passes !== void 0);
	return {
		scores: scored.map(({ score }) => score),
		passes: marked.length === 0 ? null : marked.filter(({ passes }) => passes).length,
		of: scored.length,
		missing: asked.length - scored.length
	};
}
function stateOf({ cell, old, new: now, confirmed, improved }) {
	if (now.of === 0 || old.of === 0 && cell.newOnly !== true) return "unscored";
	if (confirmed !== null && isBroken(confirmed.delta)) return "regressed";
	if (improved) return "improved";
	const shown = cell.newOnly === true ? [now] : [old, now];
	if (shown.every(fails)) return "failing";
	return shown.some(holds) ? "same" : "flaky";
}
function fails({ passes, scores }) {
	return passes === null ? scores.every((score) => score <= scoreSlack) : passes === 0;
}
function holds({ passes, of, scores }) {
	if (passes !== null) return passes === of;
	return Math.max(...scores) - Math.min(...scores) < steadyRange - scoreSlack;
}

// src/core/gate/latency.ts
function medianLatency(cells, round) {
	const before = [];
	const after = [];
	for (const { family, identical, batches } of cells) {
		if (family !== "base" || identical) continue;
		for (const { uniform, pairs, round: asked } of batches) {
			if (!uniform || asked > round) continue;
			for (const pair of pairs) {
				if (isOutcome(pair.old) && pair.old.latencyMs !== void 0) before.push(pair.old.latencyMs);
				if (isOutcome(pair.new) && pair.new.latencyMs !== void 0) after.push(pair.new.latencyMs);
			}
		}
	}
	const old = median(before);
	const now = median(after);
	return {
		old,
		new: now,
		increase: old === null || now === null || old <= 0 ? null : now / old - 1
	};
}
function latencyBroken(sample, row, round, { latencyLimit }) {
	const id = sample.rows[row];
	const { increase } = medianLatency(sample.cells.filter((cell) => cell.row === id), round);
	return latencyLimit !== void 0 && increase !== null && increase > latencyLimit + 1e-9;
}
function median(values) {
	const ascending = values.toSorted((a, b) => a - b);
	const middle = (ascending.length - 1) / 2;
	const low = ascending[Math.floor(middle)];
	const high = ascending[Math.ceil(middle)];
	return low === void 0 || high === void 0 ? null : (low + high) / 2;
}

// src/core/gate/mean-change.ts
function uniformCases(cells, round) {
	return cells.flatMap(({ cell, batches }) => {
		if (cell.family !== "base") return [];
		const uniform = batches.filter((batch) => batch.uniform && batch.round <= round);
		const size = uniform.reduce((sum, { stratum }) => sum + stratum.size, 0);
		if (size === 0) return [];
		const after = uniform.reduce((sum, { stratum }) => sum + stratum.sum, 0);
		const all = uniform.reduce((sum, { stratum }) => sum + stratum.total, 0);
		const values = uniform.flatMap(({ stratum }) => [...stratum.old, ...stratum.new]);
		return [{
			cell,
			size,
			old: (all - after) / size,
			new: after / size,
			values
		}];
	});
}
function meanChange(cases) {
	let weights = 0;
	let before = 0;
	let after = 0;
	for (const one of cases) {
		weights += one.cell.weight;
		before += one.cell.weight * one.old;
		after += one.cell.weight * one.new;
	}
	return weights === 0 ? null : {
		old: before / weights,
		new: after / weights,
		delta: (after - before) / weights
	};
}

// src/core/gate/mean-cost.ts
function meanCost(cells, round) {
	const old = costOf(cells, "old", round);
	const now = costOf(cells, "new", round);
	if (old === null || now === null) return {
		old,
		new: now,
		increase: null
	};
	return {
		old,
		new: now,
		increase: old > 0 ? now / old - 1 : now > 0 ? null : 0
	};
}
function costOf(cells, side, round) {
	let sum = 0;
	let replies = 0;
	for (const { family, batches } of cells) {
		if (family !== "base") continue;
		for (const batch of batches) {
			if (!batch.uniform || batch.round > round) continue;
			for (const pair of batch.pairs) {
				const reply = pair[side];
				if (!isOutcome(reply)) continue;
				if (reply.costUsd === void 0) return null;
				sum += reply.costUsd;
				replies++;
			}
		}
	}
	return replies === 0 ? null : sum / replies;
}

// src/core/gate/needs-fresh.ts
function needsFresh({ sample, looks }) {
	const last = looks.at(-1);
	if (last === void 0 || !last.blocks) return [];
	const rows = rejectingRows(last, sample.rows);
	return sample.cells.flatMap((cell, i) => {
		const confirmed = last.cases.cells[i]?.confirmed;
		return rows.has(cell.row) || confirmed != null && isBroken(confirmed.delta) ? keptBatches(cell, last.round) : [];
	});
}
function rejectingRows(look, rows) {
	const suites = [look.suite, ...Object.values(look.metrics).map((metric) => metric.look)];
	if (suites.some(({ pooled }) => pooled?.rejection != null)) return new Set(rows);
	const tested = look.latency === null ? suites : [...suites, look.latency.look];
	return new Set(rows.filter((_, i) => tested.some((suite) => suite.rows[i]?.rejection != null)));
}
function keptBatches(cell, round) {
	return cell.batches.filter((batch) => batch.oldKept && batch.round <= round && !cell.identical).map((batch) => ({
		row: cell.row,
		case: cell.case,
		round: batch.round,
		uniform: batch.uniform,
		trials: batch.pairs.length
	}));
}

// src/core/gate/one-side-mean.ts
function oneSideMean(cells, side, round, measure) {
	let weights = 0;
	let sum = 0;
	for (const { family, weight, batches } of cells) {
		if (family !== "base") continue;
		const values = batches.filter((batch) => batch.uniform && batch.round <= round).flatMap(({ pairs }) => pairs.map((pair) => pair[side])).flatMap((reply) => isOutcome(reply) ? measure(reply) ?? [] : []);
		if (values.length === 0) continue;
		weights += weight;
		sum += weight * values.reduce((total, value) => total + value, 0) / values.length;
	}
	return weights === 0 ? null : sum / weights;
}

// src/core/gate/disagrees.ts
const wideRange = 1 / 3;
function disagrees(cell, round) {
	const outcomes = [];
	for (const batch of cell.batches) {
		if (batch.round > round) continue;
		for (const pair of batch.pairs) for (const one of [pair.old, pair.new]) if (isOutcome(one)) outcomes.push(one);
	}
	const [first] = outcomes;
	if (first === void 0) return false;
	let low = first.score;
	let high = first.score;
	for (const { score, passes, marks } of outcomes) {
		if (passes !== first.passes || marks.some((mark, i) => mark !== first.marks[i])) return true;
		low = Math.min(low, score);
		high = Math.max(high, score);
	}
	return high - low >= wideRange - scoreSlack;
}

// src/core/gate/gate-sample.ts
function gateSample(asked, settings) {
	const cells = withPrimaryFamily(asked);
	const byRow = Map.groupBy(cells, ({ row }) => row);
	const under = (measure) => measureRows([...byRow.values()], measure);
	return {
		cells,
		rows: [...byRow.keys()],
		cases: cells.map((cell) => ({
			cell,
			batches: measureBatches(cell, caseMeasure(cell))
		})),
		scores: under(scoreOf),
		metrics: Object.fromEntries(Object.keys(settings.metrics).map((name) => [name, under(({ metrics }) => metrics[name])])),
		swiftness: settings.latencyLimit === void 0 ? null : under(swiftness)
	};
}
function measureRows(rows, measure) {
	return rows.map((row) => row.map((cell) => ({
		cell,
		batches: measureBatches(cell, measure)
	})));
}
function withPrimaryFamily(cells) {
	if (cells.some(({ family }) => family === "base")) return cells;
	return cells.map((cell) => ({
		...cell,
		family: "base"
	}));
}

// src/core/statistics/sample-variance.ts
function sampleVariance(values) {
	if (values.length < 2) return 0;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

// src/core/statistics/normal-quantile.ts
function normalQuantile(p) {
	const q = p - .5;
	if (Math.abs(q) <= .425) {
		const r = .180625 - q * q;
		const above = ((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179;
		const below = ((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1;
		return q * above / below;
	}
	const tail = Math.min(p, 1 - p);
	if (!(tail > 0)) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	const distance = Math.sqrt(-Math.log(tail));
	return Math.sign(q) * (distance <= 5 ? middle(distance - 1.6) : far(distance - 5));
}
function middle(r) {
	return (((.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) / ((.12021132975 * r + .7370016425) * r + 1);
}
function far(r) {
	return (((.017337203997 * r + .42868294337) * r + 3.081226386) * r + 6.657905115) / ((.012258202635 * r + .24197894225) * r + 1);
}

// src/core/statistics/shrunken-bound.ts
function shrunkenBound(cases, alpha) {
	let weights = 0;
	let change = 0;
	let effective = 0;
	let variance = 0;
	for (const { weight, delta, variance: own, size } of cases) {
		weights += weight;
		change += weight * delta;
		effective += weight ** 2 / size;
		variance += weight ** 2 * 2 * own / size;
	}
	if (weights === 0) return null;
	const n = weights ** 2 / effective;
	const shrink = n / (n + 2);
	const centre = shrink * change / weights;
	const reach = normalQuantile(1 - alpha) * Math.sqrt((shrink / weights) ** 2 * variance + 2 / (n + 2) ** 2);
	return {
		low: Math.max(-1, centre - reach),
		high: Math.min(1, centre + reach)
	};
}

// src/core/gate/row-bound.ts
function boundOf(row, round, alpha) {
	return shrunkenBound(uniformCases(row, round).map((one) => ({
		weight: one.cell.weight,
		delta: one.new - one.old,
		variance: one.cell.identical ? 0 : sampleVariance(one.values),
		size: one.size
	})), alpha);
}

// src/core/gate/schedule.ts
const ladder = [
	{
		round: 1,
		uniform: 1,
		topUp: 0,
		spend: .1,
		goOn: 1
	},
	{
		round: 2,
		uniform: 0,
		topUp: 5,
		spend: .5,
		goOn: .5
	},
	{
		round: 3,
		uniform: 2,
		topUp: 5,
		spend: .7,
		goOn: .3
	},
	{
		round: 4,
		uniform: 4,
		topUp: 0,
		spend: 1,
		goOn: 0
	}
];
const confirming = [
	{
		round: 1,
		uniform: 2,
		topUp: 0,
		spend: .1,
		goOn: 1
	},
	{
		round: 2,
		uniform: 2,
		topUp: 0,
		spend: .3,
		goOn: 1
	},
	{
		round: 3,
		uniform: 4,
		topUp: 0,
		spend: .6,
		goOn: 1
	},
	{
		round: 4,
		uniform: 4,
		topUp: 0,
		spend: 1,
		goOn: 0
	}
];
const addedTrials = 3;
function scheduleOf({ sampling, trials }, newOnly) {
	if (newOnly) return [single(Math.min(trials, addedTrials))];
	switch (sampling) {
		case "fixed": return [single(trials)];
		case "confirm": return trials < 2 ? [single(trials)] : cut(confirming, trials);
		case "adaptive": return cut(ladder, trials);
	}
}
function single(uniform) {
	return {
		round: 1,
		uniform,
		topUp: 0,
		spend: 1,
		goOn: 0
	};
}
function cut(steps, trials) {
	const kept = [];
	let uniform = 0;
	let toppedUp = 0;
	for (const step of steps) {
		if (uniform + toppedUp + step.uniform > trials) break;
		uniform += step.uniform;
		const topUp = Math.min(step.topUp, trials - uniform);
		if (step.uniform + topUp === 0) break;
		toppedUp = Math.max(toppedUp, topUp);
		kept.push({
			...step,
			topUp
		});
	}
	return kept.map((step, i) => i === kept.length - 1 ? {
		...step,
		spend: 1,
		goOn: 0
	} : step);
}

// src/core/gate/alpha-shares.ts
function alphaShares(settings) {
	const hasLatency = settings.latencyLimit !== void 0;
	const others = Object.keys(settings.metrics).length + (hasLatency ? 1 : 0);
	if (others === 0) return {
		score: settings.alpha,
		metric: 0,
		latency: 0
	};
	const each = settings.alpha / 2 / others;
	return {
		score: settings.alpha / 2,
		metric: each,
		latency: hasLatency ? each : 0
	};
}

// src/core/gate/suite-look.ts
function lookAtSuite(rows, at) {
	const pooled = at.pool && rows.length > 1 ? testSuite(rows.flat(), {
		...at,
		budget: at.budget / 2
	}, rows) : null;
	const pooledSpent = pooled === null ? 0 : pooled.test.spend(pooled.alpha);
	const share = (at.budget - pooledSpent) / Math.max(1, rows.length);
	const tested = rows.map((row) => testSuite(row, {
		...at,
		budget: share
	}, [row]));
	return {
		pooled,
		rows: tested,
		spent: pooledSpent + tested.reduce((sum, { test }) => sum + test.spend(share), 0)
	};
}
function testSuite(cells, { round, budget, tolerance }, rows) {
	const cases = cells.flatMap(({ cell, batches }) => {
		if (cell.family !== "base" || cell.identical) return [];
		return [{
			weight: cell.weight,
			strata: batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum)
		}];
	});
	const test = suiteTest(cases, budget);
	const change = meanOfRows(rows.map((row) => meanChange(uniformCases(row, round))));
	const worse = change !== null && change.delta <= -tolerance + 1e-9 && change.delta < 0;
	const rejects = test.p <= budget + probabilitySlack;
	return {
		test,
		alpha: budget,
		change,
		rejection: worse && rejects ? {
			round,
			p: test.p,
			alpha: budget,
			delta: change.delta
		} : null
	};
}
function meanOfRows(changes) {
	const known = changes.filter((change) => change !== null);
	if (known.length === 0) return null;
	const mean = (of) => known.reduce((sum, change) => sum + of(change), 0) / known.length;
	return {
		old: mean(({ old }) => old),
		new: mean((change) => change.new),
		delta: mean(({ delta }) => delta)
	};
}

// src/core/gate/take-look.ts
function takeLook(sample, step, settings, before) {
	const { round } = step;
	const shares = alphaShares(settings);
	const budget = step.spend * shares.score - (before?.score.spent ?? 0);
	const cases = lookAtCases(sample.cases, round, budget);
	const suite = lookAtSuite(sample.scores, {
		round,
		budget: budget - cases.spent,
		tolerance: settings.tolerance,
		pool: true
	});
	const metrics = Object.fromEntries(Object.entries(settings.metrics).map(([name, { tolerance }]) => {
		const gone = before?.metrics[name]?.ledger.spent ?? 0;
		const alpha = step.spend * shares.metric;
		const look = lookAtSuite(sample.metrics[name] ?? [], {
			round,
			budget: alpha - gone,
			tolerance,
			pool: true
		});
		return [name, {
			ledger: {
				alpha,
				spent: gone + look.spent
			},
			look
		}];
	}));
	const latency = lookAtLatency(sample, step, shares.latency, before);
	return {
		round,
		score: {
			alpha: step.spend * shares.score,
			spent: (before?.score.spent ?? 0) + cases.spent + suite.spent
		},
		cases,
		suite,
		metrics,
		latency,
		blocks: settings.cases === "block" && cases.cells.some((cell) => cell?.confirmed && isBroken(cell.delta)) || [suite, ...Object.values(metrics).map(({ look }) => look)].some(rejects) || (latency?.look.rows.some(({ rejection }, i) => rejection && latencyBroken(sample, i, round, settings)) ?? false)
	};
}
function rejects({ pooled, rows }) {
	return pooled?.rejection != null || rows.some(({ rejection }) => rejection !== null);
}
function lookAtLatency(sample, step, share, before) {
	if (sample.swiftness === null) return null;
	const spent = before?.latency?.ledger.spent ?? 0;
	const alpha = step.spend * share;
	const look = lookAtSuite(sample.swiftness, {
		round: step.round,
		budget: alpha - spent,
		tolerance: 0,
		pool: false
	});
	return {
		ledger: {
			alpha,
			spent: spent + look.spent
		},
		look
	};
}

// src/core/gate/replay-looks.ts
const undecidedCell = .01;
function isNewOnly(cells) {
	return cells.length > 0 && cells.every(({ newOnly }) => newOnly === true);
}
function replayLooks(cells, settings) {
	const newOnly = isNewOnly(cells);
	const steps = scheduleOf(settings, newOnly);
	const sample = gateSample(cells, settings);
	const looks = [];
	const end = (next) => ({
		sample,
		steps,
		looks,
		next
	});
	if (cells.length === 0) return end({
		kind: "done",
		why: "nothing"
	});
	for (const step of steps) {
		const batches = missingBatches(cells, step);
		if (batches.length > 0) return end({
			kind: "ask",
			round: step.round,
			batches
		});
		const look = takeLook(sample, step, settings, looks.at(-1));
		looks.push(look);
		if (newOnly) return end({
			kind: "done",
			why: "asked"
		});
		if (look.blocks) return end({
			kind: "done",
			why: "regressed"
		});
		if (settings.sampling === "confirm" && isProven(sample, steps, looks.length - 1, settings)) return end({
			kind: "done",
			why: "proven"
		});
		if (!goesOn(step, looks)) return end({
			kind: "done",
			why: step === steps.at(-1) ? "asked" : "steady"
		});
	}
	return end({
		kind: "done",
		why: "asked"
	});
}
function missingBatches(cells, { round, uniform, topUp }) {
	const lacking = cells.flatMap((cell) => {
		const trials = cell.identical ? Math.min(uniform, round === 1 ? 1 : 0) : uniform;
		const asked = cell.batches.some((batch) => batch.uniform && batch.round === round);
		return trials === 0 || asked ? [] : [{
			row: cell.row,
			case: cell.case,
			trials,
			uniform: true
		}];
	});
	if (lacking.length > 0 || topUp === 0) return lacking;
	return cells.flatMap((cell) => {
		if (cell.batches.some((batch) => !batch.uniform && batch.round <= round) || cell.identical || !disagrees(cell, round)) return [];
		return [{
			row: cell.row,
			case: cell.case,
			trials: topUp,
			uniform: false
		}];
	});
}
function goesOn({ goOn }, looks) {
	const look = looks.at(-1);
	if (look === void 0 || goOn === 0) return false;
	if (goOn >= 1) return true;
	if ([look.suite, ...Object.values(look.metrics).map((metric) => metric.look)].flatMap(({ pooled, rows }) => pooled === null ? rows : [pooled, ...rows]).some(({ test }) => test.p <= goOn + 1e-12)) return true;
	return look.cases.cells.some((cell, i) => {
		if (cell === null || cell.test.p > undecidedCell + 1e-12) return false;
		return !looks.some((earlier) => {
			const confirmed = earlier.cases.cells[i]?.confirmed;
			return confirmed != null && isBroken(confirmed.delta);
		});
	});
}
function isProven(sample, steps, index, settings) {
	const step = steps[index];
	if (step === void 0) return false;
	const level = confirmLevel(steps, index, settings.alpha);
	return sample.scores.every((row) => {
		const bound = boundOf(row, step.round, level);
		return bound !== null && bound.low >= -settings.margin - 1e-9;
	});
}
function confirmLevel(steps, index, alpha) {
	return alpha * ((steps[index]?.spend ?? 0) - (steps[index - 1]?.spend ?? 0));
}

// src/core/statistics/detectable-drop.ts
const c = 2.486;
function detectableDrop(variance, replies) {
	const half = c ** 2 / (2 * replies);
	return Math.min(1, half + Math.sqrt(half ** 2 + 2 * c ** 2 * variance / replies));
}
function repliesToDetect(drop, variance) {
	return c ** 2 * (drop + 2 * variance) / drop ** 2;
}

// src/core/gate/see-design.ts
const mostTrials = 100;
function seeDesign(row, replay, settings) {
	const compared = row.filter(({ cell }) => cell.family === "base" && !cell.identical);
	if (compared.length === 0) return {
		case: true,
		drop: null,
		halvedBy: null
	};
	const blind = blindness(compared, replay, settings);
	return {
		case: blind === null,
		...detectable(compared),
		...blind === null ? {} : { blind }
	};
}
function detectable(cells) {
	let replies = 0;
	let variance = 0;
	let known = 0;
	for (const { batches } of cells) {
		const size = batches.reduce((sum, { stratum }) => sum + stratum.size, 0);
		if (size === 0) continue;
		replies += size;
		known += 1;
		variance += sampleVariance(batches.flatMap(({ stratum }) => [...stratum.old, ...stratum.new]));
	}
	if (known === 0) return {
		drop: null,
		halvedBy: null
	};
	const drop = detectableDrop(variance / known, replies);
	const wanted = repliesToDetect(drop / 2, variance / known);
	const perCase = replies / known;
	return {
		drop,
		halvedBy: {
			moreCases: Math.max(1, Math.ceil(wanted / perCase) - known),
			moreTrials: Math.max(1, Math.ceil(wanted / known - perCase))
		}
	};
}
function blindness(cells, replay, settings) {
	const { looks, steps, next, sample } = replay;
	const reached = next.kind === "done" ? steps : steps.slice(0, looks.length);
	const alpha = alphaShares(settings).score;
	const least = (looks.at(-1)?.cases.cells ?? []).flatMap((cell, i) => cell !== null && cell.confirmed === null && sample.cases[i]?.cell.family === "base" ? [cell.test.least] : []);
	const quiet = least.every((p) => p === 1);
	const weights = cells.reduce((sum, { cell }) => sum + cell.weight, 0);
	const lightest = Math.min(...cells.map(({ cell }) => cell.weight));
	const heard = quiet && lightest / weights >= settings.tolerance - 1e-9;
	const sees = (p, budget) => {
		return p <= testableThreshold([...least, p], familyBudgets(sample.cases, budget).base) + 1e-12 || heard && p <= budget + 1e-12;
	};
	if (reached.some((step, index) => {
		const spent = looks[Math.min(index, looks.length) - 1]?.score.spent ?? 0;
		return sees(brokenCase(steps.slice(0, index + 1)), step.spend * alpha - spent);
	})) return null;
	const enough = Array.from({ length: mostTrials }, (_, i) => i + 1).find((trials) => sees(1 / choose(2 * trials, trials), alpha));
	return {
		trials: trialsOf(reached),
		trialsNeeded: enough ?? null
	};
}
function brokenCase(steps) {
	return batchesOf(steps).reduce((product, size) => product / choose(2 * size, size), 1);
}
function trialsOf(steps) {
	return batchesOf(steps).reduce((sum, size) => sum + size, 0);
}
function batchesOf(steps) {
	const topUp = steps.find((step) => step.topUp > 0)?.topUp ?? 0;
	return [...steps.map(({ uniform }) => uniform), topUp].filter((size) => size > 0);
}

// src/core/gate/leaning.ts
const leaningCase = .02;
function leaningAlpha(alpha, rows, place) {
	if (rows <= 1) return 3 * alpha;
	return place === "pooled" ? 3 * alpha / 2 : 3 * alpha / 2 / rows;
}
function suiteLeans(p, delta, at) {
	return p !== null && delta !== null && p <= at.alpha + 1e-12 && delta < 0 && delta <= -at.tolerance + 1e-9;
}
function caseLeans(p, delta) {
	return p !== null && delta !== null && p <= .02 + 1e-12 && isBroken(delta);
}
function leansWorse(looks, settings) {
	const look = looks.at(-1);
	if (look === void 0) return false;
	const { pooled, rows } = look.suite;
	const at = (place) => ({
		alpha: leaningAlpha(settings.alpha, rows.length, place),
		tolerance: settings.tolerance
	});
	if (pooled !== null && suiteLeans(pooled.test.p, pooled.change?.delta ?? null, at("pooled"))) return true;
	if (rows.some(({ test, change }) => suiteLeans(test.p, change?.delta ?? null, at("row")))) return true;
	return look.cases.cells.some((cell) => cell !== null && caseLeans(cell.test.p, cell.delta));
}

// src/core/gate/worst-case.ts
function failsWorstCase(cells, steps, settings) {
	const filled = cells.map(fillIn);
	if (filled.every((cell, i) => cell === cells[i])) return false;
	const sample = gateSample(filled, settings);
	const looks = [];
	for (const step of steps) {
		const look = takeLook(sample, step, settings, looks.at(-1));
		if (look.blocks) return true;
		looks.push(look);
	}
	return leansWorse(looks, settings);
}
function fillIn(cell) {
	if (cell.batches.every(({ pairs }) => pairs.every((pair) => isOutcome(pair.old) && isOutcome(pair.new)))) return cell;
	const known = cell.batches.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.old, pair.new])).find(isOutcome);
	return {
		...cell,
		batches: cell.batches.map((batch) => ({
			...batch,
			pairs: batch.pairs.map((pair) => ({
				old: filled(pair.old, "old", known),
				new: filled(pair.new, "new", known)
			}))
		}))
	};
}
function filled(reply, side, known) {
	if (isOutcome(reply)) return reply;
	const value = side === "old" ? 1 : 0;
	return {
		score: value,
		...known === void 0 || known.passes !== void 0 ? { passes: side === "old" } : {},
		...known?.partlyMarked === true ? { partlyMarked: true } : {},
		marks: known?.marks.map(() => side === "old") ?? [],
		metrics: Object.fromEntries(Object.keys(known?.metrics ?? {}).map((name) => [name, value]))
	};
}

// src/core/gate/compare-rows.ts
function compareRows(cells, settings) {
	const replay = replayLooks(cells, settings);
	const { sample, looks, next, steps } = replay;
	const kind = isNewOnly(cells) ? "new-only" : "both";
	const level = settings.sampling === "confirm" ? confirmLevel(steps, Math.max(0, looks.length - 1), settings.alpha) : settings.alpha;
	const pooled = looks.at(-1)?.suite.pooled ?? null;
	return {
		kind,
		rows: sample.rows.map((_, index) => compareRow(replay, index, {
			settings,
			level
		})),
		pooled: pooled === null ? null : {
			p: pooled.test.p,
			delta: pooled.change?.delta ?? null,
			test: result(pooled.test, pooled.alpha),
			rejection: rejectionOf(looks.map(({ suite }) => suite), (suite) => suite.pooled),
			metrics: pooledMetrics(replay)
		},
		rounds: looks.length,
		finished: next.kind === "done",
		level: 1 - level,
		needsFresh: needsFresh(replay)
	};
}
function compareRow(replay, index, { settings, level }) {
	const { sample, looks, steps } = replay;
	const row = sample.rows[index] ?? "";
	const last = looks.at(-1);
	const round = last?.round ?? Number.POSITIVE_INFINITY;
	const cells = sample.cells.filter((cell) => cell.row === row);
	const scores = sample.scores[index] ?? [];
	const tested = last?.suite.rows[index];
	const newOnly = isNewOnly(cells);
	const median = medianLatency(cells, round);
	const latency = last?.latency?.look.rows[index];
	return {
		row,
		score: estimate(scores, {
			round,
			level,
			p: newOnly ? null : tested?.test.p ?? null
		}, scoreOf),
		test: tested === void 0 || newOnly ? null : result(tested.test, tested.alpha),
		rejection: rejectionOf(looks.map(({ suite }) => suite), (suite) => suite.rows[index]),
		looks: newOnly ? [] : looks.map((look) => ({
			round: look.round,
			alpha: look.score.alpha,
			spent: look.score.spent,
			p: look.suite.rows[index]?.test.p ?? 1
		})),
		passRate: passRates(cells, round),
		metrics: compareMetrics(cells, replay, index, {
			settings,
			level
		}),
		answered: newOnly ? null : compareAnswered(cells, round, settings.alpha),
		missing: {
			old: newOnly ? {
				missing: 0,
				of: 0
			} : countMissing(cells, "old", round),
			new: countMissing(cells, "new", round)
		},
		cost: meanCost(cells, round),
		latency: {
			...median,
			test: latency === void 0 ? null : result(latency.test, latency.alpha),
			rejection: latencyRejection(replay, index, settings)
		},
		wouldSee: newOnly ? {
			case: false,
			drop: null,
			halvedBy: null
		} : seeDesign(scores, replay, settings),
		worstCaseFails: newOnly ? false : failsWorstCase(cells, steps.slice(0, looks.length), settings),
		cases: sample.cells.flatMap((cell, i) => cell.row === row ? [compareCase(cell, i, looks)] : [])
	};
}
function estimate(cells, { round, level, p }, measure) {
	const change = meanChange(uniformCases(cells, round)) ?? oneSided(cells, round, measure);
	const bound = boundOf(cells, round, level);
	return {
		old: change.old,
		new: change.new,
		delta: change.delta,
		low: bound?.low ?? null,
		high: bound?.high ?? null,
		p
	};
}
function oneSided(cells, round, measure) {
	const asked = cells.map(({ cell }) => cell);
	return {
		old: oneSideMean(asked, "old", round, measure),
		new: oneSideMean(asked, "new", round, measure),
		delta: null
	};
}
function passRates(cells, round) {
	const passed = ({ passes }) => passes === void 0 ? void 0 : passes ? 1 : 0;
	const change = meanChange(uniformCases(cells.map((cell) => ({
		cell,
		batches: measureBatches(cell, passed)
	})), round));
	if (change !== null) return {
		old: change.old,
		new: change.new
	};
	return {
		old: oneSideMean(cells, "old", round, passed),
		new: oneSideMean(cells, "new", round, passed)
	};
}
function compareMetrics(cells, replay, index, { settings, level }) {
	const { looks } = replay;
	const round = looks.at(-1)?.round ?? Number.POSITIVE_INFINITY;
	return Object.fromEntries(metricNames(cells).map((name) => {
		const measure = ({ metrics }) => metrics[name];
		const measured = cells.map((cell) => ({
			cell,
			batches: measureBatches(cell, measure)
		}));
		const gated = Object.hasOwn(settings.metrics, name);
		const tested = looks.at(-1)?.metrics[name]?.look.rows[index];
		const test = isNewOnly(cells) ? null : tested ? result(tested.test, tested.alpha) : advise(measured, round, settings.alpha);
		const suites = looks.flatMap((look) => look.metrics[name]?.look ?? []);
		return [name, {
			...estimate(measured, {
				round,
				level,
				p: test?.p ?? null
			}, measure),
			gated,
			test,
			rejection: rejectionOf(suites, (suite) => suite.rows[index])
		}];
	}));
}
function advise(cells, round, alpha) {
	const cases = cells.flatMap(({ cell, batches }) => cell.family === "base" && !cell.identical ? [{
		weight: cell.weight,
		strata: batches.filter((batch) => batch.round <= round).map(({ stratum }) => stratum)
	}] : []);
	return result(suiteTest(cases, alpha), alpha);
}
function metricNames(cells) {
	const names = /* @__PURE__ */ new Set();
	for (const { batches } of cells) for (const { pairs } of batches) for (const pair of pairs) for (const reply of [pair.old, pair.new]) if (isOutcome(reply)) for (const name in reply.metrics) names.add(name);
	return [...names].sort();
}
function pooledMetrics({ looks }) {
	const names = Object.keys(looks.at(-1)?.metrics ?? {});
	return Object.fromEntries(names.flatMap((name) => {
		const found = rejectionOf(looks.flatMap((look) => look.metrics[name]?.look ?? []), (suite) => suite.pooled);
		return found === null ? [] : [[name, found]];
	}));
}
function rejectionOf(suites, of) {
	return suites.flatMap((suite) => of(suite)?.rejection ?? [])[0] ?? null;
}
function latencyRejection({ looks, sample }, index, settings) {
	return looks.flatMap(({ latency, round }) => {
		const rejection = latency?.look.rows[index]?.rejection;
		return rejection && latencyBroken(sample, index, round, settings) ? [rejection] : [];
	})[0] ?? null;
}
function result({ p, better, method }, alpha) {
	return {
		p,
		better,
		method,
		alpha
	};
}

// src/core/gate/doubt-reasons.ts
function doubtReasons(row, rows, settings) {
	const { row: id, score, wouldSee, answered, missing } = row;
	const { tolerance, margin } = settings;
	const reasons = [];
	const alpha = leaningAlpha(settings.alpha, rows, "row");
	if (score.p !== null && score.delta !== null && suiteLeans(score.p, score.delta, {
		alpha,
		tolerance
	})) reasons.push({
		kind: "leaning",
		row: id,
		p: score.p,
		alpha,
		delta: score.delta,
		tolerance
	});
	reasons.push(...row.cases.flatMap((one) => leaningCaseReason(id, one)));
	if (settings.sampling === "confirm" && row.cases.length > 0 && (score.low ?? -1) < -margin - 1e-9) reasons.push({
		kind: "unproven",
		row: id,
		low: score.low,
		margin
	});
	if (wouldSee.blind !== void 0) reasons.push({
		kind: "blind",
		row: id,
		...wouldSee.blind
	});
	if (row.worstCaseFails) reasons.push({
		kind: "missing-decides",
		row: id,
		missing: {
			old: missing.old.missing,
			new: missing.new.missing
		}
	});
	if (answered !== null && answered.p <= settings.alpha + 1e-12) reasons.push({
		kind: "answered",
		row: id,
		p: answered.p,
		alpha: settings.alpha,
		old: answered.old,
		new: answered.new
	});
	return reasons;
}
function pooledDoubt({ pooled, rows }, settings) {
	if (pooled === null || pooled.delta === null) return [];
	const alpha = leaningAlpha(settings.alpha, rows.length, "pooled");
	const { p, delta } = pooled;
	const { tolerance } = settings;
	return suiteLeans(p, delta, {
		alpha,
		tolerance
	}) ? [{
		kind: "leaning",
		row: null,
		p,
		alpha,
		delta,
		tolerance
	}] : [];
}
function leaningCaseReason(row, { case: name, p, delta, confirmed }) {
	if (p === null || delta === null || confirmed !== null && isBroken(confirmed.delta)) return [];
	if (confirmed === null && !caseLeans(p, delta)) return [];
	return [{
		kind: "leaning-case",
		row,
		case: name,
		p,
		alpha: confirmed === null ? leaningCase : confirmed.alpha,
		delta,
		confirmed: confirmed !== null
	}];
}

// src/core/gate/honesty-reasons.ts
const mostMissing = .1;
function honestyReasons(row, kind, settings) {
	const { row: id } = row;
	return (kind === "new-only" ? ["new"] : sides).flatMap((side) => {
		const { missing, of } = row.missing[side];
		const reasons = [];
		if (missing > mostMissing * of + 1e-9) reasons.push({
			kind: "missing",
			row: id,
			side,
			missing,
			of
		});
		for (const one of row.cases) if (one[side].of === 0) reasons.push({
			kind: "unanswered-case",
			row: id,
			case: one.case,
			side
		});
		if (settings.costLimit !== void 0 && kind === "both" && row.cost[side] === null && of > missing) reasons.push({
			kind: "unknown-price",
			row: id,
			side
		});
		return reasons;
	});
}

// src/core/gate/regression-reasons.ts
function regressionReasons(row, settings) {
	const { row: id } = row;
	const { tolerance } = settings;
	const suite = row.rejection === null ? [] : [{
		kind: "suite",
		row: id,
		...row.rejection,
		tolerance
	}];
	const metrics = Object.entries(row.metrics).flatMap(([metric, { rejection }]) => {
		const gate = settings.metrics[metric];
		return rejection === null || gate === void 0 ? [] : [{
			kind: "metric",
			row: id,
			metric,
			...rejection,
			...gate
		}];
	});
	return [
		...suite,
		...row.cases.flatMap((one) => caseReason(id, one, settings)),
		...metrics,
		...brokenRules(row, settings)
	];
}
function pooledReasons({ pooled }, settings) {
	if (pooled === null) return [];
	const { tolerance } = settings;
	const suite = pooled.rejection === null ? [] : [{
		kind: "suite",
		row: null,
		...pooled.rejection,
		tolerance
	}];
	const metrics = Object.entries(pooled.metrics).flatMap(([metric, rejection]) => {
		const gate = settings.metrics[metric];
		return gate === void 0 ? [] : [{
			kind: "metric",
			row: null,
			metric,
			...rejection,
			...gate
		}];
	});
	return [...suite, ...metrics];
}
function caseReason(row, one, settings) {
	if (one.confirmed === null || !isBroken(one.confirmed.delta)) return [];
	const { case: name, family } = one;
	const blocks = settings.cases === "block";
	return [{
		kind: "case",
		row,
		case: name,
		family,
		...one.confirmed,
		old: count(one.old),
		new: count(one.new),
		blocks
	}];
}
function count({ passes, of }) {
	return {
		passes,
		of
	};
}
function brokenRules(row, settings) {
	const reasons = [];
	const { minScore, costLimit, latencyLimit } = settings;
	const { cost, latency, score } = row;
	if (minScore !== void 0 && score.new !== null && score.new < minScore - 1e-9) reasons.push({
		kind: "min-score",
		row: row.row,
		score: score.new,
		minimum: minScore
	});
	if (costLimit !== void 0 && cost.old !== null && cost.new !== null && cost.new > cost.old * (1 + costLimit) * (1 + 1e-9)) reasons.push({
		kind: "cost",
		row: row.row,
		old: cost.old,
		new: cost.new,
		increase: cost.increase,
		limit: costLimit
	});
	const { old, new: now, increase, rejection } = latency;
	if (latencyLimit !== void 0 && rejection !== null && old !== null && now !== null && increase !== null) {
		const { round, p, alpha } = rejection;
		reasons.push({
			kind: "latency",
			row: row.row,
			round,
			p,
			alpha,
			old,
			new: now,
			increase,
			limit: latencyLimit
		});
	}
	return reasons;
}

// src/core/gate/decide-verdict.ts
function decideVerdict(comparison, settings, fresh) {
	const kept = judge(comparison, settings);
	if (comparison.needsFresh.length === 0) return kept;
	if (fresh === void 0) return withoutTests(kept);
	const again = judge(fresh, settings);
	if (again.verdict === "regressed") return again;
	return {
		...again,
		reasons: [...again.reasons, {
			kind: "kept-replies",
			row: null,
			refuted: true
		}]
	};
}
function judge(comparison, settings) {
	const together = pooledReasons(comparison, settings);
	const told = comparison.rows.some((row) => verdictOf(regressionReasons(row, settings)) === "regressed");
	const rows = comparison.rows.map((row) => judgeRow(row, comparison, told ? [] : together, settings));
	const reasons = rows.some(({ verdict }) => verdict === "regressed") ? together : pooledDoubt(comparison, settings);
	return {
		verdict: worst([...reasons.map(verdictOfReason), ...rows.map(({ verdict }) => verdict)]),
		reasons,
		rows
	};
}
function judgeRow(row, { kind, rows }, together, settings) {
	const regressions = regressionReasons(row, settings);
	const own = verdictOf(regressions);
	const verdict = together.length > 0 ? "regressed" : own;
	const honesty = honestyReasons(row, kind, settings);
	const doubts = verdict === "regressed" ? row.cases.flatMap((one) => leaningCaseReason(row.row, one)) : kind === "both" ? doubtReasons(row, rows.length, settings) : [];
	const reasons = worstFirst([
		...regressions,
		...honesty,
		...doubts
	]);
	const final = worst([verdict, ...reasons.map(verdictOfReason)]);
	const told = row.cases.some(({ state }) => state === "regressed");
	const includesZero = row.score.low === null || row.score.high === null || row.score.high >= 0;
	return {
		row: row.row,
		verdict: final,
		reasons,
		pooledOnly: together.length > 0 && own !== "regressed",
		showInterval: row.score.low !== null && !told && !(final === "regressed" && includesZero)
	};
}
function verdictOf(reasons) {
	return worst(["pass", ...reasons.map(verdictOfReason)]);
}
function worstFirst(reasons) {
	return reasons.toSorted((a, b) => verdicts.indexOf(verdictOfReason(a)) - verdicts.indexOf(verdictOfReason(b)));
}
const byTest = /* @__PURE__ */ new Set([
	"suite",
	"case",
	"metric",
	"latency"
]);
function withoutTests(judged) {
	const rows = judged.rows.map((row) => {
		if (row.verdict !== "regressed") return row;
		const doubt = {
			kind: "kept-replies",
			row: row.row,
			refuted: false
		};
		const reasons = worstFirst([...row.reasons.filter(({ kind }) => !byTest.has(kind)), doubt]);
		return {
			...row,
			reasons,
			verdict: verdictOf(reasons),
			pooledOnly: false
		};
	});
	const reasons = judged.reasons.filter(({ kind }) => !byTest.has(kind));
	return {
		verdict: worst([...reasons.map(verdictOfReason), ...rows.map(({ verdict }) => verdict)]),
		reasons,
		rows
	};
}

export { scheduleOf as a, CsvError as c, isObject as d, replayLooks as i, outcomeOfScore as l, compareRows as n, fixUnknown as o, isNewOnly as r, parse as s, decideVerdict as t, nameType as u };