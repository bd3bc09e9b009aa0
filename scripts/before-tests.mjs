// What tests start beside themselves is what `npm start` would start: built from the sources as they are now.
export { buildIfChanged as setup } from "./building.mjs";
