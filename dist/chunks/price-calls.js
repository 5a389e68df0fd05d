import { a as __toCommonJS, n as __esmMin, r as __exportAll, t as __commonJSMin } from "./rolldown-runtime.js";
import { a as loggedService } from "./count-call.js";
import { t as costByPrice } from "./prices.js";

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

// src/core/monitor/sums.ts
var import_dist = require_dist();
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
	take(count, total) {
		this.#count += count;
		this.#take(total);
	}
	get count() {
		return this.#count;
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
var Moments = class {
	#sum = new Sum();
	#squares = 0;
	add(value) {
		if (value === void 0) return;
		this.#sum.add(value);
		this.#squares += value * value;
	}
	merge(other) {
		this.#sum.merge(other.#sum);
		this.#squares += other.#squares;
	}
	take(count, total, squares) {
		this.#sum.take(count, total);
		this.#squares += squares;
	}
	get count() {
		return this.#sum.count;
	}
	get total() {
		return this.#sum.total;
	}
	get mean() {
		return this.#sum.mean;
	}
	get deviation() {
		const { count, mean } = this;
		if (mean === null || count < 2) return null;
		return Math.sqrt(Math.max(0, this.#squares - count * mean * mean) / (count - 1));
	}
};

// src/core/monitor/call-sum.ts
const accuracy = .01;
const mostBins = 1024;
const latencyBin = Math.LN2 / Math.log1p(2 * accuracy / .99);
const mostServed = 8;
const measuredWhole = 64;
const measuredOneIn = 16;
var CallSum = class {
	#calls = 0;
	#sent = new Moments();
	#out = new Moments();
	#usd = new Moments();
	#reply = new Moments();
	#cached = new Sum();
	#reasoning = new Sum();
	#measured = {
		characters: new Sum(),
		tokens: new Sum()
	};
	#served = /* @__PURE__ */ new Map();
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
		const { tokens, cost, latencyMs, served } = call;
		if (tokens.in !== void 0 && this.#isMeasured()) this.#measure(call.promptCharacters(), tokens.in);
		this.#calls += 1;
		this.#sent.add(tokens.in);
		this.#out.add(tokens.out);
		this.#cached.add(tokens.cached);
		this.#reasoning.add(tokens.reasoning);
		this.#priced[cost.kind] += 1;
		if (cost.kind !== "unknown") this.#usd.add(cost.usd);
		this.#reply.add(call.replyCharacters);
		if (served !== void 0) this.#serve(served, 1);
		if (call.isError) this.#marks.errors += 1;
		if (call.isRefusal) this.#marks.refusals += 1;
		if (call.isTruncated) this.#marks.truncated += 1;
		if (latencyMs === void 0) return;
		this.#latencies ??= openSketch();
		this.#latencies.accept(latencyMs);
	}
	take({ calls, sent, out, cached, reasoning, priced, usd, reply, measured, served, latency, ...marks }) {
		this.#calls += calls;
		this.#sent.take(sent.count, sent.total, sent.squares);
		this.#out.take(out.count, out.total, out.squares);
		this.#usd.take(usd.count, usd.total, usd.squares);
		this.#reply.take(reply.count, reply.total, reply.squares);
		this.#cached.take(cached.count, cached.total);
		this.#reasoning.take(reasoning.count, reasoning.total);
		this.#measured.characters.take(measured.count, measured.characters);
		this.#measured.tokens.take(measured.count, measured.tokens);
		this.#priced[priced] += calls;
		if (served !== void 0) this.#serve(served, calls);
		for (const mark of [
			"errors",
			"refusals",
			"truncated"
		]) this.#marks[mark] += marks[mark];
		if (latency === void 0) return;
		this.#latencies ??= openSketch();
		this.#latencies.merge(sketchOf(latency));
	}
	merge(other) {
		this.#calls += other.#calls;
		this.#sent.merge(other.#sent);
		this.#out.merge(other.#out);
		this.#usd.merge(other.#usd);
		this.#reply.merge(other.#reply);
		this.#cached.merge(other.#cached);
		this.#reasoning.merge(other.#reasoning);
		this.#measured.characters.merge(other.#measured.characters);
		this.#measured.tokens.merge(other.#measured.tokens);
		for (const [model, calls] of other.#served) this.#serve(model, calls);
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
		this.#latencies ??= openSketch();
		this.#latencies.merge(other.#latencies);
	}
	get tally() {
		const { characters, tokens } = this.#measured;
		return {
			calls: this.#calls,
			tokens: {
				in: this.#sent.total,
				out: this.#out.total,
				cached: this.#cached.total,
				reasoning: this.#reasoning.total
			},
			usd: this.#usd.total,
			priced: { ...this.#priced },
			latencyMs: {
				p50: this.#quantile(.5),
				p95: this.#quantile(.95)
			},
			replyCharacters: this.#reply.mean,
			sent: {
				characters: characters.mean,
				tokens: tokens.mean
			},
			served: [...this.#served].map(([model, calls]) => ({
				model,
				calls
			})).toSorted((a, b) => b.calls - a.calls || (a.model < b.model ? -1 : 1)),
			counted: {
				in: this.#sent.count,
				out: this.#out.count,
				reply: this.#reply.count
			},
			spread: {
				usd: this.#usd.deviation,
				in: this.#sent.deviation,
				out: this.#out.deviation,
				reply: this.#reply.deviation
			},
			...this.#marks
		};
	}
	#isMeasured() {
		return this.#calls < measuredWhole || this.#calls % measuredOneIn === 0;
	}
	#measure(characters, tokens) {
		if (characters === 0) return;
		this.#measured.characters.add(characters);
		this.#measured.tokens.add(tokens);
	}
	#serve(model, calls) {
		const known = this.#served.get(model);
		if (known === void 0 && this.#served.size >= mostServed) return;
		this.#served.set(model, (known ?? 0) + calls);
	}
	#quantile(at) {
		const sketch = this.#latencies;
		if (sketch === void 0) return null;
		return Math.min(sketch.max, Math.max(sketch.min, sketch.getValueAtQuantile(at)));
	}
};
function openSketch() {
	return new import_dist.LogCollapsingLowestDenseDDSketch({
		relativeAccuracy: accuracy,
		binLimit: mostBins
	});
}
function sketchOf({ min, max, zeros, bins }) {
	const sketch = openSketch();
	if (zeros > 0) sketch.accept(0, zeros);
	for (const [bin, calls] of bins) sketch.accept(sketch.mapping.value(bin), calls);
	[sketch.min, sketch.max] = [min, max];
	return sketch;
}

