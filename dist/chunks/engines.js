import { t as __commonJSMin } from "./rolldown-runtime.js";
import { i as showValue, n as listVariables, r as lookUp, t as fillTemplate } from "./fill-template.js";

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
	return field === void 0 ? void 0 : { name: nameOf$1(field) };
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
function nameOf$1(field) {
	return field.replaceAll("[", ".").replaceAll("]", "");
}

// node_modules/handlebars/dist/cjs/handlebars/compiler/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var handlebars = (function() {
		var parser = {
			trace: function trace() {},
			yy: {},
			symbols_: {
				"error": 2,
				"root": 3,
				"program": 4,
				"EOF": 5,
				"program_repetition0": 6,
				"statement": 7,
				"mustache": 8,
				"block": 9,
				"rawBlock": 10,
				"partial": 11,
				"partialBlock": 12,
				"content": 13,
				"COMMENT": 14,
				"CONTENT": 15,
				"openRawBlock": 16,
				"rawBlock_repetition0": 17,
				"END_RAW_BLOCK": 18,
				"OPEN_RAW_BLOCK": 19,
				"helperName": 20,
				"openRawBlock_repetition0": 21,
				"openRawBlock_option0": 22,
				"CLOSE_RAW_BLOCK": 23,
				"openBlock": 24,
				"block_option0": 25,
				"closeBlock": 26,
				"openInverse": 27,
				"block_option1": 28,
				"OPEN_BLOCK": 29,
				"openBlock_repetition0": 30,
				"openBlock_option0": 31,
				"openBlock_option1": 32,
				"CLOSE": 33,
				"OPEN_INVERSE": 34,
				"openInverse_repetition0": 35,
				"openInverse_option0": 36,
				"openInverse_option1": 37,
				"openInverseChain": 38,
				"OPEN_INVERSE_CHAIN": 39,
				"openInverseChain_repetition0": 40,
				"openInverseChain_option0": 41,
				"openInverseChain_option1": 42,
				"inverseAndProgram": 43,
				"INVERSE": 44,
				"inverseChain": 45,
				"inverseChain_option0": 46,
				"OPEN_ENDBLOCK": 47,
				"OPEN": 48,
				"mustache_repetition0": 49,
				"mustache_option0": 50,
				"OPEN_UNESCAPED": 51,
				"mustache_repetition1": 52,
				"mustache_option1": 53,
				"CLOSE_UNESCAPED": 54,
				"OPEN_PARTIAL": 55,
				"partialName": 56,
				"partial_repetition0": 57,
				"partial_option0": 58,
				"openPartialBlock": 59,
				"OPEN_PARTIAL_BLOCK": 60,
				"openPartialBlock_repetition0": 61,
				"openPartialBlock_option0": 62,
				"param": 63,
				"sexpr": 64,
				"OPEN_SEXPR": 65,
				"sexpr_repetition0": 66,
				"sexpr_option0": 67,
				"CLOSE_SEXPR": 68,
				"hash": 69,
				"hash_repetition_plus0": 70,
				"hashSegment": 71,
				"ID": 72,
				"EQUALS": 73,
				"blockParams": 74,
				"OPEN_BLOCK_PARAMS": 75,
				"blockParams_repetition_plus0": 76,
				"CLOSE_BLOCK_PARAMS": 77,
				"path": 78,
				"dataName": 79,
				"STRING": 80,
				"NUMBER": 81,
				"BOOLEAN": 82,
				"UNDEFINED": 83,
				"NULL": 84,
				"DATA": 85,
				"pathSegments": 86,
				"SEP": 87,
				"$accept": 0,
				"$end": 1
			},
			terminals_: {
				2: "error",
				5: "EOF",
				14: "COMMENT",
				15: "CONTENT",
				18: "END_RAW_BLOCK",
				19: "OPEN_RAW_BLOCK",
				23: "CLOSE_RAW_BLOCK",
				29: "OPEN_BLOCK",
				33: "CLOSE",
				34: "OPEN_INVERSE",
				39: "OPEN_INVERSE_CHAIN",
				44: "INVERSE",
				47: "OPEN_ENDBLOCK",
				48: "OPEN",
				51: "OPEN_UNESCAPED",
				54: "CLOSE_UNESCAPED",
				55: "OPEN_PARTIAL",
				60: "OPEN_PARTIAL_BLOCK",
				65: "OPEN_SEXPR",
				68: "CLOSE_SEXPR",
				72: "ID",
				73: "EQUALS",
				75: "OPEN_BLOCK_PARAMS",
				77: "CLOSE_BLOCK_PARAMS",
				80: "STRING",
				81: "NUMBER",
				82: "BOOLEAN",
				83: "UNDEFINED",
				84: "NULL",
				85: "DATA",
				87: "SEP"
			},
			productions_: [
				0,
				[3, 2],
				[4, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[7, 1],
				[13, 1],
				[10, 3],
				[16, 5],
				[9, 4],
				[9, 4],
				[24, 6],
				[27, 6],
				[38, 6],
				[43, 2],
				[45, 3],
				[45, 1],
				[26, 3],
				[8, 5],
				[8, 5],
				[11, 5],
				[12, 3],
				[59, 5],
				[63, 1],
				[63, 1],
				[64, 5],
				[69, 1],
				[71, 3],
				[74, 3],
				[20, 1],
				[20, 1],
				[20, 1],
				[20, 1],
				[20, 1],
				[20, 1],
				[20, 1],
				[56, 1],
				[56, 1],
				[79, 2],
				[78, 1],
				[86, 3],
				[86, 1],
				[6, 0],
				[6, 2],
				[17, 0],
				[17, 2],
				[21, 0],
				[21, 2],
				[22, 0],
				[22, 1],
				[25, 0],
				[25, 1],
				[28, 0],
				[28, 1],
				[30, 0],
				[30, 2],
				[31, 0],
				[31, 1],
				[32, 0],
				[32, 1],
				[35, 0],
				[35, 2],
				[36, 0],
				[36, 1],
				[37, 0],
				[37, 1],
				[40, 0],
				[40, 2],
				[41, 0],
				[41, 1],
				[42, 0],
				[42, 1],
				[46, 0],
				[46, 1],
				[49, 0],
				[49, 2],
				[50, 0],
				[50, 1],
				[52, 0],
				[52, 2],
				[53, 0],
				[53, 1],
				[57, 0],
				[57, 2],
				[58, 0],
				[58, 1],
				[61, 0],
				[61, 2],
				[62, 0],
				[62, 1],
				[66, 0],
				[66, 2],
				[67, 0],
				[67, 1],
				[70, 1],
				[70, 2],
				[76, 1],
				[76, 2]
			],
			performAction: function anonymous(yytext, yyleng, yylineno, yy, yystate, $$, _$) {
				var $0 = $$.length - 1;
				switch (yystate) {
					case 1: return $$[$0 - 1];
					case 2:
						this.$ = yy.prepareProgram($$[$0]);
						break;
					case 3:
						this.$ = $$[$0];
						break;
					case 4:
						this.$ = $$[$0];
						break;
					case 5:
						this.$ = $$[$0];
						break;
					case 6:
						this.$ = $$[$0];
						break;
					case 7:
						this.$ = $$[$0];
						break;
					case 8:
						this.$ = $$[$0];
						break;
					case 9:
						this.$ = {
							type: "CommentStatement",
							value: yy.stripComment($$[$0]),
							strip: yy.stripFlags($$[$0], $$[$0]),
							loc: yy.locInfo(this._$)
						};
						break;
					case 10:
						this.$ = {
							type: "ContentStatement",
							original: $$[$0],
							value: $$[$0],
							loc: yy.locInfo(this._$)
						};
						break;
					case 11:
						this.$ = yy.prepareRawBlock($$[$0 - 2], $$[$0 - 1], $$[$0], this._$);
						break;
					case 12:
						this.$ = {
							path: $$[$0 - 3],
							params: $$[$0 - 2],
							hash: $$[$0 - 1]
						};
						break;
					case 13:
						this.$ = yy.prepareBlock($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0], false, this._$);
						break;
					case 14:
						this.$ = yy.prepareBlock($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0], true, this._$);
						break;
					case 15:
						this.$ = {
							open: $$[$0 - 5],
							path: $$[$0 - 4],
							params: $$[$0 - 3],
							hash: $$[$0 - 2],
							blockParams: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 5], $$[$0])
						};
						break;
					case 16:
						this.$ = {
							path: $$[$0 - 4],
							params: $$[$0 - 3],
							hash: $$[$0 - 2],
							blockParams: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 5], $$[$0])
						};
						break;
					case 17:
						this.$ = {
							path: $$[$0 - 4],
							params: $$[$0 - 3],
							hash: $$[$0 - 2],
							blockParams: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 5], $$[$0])
						};
						break;
					case 18:
						this.$ = {
							strip: yy.stripFlags($$[$0 - 1], $$[$0 - 1]),
							program: $$[$0]
						};
						break;
					case 19:
						var inverse = yy.prepareBlock($$[$0 - 2], $$[$0 - 1], $$[$0], $$[$0], false, this._$), program = yy.prepareProgram([inverse], $$[$0 - 1].loc);
						program.chained = true;
						this.$ = {
							strip: $$[$0 - 2].strip,
							program,
							chain: true
						};
						break;
					case 20:
						this.$ = $$[$0];
						break;
					case 21:
						this.$ = {
							path: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 2], $$[$0])
						};
						break;
					case 22:
						this.$ = yy.prepareMustache($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0 - 4], yy.stripFlags($$[$0 - 4], $$[$0]), this._$);
						break;
					case 23:
						this.$ = yy.prepareMustache($$[$0 - 3], $$[$0 - 2], $$[$0 - 1], $$[$0 - 4], yy.stripFlags($$[$0 - 4], $$[$0]), this._$);
						break;
					case 24:
						this.$ = {
							type: "PartialStatement",
							name: $$[$0 - 3],
							params: $$[$0 - 2],
							hash: $$[$0 - 1],
							indent: "",
							strip: yy.stripFlags($$[$0 - 4], $$[$0]),
							loc: yy.locInfo(this._$)
						};
						break;
					case 25:
						this.$ = yy.preparePartialBlock($$[$0 - 2], $$[$0 - 1], $$[$0], this._$);
						break;
					case 26:
						this.$ = {
							path: $$[$0 - 3],
							params: $$[$0 - 2],
							hash: $$[$0 - 1],
							strip: yy.stripFlags($$[$0 - 4], $$[$0])
						};
						break;
					case 27:
						this.$ = $$[$0];
						break;
					case 28:
						this.$ = $$[$0];
						break;
					case 29:
						this.$ = {
							type: "SubExpression",
							path: $$[$0 - 3],
							params: $$[$0 - 2],
							hash: $$[$0 - 1],
							loc: yy.locInfo(this._$)
						};
						break;
					case 30:
						this.$ = {
							type: "Hash",
							pairs: $$[$0],
							loc: yy.locInfo(this._$)
						};
						break;
					case 31:
						this.$ = {
							type: "HashPair",
							key: yy.id($$[$0 - 2]),
							value: $$[$0],
							loc: yy.locInfo(this._$)
						};
						break;
					case 32:
						this.$ = yy.id($$[$0 - 1]);
						break;
					case 33:
						this.$ = $$[$0];
						break;
					case 34:
						this.$ = $$[$0];
						break;
					case 35:
						this.$ = {
							type: "StringLiteral",
							value: $$[$0],
							original: $$[$0],
							loc: yy.locInfo(this._$)
						};
						break;
					case 36:
						this.$ = {
							type: "NumberLiteral",
							value: Number($$[$0]),
							original: Number($$[$0]),
							loc: yy.locInfo(this._$)
						};
						break;
					case 37:
						this.$ = {
							type: "BooleanLiteral",
							value: $$[$0] === "true",
							original: $$[$0] === "true",
							loc: yy.locInfo(this._$)
						};
						break;
					case 38:
						this.$ = {
							type: "UndefinedLiteral",
							original: void 0,
							value: void 0,
							loc: yy.locInfo(this._$)
						};
						break;
					case 39:
						this.$ = {
							type: "NullLiteral",
							original: null,
							value: null,
							loc: yy.locInfo(this._$)
						};
						break;
					case 40:
						this.$ = $$[$0];
						break;
					case 41:
						this.$ = $$[$0];
						break;
					case 42:
						this.$ = yy.preparePath(true, $$[$0], this._$);
						break;
					case 43:
						this.$ = yy.preparePath(false, $$[$0], this._$);
						break;
					case 44:
						$$[$0 - 2].push({
							part: yy.id($$[$0]),
							original: $$[$0],
							separator: $$[$0 - 1]
						});
						this.$ = $$[$0 - 2];
						break;
					case 45:
						this.$ = [{
							part: yy.id($$[$0]),
							original: $$[$0]
						}];
						break;
					case 46:
						this.$ = [];
						break;
					case 47:
						$$[$0 - 1].push($$[$0]);
						break;
					case 48:
						this.$ = [];
						break;
					case 49:
						$$[$0 - 1].push($$[$0]);
						break;
					case 50:
						this.$ = [];
						break;
					case 51:
						$$[$0 - 1].push($$[$0]);
						break;
					case 58:
						this.$ = [];
						break;
					case 59:
						$$[$0 - 1].push($$[$0]);
						break;
					case 64:
						this.$ = [];
						break;
					case 65:
						$$[$0 - 1].push($$[$0]);
						break;
					case 70:
						this.$ = [];
						break;
					case 71:
						$$[$0 - 1].push($$[$0]);
						break;
					case 78:
						this.$ = [];
						break;
					case 79:
						$$[$0 - 1].push($$[$0]);
						break;
					case 82:
						this.$ = [];
						break;
					case 83:
						$$[$0 - 1].push($$[$0]);
						break;
					case 86:
						this.$ = [];
						break;
					case 87:
						$$[$0 - 1].push($$[$0]);
						break;
					case 90:
						this.$ = [];
						break;
					case 91:
						$$[$0 - 1].push($$[$0]);
						break;
					case 94:
						this.$ = [];
						break;
					case 95:
						$$[$0 - 1].push($$[$0]);
						break;
					case 98:
						this.$ = [$$[$0]];
						break;
					case 99:
						$$[$0 - 1].push($$[$0]);
						break;
					case 100:
						this.$ = [$$[$0]];
						break;
					case 101: $$[$0 - 1].push($$[$0]);
				}
			},
			table: [
				{
					3: 1,
					4: 2,
					5: [2, 46],
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{ 1: [3] },
				{ 5: [1, 4] },
				{
					5: [2, 2],
					7: 5,
					8: 6,
					9: 7,
					10: 8,
					11: 9,
					12: 10,
					13: 11,
					14: [1, 12],
					15: [1, 20],
					16: 17,
					19: [1, 23],
					24: 15,
					27: 16,
					29: [1, 21],
					34: [1, 22],
					39: [2, 2],
					44: [2, 2],
					47: [2, 2],
					48: [1, 13],
					51: [1, 14],
					55: [1, 18],
					59: 19,
					60: [1, 24]
				},
				{ 1: [2, 1] },
				{
					5: [2, 47],
					14: [2, 47],
					15: [2, 47],
					19: [2, 47],
					29: [2, 47],
					34: [2, 47],
					39: [2, 47],
					44: [2, 47],
					47: [2, 47],
					48: [2, 47],
					51: [2, 47],
					55: [2, 47],
					60: [2, 47]
				},
				{
					5: [2, 3],
					14: [2, 3],
					15: [2, 3],
					19: [2, 3],
					29: [2, 3],
					34: [2, 3],
					39: [2, 3],
					44: [2, 3],
					47: [2, 3],
					48: [2, 3],
					51: [2, 3],
					55: [2, 3],
					60: [2, 3]
				},
				{
					5: [2, 4],
					14: [2, 4],
					15: [2, 4],
					19: [2, 4],
					29: [2, 4],
					34: [2, 4],
					39: [2, 4],
					44: [2, 4],
					47: [2, 4],
					48: [2, 4],
					51: [2, 4],
					55: [2, 4],
					60: [2, 4]
				},
				{
					5: [2, 5],
					14: [2, 5],
					15: [2, 5],
					19: [2, 5],
					29: [2, 5],
					34: [2, 5],
					39: [2, 5],
					44: [2, 5],
					47: [2, 5],
					48: [2, 5],
					51: [2, 5],
					55: [2, 5],
					60: [2, 5]
				},
				{
					5: [2, 6],
					14: [2, 6],
					15: [2, 6],
					19: [2, 6],
					29: [2, 6],
					34: [2, 6],
					39: [2, 6],
					44: [2, 6],
					47: [2, 6],
					48: [2, 6],
					51: [2, 6],
					55: [2, 6],
					60: [2, 6]
				},
				{
					5: [2, 7],
					14: [2, 7],
					15: [2, 7],
					19: [2, 7],
					29: [2, 7],
					34: [2, 7],
					39: [2, 7],
					44: [2, 7],
					47: [2, 7],
					48: [2, 7],
					51: [2, 7],
					55: [2, 7],
					60: [2, 7]
				},
				{
					5: [2, 8],
					14: [2, 8],
					15: [2, 8],
					19: [2, 8],
					29: [2, 8],
					34: [2, 8],
					39: [2, 8],
					44: [2, 8],
					47: [2, 8],
					48: [2, 8],
					51: [2, 8],
					55: [2, 8],
					60: [2, 8]
				},
				{
					5: [2, 9],
					14: [2, 9],
					15: [2, 9],
					19: [2, 9],
					29: [2, 9],
					34: [2, 9],
					39: [2, 9],
					44: [2, 9],
					47: [2, 9],
					48: [2, 9],
					51: [2, 9],
					55: [2, 9],
					60: [2, 9]
				},
				{
					20: 25,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 36,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					4: 37,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					39: [2, 46],
					44: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{
					4: 38,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					44: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{
					15: [2, 48],
					17: 39,
					18: [2, 48]
				},
				{
					20: 41,
					56: 40,
					64: 42,
					65: [1, 43],
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					4: 44,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{
					5: [2, 10],
					14: [2, 10],
					15: [2, 10],
					18: [2, 10],
					19: [2, 10],
					29: [2, 10],
					34: [2, 10],
					39: [2, 10],
					44: [2, 10],
					47: [2, 10],
					48: [2, 10],
					51: [2, 10],
					55: [2, 10],
					60: [2, 10]
				},
				{
					20: 45,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 46,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 47,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 41,
					56: 48,
					64: 42,
					65: [1, 43],
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					33: [2, 78],
					49: 49,
					65: [2, 78],
					72: [2, 78],
					80: [2, 78],
					81: [2, 78],
					82: [2, 78],
					83: [2, 78],
					84: [2, 78],
					85: [2, 78]
				},
				{
					23: [2, 33],
					33: [2, 33],
					54: [2, 33],
					65: [2, 33],
					68: [2, 33],
					72: [2, 33],
					75: [2, 33],
					80: [2, 33],
					81: [2, 33],
					82: [2, 33],
					83: [2, 33],
					84: [2, 33],
					85: [2, 33]
				},
				{
					23: [2, 34],
					33: [2, 34],
					54: [2, 34],
					65: [2, 34],
					68: [2, 34],
					72: [2, 34],
					75: [2, 34],
					80: [2, 34],
					81: [2, 34],
					82: [2, 34],
					83: [2, 34],
					84: [2, 34],
					85: [2, 34]
				},
				{
					23: [2, 35],
					33: [2, 35],
					54: [2, 35],
					65: [2, 35],
					68: [2, 35],
					72: [2, 35],
					75: [2, 35],
					80: [2, 35],
					81: [2, 35],
					82: [2, 35],
					83: [2, 35],
					84: [2, 35],
					85: [2, 35]
				},
				{
					23: [2, 36],
					33: [2, 36],
					54: [2, 36],
					65: [2, 36],
					68: [2, 36],
					72: [2, 36],
					75: [2, 36],
					80: [2, 36],
					81: [2, 36],
					82: [2, 36],
					83: [2, 36],
					84: [2, 36],
					85: [2, 36]
				},
				{
					23: [2, 37],
					33: [2, 37],
					54: [2, 37],
					65: [2, 37],
					68: [2, 37],
					72: [2, 37],
					75: [2, 37],
					80: [2, 37],
					81: [2, 37],
					82: [2, 37],
					83: [2, 37],
					84: [2, 37],
					85: [2, 37]
				},
				{
					23: [2, 38],
					33: [2, 38],
					54: [2, 38],
					65: [2, 38],
					68: [2, 38],
					72: [2, 38],
					75: [2, 38],
					80: [2, 38],
					81: [2, 38],
					82: [2, 38],
					83: [2, 38],
					84: [2, 38],
					85: [2, 38]
				},
				{
					23: [2, 39],
					33: [2, 39],
					54: [2, 39],
					65: [2, 39],
					68: [2, 39],
					72: [2, 39],
					75: [2, 39],
					80: [2, 39],
					81: [2, 39],
					82: [2, 39],
					83: [2, 39],
					84: [2, 39],
					85: [2, 39]
				},
				{
					23: [2, 43],
					33: [2, 43],
					54: [2, 43],
					65: [2, 43],
					68: [2, 43],
					72: [2, 43],
					75: [2, 43],
					80: [2, 43],
					81: [2, 43],
					82: [2, 43],
					83: [2, 43],
					84: [2, 43],
					85: [2, 43],
					87: [1, 50]
				},
				{
					72: [1, 35],
					86: 51
				},
				{
					23: [2, 45],
					33: [2, 45],
					54: [2, 45],
					65: [2, 45],
					68: [2, 45],
					72: [2, 45],
					75: [2, 45],
					80: [2, 45],
					81: [2, 45],
					82: [2, 45],
					83: [2, 45],
					84: [2, 45],
					85: [2, 45],
					87: [2, 45]
				},
				{
					52: 52,
					54: [2, 82],
					65: [2, 82],
					72: [2, 82],
					80: [2, 82],
					81: [2, 82],
					82: [2, 82],
					83: [2, 82],
					84: [2, 82],
					85: [2, 82]
				},
				{
					25: 53,
					38: 55,
					39: [1, 57],
					43: 56,
					44: [1, 58],
					45: 54,
					47: [2, 54]
				},
				{
					28: 59,
					43: 60,
					44: [1, 58],
					47: [2, 56]
				},
				{
					13: 62,
					15: [1, 20],
					18: [1, 61]
				},
				{
					33: [2, 86],
					57: 63,
					65: [2, 86],
					72: [2, 86],
					80: [2, 86],
					81: [2, 86],
					82: [2, 86],
					83: [2, 86],
					84: [2, 86],
					85: [2, 86]
				},
				{
					33: [2, 40],
					65: [2, 40],
					72: [2, 40],
					80: [2, 40],
					81: [2, 40],
					82: [2, 40],
					83: [2, 40],
					84: [2, 40],
					85: [2, 40]
				},
				{
					33: [2, 41],
					65: [2, 41],
					72: [2, 41],
					80: [2, 41],
					81: [2, 41],
					82: [2, 41],
					83: [2, 41],
					84: [2, 41],
					85: [2, 41]
				},
				{
					20: 64,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					26: 65,
					47: [1, 66]
				},
				{
					30: 67,
					33: [2, 58],
					65: [2, 58],
					72: [2, 58],
					75: [2, 58],
					80: [2, 58],
					81: [2, 58],
					82: [2, 58],
					83: [2, 58],
					84: [2, 58],
					85: [2, 58]
				},
				{
					33: [2, 64],
					35: 68,
					65: [2, 64],
					72: [2, 64],
					75: [2, 64],
					80: [2, 64],
					81: [2, 64],
					82: [2, 64],
					83: [2, 64],
					84: [2, 64],
					85: [2, 64]
				},
				{
					21: 69,
					23: [2, 50],
					65: [2, 50],
					72: [2, 50],
					80: [2, 50],
					81: [2, 50],
					82: [2, 50],
					83: [2, 50],
					84: [2, 50],
					85: [2, 50]
				},
				{
					33: [2, 90],
					61: 70,
					65: [2, 90],
					72: [2, 90],
					80: [2, 90],
					81: [2, 90],
					82: [2, 90],
					83: [2, 90],
					84: [2, 90],
					85: [2, 90]
				},
				{
					20: 74,
					33: [2, 80],
					50: 71,
					63: 72,
					64: 75,
					65: [1, 43],
					69: 73,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{ 72: [1, 79] },
				{
					23: [2, 42],
					33: [2, 42],
					54: [2, 42],
					65: [2, 42],
					68: [2, 42],
					72: [2, 42],
					75: [2, 42],
					80: [2, 42],
					81: [2, 42],
					82: [2, 42],
					83: [2, 42],
					84: [2, 42],
					85: [2, 42],
					87: [1, 50]
				},
				{
					20: 74,
					53: 80,
					54: [2, 84],
					63: 81,
					64: 75,
					65: [1, 43],
					69: 82,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					26: 83,
					47: [1, 66]
				},
				{ 47: [2, 55] },
				{
					4: 84,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					39: [2, 46],
					44: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{ 47: [2, 20] },
				{
					20: 85,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					4: 86,
					6: 3,
					14: [2, 46],
					15: [2, 46],
					19: [2, 46],
					29: [2, 46],
					34: [2, 46],
					47: [2, 46],
					48: [2, 46],
					51: [2, 46],
					55: [2, 46],
					60: [2, 46]
				},
				{
					26: 87,
					47: [1, 66]
				},
				{ 47: [2, 57] },
				{
					5: [2, 11],
					14: [2, 11],
					15: [2, 11],
					19: [2, 11],
					29: [2, 11],
					34: [2, 11],
					39: [2, 11],
					44: [2, 11],
					47: [2, 11],
					48: [2, 11],
					51: [2, 11],
					55: [2, 11],
					60: [2, 11]
				},
				{
					15: [2, 49],
					18: [2, 49]
				},
				{
					20: 74,
					33: [2, 88],
					58: 88,
					63: 89,
					64: 75,
					65: [1, 43],
					69: 90,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					65: [2, 94],
					66: 91,
					68: [2, 94],
					72: [2, 94],
					80: [2, 94],
					81: [2, 94],
					82: [2, 94],
					83: [2, 94],
					84: [2, 94],
					85: [2, 94]
				},
				{
					5: [2, 25],
					14: [2, 25],
					15: [2, 25],
					19: [2, 25],
					29: [2, 25],
					34: [2, 25],
					39: [2, 25],
					44: [2, 25],
					47: [2, 25],
					48: [2, 25],
					51: [2, 25],
					55: [2, 25],
					60: [2, 25]
				},
				{
					20: 92,
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 74,
					31: 93,
					33: [2, 60],
					63: 94,
					64: 75,
					65: [1, 43],
					69: 95,
					70: 76,
					71: 77,
					72: [1, 78],
					75: [2, 60],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 74,
					33: [2, 66],
					36: 96,
					63: 97,
					64: 75,
					65: [1, 43],
					69: 98,
					70: 76,
					71: 77,
					72: [1, 78],
					75: [2, 66],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 74,
					22: 99,
					23: [2, 52],
					63: 100,
					64: 75,
					65: [1, 43],
					69: 101,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					20: 74,
					33: [2, 92],
					62: 102,
					63: 103,
					64: 75,
					65: [1, 43],
					69: 104,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{ 33: [1, 105] },
				{
					33: [2, 79],
					65: [2, 79],
					72: [2, 79],
					80: [2, 79],
					81: [2, 79],
					82: [2, 79],
					83: [2, 79],
					84: [2, 79],
					85: [2, 79]
				},
				{ 33: [2, 81] },
				{
					23: [2, 27],
					33: [2, 27],
					54: [2, 27],
					65: [2, 27],
					68: [2, 27],
					72: [2, 27],
					75: [2, 27],
					80: [2, 27],
					81: [2, 27],
					82: [2, 27],
					83: [2, 27],
					84: [2, 27],
					85: [2, 27]
				},
				{
					23: [2, 28],
					33: [2, 28],
					54: [2, 28],
					65: [2, 28],
					68: [2, 28],
					72: [2, 28],
					75: [2, 28],
					80: [2, 28],
					81: [2, 28],
					82: [2, 28],
					83: [2, 28],
					84: [2, 28],
					85: [2, 28]
				},
				{
					23: [2, 30],
					33: [2, 30],
					54: [2, 30],
					68: [2, 30],
					71: 106,
					72: [1, 107],
					75: [2, 30]
				},
				{
					23: [2, 98],
					33: [2, 98],
					54: [2, 98],
					68: [2, 98],
					72: [2, 98],
					75: [2, 98]
				},
				{
					23: [2, 45],
					33: [2, 45],
					54: [2, 45],
					65: [2, 45],
					68: [2, 45],
					72: [2, 45],
					73: [1, 108],
					75: [2, 45],
					80: [2, 45],
					81: [2, 45],
					82: [2, 45],
					83: [2, 45],
					84: [2, 45],
					85: [2, 45],
					87: [2, 45]
				},
				{
					23: [2, 44],
					33: [2, 44],
					54: [2, 44],
					65: [2, 44],
					68: [2, 44],
					72: [2, 44],
					75: [2, 44],
					80: [2, 44],
					81: [2, 44],
					82: [2, 44],
					83: [2, 44],
					84: [2, 44],
					85: [2, 44],
					87: [2, 44]
				},
				{ 54: [1, 109] },
				{
					54: [2, 83],
					65: [2, 83],
					72: [2, 83],
					80: [2, 83],
					81: [2, 83],
					82: [2, 83],
					83: [2, 83],
					84: [2, 83],
					85: [2, 83]
				},
				{ 54: [2, 85] },
				{
					5: [2, 13],
					14: [2, 13],
					15: [2, 13],
					19: [2, 13],
					29: [2, 13],
					34: [2, 13],
					39: [2, 13],
					44: [2, 13],
					47: [2, 13],
					48: [2, 13],
					51: [2, 13],
					55: [2, 13],
					60: [2, 13]
				},
				{
					38: 55,
					39: [1, 57],
					43: 56,
					44: [1, 58],
					45: 111,
					46: 110,
					47: [2, 76]
				},
				{
					33: [2, 70],
					40: 112,
					65: [2, 70],
					72: [2, 70],
					75: [2, 70],
					80: [2, 70],
					81: [2, 70],
					82: [2, 70],
					83: [2, 70],
					84: [2, 70],
					85: [2, 70]
				},
				{ 47: [2, 18] },
				{
					5: [2, 14],
					14: [2, 14],
					15: [2, 14],
					19: [2, 14],
					29: [2, 14],
					34: [2, 14],
					39: [2, 14],
					44: [2, 14],
					47: [2, 14],
					48: [2, 14],
					51: [2, 14],
					55: [2, 14],
					60: [2, 14]
				},
				{ 33: [1, 113] },
				{
					33: [2, 87],
					65: [2, 87],
					72: [2, 87],
					80: [2, 87],
					81: [2, 87],
					82: [2, 87],
					83: [2, 87],
					84: [2, 87],
					85: [2, 87]
				},
				{ 33: [2, 89] },
				{
					20: 74,
					63: 115,
					64: 75,
					65: [1, 43],
					67: 114,
					68: [2, 96],
					69: 116,
					70: 76,
					71: 77,
					72: [1, 78],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{ 33: [1, 117] },
				{
					32: 118,
					33: [2, 62],
					74: 119,
					75: [1, 120]
				},
				{
					33: [2, 59],
					65: [2, 59],
					72: [2, 59],
					75: [2, 59],
					80: [2, 59],
					81: [2, 59],
					82: [2, 59],
					83: [2, 59],
					84: [2, 59],
					85: [2, 59]
				},
				{
					33: [2, 61],
					75: [2, 61]
				},
				{
					33: [2, 68],
					37: 121,
					74: 122,
					75: [1, 120]
				},
				{
					33: [2, 65],
					65: [2, 65],
					72: [2, 65],
					75: [2, 65],
					80: [2, 65],
					81: [2, 65],
					82: [2, 65],
					83: [2, 65],
					84: [2, 65],
					85: [2, 65]
				},
				{
					33: [2, 67],
					75: [2, 67]
				},
				{ 23: [1, 123] },
				{
					23: [2, 51],
					65: [2, 51],
					72: [2, 51],
					80: [2, 51],
					81: [2, 51],
					82: [2, 51],
					83: [2, 51],
					84: [2, 51],
					85: [2, 51]
				},
				{ 23: [2, 53] },
				{ 33: [1, 124] },
				{
					33: [2, 91],
					65: [2, 91],
					72: [2, 91],
					80: [2, 91],
					81: [2, 91],
					82: [2, 91],
					83: [2, 91],
					84: [2, 91],
					85: [2, 91]
				},
				{ 33: [2, 93] },
				{
					5: [2, 22],
					14: [2, 22],
					15: [2, 22],
					19: [2, 22],
					29: [2, 22],
					34: [2, 22],
					39: [2, 22],
					44: [2, 22],
					47: [2, 22],
					48: [2, 22],
					51: [2, 22],
					55: [2, 22],
					60: [2, 22]
				},
				{
					23: [2, 99],
					33: [2, 99],
					54: [2, 99],
					68: [2, 99],
					72: [2, 99],
					75: [2, 99]
				},
				{ 73: [1, 108] },
				{
					20: 74,
					63: 125,
					64: 75,
					65: [1, 43],
					72: [1, 35],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					5: [2, 23],
					14: [2, 23],
					15: [2, 23],
					19: [2, 23],
					29: [2, 23],
					34: [2, 23],
					39: [2, 23],
					44: [2, 23],
					47: [2, 23],
					48: [2, 23],
					51: [2, 23],
					55: [2, 23],
					60: [2, 23]
				},
				{ 47: [2, 19] },
				{ 47: [2, 77] },
				{
					20: 74,
					33: [2, 72],
					41: 126,
					63: 127,
					64: 75,
					65: [1, 43],
					69: 128,
					70: 76,
					71: 77,
					72: [1, 78],
					75: [2, 72],
					78: 26,
					79: 27,
					80: [1, 28],
					81: [1, 29],
					82: [1, 30],
					83: [1, 31],
					84: [1, 32],
					85: [1, 34],
					86: 33
				},
				{
					5: [2, 24],
					14: [2, 24],
					15: [2, 24],
					19: [2, 24],
					29: [2, 24],
					34: [2, 24],
					39: [2, 24],
					44: [2, 24],
					47: [2, 24],
					48: [2, 24],
					51: [2, 24],
					55: [2, 24],
					60: [2, 24]
				},
				{ 68: [1, 129] },
				{
					65: [2, 95],
					68: [2, 95],
					72: [2, 95],
					80: [2, 95],
					81: [2, 95],
					82: [2, 95],
					83: [2, 95],
					84: [2, 95],
					85: [2, 95]
				},
				{ 68: [2, 97] },
				{
					5: [2, 21],
					14: [2, 21],
					15: [2, 21],
					19: [2, 21],
					29: [2, 21],
					34: [2, 21],
					39: [2, 21],
					44: [2, 21],
					47: [2, 21],
					48: [2, 21],
					51: [2, 21],
					55: [2, 21],
					60: [2, 21]
				},
				{ 33: [1, 130] },
				{ 33: [2, 63] },
				{
					72: [1, 132],
					76: 131
				},
				{ 33: [1, 133] },
				{ 33: [2, 69] },
				{
					15: [2, 12],
					18: [2, 12]
				},
				{
					14: [2, 26],
					15: [2, 26],
					19: [2, 26],
					29: [2, 26],
					34: [2, 26],
					47: [2, 26],
					48: [2, 26],
					51: [2, 26],
					55: [2, 26],
					60: [2, 26]
				},
				{
					23: [2, 31],
					33: [2, 31],
					54: [2, 31],
					68: [2, 31],
					72: [2, 31],
					75: [2, 31]
				},
				{
					33: [2, 74],
					42: 134,
					74: 135,
					75: [1, 120]
				},
				{
					33: [2, 71],
					65: [2, 71],
					72: [2, 71],
					75: [2, 71],
					80: [2, 71],
					81: [2, 71],
					82: [2, 71],
					83: [2, 71],
					84: [2, 71],
					85: [2, 71]
				},
				{
					33: [2, 73],
					75: [2, 73]
				},
				{
					23: [2, 29],
					33: [2, 29],
					54: [2, 29],
					65: [2, 29],
					68: [2, 29],
					72: [2, 29],
					75: [2, 29],
					80: [2, 29],
					81: [2, 29],
					82: [2, 29],
					83: [2, 29],
					84: [2, 29],
					85: [2, 29]
				},
				{
					14: [2, 15],
					15: [2, 15],
					19: [2, 15],
					29: [2, 15],
					34: [2, 15],
					39: [2, 15],
					44: [2, 15],
					47: [2, 15],
					48: [2, 15],
					51: [2, 15],
					55: [2, 15],
					60: [2, 15]
				},
				{
					72: [1, 137],
					77: [1, 136]
				},
				{
					72: [2, 100],
					77: [2, 100]
				},
				{
					14: [2, 16],
					15: [2, 16],
					19: [2, 16],
					29: [2, 16],
					34: [2, 16],
					44: [2, 16],
					47: [2, 16],
					48: [2, 16],
					51: [2, 16],
					55: [2, 16],
					60: [2, 16]
				},
				{ 33: [1, 138] },
				{ 33: [2, 75] },
				{ 33: [2, 32] },
				{
					72: [2, 101],
					77: [2, 101]
				},
				{
					14: [2, 17],
					15: [2, 17],
					19: [2, 17],
					29: [2, 17],
					34: [2, 17],
					39: [2, 17],
					44: [2, 17],
					47: [2, 17],
					48: [2, 17],
					51: [2, 17],
					55: [2, 17],
					60: [2, 17]
				}
			],
			defaultActions: {
				4: [2, 1],
				54: [2, 55],
				56: [2, 20],
				60: [2, 57],
				73: [2, 81],
				82: [2, 85],
				86: [2, 18],
				90: [2, 89],
				101: [2, 53],
				104: [2, 93],
				110: [2, 19],
				111: [2, 77],
				116: [2, 97],
				119: [2, 63],
				122: [2, 69],
				135: [2, 75],
				136: [2, 32]
			},
			parseError: function parseError(str, hash) {
				throw new Error(str);
			},
			parse: function parse(input) {
				var self = this, stack = [0], vstack = [null], lstack = [], table = this.table, yytext = "", yylineno = 0, yyleng = 0, recovering = 0;
				this.lexer.setInput(input);
				this.lexer.yy = this.yy;
				this.yy.lexer = this.lexer;
				this.yy.parser = this;
				if (typeof this.lexer.yylloc == "undefined") this.lexer.yylloc = {};
				var yyloc = this.lexer.yylloc;
				lstack.push(yyloc);
				var ranges = this.lexer.options && this.lexer.options.ranges;
				if (typeof this.yy.parseError === "function") this.parseError = this.yy.parseError;
				function lex() {
					var token = self.lexer.lex() || 1;
					if (typeof token !== "number") token = self.symbols_[token] || token;
					return token;
				}
				var symbol, preErrorSymbol, state, action, r, yyval = {}, p, len, newState, expected;
				while (true) {
					state = stack[stack.length - 1];
					if (this.defaultActions[state]) action = this.defaultActions[state];
					else {
						if (symbol === null || typeof symbol == "undefined") symbol = lex();
						action = table[state] && table[state][symbol];
					}
					if (typeof action === "undefined" || !action.length || !action[0]) {
						var errStr = "";
						if (!recovering) {
							expected = [];
							for (p in table[state]) if (this.terminals_[p] && p > 2) expected.push("'" + this.terminals_[p] + "'");
							if (this.lexer.showPosition) errStr = "Parse error on line " + (yylineno + 1) + ":\n" + this.lexer.showPosition() + "\nExpecting " + expected.join(", ") + ", got '" + (this.terminals_[symbol] || symbol) + "'";
							else errStr = "Parse error on line " + (yylineno + 1) + ": Unexpected " + (symbol == 1 ? "end of input" : "'" + (this.terminals_[symbol] || symbol) + "'");
							this.parseError(errStr, {
								text: this.lexer.match,
								token: this.terminals_[symbol] || symbol,
								line: this.lexer.yylineno,
								loc: yyloc,
								expected
							});
						}
					}
					if (action[0] instanceof Array && action.length > 1) throw new Error("Parse Error: multiple actions possible at state: " + state + ", token: " + symbol);
					switch (action[0]) {
						case 1:
							stack.push(symbol);
							vstack.push(this.lexer.yytext);
							lstack.push(this.lexer.yylloc);
							stack.push(action[1]);
							symbol = null;
							if (!preErrorSymbol) {
								yyleng = this.lexer.yyleng;
								yytext = this.lexer.yytext;
								yylineno = this.lexer.yylineno;
								yyloc = this.lexer.yylloc;
								if (recovering > 0) recovering--;
							} else {
								symbol = preErrorSymbol;
								preErrorSymbol = null;
							}
							break;
						case 2:
							len = this.productions_[action[1]][1];
							yyval.$ = vstack[vstack.length - len];
							yyval._$ = {
								first_line: lstack[lstack.length - (len || 1)].first_line,
								last_line: lstack[lstack.length - 1].last_line,
								first_column: lstack[lstack.length - (len || 1)].first_column,
								last_column: lstack[lstack.length - 1].last_column
							};
							if (ranges) yyval._$.range = [lstack[lstack.length - (len || 1)].range[0], lstack[lstack.length - 1].range[1]];
							r = this.performAction.call(yyval, yytext, yyleng, yylineno, this.yy, action[1], vstack, lstack);
							if (typeof r !== "undefined") return r;
							if (len) {
								stack = stack.slice(0, -1 * len * 2);
								vstack = vstack.slice(0, -1 * len);
								lstack = lstack.slice(0, -1 * len);
							}
							stack.push(this.productions_[action[1]][0]);
							vstack.push(yyval.$);
							lstack.push(yyval._$);
							newState = table[stack[stack.length - 2]][stack[stack.length - 1]];
							stack.push(newState);
							break;
						case 3: return true;
					}
				}
				return true;
			}
		};
		parser.lexer = (function() {
			var lexer = {
				EOF: 1,
				parseError: function parseError(str, hash) {
					if (this.yy.parser) this.yy.parser.parseError(str, hash);
					else throw new Error(str);
				},
				setInput: function setInput(input) {
					this._input = input;
					this._more = this._less = this.done = false;
					this.yylineno = this.yyleng = 0;
					this.yytext = this.matched = this.match = "";
					this.conditionStack = ["INITIAL"];
					this.yylloc = {
						first_line: 1,
						first_column: 0,
						last_line: 1,
						last_column: 0
					};
					if (this.options.ranges) this.yylloc.range = [0, 0];
					this.offset = 0;
					return this;
				},
				input: function input() {
					var ch = this._input[0];
					this.yytext += ch;
					this.yyleng++;
					this.offset++;
					this.match += ch;
					this.matched += ch;
					if (ch.match(/(?:\r\n?|\n).*/g)) {
						this.yylineno++;
						this.yylloc.last_line++;
					} else this.yylloc.last_column++;
					if (this.options.ranges) this.yylloc.range[1]++;
					this._input = this._input.slice(1);
					return ch;
				},
				unput: function unput(ch) {
					var len = ch.length;
					var lines = ch.split(/(?:\r\n?|\n)/g);
					this._input = ch + this._input;
					this.yytext = this.yytext.substr(0, this.yytext.length - len - 1);
					this.offset -= len;
					var oldLines = this.match.split(/(?:\r\n?|\n)/g);
					this.match = this.match.substr(0, this.match.length - 1);
					this.matched = this.matched.substr(0, this.matched.length - 1);
					if (lines.length - 1) this.yylineno -= lines.length - 1;
					var r = this.yylloc.range;
					this.yylloc = {
						first_line: this.yylloc.first_line,
						last_line: this.yylineno + 1,
						first_column: this.yylloc.first_column,
						last_column: lines ? (lines.length === oldLines.length ? this.yylloc.first_column : 0) + oldLines[oldLines.length - lines.length].length - lines[0].length : this.yylloc.first_column - len
					};
					if (this.options.ranges) this.yylloc.range = [r[0], r[0] + this.yyleng - len];
					return this;
				},
				more: function more() {
					this._more = true;
					return this;
				},
				less: function less(n) {
					this.unput(this.match.slice(n));
				},
				pastInput: function pastInput() {
					var past = this.matched.substr(0, this.matched.length - this.match.length);
					return (past.length > 20 ? "..." : "") + past.substr(-20).replace(/\n/g, "");
				},
				upcomingInput: function upcomingInput() {
					var next = this.match;
					if (next.length < 20) next += this._input.substr(0, 20 - next.length);
					return (next.substr(0, 20) + (next.length > 20 ? "..." : "")).replace(/\n/g, "");
				},
				showPosition: function showPosition() {
					var pre = this.pastInput();
					var c = new Array(pre.length + 1).join("-");
					return pre + this.upcomingInput() + "\n" + c + "^";
				},
				next: function next() {
					if (this.done) return this.EOF;
					if (!this._input) this.done = true;
					var token, match, tempMatch, index, lines;
					if (!this._more) {
						this.yytext = "";
						this.match = "";
					}
					var rules = this._currentRules();
					for (var i = 0; i < rules.length; i++) {
						tempMatch = this._input.match(this.rules[rules[i]]);
						if (tempMatch && (!match || tempMatch[0].length > match[0].length)) {
							match = tempMatch;
							index = i;
							if (!this.options.flex) break;
						}
					}
					if (match) {
						lines = match[0].match(/(?:\r\n?|\n).*/g);
						if (lines) this.yylineno += lines.length;
						this.yylloc = {
							first_line: this.yylloc.last_line,
							last_line: this.yylineno + 1,
							first_column: this.yylloc.last_column,
							last_column: lines ? lines[lines.length - 1].length - lines[lines.length - 1].match(/\r?\n?/)[0].length : this.yylloc.last_column + match[0].length
						};
						this.yytext += match[0];
						this.match += match[0];
						this.matches = match;
						this.yyleng = this.yytext.length;
						if (this.options.ranges) this.yylloc.range = [this.offset, this.offset += this.yyleng];
						this._more = false;
						this._input = this._input.slice(match[0].length);
						this.matched += match[0];
						token = this.performAction.call(this, this.yy, this, rules[index], this.conditionStack[this.conditionStack.length - 1]);
						if (this.done && this._input) this.done = false;
						if (token) return token;
						else return;
					}
					if (this._input === "") return this.EOF;
					else return this.parseError("Lexical error on line " + (this.yylineno + 1) + ". Unrecognized text.\n" + this.showPosition(), {
						text: "",
						token: null,
						line: this.yylineno
					});
				},
				lex: function lex() {
					var r = this.next();
					if (typeof r !== "undefined") return r;
					else return this.lex();
				},
				begin: function begin(condition) {
					this.conditionStack.push(condition);
				},
				popState: function popState() {
					return this.conditionStack.pop();
				},
				_currentRules: function _currentRules() {
					return this.conditions[this.conditionStack[this.conditionStack.length - 1]].rules;
				},
				topState: function topState() {
					return this.conditionStack[this.conditionStack.length - 2];
				},
				pushState: function begin(condition) {
					this.begin(condition);
				}
			};
			lexer.options = {};
			lexer.performAction = function anonymous(yy, yy_, $avoiding_name_collisions, YY_START) {
				function strip(start, end) {
					return yy_.yytext = yy_.yytext.substring(start, yy_.yyleng - end + start);
				}
				switch ($avoiding_name_collisions) {
					case 0:
						if (yy_.yytext.slice(-2) === "\\\\") {
							strip(0, 1);
							this.begin("mu");
						} else if (yy_.yytext.slice(-1) === "\\") {
							strip(0, 1);
							this.begin("emu");
						} else this.begin("mu");
						if (yy_.yytext) return 15;
						break;
					case 1: return 15;
					case 2:
						this.popState();
						return 15;
					case 3:
						this.begin("raw");
						return 15;
					case 4:
						this.popState();
						if (this.conditionStack[this.conditionStack.length - 1] === "raw") return 15;
						else {
							strip(5, 9);
							return "END_RAW_BLOCK";
						}
					case 5: return 15;
					case 6:
						this.popState();
						return 14;
					case 7: return 65;
					case 8: return 68;
					case 9: return 19;
					case 10:
						this.popState();
						this.begin("raw");
						return 23;
					case 11: return 55;
					case 12: return 60;
					case 13: return 29;
					case 14: return 47;
					case 15:
						this.popState();
						return 44;
					case 16:
						this.popState();
						return 44;
					case 17: return 34;
					case 18: return 39;
					case 19: return 51;
					case 20: return 48;
					case 21:
						this.unput(yy_.yytext);
						this.popState();
						this.begin("com");
						break;
					case 22:
						this.popState();
						return 14;
					case 23: return 48;
					case 24: return 73;
					case 25: return 72;
					case 26: return 72;
					case 27: return 87;
					case 28: break;
					case 29:
						this.popState();
						return 54;
					case 30:
						this.popState();
						return 33;
					case 31:
						yy_.yytext = strip(1, 2).replace(/\\"/g, "\"");
						return 80;
					case 32:
						yy_.yytext = strip(1, 2).replace(/\\'/g, "'");
						return 80;
					case 33: return 85;
					case 34: return 82;
					case 35: return 82;
					case 36: return 83;
					case 37: return 84;
					case 38: return 81;
					case 39: return 75;
					case 40: return 77;
					case 41: return 72;
					case 42:
						yy_.yytext = yy_.yytext.replace(/\\([\\\]])/g, "$1");
						return 72;
					case 43: return "INVALID";
					case 44: return 5;
				}
			};
			lexer.rules = [
				/^(?:[^\x00]*?(?=(\{\{)))/,
				/^(?:[^\x00]+)/,
				/^(?:[^\x00]{2,}?(?=(\{\{|\\\{\{|\\\\\{\{|$)))/,
				/^(?:\{\{\{\{(?=[^\/]))/,
				/^(?:\{\{\{\{\/[^\s!"#%-,\.\/;->@\[-\^`\{-~]+(?=[=}\s\/.])\}\}\}\})/,
				/^(?:[^\x00]+?(?=(\{\{\{\{)))/,
				/^(?:[\s\S]*?--(~)?\}\})/,
				/^(?:\()/,
				/^(?:\))/,
				/^(?:\{\{\{\{)/,
				/^(?:\}\}\}\})/,
				/^(?:\{\{(~)?>)/,
				/^(?:\{\{(~)?#>)/,
				/^(?:\{\{(~)?#\*?)/,
				/^(?:\{\{(~)?\/)/,
				/^(?:\{\{(~)?\^\s*(~)?\}\})/,
				/^(?:\{\{(~)?\s*else\s*(~)?\}\})/,
				/^(?:\{\{(~)?\^)/,
				/^(?:\{\{(~)?\s*else\b)/,
				/^(?:\{\{(~)?\{)/,
				/^(?:\{\{(~)?&)/,
				/^(?:\{\{(~)?!--)/,
				/^(?:\{\{(~)?![\s\S]*?\}\})/,
				/^(?:\{\{(~)?\*?)/,
				/^(?:=)/,
				/^(?:\.\.)/,
				/^(?:\.(?=([=~}\s\/.)|])))/,
				/^(?:[\/.])/,
				/^(?:\s+)/,
				/^(?:\}(~)?\}\})/,
				/^(?:(~)?\}\})/,
				/^(?:"(\\["]|[^"])*")/,
				/^(?:'(\\[']|[^'])*')/,
				/^(?:@)/,
				/^(?:true(?=([~}\s)])))/,
				/^(?:false(?=([~}\s)])))/,
				/^(?:undefined(?=([~}\s)])))/,
				/^(?:null(?=([~}\s)])))/,
				/^(?:-?[0-9]+(?:\.[0-9]+)?(?=([~}\s)])))/,
				/^(?:as\s+\|)/,
				/^(?:\|)/,
				/^(?:([^\s!"#%-,\.\/;->@\[-\^`\{-~]+(?=([=~}\s\/.)|]))))/,
				/^(?:\[(\\\]|[^\]])*\])/,
				/^(?:.)/,
				/^(?:$)/
			];
			lexer.conditions = {
				"mu": {
					"rules": [
						7,
						8,
						9,
						10,
						11,
						12,
						13,
						14,
						15,
						16,
						17,
						18,
						19,
						20,
						21,
						22,
						23,
						24,
						25,
						26,
						27,
						28,
						29,
						30,
						31,
						32,
						33,
						34,
						35,
						36,
						37,
						38,
						39,
						40,
						41,
						42,
						43,
						44
					],
					"inclusive": false
				},
				"emu": {
					"rules": [2],
					"inclusive": false
				},
				"com": {
					"rules": [6],
					"inclusive": false
				},
				"raw": {
					"rules": [
						3,
						4,
						5
					],
					"inclusive": false
				},
				"INITIAL": {
					"rules": [
						0,
						1,
						44
					],
					"inclusive": true
				}
			};
			return lexer;
		})();
		function Parser() {
			this.yy = {};
		}
		Parser.prototype = parser;
		parser.Parser = Parser;
		return new Parser();
	})();
	exports["default"] = handlebars;
	module.exports = exports["default"];
}));

// node_modules/handlebars/dist/cjs/handlebars/exception.js
var require_exception = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	var errorProps = [
		"description",
		"fileName",
		"lineNumber",
		"endLineNumber",
		"message",
		"name",
		"number",
		"stack"
	];
	function Exception(message, node) {
		var loc = node && node.loc, line = void 0, endLineNumber = void 0, column = void 0, endColumn = void 0;
		if (loc && loc.start) {
			line = loc.start.line;
			column = loc.start.column;
			if (loc.end) {
				endLineNumber = loc.end.line;
				endColumn = loc.end.column;
			}
			message += " - " + line + ":" + column;
		}
		var tmp = Error.prototype.constructor.call(this, message);
		for (var idx = 0; idx < errorProps.length; idx++) this[errorProps[idx]] = tmp[errorProps[idx]];
		/* istanbul ignore else */
		if (Error.captureStackTrace) Error.captureStackTrace(this, Exception);
		try {
			if (loc) {
				this.lineNumber = line;
				this.endLineNumber = endLineNumber;
				/* istanbul ignore next */
				if (Object.defineProperty) {
					Object.defineProperty(this, "column", {
						value: column,
						enumerable: true
					});
					Object.defineProperty(this, "endColumn", {
						value: endColumn,
						enumerable: true
					});
				} else {
					this.column = column;
					this.endColumn = endColumn;
				}
			}
		} catch (nop) {}
	}
	Exception.prototype = /* @__PURE__ */ new Error();
	exports["default"] = Exception;
	module.exports = exports["default"];
}));

// node_modules/handlebars/dist/cjs/handlebars/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.extend = extend;
	exports.indexOf = indexOf;
	exports.escapeExpression = escapeExpression;
	exports.isEmpty = isEmpty;
	exports.createFrame = createFrame;
	exports.blockParams = blockParams;
	exports.appendContextPath = appendContextPath;
	var escape = {
		"&": "&amp;",
		"<": "&lt;",
		">": "&gt;",
		"\"": "&quot;",
		"'": "&#x27;",
		"`": "&#x60;",
		"=": "&#x3D;"
	};
	var badChars = /[&<>"'`=]/g;
	var possible = /[&<>"'`=]/;
	function escapeChar(chr) {
		return escape[chr];
	}
	function extend(obj) {
		for (var i = 1; i < arguments.length; i++) for (var key in arguments[i]) if (Object.prototype.hasOwnProperty.call(arguments[i], key)) obj[key] = arguments[i][key];
		return obj;
	}
	var toString = Object.prototype.toString;
	exports.toString = toString;
	var isFunction = function isFunction(value) {
		return typeof value === "function";
	};
	/* istanbul ignore next */
	if (isFunction(/x/)) exports.isFunction = isFunction = function(value) {
		return typeof value === "function" && toString.call(value) === "[object Function]";
	};
	exports.isFunction = isFunction;
	/* istanbul ignore next */
	var isArray = Array.isArray || function(value) {
		return value && typeof value === "object" ? toString.call(value) === "[object Array]" : false;
	};
	exports.isArray = isArray;
	function indexOf(array, value) {
		for (var i = 0, len = array.length; i < len; i++) if (array[i] === value) return i;
		return -1;
	}
	function escapeExpression(string) {
		if (typeof string !== "string") {
			if (string && typeof string.toHTML === "function") return string.toHTML();
			else if (string == null) return "";
			else if (!string) return string + "";
			string = "" + string;
		}
		if (!possible.test(string)) return string;
		return string.replace(badChars, escapeChar);
	}
	function isEmpty(value) {
		if (!value && value !== 0) return true;
		else if (isArray(value) && value.length === 0) return true;
		else return false;
	}
	function createFrame(object) {
		var frame = extend({}, object);
		frame._parent = object;
		return frame;
	}
	function blockParams(params, ids) {
		params.path = ids;
		return params;
	}
	function appendContextPath(contextPath, id) {
		return (contextPath ? contextPath + "." : "") + id;
	}
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/node-types.js
var require_node_types = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	var NODE_TYPES = [
		"Program",
		"BlockStatement",
		"DecoratorBlock",
		"PartialStatement",
		"PartialBlockStatement",
		"Decorator",
		"MustacheStatement",
		"ContentStatement",
		"CommentStatement",
		"SubExpression",
		"PathExpression",
		"StringLiteral",
		"NumberLiteral",
		"BooleanLiteral",
		"UndefinedLiteral",
		"NullLiteral",
		"Hash",
		"HashPair"
	];
	exports.NODE_TYPES = NODE_TYPES;
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/visitor.js
var require_visitor = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _exception2 = _interopRequireDefault(require_exception());
	var _utils = require_utils();
	var _nodeTypes = require_node_types();
	function Visitor() {
		this.parents = [];
	}
	function isDispatchable(visitor, type) {
		return _utils.indexOf(_nodeTypes.NODE_TYPES, type) !== -1 || !(type in Visitor.prototype) && typeof visitor[type] === "function";
	}
	Visitor.prototype = {
		constructor: Visitor,
		mutating: false,
		acceptKey: function acceptKey(node, name) {
			var value = this.accept(node[name]);
			if (this.mutating) {
				if (value && !isDispatchable(this, value.type)) throw new _exception2["default"]("Unexpected node type \"" + value.type + "\" found when accepting " + name + " on " + node.type);
				node[name] = value;
			}
		},
		acceptRequired: function acceptRequired(node, name) {
			this.acceptKey(node, name);
			if (!node[name]) throw new _exception2["default"](node.type + " requires " + name);
		},
		acceptArray: function acceptArray(array) {
			for (var i = 0, l = array.length; i < l; i++) {
				this.acceptKey(array, i);
				if (!array[i]) {
					array.splice(i, 1);
					i--;
					l--;
				}
			}
		},
		accept: function accept(object) {
			if (!object) return;
			if (!isDispatchable(this, object.type) || !this[object.type]) throw new _exception2["default"]("Unknown type: " + object.type, object);
			if (this.current) this.parents.unshift(this.current);
			this.current = object;
			var ret = this[object.type](object);
			this.current = this.parents.shift();
			if (!this.mutating || ret) return ret;
			else if (ret !== false) return object;
		},
		Program: function Program(program) {
			this.acceptArray(program.body);
		},
		MustacheStatement: visitSubExpression,
		Decorator: visitSubExpression,
		BlockStatement: visitBlock,
		DecoratorBlock: visitBlock,
		PartialStatement: visitPartial,
		PartialBlockStatement: function PartialBlockStatement(partial) {
			visitPartial.call(this, partial);
			this.acceptKey(partial, "program");
		},
		ContentStatement: function ContentStatement() {},
		CommentStatement: function CommentStatement() {},
		SubExpression: visitSubExpression,
		PathExpression: function PathExpression() {},
		StringLiteral: function StringLiteral() {},
		NumberLiteral: function NumberLiteral() {},
		BooleanLiteral: function BooleanLiteral() {},
		UndefinedLiteral: function UndefinedLiteral() {},
		NullLiteral: function NullLiteral() {},
		Hash: function Hash(hash) {
			this.acceptArray(hash.pairs);
		},
		HashPair: function HashPair(pair) {
			this.acceptRequired(pair, "value");
		}
	};
	function visitSubExpression(mustache) {
		this.acceptRequired(mustache, "path");
		this.acceptArray(mustache.params);
		this.acceptKey(mustache, "hash");
	}
	function visitBlock(block) {
		visitSubExpression.call(this, block);
		this.acceptKey(block, "program");
		this.acceptKey(block, "inverse");
	}
	function visitPartial(partial) {
		this.acceptRequired(partial, "name");
		this.acceptArray(partial.params);
		this.acceptKey(partial, "hash");
	}
	exports["default"] = Visitor;
	module.exports = exports["default"];
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/whitespace-control.js
var require_whitespace_control = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	exports.__esModule = true;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _visitor2 = _interopRequireDefault(require_visitor());
	function WhitespaceControl() {
		var options = arguments.length <= 0 || arguments[0] === void 0 ? {} : arguments[0];
		this.options = options;
	}
	WhitespaceControl.prototype = new _visitor2["default"]();
	WhitespaceControl.prototype.Program = function(program) {
		var doStandalone = !this.options.ignoreStandalone;
		var isRoot = !this.isRootSeen;
		this.isRootSeen = true;
		var body = program.body;
		for (var i = 0, l = body.length; i < l; i++) {
			var current = body[i], strip = this.accept(current);
			if (!strip) continue;
			var _isPrevWhitespace = isPrevWhitespace(body, i, isRoot), _isNextWhitespace = isNextWhitespace(body, i, isRoot), openStandalone = strip.openStandalone && _isPrevWhitespace, closeStandalone = strip.closeStandalone && _isNextWhitespace, inlineStandalone = strip.inlineStandalone && _isPrevWhitespace && _isNextWhitespace;
			if (strip.close) omitRight(body, i, true);
			if (strip.open) omitLeft(body, i, true);
			if (doStandalone && inlineStandalone) {
				omitRight(body, i);
				if (omitLeft(body, i)) {
					if (current.type === "PartialStatement") current.indent = /(?:^|[^ \t])([ \t]+)$/.exec(body[i - 1].original)[1];
				}
			}
			if (doStandalone && openStandalone) {
				omitRight((current.program || current.inverse).body);
				omitLeft(body, i);
			}
			if (doStandalone && closeStandalone) {
				omitRight(body, i);
				omitLeft((current.inverse || current.program).body);
			}
		}
		return program;
	};
	WhitespaceControl.prototype.BlockStatement = WhitespaceControl.prototype.DecoratorBlock = WhitespaceControl.prototype.PartialBlockStatement = function(block) {
		this.accept(block.program);
		this.accept(block.inverse);
		var program = block.program || block.inverse, inverse = block.program && block.inverse, firstInverse = inverse, lastInverse = inverse;
		if (inverse && inverse.chained) {
			firstInverse = inverse.body[0].program;
			while (lastInverse.chained) lastInverse = lastInverse.body[lastInverse.body.length - 1].program;
		}
		var strip = {
			open: block.openStrip.open,
			close: block.closeStrip.close,
			openStandalone: isNextWhitespace(program.body),
			closeStandalone: isPrevWhitespace((firstInverse || program).body)
		};
		if (block.openStrip.close) omitRight(program.body, null, true);
		if (inverse) {
			var inverseStrip = block.inverseStrip;
			if (inverseStrip.open) omitLeft(program.body, null, true);
			if (inverseStrip.close) omitRight(firstInverse.body, null, true);
			if (block.closeStrip.open) omitLeft(lastInverse.body, null, true);
			if (!this.options.ignoreStandalone && isPrevWhitespace(program.body) && isNextWhitespace(firstInverse.body)) {
				omitLeft(program.body);
				omitRight(firstInverse.body);
			}
		} else if (block.closeStrip.open) omitLeft(program.body, null, true);
		return strip;
	};
	WhitespaceControl.prototype.Decorator = WhitespaceControl.prototype.MustacheStatement = function(mustache) {
		return mustache.strip;
	};
	WhitespaceControl.prototype.PartialStatement = WhitespaceControl.prototype.CommentStatement = function(node) {
		/* istanbul ignore next */
		var strip = node.strip || {};
		return {
			inlineStandalone: true,
			open: strip.open,
			close: strip.close
		};
	};
	function isPrevWhitespace(body, i, isRoot) {
		if (i === void 0) i = body.length;
		var prev = body[i - 1], sibling = body[i - 2];
		if (!prev) return isRoot;
		if (prev.type === "ContentStatement") return (sibling || !isRoot ? /(?:^|\S)[^\S\n]*\n\s*$/ : /^\s*$|(?:^|\S)[^\S\n]*\n\s*$/).test(prev.original);
	}
	function isNextWhitespace(body, i, isRoot) {
		if (i === void 0) i = -1;
		var next = body[i + 1], sibling = body[i + 2];
		if (!next) return isRoot;
		if (next.type === "ContentStatement") return (sibling || !isRoot ? /^\s*?\r?\n/ : /^\s*?(\r?\n|$)/).test(next.original);
	}
	function omitRight(body, i, multiple) {
		var current = body[i == null ? 0 : i + 1];
		if (!current || current.type !== "ContentStatement" || !multiple && current.rightStripped) return;
		var original = current.value;
		current.value = current.value.replace(multiple ? /^\s+/ : /^[ \t]*\r?\n?/, "");
		current.rightStripped = current.value !== original;
	}
	function omitLeft(body, i, multiple) {
		var current = body[i == null ? body.length - 1 : i - 1];
		if (!current || current.type !== "ContentStatement" || !multiple && current.leftStripped) return;
		var original = current.value;
		current.value = current.value.replace(multiple ? /(^|\S)\s+$/ : /(^|[^ \t])[ \t]+$/, "$1");
		current.leftStripped = current.value !== original;
		return current.leftStripped;
	}
	exports["default"] = WhitespaceControl;
	module.exports = exports["default"];
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/helpers.js
var require_helpers = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.SourceLocation = SourceLocation;
	exports.id = id;
	exports.stripFlags = stripFlags;
	exports.stripComment = stripComment;
	exports.preparePath = preparePath;
	exports.prepareMustache = prepareMustache;
	exports.prepareRawBlock = prepareRawBlock;
	exports.prepareBlock = prepareBlock;
	exports.prepareProgram = prepareProgram;
	exports.preparePartialBlock = preparePartialBlock;
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _exception2 = _interopRequireDefault(require_exception());
	function validateClose(open, close) {
		close = close.path ? close.path.original : close;
		if (open.path.original !== close) {
			var errorNode = { loc: open.path.loc };
			throw new _exception2["default"](open.path.original + " doesn't match " + close, errorNode);
		}
	}
	function SourceLocation(source, locInfo) {
		this.source = source;
		this.start = {
			line: locInfo.first_line,
			column: locInfo.first_column
		};
		this.end = {
			line: locInfo.last_line,
			column: locInfo.last_column
		};
	}
	function id(token) {
		if (/^\[.*\]$/.test(token)) return token.substring(1, token.length - 1);
		else return token;
	}
	function stripFlags(open, close) {
		return {
			open: open.charAt(2) === "~",
			close: close.charAt(close.length - 3) === "~"
		};
	}
	function stripComment(comment) {
		return comment.replace(/^\{\{~?!-?-?/, "").replace(/-?-?~?\}\}$/, "");
	}
	function preparePath(data, parts, loc) {
		loc = this.locInfo(loc);
		var original = data ? "@" : "", dig = [], depth = 0;
		for (var i = 0, l = parts.length; i < l; i++) {
			var part = parts[i].part, isLiteral = parts[i].original !== part;
			original += (parts[i].separator || "") + part;
			if (!isLiteral && (part === ".." || part === "." || part === "this")) {
				if (dig.length > 0) throw new _exception2["default"]("Invalid path: " + original, { loc });
				else if (part === "..") depth++;
			} else dig.push(part);
		}
		return {
			type: "PathExpression",
			data,
			depth,
			parts: dig,
			original,
			loc
		};
	}
	function prepareMustache(path, params, hash, open, strip, locInfo) {
		var escapeFlag = open.charAt(3) || open.charAt(2), escaped = escapeFlag !== "{" && escapeFlag !== "&";
		return {
			type: /\*/.test(open) ? "Decorator" : "MustacheStatement",
			path,
			params,
			hash,
			escaped,
			strip,
			loc: this.locInfo(locInfo)
		};
	}
	function prepareRawBlock(openRawBlock, contents, close, locInfo) {
		validateClose(openRawBlock, close);
		locInfo = this.locInfo(locInfo);
		var program = {
			type: "Program",
			body: contents,
			strip: {},
			loc: locInfo
		};
		return {
			type: "BlockStatement",
			path: openRawBlock.path,
			params: openRawBlock.params,
			hash: openRawBlock.hash,
			program,
			openStrip: {},
			inverseStrip: {},
			closeStrip: {},
			loc: locInfo
		};
	}
	function prepareBlock(openBlock, program, inverseAndProgram, close, inverted, locInfo) {
		if (close && close.path) validateClose(openBlock, close);
		var decorator = /\*/.test(openBlock.open);
		program.blockParams = openBlock.blockParams;
		var inverse = void 0, inverseStrip = void 0;
		if (inverseAndProgram) {
			if (decorator) throw new _exception2["default"]("Unexpected inverse block on decorator", inverseAndProgram);
			if (inverseAndProgram.chain) inverseAndProgram.program.body[0].closeStrip = close.strip;
			inverseStrip = inverseAndProgram.strip;
			inverse = inverseAndProgram.program;
		}
		if (inverted) {
			inverted = inverse;
			inverse = program;
			program = inverted;
		}
		return {
			type: decorator ? "DecoratorBlock" : "BlockStatement",
			path: openBlock.path,
			params: openBlock.params,
			hash: openBlock.hash,
			program,
			inverse,
			openStrip: openBlock.strip,
			inverseStrip,
			closeStrip: close && close.strip,
			loc: this.locInfo(locInfo)
		};
	}
	function prepareProgram(statements, loc) {
		if (!loc && statements.length) {
			var firstLoc = statements[0].loc, lastLoc = statements[statements.length - 1].loc;
			/* istanbul ignore else */
			if (firstLoc && lastLoc) loc = {
				source: firstLoc.source,
				start: {
					line: firstLoc.start.line,
					column: firstLoc.start.column
				},
				end: {
					line: lastLoc.end.line,
					column: lastLoc.end.column
				}
			};
		}
		return {
			type: "Program",
			body: statements,
			strip: {},
			loc
		};
	}
	function preparePartialBlock(open, program, close, locInfo) {
		validateClose(open, close);
		return {
			type: "PartialBlockStatement",
			name: open.path,
			params: open.params,
			hash: open.hash,
			program,
			openStrip: open.strip,
			closeStrip: close && close.strip,
			loc: this.locInfo(locInfo)
		};
	}
}));

// node_modules/handlebars/dist/cjs/handlebars/compiler/base.js
var require_base = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.parseWithoutProcessing = parseWithoutProcessing;
	// istanbul ignore next
	function _interopRequireWildcard(obj) {
		if (obj && obj.__esModule) return obj;
		else {
			var newObj = {};
			if (obj != null) {
				for (var key in obj) if (Object.prototype.hasOwnProperty.call(obj, key)) newObj[key] = obj[key];
			}
			newObj["default"] = obj;
			return newObj;
		}
	}
	// istanbul ignore next
	function _interopRequireDefault(obj) {
		return obj && obj.__esModule ? obj : { "default": obj };
	}
	var _parser2 = _interopRequireDefault(require_parser());
	var _whitespaceControl2 = _interopRequireDefault(require_whitespace_control());
	var Helpers = _interopRequireWildcard(require_helpers());
	var _utils = require_utils();
	exports.parser = _parser2["default"];
	var yy = {};
	_utils.extend(yy, Helpers);
	function parseWithoutProcessing(input, options) {
		if (input.type === "Program") return input;
		_parser2["default"].yy = yy;
		yy.locInfo = function(locInfo) {
			return new yy.SourceLocation(options && options.srcName, locInfo);
		};
		return _parser2["default"].parse(input);
	}
}));

// src/core/template/handlebars/parse.ts
var import_base = require_base();
const mostCharacters = 2e5;
const mostTags = 5e3;
const mostDeep$1 = 50;
const longestTag = 2e3;
function parseHandlebars(template) {
	const beyond = whatIsTooMuch(template);
	if (beyond !== void 0) return {
		kind: "failed",
		failure: beyond
	};
	try {
		return {
			kind: "parsed",
			program: (0, import_base.parseWithoutProcessing)(template)
		};
	} catch (fault) {
		return {
			kind: "failed",
			failure: wordHandlebarsFault(fault instanceof Error ? fault.message : "")
		};
	}
}
function whatIsTooMuch(template) {
	if (template.length > mostCharacters) return {
		why: `it is longer than ${mostCharacters.toLocaleString("en")} characters`,
		line: 1
	};
	const tags = [...template.matchAll(/\{\{/gu)];
	if (tags.length > mostTags) return {
		why: `it has more than ${mostTags.toLocaleString("en")} tags`,
		line: 1
	};
	for (const { index } of tags) {
		const inside = template.slice(index, index + longestTag);
		if (inside.length === longestTag && !inside.includes("}}") && !/^\{\{~?!/u.test(inside)) return {
			why: `a tag is longer than ${longestTag.toLocaleString("en")} characters`,
			line: lineAt(template, index)
		};
	}
	let deep = 0;
	for (const { 0: tag, index } of template.matchAll(/\{\{~?[#^/]|\{\{~?\s*else\b|\(|\)|\}\}/gu)) {
		if (/[#^(]$/u.test(tag)) deep++;
		else if (/[/)]$/u.test(tag)) deep = Math.max(0, deep - 1);
		if (deep > mostDeep$1) return {
			why: `it nests more than ${mostDeep$1} deep`,
			line: lineAt(template, index)
		};
	}
}
function wordHandlebarsFault(words) {
	const line = Number(/\bline (\d+)|- (\d+):\d+/u.exec(words)?.slice(1).find(Boolean) ?? 1);
	const [first = ""] = words.split("\n", 1);
	const why = /^(?:Parse error|Lexical error)/u.test(first) ? "a tag cannot be read" : first.replace(/ - \d+:\d+$/u, "");
	return {
		why: why === "" ? "a tag cannot be read" : why,
		line
	};
}
function lineAt(template, index) {
	return template.slice(0, index).split("\n").length;
}

// src/core/template/handlebars/list-names.ts
const helpers = /* @__PURE__ */ new Set([...[
	"if",
	"unless",
	"each",
	"with",
	"lookup",
	"log"
], ...[
	"role",
	"history",
	"section",
	"media",
	"json",
	"ifEquals",
	"unlessEquals"
]]);
const ofLoops = /* @__PURE__ */ new Set([
	"index",
	"key",
	"first",
	"last",
	"partial-block",
	"level",
	"metadata"
]);
const mostDeep = 20;
function listHandlebarsNames(program, find) {
	const listing = new Listing(find);
	listing.walk(program, {
		contexts: ["outer"],
		own: /* @__PURE__ */ new Set(),
		asked: /* @__PURE__ */ new Set(),
		deep: 0
	});
	return listing.names();
}
var Listing = class {
	#find;
	#variables = /* @__PURE__ */ new Set();
	#needed = /* @__PURE__ */ new Set();
	#partials = /* @__PURE__ */ new Set();
	#foreign = /* @__PURE__ */ new Map();
	constructor(find) {
		this.#find = find;
	}
	names() {
		const variables = [...this.#variables];
		return {
			variables,
			optional: variables.filter((name) => !this.#needed.has(name)),
			partials: [...this.#partials],
			foreign: [...this.#foreign.values()]
		};
	}
	walk({ body }, scope) {
		const inline = body.flatMap((one) => one.type === "DecoratorBlock" && one.params[0]?.type === "StringLiteral" ? [String(one.params[0].original)] : []);
		const here = inline.length === 0 ? scope : {
			...scope,
			own: /* @__PURE__ */ new Set([...scope.own, ...inline.map((name) => `>${name}`)])
		};
		for (const one of body) this.#statement(one, here);
	}
	#statement(one, scope) {
		switch (one.type) {
			case "ContentStatement":
			case "CommentStatement":
			case "Decorator": break;
			case "MustacheStatement":
				this.#call(one, scope, false);
				break;
			case "BlockStatement":
				this.#block(one, scope);
				break;
			case "DecoratorBlock":
				if (one.program !== void 0) this.walk(one.program, scope);
				break;
			case "PartialStatement":
				this.#partial(one, scope);
				break;
			case "PartialBlockStatement":
				this.walk(one.program, {
					...scope,
					own: /* @__PURE__ */ new Set([...scope.own, ">@partial-block"])
				});
				this.#partial(one, scope);
		}
	}
	#block(one, scope) {
		const helper = nameOf(one.path);
		const bare = one.params.length === 0 && one.hash === void 0;
		const asks = bare || [
			"if",
			"unless",
			"each",
			"with"
		].includes(helper);
		const tested = asks ? this.#resolve(bare ? one.path : one.params[0], scope) : void 0;
		if (bare && !helpers.has(helper)) this.#read(one.path, scope, true);
		else this.#call(one, scope, asks);
		const asked = tested === void 0 ? scope.asked : /* @__PURE__ */ new Set([...scope.asked, tested]);
		const own = /* @__PURE__ */ new Set([...scope.own, ...one.program?.blockParams ?? []]);
		const contexts = (bare ? !helpers.has(helper) : helper === "each" || helper === "with") ? [...scope.contexts, "inner"] : scope.contexts;
		if (one.program !== void 0) this.walk(one.program, {
			...scope,
			contexts,
			own,
			asked
		});
		if (one.inverse !== void 0) this.walk(one.inverse, scope);
	}
	#call({ path, params, hash, loc }, scope, asks) {
		const name = nameOf(path);
		const bare = params.length === 0 && hash === void 0;
		const [first, ...others] = params;
		if (!helpers.has(name)) {
			if (bare) {
				this.#read(path, scope, false);
				return;
			}
			if (path.type === "PathExpression" && !this.#foreign.has(name)) this.#foreign.set(name, {
				name,
				line: loc.start.line,
				...scope.partial !== void 0 && { partial: scope.partial }
			});
		}
		if (first !== void 0) this.#read(first, scope, asks);
		for (const one of others) this.#read(one, scope, false);
		this.#hash(hash, scope);
	}
	#hash(hash, scope) {
		for (const { value } of hash?.pairs ?? []) this.#read(value, scope, false);
	}
	#read(one, scope, asks) {
		if (one.type === "SubExpression") {
			this.#call(one, scope, asks);
			return;
		}
		const name = this.#resolve(one, scope);
		if (name === void 0) return;
		this.#variables.add(name);
		if (!asks && !scope.asked.has(name)) this.#needed.add(name);
	}
	#resolve(one, { contexts, own }) {
		if (one?.type !== "PathExpression") return void 0;
		const [first, ...rest] = one.parts;
		if (first === void 0) return void 0;
		if (one.data) {
			if (first === "root") return rest.length > 0 ? rest.join(".") : void 0;
			return ofLoops.has(first) || own.has(first) ? void 0 : `@${one.parts.join(".")}`;
		}
		if (one.depth === 0 && own.has(first)) return void 0;
		return contexts[Math.max(0, contexts.length - 1 - one.depth)] === "outer" ? one.parts.join(".") : void 0;
	}
	#partial({ name, params, hash }, scope) {
		for (const one of params) this.#read(one, scope, true);
		this.#hash(hash, scope);
		if (name.type === "SubExpression") {
			this.#read(name, scope, false);
			return;
		}
		const called = String(name.original);
		if (scope.own.has(`>${called}`)) return;
		this.#partials.add(called);
		const text = scope.deep < mostDeep ? this.#find(called) : void 0;
		const parsed = text === void 0 ? void 0 : parseHandlebars(text);
		if (parsed?.kind !== "parsed") return;
		const contexts = params.length === 0 ? scope.contexts : [...scope.contexts, "inner"];
		const own = /* @__PURE__ */ new Set([...scope.own, ...hash?.pairs.map(({ key }) => key) ?? []]);
		this.walk(parsed.program, {
			...scope,
			contexts,
			own,
			partial: called,
			deep: scope.deep + 1
		});
	}
};
function nameOf(path) {
	return path.type === "PathExpression" ? path.original : "";
}

// src/core/template/handlebars.ts
const handlebars = {
	variables: (template, find) => readHandlebarsNames(template, find).variables,
	optional: (template, find) => readHandlebarsNames(template, find).optional,
	show: (name) => `{{${name}}}`,
	fill: (template) => ({
		text: template,
		unknown: [],
		failed: {
			why: "its template can only be rendered in the sandbox",
			line: 1
		}
	})
};
function readHandlebarsNames(template, find = () => void 0) {
	const parsed = parseHandlebars(template);
	return parsed.kind === "parsed" ? listHandlebarsNames(parsed.program, find) : {
		variables: [],
		optional: [],
		partials: [],
		foreign: []
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
	nest(inner, what = "it calls itself") {
		this.#calls++;
		if (this.#calls > MOST_CALLS) throw new TemplateFault("limit", `${what} more than ${MOST_CALLS} times deep`);
		try {
			return inner();
		} finally {
			this.#calls--;
		}
	}
};

// src/core/template/jinja/syntax.ts
function bodiesOf(statement) {
	if (statement.kind === "if") return [...statement.branches.map(({ body }) => body), statement.otherwise];
	if (statement.kind === "for") return [statement.body, statement.otherwise];
	return "body" in statement ? [statement.body] : [];
}

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
function lex(source, spacing = {}) {
	if (source.length > 1e6) throw new TemplateFault("limit", `it is longer than ${MOST_TEMPLATE.toLocaleString("en")} characters`);
	const normal = source.replaceAll(/\r\n?/gu, "\n");
	const text = spacing["keep-trailing-newline"] === true ? normal : normal.replace(/\n$/u, "");
	const tokens = [];
	const lines = lineCounter(text);
	const put = (kind, value, at) => {
		tokens.push({
			kind,
			value,
			line: lines(at)
		});
	};
	const beforeTag = (data, sign, from) => {
		if (sign === "-") return data.trimEnd();
		return sign !== "+" && spacing["lstrip-blocks"] === true ? withoutIndent(data, from === 0 || text[from - 1] === "\n") : data;
	};
	const afterTag = (end) => {
		const signed = text[end - 3] === "+";
		return spacing["trim-blocks"] === true && !signed && /[%#]\}/u.test(text.slice(end - 2, end)) && text[end] === "\n" ? end + 1 : end;
	};
	let at = 0;
	while (at < text.length) {
		open.lastIndex = at;
		const begin = open.exec(text)?.index ?? text.length;
		const sign = text[begin + 2] ?? "";
		const data = text.slice(at, begin);
		const isPrint = text[begin + 1] === "{";
		const kept = isPrint && sign !== "-" ? data : beforeTag(data, begin === text.length ? "+" : sign, at);
		if (kept !== "") put("text", kept, at);
		if (begin === text.length) break;
		const after = begin + (sign === "-" || sign === "+" ? 3 : 2);
		rawBegin.lastIndex = begin;
		const raw = rawBegin.exec(text);
		if (text[begin + 1] === "#") {
			commentEnd.lastIndex = begin + 2;
			if (commentEnd.exec(text) === null) throw new TemplateFault("syntax", "a comment is not closed", lines(begin));
			at = afterTag(commentEnd.lastIndex);
		} else if (raw !== null) {
			rawEnd.lastIndex = rawBegin.lastIndex;
			const end = rawEnd.exec(text);
			if (end === null) throw new TemplateFault("syntax", "`raw` is not closed by `endraw`", lines(begin));
			put("text", beforeTag(text.slice(rawBegin.lastIndex, end.index), end[1] ?? "", rawBegin.lastIndex), rawBegin.lastIndex);
			at = afterTag(rawEnd.lastIndex);
		} else {
			const end = lexTag(text, after, isPrint ? "print" : "tag", put, begin);
			at = isPrint ? end : afterTag(end);
		}
	}
	put("eof", "", text.length);
	return tokens;
}
function withoutIndent(data, starts) {
	const line = data.lastIndexOf("\n") + 1;
	return (line > 0 || starts) && data.slice(line).trim() === "" ? data.slice(0, line) : data;
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
const named$1 = {
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
		return named$1[char ?? ""] ?? all;
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
	constructor(source, spacing) {
		this.#tokens = lex(source, spacing);
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
function parse(source, spacing) {
	const tokens = new Tokens(source, spacing);
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

// src/core/template/jinja/escape-html.ts
const named = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&#34;",
	"'": "&#39;"
};
function escapeHtml(shown) {
	return shown.replaceAll(/[&<>"']/gu, (char) => named[char] ?? char);
}
const marking = /* @__PURE__ */ new Set([
	"safe",
	"escape",
	"e",
	"forceescape",
	"tojson",
	"urlize",
	"xmlattr"
]);
const giving = /* @__PURE__ */ new Set([
	"range",
	"dict",
	"lipsum",
	"cycler",
	"joiner",
	"namespace"
]);
var HtmlMarks = class {
	#names = /* @__PURE__ */ new Set();
	set(target, value) {
		if (target.kind !== "name") return;
		if (value === void 0 || this.has(value)) this.#names.add(target.name);
		else this.#names.delete(target.name);
	}
	has(expression) {
		switch (expression.kind) {
			case "name": return this.#names.has(expression.name);
			case "call": {
				const { of } = expression;
				if (of.kind === "attribute") return of.of.kind === "name" && of.of.name === "self";
				return of.kind === "name" && !giving.has(of.name);
			}
			case "filter": return marking.has(expression.name) || expression.of !== void 0 && this.has(expression.of);
			case "choice": return this.has(expression.yes) && (expression.no === void 0 || this.has(expression.no));
			default: return false;
		}
	}
};

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
function collectBlocks(body, blocks) {
	for (const statement of body) {
		if (statement.kind === "block") blocks.set(statement.name, [...blocks.get(statement.name) ?? [], statement.body]);
		for (const inner of bodiesOf(statement)) collectBlocks(inner, blocks);
	}
}

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
	const { tools, body, capture, saw } = runner;
	const { budget } = tools;
	const items = itemsOf(over, budget).filter((item) => {
		if (loop.test === void 0) return true;
		const inner = new Scope(scope);
		assign(loop.target, item, inner, budget);
		return isTruthy(evaluate(loop.test, inner, tools));
	});
	saw(items.length === 0);
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

// src/core/template/jinja/render.ts
var Rendering = class {
	#find;
	#spacing;
	#budget = new Budget();
	#tools = createTools(this.#budget);
	#builtins = builtinsOf(this.#budget);
	#marks;
	#witness;
	#out = [];
	constructor(find, spacing, escapes = false, witness) {
		this.#find = find;
		this.#spacing = spacing;
		this.#marks = escapes ? new HtmlMarks() : void 0;
		this.#witness = witness;
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
	#print(expression, value) {
		const text = show(value, this.#budget);
		this.#write(this.#marks === void 0 || this.#marks.has(expression) ? text : escapeHtml(text));
	}
	#template(body, root, file) {
		const frame = {
			root,
			blocks: /* @__PURE__ */ new Map(),
			parent: void 0,
			extended: new Set(file === void 0 ? [] : [file])
		};
		root.set("self", new Fields("TemplateReference", (name) => {
			return frame.blocks.get(name)?.[0] && new Callable(name, () => this.#capture(() => this.#block(name, 0, frame, frame.root)));
		}));
		let current = body;
		for (let name = file; current !== void 0;) {
			const own = current;
			collectBlocks(own, frame.blocks);
			frame.parent = void 0;
			this.#inFile(name, () => this.#body(own, root, frame));
			name = frame.parent;
			current = name === void 0 ? void 0 : this.#load(name);
		}
	}
	#load(name) {
		const text = this.#find(name);
		if (text === void 0) return fail(`the template \`${name}\` is not found`);
		this.#budget.make(text.length);
		return this.#inFile(name, () => this.#witness?.parse(text) ?? parse(text, this.#spacing));
	}
	#inFile(file, run) {
		try {
			return this.#budget.nest(run, file === void 0 ? void 0 : `\`${file}\` takes itself in`);
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
				if (shown) this.#print(statement.value, value(statement.value));
				return;
			case "do":
				value(statement.value);
				return;
			case "if": {
				const branch = statement.branches.findIndex(({ test }) => isTruthy(value(test)));
				this.#witness?.saw(statement, branch);
				return this.#body(statement.branches[branch]?.body ?? statement.otherwise, scope, frame);
			}
			case "for":
				runLoop(statement, value(statement.over), scope, {
					tools: this.#tools,
					body: (body, inner) => this.#body(body, inner, frame),
					capture: (run) => this.#capture(run),
					saw: (isEmpty) => this.#witness?.saw(statement, isEmpty ? -1 : 0)
				});
				return;
			case "set":
				assign(statement.target, value(statement.value), scope, this.#budget);
				this.#marks?.set(statement.target, statement.value);
				return;
			case "capture": {
				const text = this.#capture(() => this.#body(statement.body, new Scope(scope), {
					...frame,
					parent: void 0
				}));
				assign(statement.target, this.#filtered(statement.filter, text, scope), scope, this.#budget);
				this.#marks?.set(statement.target, void 0);
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
				if (frame.extended.has(frame.parent)) fail(`\`${frame.parent}\` extends itself`);
				frame.extended.add(frame.parent);
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
function renderJinja(template, values, find = nothing, spacing, escapes = false) {
	return guarded(() => {
		return {
			kind: "rendered",
			text: new Rendering(find, spacing, escapes).run(parse(template, spacing), dictOf(values))
		};
	});
}
function showAsPython(value) {
	if (typeof value === "string") return value;
	const shown = renderJinja("{{ value }}", { value });
	return shown.kind === "rendered" ? shown.text : JSON.stringify(value);
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
function readJinjaTemplates(template) {
	const read = guarded(() => ({
		kind: "names",
		names: listTemplates(parse(template))
	}));
	return read.kind === "names" ? read.names : [];
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
function listTemplates(body) {
	const names = /* @__PURE__ */ new Set();
	const walk = (inner) => {
		for (const statement of inner) {
			if ("template" in statement) for (const name of textsIn(statement.template)) names.add(name);
			for (const one of bodiesOf(statement)) walk(one);
		}
	};
	walk(body);
	return [...names];
}
function textsIn(expression) {
	switch (expression.kind) {
		case "constant": return typeof expression.value === "string" ? [expression.value] : [];
		case "list":
		case "tuple": return expression.items.flatMap(textsIn);
		case "choice": return [expression.yes, ...expression.no === void 0 ? [] : [expression.no]].flatMap(textsIn);
		default: return [];
	}
}

// src/core/template/jinja.ts
const jinja = jinjaThat(false);
const escapingJinja = jinjaThat(true);
function jinjaThat(escapes) {
	return {
		variables: (template, find) => namesOf$1(template, find).names,
		optional: (template, find) => namesOf$1(template, find).optional,
		show: (name) => `{{ ${name} }}`,
		fill(template, values, find, spacing) {
			const rendered = renderJinja(template, values, find, spacing, escapes);
			const unknown = namesOf$1(template, find).names.filter((name) => !Object.hasOwn(values, name));
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
}
function namesOf$1(template, find) {
	const read = readJinjaNames(template, find);
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
const python = /\$\$|\$\{([A-Za-z_]\w*(?:\.\w+)*)\}|\$([A-Za-z_]\w*)/gu;
function patternOf(template) {
	return /\$[A-Za-z_]/u.test(template) && !/\$(?![A-Za-z_{])/u.test(template.replaceAll("$$", "")) ? python : pattern;
}
const read = ([written, braced, bare]) => written === "$$" ? { text: "$" } : { name: braced ?? bare ?? "" };
const stringTemplate = {
	variables: (template) => namesOfMarkers(template, patternOf(template), read),
	show: (name) => `\${${name}}`,
	fill: (template, values) => replaceMarkers(template, patternOf(template), values, read)
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
	handlebars,
	none: {
		variables: () => [],
		show: (name) => name,
		fill: (text) => ({
			text,
			unknown: []
		})
	}
};

export { parseHandlebars as _, escapingJinja as a, replaceMarkers as b, readJinjaTemplates as c, escapeHtml as d, dictOf as f, listHandlebarsNames as g, readHandlebarsNames as h, writtenByNunjucks as i, showAsPython as l, bodiesOf as m, needsNunjucks as n, guarded as o, parse as p, nunjucks as r, readJinjaNames as s, engines as t, Rendering as u, wordHandlebarsFault as v, namesOfMarkers as y };