import { a as __toCommonJS, n as __esmMin, r as __exportAll, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as escapeHidden } from "./show-hidden.js";
import { o as readSettingsHere } from "./read-settings.js";
import { n as logFormats, r as faultsOfLogs, t as readLogs } from "./read-logs.js";
import { t as clip } from "./clip.js";
import { E as string, b as number, i as _enum, l as array, n as date, v as literal, x as object } from "./zod.js";
import { a as milliseconds, n as dollars, s as position, t as count } from "./quantities.js";
import { t as ProblemError } from "./problem.js";
import { i as servedAs, t as costByPrice } from "./prices.js";
import { c as findRefusal } from "./scorers.js";
import { t as systemClock } from "./system-clock.js";
import { t as readFileIn } from "./read-file-in.js";
import { t as tool } from "./tool.js";
import { t as putResult } from "./put-result.js";
import { t as readInputs } from "./read-inputs.js";

// node_modules/@datadog/sketches-js/dist/ddsketch/store/util.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.sumOfRange = void 0;
	var sumOfRange = function(array, start, end) {
		var sum = 0;
		for (var i = start; i <= end; i++) sum += array[i];
		return sum;
	};
	exports.sumOfRange = sumOfRange;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/proto/compiled.js
var compiled_exports = /* @__PURE__ */ __exportAll({});
var init_compiled = __esmMin((() => {}));