// src/app/monitor/price-calls.ts
const probes = [1e3, 1e5];
const longRequest = probes[1];
function priceCalls(costOf) {
	const found = /* @__PURE__ */ new Map();
	let kept = 0;
	const priceOf = (provider, model) => {
		const models = found.get(provider) ?? /* @__PURE__ */ new Map();
		const price = models.get(model);
		if (price !== void 0 || models.has(model)) return price;
		found.set(provider, models);
		const looked = lookUp(provider, model);
		if (kept < mostModels) models.set(model, looked);
		kept += 1;
		return looked;
	};
	const lookUp = (provider, model) => {
		const [short, long] = probes.map((tokens) => pricePer(costOf, provider, model, tokens));
		return short !== void 0 && long !== void 0 && isSame(short, long) ? short : void 0;
	};
	const priced = (provider, model, usage) => {
		const price = (usage.inputTokens ?? 0) > probes[1] ? void 0 : priceOf(provider, model);
		return price === void 0 ? costOf(provider, model, usage) : costByPrice(usage, price);
	};
	return Object.assign(priced, costOf);
}
const mostModels = 1e3;
function evenPrice(costOf, model) {
	const [short, long] = probes.map((tokens) => pricePer(costOf, loggedService, model, tokens));
	if (short === void 0 && long === void 0) return "unknown";
	return short !== void 0 && long !== void 0 && isSame(short, long) ? short : "uneven";
}
function listPrice(costOf) {
	return (model) => {
		const price = pricePer(costOf, loggedService, model, probes[0]);
		const perToken = (dollars) => dollars / 1e6;
		return price && {
			input: perToken(price.input),
			cached: perToken(price.cached),
			output: perToken(price.output)
		};
	};
}
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

export { CallSum as a, priceCalls as i, listPrice as n, latencyBin as o, longRequest as r, evenPrice as t };