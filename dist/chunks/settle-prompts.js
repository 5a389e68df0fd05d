import { i as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";

// src/core/suggest-nearest.ts
function suggestNearest(name, known) {
	const wanted = normalise(name);
	if (wanted.length > 100) return void 0;
	let nearest;
	for (const candidate of known) {
		const other = normalise(candidate);
		const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
		if (Math.abs(other.length - wanted.length) > allowed) continue;
		const distance = editDistance(wanted, other);
		if (distance <= allowed && (nearest === void 0 || distance < nearest.distance)) nearest = {
			name: candidate,
			distance
		};
	}
	return nearest?.name;
}
function normalise(name) {
	return name.toLowerCase().replaceAll(/[-_\s]/gu, "");
}
function editDistance(a, b) {
	let beforePrevious = [];
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current.push(Math.min((previous[column] ?? row) + 1, (current[column - 1] ?? column) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[b.length] ?? a.length;
}

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? 1e400 : 1;
	};
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	picomatch.scan = (input, options) => scan(input, options);
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	picomatch.constants = constants;
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// src/core/template/look-up.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
function lookUp(name, values) {
	if (Object.hasOwn(values, name)) return values[name];
	if (!name.includes(".")) return void 0;
	let held = values;
	for (const key of name.split(".")) {
		if (held === void 0 || held === null || typeof held !== "object") return void 0;
		held = isList$2(held) ? itemOf$1(held, key) : Object.hasOwn(held, key) ? held[key] : void 0;
	}
	return held;
}
function isList$2(value) {
	return Array.isArray(value);
}
function itemOf$1(list, key) {
	return /^\d{1,9}$/u.test(key) ? list[Number(key)] : void 0;
}

// src/core/template/show-value.ts
function showValue(value) {
	return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}

// src/core/template/replace-markers.ts
function replaceMarkers(template, pattern, values, read) {
	const unknown = /* @__PURE__ */ new Set();
	return {
		text: template.replace(pattern, (...match) => {
			const [written = ""] = match;
			const marker = read(match);
			if (marker === void 0) return written;
			if ("text" in marker) return marker.text;
			const value = lookUp(marker.name, values);
			if (value !== void 0) return showValue(value);
			unknown.add(marker.name);
			return written;
		}),
		unknown: [...unknown]
	};
}
function namesOfMarkers(template, pattern, read) {
	const markers = Array.from(template.matchAll(pattern), (match) => read(match));
	return [...new Set(markers.flatMap((marker) => marker !== void 0 && "name" in marker ? [marker.name] : []))];
}

// src/core/template/f-string.ts
const pieces = /\{\{|\}\}|\{([A-Za-z_]\w*(?:\.\w+|\[\w+\])*)(?:!s)?\}|[{}]/gu;
const replaced = /(?<!\{)\{([A-Za-z_]\w*)\}(?!\})/gu;
const readPiece = ([written, field]) => {
	if (written === "{{") return { text: "{" };
	if (written === "}}") return { text: "}" };
	return field === void 0 ? void 0 : { name: nameOf(field) };
};
const readReplaced = ([, name = ""]) => ({ name });
const fString = {
	variables: (template) => isFormat(template) ? namesOfMarkers(template, pieces, readPiece) : namesOfMarkers(template, replaced, readReplaced),
	show: (name) => `{${name}}`,
	fill: (template, values) => isFormat(template) ? replaceMarkers(template, pieces, values, readPiece) : replaceMarkers(template, replaced, values, readReplaced)
};
function isFormat(template) {
	return !Array.from(template.matchAll(pieces)).some(([written]) => written === "{" || written === "}");
}
function nameOf(field) {
	return field.replaceAll("[", ".").replaceAll("]", "");
}

// src/core/template/fill-template.ts
const placeholder$1 = /\{\{[ \t]*([\w.-]+)[ \t]*\}\}/gu;
function listVariables(template) {
	return [...new Set(Array.from(template.matchAll(placeholder$1), (match) => match[1] ?? ""))];
}
function fillTemplate(template, values) {
	const unknown = /* @__PURE__ */ new Set();
	return {
		text: template.replace(placeholder$1, (written, name) => {
			const value = lookUp(name, values);
			if (value !== void 0) return showValue(value);
			unknown.add(name);
			return written;
		}),
		unknown: [...unknown]
	};
}

// src/core/template/jinja/fault.ts
var TemplateFault = class extends Error {
	kind;
	line;
	file;
	constructor(kind, message, line) {
		super(message);
		this.kind = kind;
		this.line = line;
	}
};
function fail(message) {
	throw new TemplateFault("error", message);
}

// src/core/template/jinja/bodies-of.ts
function bodiesOf(statement) {
	if (statement.kind === "if") return [...statement.branches.map(({ body }) => body), statement.otherwise];
	if (statement.kind === "for") return [statement.body, statement.otherwise];
	return "body" in statement ? [statement.body] : [];
}

// src/core/template/jinja/budget.ts
const MOST_TEMPLATE = 1e6;
const MOST_CALLS = 100;
const MOST_STEPS = 2e6;
const MOST_MADE = 2e7;
var Budget = class {
	#steps = 0;
	#made = 0;
	#calls = 0;
	step(count = 1) {
		this.#steps += count;
		if (!(this.#steps <= MOST_STEPS)) throw new TemplateFault("limit", `it takes more than ${MOST_STEPS.toLocaleString("en")} steps`);
	}
	make(size) {
		this.#made += size;
		if (!(this.#made <= MOST_MADE)) throw new TemplateFault("limit", `it makes more than ${MOST_MADE.toLocaleString("en")} characters`);
	}
	nest(inner) {
		this.#calls++;
		if (this.#calls > MOST_CALLS) throw new TemplateFault("limit", `it calls itself more than ${MOST_CALLS} times deep`);
		try {
			return inner();
		} finally {
			this.#calls--;
		}
	}
};

// src/core/template/jinja/list-names.ts
const known = [
	"range",
	"dict",
	"namespace",
	"joiner",
	"cycler",
	"lipsum",
	"self",
	"super"
];
function listNames(body, find) {
	const names = /* @__PURE__ */ new Set();
	const needed = /* @__PURE__ */ new Set();
	const open = /* @__PURE__ */ new Set();
	const within = (inner, declared, more = []) => {
		const all = /* @__PURE__ */ new Set([...declared, ...more]);
		for (const statement of inner) walk(statement, all);
	};
	const follow = (template, declared) => {
		read(template, declared);
		if (template.kind !== "constant" || typeof template.value !== "string" || open.has(template.value)) return;
		const other = open.size < 100 ? find(template.value) : void 0;
		if (other === void 0) return;
		open.add(template.value);
		within(other, declared);
		open.delete(template.value);
	};
	const callee = ({ parameters, body: inner }, declared) => {
		for (const { fallback } of parameters) if (fallback !== void 0) read(fallback, declared);
		within(inner, declared, [
			"varargs",
			"kwargs",
			"caller",
			...parameters.map(({ name }) => name)
		]);
	};
	const walk = (statement, declared) => {
		switch (statement.kind) {
			case "text":
			case "break":
			case "continue": return;
			case "print":
			case "do":
				read(statement.value, declared);
				return;
			case "if":
				for (const { test } of statement.branches) read(test, declared, "asked");
				for (const inner of bodiesOf(statement)) for (const one of inner) walk(one, declared);
				return;
			case "for": {
				read(statement.over, declared);
				const targets = targetNames(statement.target);
				if (statement.test !== void 0) read(statement.test, /* @__PURE__ */ new Set([...declared, ...targets]));
				within(statement.body, declared, ["loop", ...targets]);
				within(statement.otherwise, declared);
				return;
			}
			case "set":
				read(statement.value, declared);
				declare(statement.target, declared);
				return;
			case "capture":
				within(statement.body, declared);
				if (statement.filter !== void 0) read(statement.filter, declared);
				declare(statement.target, declared);
				return;
			case "macro":
				declared.add(statement.name);
				callee(statement, declared);
				return;
			case "call":
				read(statement.of, declared);
				callee(statement, declared);
				return;
			case "filter":
				read(statement.filter, declared);
				within(statement.body, declared);
				return;
			case "block":
			case "group":
				within(statement.body, declared);
				return;
			case "extends":
			case "include":
				follow(statement.template, declared);
				return;
			case "import":
				follow(statement.template, declared);
				declared.add(statement.as);
				return;
			case "from":
				follow(statement.template, declared);
				for (const [, as] of statement.names) declared.add(as);
				return;
			case "with":
				for (const [, value] of statement.values) read(value, declared);
				within(statement.body, declared, statement.values.flatMap(([target]) => targetNames(target)));
		}
	};
	const asked = /* @__PURE__ */ new Set();
	const read = (expression, declared, by) => {
		if (expression.kind === "name") {
			if (declared.has(expression.name)) return;
			names.add(expression.name);
			if (by === "asked") asked.add(expression.name);
			else if (!asked.has(expression.name)) needed.add(expression.name);
			return;
		}
		const [first, ...others] = partsOf(expression);
		if (first !== void 0) read(first, declared, asksOnly(expression, by) ? "asked" : void 0);
		for (const part of others) read(part, declared, asksOnly(expression, by) && !("given" in expression) ? "asked" : void 0);
	};
	within(body, new Set(known));
	return {
		names: [...names],
		optional: [...names].filter((name) => !needed.has(name))
	};
}
function declare(target, declared) {
	for (const name of targetNames(target)) declared.add(name);
}
function targetNames(target) {
	if (target.kind === "name") return [target.name];
	return target.kind === "tuple" ? target.targets.flatMap(targetNames) : [];
}
function asksOnly(expression, by) {
	switch (expression.kind) {
		case "filter": return expression.name === "default" || expression.name === "d";
		case "test":
		case "or": return true;
		case "and":
		case "not":
		case "choice": return by === "asked" || expression.kind === "choice";
		default: return false;
	}
}
function partsOf(expression) {
	switch (expression.kind) {
		case "constant":
		case "float":
		case "name": return [];
		case "attribute":
		case "sign":
		case "not": return [expression.of];
		case "item": return [expression.of, expression.key];
		case "slice": return [expression.of, ...expression.bounds.filter((bound) => bound !== void 0)];
		case "call":
		case "filter":
		case "test": return [...expression.of === void 0 ? [] : [expression.of], ...givenParts(expression.given)];
		case "list":
		case "tuple":
		case "join": return expression.items;
		case "dict": return expression.entries.flat();
		case "arithmetic":
		case "and":
		case "or": return [expression.left, expression.right];
		case "compare": return [expression.first, ...expression.rest.map(([, part]) => part)];
		case "choice": return [
			expression.test,
			expression.yes,
			...expression.no === void 0 ? [] : [expression.no]
		];
	}
}
function givenParts({ args, named, rest, namedRest }) {
	return [
		...args,
		...named.map(([, part]) => part),
		...[rest, namedRest].filter((part) => part !== void 0)
	];
}

// src/core/template/jinja/parse-postfix.ts
const nothingGiven = {
	args: [],
	named: [],
	rest: void 0,
	namedRest: void 0
};
function parsePostfix(tokens, of, more, reading) {
	let read = of;
	for (;;) {
		const { line } = tokens;
		if (tokens.is("operator", ".", "[", "(", "|")) tokens.link();
		if (read !== void 0 && tokens.is("operator", ".", "[", "(")) read = parseAccess(tokens, read, reading);
		else if (more === "filters" && (tokens.skip("operator", "|") || read === void 0)) {
			const name = parseDottedName(tokens);
			const given = tokens.is("operator", "(") ? parseGiven(tokens, reading) : nothingGiven;
			read = {
				kind: "filter",
				of: read,
				name,
				given,
				line
			};
		} else if (more === "filters" && read !== void 0 && tokens.skip("name", "is")) read = parseTest(tokens, read, reading);
		else return read ?? tokens.unexpected("an expression");
	}
}
function parseAccess(tokens, of, reading) {
	const { line } = tokens;
	if (tokens.is("operator", "(")) return {
		kind: "call",
		of,
		given: parseGiven(tokens, reading),
		line
	};
	if (tokens.skip("operator", ".")) {
		if (tokens.is("integer")) return {
			kind: "item",
			of,
			key: {
				kind: "constant",
				value: Number(tokens.next().value),
				line
			},
			line
		};
		return {
			kind: "attribute",
			of,
			name: tokens.expect("name").value,
			line
		};
	}
	tokens.expect("operator", "[");
	const parts = [];
	let colons = 0;
	while (!tokens.is("operator", "]")) if (tokens.skip("operator", ":")) {
		colons++;
		parts.length = Math.max(parts.length, colons);
	} else if (tokens.is("operator", ",")) tokens.fail("several indexes between brackets are not supported");
	else parts[colons] = reading.expression(tokens);
	tokens.expect("operator", "]");
	const [key] = parts;
	if (colons > 2 || colons === 0 && key === void 0) tokens.fail("the brackets hold no index");
	if (colons > 0 || key === void 0) return {
		kind: "slice",
		of,
		bounds: [
			parts[0],
			parts[1],
			parts[2]
		],
		line
	};
	return {
		kind: "item",
		of,
		key,
		line
	};
}
function parseTest(tokens, of, reading) {
	const { line } = tokens;
	const negated = tokens.skip("name", "not");
	const test = {
		kind: "test",
		of,
		name: parseDottedName(tokens),
		given: parseTestGiven(tokens, reading),
		line
	};
	return negated ? {
		kind: "not",
		of: test,
		line
	} : test;
}
function parseTestGiven(tokens, reading) {
	if (tokens.is("operator", "(")) return parseGiven(tokens, reading);
	if (!(tokens.is("string") || tokens.is("integer") || tokens.is("float") || tokens.is("operator", "[", "{") || tokens.is("name") && !tokens.is("name", "else", "or", "and", "is", "if", "recursive", "in", "not"))) return nothingGiven;
	return {
		...nothingGiven,
		args: [parsePostfix(tokens, reading.primary(tokens), "no filters", reading)]
	};
}
function parseDottedName(tokens) {
	let name = tokens.expect("name").value;
	while (tokens.skip("operator", ".")) name += `.${tokens.expect("name").value}`;
	return name;
}
function parseGiven(tokens, { expression }) {
	tokens.expect("operator", "(");
	const args = [];
	const named = [];
	let rest;
	let namedRest;
	let first = true;
	while (!tokens.is("operator", ")")) {
		if (!first) tokens.expect("operator", ",");
		first = false;
		if (tokens.is("operator", ")")) break;
		const { kind, value } = tokens.now;
		if (tokens.skip("operator", "*")) rest = expression(tokens);
		else if (tokens.skip("operator", "**")) namedRest = expression(tokens);
		else if (kind === "name" && tokens.ahead(1).kind === "operator" && tokens.ahead(1).value === "=") {
			tokens.next();
			tokens.next();
			named.push([value, expression(tokens)]);
		} else if (named.length > 0 || namedRest !== void 0) tokens.fail("an argument without a name follows one with a name");
		else args.push(expression(tokens));
	}
	tokens.expect("operator", ")");
	return {
		args,
		named,
		rest,
		namedRest
	};
}

// src/core/template/jinja/parse-expression.ts
function parseExpression(tokens, choice = true) {
	return tokens.nest(() => choice ? parseChoice(tokens) : parseOr(tokens));
}
function parseTuple(tokens, choice = true, until = []) {
	const { line } = tokens;
	const items = [];
	let comma = false;
	while (!(tokens.is("end") || tokens.is("operator", ")", "=") || until.length > 0 && tokens.is("name", ...until))) {
		items.push(parseExpression(tokens, choice));
		comma = tokens.skip("operator", ",");
		if (!comma) break;
	}
	const [only] = items;
	if (only === void 0) tokens.unexpected("an expression");
	return items.length === 1 && !comma ? only : {
		kind: "tuple",
		items,
		line
	};
}
function parseChoice(tokens) {
	const { line } = tokens;
	let read = parseOr(tokens);
	while (tokens.skip("name", "if")) {
		tokens.link();
		const test = parseOr(tokens);
		const otherwise = tokens.skip("name", "else") ? tokens.nest(() => parseChoice(tokens)) : void 0;
		read = {
			kind: "choice",
			test,
			yes: read,
			no: otherwise,
			line
		};
	}
	return read;
}
function parseOr(tokens) {
	let left = parseAnd(tokens);
	for (let { line } = tokens; tokens.skip("name", "or"); line = tokens.line) {
		tokens.link();
		left = {
			kind: "or",
			left,
			right: parseAnd(tokens),
			line
		};
	}
	return left;
}
function parseAnd(tokens) {
	let left = parseNot(tokens);
	for (let { line } = tokens; tokens.skip("name", "and"); line = tokens.line) {
		tokens.link();
		left = {
			kind: "and",
			left,
			right: parseNot(tokens),
			line
		};
	}
	return left;
}
function parseNot(tokens) {
	const { line } = tokens;
	if (!tokens.skip("name", "not")) return parseCompare(tokens);
	return {
		kind: "not",
		of: tokens.nest(() => parseNot(tokens)),
		line
	};
}
function parseCompare(tokens) {
	const { line } = tokens;
	const first = parseSum(tokens);
	const rest = [];
	for (;;) if (tokens.is("operator", "==", "!=", "<", "<=", ">", ">=")) rest.push([tokens.next().value, parseSum(tokens)]);
	else if (tokens.skip("name", "in")) rest.push(["in", parseSum(tokens)]);
	else if (tokens.is("name", "not") && tokens.ahead(1).kind === "name" && tokens.ahead(1).value === "in") {
		tokens.next();
		tokens.next();
		rest.push(["not in", parseSum(tokens)]);
	} else break;
	return rest.length === 0 ? first : {
		kind: "compare",
		first,
		rest,
		line
	};
}
function parseSum(tokens) {
	return parseSigns(tokens, ["+", "-"], parseJoin);
}
function parseJoin(tokens) {
	const { line } = tokens;
	const items = [parseProduct(tokens)];
	while (tokens.skip("operator", "~")) items.push(parseProduct(tokens));
	const [only] = items;
	return items.length === 1 && only !== void 0 ? only : {
		kind: "join",
		items,
		line
	};
}
function parseProduct(tokens) {
	return parseSigns(tokens, [
		"*",
		"/",
		"//",
		"%"
	], parsePower);
}
function parsePower(tokens) {
	return parseSigns(tokens, ["**"], parseUnary);
}
function parseSigns(tokens, signs, inner) {
	let left = inner(tokens);
	while (tokens.is("operator", ...signs)) {
		const { value: sign, line } = tokens.next();
		tokens.link();
		left = {
			kind: "arithmetic",
			sign,
			left,
			right: inner(tokens),
			line
		};
	}
	return left;
}
function parseUnary(tokens, filters = true) {
	const { line } = tokens;
	const sign = ["+", "-"].find((one) => tokens.skip("operator", one));
	const read = sign === void 0 ? parsePrimary(tokens) : {
		kind: "sign",
		sign,
		of: tokens.nest(() => parseUnary(tokens, false)),
		line
	};
	return parsePostfix(tokens, read, filters ? "filters" : "no filters", reading);
}
const constants = {
	true: true,
	True: true,
	false: false,
	False: false,
	none: null,
	None: null
};
function parsePrimary(tokens) {
	const { kind, value, line } = tokens.now;
	if (kind === "name") {
		tokens.next();
		const constant = Object.hasOwn(constants, value) ? constants[value] : void 0;
		return constant === void 0 ? {
			kind: "name",
			name: value,
			line
		} : {
			kind: "constant",
			value: constant,
			line
		};
	}
	if (kind === "string") {
		let text = "";
		while (tokens.is("string")) text += tokens.next().value;
		return {
			kind: "constant",
			value: text,
			line
		};
	}
	if (kind === "integer" || kind === "float") {
		tokens.next();
		const number = Number(value.replaceAll("_", ""));
		if (kind === "float") return {
			kind: "float",
			value: number,
			line
		};
		if (!Number.isSafeInteger(number)) tokens.fail(`\`${value}\` is too large a number`);
		return {
			kind: "constant",
			value: number,
			line
		};
	}
	if (tokens.skip("operator", "(")) {
		const read = tokens.is("operator", ")") ? {
			kind: "tuple",
			items: [],
			line
		} : parseTuple(tokens);
		tokens.expect("operator", ")");
		return read;
	}
	if (tokens.skip("operator", "[")) return {
		kind: "list",
		items: parseItems(tokens),
		line
	};
	if (tokens.skip("operator", "{")) return {
		kind: "dict",
		entries: parseEntries(tokens),
		line
	};
	return tokens.unexpected("an expression");
}
function parseItems(tokens) {
	const items = [];
	while (!tokens.is("operator", "]")) {
		if (items.length > 0) tokens.expect("operator", ",");
		if (tokens.is("operator", "]")) break;
		items.push(parseExpression(tokens));
	}
	tokens.expect("operator", "]");
	return items;
}
function parseEntries(tokens) {
	const entries = [];
	while (!tokens.is("operator", "}")) {
		if (entries.length > 0) tokens.expect("operator", ",");
		if (tokens.is("operator", "}")) break;
		const key = parseExpression(tokens);
		tokens.expect("operator", ":");
		entries.push([key, parseExpression(tokens)]);
	}
	tokens.expect("operator", "}");
	return entries;
}
const reading = {
	expression: parseExpression,
	primary: parsePrimary
};
const parseFilters = (tokens, of) => parsePostfix(tokens, of, "filters", reading);

// src/core/template/jinja/lex.ts
const open = /\{[{%#]/gu;
const rawBegin = /\{%[-+]?\s*raw\s*(?:(-)%\}\s*|%\})/uy;
const rawEnd = /\{%([-+]?)\s*endraw\s*(?:-%\}\s*|\+?%\})/gu;
const commentEnd = /-#\}\s*|\+?#\}/gu;
const space = /\s+/uy;
const rules = [
	["float", /(?<!\.)\d+(?:_\d+)*(?:(?:\.\d+(?:_\d+)*)?e[+-]?\d+(?:_\d+)*|\.\d+(?:_\d+)*)/iuy],
	["integer", /0b(?:_?[01])+|0o(?:_?[0-7])+|0x(?:_?[\da-f])+|[1-9](?:_?\d)*|0(?:_?0)*/iuy],
	["name", /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy],
	["string", /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S])*"/uy],
	["operator", /\*\*|\/\/|==|!=|>=|<=|[-+/*%~[\](){}><=.:|,;]/uy]
];
const ends = {
	print: /-\}\}\s*|\}\}/uy,
	tag: /-%\}\s*|\+?%\}/uy
};
const closing = {
	")": "(",
	"]": "[",
	"}": "{"
};
function lex(source) {
	if (source.length > 1e6) throw new TemplateFault("limit", `it is longer than ${MOST_TEMPLATE.toLocaleString("en")} characters`);
	const text = source.replaceAll(/\r\n?/gu, "\n").replace(/\n$/u, "");
	const tokens = [];
	const lines = lineCounter(text);
	const put = (kind, value, at) => {
		tokens.push({
			kind,
			value,
			line: lines(at)
		});
	};
	let at = 0;
	while (at < text.length) {
		open.lastIndex = at;
		const begin = open.exec(text)?.index ?? text.length;
		const sign = text[begin + 2] ?? "";
		const data = text.slice(at, begin);
		const kept = sign === "-" ? data.trimEnd() : data;
		if (kept !== "") put("text", kept, at);
		if (begin === text.length) break;
		const after = begin + (sign === "-" || sign === "+" ? 3 : 2);
		rawBegin.lastIndex = begin;
		const raw = rawBegin.exec(text);
		if (text[begin + 1] === "#") {
			commentEnd.lastIndex = begin + 2;
			if (commentEnd.exec(text) === null) throw new TemplateFault("syntax", "a comment is not closed", lines(begin));
			at = commentEnd.lastIndex;
		} else if (raw !== null) {
			rawEnd.lastIndex = rawBegin.lastIndex;
			const end = rawEnd.exec(text);
			if (end === null) throw new TemplateFault("syntax", "`raw` is not closed by `endraw`", lines(begin));
			const held = text.slice(rawBegin.lastIndex, end.index);
			put("text", end[1] === "-" ? held.trimEnd() : held, rawBegin.lastIndex);
			at = rawEnd.lastIndex;
		} else at = lexTag(text, after, text[begin + 1] === "{" ? "print" : "tag", put, begin);
	}
	put("eof", "", text.length);
	return tokens;
}
function lexTag(text, from, kind, put, begin) {
	put(kind, "", begin);
	const brackets = [];
	let at = from;
	for (;;) {
		at = match(space, text, at)?.end ?? at;
		const end = brackets.length === 0 ? match(ends[kind], text, at) : void 0;
		if (end !== void 0) {
			put("end", "", at);
			return end.end;
		}
		const found = rules.map(([name, rule]) => ({
			name,
			token: match(rule, text, at)
		})).find(({ token }) => token);
		if (found?.token === void 0) {
			const line = text.slice(0, at).split("\n").length;
			if (at >= text.length) throw new TemplateFault("syntax", `a \`${kind === "tag" ? "{%" : "{{"}\` is not closed`, line);
			throw new TemplateFault("syntax", `\`${[...text.slice(at, at + 2)][0] ?? ""}\` is unexpected`, line);
		}
		const { value, end: next } = found.token;
		if (found.name === "operator") {
			if ("([{".includes(value)) brackets.push(value);
			if (closing[value] !== void 0 && brackets.pop() !== closing[value]) throw new TemplateFault("syntax", `\`${value}\` closes nothing`, text.slice(0, at).split("\n").length);
		}
		put(found.name, found.name === "string" ? readEscapes(value.slice(1, -1)) : value, at);
		at = next;
	}
}
function match(rule, text, at) {
	rule.lastIndex = at;
	const found = rule.exec(text);
	return found === null ? void 0 : {
		value: found[0],
		end: rule.lastIndex
	};
}
const named = {
	n: "\n",
	t: "	",
	r: "\r",
	b: "\b",
	f: "\f",
	v: "\v",
	a: "\x07",
	"\\": "\\",
	"'": "'",
	"\"": "\"",
	"\n": ""
};
function readEscapes(written) {
	return written.replaceAll(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{1,3})|([\s\S]))/giu, (all, x, u, long, octal, char) => {
		const hex = x ?? u ?? long;
		if (hex !== void 0) return String.fromCodePoint(Math.min(1114111, Number.parseInt(hex, 16)));
		if (octal !== void 0) return String.fromCodePoint(Number.parseInt(octal, 8));
		return named[char ?? ""] ?? all;
	});
}
function lineCounter(text) {
	let line = 1;
	let seen = 0;
	return (at) => {
		for (; seen < at; seen++) if (text[seen] === "\n") line++;
		return line;
	};
}

// src/core/template/jinja/tokens.ts
const MOST_LINKS = 500;
var Tokens = class {
	#tokens;
	#at = 0;
	#depth = 0;
	#links = 0;
	constructor(source) {
		this.#tokens = lex(source);
	}
	get now() {
		return this.ahead(0);
	}
	get line() {
		return this.now.line;
	}
	ahead(count) {
		const last = this.#tokens.at(-1) ?? {
			kind: "eof",
			value: "",
			line: 1
		};
		return this.#tokens[this.#at + count] ?? last;
	}
	next() {
		const token = this.now;
		if (token.kind === "tag" || token.kind === "print") this.#links = 0;
		this.#at++;
		return token;
	}
	is(kind, ...values) {
		return this.now.kind === kind && (values.length === 0 || values.includes(this.now.value));
	}
	skip(kind, ...values) {
		const found = this.is(kind, ...values);
		if (found) this.#at++;
		return found;
	}
	expect(kind, ...values) {
		if (!this.is(kind, ...values)) this.unexpected(values[0] ?? { end: "the end of the tag" }[String(kind)] ?? `a ${kind}`);
		return this.next();
	}
	unexpected(expected) {
		const { kind, value, line } = this.now;
		const found = kind === "end" || kind === "eof" ? "it ends" : `there is \`${value === "" ? kind : value}\``;
		throw new TemplateFault("syntax", `${expected} is expected where ${found}`, line);
	}
	fail(message) {
		throw new TemplateFault("syntax", message, this.line);
	}
	link() {
		this.#links++;
		if (this.#links > MOST_LINKS) throw new TemplateFault("limit", "an expression is too long", this.line);
	}
	nest(read) {
		this.#depth++;
		if (this.#depth > 100) throw new TemplateFault("limit", "it nests too deeply", this.line);
		const result = read();
		this.#depth--;
		return result;
	}
};

// src/core/template/jinja/parse.ts
function parse(source) {
	const tokens = new Tokens(source);
	const body = parseBody(tokens, []);
	if (!tokens.is("eof")) tokens.fail(`\`${tokens.ahead(1).value}\` ends nothing`);
	return body;
}
function parseBody(tokens, until) {
	return tokens.nest(() => {
		const body = [];
		for (;;) {
			const { kind, line } = tokens.now;
			if (kind === "text") body.push({
				kind: "text",
				text: tokens.next().value,
				line
			});
			else if (kind === "print") {
				tokens.next();
				body.push({
					kind: "print",
					value: parseTuple(tokens),
					line
				});
				tokens.expect("end");
			} else if (kind === "tag") {
				if (until.includes(tokens.ahead(1).value)) return body;
				tokens.next();
				const { value: name } = tokens.expect("name");
				const read = Object.hasOwn(statements, name) ? statements[name] : void 0;
				if (read === void 0) tokens.fail(wordUnknownTag(name, until));
				body.push(read(tokens, line));
			} else if (until.length > 0) tokens.fail(`\`${until.at(-1) ?? ""}\` is missing at the end`);
			else return body;
		}
	});
}
function wordUnknownTag(name, until) {
	if (!/^(?:end|else|elif)/u.test(name)) return `the tag \`${name}\` is not known`;
	return until.length === 0 ? `\`${name}\` ends nothing` : `\`${name}\` stands where \`${until.at(-1) ?? ""}\` is expected`;
}
function parseTo(tokens, ...until) {
	tokens.expect("end");
	const body = parseBody(tokens, until);
	tokens.expect("tag");
	return {
		body,
		by: tokens.next().value
	};
}
function parseBlock(tokens, end) {
	const { body } = parseTo(tokens, end);
	if (end === "endblock") tokens.skip("name");
	tokens.expect("end");
	return body;
}
const statements = {
	if: parseIf,
	for: parseFor,
	set: parseSet,
	macro(tokens, line) {
		return {
			kind: "macro",
			name: tokens.expect("name").value,
			...parseCallee(tokens, "endmacro"),
			line
		};
	},
	call(tokens, line) {
		const parameters = tokens.is("operator", "(") ? parseParameters(tokens) : [];
		const of = parseExpression(tokens);
		if (of.kind !== "call") tokens.fail("`call` is followed by no call");
		return {
			kind: "call",
			of,
			parameters,
			body: parseBlock(tokens, "endcall"),
			line
		};
	},
	filter(tokens, line) {
		return {
			kind: "filter",
			filter: parseFilters(tokens, void 0),
			body: parseBlock(tokens, "endfilter"),
			line
		};
	},
	block(tokens, line) {
		return {
			kind: "block",
			name: tokens.expect("name").value,
			scoped: tokens.skip("name", "scoped"),
			required: tokens.skip("name", "required"),
			body: parseBlock(tokens, "endblock"),
			line
		};
	},
	extends: (tokens, line) => ended(tokens, {
		kind: "extends",
		template: parseExpression(tokens),
		line
	}),
	include(tokens, line) {
		const template = parseExpression(tokens);
		const optional = tokens.is("name", "ignore") && tokens.ahead(1).value === "missing";
		if (optional) for (const _ of ["ignore", "missing"]) tokens.next();
		return ended(tokens, {
			kind: "include",
			template,
			optional,
			context: parseContext(tokens, true),
			line
		});
	},
	import: parseImport,
	from: parseFrom,
	with(tokens, line) {
		const values = [];
		while (!tokens.is("end")) {
			if (values.length > 0) tokens.expect("operator", ",");
			const target = parseTarget(tokens);
			tokens.expect("operator", "=");
			values.push([target, parseExpression(tokens)]);
		}
		return {
			kind: "with",
			values,
			body: parseBlock(tokens, "endwith"),
			line
		};
	},
	autoescape(tokens, line) {
		parseExpression(tokens);
		return {
			kind: "group",
			body: parseBlock(tokens, "endautoescape"),
			line
		};
	},
	do: (tokens, line) => ended(tokens, {
		kind: "do",
		value: parseTuple(tokens),
		line
	}),
	break: (tokens, line) => ended(tokens, {
		kind: "break",
		line
	}),
	continue: (tokens, line) => ended(tokens, {
		kind: "continue",
		line
	})
};
function ended(tokens, statement) {
	tokens.expect("end");
	return statement;
}
function parseIf(tokens, line) {
	const branches = [];
	let otherwise = [];
	for (let by = "if"; by !== "endif";) if (by === "else") {
		const last = parseTo(tokens, "endif");
		otherwise = last.body;
		by = last.by;
	} else {
		const test = parseTuple(tokens, false);
		const branch = parseTo(tokens, "elif", "else", "endif");
		branches.push({
			test,
			body: branch.body
		});
		by = branch.by;
	}
	return ended(tokens, {
		kind: "if",
		branches,
		otherwise,
		line
	});
}
function parseFor(tokens, line) {
	const target = parseTarget(tokens);
	tokens.expect("name", "in");
	const over = parseTuple(tokens, false, ["recursive", "if"]);
	const test = tokens.skip("name", "if") ? parseExpression(tokens) : void 0;
	const recursive = tokens.skip("name", "recursive");
	const { body, by } = parseTo(tokens, "else", "endfor");
	return ended(tokens, {
		kind: "for",
		target,
		over,
		test,
		recursive,
		body,
		otherwise: by === "else" ? parseTo(tokens, "endfor").body : [],
		line
	});
}
function parseSet(tokens, line) {
	const target = parseTarget(tokens);
	if (tokens.skip("operator", "=")) return ended(tokens, {
		kind: "set",
		target,
		value: parseTuple(tokens),
		line
	});
	return {
		kind: "capture",
		target,
		filter: tokens.skip("operator", "|") ? parseFilters(tokens, void 0) : void 0,
		body: parseBlock(tokens, "endset"),
		line
	};
}
function parseImport(tokens, line) {
	const template = parseExpression(tokens);
	tokens.expect("name", "as");
	const as = tokens.expect("name").value;
	return ended(tokens, {
		kind: "import",
		template,
		as,
		context: parseContext(tokens, false),
		line
	});
}
function parseFrom(tokens, line) {
	const template = parseExpression(tokens);
	tokens.expect("name", "import");
	const names = [];
	let context = false;
	while (!tokens.is("end")) {
		if (tokens.is("name", "with", "without") && tokens.ahead(1).value === "context") {
			context = parseContext(tokens, false);
			break;
		}
		if (names.length > 0) tokens.expect("operator", ",");
		if (tokens.is("end")) break;
		const name = tokens.expect("name").value;
		names.push([name, tokens.skip("name", "as") ? tokens.expect("name").value : name]);
	}
	return ended(tokens, {
		kind: "from",
		template,
		names,
		context,
		line
	});
}
function parseContext(tokens, otherwise) {
	if (!tokens.is("name", "with", "without") || tokens.ahead(1).value !== "context") return otherwise;
	const { value } = tokens.next();
	tokens.next();
	return value === "with";
}
function parseCallee(tokens, end) {
	return {
		parameters: parseParameters(tokens),
		body: parseBlock(tokens, end)
	};
}
function parseParameters(tokens) {
	const parameters = [];
	tokens.expect("operator", "(");
	while (!tokens.is("operator", ")")) {
		if (parameters.length > 0) tokens.expect("operator", ",");
		if (tokens.is("operator", ")")) break;
		const name = tokens.expect("name").value;
		parameters.push({
			name,
			fallback: tokens.skip("operator", "=") ? parseExpression(tokens) : void 0
		});
	}
	tokens.expect("operator", ")");
	return parameters;
}
function parseTarget(tokens) {
	const targets = [];
	let comma = false;
	do {
		if (tokens.is("name", "in") || tokens.is("operator", "=") || tokens.is("end")) break;
		if (tokens.skip("operator", "(")) {
			targets.push(tokens.nest(() => parseTarget(tokens)));
			tokens.expect("operator", ")");
		} else {
			const name = tokens.expect("name").value;
			const field = tokens.skip("operator", ".") ? tokens.expect("name").value : void 0;
			targets.push(field === void 0 ? {
				kind: "name",
				name
			} : {
				kind: "field",
				of: name,
				name: field
			});
		}
		comma = tokens.skip("operator", ",");
	} while (comma);
	const [only] = targets;
	if (only === void 0) return tokens.unexpected("a name");
	return targets.length === 1 && !comma ? only : {
		kind: "tuple",
		targets
	};
}

// src/core/template/jinja/value.ts
var Float = class {
	value;
	constructor(value) {
		this.value = value;
	}
};
var Tuple = class {
	items;
	names;
	constructor(items, names = []) {
		this.items = items;
		this.names = names;
	}
};
var Dict = class Dict {
	#entries = /* @__PURE__ */ new Map();
	static of(entries) {
		const dict = new Dict();
		for (const [key, value] of entries) dict.set(key, value);
		return dict;
	}
	get size() {
		return this.#entries.size;
	}
	get(key) {
		return this.#entries.get(hash(key))?.[1];
	}
	has(key) {
		return this.#entries.has(hash(key));
	}
	set(key, value) {
		const hashed = hash(key);
		const held = this.#entries.get(hashed);
		this.#entries.set(hashed, [held === void 0 ? key : held[0], value]);
	}
	delete(key) {
		this.#entries.delete(hash(key));
	}
	entries() {
		return [...this.#entries.values()];
	}
	keys() {
		return Array.from(this.#entries.values(), ([key]) => key);
	}
};
var Range = class {
	start;
	step;
	length;
	constructor(start, stop, step) {
		this.start = start;
		this.step = step;
		this.length = Math.max(0, Math.ceil((stop - start) / step));
	}
	get stop() {
		return this.start + this.length * this.step;
	}
	at(index) {
		return this.start + index * this.step;
	}
};
var View = class {
	name;
	items;
	constructor(name, items) {
		this.name = name;
		this.items = items;
	}
};
var Undefined = class {
	why;
	constructor(why) {
		this.why = why;
	}
};
var Callable = class {
	name;
	call;
	fields;
	constructor(name, call, fields = /* @__PURE__ */ new Map()) {
		this.name = name;
		this.call = call;
		this.fields = fields;
	}
};
var Fields = class {
	kind;
	get;
	set;
	call;
	constructor(kind, get, more = {}) {
		this.kind = kind;
		this.get = get;
		this.set = more.set;
		this.call = more.call;
	}
};
function presentOr(value, otherwise) {
	return value === void 0 ? otherwise() : value;
}
function hash(key) {
	if (typeof key === "string") return `s${key}`;
	if (typeof key === "number" || typeof key === "boolean") return `n${Number(key)}`;
	if (key === null) return "none";
	if (key instanceof Float) return `n${key.value}`;
	if (key instanceof Tuple) return `t${JSON.stringify(key.items.map(hash))}`;
	return fail(`a ${typeName(key)} cannot be a key`);
}
function fromJson(value) {
	if (typeof value === "number") return Number.isInteger(value) ? value : new Float(value);
	if (value === null || typeof value !== "object") return value;
	if (isList$1(value)) return value.map(fromJson);
	return dictOf(value);
}
function dictOf(object) {
	return Dict.of(Object.keys(object).map((key) => [key, fromJson(object[key] ?? null)]));
}
function isList$1(value) {
	return Array.isArray(value);
}
function typeName(value) {
	if (typeof value === "string") return "str";
	if (typeof value === "boolean") return "bool";
	if (typeof value === "number") return "int";
	if (value === null) return "NoneType";
	if (value instanceof Float) return "float";
	if (Array.isArray(value)) return "list";
	if (value instanceof Tuple) return "tuple";
	if (value instanceof Dict) return "dict";
	if (value instanceof Range) return "range";
	if (value instanceof View) return value.name;
	if (value instanceof Undefined) return "Undefined";
	if (value instanceof Callable) return "function";
	return value.kind;
}

// src/core/template/jinja/compare.ts
function numberOf(value) {
	if (typeof value === "number") return value;
	if (typeof value === "boolean") return Number(value);
	return value instanceof Float ? value.value : void 0;
}
function demand(value) {
	if (value instanceof Undefined) throw new TemplateFault("undefined", value.why);
	return value;
}
function isTruthy(value) {
	if (value === null || value instanceof Undefined) return false;
	if (typeof value === "string") return value !== "";
	const number = numberOf(value);
	if (number !== void 0) return number !== 0;
	return value instanceof Callable || value instanceof Fields || sizeOf(value) !== 0;
}
function sizeOf(value) {
	if (typeof value === "string") return /[\ud800-\udbff]/.test(value) ? [...value].length : value.length;
	if (Array.isArray(value) || value instanceof Range) return value.length;
	if (value instanceof Tuple || value instanceof View) return value.items.length;
	if (value instanceof Dict) return value.size;
	return value instanceof Undefined ? 0 : void 0;
}
function itemsOf(value, budget) {
	const size = sizeOf(value);
	if (size === void 0) return fail(`a ${typeName(value)} cannot be gone through`);
	budget.step(size);
	budget.make(size);
	if (typeof value === "string") return [...value];
	if (Array.isArray(value)) return [...value];
	if (value instanceof Range) return Array.from({ length: size }, (_, index) => value.at(index));
	if (value instanceof Dict) return value.keys();
	return value instanceof Tuple || value instanceof View ? [...value.items] : [];
}
function areEqual(left, right, budget) {
	budget.step();
	const number = numberOf(left);
	if (number !== void 0) return number === numberOf(right);
	if (left instanceof Undefined) return right instanceof Undefined;
	const all = (a, b) => a.length === b.length && budget.nest(() => a.every((item, at) => areEqual(item, b[at] ?? null, budget)));
	if (Array.isArray(left)) return Array.isArray(right) && all(left, right);
	if (left instanceof Tuple) return right instanceof Tuple && all(left.items, right.items);
	if (left instanceof Range) return right instanceof Range && all(itemsOf(left, budget), itemsOf(right, budget));
	if (left instanceof Dict) {
		if (!(right instanceof Dict) || left.size !== right.size) return false;
		return left.entries().every(([key, held]) => {
			const other = right.get(key);
			return other !== void 0 && budget.nest(() => areEqual(held, other, budget));
		});
	}
	return left === right;
}
function order(left, right, budget) {
	budget.step();
	demand(left);
	demand(right);
	const [a, b] = [numberOf(left), numberOf(right)];
	if (a !== void 0 && b !== void 0) return a - b;
	if (typeof left === "string" && typeof right === "string") return orderTexts(left, right);
	const items = (value) => Array.isArray(value) ? value : value instanceof Tuple ? value.items : void 0;
	const [these, those] = [items(left), items(right)];
	if (these === void 0 || those === void 0 || Array.isArray(left) !== Array.isArray(right)) return fail(`a ${typeName(left)} and a ${typeName(right)} have no order`);
	for (const [at, item] of these.entries()) {
		const other = those[at];
		if (other === void 0) return 1;
		if (!areEqual(item, other, budget)) return budget.nest(() => order(item, other, budget));
	}
	return these.length - those.length;
}
function orderTexts(left, right) {
	if (left === right) return 0;
	const [a, b] = [left, right].map((text) => /[\ud800-\udbff]/.test(text) ? [...text] : void 0);
	if (a === void 0 && b === void 0) return left < right ? -1 : 1;
	const [these, those] = [[...left], [...right]];
	for (const [at, char] of these.entries()) {
		const difference = (char.codePointAt(0) ?? 0) - (those[at]?.codePointAt(0) ?? -1);
		if (difference !== 0) return difference;
	}
	return these.length - those.length;
}
function contains(container, item, budget) {
	if (typeof container === "string") {
		if (typeof item !== "string") return fail(`only a text can be looked for in a text, not a ${typeName(demand(item))}`);
		budget.step(1 + container.length / 100);
		return container.includes(item);
	}
	if (container instanceof Dict) return container.has(item);
	if (container instanceof Fields || container instanceof Callable) return fail(`nothing can be looked for in a ${typeName(container)}`);
	return itemsOf(container, budget).some((held) => areEqual(held, item, budget));
}

// src/core/template/jinja/assign.ts
function assign(target, value, scope, budget) {
	switch (target.kind) {
		case "name":
			scope.set(target.name, value);
			return;
		case "field": {
			const held = scope.get(target.of);
			if (!(held instanceof Fields) || held.set === void 0) fail("a field can be set of a namespace only");
			else held.set(target.name, value);
			return;
		}
		case "tuple": {
			const items = itemsOf(demand(value), budget);
			if (items.length !== target.targets.length) fail(`${items.length} values cannot be put into ${target.targets.length} names`);
			for (const [at, one] of target.targets.entries()) assign(one, items[at] ?? null, scope, budget);
		}
	}
}

// src/core/template/jinja/arguments.ts
var Arguments = class {
	#values;
	constructor(name, { args, named }, parameters) {
		if (args.length > parameters.length) fail(`\`${name}\` takes at most ${parameters.length} arguments`);
		for (const key of named.keys()) if (!parameters.includes(key)) fail(`\`${name}\` takes no \`${key}\``);
		const byPlace = parameters.flatMap((key, at) => {
			const value = args[at];
			return value === void 0 ? [] : [[key, value]];
		});
		this.#values = new Map([...byPlace, ...named]);
	}
	get(name) {
		return this.#values.get(name);
	}
	text(name, otherwise) {
		const value = this.get(name);
		if (value === void 0) return otherwise;
		return typeof demand(value) === "string" && typeof value === "string" ? value : fail(`\`${name}\` must be a text, not a ${typeName(value)}`);
	}
	number(name, otherwise) {
		const value = this.get(name);
		if (value === void 0) return otherwise;
		return numberOf(demand(value)) ?? fail(`\`${name}\` must be a number, not a ${typeName(value)}`);
	}
	whole(name, otherwise) {
		if (this.get(name) instanceof Float) fail(`\`${name}\` must be a whole number`);
		return this.number(name, otherwise);
	}
	flag(name, otherwise) {
		const value = this.get(name);
		return value === void 0 ? otherwise : isTruthy(value);
	}
};

// src/core/template/jinja/builtins.ts
function builtinsOf(budget) {
	const builtin = (name, call) => [name, new Callable(name, call)];
	return new Map([
		builtin("range", ({ args }) => {
			const [first = 0, second, third = 1] = args.map((arg) => typeof arg === "number" || typeof arg === "boolean" ? Number(arg) : fail(`\`range\` takes whole numbers, not a ${typeName(arg)}`));
			if (args.length === 0 || args.length > 3) fail("`range` takes one to three numbers");
			if (third === 0) fail("the step of `range` is zero");
			return second === void 0 ? new Range(0, first, 1) : new Range(first, second, third);
		}),
		builtin("dict", ({ args: [given], named }) => Dict.of([...pairsOf(given, budget), ...named])),
		builtin("namespace", ({ args: [given], named }) => namespaceOf([...pairsOf(given, budget), ...named])),
		builtin("joiner", (call) => {
			const between = new Arguments("joiner", call, ["sep"]).text("sep", ", ");
			let used = false;
			return new Callable("joiner", () => {
				const text = used ? between : "";
				used = true;
				return text;
			});
		}),
		builtin("cycler", cyclerOf),
		builtin("lipsum", () => fail("`lipsum` makes a text of chance, which would be another one each time"))
	]);
}
function pairsOf(given, budget) {
	if (given === void 0) return [];
	if (given instanceof Dict) return given.entries();
	return itemsOf(given, budget).map((pair) => {
		const [key, held] = itemsOf(pair, budget);
		return key === void 0 || held === void 0 ? fail("a dict is made of pairs") : [key, held];
	});
}
function namespaceOf(entries) {
	const held = new Map(entries.map(([key, value]) => [String(key), value]));
	return new Fields("Namespace", (name) => held.get(name), { set: (name, value) => held.set(name, value) });
}
function cyclerOf({ args }) {
	let at = 0;
	const current = () => presentOr(args[at], () => fail("`cycler` is given nothing to go through"));
	const methods = /* @__PURE__ */ new Map([["next", () => {
		const value = current();
		at = (at + 1) % args.length;
		return value;
	}], ["reset", () => {
		at = 0;
		return null;
	}]]);
	return new Fields("Cycler", (name) => {
		if (name === "current") return current();
		const method = methods.get(name);
		return method === void 0 ? void 0 : new Callable(name, method);
	});
}
function loopOf(items, at, depth, budget, again) {
	let last;
	const fields = {
		index: () => at() + 1,
		index0: at,
		revindex: () => items.length - at(),
		revindex0: () => items.length - at() - 1,
		first: () => at() === 0,
		last: () => at() === items.length - 1,
		length: () => items.length,
		depth: () => depth,
		depth0: () => depth - 1,
		previtem: () => items[at() - 1],
		nextitem: () => items[at() + 1],
		cycle: () => new Callable("cycle", ({ args }) => presentOr(args[at() % args.length], () => fail("`cycle` is given nothing to go through"))),
		changed: () => new Callable("changed", ({ args }) => {
			const now = [...args];
			const same = last !== void 0 && areEqual(last, now, budget);
			last = now;
			return !same;
		})
	};
	return new Fields("LoopContext", (name) => Object.hasOwn(fields, name) ? fields[name]?.() : void 0, { call: again });
}

// src/core/template/jinja/show.ts
function show(value, budget) {
	if (typeof value === "string") return value;
	if (value instanceof Undefined) return "";
	const text = represent(value, budget);
	budget.make(text.length);
	return text;
}
function represent(value, budget) {
	budget.step();
	if (typeof value === "string") return quote(value);
	if (typeof value === "boolean") return value ? "True" : "False";
	if (typeof value === "number") return String(value);
	if (value === null) return "None";
	if (value instanceof Float) return showFloat(value.value);
	const all = (items) => budget.nest(() => items.map((item) => represent(item, budget)).join(", "));
	if (Array.isArray(value)) return `[${all(value)}]`;
	if (value instanceof Tuple) return value.items.length === 1 ? `(${all(value.items)},)` : `(${all(value.items)})`;
	if (value instanceof View) return `${value.name}([${all(value.items)}])`;
	if (value instanceof Dict) return `{${value.entries().map(([key, held]) => `${represent(key, budget)}: ${all([held])}`).join(", ")}}`;
	if (value instanceof Range) {
		const step = value.step === 1 ? "" : `, ${value.step}`;
		return `range(${value.start}, ${value.stop}${step})`;
	}
	if (value instanceof Undefined) return "Undefined";
	if (value instanceof Callable) return `<Macro '${value.name}'>`;
	return value instanceof Fields ? `<${value.kind}>` : "";
}
function showFloat(value) {
	if (Number.isNaN(value)) return "nan";
	if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
	if (Object.is(value, -0)) return "-0.0";
	if (value === 0) return "0.0";
	const size = Math.abs(value);
	if (size < 1e-4 || size >= 0x2386f26fc10000) {
		const [digits = "", exponent = ""] = value.toExponential().split("e");
		const power = exponent.slice(1).padStart(2, "0");
		return `${digits}e${exponent[0] ?? "+"}${power}`;
	}
	const text = size < 1e-6 ? value.toFixed(20).replace(/0+$/u, "") : String(value);
	return /[.e]/u.test(text) ? text : `${text}.0`;
}
function quote(text) {
	const mark = text.includes("'") && !text.includes("\"") ? "\"" : "'";
	return `${mark}${text.replace(/[\\'"\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Zs}]/gu, (char) => {
		if (char === " ") return char;
		if (char === "\\" || char === mark) return `\\${char}`;
		if (char === "'" || char === "\"") return char;
		const named = {
			"\n": "\\n",
			"\r": "\\r",
			"	": "\\t"
		}[char];
		if (named !== void 0) return named;
		const code = char.codePointAt(0) ?? 0;
		if (code <= 255) return `\\x${code.toString(16).padStart(2, "0")}`;
		if (code <= 65535) return `\\u${code.toString(16).padStart(4, "0")}`;
		return `\\U${code.toString(16).padStart(8, "0")}`;
	})}${mark}`;
}

// src/core/template/jinja/format-percent.ts
const conversion = /%(?:\(([^)]*)\))?([-+ #0]*)(\d+|\*)?(?:\.(\d+|\*))?[hlL]?([\s\S]?)/gu;
function formatPercent(text, values, budget) {
	const rest = values instanceof Tuple ? [...values.items] : [values];
	let used = 0;
	const next = () => presentOr(rest[used++], () => fail("the format asks for more values than it is given"));
	const width = (written) => written === "*" ? numberOf(next()) ?? fail("a width must be a number") : Number(written ?? 0);
	const made = text.replaceAll(conversion, (_all, key, flags, wide, exact, type = "") => {
		if (type === "%") return "%";
		const size = width(wide);
		const digits = exact === void 0 ? void 0 : width(exact);
		budget.make(size + (digits ?? 0));
		const value = key === void 0 ? next() : keyed(values, key);
		return pad(convert(type, demand(value), digits, flags, budget), size, flags, /[diufFeEgGxXo]/u.test(type));
	});
	if (used < rest.length && !(values instanceof Dict)) fail("the format asks for fewer values than it is given");
	budget.make(made.length);
	return made;
}
function keyed(values, key) {
	if (!(values instanceof Dict)) return fail("the format needs a mapping");
	return presentOr(values.get(key), () => fail(`the format asks for \`${key}\`, which is not given`));
}
function convert(type, value, digits, flags, budget) {
	if (type === "s" || type === "r" || type === "a") {
		const text = type === "s" ? show(value, budget) : represent(value, budget);
		return digits === void 0 ? text : [...text].slice(0, digits).join("");
	}
	if (type === "c") return typeof value === "number" ? String.fromCodePoint(value) : show(value, budget);
	const number = numberOf(value);
	if (number === void 0) return fail(`\`%${type}\` needs a number`);
	return (number < 0 || Object.is(number, -0) ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "") + formatNumber(type, Math.abs(number), digits, flags.includes("#"));
}
function formatNumber(type, size, digits = 6, alternative = false) {
	const places = Math.min(100, digits);
	switch (type) {
		case "d":
		case "i":
		case "u": return String(Math.trunc(size));
		case "x": return `${alternative ? "0x" : ""}${Math.trunc(size).toString(16)}`;
		case "X": return `${alternative ? "0X" : ""}${Math.trunc(size).toString(16).toUpperCase()}`;
		case "o": return `${alternative ? "0o" : ""}${Math.trunc(size).toString(8)}`;
		case "f":
		case "F": return toPlaces(size, places);
		case "e":
		case "E": {
			const text = size.toExponential(places).replace(/e([+-])(\d)$/u, "e$10$2");
			return type === "E" ? text.toUpperCase() : text;
		}
		case "g":
		case "G": {
			const text = general(size, Math.max(1, places));
			return type === "G" ? text.toUpperCase() : text;
		}
		default: return fail(`\`%${type}\` is no format`);
	}
}
function toPlaces(size, places) {
	const exact = size.toFixed(Math.min(100, places + 30));
	const point = exact.indexOf(".");
	if (!/^50*$/u.test(exact.slice(point + 1 + places))) return size.toFixed(places);
	const cut = exact.slice(0, places === 0 ? point : point + 1 + places);
	return /[13579]$/u.test(cut) ? size.toFixed(places) : cut;
}
function general(size, digits) {
	const exponent = size === 0 ? 0 : Number(size.toExponential(digits - 1).split("e")[1]);
	if (exponent >= -4 && exponent < digits) {
		const text = size.toFixed(Math.max(0, digits - 1 - exponent));
		return text.includes(".") ? text.replace(/\.?0+$/u, "") : text;
	}
	const [number = "", power = ""] = size.toExponential(digits - 1).split("e");
	return `${number.includes(".") ? number.replace(/\.?0+$/u, "") : number}e${power[0] ?? "+"}${power.slice(1).padStart(2, "0")}`;
}
function pad(text, width, flags, number) {
	const missing = width - [...text].length;
	if (missing <= 0) return text;
	if (flags.includes("-")) return text + " ".repeat(missing);
	if (!number || !flags.includes("0")) return " ".repeat(missing) + text;
	const sign = /^[-+ ]/u.exec(text)?.[0] ?? "";
	return sign + "0".repeat(missing) + text.slice(sign.length);
}

// src/core/template/jinja/arithmetic.ts
function calculate(sign, left, right, budget) {
	demand(left);
	if (sign === "%" && typeof left === "string") return formatPercent(left, right, budget);
	demand(right);
	const [a, b] = [numberOf(left), numberOf(right)];
	if (a !== void 0 && b !== void 0) {
		const whole = !(left instanceof Float) && !(right instanceof Float) && sign !== "/" && !(sign === "**" && b < 0);
		return numberFrom(calculateNumbers(sign, a, b), whole);
	}
	if (sign === "+") {
		const joined = join(left, right, budget);
		if (joined !== void 0) return joined;
	}
	if (sign === "*") {
		const repeated = a === void 0 ? repeat(left, right, budget) : repeat(right, left, budget);
		if (repeated !== void 0) return repeated;
	}
	return fail(`\`${sign}\` does not work on a ${typeName(left)} and a ${typeName(right)}`);
}
function numberFrom(value, whole) {
	if (!whole) return new Float(value);
	if (!Number.isSafeInteger(value)) return fail("a whole number becomes larger than 2^53");
	return value === 0 ? 0 : value;
}
function calculateNumbers(sign, a, b) {
	switch (sign) {
		case "+": return a + b;
		case "-": return a - b;
		case "*": return a * b;
		case "**": return a ** b;
		default:
			if (b === 0) return fail("it divides by zero");
			if (sign === "/") return a / b;
			return sign === "//" ? Math.floor(a / b) : a - b * Math.floor(a / b);
	}
}
function join(left, right, budget) {
	if (typeof left === "string" && typeof right === "string") {
		budget.make(left.length + right.length);
		return left + right;
	}
	if (Array.isArray(left) && Array.isArray(right)) {
		budget.make(left.length + right.length);
		return [...left, ...right];
	}
	if (left instanceof Tuple && right instanceof Tuple) {
		budget.make(left.items.length + right.items.length);
		return new Tuple([...left.items, ...right.items]);
	}
}
function repeat(value, count, budget) {
	if (typeof count !== "number" && typeof count !== "boolean") return void 0;
	const times = Math.max(0, Number(count));
	if (typeof value === "string") {
		budget.make(value.length * times);
		return value.repeat(value === "" ? 0 : times);
	}
	const items = Array.isArray(value) ? value : value instanceof Tuple ? value.items : void 0;
	if (items === void 0) return void 0;
	budget.make(items.length * times);
	const all = items.length === 0 ? [] : Array.from({ length: times }, () => items).flat();
	return Array.isArray(value) ? all : new Tuple(all);
}

// src/core/template/jinja/format-braces.ts
const field = /\{\{|\}\}|\{([^{}!:]*)(?:!([rsa]))?(?::([^{}]*))?\}|[{}]/gu;
const spec = /^(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?(\d+)?([,_])?(?:\.(\d+))?([a-zA-Z%])?$/u;
function formatBraces(text, { args, named }, look, budget) {
	let next = 0;
	const made = text.replaceAll(field, (all, name, as, written = "") => {
		if (all === "{{" || all === "}}") return all[0] ?? "";
		if (name === void 0) return fail("a brace of the format is not closed");
		const [first = "", ...path] = name.split(/[.[]/u).map((part) => part.replace(/\]$/u, ""));
		const place = first === "" ? next++ : /^\d+$/u.test(first) ? Number(first) : void 0;
		const base = place === void 0 ? named.get(first) : args[place];
		if (base === void 0) return fail(`the format asks for \`${name || String(place)}\`, which is not given`);
		const value = path.reduce((held, key) => look(held, /^\d+$/u.test(key) ? Number(key) : key), base);
		return formatValue(as === "r" || as === "a" ? represent(value, budget) : as === "s" ? show(value, budget) : value, written, budget);
	});
	budget.make(made.length);
	return made;
}
function formatValue(value, written, budget) {
	if (written === "") return show(value, budget);
	const found = spec.exec(written);
	if (found === null) return fail(`\`${written}\` is no format`);
	const [, filler, given, plus, alternative, zero, wide, group, exact, type] = found;
	const width = Number(wide ?? 0);
	budget.make(width + Number(exact ?? 0));
	const number = typeof value === "string" ? void 0 : numberOf(value);
	const text = number === void 0 || typeof value === "string" || value === null ? show(value, budget).slice(0, exact === void 0 ? void 0 : Number(exact)) : formatSigned();
	const align = given ?? (zero === void 0 ? number === void 0 ? "<" : ">" : "=");
	const char = filler ?? (zero === void 0 ? " " : "0");
	const missing = Math.max(0, width - [...text].length);
	if (align === "<") return text + char.repeat(missing);
	if (align === "^") return char.repeat(missing >> 1) + text + char.repeat(missing - (missing >> 1));
	const sign = align === "=" ? /^[-+ ]/u.exec(text)?.[0] ?? "" : "";
	return sign + char.repeat(missing) + text.slice(sign.length);
	function formatSigned() {
		const held = number ?? 0;
		const sign = held < 0 ? "-" : plus === "+" || plus === " " ? plus : "";
		const size = Math.abs(held);
		const digits = exact === void 0 ? void 0 : Number(exact);
		let shown;
		if (type === "%") shown = `${toPlaces(size * 100, digits ?? 6)}%`;
		else if (type === "b") shown = `${alternative === void 0 ? "" : "0b"}${size.toString(2)}`;
		else if (type !== void 0) shown = formatNumber(type === "n" ? "d" : type, size, digits, alternative !== void 0);
		else if (digits !== void 0) shown = formatNumber("g", size, digits);
		else shown = show(value instanceof Float ? new Float(size) : size, budget);
		if (group === void 0) return sign + shown;
		const [whole = "", rest] = shown.split(/(?=\.|%|e)/u, 2);
		return sign + whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, group) + (rest === void 0 ? "" : shown.slice(whole.length));
	}
}

// src/core/template/jinja/text-methods.ts
const cased = /\p{Lu}|\p{Ll}|\p{Lt}/u;
const lower = (text) => text.toLowerCase();
const plain$1 = (run) => ({
	parameters: [],
	run
});
const test = (pattern) => plain$1((text) => pattern.test(text));
const textMethods = {
	upper: plain$1((text) => text.toUpperCase()),
	lower: plain$1(lower),
	casefold: plain$1((text) => lower(text).replaceAll("ß", "ss")),
	title: plain$1((text) => text.replaceAll(/\p{L}+/gu, (word) => capitalize(word))),
	capitalize: plain$1(capitalize),
	swapcase: plain$1((text) => Array.from(text, (char) => char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase()).join("")),
	isdigit: test(/^\p{Nd}+$/u),
	isdecimal: test(/^\p{Nd}+$/u),
	isnumeric: test(/^\p{N}+$/u),
	isalpha: test(/^\p{L}+$/u),
	isalnum: test(/^[\p{L}\p{N}]+$/u),
	isspace: test(/^\s+$/u),
	isidentifier: test(/^[\p{L}_][\p{L}\p{N}_]*$/u),
	isupper: plain$1((text) => cased.test(text) && text === text.toUpperCase()),
	islower: plain$1((text) => cased.test(text) && text === text.toLowerCase()),
	istitle: plain$1((text) => cased.test(text) && text === text.replaceAll(/\p{L}+/gu, capitalize)),
	strip: {
		parameters: ["chars"],
		run: (text, given) => strip(text, given, "both")
	},
	lstrip: {
		parameters: ["chars"],
		run: (text, given) => strip(text, given, "left")
	},
	rstrip: {
		parameters: ["chars"],
		run: (text, given) => strip(text, given, "right")
	},
	split: {
		parameters: ["sep", "maxsplit"],
		run: split
	},
	rsplit: {
		parameters: ["sep", "maxsplit"],
		run(text, given, budget) {
			const most = given.whole("maxsplit", -1);
			const sep = given.get("sep") ?? null;
			if (most < 0) return split(text, given, budget);
			const parts = splitAt(text, sep);
			const kept = parts.slice(Math.max(0, parts.length - most));
			const rest = parts.slice(0, Math.max(0, parts.length - most));
			return rest.length === 0 ? kept : [rest.join(typeof sep === "string" ? sep : " "), ...kept];
		}
	},
	splitlines: {
		parameters: ["keepends"],
		run(text, given) {
			const lines = text.split(/(?<=\r\n|\n|\r(?!\n)|[\x85\u2028\u2029])/u).filter((line) => line !== "");
			return given.flag("keepends", false) ? lines : lines.map((line) => line.replace(/(?:\r\n|[\n\r\x85\u2028\u2029])$/u, ""));
		}
	},
	join: {
		parameters: ["iterable"],
		run(text, given, budget) {
			const texts = itemsOf(given.get("iterable") ?? fail("`join` needs a list"), budget).map((item) => typeof item === "string" ? item : fail(`\`join\` takes texts, not a ${typeName(item)}`));
			budget.make(texts.reduce((sum, one) => sum + one.length + text.length, 0));
			return texts.join(text);
		}
	},
	replace: {
		parameters: [
			"old",
			"new",
			"count"
		],
		run: (text, given, budget) => replaceText(text, given.text("old", ""), given.text("new", ""), given.whole("count", -1), budget)
	},
	startswith: {
		parameters: ["prefix", "start"],
		run: (text, given) => affixes(given, "prefix").some((one) => text.startsWith(one, given.whole("start", 0)))
	},
	endswith: {
		parameters: ["suffix"],
		run: (text, given) => affixes(given, "suffix").some((one) => text.endsWith(one))
	},
	removeprefix: {
		parameters: ["prefix"],
		run: (text, given) => text.startsWith(given.text("prefix", "")) ? text.slice(given.text("prefix", "").length) : text
	},
	removesuffix: {
		parameters: ["suffix"],
		run: (text, given) => {
			const suffix = given.text("suffix", "");
			return suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
		}
	},
	find: {
		parameters: ["sub", "start"],
		run: (text, given) => codePoints(text, text.indexOf(given.text("sub", ""), given.whole("start", 0)))
	},
	rfind: {
		parameters: ["sub"],
		run: (text, given) => codePoints(text, text.lastIndexOf(given.text("sub", "")))
	},
	index: {
		parameters: ["sub", "start"],
		run(text, given) {
			const at = text.indexOf(given.text("sub", ""), given.whole("start", 0));
			return at < 0 ? fail("the text to be found is not there") : codePoints(text, at);
		}
	},
	count: {
		parameters: ["sub"],
		run: (text, given) => given.text("sub", "") === "" ? (sizeOf(text) ?? 0) + 1 : text.split(given.text("sub", "")).length - 1
	},
	partition: {
		parameters: ["sep"],
		run: (text, given) => partition(text, given.text("sep", ""), text.indexOf(given.text("sep", "")), "left")
	},
	rpartition: {
		parameters: ["sep"],
		run: (text, given) => partition(text, given.text("sep", ""), text.lastIndexOf(given.text("sep", "")), "right")
	},
	zfill: {
		parameters: ["width"],
		run: (text, given, budget) => {
			const sign = /^[-+]/u.exec(text)?.[0] ?? "";
			return sign + fill(text, given, budget).replaceAll(" ", "0") + text.slice(sign.length);
		}
	},
	ljust: {
		parameters: ["width", "fillchar"],
		run: (text, given, budget) => text + fill(text, given, budget)
	},
	rjust: {
		parameters: ["width", "fillchar"],
		run: (text, given, budget) => fill(text, given, budget) + text
	},
	center: {
		parameters: ["width", "fillchar"],
		run: (text, given, budget) => {
			const all = fill(text, given, budget);
			const width = given.whole("width", 0);
			const left = Math.floor(all.length / 2) + (all.length & width & 1);
			return all.slice(0, left) + text + all.slice(left);
		}
	},
	expandtabs: {
		parameters: ["tabsize"],
		run: (text, given, budget) => {
			const size = given.whole("tabsize", 8);
			budget.make(size * text.split("	").length);
			let column = 0;
			return text.replaceAll(/[^\t\n]+|\n|\t/gu, (part) => {
				const made = part === "	" ? " ".repeat(size <= 0 ? 0 : size - column % size) : part;
				column = part === "\n" ? 0 : column + made.length;
				return made;
			});
		}
	}
};
function capitalize(text) {
	const [first = ""] = text;
	return first.toUpperCase() + text.slice(first.length).toLowerCase();
}
function replaceText(text, old, by, most, budget) {
	budget.step(1 + text.length / 50);
	const parts = text.split(old);
	const found = old === "" ? [...text].length + 1 : parts.length - 1;
	const times = most < 0 ? found : Math.min(most, found);
	budget.make(text.length + times * by.length);
	if (old === "") {
		const chars = [...text];
		return chars.map((char, at) => at < times ? by + char : char).join("") + (times > chars.length ? by : "");
	}
	return parts.map((part, at) => at === 0 ? part : (at <= times ? by : old) + part).join("");
}
function strip(text, given, side) {
	if ((given.get("chars") ?? null) === null) return side === "both" ? text.trim() : side === "left" ? text.trimStart() : text.trimEnd();
	const set = new Set(given.text("chars", ""));
	const all = [...text];
	let [from, to] = [0, all.length];
	if (side !== "right") while (from < to && set.has(all[from] ?? "")) from++;
	if (side !== "left") while (to > from && set.has(all[to - 1] ?? "")) to--;
	return all.slice(from, to).join("");
}
function splitAt(text, sep) {
	if (sep === null) return text.trim() === "" ? [] : text.trim().split(/\s+/u);
	if (typeof sep !== "string") return fail(`a separator must be a text, not a ${typeName(sep)}`);
	return sep === "" ? fail("the separator is empty") : text.split(sep);
}
function split(text, given, budget) {
	const sep = given.get("sep") ?? null;
	const most = given.whole("maxsplit", -1);
	const parts = splitAt(text, sep);
	budget.make(parts.length);
	if (most < 0 || parts.length <= most + 1) return parts;
	const head = parts.slice(0, most);
	if (typeof sep === "string") return [...head, parts.slice(most).join(sep)];
	let rest = text.trimStart();
	for (const part of head) rest = rest.slice(part.length).trimStart();
	return [...head, rest];
}
function affixes(given, name) {
	const value = given.get(name);
	return (value instanceof Tuple ? value.items : [value]).map((one) => typeof one === "string" ? one : fail(`\`${name}\` must be a text or a tuple of texts`));
}
function partition(text, sep, at, missing) {
	if (sep === "") return fail("the separator is empty");
	if (at < 0) return new Tuple(missing === "left" ? [
		text,
		"",
		""
	] : [
		"",
		"",
		text
	]);
	return new Tuple([
		text.slice(0, at),
		sep,
		text.slice(at + sep.length)
	]);
}
function codePoints(text, at) {
	return at < 0 ? -1 : sizeOf(text.slice(0, at)) ?? at;
}
function fill(text, given, budget) {
	const missing = Math.max(0, given.whole("width", 0) - (sizeOf(text) ?? 0));
	budget.make(missing);
	return given.text("fillchar", " ").repeat(missing);
}

// src/core/template/jinja/attributes.ts
function attributeOf(value, name, budget) {
	demand(value);
	return presentOr(methodOf(value, name, budget), () => presentOr(itemAt(value, name, budget), () => missing(value, name)));
}
function itemOf(value, key, budget) {
	demand(value);
	const found = itemAt(value, key, budget);
	if (found !== void 0) return found;
	return presentOr(typeof key === "string" ? methodOf(value, key, budget) : void 0, () => missing(value, key));
}
function missing(value, key) {
	const what = typeof key === "string" ? `attribute '${key}'` : `element ${key instanceof Float ? key.value : String(key)}`;
	return new Undefined(`'${typeName(value)} object' has no ${what}`);
}
function itemAt(value, key, budget) {
	if (value instanceof Dict) return isKey(key) ? value.get(key) : void 0;
	if (typeof key !== "number" && typeof key !== "boolean") return void 0;
	const size = sizeOf(value);
	if (size === void 0 || value instanceof View) return void 0;
	const at = Number(key) < 0 ? Number(key) + size : Number(key);
	if (at < 0 || at >= size) return void 0;
	if (typeof value === "string") {
		if (size === value.length) return value[at];
		budget.step(size / 10);
		return [...value][at];
	}
	if (Array.isArray(value)) return value[at];
	if (value instanceof Tuple) return value.items[at];
	return value instanceof Range ? value.at(at) : void 0;
}
function isKey(key) {
	return key === null || typeof key !== "object" || key instanceof Float || key instanceof Tuple;
}
function sliceOf(value, bounds, budget) {
	demand(value);
	const items = itemsOf(value instanceof Dict ? fail("a dict has no slices") : value, budget);
	const [from, to, by] = bounds.map((bound) => {
		if (bound === void 0 || bound === null) return void 0;
		return typeof bound === "number" || typeof bound === "boolean" ? Number(bound) : fail("the bounds of a slice must be whole numbers");
	});
	const step = by ?? 1;
	if (step === 0) return fail("the step of a slice is zero");
	const size = items.length;
	const place = (bound, otherwise) => {
		if (bound === void 0) return otherwise;
		const at = bound < 0 ? bound + size : bound;
		return step > 0 ? Math.min(Math.max(at, 0), size) : Math.min(Math.max(at, -1), size - 1);
	};
	const [start, end] = step > 0 ? [place(from, 0), place(to, size)] : [place(from, size - 1), place(to, -1)];
	const taken = [];
	for (let at = start; step > 0 ? at < end : at > end; at += step) taken.push(items[at] ?? null);
	if (typeof value === "string") return taken.join("");
	return value instanceof Tuple ? new Tuple(taken) : taken;
}
function methodOf(value, name, budget) {
	if (value instanceof Fields) return value.get(name);
	if (value instanceof Callable) return value.fields.get(name);
	if (typeof value === "string") return textMethod(value, name, budget);
	const method = (parameters, run) => new Callable(name, (call) => run(new Arguments(name, call, parameters)));
	if (value instanceof Dict) return dictMethod(value, name, method);
	if (Array.isArray(value)) return listMethod(value, name, method, budget);
	if (value instanceof Float && name === "is_integer") return method([], () => Number.isInteger(value.value));
	if (value instanceof Tuple && value.names.includes(name)) return value.items[value.names.indexOf(name)];
	if (value instanceof Tuple && (name === "index" || name === "count")) return listMethod([...value.items], name, method, budget);
}
function textMethod(text, name, budget) {
	if (name === "format") return new Callable(name, (call) => formatBraces(text, call, (of, key) => itemOf(of, key, budget), budget));
	const found = Object.hasOwn(textMethods, name) ? textMethods[name] : void 0;
	if (found === void 0) return void 0;
	return new Callable(name, (call) => {
		budget.make(text.length);
		return found.run(text, new Arguments(name, call, found.parameters), budget);
	});
}
function dictMethod(dict, name, method) {
	const pairs = () => dict.entries().map(([key, held]) => new Tuple([key, held]));
	switch (name) {
		case "items": return method([], () => new View("dict_items", pairs()));
		case "keys": return method([], () => new View("dict_keys", dict.keys()));
		case "values": return method([], () => new View("dict_values", dict.entries().map(([, held]) => held)));
		case "get": return method(["key", "default"], (given) => presentOr(dict.get(given.get("key") ?? null), () => given.get("default") ?? null));
		case "copy": return method([], () => Dict.of(dict.entries()));
		case "pop": return method(["key", "default"], (given) => {
			const key = given.get("key") ?? null;
			const held = presentOr(dict.get(key), () => presentOr(given.get("default"), () => fail("the key to be popped is not there")));
			dict.delete(key);
			return held;
		});
		case "setdefault": return method(["key", "default"], (given) => {
			const key = given.get("key") ?? null;
			if (!dict.has(key)) dict.set(key, given.get("default") ?? null);
			return dict.get(key) ?? null;
		});
		case "update": return new Callable(name, ({ args: [other], named }) => {
			if (other instanceof Dict) for (const [key, held] of other.entries()) dict.set(key, held);
			for (const [key, held] of named) dict.set(key, held);
			return null;
		});
		default: return;
	}
}
function listMethod(list, name, method, budget) {
	const one = (given) => presentOr(given.get("value"), () => fail(`\`${name}\` needs a value`));
	const find = (value) => list.findIndex((item) => areEqual(item, value, budget));
	const change = (run) => {
		budget.make(1);
		run();
		return null;
	};
	switch (name) {
		case "append": return method(["value"], (given) => change(() => list.push(one(given))));
		case "extend": return method(["value"], (given) => change(() => {
			for (const item of itemsOf(one(given), budget)) list.push(item);
		}));
		case "insert": return method(["index", "value"], (given) => change(() => list.splice(given.whole("index", 0), 0, one(given))));
		case "pop": return method(["index"], (given) => presentOr(list.splice(given.whole("index", -1), 1)[0], () => fail("there is no such item to be popped")));
		case "remove": return method(["value"], (given) => {
			const at = find(one(given));
			if (at < 0) fail("the item to be removed is not there");
			return change(() => list.splice(at, 1));
		});
		case "index": return method(["value"], (given) => {
			const at = find(one(given));
			return at < 0 ? fail("the item to be found is not there") : at;
		});
		case "count": return method(["value"], (given) => list.filter((item) => areEqual(item, one(given), budget)).length);
		case "copy": return method([], () => itemsOf(list, budget));
		case "clear": return method([], () => change(() => list.splice(0)));
		case "reverse": return method([], () => change(() => list.reverse()));
		case "sort": return method(["reverse"], (given) => change(() => list.sort((a, b) => (given.flag("reverse", false) ? -1 : 1) * order(a, b, budget))));
		default: return;
	}
}

// src/core/template/jinja/tool.ts
function attributeGetter(attribute, budget, otherwise) {
	const path = typeof attribute === "string" ? attribute.split(".") : [attribute];
	return (value) => path.reduce((held, key) => {
		const found = typeof key === "string" && !/^\d+$/u.test(key) ? itemOrAttribute(held, key, budget) : itemOf(held, Number(key), budget);
		return found instanceof Undefined && otherwise !== void 0 ? otherwise : found;
	}, value);
}
function itemOrAttribute(value, key, budget) {
	const item = itemOf(value, key, budget);
	return item instanceof Undefined ? attributeOf(value, key, budget) : item;
}

// src/core/template/jinja/choose-items.ts
function chosen(name, value, call, tools) {
	const byAttribute = name.endsWith("attr");
	const attribute = byAttribute ? call.args[0] : void 0;
	const get = attribute === void 0 ? (item) => item : attributeGetter(attribute, tools.budget);
	if (byAttribute && attribute === void 0) return fail(`\`${name}\` needs an attribute`);
	const [test, ...rest] = call.args.slice(byAttribute ? 1 : 0);
	const wanted = name.startsWith("select");
	return itemsOf(value, tools.budget).filter((item) => {
		const held = get(item);
		return (test === void 0 ? isTruthy(held) : tools.test(show(test, tools.budget), held, {
			args: rest,
			named: call.named
		})) === wanted;
	});
}
function mapped(value, { args, named }, tools) {
	const attribute = named.get("attribute");
	const items = itemsOf(value, tools.budget);
	if (args.length === 0 && attribute !== void 0) return items.map(attributeGetter(attribute, tools.budget, named.get("default")));
	const [name, ...rest] = args;
	if (name === void 0) return fail("`map` needs a filter");
	return items.map((item) => tools.filter(show(name, tools.budget), item, {
		args: rest,
		named
	}));
}

// src/core/template/jinja/list-filters.ts
const listFilters = {
	default: {
		parameters: ["default_value", "boolean"],
		run: otherwise
	},
	d: {
		parameters: ["default_value", "boolean"],
		run: otherwise
	},
	length: {
		parameters: [],
		run: count
	},
	count: {
		parameters: [],
		run: count
	},
	list: {
		parameters: [],
		run: (value, _given, { budget }) => itemsOf(value, budget)
	},
	first: {
		parameters: [],
		run: (value, _given, { budget }) => presentOr(itemsOf(value, budget)[0], () => none("No first item, sequence was empty."))
	},
	last: {
		parameters: [],
		run: (value, _given, { budget }) => presentOr(itemsOf(value, budget).at(-1), () => none("No last item, sequence was empty."))
	},
	reverse: {
		parameters: [],
		run: (value, _given, { budget }) => {
			const items = itemsOf(value, budget).reverse();
			return typeof value === "string" ? items.join("") : items;
		}
	},
	join: {
		parameters: ["d", "attribute"],
		run(value, given, { budget }) {
			const attribute = given.get("attribute") ?? null;
			const get = attribute === null ? void 0 : attributeGetter(attribute, budget);
			const between = show(given.get("d") ?? "", budget);
			const texts = itemsOf(value, budget).map((item) => show(get === void 0 ? item : get(item), budget));
			budget.make(texts.reduce((sum, one) => sum + one.length + between.length, 0));
			return texts.join(between);
		}
	},
	sort: {
		parameters: [
			"reverse",
			"case_sensitive",
			"attribute"
		],
		run(value, given, tools) {
			const key = sortKeys(given, tools);
			const sign = given.flag("reverse", false) ? -1 : 1;
			return itemsOf(value, tools.budget).map((item) => ({
				item,
				key: key(item)
			})).sort((a, b) => sign * order(a.key, b.key, tools.budget)).map(({ item }) => item);
		}
	},
	unique: {
		parameters: ["case_sensitive", "attribute"],
		run(value, given, tools) {
			const key = sortKeys(given, tools);
			const seen = new Dict();
			return itemsOf(value, tools.budget).filter((item) => {
				const known = seen.has(key(item));
				seen.set(key(item), true);
				return !known;
			});
		}
	},
	min: {
		parameters: ["case_sensitive", "attribute"],
		run: (value, given, tools) => extreme(value, given, tools, -1)
	},
	max: {
		parameters: ["case_sensitive", "attribute"],
		run: (value, given, tools) => extreme(value, given, tools, 1)
	},
	sum: {
		parameters: ["attribute", "start"],
		run(value, given, { budget }) {
			const attribute = given.get("attribute") ?? null;
			const get = attribute === null ? void 0 : attributeGetter(attribute, budget);
			return itemsOf(value, budget).reduce((sum, item) => calculate("+", sum, get === void 0 ? item : get(item), budget), given.get("start") ?? 0);
		}
	},
	dictsort: {
		parameters: [
			"case_sensitive",
			"by",
			"reverse"
		],
		run(value, given, { budget }) {
			demand(value);
			if (!(value instanceof Dict)) return fail(`\`dictsort\` needs a dict, not a ${typeName(value)}`);
			const at = given.text("by", "key") === "value" ? 1 : 0;
			const fold = given.flag("case_sensitive", false) ? (key) => key : foldCase;
			const sign = given.flag("reverse", false) ? -1 : 1;
			return value.entries().toSorted((a, b) => sign * order(fold(a[at]), fold(b[at]), budget)).map((pair) => new Tuple(pair));
		}
	},
	items: {
		parameters: [],
		run(value) {
			if (value instanceof Undefined) return [];
			if (!(value instanceof Dict)) return fail("`items` needs a dict");
			return value.entries().map((pair) => new Tuple(pair));
		}
	},
	batch: {
		parameters: ["linecount", "fill_with"],
		run(value, given, { budget }) {
			const size = Math.max(1, given.whole("linecount", 1));
			const items = itemsOf(value, budget);
			return filled(Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size)), size, given, budget);
		}
	},
	slice: {
		parameters: ["slices", "fill_with"],
		run(value, given, { budget }) {
			const columns = Math.max(1, given.whole("slices", 1));
			budget.make(columns);
			const items = itemsOf(value, budget);
			const [size, longer] = [Math.floor(items.length / columns), items.length % columns];
			const fill = given.get("fill_with") ?? null;
			return Array.from({ length: columns }, (_, at) => {
				const from = at * size + Math.min(at, longer);
				const row = items.slice(from, from + size + (at < longer ? 1 : 0));
				return fill !== null && at >= longer ? [...row, fill] : row;
			});
		}
	},
	groupby: {
		parameters: [
			"attribute",
			"default",
			"case_sensitive"
		],
		run(value, given, { budget }) {
			const get = attributeGetter(given.get("attribute") ?? fail("`groupby` needs an attribute"), budget, given.get("default"));
			const fold = given.flag("case_sensitive", false) ? (key) => key : foldCase;
			const sorted = itemsOf(value, budget).toSorted((a, b) => order(fold(get(a)), fold(get(b)), budget));
			const groups = [];
			for (const item of sorted) {
				const last = groups.at(-1);
				if (last !== void 0 && areEqual(fold(last.key), fold(get(item)), budget)) last.items.push(item);
				else groups.push({
					key: get(item),
					items: [item]
				});
			}
			return groups.map(({ key, items }) => new Tuple([key, items], ["grouper", "list"]));
		}
	},
	attr: {
		parameters: ["name"],
		run: (value, given, { budget }) => attributeGetter(given.text("name", ""), budget)(value)
	}
};
function none(why) {
	return new Undefined(why);
}
function otherwise(value, given) {
	return value instanceof Undefined || given.flag("boolean", false) && !isTruthy(value) ? presentOr(given.get("default_value"), () => "") : value;
}
function count(value) {
	return sizeOf(value) ?? fail(`a ${typeName(value)} has no length`);
}
function foldCase(key) {
	return typeof key === "string" ? key.toLowerCase() : key;
}
function sortKeys(given, { budget }) {
	const fold = given.flag("case_sensitive", false) ? (key) => key : foldCase;
	const attribute = given.get("attribute") ?? null;
	if (attribute === null) return fold;
	const getters = (typeof attribute === "string" ? attribute.split(",") : [attribute]).map((one) => attributeGetter(one, budget));
	const [only] = getters;
	if (getters.length === 1 && only !== void 0) return (item) => fold(only(item));
	return (item) => getters.map((get) => fold(get(item)));
}
function extreme(value, given, tools, sign) {
	const key = sortKeys(given, tools);
	const [first, ...rest] = itemsOf(value, tools.budget);
	if (first === void 0) return none("No aggregated item, sequence was empty.");
	return rest.reduce((best, item) => sign * order(key(item), key(best), tools.budget) > 0 ? item : best, first);
}
function filled(rows, size, given, budget) {
	const fill = given.get("fill_with") ?? null;
	return rows.map((row) => {
		if (fill === null || row.length === size) return row;
		budget.make(size);
		return [...row, ...Array.from({ length: size - row.length }, () => fill)];
	});
}

// src/core/template/jinja/number-filters.ts
const numberFilters = {
	abs: {
		parameters: [],
		run: (value) => value instanceof Float ? new Float(Math.abs(value.value)) : Math.abs(asNumber(value, "abs"))
	},
	int: {
		parameters: ["default", "base"],
		run(value, given) {
			demand(value);
			const base = given.whole("base", 10);
			const number = typeof value === "string" ? readInteger(value, base) : numberOf(value);
			if (number === void 0 || !Number.isFinite(number)) return presentOr(given.get("default"), () => 0);
			return numberFrom(Math.trunc(number), true);
		}
	},
	float: {
		parameters: ["default"],
		run(value, given) {
			demand(value);
			const number = typeof value === "string" ? readFloat(value) : numberOf(value);
			return number === void 0 ? presentOr(given.get("default"), () => new Float(0)) : new Float(number);
		}
	},
	round: {
		parameters: ["precision", "method"],
		run(value, given) {
			const number = asNumber(value, "round");
			const precision = given.whole("precision", 0);
			const method = given.text("method", "common");
			const factor = 10 ** precision;
			if (method === "ceil") return new Float(Math.ceil(number * factor) / factor);
			if (method === "floor") return new Float(Math.floor(number * factor) / factor);
			if (method !== "common") return fail("the method of `round` must be common, ceil or floor");
			const rounded = precision < 0 ? Math.round(number * factor) / factor : Number(toPlaces(Math.abs(number), Math.min(precision, 100))) * (number < 0 ? -1 : 1);
			return value instanceof Float || precision >= 0 ? roundedOf(value, rounded) : rounded;
		}
	}
};
function roundedOf(value, rounded) {
	return value instanceof Float ? new Float(rounded) : rounded;
}
function asNumber(value, name) {
	return numberOf(demand(value)) ?? fail(`\`${name}\` needs a number, not a ${typeName(value)}`);
}
function readInteger(text, base) {
	const digits = text.trim().replaceAll("_", "").replace(base === 16 ? /^0x/iu : base === 2 ? /^0b/iu : base === 8 ? /^0o/iu : /^$/u, "");
	const allowed = "0123456789abcdefghijklmnopqrstuvwxyz".slice(0, base);
	if (new RegExp(`^[-+]?[${allowed}]+$`, "iu").test(digits)) return Number.parseInt(digits, base);
	return readFloat(text);
}
function readFloat(text) {
	const written = text.trim().replaceAll("_", "");
	if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu.test(written)) return Number(written);
	const special = /^([-+]?)(?:inf(?:inity)?|(nan))$/iu.exec(written);
	return special === null ? void 0 : special[2] === void 0 ? special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY : NaN;
}

// src/core/template/jinja/tests.ts
const plain = (run) => ({
	parameters: [],
	run
});
const between = (run) => ({
	parameters: ["other"],
	run: (value, given, { budget }) => run(value, presentOr(given.get("other"), () => fail("the test needs a value to compare with")), budget)
});
const ordered = (fits) => between((a, b, budget) => fits(order(a, b, budget)));
const eq = between(areEqual);
const ne = between((a, b, budget) => !areEqual(a, b, budget));
const lt = ordered((sign) => sign < 0);
const le = ordered((sign) => sign <= 0);
const gt = ordered((sign) => sign > 0);
const ge = ordered((sign) => sign >= 0);
const tests = {
	defined: plain((value) => !(value instanceof Undefined)),
	undefined: plain((value) => value instanceof Undefined),
	none: plain((value) => value === null),
	boolean: plain((value) => typeof value === "boolean"),
	true: plain((value) => value === true),
	false: plain((value) => value === false),
	integer: plain((value) => typeof value === "number"),
	float: plain((value) => value instanceof Float),
	number: plain((value) => numberOf(value) !== void 0),
	string: plain((value) => typeof value === "string"),
	mapping: plain((value) => value instanceof Dict),
	iterable: plain((value) => sizeOf(value) !== void 0),
	sequence: plain((value) => sizeOf(value) !== void 0),
	callable: plain((value) => value instanceof Callable || value instanceof Fields && value.call !== void 0),
	escaped: plain(() => false),
	odd: plain((value) => remainder(value, 2) === 1),
	even: plain((value) => remainder(value, 2) === 0),
	upper: plain((value) => typeof value === "string" && /\p{L}/u.test(value) && value === value.toUpperCase()),
	lower: plain((value) => typeof value === "string" && /\p{L}/u.test(value) && value === value.toLowerCase()),
	divisibleby: {
		parameters: ["num"],
		run: (value, given) => remainder(value, given.number("num", 1)) === 0
	},
	sameas: between((a, b) => a === b),
	in: between((item, container, budget) => contains(container, item, budget)),
	eq,
	equalto: eq,
	"==": eq,
	ne,
	"!=": ne,
	lt,
	lessthan: lt,
	"<": lt,
	le,
	"<=": le,
	gt,
	greaterthan: gt,
	">": gt,
	ge,
	">=": ge
};
function remainder(value, by) {
	const number = numberOf(value);
	if (number === void 0) return fail(`a ${typeName(value)} cannot be divided`);
	return number - by * Math.floor(number / by);
}

// src/core/template/jinja/write-json.ts
function writeJson(value, indent, budget) {
	const written = write(value, indent === null ? void 0 : typeof indent === "string" ? indent : " ".repeat(Math.min(100, Math.max(0, numberOf(indent) ?? 0))), "\n", budget);
	budget.make(written.length);
	return written.replaceAll(/[<>&']/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function write(value, space, line, budget) {
	budget.step();
	demand(value);
	if (typeof value === "string") return quoteJson(value);
	if (typeof value === "boolean" || value === null) return String(value);
	if (typeof value === "number") return String(value);
	if (value instanceof Float) return {
		nan: "NaN",
		inf: "Infinity",
		"-inf": "-Infinity"
	}[showFloat(value.value)] ?? showFloat(value.value);
	const inner = space === void 0 ? line : line + space;
	const all = (open, members, close) => {
		if (members.length === 0) return open + close;
		budget.make(members.length * inner.length);
		return space === void 0 ? open + members.join(", ") + close : open + inner + members.join(`,${inner}`) + line + close;
	};
	if (Array.isArray(value) || value instanceof Tuple) {
		const items = Array.isArray(value) ? value : value.items;
		return budget.nest(() => all("[", items.map((item) => write(item, space, inner, budget)), "]"));
	}
	if (!(value instanceof Dict)) return fail(`a ${typeName(value)} cannot be written as JSON`);
	const sorted = value.entries().map(([key, held]) => [keyOf(key, budget), held]).toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
	return budget.nest(() => all("{", sorted.map(([key, held]) => `${quoteJson(key)}: ${write(held, space, inner, budget)}`), "}"));
}
function keyOf(key, budget) {
	if (typeof key === "boolean" || key === null) return String(key);
	return show(key, budget);
}
function quoteJson(text) {
	return JSON.stringify(text).replaceAll(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// src/core/template/jinja/text-filters.ts
const text = (run) => ({
	parameters: [],
	run: (value, _given, tools) => {
		const shown = show(value, tools.budget);
		tools.budget.make(shown.length);
		return run(shown, tools);
	}
});
const textFilters = {
	upper: text((shown) => shown.toUpperCase()),
	lower: text((shown) => shown.toLowerCase()),
	capitalize: text(capitalize),
	title: text((shown) => shown.split(/([-\s({[<]+)/u).map((part) => capitalize(part)).join("")),
	string: text((shown) => shown),
	safe: text((shown) => shown),
	escape: text(escapeHtml),
	e: text(escapeHtml),
	forceescape: text(escapeHtml),
	striptags: text((shown) => unescapeHtml(shown.replaceAll(/<!--[\s\S]*?-->|<[^>]*>/gu, "")).split(/\s+/u).filter((word) => word !== "").join(" ")),
	wordcount: text((shown) => shown.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0),
	trim: {
		parameters: ["chars"],
		run: (value, given, tools) => {
			const shown = show(value, tools.budget);
			return (given.get("chars") ?? null) === null ? shown.trim() : trimChars(shown, given.text("chars", ""));
		}
	},
	replace: {
		parameters: [
			"old",
			"new",
			"count"
		],
		run(value, given, { budget }) {
			const [old, by] = [given.get("old"), given.get("new")];
			if (old === void 0 || by === void 0) return fail("`replace` needs what to look for and what to put there");
			const most = given.get("count") ?? null;
			return replaceText(show(value, budget), show(old, budget), show(by, budget), numberOf(most) ?? -1, budget);
		}
	},
	center: {
		parameters: ["width"],
		run(value, given, { budget }) {
			const shown = show(value, budget);
			const width = given.whole("width", 80);
			const missing = Math.max(0, width - (sizeOf(shown) ?? 0));
			budget.make(missing);
			const left = Math.floor(missing / 2) + (missing & width & 1);
			return " ".repeat(left) + shown + " ".repeat(missing - left);
		}
	},
	indent: {
		parameters: [
			"width",
			"first",
			"blank"
		],
		run: indent
	},
	truncate: {
		parameters: [
			"length",
			"killwords",
			"end",
			"leeway"
		],
		run: truncate
	},
	wordwrap: {
		parameters: [
			"width",
			"break_long_words",
			"wrapstring",
			"break_on_hyphens"
		],
		run(value, given, { budget }) {
			const shown = show(demand(value), budget);
			budget.step(shown.length);
			const width = Math.max(1, given.whole("width", 79));
			const long = given.flag("break_long_words", true);
			const lines = shown.split("\n").flatMap((line) => wrap(line, width, long, given.flag("break_on_hyphens", true)));
			budget.make(lines.length * given.text("wrapstring", "\n").length);
			return lines.join(given.text("wrapstring", "\n"));
		}
	},
	format: {
		parameters: [..."abcdefghijklmnopqrst"],
		run: (value, given, { budget }) => {
			const all = [..."abcdefghijklmnopqrst"].map((name) => given.get(name)).filter((one) => one !== void 0);
			return formatPercent(show(value, budget), new Tuple(all), budget);
		}
	},
	tojson: {
		parameters: ["indent"],
		run: (value, given, { budget }) => writeJson(value, given.get("indent") ?? null, budget)
	},
	pprint: {
		parameters: [],
		run: (value, _given, { budget }) => represent(value, budget)
	},
	urlencode: {
		parameters: [],
		run: (value, _given, tools) => urlencode(value, tools)
	},
	filesizeformat: {
		parameters: ["binary"],
		run(value, given) {
			const binary = given.flag("binary", false);
			const base = binary ? 1024 : 1e3;
			const bytes = numberOf(value) ?? (Number(value) || 0);
			const prefixes = binary ? [
				"KiB",
				"MiB",
				"GiB",
				"TiB",
				"PiB",
				"EiB",
				"ZiB",
				"YiB"
			] : [
				"kB",
				"MB",
				"GB",
				"TB",
				"PB",
				"EB",
				"ZB",
				"YB"
			];
			if (bytes === 1) return "1 Byte";
			if (bytes < base) return `${Math.trunc(bytes)} Bytes`;
			const at = Math.min(prefixes.length, Math.floor(Math.log(bytes) / Math.log(base)));
			return `${(bytes / base ** at).toFixed(1)} ${prefixes[at - 1] ?? ""}`;
		}
	},
	xmlattr: {
		parameters: ["autospace"],
		run(value, given, { budget }) {
			if (!(value instanceof Dict)) return fail("`xmlattr` needs a dict");
			const made = value.entries().filter(([, held]) => held !== null && show(held, budget) !== "").map(([key, held]) => `${escapeHtml(show(key, budget))}="${escapeHtml(show(held, budget))}"`).join(" ");
			return made !== "" && given.flag("autospace", true) ? ` ${made}` : made;
		}
	}
};
function escapeHtml(shown) {
	const named = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&#34;",
		"'": "&#39;"
	};
	return shown.replaceAll(/[&<>"']/gu, (char) => named[char] ?? char);
}
function unescapeHtml(shown) {
	const named = {
		amp: "&",
		lt: "<",
		gt: ">",
		quot: "\"",
		apos: "'",
		nbsp: "\xA0"
	};
	return shown.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/giu, (all, decimal, hex, name) => {
		const code = decimal === void 0 ? Number.parseInt(hex ?? "", 16) : Number(decimal);
		if (name !== void 0) return named[name] ?? all;
		return code <= 1114111 ? String.fromCodePoint(code) : all;
	});
}
function trimChars(shown, chars) {
	const set = new Set(chars);
	const all = [...shown];
	let [from, to] = [0, all.length];
	while (from < to && set.has(all[from] ?? "")) from++;
	while (to > from && set.has(all[to - 1] ?? "")) to--;
	return all.slice(from, to).join("");
}
function indent(...[value, given, { budget }]) {
	demand(value);
	if (typeof value !== "string") return fail(`\`indent\` needs a text, not a ${typeName(value)}`);
	const width = presentOr(given.get("width"), () => 4);
	const space = typeof width === "string" ? width : " ".repeat(Math.min(1e6, Math.max(0, given.whole("width", 4))));
	const lines = value.split(/\r\n|[\n\r\x85\u2028\u2029]/u);
	budget.make(value.length + lines.length * space.length);
	const blank = given.flag("blank", false);
	const [first = "", ...rest] = lines;
	const all = [first, ...rest.map((line) => line !== "" || blank ? space + line : line)].join("\n");
	return given.flag("first", false) ? space + all : all;
}
function truncate(...[value, given, { budget }]) {
	const shown = typeof value === "string" ? value : sizeOf(value) === 0 ? "" : fail(`\`truncate\` needs a text, not a ${typeName(value)}`);
	const length = given.whole("length", 255);
	const end = given.text("end", "...");
	const leeway = given.get("leeway") === void 0 || given.get("leeway") === null ? 5 : given.whole("leeway", 5);
	if (length < end.length) return fail("`truncate` keeps less than its end is long");
	const all = [...shown];
	budget.step(all.length / 100);
	if (all.length <= length + leeway) return value;
	const cut = all.slice(0, length - [...end].length).join("");
	if (given.flag("killwords", false)) return cut + end;
	const at = cut.lastIndexOf(" ");
	return (at < 0 ? cut : cut.slice(0, at)) + end;
}
function wrap(line, width, long, hyphens) {
	const parts = line.split(hyphens ? /(\s+|(?<=[\p{L}\d]-)(?=[\p{L}]))/u : /(\s+)/u).filter((part) => part !== "").toReversed();
	const lines = [];
	while (parts.length > 0) {
		if (lines.length > 0 && /^\s+$/u.test(parts.at(-1) ?? "")) parts.pop();
		let made = "";
		for (let part = parts.at(-1); part !== void 0 && made.length + part.length <= width; part = parts.at(-1)) {
			made += part;
			parts.pop();
		}
		const next = parts.at(-1);
		if (next !== void 0 && next.length > width) {
			const room = Math.max(1, width - made.length);
			if (long) {
				made += next.slice(0, room);
				parts[parts.length - 1] = next.slice(room);
			} else if (made === "") {
				made = next;
				parts.pop();
			}
		}
		if (made.trim() === "" && lines.length > 0 && parts.length === 0) break;
		lines.push(made.trimEnd());
	}
	return lines.length === 0 ? [""] : lines;
}
function urlencode(value, { budget }) {
	const quote = (part, slash) => {
		const encoded = encodeURIComponent(show(part, budget).toWellFormed()).replaceAll(/[!'()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
		return slash ? encoded.replaceAll("%2F", "/") : encoded.replaceAll("%20", "+");
	};
	if (typeof value === "string" || !isTruthy(value) || numberOf(value) !== void 0) return quote(value, true);
	return (value instanceof Dict ? value.entries() : itemsOf(value, budget).map((pair) => itemsOf(pair, budget))).map(([key = "", held = ""]) => `${quote(key, false)}=${quote(held, false)}`).join("&");
}

// src/core/template/jinja/evaluate.ts
const filters = {
	...textFilters,
	...listFilters,
	...numberFilters
};
const choosing = [
	"select",
	"reject",
	"selectattr",
	"rejectattr"
];
function createTools(budget) {
	const tools = {
		budget,
		filter(name, value, call) {
			budget.step();
			if (choosing.includes(name)) return chosen(name, value, call, tools);
			if (name === "map") return mapped(value, call, tools);
			const found = Object.hasOwn(filters, name) ? filters[name] : void 0;
			if (found === void 0) return fail(`there is no filter \`${name}\` in Jinja itself`);
			return found.run(value, new Arguments(name, call, found.parameters), tools);
		},
		test(name, value, call) {
			budget.step();
			if (name === "filter") return typeof value === "string" && (Object.hasOwn(filters, value) || choosing.includes(value));
			if (name === "test") return typeof value === "string" && Object.hasOwn(tests, value);
			const found = Object.hasOwn(tests, name) ? tests[name] : void 0;
			if (found === void 0) return fail(`there is no test \`${name}\` in Jinja itself`);
			return found.run(value, new Arguments(name, call, found.parameters), tools);
		},
		call(callee, call) {
			budget.step();
			demand(callee);
			if (callee instanceof Callable) return callee.call(call);
			if (callee instanceof Fields && callee.call !== void 0) return callee.call(call);
			return fail(`a ${typeName(callee)} cannot be called`);
		}
	};
	return tools;
}
function evaluate(expression, scope, tools) {
	tools.budget.step();
	try {
		return compute(expression, scope, tools);
	} catch (fault) {
		if (fault instanceof TemplateFault) fault.line ??= expression.line;
		throw fault;
	}
}
function compute(expression, scope, tools) {
	const { budget } = tools;
	const inner = (part) => evaluate(part, scope, tools);
	switch (expression.kind) {
		case "constant": return expression.value;
		case "float": return new Float(expression.value);
		case "name": return scope.get(expression.name);
		case "attribute": return attributeOf(inner(expression.of), expression.name, budget);
		case "item": return itemOf(inner(expression.of), inner(expression.key), budget);
		case "slice": {
			const bounds = expression.bounds.map((bound) => bound === void 0 ? void 0 : inner(bound));
			return sliceOf(inner(expression.of), bounds, budget);
		}
		case "call": return tools.call(inner(expression.of), evaluateGiven(expression.given, scope, tools));
		case "filter": {
			const of = expression.of === void 0 ? "" : inner(expression.of);
			return tools.filter(expression.name, of, evaluateGiven(expression.given, scope, tools));
		}
		case "test": return tools.test(expression.name, inner(expression.of), evaluateGiven(expression.given, scope, tools));
		case "list": return expression.items.map(inner);
		case "tuple": return new Tuple(expression.items.map(inner));
		case "join": {
			const texts = expression.items.map((item) => show(inner(item), budget));
			budget.make(texts.reduce((sum, text) => sum + text.length, 0));
			return texts.join("");
		}
		case "dict": return Dict.of(expression.entries.map(([key, held]) => [inner(key), inner(held)]));
		case "sign": {
			const of = demand(inner(expression.of));
			const number = numberOf(of) ?? fail(`a ${typeName(of)} has no sign`);
			return numberFrom(expression.sign === "-" ? -number : number, !(of instanceof Float));
		}
		case "arithmetic": return calculate(expression.sign, inner(expression.left), inner(expression.right), budget);
		case "compare": return compareChain(expression, inner, budget);
		case "not": return !isTruthy(inner(expression.of));
		case "and": {
			const left = inner(expression.left);
			return isTruthy(left) ? inner(expression.right) : left;
		}
		case "or": {
			const left = inner(expression.left);
			return isTruthy(left) ? left : inner(expression.right);
		}
		case "choice":
			if (isTruthy(inner(expression.test))) return inner(expression.yes);
			if (expression.no !== void 0) return inner(expression.no);
			return new Undefined("the inline `if` is false and has no `else`");
	}
}
function compareChain({ first, rest }, inner, budget) {
	let left = inner(first);
	for (const [sign, part] of rest) {
		const right = inner(part);
		if (!holds(sign, left, right, budget)) return false;
		left = right;
	}
	return true;
}
function holds(sign, left, right, budget) {
	switch (sign) {
		case "==": return areEqual(left, right, budget);
		case "!=": return !areEqual(left, right, budget);
		case "in": return contains(right, left, budget);
		case "not in": return !contains(right, left, budget);
		case "<": return order(left, right, budget) < 0;
		case "<=": return order(left, right, budget) <= 0;
		case ">": return order(left, right, budget) > 0;
		default: return order(left, right, budget) >= 0;
	}
}
function evaluateGiven({ args, named, rest, namedRest }, scope, tools) {
	const inner = (part) => evaluate(part, scope, tools);
	const values = args.map(inner);
	const byName = new Map(named.map(([name, part]) => [name, inner(part)]));
	if (rest !== void 0) values.push(...itemsOf(demand(inner(rest)), tools.budget));
	if (namedRest !== void 0) {
		const more = demand(inner(namedRest));
		if (!(more instanceof Dict)) return fail("what follows `**` must be a dict");
		for (const [key, held] of more.entries()) byName.set(show(key, tools.budget), held);
	}
	return {
		args: values,
		named: byName
	};
}

// src/core/template/jinja/frame.ts
function collectBlocks(body, blocks) {
	for (const statement of body) {
		if (statement.kind === "block") blocks.set(statement.name, [...blocks.get(statement.name) ?? [], statement.body]);
		for (const inner of bodiesOf(statement)) collectBlocks(inner, blocks);
	}
}

// src/core/template/jinja/scope.ts
var Scope = class {
	#names = /* @__PURE__ */ new Map();
	#outer;
	constructor(outer) {
		this.#outer = outer;
	}
	find(name) {
		let scope = this;
		for (; scope !== void 0; scope = scope.#outer) {
			const held = scope.#names.get(name);
			if (held !== void 0) return held;
		}
	}
	get(name) {
		return presentOr(this.find(name), () => new Undefined(`'${name}' is undefined`));
	}
	set(name, value) {
		this.#names.set(name, value);
	}
	own(name) {
		return this.#names.get(name);
	}
};

// src/core/template/jinja/make-macro.ts
function makeMacro(name, { parameters, body }, scope, tools, render) {
	const names = parameters.map((parameter) => parameter.name);
	const run = ({ args, named }) => {
		const inner = new Scope(scope);
		if (args.length > parameters.length && !reads(body, "varargs")) fail(`\`${name}\` takes at most ${parameters.length} arguments`);
		const more = Array.from(named).filter(([key]) => !names.includes(key) && key !== "caller");
		const [unknown] = more;
		if (unknown !== void 0 && !reads(body, "kwargs")) fail(`\`${name}\` takes no \`${unknown[0]}\``);
		inner.set("varargs", new Tuple(args.slice(parameters.length)));
		inner.set("kwargs", Dict.of(more));
		const caller = presentOr(named.get("caller"), () => new Undefined("No caller defined"));
		inner.set("caller", caller);
		for (const [at, parameter] of parameters.entries()) {
			const given = args[at] === void 0 ? named.get(parameter.name) : args[at];
			const fallback = () => parameter.fallback === void 0 ? new Undefined(`parameter '${parameter.name}' was not provided`) : evaluate(parameter.fallback, inner, tools);
			inner.set(parameter.name, presentOr(given, fallback));
		}
		return tools.budget.nest(() => render(inner));
	};
	const fields = [["name", name], ["arguments", new Tuple(names)]];
	return new Callable(name, run, new Map(fields));
}
function reads(body, name) {
	return JSON.stringify(body).includes(`"name":"${name}"`);
}

// src/core/template/jinja/run-loop.ts
function runLoop(loop, over, scope, runner, depth = 1) {
	const { tools, body, capture } = runner;
	const { budget } = tools;
	const items = itemsOf(over, budget).filter((item) => {
		if (loop.test === void 0) return true;
		const inner = new Scope(scope);
		assign(loop.target, item, inner, budget);
		return isTruthy(evaluate(loop.test, inner, tools));
	});
	if (items.length === 0) body(loop.otherwise, new Scope(scope));
	let at = 0;
	const again = ({ args: [deeper = null] }) => budget.nest(() => capture(() => runLoop(loop, deeper, scope, runner, depth + 1)));
	const told = loopOf(items, () => at, depth, budget, loop.recursive ? again : void 0);
	for (const item of items) {
		budget.step();
		const inner = new Scope(scope);
		inner.set("loop", told);
		assign(loop.target, item, inner, budget);
		if (body(loop.body, inner) === "break") return;
		at++;
	}
}

// src/core/template/jinja/render.ts
var Rendering = class {
	#find;
	#budget = new Budget();
	#tools = createTools(this.#budget);
	#builtins = builtinsOf(this.#budget);
	#out = [];
	constructor(find) {
		this.#find = find;
	}
	run(body, values) {
		const root = this.#rootScope();
		for (const [name, value] of values.entries()) root.set(String(name), value);
		return this.#capture(() => this.#template(body, new Scope(root), void 0));
	}
	#rootScope() {
		const scope = new Scope();
		for (const [name, value] of this.#builtins) scope.set(name, value);
		return new Scope(scope);
	}
	#capture(run) {
		const before = this.#out;
		this.#out = [];
		try {
			run();
			return this.#out.join("");
		} finally {
			this.#out = before;
		}
	}
	#write(text) {
		this.#budget.make(text.length);
		this.#out.push(text);
	}
	#template(body, root, file) {
		const frame = {
			root,
			blocks: /* @__PURE__ */ new Map(),
			parent: void 0
		};
		root.set("self", new Fields("TemplateReference", (name) => {
			return frame.blocks.get(name)?.[0] && new Callable(name, () => this.#capture(() => this.#block(name, 0, frame, frame.root)));
		}));
		let current = body;
		for (let name = file; current !== void 0;) {
			const extended = current;
			collectBlocks(extended, frame.blocks);
			frame.parent = void 0;
			this.#inFile(name, () => this.#body(extended, root, frame));
			name = frame.parent;
			current = name === void 0 ? void 0 : this.#load(name);
		}
	}
	#load(name) {
		const text = this.#find(name);
		if (text === void 0) return fail(`the template \`${name}\` is not found`);
		this.#budget.make(text.length);
		return this.#inFile(name, () => parse(text));
	}
	#inFile(file, run) {
		try {
			return this.#budget.nest(run);
		} catch (fault) {
			if (fault instanceof TemplateFault && fault.line !== void 0) fault.file ??= file;
			throw fault;
		}
	}
	#body(body, scope, frame) {
		for (const statement of body) {
			this.#budget.step();
			try {
				const leaving = this.#statement(statement, scope, frame);
				if (leaving !== void 0) return leaving;
			} catch (fault) {
				if (fault instanceof TemplateFault) fault.line ??= statement.line;
				throw fault;
			}
		}
	}
	#statement(statement, scope, frame) {
		const value = (expression) => evaluate(expression, scope, this.#tools);
		const shown = frame.parent === void 0;
		switch (statement.kind) {
			case "text":
				if (shown) this.#write(statement.text);
				return;
			case "print":
				if (shown) this.#write(show(value(statement.value), this.#budget));
				return;
			case "do":
				value(statement.value);
				return;
			case "if": {
				const branch = statement.branches.find(({ test }) => isTruthy(value(test)));
				return this.#body(branch?.body ?? statement.otherwise, scope, frame);
			}
			case "for":
				runLoop(statement, value(statement.over), scope, {
					tools: this.#tools,
					body: (body, inner) => this.#body(body, inner, frame),
					capture: (run) => this.#capture(run)
				});
				return;
			case "set":
				assign(statement.target, value(statement.value), scope, this.#budget);
				return;
			case "capture": {
				const text = this.#capture(() => this.#body(statement.body, new Scope(scope), {
					...frame,
					parent: void 0
				}));
				assign(statement.target, this.#filtered(statement.filter, text, scope), scope, this.#budget);
				return;
			}
			case "macro":
				scope.set(statement.name, this.#macro(statement.name, statement, scope, frame));
				return;
			case "call": {
				if (statement.of.kind !== "call") return void 0;
				const caller = this.#macro("caller", statement, scope, frame);
				const { args, named } = evaluateGiven(statement.of.given, scope, this.#tools);
				const given = {
					args,
					named: new Map([...named, ["caller", caller]])
				};
				this.#write(show(this.#tools.call(value(statement.of.of), given), this.#budget));
				return;
			}
			case "filter": {
				const text = this.#capture(() => this.#body(statement.body, new Scope(scope), frame));
				this.#write(show(this.#filtered(statement.filter, text, scope), this.#budget));
				return;
			}
			case "block":
				if (shown) this.#block(statement.name, 0, frame, statement.scoped ? scope : frame.root);
				return;
			case "extends":
				if (frame.parent !== void 0) fail("a template extends two others");
				frame.parent = show(value(statement.template), this.#budget);
				return;
			case "include":
				if (shown) this.#include(value(statement.template), statement, scope);
				return;
			case "import":
				scope.set(statement.as, this.#imported(value(statement.template), statement.context ? scope : void 0));
				return;
			case "from": {
				const imported = this.#imported(value(statement.template), statement.context ? scope : void 0);
				for (const [name, as] of statement.names) scope.set(as, presentOr(imported.get(name), () => new Undefined(`the template does not export \`${name}\``)));
				return;
			}
			case "with": {
				const inner = new Scope(scope);
				for (const [target, expression] of statement.values) assign(target, value(expression), inner, this.#budget);
				return this.#body(statement.body, inner, frame);
			}
			case "group": return this.#body(statement.body, new Scope(scope), frame);
			case "break":
			case "continue": return statement.kind;
		}
	}
	#macro(name, callee, scope, frame) {
		const shown = {
			...frame,
			parent: void 0
		};
		return makeMacro(name, callee, scope, this.#tools, (inner) => this.#capture(() => this.#body(callee.body, inner, shown)));
	}
	#filtered(filter, text, scope) {
		if (filter?.kind !== "filter") return text;
		const of = this.#filtered(filter.of, text, scope);
		return this.#tools.filter(filter.name, of, evaluateGiven(filter.given, scope, this.#tools));
	}
	#block(name, level, frame, scope) {
		const block = frame.blocks.get(name)?.[level];
		if (block === void 0) return;
		const inner = new Scope(scope);
		const above = frame.blocks.get(name)?.[level + 1];
		inner.set("super", above === void 0 ? new Undefined(`there is no parent block called '${name}'.`) : new Callable("super", () => this.#capture(() => this.#block(name, level + 1, frame, scope))));
		this.#budget.nest(() => this.#body(block, inner, {
			...frame,
			parent: void 0
		}));
	}
	#include(named, { optional, context }, scope) {
		const names = (typeof named === "string" ? [named] : itemsOf(demand(named), this.#budget)).map((name) => show(name, this.#budget));
		const name = names.find((one) => this.#find(one) !== void 0);
		if (name === void 0) {
			if (!optional) fail(`the template ${names.map((one) => `\`${one}\``).join(" or ")} is not found`);
			return;
		}
		const body = this.#load(name);
		this.#template(body, new Scope(context ? scope : this.#rootScope()), name);
	}
	#imported(named, scope) {
		const name = show(demand(named), this.#budget);
		const root = new Scope(scope ?? this.#rootScope());
		const body = this.#load(name);
		const text = this.#capture(() => this.#template(body, root, name));
		return new Fields(`TemplateModule '${name}'`, (field) => root.own(field), { call: () => text });
	}
};

// src/core/template/jinja/render-jinja.ts
const nothing = () => void 0;
function renderJinja(template, values, find = nothing) {
	return guarded(() => {
		return {
			kind: "rendered",
			text: new Rendering(find).run(parse(template), dictOf(values))
		};
	});
}
function readJinjaNames(template, find = nothing) {
	return guarded(() => {
		return {
			kind: "names",
			...listNames(parse(template), (name) => {
				const text = find(name);
				return text === void 0 ? void 0 : parse(text);
			})
		};
	});
}
function guarded(run) {
	try {
		return run();
	} catch (fault) {
		if (fault instanceof RangeError && /call stack/u.test(fault.message)) return {
			kind: "failed",
			failure: {
				kind: "limit",
				why: "it nests too deeply",
				line: 1
			}
		};
		if (!(fault instanceof TemplateFault)) throw fault;
		const { kind, message: why, line = 1, file } = fault;
		return {
			kind: "failed",
			failure: {
				kind,
				why,
				line,
				...file !== void 0 && { template: file }
			}
		};
	}
}

// src/core/template/jinja.ts
const jinja = {
	variables: (template) => namesOf$1(template).names,
	optional: (template) => namesOf$1(template).optional,
	show: (name) => `{{ ${name} }}`,
	fill(template, values) {
		const rendered = renderJinja(template, values);
		const unknown = namesOf$1(template).names.filter((name) => !Object.hasOwn(values, name));
		if (rendered.kind === "rendered") return {
			text: rendered.text,
			unknown
		};
		const { why, line, template: other } = rendered.failure;
		return {
			text: template,
			unknown,
			failed: {
				why,
				line,
				...other !== void 0 && { template: other }
			}
		};
	}
};
function namesOf$1(template) {
	const read = readJinjaNames(template);
	return read.kind === "names" ? read : {
		names: [],
		optional: []
	};
}

// src/core/template/nunjucks.ts
const placeholder = /\{\{-?\s*([A-Za-z_$][\w$]*(?:\.[A-Za-z_$\d][\w$]*)*)\s*-?\}\}/gu;
const nunjucks = {
	variables: namesOf,
	show: (name) => `{{ ${name} }}`,
	fill(template, values) {
		if (needsNunjucks(template)) return {
			text: template,
			unknown: [],
			failed: {
				why: "its template can only be rendered in the sandbox",
				line: 1
			}
		};
		const unknown = /* @__PURE__ */ new Set();
		return {
			text: template.replaceAll(placeholder, (_, name) => {
				const value = lookUp(name, values);
				if (value === void 0) unknown.add(name);
				return writtenByNunjucks(value);
			}),
			unknown: [...unknown]
		};
	}
};
function needsNunjucks(template) {
	return /\{[{%#]/u.test(template.replaceAll(placeholder, "")) || /\{\{-|-\}\}/u.test(template);
}
function writtenByNunjucks(value) {
	if (value === void 0 || value === null) return "";
	if (isList(value)) return value.map(writtenByNunjucks).join(",");
	return typeof value === "object" ? "[object Object]" : String(value);
}
function namesOf(template) {
	const read = readJinjaNames(template);
	return read.kind === "names" ? read.names : listVariables(template);
}
function isList(value) {
	return Array.isArray(value);
}

// src/core/template/percent.ts
const pattern$1 = /%%|%\(([A-Za-z_][\w.]*)\)[sdr]/gu;
const read$1 = ([written, name]) => written === "%%" ? { text: "%" } : { name: name ?? "" };
const percent = {
	variables: (template) => namesOfMarkers(template, pattern$1, read$1),
	show: (name) => `%(${name})s`,
	fill: (template, values) => replaceMarkers(template, pattern$1, values, read$1)
};

// src/core/template/string-template.ts
const pattern = /\$\$(?=[A-Za-z_{])|\$\{([A-Za-z_]\w*(?:\.\w+)*)\}|\$([A-Za-z_]\w*)/gu;
const read = ([written, braced, bare]) => written === "$$" ? { text: "$" } : { name: braced ?? bare ?? "" };
const stringTemplate = {
	variables: (template) => namesOfMarkers(template, pattern, read),
	show: (name) => `\${${name}}`,
	fill: (template, values) => replaceMarkers(template, pattern, values, read)
};

// src/core/template/engines.ts
const engines = {
	mustache: {
		variables: listVariables,
		show: (name) => `{{${name}}}`,
		fill: fillTemplate
	},
	jinja,
	"f-string": fString,
	"string-template": stringTemplate,
	percent,
	nunjucks,
	none: {
		variables: () => [],
		show: (name) => name,
		fill: (text) => ({
			text,
			unknown: []
		})
	}
};

// src/core/template/choose-engine.ts
const told = [
	"mustache",
	"f-string",
	"string-template",
	"percent"
];
function chooseEngine(templates, known) {
	if (templates.some((template) => isJinja(template, known))) return "jinja";
	const knows = (engine) => templates.some((template) => {
		const text = engine === "f-string" ? template.replaceAll(/\$\{\w+(?:\.\w+)*\}/gu, "") : template;
		return engines[engine].variables(text).some((name) => isKnown(name, known));
	});
	return told.find(knows) ?? "mustache";
}
const jinjaTag = /\{%[-+]?\s*(?:if|for|set|macro|call|filter|block|extends|include|import|from|with|raw|autoescape)\b/u;
const jinjaExpression = /\{\{-?\s*([A-Za-z_]\w*)(?:\.\w+)*\s*(?:\||\(|\[|-\}\})|\{\{-\s*([A-Za-z_]\w*)/gu;
function isJinja(template, known) {
	return (jinjaTag.test(template) || Array.from(template.matchAll(jinjaExpression), ([, name, trimmed]) => name ?? trimmed ?? "").some((name) => known.has(name))) && readJinjaNames(template).kind === "names";
}
function isKnown(name, known) {
	return known.has(name) || known.has(name.split(".", 1)[0] ?? name);
}

// src/core/settle-prompts.ts
const promptRoles = [
	"system",
	"developer",
	"user"
];
const turnNames = [
	"question",
	"user_message",
	"user_input",
	"message",
	"query",
	"input",
	"text"
];
function settlePrompts({ old, next }, cases, rules) {
	const given = namesGivenBy(cases);
	const filled = {
		old: old && withEngine(old, given, rules),
		next: next && withEngine(next, given, rules)
	};
	const sides = [filled.old, filled.next].flatMap((side) => side ?? []);
	const taken = new Set(sides.flatMap(({ variables }) => variables.map((name) => name.split(".", 1)[0] ?? name)));
	const inTurns = new Set(cases.flatMap(({ user }) => user === void 0 ? [] : listVariables(user)));
	const spare = [...new Set(cases.flatMap(({ vars }) => Object.keys(vars)))].filter((name) => !taken.has(name) && !inTurns.has(name) && holdsText(name, cases));
	const written = cases.some(({ user, history, checks }) => user !== void 0 || history.length > 0 || checks.some(({ kind }) => kind === "simulate"));
	const named = chooseTurn(spare);
	const speaksFirst = sides.every(({ variables }) => variables.length === 0) && (written || named !== void 0);
	const settle = (prompt) => {
		if (prompt === void 0) return { notes: [] };
		const role = roleOf(prompt, rules, speaksFirst);
		const messages = role === void 0 ? prompt.messages : prompt.messages.map((one) => ({
			...one,
			role: role.role
		}));
		const turn = messages.some((message) => message.role === "user") ? void 0 : named;
		return {
			prompt: {
				...prompt,
				messages,
				...turn !== void 0 && {
					turn,
					variables: [...prompt.variables, turn]
				}
			},
			notes: noteOn(prompt.path, role, turn)
		};
	};
	const settled = {
		old: settle(filled.old),
		next: settle(filled.next)
	};
	return {
		...settled.old.prompt !== void 0 && { old: settled.old.prompt },
		...settled.next.prompt !== void 0 && { next: settled.next.prompt },
		notes: next === void 0 ? settled.old.notes : settled.next.notes
	};
}
function variablesOf(messages, engine) {
	return [...new Set(messages.flatMap(({ content }) => engines[engine].variables(content)))];
}
function engineOf(name) {
	return engines[name];
}
function withEngine(prompt, given, { templates }) {
	const ruled = templates.findLast(({ paths }) => matches(prompt.path, paths))?.engine;
	if (ruled === void 0 && !prompt.open.engine) return prompt;
	const known = /* @__PURE__ */ new Set([...given, ...Object.keys(prompt.defaults)]);
	const texts = prompt.messages.map(({ content }) => content);
	const engine = ruled ?? chooseEngine(texts, known);
	const optional = new Set(texts.flatMap((text) => engineOf(engine).optional?.(text) ?? []));
	return {
		...prompt,
		engine,
		variables: variablesOf(prompt.messages, engine),
		optional: [...optional]
	};
}
function roleOf({ path, open }, { roles }, speaksFirst) {
	if (!open.role) return void 0;
	const ruled = roles.findLast(({ paths }) => matches(path, paths))?.role;
	if (ruled !== void 0) return {
		role: ruled,
		by: "config"
	};
	if (isNamedSystem(path)) return {
		role: "system",
		by: "name"
	};
	return speaksFirst ? {
		role: "system",
		by: "cases"
	} : void 0;
}
function isNamedSystem(path) {
	const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
	return /^(?:system|instructions?(?![a-z])|persona)|(?:[_.-])system(?:[_.-]|$)/u.test(name);
}
function chooseTurn(spare) {
	if (spare.length === 1) return spare[0];
	return turnNames.find((name) => spare.includes(name));
}
function holdsText(name, cases) {
	return cases.every(({ vars }) => !Object.hasOwn(vars, name) || isScalar(vars[name]));
}
function isScalar(value) {
	return typeof value === "string" || typeof value === "number";
}
function namesGivenBy(cases) {
	return new Set(cases.flatMap(namesGiven));
}
function namesGiven({ vars, context }) {
	return context.length === 0 ? Object.keys(vars) : ["context", ...Object.keys(vars)];
}
function matches(path, globs) {
	return (0, import_picomatch.default)(globs.map((glob) => glob.replace(/^\.?\//u, "")), { dot: true })(path);
}
function noteOn(path, role, turn) {
	const user = turn === void 0 ? "each case’s own turn follows as the user’s" : `each case’s \`${turn}\` follows as the user’s`;
	if (role?.by === "cases") return [`The prompt takes no variable, so it is sent as the system message and ${user}. To say otherwise, write \`roles: [{ paths: ["${path}"], role: user }]\` in the config.`];
	return [];
}

export { require_picomatch as _, variablesOf as a, engines as c, writtenByNunjucks as d, readJinjaNames as f, lookUp as g, showValue as h, settlePrompts as i, needsNunjucks as l, listVariables as m, namesGivenBy as n, chooseEngine as o, fillTemplate as p, promptRoles as r, isKnown as s, isNamedSystem as t, nunjucks as u, suggestNearest as v };