import { t as quoteService } from "./quote-service2.js";

export { quoteService };