// node_modules/@datadog/sketches-js/dist/ddsketch/store/DenseStore.js
var require_DenseStore = /* @__PURE__ */ __commonJSMin(((exports, module, this$9) => {
	var __spreadArray = this$9 && this$9.__spreadArray || function(to, from, pack) {
		if (pack || arguments.length === 2) {
			for (var i = 0, l = from.length, ar; i < l; i++) if (ar || !(i in from)) {
				if (!ar) ar = Array.prototype.slice.call(from, 0, i);
				ar[i] = from[i];
			}
		}
		return to.concat(ar || Array.prototype.slice.call(from));
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DenseStore = void 0;
	var util_1 = require_util();
	var CHUNK_SIZE = 128;
	var DenseStore = function() {
		function DenseStore(chunkSize) {
			if (chunkSize === void 0) chunkSize = CHUNK_SIZE;
			this.chunkSize = chunkSize;
			this.bins = [];
			this.count = 0;
			this.minKey = 1e400;
			this.maxKey = -1e400;
			this.offset = 0;
		}
		DenseStore.prototype.add = function(key, weight) {
			if (weight === void 0) weight = 1;
			var index = this._getIndex(key);
			this.bins[index] += weight;
			this.count += weight;
		};
		DenseStore.prototype.keyAtRank = function(rank, lower) {
			if (lower === void 0) lower = true;
			var runningCount = 0;
			for (var i = 0; i < this.length(); i++) {
				var bin = this.bins[i];
				runningCount += bin;
				if (lower && runningCount > rank || !lower && runningCount >= rank + 1) return i + this.offset;
			}
			return this.maxKey;
		};
		DenseStore.prototype.merge = function(store) {
			if (store.count === 0) return;
			if (this.count === 0) {
				this.copy(store);
				return;
			}
			if (store.minKey < this.minKey || store.maxKey > this.maxKey) this._extendRange(store.minKey, store.maxKey);
			var collapseStartIndex = store.minKey - store.offset;
			var collapseEndIndex = Math.min(this.minKey, store.maxKey + 1) - store.offset;
			if (collapseEndIndex > collapseStartIndex) {
				var collapseCount = (0, util_1.sumOfRange)(store.bins, collapseStartIndex, collapseEndIndex);
				this.bins[0] += collapseCount;
			} else collapseEndIndex = collapseStartIndex;
			for (var key = collapseEndIndex + store.offset; key < store.maxKey + 1; key++) this.bins[key - this.offset] += store.bins[key - store.offset];
			this.count += store.count;
		};
		DenseStore.prototype.copy = function(store) {
			this.bins = __spreadArray([], store.bins, true);
			this.count = store.count;
			this.minKey = store.minKey;
			this.maxKey = store.maxKey;
			this.offset = store.offset;
		};
		DenseStore.prototype.length = function() {
			return this.bins.length;
		};
		DenseStore.prototype._getNewLength = function(newMinKey, newMaxKey) {
			var desiredLength = newMaxKey - newMinKey + 1;
			return this.chunkSize * Math.ceil(desiredLength / this.chunkSize);
		};
		DenseStore.prototype._adjust = function(newMinKey, newMaxKey) {
			this._centerBins(newMinKey, newMaxKey);
			this.minKey = newMinKey;
			this.maxKey = newMaxKey;
		};
		DenseStore.prototype._shiftBins = function(shift) {
			var _a, _b;
			if (shift > 0) {
				this.bins = this.bins.slice(0, -shift);
				(_a = this.bins).unshift.apply(_a, new Array(shift).fill(0));
			} else {
				this.bins = this.bins.slice(Math.abs(shift));
				(_b = this.bins).push.apply(_b, new Array(Math.abs(shift)).fill(0));
			}
			this.offset -= shift;
		};
		DenseStore.prototype._centerBins = function(newMinKey, newMaxKey) {
			var middleKey = newMinKey + Math.floor((newMaxKey - newMinKey + 1) / 2);
			this._shiftBins(Math.floor(this.offset + this.length() / 2) - middleKey);
		};
		DenseStore.prototype._extendRange = function(key, secondKey) {
			var _a;
			secondKey = secondKey || key;
			var newMinKey = Math.min(key, secondKey, this.minKey);
			var newMaxKey = Math.max(key, secondKey, this.maxKey);
			if (this.length() === 0) {
				this.bins = new Array(this._getNewLength(newMinKey, newMaxKey)).fill(0);
				this.offset = newMinKey;
				this._adjust(newMinKey, newMaxKey);
			} else if (newMinKey >= this.minKey && newMaxKey < this.offset + this.length()) {
				this.minKey = newMinKey;
				this.maxKey = newMaxKey;
			} else {
				var newLength = this._getNewLength(newMinKey, newMaxKey);
				if (newLength > this.length()) (_a = this.bins).push.apply(_a, new Array(newLength - this.length()).fill(0));
				this._adjust(newMinKey, newMaxKey);
			}
		};
		DenseStore.prototype._getIndex = function(key) {
			if (key < this.minKey) this._extendRange(key);
			else if (key > this.maxKey) this._extendRange(key);
			return key - this.offset;
		};
		DenseStore.prototype.toProto = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).Store.create({
				contiguousBinCounts: this.bins,
				contiguousBinIndexOffset: this.offset
			});
		};
		DenseStore.fromProto = function(protoStore) {
			if (!protoStore || protoStore.contiguousBinCounts == null || protoStore.contiguousBinIndexOffset == null) throw Error("Failed to decode store from protobuf");
			var store = new this();
			var index = protoStore.contiguousBinIndexOffset;
			store.offset = index;
			for (var _i = 0, _a = protoStore.contiguousBinCounts; _i < _a.length; _i++) {
				var count = _a[_i];
				store.add(index, count);
				index += 1;
			}
			return store;
		};
		return DenseStore;
	}();
	exports.DenseStore = DenseStore;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/store/CollapsingLowestDenseStore.js
var require_CollapsingLowestDenseStore = /* @__PURE__ */ __commonJSMin(((exports, module, this$8) => {
	var __extends = this$8 && this$8.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CollapsingLowestDenseStore = void 0;
	var DenseStore_1 = require_DenseStore();
	var util_1 = require_util();
	var CollapsingLowestDenseStore = function(_super) {
		__extends(CollapsingLowestDenseStore, _super);
		function CollapsingLowestDenseStore(binLimit, chunkSize) {
			var _this = _super.call(this, chunkSize) || this;
			_this.binLimit = binLimit;
			_this.isCollapsed = false;
			return _this;
		}
		CollapsingLowestDenseStore.prototype.merge = function(store) {
			if (store.count === 0) return;
			if (this.count === 0) {
				this.copy(store);
				return;
			}
			if (store.minKey < this.minKey || store.maxKey > this.maxKey) this._extendRange(store.minKey, store.maxKey);
			var collapseStartIndex = store.minKey - store.offset;
			var collapseEndIndex = Math.min(this.minKey, store.maxKey + 1) - store.offset;
			if (collapseEndIndex > collapseStartIndex) {
				var collapseCount = (0, util_1.sumOfRange)(store.bins, collapseStartIndex, collapseEndIndex);
				this.bins[0] += collapseCount;
			} else collapseEndIndex = collapseStartIndex;
			for (var key = collapseEndIndex + store.offset; key < store.maxKey + 1; key++) this.bins[key - this.offset] += store.bins[key - store.offset];
			this.count += store.count;
		};
		CollapsingLowestDenseStore.prototype.copy = function(store) {
			_super.prototype.copy.call(this, store);
			this.isCollapsed = store.isCollapsed;
		};
		CollapsingLowestDenseStore.prototype._getNewLength = function(newMinKey, newMaxKey) {
			var desiredLength = newMaxKey - newMinKey + 1;
			return Math.min(this.chunkSize * Math.ceil(desiredLength / this.chunkSize), this.binLimit);
		};
		CollapsingLowestDenseStore.prototype._adjust = function(newMinKey, newMaxKey) {
			if (newMaxKey - newMinKey + 1 > this.length()) {
				newMinKey = newMaxKey - this.length() + 1;
				if (newMinKey >= this.maxKey) {
					this.offset = newMinKey;
					this.minKey = newMinKey;
					this.bins.fill(0);
					this.bins[0] = this.count;
				} else {
					var shift = this.offset - newMinKey;
					if (shift < 0) {
						var collapseStartIndex = this.minKey - this.offset;
						var collapseEndIndex = newMinKey - this.offset;
						var collapsedCount = (0, util_1.sumOfRange)(this.bins, collapseStartIndex, collapseEndIndex);
						this.bins.fill(0, collapseStartIndex, collapseEndIndex);
						this.bins[collapseEndIndex] += collapsedCount;
						this.minKey = newMinKey;
						this._shiftBins(shift);
					} else {
						this.minKey = newMinKey;
						this._shiftBins(shift);
					}
				}
				this.maxKey = newMaxKey;
				this.isCollapsed = true;
			} else {
				this._centerBins(newMinKey, newMaxKey);
				this.minKey = newMinKey;
				this.maxKey = newMaxKey;
			}
		};
		CollapsingLowestDenseStore.prototype._getIndex = function(key) {
			if (key < this.minKey) {
				if (this.isCollapsed) return 0;
				this._extendRange(key);
				if (this.isCollapsed) return 0;
			} else if (key > this.maxKey) this._extendRange(key);
			return key - this.offset;
		};
		return CollapsingLowestDenseStore;
	}(DenseStore_1.DenseStore);
	exports.CollapsingLowestDenseStore = CollapsingLowestDenseStore;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/store/CollapsingHighestDenseStore.js
var require_CollapsingHighestDenseStore = /* @__PURE__ */ __commonJSMin(((exports, module, this$7) => {
	var __extends = this$7 && this$7.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CollapsingHighestDenseStore = void 0;
	var DenseStore_1 = require_DenseStore();
	var util_1 = require_util();
	var CollapsingHighestDenseStore = function(_super) {
		__extends(CollapsingHighestDenseStore, _super);
		function CollapsingHighestDenseStore(binLimit, chunkSize) {
			var _this = _super.call(this, chunkSize) || this;
			_this.binLimit = binLimit;
			_this.isCollapsed = false;
			return _this;
		}
		CollapsingHighestDenseStore.prototype.merge = function(store) {
			if (store.count === 0) return;
			if (this.count === 0) {
				this.copy(store);
				return;
			}
			if (store.minKey < this.minKey || store.maxKey > this.maxKey) this._extendRange(store.minKey, store.maxKey);
			var collapseEndIndex = store.maxKey - store.offset + 1;
			var collapseStartIndex = Math.max(this.maxKey + 1, store.minKey) - store.offset;
			if (collapseEndIndex > collapseStartIndex) {
				var collapseCount = (0, util_1.sumOfRange)(store.bins, collapseStartIndex, collapseEndIndex);
				this.bins[this.length() - 1] += collapseCount;
			} else collapseStartIndex = collapseEndIndex;
			for (var key = store.minKey; key < collapseStartIndex + store.offset; key++) this.bins[key - this.offset] += store.bins[key - store.offset];
			this.count += store.count;
		};
		CollapsingHighestDenseStore.prototype.copy = function(store) {
			_super.prototype.copy.call(this, store);
			this.isCollapsed = store.isCollapsed;
		};
		CollapsingHighestDenseStore.prototype._getNewLength = function(newMinKey, newMaxKey) {
			var desiredLength = newMaxKey - newMinKey + 1;
			return Math.min(this.chunkSize * Math.ceil(desiredLength / this.chunkSize), this.binLimit);
		};
		CollapsingHighestDenseStore.prototype._adjust = function(newMinKey, newMaxKey) {
			if (newMaxKey - newMinKey + 1 > this.length()) {
				newMaxKey = newMinKey + this.length() + 1;
				if (newMaxKey <= this.minKey) {
					this.offset = newMinKey;
					this.maxKey = newMaxKey;
					this.bins.fill(0);
					this.bins[this.length() - 1] = this.count;
				} else {
					var shift = this.offset - newMinKey;
					if (shift > 0) {
						var collapseStartIndex = newMaxKey - this.offset + 1;
						var collapseEndIndex = this.maxKey - this.offset + 1;
						var collapsedCount = (0, util_1.sumOfRange)(this.bins, collapseStartIndex, collapseEndIndex);
						this.bins.fill(0, collapseStartIndex, collapseEndIndex);
						this.bins[collapseStartIndex - 1] += collapsedCount;
						this.maxKey = newMaxKey;
						this._shiftBins(shift);
					} else {
						this.maxKey = newMaxKey;
						this._shiftBins(shift);
					}
					this.minKey = newMinKey;
					this.isCollapsed = true;
				}
			} else {
				this._centerBins(newMinKey, newMaxKey);
				this.minKey = newMinKey;
				this.maxKey = newMaxKey;
			}
		};
		CollapsingHighestDenseStore.prototype._getIndex = function(key) {
			if (key < this.minKey) {
				if (this.isCollapsed) return this.length() - 1;
				this._extendRange(key);
				if (this.isCollapsed) return this.length() - 1;
			} else if (key > this.maxKey) this._extendRange(key);
			return key - this.offset;
		};
		return CollapsingHighestDenseStore;
	}(DenseStore_1.DenseStore);
	exports.CollapsingHighestDenseStore = CollapsingHighestDenseStore;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/store/index.js
var require_store = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CollapsingHighestDenseStore = exports.CollapsingLowestDenseStore = exports.DenseStore = void 0;
	var DenseStore_1 = require_DenseStore();
	Object.defineProperty(exports, "DenseStore", {
		enumerable: true,
		get: function() {
			return DenseStore_1.DenseStore;
		}
	});
	var CollapsingLowestDenseStore_1 = require_CollapsingLowestDenseStore();
	Object.defineProperty(exports, "CollapsingLowestDenseStore", {
		enumerable: true,
		get: function() {
			return CollapsingLowestDenseStore_1.CollapsingLowestDenseStore;
		}
	});
	var CollapsingHighestDenseStore_1 = require_CollapsingHighestDenseStore();
	Object.defineProperty(exports, "CollapsingHighestDenseStore", {
		enumerable: true,
		get: function() {
			return CollapsingHighestDenseStore_1.CollapsingHighestDenseStore;
		}
	});
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/KeyMapping.js
var require_KeyMapping = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.KeyMapping = void 0;
	var index_1 = require_mapping();
	var MIN_SAFE_FLOAT = Math.pow(2, -1023);
	var MAX_SAFE_FLOAT = Number.MAX_VALUE;
	var KeyMapping = function() {
		function KeyMapping(relativeAccuracy, offset) {
			if (offset === void 0) offset = 0;
			if (relativeAccuracy <= 0 || relativeAccuracy >= 1) throw Error("Relative accuracy must be between 0 and 1 when initializing a KeyMapping");
			this.relativeAccuracy = relativeAccuracy;
			this._offset = offset;
			var gammaMantissa = 2 * relativeAccuracy / (1 - relativeAccuracy);
			this.gamma = 1 + gammaMantissa;
			this._multiplier = 1 / Math.log1p(gammaMantissa);
			this.minPossible = MIN_SAFE_FLOAT * this.gamma;
			this.maxPossible = MAX_SAFE_FLOAT / this.gamma;
		}
		KeyMapping.fromGammaOffset = function(gamma, indexOffset) {
			var relativeAccuracy = (gamma - 1) / (gamma + 1);
			return new this(relativeAccuracy, indexOffset);
		};
		KeyMapping.prototype.key = function(value) {
			return Math.ceil(this._logGamma(value)) + this._offset;
		};
		KeyMapping.prototype.value = function(key) {
			return this._powGamma(key - this._offset) * (2 / (1 + this.gamma));
		};
		KeyMapping.prototype.toProto = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.create({
				gamma: this.gamma,
				indexOffset: this._offset,
				interpolation: this._protoInterpolation()
			});
		};
		KeyMapping.fromProto = function(protoMapping) {
			if (!protoMapping || protoMapping.gamma == null || protoMapping.indexOffset == null) throw Error("Failed to decode mapping from protobuf");
			var Interpolation = (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation;
			var interpolation = protoMapping.interpolation, gamma = protoMapping.gamma, indexOffset = protoMapping.indexOffset;
			switch (interpolation) {
				case Interpolation.NONE: return index_1.LogarithmicMapping.fromGammaOffset(gamma, indexOffset);
				case Interpolation.LINEAR: return index_1.LinearlyInterpolatedMapping.fromGammaOffset(gamma, indexOffset);
				case Interpolation.CUBIC: return index_1.CubicallyInterpolatedMapping.fromGammaOffset(gamma, indexOffset);
				default: throw Error("Unrecognized mapping when decoding from protobuf");
			}
		};
		KeyMapping.prototype._logGamma = function(value) {
			return Math.log2(value) * this._multiplier;
		};
		KeyMapping.prototype._powGamma = function(value) {
			return Math.pow(2, value / this._multiplier);
		};
		KeyMapping.prototype._protoInterpolation = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation.NONE;
		};
		return KeyMapping;
	}();
	exports.KeyMapping = KeyMapping;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/LogarithmicMapping.js
var require_LogarithmicMapping = /* @__PURE__ */ __commonJSMin(((exports, module, this$6) => {
	var __extends = this$6 && this$6.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.LogarithmicMapping = void 0;
	var LogarithmicMapping = function(_super) {
		__extends(LogarithmicMapping, _super);
		function LogarithmicMapping(relativeAccuracy, offset) {
			if (offset === void 0) offset = 0;
			var _this = _super.call(this, relativeAccuracy, offset) || this;
			_this._multiplier *= Math.log(2);
			return _this;
		}
		LogarithmicMapping.prototype._logGamma = function(value) {
			return Math.log2(value) * this._multiplier;
		};
		LogarithmicMapping.prototype._powGamma = function(value) {
			return Math.pow(2, value / this._multiplier);
		};
		LogarithmicMapping.prototype._protoInterpolation = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation.NONE;
		};
		return LogarithmicMapping;
	}(require_KeyMapping().KeyMapping);
	exports.LogarithmicMapping = LogarithmicMapping;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/math.js
var require_math = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ldexp = exports.frexp = void 0;
	function frexp(value) {
		if (value === 0 || !Number.isFinite(value)) return [value, 0];
		var absValue = Math.abs(value);
		var exponent = Math.max(-1023, Math.floor(Math.log2(absValue)) + 1);
		var mantissa = absValue * Math.pow(2, -exponent);
		while (mantissa < .5) {
			mantissa *= 2;
			exponent--;
		}
		while (mantissa >= 1) {
			mantissa *= .5;
			exponent++;
		}
		if (value < 0) mantissa = -mantissa;
		return [mantissa, exponent];
	}
	exports.frexp = frexp;
	function ldexp(mantissa, exponent) {
		var iterations = Math.min(3, Math.ceil(Math.abs(exponent) / 1023));
		var result = mantissa;
		for (var i = 0; i < iterations; i++) result *= Math.pow(2, Math.floor((exponent + i) / iterations));
		return result;
	}
	exports.ldexp = ldexp;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/LinearlyInterpolatedMapping.js
var require_LinearlyInterpolatedMapping = /* @__PURE__ */ __commonJSMin(((exports, module, this$5) => {
	var __extends = this$5 && this$5.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.LinearlyInterpolatedMapping = void 0;
	var KeyMapping_1 = require_KeyMapping();
	var math_1 = require_math();
	var LinearlyInterpolatedMapping = function(_super) {
		__extends(LinearlyInterpolatedMapping, _super);
		function LinearlyInterpolatedMapping(relativeAccuracy, offset) {
			if (offset === void 0) offset = 0;
			return _super.call(this, relativeAccuracy, offset) || this;
		}
		LinearlyInterpolatedMapping.prototype._log2Approx = function(value) {
			var _a = (0, math_1.frexp)(value), mantissa = _a[0], exponent = _a[1];
			return 2 * mantissa - 1 + (exponent - 1);
		};
		LinearlyInterpolatedMapping.prototype._exp2Approx = function(value) {
			var exponent = Math.floor(value) + 1;
			var mantissa = (value - exponent + 2) / 2;
			return (0, math_1.ldexp)(mantissa, exponent);
		};
		LinearlyInterpolatedMapping.prototype._logGamma = function(value) {
			return Math.log2(value) * this._multiplier;
		};
		LinearlyInterpolatedMapping.prototype._powGamma = function(value) {
			return Math.pow(2, value / this._multiplier);
		};
		LinearlyInterpolatedMapping.prototype._protoInterpolation = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation.LINEAR;
		};
		return LinearlyInterpolatedMapping;
	}(KeyMapping_1.KeyMapping);
	exports.LinearlyInterpolatedMapping = LinearlyInterpolatedMapping;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/CubicallyInterpolatedMapping.js
var require_CubicallyInterpolatedMapping = /* @__PURE__ */ __commonJSMin(((exports, module, this$4) => {
	var __extends = this$4 && this$4.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CubicallyInterpolatedMapping = void 0;
	var KeyMapping_1 = require_KeyMapping();
	var math_1 = require_math();
	var CubicallyInterpolatedMapping = function(_super) {
		__extends(CubicallyInterpolatedMapping, _super);
		function CubicallyInterpolatedMapping(relativeAccuracy, offset) {
			if (offset === void 0) offset = 0;
			var _this = _super.call(this, relativeAccuracy, offset) || this;
			_this.A = 6 / 35;
			_this.B = -3 / 5;
			_this.C = 10 / 7;
			_this._multiplier /= _this.C;
			return _this;
		}
		CubicallyInterpolatedMapping.prototype._cubicLog2Approx = function(value) {
			var _a = (0, math_1.frexp)(value), mantissa = _a[0], exponent = _a[1];
			var significand = 2 * mantissa - 1;
			return ((this.A * significand + this.B) * significand + this.C) * significand + (exponent - 1);
		};
		CubicallyInterpolatedMapping.prototype._cubicExp2Approx = function(value) {
			var exponent = Math.floor(value);
			var delta0 = this.B * this.B - 3 * this.A * this.C;
			var delta1 = 2 * this.B * this.B * this.B - 9 * this.A * this.B * this.C - 27 * this.A * this.A * (value - exponent);
			var cardano = Math.cbrt((delta1 - Math.sqrt(delta1 * delta1 - 4 * delta0 * delta0 * delta0)) / 2);
			var mantissa = (-(this.B + cardano + delta0 / cardano) / (3 * this.A) + 1) / 2;
			return (0, math_1.ldexp)(mantissa, exponent + 1);
		};
		CubicallyInterpolatedMapping.prototype._logGamma = function(value) {
			return this._cubicLog2Approx(value) * this._multiplier;
		};
		CubicallyInterpolatedMapping.prototype._powGamma = function(value) {
			return this._cubicExp2Approx(value / this._multiplier);
		};
		CubicallyInterpolatedMapping.prototype._protoInterpolation = function() {
			return (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).IndexMapping.Interpolation.CUBIC;
		};
		return CubicallyInterpolatedMapping;
	}(KeyMapping_1.KeyMapping);
	exports.CubicallyInterpolatedMapping = CubicallyInterpolatedMapping;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/mapping/index.js
var require_mapping = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CubicallyInterpolatedMapping = exports.LinearlyInterpolatedMapping = exports.LogarithmicMapping = exports.KeyMapping = void 0;
	var KeyMapping_1 = require_KeyMapping();
	Object.defineProperty(exports, "KeyMapping", {
		enumerable: true,
		get: function() {
			return KeyMapping_1.KeyMapping;
		}
	});
	var LogarithmicMapping_1 = require_LogarithmicMapping();
	Object.defineProperty(exports, "LogarithmicMapping", {
		enumerable: true,
		get: function() {
			return LogarithmicMapping_1.LogarithmicMapping;
		}
	});
	var LinearlyInterpolatedMapping_1 = require_LinearlyInterpolatedMapping();
	Object.defineProperty(exports, "LinearlyInterpolatedMapping", {
		enumerable: true,
		get: function() {
			return LinearlyInterpolatedMapping_1.LinearlyInterpolatedMapping;
		}
	});
	var CubicallyInterpolatedMapping_1 = require_CubicallyInterpolatedMapping();
	Object.defineProperty(exports, "CubicallyInterpolatedMapping", {
		enumerable: true,
		get: function() {
			return CubicallyInterpolatedMapping_1.CubicallyInterpolatedMapping;
		}
	});
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/DDSketch.js
var require_DDSketch = /* @__PURE__ */ __commonJSMin(((exports, module, this$3) => {
	var __extends = this$3 && this$3.__extends || (function() {
		var extendStatics = function(d, b) {
			extendStatics = Object.setPrototypeOf || { __proto__: [] } instanceof Array && function(d, b) {
				d.__proto__ = b;
			} || function(d, b) {
				for (var p in b) if (Object.prototype.hasOwnProperty.call(b, p)) d[p] = b[p];
			};
			return extendStatics(d, b);
		};
		return function(d, b) {
			if (typeof b !== "function" && b !== null) throw new TypeError("Class extends value " + String(b) + " is not a constructor or null");
			extendStatics(d, b);
			function __() {
				this.constructor = d;
			}
			d.prototype = b === null ? Object.create(b) : (__.prototype = b.prototype, new __());
		};
	})();
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.LogCollapsingHighestDenseDDSketch = exports.LogCollapsingLowestDenseDDSketch = exports.DDSketch = void 0;
	var store_1 = require_store();
	var mapping_1 = require_mapping();
	var DEFAULT_RELATIVE_ACCURACY = .01;
	var DEFAULT_BIN_LIMIT = 2048;
	var BaseDDSketch = function() {
		function BaseDDSketch(_a) {
			var mapping = _a.mapping, store = _a.store, negativeStore = _a.negativeStore, zeroCount = _a.zeroCount;
			this.mapping = mapping;
			this.store = store;
			this.negativeStore = negativeStore;
			this.zeroCount = zeroCount;
			this.count = this.negativeStore.count + this.zeroCount + this.store.count;
			this.min = 1e400;
			this.max = -1e400;
			this.sum = 0;
		}
		BaseDDSketch.prototype.accept = function(value, weight) {
			if (weight === void 0) weight = 1;
			if (weight <= 0) throw Error("Weight must be a positive number");
			if (value > this.mapping.minPossible) {
				var key = this.mapping.key(value);
				this.store.add(key, weight);
			} else if (value < -this.mapping.minPossible) {
				var key = this.mapping.key(-value);
				this.negativeStore.add(key, weight);
			} else this.zeroCount += weight;
			this.count += weight;
			this.sum += value * weight;
			if (value < this.min) this.min = value;
			if (value > this.max) this.max = value;
		};
		BaseDDSketch.prototype.getValueAtQuantile = function(quantile) {
			if (quantile < 0 || quantile > 1 || this.count === 0) return NaN;
			var rank = quantile * (this.count - 1);
			var quantileValue = 0;
			if (rank < this.negativeStore.count) {
				var reversedRank = this.negativeStore.count - rank - 1;
				var key = this.negativeStore.keyAtRank(reversedRank, false);
				quantileValue = -this.mapping.value(key);
			} else if (rank < this.zeroCount + this.negativeStore.count) return 0;
			else {
				var key = this.store.keyAtRank(rank - this.zeroCount - this.negativeStore.count);
				quantileValue = this.mapping.value(key);
			}
			return quantileValue;
		};
		BaseDDSketch.prototype.merge = function(sketch) {
			if (!this.mergeable(sketch)) throw new Error("Cannot merge two DDSketches with different `relativeAccuracy` parameters");
			if (sketch.count === 0) return;
			if (this.count === 0) {
				this._copy(sketch);
				return;
			}
			this.store.merge(sketch.store);
			this.zeroCount += sketch.zeroCount;
			this.count += sketch.count;
			this.sum += sketch.sum;
			if (sketch.min < this.min) this.min = sketch.min;
			if (sketch.max > this.max) this.max = sketch.max;
		};
		BaseDDSketch.prototype.mergeable = function(sketch) {
			return this.mapping.gamma === sketch.mapping.gamma;
		};
		BaseDDSketch.prototype._copy = function(sketch) {
			this.store.copy(sketch.store);
			this.negativeStore.copy(sketch.negativeStore);
			this.zeroCount = sketch.zeroCount;
			this.min = sketch.min;
			this.max = sketch.max;
			this.count = sketch.count;
			this.sum = sketch.sum;
		};
		BaseDDSketch.prototype.toProto = function() {
			var ProtoDDSketch = (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).DDSketch;
			var message = ProtoDDSketch.create({
				mapping: this.mapping.toProto(),
				positiveValues: this.store.toProto(),
				negativeValues: this.negativeStore.toProto(),
				zeroCount: this.zeroCount
			});
			return ProtoDDSketch.encode(message).finish();
		};
		BaseDDSketch.fromProto = function(buffer) {
			var decoded = (/* @__PURE__ */ init_compiled(), __toCommonJS(compiled_exports)).DDSketch.decode(buffer);
			var mapping = mapping_1.KeyMapping.fromProto(decoded.mapping);
			var store = store_1.DenseStore.fromProto(decoded.positiveValues);
			var negativeStore = store_1.DenseStore.fromProto(decoded.negativeValues);
			var zeroCount = decoded.zeroCount;
			return new BaseDDSketch({
				mapping,
				store,
				negativeStore,
				zeroCount
			});
		};
		return BaseDDSketch;
	}();
	var defaultConfig = { relativeAccuracy: DEFAULT_RELATIVE_ACCURACY };
	var DDSketch = function(_super) {
		__extends(DDSketch, _super);
		function DDSketch(_a) {
			var _c = (_a === void 0 ? defaultConfig : _a).relativeAccuracy, relativeAccuracy = _c === void 0 ? DEFAULT_RELATIVE_ACCURACY : _c;
			var mapping = new mapping_1.LogarithmicMapping(relativeAccuracy);
			var store = new store_1.DenseStore();
			var negativeStore = new store_1.DenseStore();
			return _super.call(this, {
				mapping,
				store,
				negativeStore,
				zeroCount: 0
			}) || this;
		}
		return DDSketch;
	}(BaseDDSketch);
	exports.DDSketch = DDSketch;
	var LogCollapsingLowestDenseDDSketch = function(_super) {
		__extends(LogCollapsingLowestDenseDDSketch, _super);
		function LogCollapsingLowestDenseDDSketch(_a) {
			var _b = _a === void 0 ? defaultConfig : _a, _c = _b.relativeAccuracy, relativeAccuracy = _c === void 0 ? DEFAULT_RELATIVE_ACCURACY : _c, _d = _b.binLimit, binLimit = _d === void 0 ? DEFAULT_BIN_LIMIT : _d;
			var mapping = new mapping_1.LogarithmicMapping(relativeAccuracy);
			var store = new store_1.CollapsingLowestDenseStore(binLimit);
			var negativeStore = new store_1.CollapsingLowestDenseStore(binLimit);
			return _super.call(this, {
				mapping,
				store,
				negativeStore,
				zeroCount: 0
			}) || this;
		}
		return LogCollapsingLowestDenseDDSketch;
	}(BaseDDSketch);
	exports.LogCollapsingLowestDenseDDSketch = LogCollapsingLowestDenseDDSketch;
	var LogCollapsingHighestDenseDDSketch = function(_super) {
		__extends(LogCollapsingHighestDenseDDSketch, _super);
		function LogCollapsingHighestDenseDDSketch(_a) {
			var _b = _a === void 0 ? defaultConfig : _a, _c = _b.relativeAccuracy, relativeAccuracy = _c === void 0 ? DEFAULT_RELATIVE_ACCURACY : _c, _d = _b.binLimit, binLimit = _d === void 0 ? DEFAULT_BIN_LIMIT : _d;
			var mapping = new mapping_1.LogarithmicMapping(relativeAccuracy);
			var store = new store_1.CollapsingHighestDenseStore(binLimit);
			var negativeStore = new store_1.CollapsingHighestDenseStore(binLimit);
			return _super.call(this, {
				mapping,
				store,
				negativeStore,
				zeroCount: 0
			}) || this;
		}
		return LogCollapsingHighestDenseDDSketch;
	}(BaseDDSketch);
	exports.LogCollapsingHighestDenseDDSketch = LogCollapsingHighestDenseDDSketch;
}));

// node_modules/@datadog/sketches-js/dist/ddsketch/index.js
var require_ddsketch = /* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	var __createBinding = this$2 && this$2.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$2 && this$2.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_DDSketch(), exports);
}));

// node_modules/@datadog/sketches-js/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __createBinding = this$1 && this$1.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$1 && this$1.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_ddsketch(), exports);
}));

// src/core/monitor/call-sum.ts
var import_dist = require_dist();
const accuracy = .01;
const mostBins = 1024;
const kinds = [
	"in",
	"out",
	"cached",
	"reasoning"
];
var CallSum = class {
	#calls = 0;
	#tokens = {
		in: new Sum(),
		out: new Sum(),
		cached: new Sum(),
		reasoning: new Sum()
	};
	#usd = new Sum();
	#reply = new Sum();
	#priced = {
		billed: 0,
		computed: 0,
		unknown: 0
	};
	#marks = {
		errors: 0,
		refusals: 0,
		truncated: 0
	};
	#latencies;
	add(call) {
		this.#calls += 1;
		for (const kind of kinds) this.#tokens[kind].add(call.tokens[kind]);
		this.#priced[call.cost.kind] += 1;
		if (call.cost.kind !== "unknown") this.#usd.add(call.cost.usd);
		this.#reply.add(call.replyCharacters);
		if (call.isError) this.#marks.errors += 1;
		if (call.isRefusal) this.#marks.refusals += 1;
		if (call.isTruncated) this.#marks.truncated += 1;
		if (call.latencyMs === void 0) return;
		this.#latencies ??= new import_dist.LogCollapsingLowestDenseDDSketch({
			relativeAccuracy: accuracy,
			binLimit: mostBins
		});
		this.#latencies.accept(call.latencyMs);
	}
	merge(other) {
		this.#calls += other.#calls;
		for (const kind of kinds) this.#tokens[kind].merge(other.#tokens[kind]);
		this.#usd.merge(other.#usd);
		this.#reply.merge(other.#reply);
		for (const kind of [
			"billed",
			"computed",
			"unknown"
		]) this.#priced[kind] += other.#priced[kind];
		for (const mark of [
			"errors",
			"refusals",
			"truncated"
		]) this.#marks[mark] += other.#marks[mark];
		if (other.#latencies === void 0) return;
		this.#latencies ??= new import_dist.LogCollapsingLowestDenseDDSketch({
			relativeAccuracy: accuracy,
			binLimit: mostBins
		});
		this.#latencies.merge(other.#latencies);
	}
	get tally() {
		const { in: sent, out, cached, reasoning } = this.#tokens;
		return {
			calls: this.#calls,
			tokens: {
				in: sent.total,
				out: out.total,
				cached: cached.total,
				reasoning: reasoning.total
			},
			usd: this.#usd.total,
			priced: { ...this.#priced },
			latencyMs: {
				p50: this.#quantile(.5),
				p95: this.#quantile(.95)
			},
			replyCharacters: this.#reply.mean,
			...this.#marks
		};
	}
	#quantile(at) {
		const sketch = this.#latencies;
		if (sketch === void 0) return null;
		return Math.min(sketch.max, Math.max(sketch.min, sketch.getValueAtQuantile(at)));
	}
};
var Sum = class {
	#count = 0;
	#sum = 0;
	#lost = 0;
	add(value) {
		if (value === void 0) return;
		this.#count += 1;
		this.#take(value);
	}
	merge(other) {
		this.#count += other.#count;
		this.#take(other.#sum);
		this.#lost += other.#lost;
	}
	get total() {
		return this.#count === 0 ? null : this.#sum + this.#lost;
	}
	get mean() {
		return this.#count === 0 ? null : (this.#sum + this.#lost) / this.#count;
	}
	#take(value) {
		const next = this.#sum + value;
		this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
		this.#sum = next;
	}
};

// src/core/monitor/monitor-report.ts
const tally = object({
	calls: count,
	tokens: object({
		in: count.nullable(),
		out: count.nullable(),
		cached: count.nullable(),
		reasoning: count.nullable()
	}),
	usd: dollars.nullable(),
	priced: object({
		billed: count,
		computed: count,
		unknown: count
	}),
	latencyMs: object({
		p50: milliseconds.nullable(),
		p95: milliseconds.nullable()
	}),
	replyCharacters: number().min(0).nullable(),
	errors: count,
	refusals: count,
	truncated: count
});
const groupedBy = [
	"segment",
	"model",
	"prompt"
];
const names = object({
	segment: string().nullable(),
	model: string().nullable(),
	prompt: string().nullable(),
	others: array(_enum(groupedBy))
});
const day = date().nullable();
const monitorReportSchema = object({
	version: literal(1),
	tool: object({
		name: string(),
		version: string()
	}),
	from: day,
	to: day,
	read: object({
		lines: count,
		broken: count,
		bytes: count,
		files: count,
		formats: array(string())
	}),
	broken: array(object({
		what: string(),
		at: position.exactOptional()
	})),
	limits: object({
		segment: count,
		model: count,
		prompt: count,
		days: count,
		groups: count,
		callsOfOthers: count
	}),
	all: tally,
	days: array(object({
		day,
		...tally.shape
	})),
	totals: array(object({
		...names.shape,
		...tally.shape
	})),
	groups: array(object({
		day,
		...names.shape,
		...tally.shape
	}))
});

// src/core/monitor/call-groups.ts
const groupLimits = {
	segment: 200,
	model: 100,
	prompt: 500,
	days: 1100,
	groups: 1e4
};
const longestName = 200;
const millisecondsADay = 864e5;
const [firstDay, lastDay] = [10957, 47482];
var CallGroups = class {
	#limits;
	#groups = /* @__PURE__ */ new Map();
	#known = {
		segment: /* @__PURE__ */ new Set(),
		model: /* @__PURE__ */ new Set(),
		prompt: /* @__PURE__ */ new Set()
	};
	#days = /* @__PURE__ */ new Set();
	#callsOfOthers = 0;
	constructor(limits = groupLimits) {
		this.#limits = limits;
	}
	add(time, given, call) {
		const day = this.#dayOf(time);
		const named = this.#nameOf(given);
		const group = this.#groups.get(keyOf(day, named)) ?? this.#open(day, named);
		if (group.names.others.length > 0) this.#callsOfOthers += 1;
		group.sum.add(call);
	}
	get callsOfOthers() {
		return this.#callsOfOthers;
	}
	get all() {
		return this.#sumOf([...this.#groups.values()]);
	}
	get days() {
		return [...Map.groupBy(this.#groups.values(), ({ day }) => day)].map(([day, groups]) => ({
			day,
			tally: this.#sumOf(groups)
		})).toSorted((a, b) => order(a.day, b.day));
	}
	get totals() {
		return [...Map.groupBy(this.#groups.values(), ({ names }) => keyOf(void 0, names)).values()].flatMap((groups) => groups[0] === void 0 ? [] : [{
			names: groups[0].names,
			tally: this.#sumOf(groups)
		}]).toSorted((a, b) => b.tally.calls - a.tally.calls || compareNames(a.names, b.names));
	}
	get groups() {
		return [...this.#groups.values()].toSorted((a, b) => order(a.day, b.day) || compareNames(a.names, b.names)).map(({ day, names, sum }) => ({
			day,
			names,
			tally: sum.tally
		}));
	}
	#dayOf(time) {
		if (time === void 0) return void 0;
		const day = Math.floor(time / millisecondsADay);
		if (!(day >= firstDay && day <= lastDay)) return void 0;
		if (this.#days.has(day)) return day;
		if (this.#days.size >= this.#limits.days) return void 0;
		this.#days.add(day);
		return day;
	}
	#nameOf(given) {
		const others = [];
		const kept = (by) => {
			const whole = given[by];
			if (whole === void 0) return null;
			const name = whole.length > longestName ? clip(whole, longestName) : whole;
			const known = this.#known[by];
			if (known.has(name)) return name;
			if (known.size >= this.#limits[by]) {
				others.push(by);
				return null;
			}
			known.add(name);
			return name;
		};
		return {
			segment: kept("segment"),
			model: kept("model"),
			prompt: kept("prompt"),
			others
		};
	}
	#open(day, named) {
		const names = this.#groups.size >= this.#limits.groups ? {
			segment: null,
			model: null,
			prompt: null,
			others: groupedBy
		} : named;
		const key = keyOf(day, names);
		const known = this.#groups.get(key);
		if (known !== void 0) return known;
		const group = {
			day,
			names,
			sum: new CallSum()
		};
		this.#groups.set(key, group);
		return group;
	}
	#sumOf(groups) {
		const sum = new CallSum();
		for (const group of groups) sum.merge(group.sum);
		return sum.tally;
	}
};
function keyOf(day, { segment, model, prompt, others }) {
	return JSON.stringify([
		day,
		segment,
		model,
		prompt,
		...others
	]);
}
function order(a, b) {
	if (a === b) return 0;
	if (a === void 0) return 1;
	return b === void 0 ? -1 : a - b;
}
function compareNames(a, b) {
	const [one, other] = [keyOf(void 0, a), keyOf(void 0, b)];
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

// src/app/monitor/count-call.ts
const loggedService = "logs";
const cut = /* @__PURE__ */ new Set([
	"length",
	"max_tokens",
	"max_output_tokens",
	"model_length"
]);
const declined = /* @__PURE__ */ new Set([
	"content_filter",
	"refusal",
	"safety"
]);
function countCall(call, costOf) {
	const { output } = call.texts();
	const ended = call.finishReason?.toLowerCase() ?? "";
	const isError = call.error !== void 0;
	return {
		tokens: call.tokens,
		cost: costOfLogged(call, costOf),
		latencyMs: call.latencyMs,
		replyCharacters: isError ? void 0 : output?.text.length,
		isError,
		isRefusal: !isError && (declined.has(ended) || isRefused(output)),
		isTruncated: !isError && cut.has(ended)
	};
}
function isRefused(output) {
	return output !== void 0 && output.text !== "" && findRefusal(output.text) !== void 0;
}
function costOfLogged({ usd, asked, served, tokens }, costOf) {
	if (usd !== void 0) return {
		kind: "billed",
		usd
	};
	const model = asked === void 0 || served !== void 0 && servedAs(asked, served, costOf.knows ?? (() => false)) !== "asked" ? served : asked;
	if (model === void 0) return { kind: "unknown" };
	const computed = costOf(loggedService, model, {
		...tokens.in === void 0 ? {} : { inputTokens: tokens.in },
		...tokens.out === void 0 ? {} : { outputTokens: tokens.out },
		...tokens.cached === void 0 ? {} : { cachedTokens: tokens.cached }
	});
	return computed === void 0 ? { kind: "unknown" } : {
		kind: "computed",
		usd: computed
	};
}

// src/app/monitor/price-calls.ts
const probes = [1e3, 1e5];
function priceCalls(costOf) {
	const found = /* @__PURE__ */ new Map();
	const priceOf = (provider, model) => {
		const key = JSON.stringify([provider, model]);
		if (found.has(key)) return found.get(key);
		const [short, long] = probes.map((tokens) => pricePer(costOf, provider, model, tokens));
		const price = short !== void 0 && long !== void 0 && isSame(short, long) ? short : void 0;
		if (found.size < mostModels) found.set(key, price);
		return price;
	};
	const priced = (provider, model, usage) => {
		const price = (usage.inputTokens ?? 0) > probes[1] ? void 0 : priceOf(provider, model);
		return price === void 0 ? costOf(provider, model, usage) : costByPrice(usage, price);
	};
	return Object.assign(priced, costOf);
}
const mostModels = 1e3;
function pricePer(costOf, provider, model, tokens) {
	const perMillion = (usage) => (costOf(provider, model, usage) ?? NaN) / tokens * 1e6;
	const price = {
		input: perMillion({
			inputTokens: tokens,
			outputTokens: 0
		}),
		cached: perMillion({
			inputTokens: tokens,
			cachedTokens: tokens,
			outputTokens: 0
		}),
		output: perMillion({
			inputTokens: tokens,
			outputTokens: tokens
		}) - perMillion({
			inputTokens: tokens,
			outputTokens: 0
		})
	};
	return Number.isNaN(price.input + price.cached + price.output) ? void 0 : price;
}
function isSame(one, other) {
	return [
		"input",
		"cached",
		"output"
	].every((kind) => Math.abs(one[kind] - other[kind]) <= 1e-9 * one[kind]);
}

// src/app/monitor/monitor-logs.ts
async function monitorLogs(named, settings, { tool, openLogs, loadPrices, bytesOf }) {
	const files = await openLogs(named);
	const costOf = priceCalls(await loadPrices(settings));
	const groups = new CallGroups();
	const tallies = [];
	let bytes = 0;
	const weighed = files.map(({ name, text }) => {
		const pieces = async function* () {
			for await (const piece of text()) {
				bytes += bytesOf(piece);
				yield piece;
			}
		};
		return {
			name,
			text: pieces
		};
	});
	for await (const calls of readLogs(weighed, settings.logFields, (tally) => tallies.push(tally))) for (const call of calls) {
		const names = {
			segment: call.segment,
			model: call.asked ?? call.served,
			prompt: call.prompt?.name
		};
		groups.add(call.time, names, countCall(call, costOf));
	}
	const titles = logFormats.map(({ title }) => title);
	const faults = faultsOfLogs(tallies, titles);
	const [first, ...others] = faults.length > 0 ? faults : nothingRead(tallies, named);
	if (first !== void 0) throw new ProblemError(first, ...others);
	return reportOf(groups, tallies, {
		tool,
		bytes
	});
}
function nothingRead(tallies, named) {
	if (tallies.some(({ calls }) => calls > 0)) return [];
	return [{
		reason: "files",
		what: `There is no call of a model in the logs: ${tallies.length === 0 ? "no file was found" : "the files that were read hold none"}.`,
		at: { file: named[0] ?? "-" },
		fix: "Name logs that hold calls, or the fields of your own records under `logs` in the config."
	}];
}
function reportOf(groups, tallies, { tool, bytes }) {
	const { days } = groups;
	const known = days.flatMap(({ day }) => day === void 0 ? [] : [day]);
	const sum = (of) => tallies.reduce((total, tally) => total + tally[of], 0);
	return {
		version: 1,
		tool,
		from: dateOf(known[0]),
		to: dateOf(known.at(-1)),
		read: {
			lines: sum("records"),
			broken: sum("broken"),
			bytes,
			files: tallies.length,
			formats: [...new Set(tallies.flatMap(({ format }) => format === void 0 ? [] : [format]))].toSorted()
		},
		broken: tallies.flatMap(({ faults }) => faults).slice(0, 10).map(({ what, at }) => ({
			what,
			...at === void 0 ? {} : { at }
		})),
		limits: {
			...groupLimits,
			callsOfOthers: groups.callsOfOthers
		},
		all: groups.all,
		days: days.map(({ day, tally }) => ({
			day: dateOf(day),
			...tally
		})),
		totals: groups.totals.map(({ names, tally }) => ({
			...names,
			...tally
		})),
		groups: groups.groups.map(({ day, names, tally }) => ({
			day: dateOf(day),
			...names,
			...tally
		}))
	};
}
function dateOf(day) {
	return day === void 0 ? null : (/* @__PURE__ */ new Date(day * 864e5)).toISOString().slice(0, 10);
}

// src/app/monitor/monitor-locally.ts
async function monitorLocally({ inputs, logs, json, screen }, { readFile, ...ports }) {
	const { settings } = await readSettingsHere(readFile, inputs);
	const report = await monitorLogs(logs, settings, ports);
	if (json === true) return {
		text: [escapeHidden(JSON.stringify(report, null, 2)), "\n"],
		files: [],
		open: true,
		faulty: false
	};
	const { writeMonitor } = await import("./monitor.js");
	return {
		text: [writeMonitor(report, screen)],
		files: [],
		open: true,
		faulty: false
	};
}

// src/wire/wire-monitor.ts
function wireMonitor(folder) {
	return {
		tool,
		readFile: readFileIn(folder, false),
		bytesOf: (text) => Buffer.byteLength(text),
		openLogs: async (named) => {
			const { openLogs } = await import("./open-logs2.js");
			return openLogs(named, {
				folder,
				stdin: process.stdin
			});
		},
		loadPrices: async ({ prices }) => {
			const { loadPriceList } = await import("./load-price-list.js");
			const endpoints = /* @__PURE__ */ new Map([[loggedService, "http://127.0.0.1"]]);
			return loadPriceList(Object.fromEntries(prices), endpoints, systemClock.now());
		}
	};
}

// src/commands/run-monitor.ts
async function runMonitor(logs, { json }, { given, terminal }) {
	if (logs.includes("-") && process.stdin.isTTY) terminal.say("Reading logs from standard input until it ends (Ctrl-D).");
	const asked = {
		inputs: readInputs(given),
		logs,
		screen: terminal.screen,
		...json && { json }
	};
	return putResult(await monitorLocally(asked, wireMonitor(process.cwd())), terminal);
}

export { runMonitor };