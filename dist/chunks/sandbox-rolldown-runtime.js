import "node:module";

export {  };