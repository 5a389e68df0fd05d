import { n as json2xml_default, r as XMLParser, t as XMLValidator } from "./fxp.js";

export { XMLParser, XMLValidator };